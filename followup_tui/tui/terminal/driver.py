"""The driver: reads from the terminal, writes to it, and gives it back whenever the app stops or ends.

It replaces parts of Textual's driver that lose what was typed: reading ends at a byte that is not UTF-8, and
stopping knows no `bg` and `fg`. The names of Textual's driver that are overridden here are private, or made
for its own use.
"""

import asyncio
import os
import select
import selectors
import signal
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any, NamedTuple

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import MouseEvent

from followup_tui.tui.terminal.input_parser import InputParser
from followup_tui.tui.terminal.job_control import is_foreground, is_orphaned, stop_process
from followup_tui.tui.terminal.writer import Output

OTHER_SCREEN = "\x1b[?1049h"
"""What Textual writes to change to the terminal's other screen."""
KITTY_FLAGS, KITTY_FLAGS_WITH_LAYOUT = "\x1b[>25u", "\x1b[>29u"
"""How Textual asks for all keys as sequences; and with the letters that they have on a Latin keyboard."""
BEGIN_UPDATE, END_UPDATE = "\x1b[?2026h", "\x1b[?2026l"
"""What Textual writes before and after a frame, for a terminal that can show it all at once."""
STATUS_QUESTION, STATUS_REPLY = "\x1b[5n", b"\x1b[0n"
"""A question that every terminal answers, and the answer (DSR)."""
DRAIN_SECONDS, MAX_DRAIN_SECONDS = 0.3, 2.0
"""How long that answer is waited for after the last report, and at most, in seconds."""
READ_BYTES = 64 * 1024
"""How much is read at a time, in bytes."""
WAIT_SECONDS = 0.1
"""How long input is waited for until it is checked whether the app ends, in seconds."""


class TerminalState(NamedTuple):
    """What was done to the terminal before the driver takes it over."""

    attributes: list[Any] | None = None
    """Its attributes before that, as `termios.tcgetattr` returns them; None if they were not changed."""
    has_frame: bool = False
    """Whether its other screen is shown already, with a first frame."""


