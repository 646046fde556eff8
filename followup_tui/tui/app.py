"""The app: opens the session, shows the main screen or what is wrong with the file, ends in good order."""

import asyncio
import signal
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, TextArea

from followup_tui.session import BrokenFile, Session
from followup_tui.storage.file import FileProblem
from followup_tui.tui.external import edit_file
from followup_tui.tui.screens.main import MainScreen
from followup_tui.tui.screens.panes import PanesScreen
from followup_tui.tui.screens.problem import ProblemScreen
from followup_tui.tui.themes import DARK, LIGHT

HAS_PROBLEMS = 1
"""Exit status: the file can't be used as it is."""
TRIPS, TEXT_TRIPS = 4, 2
"""How often a messenger goes from the focus up to the app until what a key set off is taken for done: once
for the key, once for the action it stands for, once for the focus this moves; a letter moves nothing."""
SETTLE_SECONDS = 1.0
"""How long a key is held back at most, in seconds: a messenger may go down with the screen it was on."""


class FollowUpApp(App[None]):
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
        super().__init__()
        self._open_session = open_session
        self.session: Session | None = None
        self.farewell = ""
        """A line to be printed after the screen is gone; empty when all went well."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme
        self._typed: deque[events.Key | events.Paste] = deque()
        self._is_settling = True
        self._only_text = False
        self._turn = 0
        self._deadline: asyncio.TimerHandle | None = None

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end_by, number)
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
        if isinstance(self.screen, ProblemScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self._settle(TRIPS)

    # Keys in their order. Textual hands each key at once to what has the focus. Of keys that come in one
    # burst (typed ahead, a slow line), those after `n` would go where the focus was: as commands, or nowhere.
    # Here the next key waits until what the last one set off has come to rest.

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._typed.append(event)
            await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        """Hands on the keys whose turn it is."""
        while self._typed:
            event = self._typed[0]
            # Letters after letters go into the same text: its own queue keeps their order.
            is_text = self._is_text(event)
            if self._is_settling and not (is_text and self._only_text):
                break
            self._typed.popleft()
            self._only_text = is_text
            await super().on_event(event)
            self._settle(TEXT_TRIPS if is_text else TRIPS)

    def _is_text(self, event: events.Key | events.Paste) -> bool:
        focused = self.focused
        if not isinstance(focused, Input) and not (isinstance(focused, TextArea) and not focused.read_only):
            return False
        return isinstance(event, events.Paste) or event.is_printable

    def _settle(self, trips: int) -> None:
        """Sends a messenger after what was set off; when it is back for the last time, keys go on."""
        self._turn += 1
        self._is_settling = True
        if self._deadline is not None:
            self._deadline.cancel()
        loop = asyncio.get_running_loop()
        self._deadline = loop.call_later(SETTLE_SECONDS, self.call_later, self._settled, self._turn)
        self._travel(self._turn, trips, (self.screen, self.focused))

    def _travel(self, turn: int, trips: int, start: tuple[object, object]) -> None:
        nodes = (self.focused or self.screen).ancestors_with_self

        def hop(place: int) -> None:
            if turn != self._turn:
                return
            for n in range(place, len(nodes)):
                if nodes[n].call_later(hop, n + 1):
                    return
            if trips > 1:
                self._travel(turn, trips - 1, start)
            elif start != (self.screen, self.focused):
                self.call_after_refresh(self._settle_again, turn)
            else:
                self.call_later(self._settled, turn)

        hop(0)

    def _settle_again(self, turn: int) -> None:
        if turn == self._turn:
            self._settle(TRIPS)

    async def _settled(self, turn: int) -> None:
        if turn == self._turn:
            self._is_settling = False
            if self._deadline is not None:
                self._deadline.cancel()
            await self._hand_on()

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

    def _end_by(self, number: signal.Signals) -> None:
        self._save_all()
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
