"""How a letter is finished: handed over, put on record as sent, or discarded."""

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from followup_tui.core.dates.format import listed
from followup_tui.core.rules.contacts import CARD, PHONE, kind_name
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.dialogs import ConfirmDialog
from followup_tui.tui.screens.letter.draft import DraftInHand
from followup_tui.tui.screens.letter.hand_over import HandOverDialog, Way
from followup_tui.tui.screens.letter.view_model import by_channel, count_findings, is_mail


class Sending:
    """The ways in which the letter on a screen is finished."""

    def __init__(
        self,
        screen: Screen[str],
        draft: DraftInHand,
        folder: Path,
        keymap: Keymap,
        refuse_blocking: Callable[[], bool],
    ) -> None:
        """Finish `draft`; files with letters go to `folder`.

        `refuse_blocking` goes to the first blocking finding, if any, and returns whether there is one.
        """
        self._screen, self._draft, self._folder, self._keymap = screen, draft, folder, keymap
        self._refuse_blocking = refuse_blocking

    def choose_way(self) -> None:
        """Ask how to hand the letter over, and do it."""
        self._draft.check()

        def chosen(way: Way | None) -> None:
            match way:
                case Way.SENT:
                    self.confirm_sent()
                case Way.DISCARD:
                    self._discard()
                case Way():
                    self._hand_over(way)

        self._screen.app.push_screen(HandOverDialog(is_mail(self._draft.draft)), chosen)

    def copy(self) -> None:
        """Copy the text; ask first while a finding blocks it."""
        self._draft.check()
        self._hand_over(Way.COPY_TEXT)

    def confirm_sent(self) -> None:
        """Ask whether the letter has gone out, and put it on record; refuse while a finding blocks it."""
        self._draft.check()
        if self._refuse_blocking():
            return
        draft, kind, names = self._draft.draft, self._draft.kind, listed(self._draft.recipients)
        if not draft.body.strip() and draft.channel not in (PHONE, CARD):
            self._screen.notify("Write something first.", markup=False)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                result = self._draft.record()
                undo = f"{{history.undo}} takes {'both' if result else 'it'} back."
                message = " ".join(filter(None, (f"Recorded: {kind_name(kind.id, names)}.", result)))
                self._screen.dismiss(f"{message} {self._keymap.format(undo)}")

        to = f" to {names}" if names else ""
        question = f"Did you send this{to} {by_channel(draft.channel)}? Yes keeps a copy."
        self._screen.app.push_screen(ConfirmDialog("Sent?", question), answered)

    def _hand_over(self, way: Way) -> None:
        """Hand the letter over; ask first while a finding blocks it."""

        def hand_over() -> None:
            message = self._draft.outgoing.hand_over(way, self._screen.app, self._folder)
            self._screen.notify(message, markup=False)

        def answered(yes: bool | None) -> None:
            if yes:
                hand_over()

        blocking = tuple(finding for finding in self._draft.findings if finding.is_blocking)
        if not blocking:
            hand_over()
            return
        question = f"{count_findings(blocking).capitalize()}: {blocking[0].message} Go on anyway?"
        self._screen.app.push_screen(ConfirmDialog("Not ready yet", question), answered)

    def _discard(self) -> None:
        self._draft.discard()
        message = self._keymap.format("Draft discarded; {history.undo} brings it back.")
        self._screen.dismiss(message if self._draft.is_stored else "")
