"""The first picture of the app, kept at quitting and shown at the next start: exact, or not at all.

It stands in our state folder for this user alone, with what tells that the same would be drawn now: what is
in the file, the size of the terminal and how it shows colours, the zone, and the moments between which it
holds. It imports next to nothing: it is shown before all else.
"""

import os
import sys

from followup_tui import __version__
from followup_tui.storage.cache.timed_file import read_timed, write_timed
from followup_tui.storage.constants import MAX_BYTES, short_digest
from followup_tui.storage.paths import USED_HINTS_FILE

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

    def key() -> str:
        try:
            with open(path, "rb") as file:
                return _told(file.read(MAX_BYTES), state, size, offset)
        except OSError:
            return ""

    return read_timed(_place(path, state), key, now)


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
    key = _told(data, state, size, offset)
    write_timed(_place(path, state), key, *between, picture)


def _place(path: str, state: str) -> str:
    return os.path.join(state, f"{short_digest(os.path.realpath(path))}.picture")


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
        short_digest(data),
        short_digest(used),
        short_digest("\n".join(looks).encode(errors="replace")),
    )
    return " ".join(map(str, parts))
