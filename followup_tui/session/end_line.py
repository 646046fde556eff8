"""The end line of the file: added again if only it is missing, and the user says that the file is complete.

Most files that lack the line were cut off, and lack more. Others lost it to an editor.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import atomic
from followup_tui.storage.backups import make_backup
from followup_tui.storage.constants import END
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage


def read_without_end(path: Path) -> Logbook | None:
    """Return the logbook in a file to which only its end line is missing; None if it is there, if something
    else is wrong, or if no interview is left."""
    try:
        data = atomic.read(path)
    except atomic.FileProblem:
        return None
    return None if data is None else _decode_without_end(data)


def add_end_line(paths: Paths, clock: Callable[[], datetime]) -> str:
    """Write the missing end line, after a backup of the file as it is; return why that failed, or nothing."""
    try:
        data = atomic.read(paths.data)
        if data is None or _decode_without_end(data) is None:
            return f"{paths.data} has changed; look at it again."
        atomic.replace_if_unchanged(
            paths.data,
            _completed(data),
            data,
            paths.state,
            lambda replaced: make_backup(paths, replaced, clock()),
        )
    except atomic.FileProblem as problem:
        return str(problem)
    return ""


def _decode_without_end(data: bytes) -> Logbook | None:
    """Return the logbook in some data that is whole once its end line is added, else None."""
    try:
        salvage(data)
    except Unreadable:
        try:
            salvaged = salvage(_completed(data))
        except Unreadable:
            return None
        is_whole = bool(salvaged.logbook.interviews) and not salvaged.rejected
        return salvaged.logbook if is_whole else None
    return None


def _completed(data: bytes) -> bytes:
    """Return `data` with the end line in place of a last line that is its beginning."""
    rest, _, last = data.rstrip().rpartition(b"\n")
    whole = rest if last and END.encode().startswith(last) else data
    return whole.rstrip(b"\n") + b"\n\n" + END.encode()
