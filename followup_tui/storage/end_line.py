"""The end line of a file: what is complete without it can have it back, if the user says that it is complete.

Most files that lack the line were cut off, and lack more. Others lost it to an editor.
"""

from collections.abc import Callable
from datetime import datetime

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import atomic
from followup_tui.storage.backups import make_backup
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import END, Unreadable
from followup_tui.storage.toml.salvage import salvage


def logbook_without_end(data: bytes) -> Logbook | None:
    """Return the logbook in a file to which only its end line is missing; None if it is there, if something
    else is wrong, or if no interview is left."""
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


def add_end_line(paths: Paths, clock: Callable[[], datetime]) -> None:
    """Write the missing end line, after a backup of the file as it is. Raise FileProblem."""
    data = atomic.read(paths.data)
    if data is None or logbook_without_end(data) is None:
        raise atomic.FileProblem(f"{paths.data} has changed; look at it again")

    def back_up(replaced: bytes) -> None:
        make_backup(paths, replaced, clock())

    atomic.replace_if_unchanged(paths.data, _completed(data), data, paths.state, back_up)


def _completed(data: bytes) -> bytes:
    """Return `data` with the end line in the place of a last line that is its beginning."""
    rest, _, last = data.rstrip().rpartition(b"\n")
    whole = rest if last and END.encode().startswith(last) else data
    return whole.rstrip(b"\n") + b"\n\n" + END.encode()
