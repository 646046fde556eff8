"""What is still to be merged into the logbook: conflict copies and recovery files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import recovery
from followup_tui.storage.paths import Paths
from followup_tui.storage.sync_conflicts import archive_copy, conflict_copies
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage


@dataclass(frozen=True, slots=True)
class PendingMerge:
    """A file that is to be merged."""

    logbook: Logbook
    base: Logbook | None
    """What it was made from; None if that is not known."""
    finish: Callable[[], object] = field(repr=False)
    """Removes or archives the file, once it is merged and saved. May raise FileProblem."""
    problem: str = ""
    """Why it can't be merged, in a sentence; empty if it can."""


def pending_merges(paths: Paths) -> Iterator[PendingMerge]:
    """Yield the files to be merged, oldest first. One with a rejected record stays where it is, whole."""
    for copy in conflict_copies(paths):
        yield _load(copy.path, copy.data, None, partial(archive_copy, paths, copy))
    for unsaved in recovery.find_unsaved(paths):
        yield _load(unsaved.path, unsaved.data, unsaved.base, partial(recovery.remove, unsaved.path))


def _load(path: Path, data: bytes, base: bytes | None, finish: Callable[[], object]) -> PendingMerge:
    """Return a copy to be merged, or one that says why it can't be."""
    try:
        salvaged = salvage(data)
        base_logbook = None if base is None else salvage(base).logbook
    except Unreadable as error:
        reason = str(error.problems[0])
    else:
        if salvaged.rejected:
            reason = str(salvaged.rejected[0])
        elif salvaged.logbook.format > FORMAT:
            reason = "a newer followup-tui wrote it"
        else:
            return PendingMerge(salvaged.logbook, base_logbook, finish)
    return PendingMerge(Logbook(), None, finish, f"{path} can't be merged: {reason}. It stays where it is.")
