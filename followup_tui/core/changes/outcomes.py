"""Keeping the outcome of a position and the contacts on record consistent when either of them changes."""

from datetime import datetime
from itertools import takewhile

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Logbook, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import is_answer
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.outcomes import fold_outcome
from followup_tui.core.rules.position import Position


def outcome_of_letter(letter: str) -> str:
    """Return the outcome of a position once a letter is sent; empty where it leaves it open."""
    if not letter:
        return ""
    # The openings of letters are much to import, and few contacts are answers of the user's.
    from followup_tui.core.letters.kinds import LETTER_KINDS

    kind = LETTER_KINDS.get(letter)
    return kind.outcome if kind is not None else ""


def letter_of_outcome(outcome: str) -> str:
    """Return the id of the letter that has an outcome; empty where no letter of the user's has it."""
    from followup_tui.core.letters.kinds import LETTER_KINDS

    folded = fold_outcome(outcome)
    return next((kind.id for kind in LETTER_KINDS.values() if folded and kind.outcome == folded), "")


def record_answered_offer(logbook: Logbook, position: Position, at: datetime | None = None) -> Logbook:
    """Return the logbook with the user's answer to an open offer, where the outcome alone says it.

    Without it the offer would wait for an answer again once the outcome is replaced. The day of the answer
    is not known: it is put at `at`, else at the offer itself (ours).
    """
    if open_offer(position.contacts, Rules()) is None:
        return logbook
    letter = letter_of_outcome(position.recorded_outcome)
    if not letter:
        return logbook
    record, offer = max(
        (
            (record, contact)
            for record in position.interviews
            for contact in record.contacts
            if contact.kind is ContactKind.REPLY and contact.says is Says.OFFER
        ),
        key=lambda pair: pair[1].at,
    )
    answer = Contact(
        id=f"{offer.id[:50]}-{letter}",
        at=max(at or offer.at, offer.at),
        kind=ContactKind.OTHER,
        letter=letter,
    )
    return edit_interview(logbook, record.id, lambda old: old.but(contacts=(*old.contacts, answer)))


def take_back_rejection(logbook: Logbook, position: Position) -> Logbook:
    """Return the logbook without the rejection that is their last answer.

    What they wrote stays on record, as an answer of another kind; a rejection without words goes (ours: it
    holds nothing but the outcome that is taken back).
    """
    answers = [contact for contact in position.contacts if is_answer(contact)]
    rejections = {
        answer.id for answer in takewhile(lambda answer: answer.says is Says.REJECTION, reversed(answers))
    }

    def take_back(old: Interview) -> Interview:
        return old.but(
            contacts=tuple(
                contact.but(says=Says.OTHER) if contact.id in rejections else contact
                for contact in old.contacts
                if contact.id not in rejections or contact.text.strip()
            )
        )

    for record in position.interviews:
        if any(contact.id in rejections for contact in record.contacts):
            logbook = edit_interview(logbook, record.id, take_back)
    return logbook
