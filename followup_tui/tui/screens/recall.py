"""The recall card on the whole screen: to be read while the phone rings, with the keys for the call."""

from typing import Protocol

from textual import events, getters, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from followup_tui.core.rules.recall import RecallCard
from followup_tui.core.rules.recall_text import card_sections, card_title
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.keymap import keymap_of
from followup_tui.tui.widgets.card_view import CardView
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.styled_lines import fit_title, plain

REFRESH_SECONDS = 1.0
"""How often the card checks whether what it shows has changed, in seconds."""
TITLE_MARGIN = 4
"""How many cells of the frame its title leaves free."""


class CardHost(Protocol):
    """What the card asks of the screen below it; `RecallActions` says what each member does."""

    def card(self) -> RecallCard | None: ...
    def reading_forms(self, text: str) -> tuple[str, ...]: ...
    def file_lines(self, bar: NoteBar, lines: str) -> None: ...
    def take_back_line(self, bar: NoteBar) -> None: ...
    def record_answer(self) -> None: ...
    def write_letter(self) -> None: ...
    def undo(self) -> None: ...


class RecallScreen(ModalScreen[None]):
    """The recall card of one position."""

    BINDINGS = bindings("recall")

    _view = getters.query_one(CardView)
    _note_bar = getters.query_one(NoteBar)
    _footer = getters.query_one(KeyFooter)

    def __init__(self, host: CardHost) -> None:
        super().__init__()
        self._host = host
        self._is_shown = False

    # Textual runs `action_NAME` for the action NAME of a binding.
    action_answer = property(lambda self: self._host.record_answer)
    action_letter = property(lambda self: self._host.write_letter)

    def compose(self) -> ComposeResult:
        yield CardView(id="card", classes="pane")
        yield NoteBar(self._host.reading_forms, id="card-note-bar")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._is_shown = True
        self._footer.show("recall", keymap_of(self.app))
        self.show_card()
        self._view.focus()
        self.set_interval(REFRESH_SECONDS, self.show_card)

    @on(events.Resize)
    def _fit_title(self) -> None:
        self.call_after_refresh(self.show_card)

    def on_screen_resume(self) -> None:
        # What was recorded in a form or a letter over the card belongs on it.
        self.show_card()

    def show_card(self) -> None:
        """Show the card as of now; without a position, close."""
        card = self._host.card()
        if card is None:
            self.dismiss(None)
            return
        room = self._view.size.width - TITLE_MARGIN
        self._view.border_title = plain(
            fit_title(card.company, card.role, room) if room > 0 else card_title(card)
        )
        self._view.sections = card_sections(card)
        self._note_bar.company = card.company

    def action_note(self) -> None:
        self._show_note_bar(is_open=True)
        self._note_bar.open()

    def action_undo(self) -> None:
        self._host.undo()
        self.show_card()

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import HelpDialog, active_rows, signs_group

        groups = (("Here", active_rows(self)), signs_group())
        self.app.push_screen(HelpDialog("Help · Recall card", (), groups))

    @on(NoteBar.Filed)
    def _file_lines(self, event: NoteBar.Filed) -> None:
        event.stop()
        self.flush()
        self.show_card()

    def flush(self, is_end: bool = False) -> None:
        """Add what was filed in the note bar to the notes; at the end of the app the unfinished line, too."""
        if self._is_shown and self.is_attached:
            bar = self._note_bar
            for lines in bar.take_all() if is_end else bar.take_filed():
                self._host.file_lines(bar, lines)

    @on(NoteBar.Recalled)
    def _take_back_line(self, event: NoteBar.Recalled) -> None:
        event.stop()
        self._host.take_back_line(self._note_bar)
        self.show_card()

    @on(NoteBar.Closed)
    def _close_note_bar(self, event: NoteBar.Closed) -> None:
        event.stop()
        self._show_note_bar(is_open=False)
        self._view.focus()

    def _show_note_bar(self, *, is_open: bool) -> None:
        self._note_bar.set_open(is_open=is_open)
        self._footer.display = not is_open
