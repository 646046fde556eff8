"""What the terminal sends, read so that no byte of it can do harm.

A paste is text, whatever it holds: Textual takes what follows an escape character in it for keys, so that a
paste could quit the app. A byte that is no UTF-8 is shown as such: Textual ends over it.
"""

import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from types import FrameType
from typing import Any, NamedTuple

from textual.drivers.linux_driver import LinuxDriver

from followup_tui.tui.terminal.input_parser import InputParser
from followup_tui.tui.terminal.writer import Output

OTHER_SCREEN = "\x1b[?1049h"
"""What Textual writes to go to the terminal's other screen."""
BEGIN_UPDATE, END_UPDATE = "\x1b[?2026h", "\x1b[?2026l"
"""What Textual writes before and after a picture, for a terminal that can show it all at once."""
READ_BYTES = 64 * 1024
"""How much is read at a time, in bytes."""
WAIT_SECONDS = 0.1
"""How long input is waited for until it is seen whether the app ends, in seconds."""


class TerminalState(NamedTuple):
    """What was done to the terminal before the driver takes it over."""

    attributes: list[Any] | None = None
    """Its attributes before that, as `termios.tcgetattr` returns them; None if they were not changed."""
    has_frame: bool = False
    """Whether its other screen is shown already, with a first frame."""


class SafeDriver(LinuxDriver):
    """Textual's driver for terminals, with a reader that no input ends, and that ends at once when told."""

    _wake: int | None = None
    """What is written to end the wait for input."""
    _is_there = False
    """Whether the terminal shows its other screen already."""
    _update: list[str] | None = None
    """The parts of a picture that is to be shown all at once; None between two pictures."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        # Textual draws on standard error, which may go to a file; that this is a terminal was made sure of.
        self._file = sys.__stdout__

    def take_over(self) -> TerminalState:
        """Return what the terminal was put into before Textual had it; by default nothing."""
        return TerminalState()

    def start_application_mode(self) -> None:
        before = self.take_over()
        self._is_there = before.has_frame
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._write_at_once()
        if before.attributes is not None:
            # What Textual has found was ours already.
            self.attrs_before = before.attributes

    def stop_application_mode(self) -> None:
        # A signal may have come amid a picture; the rest of it is not waited for.
        self._update = None
        super().stop_application_mode()

    def write(self, data: str) -> None:
        if data == OTHER_SCREEN and self._is_there:
            # Going there again would clear it: the picture that stands there would blink.
            self._is_there = False
            return
        if data == BEGIN_UPDATE:
            self._update = []
        if self._update is None:
            super().write(data)
            return
        self._update.append(data)
        if data == END_UPDATE:
            data, self._update = "".join(self._update), None
            super().write(data)

    def _write_at_once(self) -> None:
        """Gives place to our way of writing to what Textual has begun to write with."""
        begun = self._writer_thread
        if begun is not None and self._file is not None:
            with suppress(OSError):
                self._writer_thread = Output(self._file)
                begun.stop()

    def disable_input(self) -> None:
        if self._wake is not None:
            with suppress(OSError):  # the reader may just have ended by itself
                os.write(self._wake, b".")
        super().disable_input()

    def _read(self) -> bytes:
        """What came; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def run_input_thread(self) -> None:
        """Read what comes, and hand it on, until the app ends. A terminal that is gone hangs up."""
        parser = InputParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        ended, self._wake = os.pipe()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(ended, selectors.EVENT_READ)
            try:
                while not self.exit_event.is_set():
                    if any(key.fd == self.fileno for key, _ in selector.select(WAIT_SECONDS)):
                        data = self._read()
                        if not data:
                            os.kill(os.getpid(), signal.SIGHUP)
                            return
                        for message in parser.feed(decode(data)):
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)
            finally:
                wake, self._wake = self._wake, None
                os.close(ended)
                os.close(wake)


def mind_going_on() -> None:
    """Lets SIGCONT start the screen anew only after a stop that ended it.

    A terminal that hangs up sends SIGCONT, too. Textual would take over the terminal a second time: it
    would find it raw, leave it so in the end, and could wait for ever for its first writer.
    """
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(go_on):
        return
    stopped = False

    def on_stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        stop(number, frame)

    def on_going_on(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        if stopped:
            stopped = False
            go_on(number, frame)

    signal.signal(signal.SIGTSTP, on_stop)
    signal.signal(signal.SIGCONT, on_going_on)
