"""The user's signature, set once and put below every new letter."""

from typing import Any, Protocol

from textual.app import App

from followup_tui.core.changes.settings import SetSignature
from followup_tui.core.letters.signature import signature, signed_name
from followup_tui.core.proofreading.finding import Kind
from followup_tui.core.text import clean_line
from followup_tui.session.session import Session
from followup_tui.tui.screens.dialogs import PromptDialog
from followup_tui.tui.screens.letter.draft import DraftInHand
from followup_tui.tui.screens.letter.finding_navigation import LetterText

_LINE_BREAK = " · "
"""What stands for a line break while the signature is typed."""


class SigningHost(Protocol):
    """The screen of the letter."""

    @property
    def app(self) -> App[Any]:
        """The app, for the dialog."""

    @property
    def form(self) -> LetterText:
        """The text of the letter."""

    def show_message(self, text: str) -> None:
        """Show a short message."""


class Signing:
    """Setting the signature while a letter is written."""

    def __init__(self, host: SigningHost, session: Session, draft: DraftInHand) -> None:
        self._host, self._session, self._draft = host, session, draft

    def set_signature(self) -> None:
        """Ask for the signature, store it in the file, and sign the letter if no name is below it."""
        self._draft.check()

        def answered(text: str | None) -> None:
            if text is None:
                return
            self._session.do(SetSignature(text))
            self._draft.check()
            is_unsigned = (
                finding for finding in self._draft.findings if finding.kind is Kind.UNSIGNED and finding.fix
            )
            if (finding := next(is_unsigned, None)) and finding.start == finding.end:
                self._host.form.apply(finding, finding.fix or "")
                self._draft.check()
            self._host.show_message("Saved as your signature. New letters end with it.")

        usual = signed_name(self._draft.draft.body) or signature(self._session.logbook)
        start = (self._session.logbook.signature or usual).replace("\n", _LINE_BREAK)
        text = "How do you sign your letters? “ · ” starts a new line."
        dialog = PromptDialog(
            "Your signature", text, "Sam Keller · Sam Keller · +49 170 000000", parse_signature, start
        )
        self._host.app.push_screen(dialog, answered)


def parse_signature(text: str) -> tuple[str | None, str]:
    """Return the signature, whose lines are typed with a dot between them, and its preview."""
    lines = [line for part in text.split(_LINE_BREAK) if (line := clean_line(part))]
    return ("\n".join(lines), f"→ {' / '.join(lines)}") if lines else (None, "")
