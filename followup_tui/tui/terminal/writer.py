"""Writing to the terminal: at once what it takes, the rest by a thread; a slow one holds up no key."""

import os
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO

from textual.drivers._writer_thread import WriterThread


class Output(WriterThread):
    """Writes to a terminal, in order.

    A thread has to wait for its turn while the app goes on computing, and that can be seen. So what the
    terminal takes without blocking is written by the caller, and only the rest, if any, by the thread.
    """

    def __init__(self, terminal: TextIO) -> None:
        """Open the terminal a second time; raise OSError if that fails."""
        super().__init__(terminal)
        # Its other descriptions are shared with the shell, which would not wait for the terminal either.
        self._nonblocking = os.open(os.ttyname(terminal.fileno()), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        self._unwritten: SimpleQueue[bytes | None] = SimpleQueue()
        # A signal that stops the app writes, too, and may come while something is written.
        self._lock = threading.RLock()
        self._pending = 0
        """How many pieces the thread has to write, the current one included."""

    def write(self, text: str) -> None:
        """Write what the terminal takes at once; the thread, started if need be, writes the rest."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            if not self._pending:
                data = self._write_nonblocking(data)
            if not data:
                return
            self._pending += 1
        self._unwritten.put(data)
        if not self.is_alive():
            self.start()

    def _write_nonblocking(self, data: bytes) -> bytes:
        """Write what the terminal takes without blocking; return the rest."""
        try:
            while data:
                data = data[os.write(self._nonblocking, data) :]
        except BlockingIOError:
            pass
        except OSError:
            return b""  # it is gone, which the reader will find out
        return data

    def run(self) -> None:
        while (data := self._unwritten.get()) is not None:
            with suppress(OSError):
                while data:
                    data = data[os.write(self.fileno(), data) :]
            with self._lock:
                self._pending -= 1

    def stop(self) -> None:
        if self.is_alive():
            self._unwritten.put(None)
            self.join()
        # The app may go on writing while it is stopped or on its way out, when the number may be another
        # file's.
        nonblocking, self._nonblocking = self._nonblocking, -1
        os.close(nonblocking)
