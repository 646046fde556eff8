"""A screen over a session: what is in hand comes to the disk, and the screen says whether it is there."""

import asyncio

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.session.session import SaveState, Session
from followup_tui.tui.widgets.pane import Framed
from followup_tui.tui.widgets.styled_lines import plain

SAVE_SECONDS = 0.001
"""How long after the picture of a change it is saved, in seconds: the terminal gets the picture first."""
SLOW_SECONDS = 0.3
"""How long a save may go on until the screen says that it does, in seconds."""
RETRY_SECONDS = 2.0
"""How long after a failed save the next one is tried, in seconds."""


class SavingScreen(Screen[None]):
    """Saves what is in hand, soon after it is shown."""

    class Saved(Message):
        """The disk is done with what was to be saved."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._retrying: Timer | None = None
        self._is_warming = False
        """Whether a save waits for what is prepared for it."""

    def save_soon(self) -> None:
        """Saves after the next picture: of a thousand interviews, that takes longer than drawing a change."""
        self.call_after_refresh(self.set_timer, SAVE_SECONDS, self._save_in_turns)

    def show_saving(self) -> None:
        """Tells whether all is on the disk; if not, why, and sees to the next try."""
        saving = self.session.document.save_status
        self.query_one("#notes-pane", Framed).label(subtitle=saving.state.value)
        bar = self.query_one("#save-bar", Static)
        self.set_class(bool(saving.reason), "-unsaved")
        self.set_class(self.session.is_read_only, "-read-only")
        if saving.reason:
            again = "" if self.session.is_read_only else " Your text is kept here; it is tried again."
            bar.update(plain(f"{saving.state.value.capitalize()}: {saving.reason}.{again}"))
        if saving.state is SaveState.FAILED and self._retrying is None:
            self._retrying = self.set_timer(RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        self._retrying = None
        self._save()

    def _save_in_turns(self) -> None:
        """Saves; what is still to be prepared for the first time is done in turns, and keys come between."""
        if self.session.document.prepare_first_save():
            self.session.document.save_in_background(lambda: self.post_message(self.Saved()))
            if self.session.document.is_saving:
                asyncio.get_running_loop().call_later(SLOW_SECONDS, self.call_later, self._tell_slow)
            else:
                self.show_saving()
        elif not self._is_warming:
            self._is_warming = True
            self.set_timer(SAVE_SECONDS, self._warmed)

    def _warmed(self) -> None:
        self._is_warming = False
        self._save_in_turns()

    def _tell_slow(self) -> None:
        if self.session.document.is_saving:
            self.show_saving()

    def on_saving_screen_saved(self, event: Saved) -> None:
        event.stop()
        self._saved()

    def _save(self) -> None:
        self.session.document.save()
        self._saved()

    def _saved(self) -> None:
        """Takes note of how a save went; what was changed meanwhile is saved next."""
        if self.session.document.finish_save().state is SaveState.UNSAVED:
            self.save_soon()
        self.show_saving()
