"""Choosing an earlier state of the file."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain

EVERY_SECONDS, REST_SECONDS = 0.01, 0.1
"""How often the next backup is read to tell what is in it, and how long no key must have come for that."""


_CLOSE = Hint("backups.close")


class BackupsDialog(ModalScreen[str | None]):
    """The backups, newest first: the key of the one that was chosen is the result."""

    BINDINGS = bindings("backups")

    def __init__(self, times: Mapping[str, str], tell: Callable[[str], str]) -> None:
        """`times` are the backups by their keys, newest first; `tell` reads one, and says what it has."""
        super().__init__()
        self._times, self._tell = times, tell
        self._told: dict[str, str] = {}
        self._telling: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box", id="backups-box") as box:
            box.border_title = "Bring back an earlier state"
            yield RowList()
            if self._times:
                text = "What is there now becomes the newest of these: choose that to take it back."
                keys: tuple[Hint, ...] = (
                    Hint("list.open", "bring back"),
                    _CLOSE,
                    Hint("list.up list.down", "choose"),
                )
            else:
                text = "There are no backups yet. One is made before a save changes the file."
                keys = (_CLOSE,)
            show_keys_on_border(box, *keys)
            yield Static(plain(text), classes="text")

    def on_mount(self) -> None:
        self._show()
        self.query_one(RowList).focus()
        self._telling = self.set_interval(EVERY_SECONDS, self._tell_next)

    def _tell_next(self) -> None:
        name = next((one for one in self._times if one not in self._told), None)
        if name is None:
            if self._telling is not None:
                self._telling.stop()
        elif getattr(self.app, "seconds_at_rest", REST_SECONDS) >= REST_SECONDS:
            self._told[name] = self._tell(name)
            self._show()

    def _show(self) -> None:
        self.query_one(RowList).rows = tuple(
            Row(name, (RowLine((Span(when), Span(f"  {self._told.get(name, '…')}", Tone.MUTED))),))
            for name, when in self._times.items()
        )

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
