"""What is written reaches the terminal whole and in order; one that does not read holds up nobody."""

import contextlib
import os
import pty
import threading
import time
from collections.abc import Iterator
from io import FileIO

import pytest

from followup_tui.tui.terminal.writer import Output

PATIENCE = 20.0
"""How long a thread is waited for, in seconds."""


class Reader:
    """The other end of a terminal: what comes is read once `go` is called."""

    def __init__(self, fd: int) -> None:
        self._fd, self.read, self._may = fd, bytearray(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._may.wait(PATIENCE)
        with contextlib.suppress(OSError):
            while data := os.read(self._fd, 4096):
                self.read += data

    def go(self) -> None:
        self._may.set()

    def end(self) -> bytes:
        """Return all that came until the terminal was closed."""
        self._thread.join(PATIENCE)
        return bytes(self.read)


@pytest.fixture
def terminal() -> Iterator[tuple[FileIO, int]]:
    """Return both ends; the test closes the inner one, and may close the outer one."""
    outer, inner = pty.openpty()
    # Closed a second time by its number, it could be a file of somebody else by then.
    with open(outer, "rb", buffering=0) as outer_end:
        yield outer_end, inner


def test_all_comes_in_order_whether_the_terminal_reads_or_not(terminal: tuple[FileIO, int]) -> None:
    outer, inner = terminal
    os.set_blocking(inner, True)
    reader = Reader(outer.fileno())
    pieces = [f"<{n}:{'é' * (n % 700)}>" for n in range(2000)]
    with os.fdopen(inner, "w") as file:
        output = Output(file)
        started = time.monotonic()
        for n, piece in enumerate(pieces):
            output.write(piece)
            if n == 1500:
                assert time.monotonic() - started < PATIENCE / 2, "nobody has read a byte by now"
                assert output.is_alive()
                reader.go()
        output.stop()
    expected = "".join(pieces).encode()
    assert reader.end() == expected


def test_what_the_terminal_takes_is_there_at_once_and_without_a_thread(terminal: tuple[FileIO, int]) -> None:
    outer, inner = terminal
    with os.fdopen(inner, "w") as file:
        output = Output(file)
        output.write("hello")
        assert outer.read(100) == b"hello"
        assert not output.is_alive()
        output.stop()


def test_a_terminal_that_is_gone_raises_nothing(terminal: tuple[FileIO, int]) -> None:
    outer, inner = terminal
    with os.fdopen(inner, "w") as file:
        output = Output(file)
        output.write("x" * 500_000)
        assert output.is_alive()
        outer.close()
        output.write("more")
        output.stop()
