"""The terminal while the app starts: what is typed from the first moment on reaches the app.

Until Textual takes over, the terminal would echo what is typed, and keep ctrl+s and ctrl+q (which stop and
start its output), ctrl+c and ctrl+z for itself. The next thing after launching is writing a note.
"""

import atexit
import os
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

_INPUT_FLAGS, _LOCAL_FLAGS, _CHARACTERS = 0, 3, 6
"""Where the attributes of `termios` have them."""
_OTHER_SCREEN, _ORIGINAL_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_BEGIN_UPDATE, _END_UPDATE = "\x1b[?2026h", "\x1b[?2026l"
_HOME = "\x1b[H"
_original: list[Any] | None = None
_has_frame = False
_clean_up: Callable[[], None] | None = None


def clean_up_with(clean_up: Callable[[], None]) -> None:
    """Call `clean_up` as well where a signal ends the start, from now on."""
    global _clean_up
    _clean_up = clean_up
    _handle_signals()


def enter() -> None:
    """Have the terminal hand every key to us; it is restored whatever ends the start."""
    global _original
    if _original is not None:
        return
    fd = sys.stdin.fileno()
    try:
        _original = termios.tcgetattr(fd)
        raw = termios.tcgetattr(fd)
    except termios.error:
        return
    raw[_INPUT_FLAGS] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[_CHARACTERS][termios.VMIN] = 1
    _handle_signals()
    termios.tcsetattr(fd, termios.TCSANOW, raw)
    atexit.register(restore)


def original_attributes() -> list[Any] | None:
    """Return the terminal's attributes before `enter`, as `termios.tcgetattr` does; None if not entered."""
    return _original


def show_frame(frame: str) -> None:
    """Show a frame on the terminal's other screen, until the app draws there itself."""
    global _has_frame
    _has_frame = True
    # All at once, where the terminal can.
    _write(f"{_OTHER_SCREEN}{_HIDE_CURSOR}{_BEGIN_UPDATE}{_HOME}{frame}{_END_UPDATE}")


def hand_over() -> bool:
    """Leave the other screen to the app from now on; return whether a frame is shown there."""
    global _has_frame
    had_frame, _has_frame = _has_frame, False
    return had_frame


def restore() -> None:
    """Put the terminal back into its original mode, on its original screen."""
    if hand_over():
        _write(f"{_ORIGINAL_SCREEN}{_SHOW_CURSOR}")
    if _original is not None:
        with suppress(termios.error, OSError, ValueError):  # it may be gone
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, _original)


def _write(text: str) -> None:
    """Write without a buffer: amid a write into one, the handler of a signal may not write into it."""
    data = text.encode(sys.stdout.encoding, "replace")
    with suppress(OSError, ValueError):  # the terminal may be gone
        while data:
            data = data[os.write(sys.stdout.fileno(), data) :]


def _handle_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _end_by)


def _end_by(number: int, _: FrameType | None) -> None:
    # Nothing is open yet.
    restore()
    if _clean_up is not None:
        _clean_up()
    os._exit(128 + number)
