"""The end of the app: everything is saved, and a farewell says what was not."""

import asyncio
import math
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from followup_tui.session.session import Session
from followup_tui.storage.atomic import FileProblem

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Those that end the app, once all is saved."""
INPUT_SECONDS, STALLED_SECONDS, MAX_INPUT_SECONDS = 0.03, 0.8, 5.0
"""How long no input must have been under way when a signal ends the app; how long that is waited for while no
key is handled, and at most, in seconds: keys of a burst are handled one by one, on a busy machine slowly."""
HANG_UP_SECONDS = 2.0
"""How long the app may take to end once the terminal is gone, in seconds, not counting its saves."""
PART_SECONDS = 0.05
"""How long a part of that wait is, in seconds."""


class _EventLoop(asyncio.SelectorEventLoop):
    """An event loop that has the signals which end a program ignored when it closes: the app is ending then.

    Otherwise they would kill it: nobody would read the farewell, and the demo would leave its folder.
    """

    def close(self) -> None:
        """Close the loop; there is no moment at which such a signal meets no handler."""
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        signal.set_wakeup_fd(-1)
        super().close()

    def remove_signal_handler(self, sig: int) -> bool:
        """Remove a handler, but leave those that `close` has set."""
        return sig in _SIGNALS or super().remove_signal_handler(sig)


class PatientTimer(threading.Timer):
    """A timer that waits in small parts, so that it does not count while the whole process is held up.

    Otherwise it would be over, on a busy machine, before the app had a turn in which to end by itself.
    """

    def run(self) -> None:
        """Wait, and call the function if nothing has cancelled that."""
        parts = math.ceil(self.interval / PART_SECONDS)
        if not any(self.finished.wait(PART_SECONDS) for _ in range(parts)):
            self.function(*self.args, **self.kwargs)


class PendingInput(Protocol):
    """The input queue, as far as the end of the app needs it."""

    @property
    def is_done(self) -> bool:
        """Whether all that was typed has been handled."""

    @property
    def count(self) -> int:
        """A number that grows with each key, paste and click that is handed on."""


class ShutdownHost(Protocol):
    """The app, as far as its end needs it."""

    session: Session | None

    @property
    def input_queue(self) -> PendingInput: ...
    @property
    def has_unread_input(self) -> bool: ...
    def flush_typing(self, is_end: bool) -> None:
        """Hand what was typed to the session; at the end the unfinished line of the note bar, too."""


class Shutdown:
    """Saves everything, whatever ends the app."""

    def __init__(self, host: ShutdownHost, exit: Callable[[int], None]) -> None:
        """`exit` ends the app with a status."""
        self._host, self._exit = host, exit
        self._is_ending = self._has_ended = self._has_hung_up = False
        self._limit: threading.Timer | None = None
        """What ends the process after a hang-up, whatever blocks the app."""
        self.farewell = ""
        """What is printed after the screen is gone; empty when all went well."""

    @property
    def session(self) -> Session | None:
        """The open session; None while the file can't be read."""
        return self._host.session

    def handle_signals(self) -> None:
        """Have the signals that end a program handled by `end_by`; call this within the event loop."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self.end_by, number)

    def run(self, app: Coroutine[Any, Any, object]) -> None:
        """Run the app to its end. From then on, signals do not end what is left to do."""
        with asyncio.Runner(loop_factory=_EventLoop) as runner:
            runner.run(app)

    def save(self, is_last_chance: bool = True) -> bool:
        """Save what was typed; what can't be saved goes into a recovery copy. Return whether it is anywhere.

        `is_last_chance`: whether the folder for temporary files is tried as well, as on a signal.
        """
        session = self._host.session
        if session is None:
            return True
        self._host.flush_typing(is_end=True)
        try:
            copy = session.document.close(is_last_chance)
        except FileProblem as problem:
            reason = session.document.save_status.reason
            self.farewell = f"followup-tui: not saved: {reason}. Saving a copy failed, too: {problem}"
            return False
        self.farewell = ""
        if copy is not None:
            reason = session.document.save_status.reason
            self.farewell = (
                f"followup-tui: not saved: {reason}. Your changes are in {copy}; the next start adds them"
            )
        return True

    def save_before_stop(self) -> None:
        """Save what was typed: a stopped app may never be continued."""
        session = self._host.session
        if session is not None:
            # The note bar keeps its line: filed now, it would be filed again after the stop.
            self._host.flush_typing(is_end=False)
            session.document.save()

    def save_elsewhere(self, path: Path) -> str:
        """Save everything in another file; return why that failed, or an empty text."""
        session = self._host.session
        if session is not None:
            try:
                session.document.save_elsewhere(path)
            except FileProblem as problem:
                return str(problem)
        import shlex

        merge = f"followup-tui merge {shlex.quote(str(path))}"
        self.farewell = f"followup-tui: saved in {path}. To add it to your logbook: {merge}"
        return ""

    def end_by(self, number: signal.Signals) -> None:
        """Save everything, and end as a signal asks, once the keys that came before it are handled.

        After a second signal it does not wait for them.
        """
        self._has_hung_up |= number is signal.SIGHUP
        if self._is_ending:
            self._save_and_exit(number)
            return
        self._is_ending = True
        with suppress(Exception):  # it comes again at the last save, and is reported then
            self.save_before_stop()
        self._limit_ending(number)
        loop, queue = asyncio.get_running_loop(), self._host.input_queue
        latest = loop.time() + MAX_INPUT_SECONDS

        # Only a second look without input ends the app: keys may be on their way from the terminal.
        def end(was_done: bool, old_count: int, stalled_at: float) -> None:
            is_done, count = queue.is_done and not self._host.has_unread_input, queue.count
            if count != old_count:
                stalled_at = loop.time() + STALLED_SECONDS
                self._limit_ending(number)
            if (was_done and is_done) or loop.time() >= min(stalled_at, latest):
                self._save_and_exit(number)
            else:
                loop.call_later(INPUT_SECONDS, end, is_done, count, stalled_at)

        end(was_done=False, old_count=queue.count, stalled_at=loop.time() + STALLED_SECONDS)

    def _save_and_exit(self, number: signal.Signals) -> None:
        if not self._has_ended:
            self._has_ended = True
            if self._limit is not None:
                self._limit.cancel()  # a slow disk is waited for
            try:
                self.save()
            except Exception as error:  # a mistake of ours: the app would answer no signal any more
                self.report_crash(error)
            self._exit(128 + number)
        self._limit_ending(number)

    def _limit_ending(self, number: signal.Signals) -> None:
        """End the process in a while if its terminal is gone: Textual may block while it writes to that."""
        if self._limit is not None:
            self._limit.cancel()
        if self._has_hung_up:
            self._limit = PatientTimer(HANG_UP_SECONDS, os._exit, (128 + number,))
            self._limit.daemon = True
            self._limit.start()

    def report_crash(self, error: BaseException | None) -> None:
        """Save everything, log where the program failed, and say so in the farewell."""
        try:
            self.save()
        except Exception:
            self.farewell = "followup-tui: your last changes could not be saved."
            if self.session is not None:
                with suppress(Exception):  # what is in the session may be saved without what was typed last
                    self.session.document.close()
        session, apology = self.session, "followup-tui: sorry, that was a bug in the program."
        if not self.farewell and (session is None or not session.is_demo):
            self.farewell = "followup-tui: what you wrote is saved."
        if session is not None:
            from followup_tui.storage.crash_log import write_crash_log

            with suppress(FileProblem):
                path = write_crash_log(session.document.paths.state, error, session.now())
                apology += f" What went wrong, without anything you wrote, is in {path}"
        self.farewell = "\n".join(filter(None, (self.farewell, apology)))