class SafeDriver(LinuxDriver):
    """Textual's driver for terminals, with a reader that no input ends, and that ends at once when asked."""

    _wake: int | None = None
    """What is written to end the wait for input."""
    _is_on_other_screen = False
    """Whether the terminal shows its other screen already, with a first frame."""
    _is_waiting = False
    """Whether the reader waits for input, with all that it has read handed on."""
    _has_mouse_reports = False
    """Whether the mouse has been used."""
    _has_terminal = False
    """Whether the terminal is the app's, from the start of its mode to the end of it."""
    _is_stopped = False
    """Whether the terminal was given back because of a stop."""
    _update: list[str] | None = None
    """The parts of a frame that is to be shown all at once; None between two frames."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        self._wake_lock = threading.Lock()
        super().__init__(*arguments, **settings)
        # Textual draws on standard error, which may go to a file; that this is a terminal was made sure of.
        self._file = sys.__stdout__
        self.before_stop: Callable[[], None] = lambda: None
        """Called before the terminal is given back for a stop."""
        # The handlers of Textual would run amid other work, would stop where no shell can continue, and would
        # not come back after `bg` and `fg`. One that goes on at the start would read the terminal twice, and
        # the app would never end.
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._stop)
        loop.add_signal_handler(signal.SIGCONT, self._continue)

    def take_over(self) -> TerminalState:
        """Return what the terminal was put into before Textual had it; by default nothing."""
        return TerminalState()

    def start_application_mode(self) -> None:
        before = self.take_over()
        self._is_on_other_screen = before.has_frame
        self._has_terminal = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._replace_writer()
        if before.attributes is not None:
            # What Textual has found was ours already.
            self.attrs_before = before.attributes

    def stop_application_mode(self) -> None:
        # A signal may have come amid a frame; the rest of it is not waited for.
        self._update = None
        self._has_terminal = False
        # GNU screen and others have no other screen to leave: the prompt will be on the last line.
        self.write(f"\x1b[{self._get_terminal_size()[1]};1H\x1b[2K")
        super().stop_application_mode()

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return what the terminal says of its size; the variables COLUMNS and LINES may be out of date."""
        try:
            columns, lines = os.get_terminal_size(self.fileno)
        except OSError:
            columns = lines = 0
        return (columns, lines) if columns and lines else super()._get_terminal_size()

    def write(self, data: str) -> None:
        """Write to the terminal; what belongs to one update is written at once."""
        if data == KITTY_FLAGS:
            data = KITTY_FLAGS_WITH_LAYOUT
        if data == OTHER_SCREEN and self._is_on_other_screen:
            # To change there again would clear it: the first frame would blink.
            self._is_on_other_screen = False
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

    def _replace_writer(self) -> None:
        """Replace the writer thread that Textual has begun with by our own writer."""
        started = self._writer_thread
        if started is not None and self._file is not None:
            with suppress(OSError):
                self._writer_thread = Output(self._file)
                started.stop()

    def disable_input(self) -> None:
        with self._wake_lock:
            if self._wake is not None:
                os.write(self._wake, b".")
        was_read = not self.exit_event.is_set() and self._key_thread is not None
        super().disable_input()
        if was_read and self._has_mouse_reports:
            self._drain_mouse_reports()

    def _drain_mouse_reports(self) -> None:
        """Read and drop what the mouse has set off before the terminal stopped reporting it.

        On a slow line it would come once the shell reads. Nothing comes after the reply to a question.
        """
        self.write(STATUS_QUESTION)
        received, end = b"", monotonic() + MAX_DRAIN_SECONDS
        while STATUS_REPLY not in received and monotonic() < end:
            if not select.select([self.fileno], [], [], DRAIN_SECONDS)[0]:
                break
            data = self._read()
            if not data:
                break
            received = received[-len(STATUS_REPLY) :] + data
        self._has_mouse_reports = False

    def _read(self) -> bytes:
        """Return what was read; nothing where the terminal is gone."""
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
                    self._is_waiting = True
                    ready = selector.select(WAIT_SECONDS)
                    self._is_waiting = False
                    if any(key.fd == self.fileno for key, _ in ready):
                        data = self._read()
                        if not data:
                            os.kill(os.getpid(), signal.SIGHUP)
                            return
                        for message in parser.feed(decode(data)):
                            self._has_mouse_reports |= isinstance(message, MouseEvent)
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)
            finally:
                # The number may be another file's at once: nothing may be written there any more.
                with self._wake_lock:
                    wake, self._wake = self._wake, None
                    os.close(ended)
                    os.close(wake)

    @property
    def has_unread_input(self) -> bool:
        """Whether something was typed that has not been handed to the app yet."""
        try:
            # In this order: what is read after the first look is not handed on at the second.
            is_there = bool(select.select([self.fileno], [], [], 0)[0])
        except (OSError, ValueError):
            return False
        return self._wake is not None and (is_there or not self._is_waiting)

    def use_mouse(self, is_wanted: bool) -> None:
        """Have the terminal report the mouse, or leave it to the terminal, now and after every stop."""
        if self._mouse and not is_wanted:
            self._disable_mouse_support()
        self._mouse, was_used = is_wanted, self._mouse
        if is_wanted and not was_used:
            self._enable_mouse_support()

    def _sigcont_application(self, *_: Any) -> None:
        """Do nothing: Textual sets this handler for a moment; the event loop calls `_continue` or `_stop`."""

    _sigtstp_application = _sigcont_application

    def _stop(self) -> None:
        """Give the terminal back and stop the process, for the shell to take over."""
        if is_orphaned():
            return
        self.before_stop()
        if self._auto_restart and self._has_terminal:
            self.suspend_application_mode()
            self._must_signal_resume = True
            self._is_stopped = True
        stop_process()

    def _continue(self) -> None:
        """Draw the app again after the shell's `fg`; stay stopped after its `bg`."""
        if not self._is_stopped:
            # Nothing was given up: a terminal that hangs up sends SIGCONT, too, and `kill -STOP` asks nobody.
            return
        if not is_foreground(self.fileno):
            if not is_orphaned():
                stop_process()  # after `bg`; `fg` will continue it
            return
        self._is_stopped = False
        self.resume_application_mode()
        # The terminal shows its other screen, empty; the app believes that its last frame is there.
        self._app.refresh(layout=True)


def call_before_stop(app: App[Any], function: Callable[[], None]) -> None:
    """Have a function called before a stop that the shell asks for, if the app is in a terminal."""
    if isinstance(app._driver, SafeDriver):
        app._driver.before_stop = function


def has_unread_input(app: App[Any]) -> bool:
    """Return whether something was typed in the app's terminal that has not reached it yet."""
    return isinstance(app._driver, SafeDriver) and app._driver.has_unread_input


def is_in_terminal(app: App[Any]) -> bool:
    """Return whether the app is in a terminal, not in a test or within another program."""
    return app._driver is not None and app._driver.can_suspend


def clear_screen(app: App[Any]) -> None:
    """Clear the terminal; the app has to draw everything again."""
    if app._driver is not None and not app._driver.is_headless:
        app._driver.write("\x1b[2J")


def use_mouse(app: App[Any], is_wanted: bool) -> None:
    """Have the terminal report the mouse to the app, or leave it alone."""
    if isinstance(app._driver, SafeDriver):
        app._driver.use_mouse(is_wanted)


def forget_stale_size() -> None:
    """Remove the variables COLUMNS and LINES if the terminal itself says how large it is.

    Rich goes by them before it asks the terminal, and so do programs that the app starts.
    """
    with suppress(OSError, ValueError, AttributeError):
        if all(os.get_terminal_size(sys.__stdin__.fileno())):  # type: ignore[union-attr]
            for name in ("COLUMNS", "LINES"):
                os.environ.pop(name, None)
