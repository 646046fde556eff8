"""The cache of `due --brief`: the last answer, as long as it is certain to be the same.

Its key is the file's fingerprint, the version and the zone. It imports next to nothing: a prompt asks for it
at every line.
"""

import os
import time

from followup_tui import __version__
from followup_tui.storage.cache.timed_file import read_timed, write_timed
from followup_tui.storage.constants import short_digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_QUIET_SECONDS = 2
"""A file changed less than this long ago may be changed again without a difference in its times."""


def fingerprint_text(path: str) -> str:
    """Return a text that changes when the file is written, replaced or moved; empty if there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        return ""
    parts = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return " ".join(map(str, parts))


def cached_answer(path: str, state: str, now: float) -> str | None:
    """Return the answer if it is valid at `now`, in seconds since 1970; None if it has to be made."""
    current = fingerprint_text(path)
    return read_timed(_cache_path(path, state), lambda: _key(current, now), now) if current else None


def cache_answer(path: str, state: str, before: str, now: "datetime", until: "datetime", answer: str) -> None:
    """Cache `answer`, made at `now` from a file with the fingerprint `before`, until a moment."""
    at = now.timestamp()
    try:
        is_quiet = os.stat(path).st_ctime < at - _QUIET_SECONDS
    except OSError:
        return
    if is_quiet and fingerprint_text(path) == before:
        write_timed(_cache_path(path, state), _key(before, at), now, until, answer)


def _cache_path(path: str, state: str) -> str:
    return os.path.join(state, f"{short_digest(os.path.realpath(path))}.brief")


def _key(fingerprint: str, now: float) -> str:
    here = time.localtime(now)
    return f"{__version__} {fingerprint} {here.tm_gmtoff} {here.tm_zone}"
