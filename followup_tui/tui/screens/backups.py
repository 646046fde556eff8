"""Choosing an earlier state of the file."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.tui.screens.boxes import frame_keys
from followup_tui.tui.screens.hints import Hint
from followup_tui.tui.widgets.lines import plain
from followup_tui.tui.widgets.rows import Row, RowList


class BackupsBox(ModalScreen[str | None]):
    """The backups, newest first: the key of the one that was chosen is the result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="backups.close", tooltip="Close, changing nothing"),
    ]

    def __init__(self, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = "Bring back an earlier state"
            rows = RowList()
            rows.rows = self._rows
            yield rows
            if self._rows:
                text = "What is there now becomes a backup itself, so this can be undone."
                keys: tuple[Hint, ...] = (Hint("", "↑ ↓", "choose"), Hint("", "enter", "bring back"))
            else:
                text = "There are no backups yet. One is made before a save changes the file."
                keys = ()
            yield Static(plain(text), classes="text")
            frame_keys(box, *keys, Hint("backups.close", "esc", "close"))

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
