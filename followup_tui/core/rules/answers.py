"""What an answer of theirs does: which one decides, whether a new quiet period begins, and open offers.

The last answer decides, "thanks" apart. An answer without `says`, as in older files, and one that says
something else read as "still deciding" where a promised day was put on record with it or after it (ours: a
new day of theirs is a new wait, whatever else they wrote).
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from followup_tui.core.model.logbook import Contact, ContactKind, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan_types import Answer, Offer, Promised
from followup_tui.core.rules.position import REJECTED, Position, is_cancelled

OFFER_IN_HAND = "offer in hand"
ACCEPT = "accept"
DECLINE = "decline"
ASK_FOR_TIME = "ask for time"
WITHDRAW = "withdraw"
ANSWER_TO_REJECTION = "answer to rejection"
"""The ids of the letters with which the user answers; only the first counts as a follow-up."""


PHONE = "phone"
"""The channel of a call."""


def is_call(contact: Contact) -> bool:
    """Return whether a contact is a call of theirs that said nothing of the decision.

    It reads as `thanks` (ours): the wait goes on as it was until what they said is recorded as an answer.
    """
    is_theirs = contact.kind is ContactKind.REPLY and contact.says is Says.THANKS
    return is_theirs and contact.channel == PHONE


def contact_day(contact: Contact) -> date:
    """Return the calendar day on which a contact took place, where it took place."""
    return contact.at.date()


def last_answer(position: Position, since: datetime, promised: Promised) -> Answer | None:
    """Return the answer that decides; None where nothing but thanks was received since the moment `since`.

    A cancelled round reads like an answer "still deciding" of the day for which it was planned.
    """
    answers = [
        Answer(contact.at, contact.says)
        for contact in position.contacts
        if contact.kind is ContactKind.REPLY and contact.says is not Says.THANKS and contact.at >= since
    ]
    answers += [
        Answer(record.held_at, Says.DECIDING)
        for record in position.interviews
        if is_cancelled(record) and record.held_at >= since
    ]
    if not answers:
        return None
    last = max(answers, key=lambda answer: answer.at)
    has_new_date = _is_revised_by(promised, last.at)
    says = last.says
    if says in (Says.UNSPECIFIED, Says.OTHER):
        says = Says.DECIDING if has_new_date else Says.OTHER
    return Answer(last.at, says, has_new_date)


def _is_revised_by(promised: Promised, answered_at: datetime) -> bool:
    """Return whether the promised day was put on record with the answer or after it."""
    if not promised.is_recorded:
        return False
    if promised.said_on == answered_at.date() and promised.at is not None:
        return promised.at >= answered_at
    return promised.said_on >= answered_at.date()


def after_answer(promised: Promised, answer: Answer | None, rules: Rules) -> Promised:
    """Return the promised day that stands after the answer.

    Without a new date, "still deciding" is quiet for `answer_days`, as our estimate; a promised day that is
    further ahead than that stands (ours: too late does less harm than too soon).
    """
    if answer is None or not answer.is_new_wait or answer.has_new_date:
        return promised
    estimate = answer.on + timedelta(days=rules.answer_days)
    if not promised.is_guess and promised.day >= estimate:
        return promised
    return Promised(estimate, "", answer.on, is_guess=True)


def open_offer(contacts: Iterable[Contact], rules: Rules) -> Offer | None:
    """Return the offer that waits for the user's answer; None where there is none.

    It outlives later answers and rounds, a rejection apart. A newer one replaces its day; one that names no
    day keeps the day that still stands (ours: better terms seldom move the deadline), else the day is our
    estimate. Whether an outcome has closed the position is not looked at.
    """
    offer: Offer | None = None
    for contact in sorted(contacts, key=lambda contact: (contact.at, contact.id)):
        if contact.kind is ContactKind.REPLY and contact.says is Says.REJECTION:
            offer = None
        elif contact.kind is ContactKind.REPLY and contact.says is Says.OFFER:
            day, is_guess = contact.answer_by, False
            if (
                day is None
                and offer is not None
                and not offer.is_guess
                and offer.answer_by >= contact_day(contact)
            ):
                day = offer.answer_by
            if day is None:
                day, is_guess = contact_day(contact) + timedelta(days=rules.offer_days), True
            offer = Offer(contact_day(contact), day, is_guess)
        elif offer is not None and contact.letter == ASK_FOR_TIME:
            offer = offer._replace(is_their_turn=True)
    return offer


class RejectionReply(NamedTuple):
    """The user's answer to a rejection, which is optional: thanks, one question, the door left open."""

    sent: Contact | None
    is_skipped: bool


def rejection_reply(position: Position, outcome: str) -> RejectionReply | None:
    """Return how far the answer to a rejection has come; None where the position is not `rejected`."""
    if outcome != REJECTED:
        return None
    sent = [contact for contact in position.contacts if contact.letter == ANSWER_TO_REJECTION]
    is_skipped = any(ANSWER_TO_REJECTION in record.skips.letters for record in position.interviews)
    return RejectionReply(sent[-1] if sent else None, is_skipped)


def sent_offer_message(contacts: Iterable[Contact], since: datetime) -> bool:
    """Return whether the message about an offer in hand elsewhere was sent since then."""
    return any(contact.letter == OFFER_IN_HAND and contact.at >= since for contact in contacts)
