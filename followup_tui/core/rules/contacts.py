"""Contacts: what they are called, their day, which are answers of theirs, and what the last answer says."""

from collections.abc import Iterable
from datetime import date

from followup_tui.core.model.logbook import Contact, ContactKind, Says

EMAIL = "email"
CARD = "card"
LINKEDIN = "LinkedIn"
PHONE = "phone"
"""Channels, as the record spells them."""
_NAMES = {
    "thank-you": "the thank-you note",
    "follow-up": "the follow-up",
    "material": "what they asked for",
    "connect": "the invitation to connect",
    "reply": "their answer",
    "offer in hand": "the message about another offer",
    "accept": "your acceptance",
    "decline": "your answer about the offer",
    "ask for time": "your request for more time",
    "withdraw": "your withdrawal",
    "answer to rejection": "your answer about the rejection",
    "other": "your message",
}


def contact_name(kind: str, person: str) -> str:
    """Return what a contact is called in a sentence: `your answer to Dana Reyes about the offer`.

    `kind` is the kind of the contact, or the id of the kind of letter where it has one.
    """
    who = f" {'from' if kind == 'reply' else 'to'} {person}" if person else ""
    what, about, subject = _NAMES.get(kind, "your message").partition(" about ")
    return f"{what}{who}{about}{subject}"


def contact_day(contact: Contact) -> date:
    """Return the calendar day on which a contact took place, where it took place."""
    return contact.at.date()


def is_answer(contact: Contact) -> bool:
    """Return whether a contact is an answer of theirs; thanks alone are none."""
    return contact.kind is ContactKind.REPLY and contact.says is not Says.THANKS


def last_says(contacts: Iterable[Contact]) -> Says | None:
    """Return what the last of their answers says, thanks apart; None where there is none."""
    answers = [contact for contact in contacts if is_answer(contact)]
    return max(answers, key=lambda answer: (answer.at, answer.id)).says if answers else None
