"""What an answer of theirs does: which one decides, and whether a new quiet period begins.

The last answer decides, "thanks" apart. An answer without `says`, as in older files, reads as "still
deciding" where a promised day was put on record with it or after it. One that says something else ends the
wait, whatever day they named with it: after that day a follow-up is possible again, and never due.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from followup_tui.core.model.logbook import Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION, is_answer
from followup_tui.core.rules.outcomes import REJECTED, fold_outcome, is_cancelled
from followup_tui.core.rules.plan_types import Answer, Promised, SendState
from followup_tui.core.rules.position import Position, Round


def last_answer(position: Position, round_: Round, promised: Promised) -> Answer | None:
    """Return the answer that decides; None where nothing but thanks was received since a round."""
    answers = _answers_since(position, round_)
    if not answers:
        return None
    last = answers[-1]
    has_new_date = promised.is_recorded and _is_promised_after(last, promised.said_on, promised.at)
    says = last.says
    if says is Says.UNSPECIFIED:
        says = Says.DECIDING if has_new_date else Says.OTHER
    return Answer(last.at, says, has_new_date)


def answers_with_new_date(position: Position, round_: Round) -> list[Answer]:
    """Return the answers since a round with which they named a new day, earliest first.

    A promised day goes with the last answer before it.
    """
    answers = _answers_since(position, round_) if position.promises else []
    with_new_date = []
    for promise in position.promises:
        earlier = [answer for answer in answers if _is_promised_after(answer, promise.said_on, promise.at)]
        with_new_date += earlier[-1:]
    return with_new_date


def _answers_since(position: Position, round_: Round) -> list[Answer]:
    """Return their answers since a round, thanks apart, earliest first.

    A cancelled round reads like an answer "still deciding" of the day for which it was planned. Where they
    named a new day after the invitation to it, that is what they said about it, and it counts for nothing
    (ours): no estimate overrides a day of theirs.
    """
    replies = [
        Answer(contact.at, contact.says) for contact in position.contacts_since(round_) if is_answer(contact)
    ]
    cancelled = [
        Answer(record.held_at, Says.DECIDING)
        for record in position.interviews
        if is_cancelled(record) and record.held_at >= round_.begins_at
    ]
    if not cancelled or _named_day_after_invitation(position, replies):
        return replies
    return sorted(replies + cancelled, key=lambda answer: answer.at)


def _named_day_after_invitation(position: Position, replies: Sequence[Answer]) -> bool:
    """Return whether they promised a day with a reply after the last invitation; after any reply if none."""
    invitations = [number for number, reply in enumerate(replies) if reply.says is Says.NEXT_ROUND]
    later = replies[invitations[-1] + 1 :] if invitations else replies
    return any(
        _is_promised_after(reply, promise.said_on, promise.at)
        for reply in later
        for promise in position.promises
    )


def _is_promised_after(answer: Answer, said_on: date, at: datetime | None) -> bool:
    """Return whether a promised day was put on record with the answer or after it."""
    if said_on == answer.received_on and at is not None:
        return at >= answer.at
    return said_on >= answer.received_on


def after_answer(promised: Promised, answer: Answer | None, rules: Rules) -> Promised:
    """Return the promised day that counts after the answer.

    Without a new date, "still deciding" is quiet for `answer_days`, as our estimate; a promised day that is
    further ahead than that stands (ours: too late does less harm than too soon).
    """
    if answer is None or not answer.is_new_wait or answer.has_new_date:
        return promised
    estimate = answer.received_on + timedelta(days=rules.answer_days)
    if not promised.is_estimate and promised.day >= estimate:
        return promised
    return Promised(estimate, "", answer.received_on, is_estimate=True)


def rejection_reply(position: Position, outcome: str) -> SendState | None:
    """Return whether the user answered the rejection, which is optional: with thanks, and the door left open.

    Return None where the position is not `rejected`.
    """
    if fold_outcome(outcome) != REJECTED:
        return None
    sent = [contact for contact in position.contacts if contact.letter == ANSWER_TO_REJECTION]
    is_skipped = any(ANSWER_TO_REJECTION in record.skips.letters for record in position.interviews)
    return SendState(sent[-1] if sent else None, is_skipped)
