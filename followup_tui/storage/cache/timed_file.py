"""A cache of one text in a file: valid for exactly one key, between two moments, and as long as it is intact.

It imports next to nothing: what is cached is asked for before all else.
"""

from followup_tui.storage.constants import short_digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def read_timed(path: str, key: "Callable[[], str]", now: float) -> str | None:
    """Return the cached text if it is valid at `now` (seconds since 1970) and for `key()`; else None."""
    try:
        with open(path, "rb") as file:
            head, _, text = file.read().decode().partition("\n")
        cached_key, begin, end, digest = head.split("|")
        is_valid = float(begin) <= now < float(end) and digest == short_digest(text.encode())
    except (OSError, ValueError):
        return None
    return text if is_valid and cached_key == key() else None


def write_timed(path: str, key: str, begin: "datetime", end: "datetime", text: str) -> None:
    """Cache `text` for `key` from `begin` until `end`. Without a writable folder nothing is cached."""
    from pathlib import Path

    from followup_tui.storage.atomic import atomic_write, make_folder

    head = f"{key}|{begin.timestamp()}|{end.timestamp()}|{short_digest(text.encode())}"
    try:
        make_folder(Path(path).parent)
        atomic_write(Path(path), f"{head}\n{text}".encode())
    except OSError:
        return
