"""What goes to the terminal: at once where it takes it, else by a thread: a slow one holds up no key."""

import os
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO

from textual.drivers._writer_thread import WriterThread


class Output(WriterThread):
    """Writes to a terminal, in the order in which it was told to.

    A thread that writes has to wait for its turn while the app goes on computing; that can be seen. So what
    the terminal takes without waiting is written where it is made, and the rest, if any, beside the app.
    """

    def __init__(self, terminal: TextIO) -> None:
        """Raises OSError where the terminal can't be opened a second time."""
        super().__init__(terminal)
        # Its other descriptions are shared with the shell, which would not wait for the terminal either.
        self._hasty = os.open(os.ttyname(terminal.fileno()), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        self._left: SimpleQueue[bytes | None] = SimpleQueue()
        # A signal that stops the app writes, too, and may come while something is written.
        self._lock = threading.RLock()
        self._number_left = 0
        """How many pieces the thread has to write, the one it is at among them."""

    def write(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        with self._lock:
            if not self._number_left:
                data = self._at_once(data)
            if not data:
                return
            self._number_left += 1
        self._left.put(data)
        if not self.is_alive():
            self.start()

    def _at_once(self, data: bytes) -> bytes:
        """Writes what the terminal takes without waiting; what is left of it."""
        try:
            while data:
                data = data[os.write(self._hasty, data) :]
        except BlockingIOError:
            pass
        except OSError:
            return b""  # it is gone; whoever reads from it finds out
        return data

    def run(self) -> None:
        while (data := self._left.get()) is not None:
            with suppress(OSError):
                while data:
                    data = data[os.write(self.fileno(), data) :]
            with self._lock:
                self._number_left -= 1

    def stop(self) -> None:
        if self.is_alive():
            self._left.put(None)
            self.join()
        os.close(self._hasty)
