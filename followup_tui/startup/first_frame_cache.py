"""The cached first frame: rendered at quitting, shown at the next start; exact, or not at all.

It is a file in our state folder, for this user alone. Its key is all that the frame depends on: the content
of the logbook, the size of the terminal and how it shows colours, the zone, the hints used so far, the
interview seen last; and it says from when until when the frame is right. This module imports next to
nothing: it runs before all else.
"""

import os
import sys

from followup_tui import __version__
from followup_tui.storage.cache.timed_file import read_timed, write_timed
from followup_tui.storage.constants import MAX_BYTES, short_digest
from followup_tui.storage.paths import LAST_SEEN_FILE, USED_HINTS_FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

VARIABLES = ("TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
"""The environment variables, besides Textual's own, that change what is drawn."""

Size = tuple[int, int]
"""Columns and lines of the terminal."""


def cached_frame(path: str, state: str, size: Size, now: float, offset: float) -> str | None:
    """Return what to write to a terminal of that size; None if the app has to draw itself.

    `now` is in seconds since 1970, `offset` that of the zone from UTC in seconds.
    """

    def key() -> str:
        try:
            with open(path, "rb") as file:
                return _key(file.read(MAX_BYTES), state, size, offset)
        except OSError:
            return ""

    return read_timed(_cache_path(path, state), key, now)


def cache_frame(
    path: str,
    state: str,
    data: bytes,
    size: Size,
    offset: float,
    validity: "tuple[datetime, datetime]",
    frame: str,
) -> None:
    """Cache a frame of a logbook that holds `data`, in a zone `offset` seconds from UTC.

    It is right from the first moment of `validity` until before the second. Failing to write is not an error.
    """
    write_timed(_cache_path(path, state), _key(data, state, size, offset), *validity, frame)


def _cache_path(path: str, state: str) -> str:
    return os.path.join(state, f"{short_digest(os.path.realpath(path))}.picture")


def _key(data: bytes, state: str, size: Size, offset: float) -> str:
    """Return whatever a frame depends on, as a text: the program, the terminal, the data, the settings."""
    variables = [f"{name}={os.environ.get(name)}" for name in VARIABLES]
    variables += sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("TEXTUAL"))
    parts = (
        __version__,
        sys.hexversion,
        *size,
        offset,
        short_digest(data),
        short_digest(_read(state, USED_HINTS_FILE)),
        short_digest(_read(state, LAST_SEEN_FILE)),
        short_digest("\n".join(variables).encode(errors="replace")),
    )
    return " ".join(map(str, parts))


def _read(state: str, name: str) -> bytes:
    """Return what is in a file of the state folder; nothing if it can't be read."""
    try:
        with open(os.path.join(state, name), "rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return b""
