"""Finds an interview: type a few letters, `enter` goes there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from followup_tui.core.agenda import Entry
from followup_tui.tui.screens.present import interview_rows
from followup_tui.tui.widgets.lines import plain
from followup_tui.tui.widgets.rows import RowList


class Switcher(ModalScreen[str | None]):
    """The list of interviews over the screen, narrowed down by what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="switch.close", tooltip="Close"),
        Binding("down", "move(1)", "Down", id="switch.down", tooltip="The next one"),
        Binding("up", "move(-1)", "Up", id="switch.up", tooltip="The one before"),
    ]

    def __init__(self, entries: tuple[Entry, ...], current: str) -> None:
        super().__init__()
        self._entries, self._first = entries, current

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = "Find an interview"
            yield Input(placeholder="company, role, or what is next")
            rows = RowList()
            rows.can_focus = False
            rows.rows = interview_rows(self._entries)
            rows.cursor = self._first
            yield rows
            yield Static(plain("↑ ↓ choose · enter go there · esc close"), classes="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        query = event.value.strip()
        entries = self._entries
        if query:
            matcher = Matcher(query)
            entries = tuple(
                one for one in entries if matcher.match(f"{one.company} {one.detail} {one.next}") > 0
            )
        self.query_one(RowList).rows = interview_rows(entries)

    def action_move(self, step: int) -> None:
        self.query_one(RowList).action_move(step)

    def on_input_submitted(self) -> None:
        self.dismiss(self.query_one(RowList).cursor or None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
