"""What lies about beside the logbook and belongs into it: copies set aside, and what could not be saved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from followup_tui.core.model.logbook import FORMAT, Logbook
from followup_tui.storage import recovery
from followup_tui.storage.paths import Locations
from followup_tui.storage.sync_conflicts import copies, move_away
from followup_tui.storage.toml import reader as codec
from followup_tui.storage.toml.salvage import salvage


@dataclass(frozen=True, slots=True)
class LeftOver:
    """One file that is to be merged."""

    logbook: Logbook
    base: Logbook | None
    """What it was made from, where that is known."""
    put_away: Callable[[], object] = field(repr=False)
    """Takes it out of the way once it is merged and saved. May raise FileProblem."""
    problem: str = ""
    """Why it can't be merged, in a sentence; empty where it can."""


def left_over(locations: Locations) -> Iterator[LeftOver]:
    """The files to be merged, oldest first. What has a record that is wrong stays where it is, whole."""
    for copy in copies(locations):
        yield _read(copy.data, None, f"{copy.path}", lambda copy=copy: move_away(locations, copy))  # type: ignore[misc]
    for kept in recovery.find_unsaved(locations):
        yield _read(kept.data, kept.base, f"{kept.path}", lambda kept=kept: recovery.discard(kept))  # type: ignore[misc]


def _read(data: bytes, base: bytes | None, name: str, put_away: Callable[[], object]) -> LeftOver:
    nothing = Logbook()
    try:
        read = salvage(data)
        base_logbook = None if base is None else salvage(base).logbook
    except codec.Unreadable as error:
        text = f"{name} can't be merged: {error.problems[0]}. It stays where it is."
        return LeftOver(nothing, None, put_away, text)
    if read.set_aside or read.logbook.format > FORMAT:
        why = str(read.set_aside[0]) if read.set_aside else "a newer followup-tui wrote it"
        return LeftOver(nothing, None, put_away, f"{name} can't be merged: {why}. It stays where it is.")
    return LeftOver(read.logbook, base_logbook, put_away)
