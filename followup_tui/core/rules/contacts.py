"""On which day a contact took place, whether it is an answer of theirs, and what the last answer says."""

from collections.abc import Iterable
from datetime import date

from followup_tui.core.model.logbook import Contact, ContactKind, Says


def contact_day(contact: Contact) -> date:
    """Return the calendar day on which a contact took place, where it took place."""
    return contact.at.date()


def is_answer(contact: Contact) -> bool:
    """Return whether a contact is an answer of theirs; thanks alone are none."""
    return contact.kind is ContactKind.REPLY and contact.says is not Says.THANKS


def ends_with_rejection(contacts: Iterable[Contact]) -> bool:
    """Return whether the last of their answers, thanks apart, is a rejection."""
    return last_says(contacts) is Says.REJECTION


def last_says(contacts: Iterable[Contact]) -> Says | None:
    """Return what the last of their answers says, thanks apart; None where there is none."""
    answers = [contact for contact in contacts if is_answer(contact)]
    return max(answers, key=lambda answer: (answer.at, answer.id)).says if answers else None
