"""Contacts: what they are called, their day, which are answers of theirs, and what the last answer says."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from followup_tui.core.model.logbook import Contact, ContactKind, Says

EMAIL = "email"
CARD = "card"
LINKEDIN = "LinkedIn"
PHONE = "phone"
"""Channels, as the record spells them."""
OFFER_IN_HAND = "offer in hand"
ACCEPT = "accept"
DECLINE = "decline"
ASK_FOR_TIME = "ask for time"
WITHDRAW = "withdraw"
ANSWER_TO_REJECTION = "answer to rejection"
"""The ids of the letters with which the user answers; only the first counts as a follow-up."""


class _Words(NamedTuple):
    """What contacts of a kind, or letters of a kind, are called."""

    determiner: str
    """What a sentence puts before the noun: `the`, `your`."""
    noun: str
    about: str = ""
    """What follows the noun, and the person if there is one."""


_WORDS: dict[str, _Words] = {
    ContactKind.THANK_YOU: _Words("the", "thank-you note"),
    ContactKind.FOLLOW_UP: _Words("the", "follow-up"),
    ContactKind.MATERIAL: _Words("the", "material"),
    ContactKind.CONNECT: _Words("the", "invitation to connect"),
    ContactKind.REPLY: _Words("their", "answer"),
    OFFER_IN_HAND: _Words("the", "message", "about another offer"),
    ACCEPT: _Words("your", "acceptance"),
    DECLINE: _Words("your", "answer", "declining the offer"),
    ASK_FOR_TIME: _Words("your", "request for more time"),
    WITHDRAW: _Words("your", "withdrawal"),
    ANSWER_TO_REJECTION: _Words("your", "answer", "about the rejection"),
    ContactKind.OTHER: _Words("your", "message"),
}
"""Kind of a contact, or of a letter that has one of its own (see `letters.kinds`) -> what it is called."""
_ANSWERS = {
    Says.THANKS: "thanks",
    Says.DECIDING: "still deciding",
    Says.NEXT_ROUND: "next round",
    Says.OFFER: "offer",
    Says.REJECTION: "rejection",
}


def kind_name(kind: str, person: str) -> str:
    """Return what a contact is called in a sentence: `your answer to Dana Reyes declining the offer`.

    `kind` is the kind of the contact, or the id of the kind of letter where it has one.
    """
    if kind == ContactKind.MATERIAL:
        return f"what they asked for{_with(kind, person)}"
    words = _WORDS.get(kind, _WORDS[ContactKind.OTHER])
    return f"{words.determiner} {_title(kind, person)}"


def contact_name(contact: Contact) -> str:
    """Return what a contact is called in a sentence, as `kind_name` does."""
    return kind_name(_kind(contact), contact.person)


def contact_title(contact: Contact, *, names_person: bool = True) -> str:
    """Return what a contact was, for a list: `follow-up to Dana Reyes`, `answer from Luis: next round`."""
    if is_call(contact):
        return f"call from {contact.person}" if contact.person and names_person else "call"
    title = _title(_kind(contact), contact.person if names_person else "")
    answer = answer_words(contact)
    return f"{title}: {answer}" if answer else title


def answer_words(contact: Contact) -> str:
    """Return what an answer of theirs said, in a word or two; empty where that is not known."""
    is_reply = contact.kind is ContactKind.REPLY and not is_call(contact)
    return _ANSWERS.get(contact.says, "") if is_reply else ""


def _kind(contact: Contact) -> str:
    """Return the kind of letter that a contact was, else the kind of the contact."""
    is_letter = contact.kind is not ContactKind.REPLY and contact.letter in _WORDS
    return contact.letter if is_letter else contact.kind


def _title(kind: str, person: str) -> str:
    words = _WORDS.get(kind, _WORDS[ContactKind.OTHER])
    return f"{words.noun}{_with(kind, person)} {words.about}".rstrip()


def _with(kind: str, person: str) -> str:
    """Return who it was from or went to, to be put after the noun."""
    return f" {'from' if kind == ContactKind.REPLY else 'to'} {person}" if person else ""


def contact_day(contact: Contact) -> date:
    """Return the calendar day on which a contact took place, where it took place."""
    return contact.at.date()


def is_call(contact: Contact) -> bool:
    """Return whether a contact is a call of theirs that said nothing of the decision.

    It reads as `thanks` (ours): the wait goes on as it was until what they said is recorded as an answer.
    """
    is_theirs = contact.kind is ContactKind.REPLY and contact.says is Says.THANKS
    return is_theirs and contact.channel == PHONE


def is_answer(contact: Contact) -> bool:
    """Return whether a contact is an answer of theirs; thanks alone are not."""
    return contact.kind is ContactKind.REPLY and contact.says is not Says.THANKS


def last_says(contacts: Iterable[Contact]) -> Says | None:
    """Return what the last of their answers says, thanks apart; None where there is none."""
    answers = [contact for contact in contacts if is_answer(contact)]
    return max(answers, key=lambda answer: (answer.at, answer.id)).says if answers else None
