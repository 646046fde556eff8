"""The last answer of `due --brief`, kept while it surely is the same: exact, or not at all.

It stands in our state folder for this user alone, with what tells that the file is the same, the zone, and
the moments between which it holds. It imports next to nothing: a prompt asks for it at every line.
"""

import os
import time

from followup_tui import __version__
from followup_tui.storage.constants import mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_SETTLED_SECONDS = 2
"""A file written this shortly before can be written again without that showing in its times."""


def fingerprint(path: str) -> str:
    """What is another once the file is written, replaced or moved away; empty where there is no file."""
    try:
        found = os.stat(path)
    except OSError:
        return ""
    parts = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return " ".join(map(str, parts))


def cached_answer(path: str, state: str, now: float) -> str | None:
    """The answer that holds at `now`, in seconds since 1970; None where it has to be made."""
    known = fingerprint(path)
    if not known:
        return None
    try:
        with open(_place(path, state), "rb") as file:
            head, _, answer = file.read().decode().partition("\n")
        told, begin, end, checked = head.split("|")
        holds = told == _told(known, now) and float(begin) <= now < float(end) and checked == mark(answer)
    except (OSError, ValueError):
        return None
    return answer if holds else None


def cache_answer(path: str, state: str, before: str, now: "datetime", until: "datetime", answer: str) -> None:
    """Keeps `answer`, made of a file that had the fingerprint `before`. What can't be kept is not."""
    at = now.timestamp()
    try:
        settled = os.stat(path).st_ctime < at - _SETTLED_SECONDS
        if not settled or fingerprint(path) != before:
            return
        from pathlib import Path

        from followup_tui.storage.atomic import atomic_write, make_folder

        head = f"{_told(before, at)}|{at}|{until.timestamp()}|{mark(answer)}"
        make_folder(Path(state))
        atomic_write(Path(_place(path, state)), f"{head}\n{answer}".encode())
    except OSError:
        return


def _place(path: str, state: str) -> str:
    return os.path.join(state, f"{mark(os.path.realpath(path))}.brief")


def _told(known: str, now: float) -> str:
    here = time.localtime(now)
    return f"{__version__} {known} {here.tm_gmtoff} {here.tm_zone}"
