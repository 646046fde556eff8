"""Standard input: lines that are piped in, or typed in the terminal."""

import signal
import sys

from followup_tui.core.errors import failure
from followup_tui.storage.constants import MAX_BYTES, too_large
from followup_tui.storage.inbox_append import AppendError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


def read_input() -> bytes:
    """Return what standard input holds, or what is typed there. Raise AppendError where it can't be read."""
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        print("Write what you remember, line by line. Finish with ctrl+d on an empty line.", file=sys.stderr)
    try:
        data = _read(sys.stdin.buffer, MAX_BYTES + 1)
    except OSError as error:
        raise AppendError(failure("standard input", "read", error)) from None
    if len(data) > MAX_BYTES:
        raise AppendError(too_large("standard input", "a note"))
    return data


def _read(stream: "BinaryIO", size: int) -> bytes:
    """Return what the stream holds, up to `size` bytes. Ctrl+c ends the process meanwhile, unless ignored.

    The system ends it: Python acts on a signal between two of its own instructions only, and a ctrl+c that
    comes just as a line has been read would have to wait for the next line.
    """
    handled_by_python = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if handled_by_python:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return stream.read(size)
    finally:
        if handled_by_python:
            signal.signal(signal.SIGINT, signal.default_int_handler)
