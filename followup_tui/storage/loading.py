"""Opening the logbook: the file, read and understood, or what is wrong with it."""

from pathlib import Path
from typing import NamedTuple

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.rejected import RejectedRecord
from followup_tui.storage.toml.salvage import salvage


class BrokenFile(Exception):
    """The file is there and can't be used; nothing was changed."""

    def __init__(self, path: Path, lines: tuple[str, ...]) -> None:
        self.path = path
        self.lines = lines
        """One line for each problem, most telling first."""
        self.paths: Paths | None = None
        """Where its backups are, if that is known."""
        super().__init__(f"{path}: {lines[0]}")


class LoadedFile(NamedTuple):
    """A logbook and the bytes it was read from; None where there is no file yet."""

    logbook: Logbook
    data: bytes | None
    rejected: tuple[RejectedRecord, ...] = ()
    """Records that are wrong: to be shown, and to be given to every `encode` of this logbook."""
    notices: tuple[str, ...] = ()
    """What was changed in reading, one line each."""
    is_merged: bool = False
    """Whether the logbook is more than what stands in the file: both sides of a conflict that git marked."""


def load(paths: Paths) -> LoadedFile:
    """As `load_file`; but a file that has become empty, and was not, has lost what was in it.

    Raises BrokenFile.
    """
    opened = load_file(paths.data)
    if opened.data is not None and not opened.data.strip():
        from followup_tui.storage.backups import backups

        if any(one.interviews for one in backups(paths)):
            back = "`followup-tui restore` lists what it held; to begin anew, remove the file"
            raise BrokenFile(paths.data, (f"it is empty, and was not: {back}",))
    return opened


def load_file(path: Path) -> LoadedFile:
    """The logbook in the file; an empty one where there is no file yet, or nothing in it.

    Raises BrokenFile.
    """
    try:
        data = atomic.read(path)
    except atomic.FileProblem as problem:
        raise BrokenFile(path, (str(problem).removeprefix(f"{path} "),)) from None
    if data is None or not data.strip():
        return LoadedFile(Logbook(), data)
    # Looked for first: where the marks stand within notes, the file could be read with them.
    if (both := _both_sides(data)) is not None:
        return both
    try:
        read = salvage(data)
    except reader.Unreadable as error:
        raise BrokenFile(path, tuple(map(str, error.problems))) from None
    return LoadedFile(read.logbook, data, read.rejected, read.notices)


def _both_sides(data: bytes) -> LoadedFile | None:
    """The two versions between which git put its marks, as one; None where there is nothing of that."""
    if b"\n<<<<<<< " not in data:
        return None
    from followup_tui.core.merge.git_markers import split_conflict_markers
    from followup_tui.core.merge.logbooks import merge

    sides = split_conflict_markers(data.decode("utf-8-sig", errors="replace"))
    if sides is None:
        return None
    try:
        ours, theirs = (salvage(side.encode()) for side in sides[:2])
        base = salvage(sides[2].encode()).logbook if sides[2] is not None else None
    except reader.Unreadable:
        return None
    merged = merge(base, ours.logbook, theirs.logbook)
    told = ("git left two versions in the file; they are one now", *(one.text for one in merged.conflicts))
    aside = (*ours.rejected, *(one for one in theirs.rejected if one not in ours.rejected))
    return LoadedFile(merged.logbook, data, aside, (*told, *ours.notices, *theirs.notices), is_merged=True)
