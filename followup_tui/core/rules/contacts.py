"""What their answers say, taken together, whichever position they belong to."""

from collections.abc import Iterable

from followup_tui.core.model.logbook import Contact, ContactKind, Says


def ends_with_rejection(contacts: Iterable[Contact]) -> bool:
    """Return whether the last of their answers, thanks apart, is a rejection."""
    return last_says(contacts) is Says.REJECTION


def last_says(contacts: Iterable[Contact]) -> Says | None:
    """Return what the last of their answers says, thanks apart; None where there is none."""
    answers = [contact for contact in contacts if contact.kind is ContactKind.REPLY]
    telling = [answer for answer in answers if answer.says is not Says.THANKS]
    return max(telling, key=lambda answer: (answer.at, answer.id)).says if telling else None
