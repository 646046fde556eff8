"""The app: opens the session, shows the main screen or what is wrong with the file, ends in good order."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from followup_tui.session import BrokenFile, Session
from followup_tui.storage.file import FileProblem
from followup_tui.tui.external import edit_file
from followup_tui.tui.look import LookingApp
from followup_tui.tui.screens.main import MainScreen
from followup_tui.tui.screens.panes import PanesScreen
from followup_tui.tui.screens.problem import ProblemScreen
from followup_tui.tui.themes import DARK

HAS_PROBLEMS = 1
"""Exit status: the file can't be used as it is."""
HANG_UP_SECONDS = 2.0
"""How long the way out may take once the terminal is gone, in seconds."""


class FollowUpApp(LookingApp):
    """Six steps after an interview, full screen."""

    CSS_PATH = "app.tcss"
    TITLE = "followup-tui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True, id="app.quit", tooltip="Save and quit"),
        Binding(
            "ctrl+p",
            "command_palette",
            "Palette",
            show=False,
            id="app.palette",
            tooltip="Every action by name",
        ),
    ]

    def __init__(self, open_session: Callable[[], Session], theme: str = DARK.name) -> None:
        super().__init__(theme)
        self._open_session = open_session
        self.farewell = ""
        """A line to be printed after the screen is gone; empty when all went well."""

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end_by, number)
        self._mind_going_on()
        self._open()

    def on_problem_screen_retry(self) -> None:
        self._open()

    def on_problem_screen_edit(self) -> None:
        if isinstance(self.screen, ProblemScreen):
            problem = edit_file(self, self.screen.path)
            if problem:
                self.notify(problem, severity="warning", markup=False)
            else:
                self._open()

    def action_leave(self) -> None:
        """Saves and quits. The file could not be used: so says the exit status, too."""
        self._save_all()
        self.exit(return_code=0 if self.session is not None else HAS_PROBLEMS)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield from super().get_system_commands(screen)
        if isinstance(screen, MainScreen):
            for one in (*PanesScreen.BINDINGS, *MainScreen.BINDINGS, *self.BINDINGS):
                if isinstance(one, Binding) and one.tooltip:
                    yield SystemCommand(one.tooltip, f"key: {one.key}", self._runner(screen, one.action))

    def _runner(self, screen: Screen[None], action: str) -> Callable[[], None]:
        def run() -> None:
            self.call_later(screen.run_action, action)

        return run

    def _open(self) -> None:
        try:
            self.session = self._open_session()
        except BrokenFile as broken:
            screen: Screen[None] = ProblemScreen(broken)
        else:
            screen = MainScreen(self.session)
            self.apply_look()
        if isinstance(self.screen, ProblemScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self.mind_size(self.size)
        self.let_settle()

    def _save_all(self) -> None:
        """What was typed, and what is in hand, to the disk; what can't be saved, aside."""
        if self.session is None:
            return
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.keep_all()
        try:
            aside = self.session.close()
        except FileProblem as problem:
            self.farewell = (
                f"followup-tui: not saved: {self.session.saving.reason}; nor kept aside: {problem}"
            )
            return
        if aside is not None:
            reason = self.session.saving.reason
            self.farewell = f"followup-tui: not saved: {reason}. Everything is kept in {aside}"

    def _mind_going_on(self) -> None:
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

    def _end_by(self, number: signal.Signals) -> None:
        self._save_all()
        if number is signal.SIGHUP:
            # Writing to a terminal that is gone can block Textual's way out; all is saved by now.
            ending = threading.Timer(HANG_UP_SECONDS, os._exit, (128 + number,))
            ending.daemon = True
            ending.start()
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        # Textual would print the values of variables, and with them private notes.
        try:
            self._save_all()
        except Exception:
            self.farewell = "followup-tui: it could not even save"
        error = self._exception
        kind = type(error).__name__ if error is not None else "an error"
        place = _place(error)
        said = f" {self.farewell}" if self.farewell else " What you wrote is saved."
        self.farewell = f"followup-tui: a mistake of the program ended it ({kind}{place}).{said}"
        self._close_messages_no_wait()


def _place(error: BaseException | None) -> str:
    trace = error.__traceback__ if error is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    code = trace.tb_frame.f_code
    return f" in {code.co_filename.rpartition('/')[2]}, line {trace.tb_lineno}"
