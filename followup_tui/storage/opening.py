"""Opening the logbook: the file, read and understood, or what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from followup_tui.core.model import Logbook
from followup_tui.storage import codec, file


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
        return Opened(codec.decode(data), data)
    except codec.Unreadable as error:
        raise BrokenFile(path, tuple(map(str, error.problems))) from None
