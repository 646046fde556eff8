"""Opening the logbook: the file, read and understood, or what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from followup_tui.core.model import Logbook
from followup_tui.storage import codec, file
from followup_tui.storage.salvage import salvage
from followup_tui.storage.set_aside import SetAside


class BrokenFile(Exception):
    """The file is there and can't be used; nothing was changed."""

    def __init__(self, path: Path, lines: tuple[str, ...]) -> None:
        self.path = path
        self.lines = lines
        """One line for each problem, most telling first."""
        super().__init__(f"{path}: {lines[0]}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A logbook and the bytes it was read from; None where there is no file yet."""

    logbook: Logbook
    data: bytes | None
    set_aside: tuple[SetAside, ...] = ()
    """Records that are wrong: to be shown, and to be given to every `encode` of this logbook."""
    notices: tuple[str, ...] = ()
    """What was changed in reading, one line each."""


def open_logbook(path: Path) -> Opened:
    """The logbook in the file; an empty one where there is no file yet, or nothing in it.

    Raises BrokenFile.
    """
    try:
        data = file.read(path)
    except file.FileProblem as problem:
        raise BrokenFile(path, (str(problem).removeprefix(f"{path} "),)) from None
    if data is None or not data.strip():
        return Opened(Logbook(), data)
    try:
        read = salvage(data)
    except codec.Unreadable as error:
        raise BrokenFile(path, tuple(map(str, error.problems))) from None
    return Opened(read.logbook, data, read.set_aside, read.notices)
