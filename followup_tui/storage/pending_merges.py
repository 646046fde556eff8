"""What lies about beside the logbook and belongs into it: copies set aside, and what could not be saved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import recovery
from followup_tui.storage.paths import Paths
from followup_tui.storage.sync_conflicts import copies, move_away
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.salvage import salvage


@dataclass(frozen=True, slots=True)
class PendingMerge:
    """One file that is to be merged."""

    logbook: Logbook
    base: Logbook | None
    """What it was made from, where that is known."""
    finish: Callable[[], object] = field(repr=False)
    """Takes it out of the way once it is merged and saved. May raise FileProblem."""
    problem: str = ""
    """Why it can't be merged, in a sentence; empty where it can."""


def pending_merges(paths: Paths) -> Iterator[PendingMerge]:
    """The files to be merged, oldest first. What has a record that is wrong stays where it is, whole."""
    for copy in copies(paths):
        yield _read(copy.data, None, f"{copy.path}", lambda copy=copy: move_away(paths, copy))  # type: ignore[misc]
    for kept in recovery.find_unsaved(paths):
        yield _read(kept.data, kept.base, f"{kept.path}", lambda kept=kept: recovery.discard(kept))  # type: ignore[misc]


def _read(data: bytes, base: bytes | None, name: str, finish: Callable[[], object]) -> PendingMerge:
    nothing = Logbook()
    try:
        read = salvage(data)
        base_logbook = None if base is None else salvage(base).logbook
    except reader.Unreadable as error:
        text = f"{name} can't be merged: {error.problems[0]}. It stays where it is."
        return PendingMerge(nothing, None, finish, text)
    if read.rejected or read.logbook.format > FORMAT:
        why = str(read.rejected[0]) if read.rejected else "a newer followup-tui wrote it"
        return PendingMerge(nothing, None, finish, f"{name} can't be merged: {why}. It stays where it is.")
    return PendingMerge(read.logbook, base_logbook, finish)
