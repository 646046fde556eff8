"""The user's signature, set once and put below every new letter."""

from typing import Any

from textual.screen import Screen

from followup_tui.core.changes.settings import SetSignature
from followup_tui.core.letters.signature import signature, signed_name
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.text import clean_line
from followup_tui.session.session import Session
from followup_tui.tui.screens.dialogs import PromptDialog
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.letter.draft import DraftInHand
from followup_tui.tui.screens.letter.letter_form import LetterForm

_LINE_BREAK = " · "
"""What is typed for a line break in the signature."""
SAVED = "Saved as your signature. New letters end with it."
"""The message once the signature is stored."""


def sign_letter(screen: Screen[Any], session: Session, draft: DraftInHand, form: LetterForm) -> None:
    """Ask for the signature, store it in the file, and sign the letter if no name is below it."""
    draft.check()

    def answered(text: str | None) -> None:
        if text is None:
            return
        session.do(SetSignature(text))
        draft.check()
        unsigned = (
            finding for finding in draft.findings if finding.kind is FindingKind.UNSIGNED and finding.fix
        )
        finding = next(unsigned, None)
        if finding is not None and finding.fix and finding.start == finding.end:
            form.sign(finding, finding.fix)
            draft.check()
        screen.notify(SAVED, markup=False)

    usual = signed_name(draft.draft.body) or signature(session.logbook)
    screen.app.push_screen(signature_dialog(session.logbook.signature or usual), answered)


def signature_dialog(start: str) -> PromptDialog[str]:
    """Return the dialog that asks for the signature, with `start` in its line at first."""
    text = "How do you sign your letters? “ · ” starts a new line."
    examples = "Sam Keller · Data engineer · +49 170 000000"
    return PromptDialog("Your signature", text, examples, parse_signature, start.replace("\n", _LINE_BREAK))


def set_signature(host: Host) -> None:
    """Ask for the signature on the main screen, and store it in the file."""

    def answered(text: str | None) -> None:
        if text is not None:
            host.do(SetSignature(text), SAVED)

    host.ask(signature_dialog(signature(host.session.logbook)), answered)


def parse_signature(text: str) -> tuple[str | None, str]:
    """Return the signature, whose lines are typed with a dot between them, and its preview."""
    lines = [line for part in text.split(_LINE_BREAK) if (line := clean_line(part))]
    return ("\n".join(lines), f"→ {' / '.join(lines)}") if lines else (None, "")
