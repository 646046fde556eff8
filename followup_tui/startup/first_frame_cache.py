"""The first picture of the app, kept at quitting and shown at the next start: exact, or not at all.

It stands in our state folder for this user alone, with what tells that the same would be drawn now: what is
in the file, the size of the terminal and how it shows colours, the zone, and the moments between which it
holds. It imports next to nothing: it is shown before all else.
"""

import os
import sys

from followup_tui import __version__
from followup_tui.storage.constants import MAX_BYTES, mark
from followup_tui.storage.standard_paths import USED_HINTS_FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

TONE_STYLES = ("TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
"""The variables, besides Textual's own, that change what is drawn."""

Size = tuple[int, int]
"""Columns and lines of the terminal."""


def kept_picture(path: str, state: str, size: Size, now: float, offset: float) -> str | None:
    """What to write to a terminal of that size; None where the app has to draw.

    `now` is in seconds since 1970, `offset` that of the zone from UTC in seconds.
    """
    try:
        with open(_place(path, state), "rb") as file:
            head, _, picture = file.read().decode().partition("\n")
        told, begin, end, checked = head.split("|")
        if not float(begin) <= now < float(end) or checked != mark(picture.encode()):
            return None
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES)
    except (OSError, ValueError):
        return None
    return picture if told == _told(data, state, size, offset) else None


def keep_picture(
    path: str,
    state: str,
    data: bytes,
    size: Size,
    offset: float,
    between: "tuple[datetime, datetime]",
    picture: str,
) -> None:
    """Keeps `picture`, made of a file that holds `data` in a zone so many seconds from UTC, right between two
    moments.

    What can't be kept is not.
    """
    from pathlib import Path

    from followup_tui.storage.atomic import atomic_write, make_folder

    begin, end = between
    told = _told(data, state, size, offset)
    head = f"{told}|{begin.timestamp()}|{end.timestamp()}|{mark(picture.encode())}"
    try:
        make_folder(Path(state))
        atomic_write(Path(_place(path, state)), f"{head}\n{picture}".encode())
    except OSError:
        return


def _place(path: str, state: str) -> str:
    return os.path.join(state, f"{mark(os.path.realpath(path))}.picture")


def _told(data: bytes, state: str, size: Size, offset: float) -> str:
    looks = [f"{name}={os.environ.get(name)}" for name in TONE_STYLES]
    looks += sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("TEXTUAL"))
    try:
        with open(os.path.join(state, USED_HINTS_FILE), "rb") as file:
            used = file.read(MAX_BYTES)
    except OSError:
        used = b""
    parts = (
        __version__,
        sys.hexversion,
        *size,
        offset,
        mark(data),
        mark(used),
        mark("\n".join(looks).encode(errors="replace")),
    )
    return " ".join(map(str, parts))
