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
_is_shown = False


def listen() -> None:
    """Lets the terminal hand every key to us. It is given back as it was found, whatever ends the start."""
    global _found
    if _found is not None:
        return
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


def show(picture: str) -> None:
    """Puts a picture on the terminal's other screen, until the app draws there itself."""
    global _is_shown
    _is_shown = True
    # All at once, where the terminal can.
    _write(f"\x1b[?1049h\x1b[?25l\x1b[?2026h\x1b[H{picture}\x1b[?2026l")


def hand_over() -> bool:
    """Leaves the other screen to the app from now on; whether a picture stands there."""
    global _is_shown
    was, _is_shown = _is_shown, False
    return was


def _write(text: str) -> None:
    with suppress(OSError, ValueError):  # the terminal may be gone
        sys.stdout.write(text)
        sys.stdout.flush()


def give_back() -> None:
    """Puts the terminal in the mode in which it was found, on the screen where it was."""
    if hand_over():
        _write("\x1b[?1049l\x1b[?25h")
    if _found is not None:
        with suppress(termios.error, OSError, ValueError):  # it may be gone
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, _found)


def _end_by(number: int, _: FrameType | None) -> None:
    # Nothing is open yet.
    give_back()
    os._exit(128 + number)
