"""What the key for copying copies from a row of the checklist: an address, a letter, a day."""

from collections.abc import Iterable

from followup_tui.core.model.logbook import Contact, ContactKind, StepId
from followup_tui.tui.screens.host import StepContext
from followup_tui.tui.screens.row_keys import LetterRow, MaterialRow, PersonRow, RowKey, StepRow


def text_to_copy(context: StepContext, row: RowKey | None) -> str:
    """Return what is worth copying of a row; empty where that is the text of the row itself.

    Of a person it is the address, else the name; of the wait the promised day; of a letter that was sent its
    text.
    """
    match row:
        case PersonRow(_, name):
            person = context.person(name)
            return (person.person.email or person.person.name) if person is not None else name
        case MaterialRow(what):
            return what
        case StepRow(StepId.WAIT):
            return context.plan.promised.day.isoformat()
        case StepRow(StepId.FOLLOW_UP):
            return _latest_text(
                contact for contact in context.contacts if contact.kind is ContactKind.FOLLOW_UP
            )
        case LetterRow(kind):
            return _latest_text(contact for contact in context.contacts if contact.letter == kind)
        case _:
            return ""


def _latest_text(contacts: Iterable[Contact]) -> str:
    texts = [contact.text for contact in contacts if contact.text.strip()]
    return texts[-1] if texts else ""
