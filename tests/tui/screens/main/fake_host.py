"""What the parts of the main screen need, without a screen: a host with a session on a file, a navigation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from followup_tui.core.changes.base import Change
from followup_tui.core.model.logbook import Interview
from followup_tui.session.session import Session
from followup_tui.storage.paths import Paths
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.host import OpenCard, OpenLetter, StepContext
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.position import shown_plan
from followup_tui.tui.screens.row_keys import RowKey
from tests.tui.pilot import NOW


class FakeHost:
    """Keeps what the parts ask for, for the test to look at."""

    letter: OpenLetter | None = None
    card: OpenCard | None = None
    record_pending: Callable[[], None] | None = None

    def __init__(self, path: Path, text: str, current: str | None = "acme") -> None:
        path.write_text(text, encoding="utf-8")
        self.session = Session(Paths(path, path.parent / "state"), lambda: NOW)
        self.keymap = Keymap()
        self.app: Any = None
        self.current = current
        self.row: RowKey | None = None
        self.messages: list[str] = []
        self.warnings: list[str] = []
        self.seconds: list[float | None] = []
        self.dialogs: list[tuple[Any, Callable[[Any], None]]] = []
        self.timers: list[tuple[float, Callable[[], Any]]] = []
        self.later: list[Callable[[], Any]] = []
        self.used: list[str] = []
        self.flushed = self.refreshed = 0

    @property
    def interview(self) -> Interview | None:
        return self.session.logbook.interview(self.current or "")

    def context(self) -> StepContext | None:
        interview = self.interview
        if interview is None:
            return None
        plan = shown_plan(self.session, interview)
        position = self.session.position_plan(interview).position
        return StepContext(interview, plan, self.session.now(), self.session.new_id, position)

    def selected_row(self) -> RowKey | None:
        return self.row

    def select_row(self, row: RowKey) -> None:
        self.row = row

    def do(self, change: Change, message: str = "") -> bool:
        self.session.do(change)
        if message:
            self.messages.append(message)
        return True

    def refresh_panes(self) -> None:
        self.refreshed += 1

    def flush_typing(self) -> None:
        self.flushed += 1

    def mark_used(self, pane: str) -> None:
        self.used.append(pane)

    def show_message(self, text: str, seconds: float | None = None) -> None:
        self.messages.append(text)
        self.seconds.append(seconds)

    def show_warning(self, text: str, seconds: float | None = None) -> None:
        self.warnings.append(text)
        self.seconds.append(seconds)

    def ask(self, dialog: Any, answered: Callable[[Any], None]) -> None:
        self.dialogs.append((dialog, answered))

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        return self.call_after_refresh(callback, *args)

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        self.later.append(lambda: callback(*args))
        return True

    def call_in(self, seconds: float, callback: Callable[[], Any]) -> Any:
        self.timers.append((seconds, callback))
        return FakeTimer()


class FakeTimer:
    """A timer that never runs by itself."""

    def cancel(self) -> None:
        """Cancel it."""


class FakeNavigation(Navigation):
    """A navigation that remembers what was opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def make_current(self, id: str) -> None:
        self.opened.append(id)

    def go_to(self, id: str) -> None:
        self.opened.append(id)

    def write_notes(self) -> None:
        self.opened.append("notes")

    def go_to_note_line(self, id: str, line: int) -> None:
        self.opened.append(f"{id}:{line}")
