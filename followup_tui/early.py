"""The terminal while the app starts: what is typed from the first moment on reaches the app.

Until Textual takes over, the terminal would echo what is typed, and keep ctrl+s and ctrl+q (which stop and
start its output), ctrl+c and ctrl+z for itself. The next thing after launching is writing a note.
"""

import atexit
import os
import signal
import sys
import termios
from contextlib import suppress
from types import FrameType
from typing import Any

_found: list[Any] | None = None


def listen() -> None:
    """Lets the terminal hand every key to us. It is given back as it was found, whatever ends the start."""
    global _found
    fd = sys.stdin.fileno()
    try:
        _found = termios.tcgetattr(fd)
        ours = termios.tcgetattr(fd)
    except termios.error:
        return
    ours[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    ours[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    ours[6][termios.VMIN] = 1
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _end_by)
    termios.tcsetattr(fd, termios.TCSANOW, ours)
    atexit.register(give_back)


def found() -> list[Any] | None:
    """How the terminal was before, as `termios.tcgetattr` tells it; None where `listen` changed nothing."""
    return _found


def give_back() -> None:
    """Puts the terminal in the mode in which it was found."""
    if _found is not None:
        with suppress(termios.error, OSError, ValueError):  # it may be gone
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, _found)


def _end_by(number: int, _: FrameType | None) -> None:
    # Nothing is open yet.
    give_back()
    os._exit(128 + number)
