"""Loading the logbook: the file, read and understood, or what is wrong with it."""

from pathlib import Path
from typing import NamedTuple

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.rejected import Rejected
from followup_tui.storage.toml.salvage import salvage
from followup_tui.storage.toml.typos import misplaced_tables


class BrokenFile(Exception):
    """The file exists and can't be used; nothing was changed."""

    def __init__(self, path: Path, problems: tuple[str, ...]) -> None:
        """Take one line for each problem, most telling first."""
        self.path = path
        self.problems = problems
        super().__init__(f"{path}: {problems[0]}")


class LoadedFile(NamedTuple):
    """A logbook and the bytes it was read from."""

    logbook: Logbook
    data: bytes | None
    """None if there is no file yet."""
    rejected: tuple[Rejected, ...] = ()
    """Records that can't be used; pass them to every `encode` of this logbook, so that they stay in the
    file."""
    messages: tuple[str, ...] = ()
    """What was changed in reading or is wrong, one line each."""
    remarks: tuple[str, ...] = ()
    """What the user should know though nothing is wrong, one line each."""
    is_merged: bool = False
    """Whether the logbook is more than what is in the file: both sides of a conflict that git marked."""


def load(paths: Paths) -> LoadedFile:
    """Return the logbook like `load_file`, but refuse an empty file whose backups are not empty.

    Raise BrokenFile.
    """
    loaded = load_file(paths.data)
    if loaded.data is not None and not loaded.data.strip():
        from followup_tui.storage.backups import list_backups

        if any(backup.interviews for backup in list_backups(paths)):
            advice = "`followup-tui restore` lists what was in it; to start over, remove the file"
            raise BrokenFile(paths.data, (f"it is empty, and was not: {advice}",))
    return loaded._replace(remarks=_hard_link_remarks(paths.data))


def _hard_link_remarks(path: Path) -> tuple[str, ...]:
    try:
        is_linked = path.stat().st_nlink > 1
    except OSError:
        return ()
    if not is_linked:
        return ()
    return (f"{path} has a second name (a hard link); that one keeps the old text at a save.",)


def load_file(path: Path) -> LoadedFile:
    """Return the logbook in a file; an empty one if there is no file yet, or nothing in it.

    Raise BrokenFile.
    """
    try:
        data = atomic.read(path)
    except atomic.FileProblem as problem:
        raise BrokenFile(path, (str(problem).removeprefix(f"{path} "),)) from None
    if data is None or not data.strip():
        return LoadedFile(Logbook(), data)
    # First of all: a file whose conflict markers are within notes would be read with them.
    if (merged := _merge_conflict_markers(data)) is not None:
        return merged
    try:
        salvaged = salvage(data)
    except Unreadable as error:
        raise BrokenFile(path, tuple(map(str, error.problems))) from None
    misplaced = map(str, misplaced_tables(salvaged.logbook, data.decode("utf-8-sig")))
    return LoadedFile(salvaged.logbook, data, salvaged.rejected, (*salvaged.messages, *misplaced))


def line_of(data: bytes | None, table: str, key: str) -> int | None:
    """Return the line of a file on which a key of a table is; None where none can be named."""
    from followup_tui.storage.toml import errors

    if data is None:
        return None
    text, (first, _, rest) = data.decode("utf-8-sig"), key.partition(".")
    path = (table, first, rest) if f"[{table}.{first}]" in text else (table, key)
    return errors.line_of_path(text, path)


def _merge_conflict_markers(data: bytes) -> LoadedFile | None:
    """Return both sides of git's conflict markers, merged; None if the file has none."""
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
    except Unreadable:
        return None
    merged = merge(base, ours.logbook, theirs.logbook)
    messages = (
        "git left two versions in the file; they are merged now",
        *(conflict.text for conflict in merged.conflicts),
        *ours.messages,
        *theirs.messages,
    )
    rejected = (*ours.rejected, *(record for record in theirs.rejected if record not in ours.rejected))
    return LoadedFile(merged.logbook, data, rejected, messages, is_merged=True)
