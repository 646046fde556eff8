"""What decides about follow-ups as of one round: the promised day, the budget and the answer that count.

For a position, the latest round held decides. The same is worked out for every other round, but only for its
steps.
"""

from datetime import date, timedelta

from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Promise, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.answers import after_answer, answers_with_new_date, last_answer
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.outcomes import is_cancelled
from followup_tui.core.rules.plan_types import Answer, Offer, Promised, Source
from followup_tui.core.rules.position import Position, Round
from followup_tui.core.rules.round_plan import facts_of, noted_promises


def round_case(
    position: Position,
    current: Round,
    next_round: Round | None,
    offer: Offer | None,
    outcome: str,
    rules: Rules,
) -> FollowUpCase:
    """Return what decides about follow-ups as of one round; that of the latest counts for the position.

    `outcome` is what closed the position; empty while it is open.
    """
    promised = promised_day(position, current, rules, next_round)
    answer = last_answer(position, current, promised)
    sent_on = tuple([contact_day(contact) for contact in _follow_ups_since(position, current)])
    is_called_off = is_cancelled(current.interviews[0])
    goes_on = not outcome and next_round is None and position.awaits_round
    return FollowUpCase(
        held_on=current.held_on,
        outcome=outcome,
        promised=after_answer(promised, answer, rules),
        answered_on=_answered_on(answer, awaits_round=next_round is not None or goes_on),
        sent_on=sent_on,
        limit=_limit(position, current, rules),
        rules=rules,
        next_round_at=next_round.begins_at if next_round else None,
        offer=offer,
        is_cancelled=is_called_off,
        goes_on=goes_on,
        invited_on=answer.received_on
        if answer and answer.says is Says.NEXT_ROUND and not next_round
        else None,
    )


def _answered_on(answer: Answer | None, *, awaits_round: bool) -> date | None:
    """Return the day of the answer that ended the wait: one that begins a new wait did not."""
    if answer is None or (answer.is_new_wait and not awaits_round):
        return None
    return answer.received_on


def _limit(position: Position, current: Round, rules: Rules) -> int:
    """Return how many follow-ups a round may have.

    After each answer of theirs with a new date at least one is left (ours), unless the rules allow none at
    all. A later answer without a date takes none of them back.
    """
    limit = rules.follow_up_limit
    answers = answers_with_new_date(position, current) if limit else []
    if not answers:
        return limit
    sent_at = [contact.at for contact in _follow_ups_since(position, current)]
    return max(limit, sum(at <= answers[-1].at for at in sent_at) + 1)


def _follow_ups_since(position: Position, current: Round) -> list[Contact]:
    """Return the follow-ups that count since the round `current`, in order.

    Those before the first round belong to it (ours): they were put on record with it.
    """
    contacts = position.contacts if position.is_first(current) else position.contacts_since(current)
    return [contact for contact in contacts if contact.kind is ContactKind.FOLLOW_UP]


def promised_day(
    position: Position, current: Round, rules: Rules, next_round: Round | None = None
) -> Promised:
    """Return the promised day that counts for a round.

    It is the last one that was said since the round was held, put on record or noted; else the last one said
    before that was still ahead on that day; else our estimate from the round. Of several days noted on one
    day the last counts (ours): writing too late does less harm than too soon.
    """
    held_on = current.held_on
    until = next_round.held_on if next_round else date.max
    recorded = [_recorded(promise) for promise in position.promises if promise.said_on < until]
    since = [promised for promised in recorded if promised.said_on >= held_on]
    if since:
        return since[-1]
    noted = _noted_promises(current, rules)
    if noted:
        return max(noted, key=lambda promised: promised.day)
    earlier = [
        promised
        for round_ in position.rounds
        if round_.held_on < held_on
        for promised in sorted(_noted_promises(round_, rules), key=lambda promised: promised.day)
    ]
    ahead = [promised for promised in (*earlier, *recorded) if promised.day > held_on]
    if ahead:
        return max(enumerate(ahead), key=lambda pair: (pair[1].said_on, pair[0]))[1]
    phrases = [promise for record in current.interviews for promise in _facts(record, rules).promises]
    return Promised(
        held_on + timedelta(days=rules.guess_days),
        phrases[-1].words if phrases else "",
        held_on,
        is_estimate=True,
    )


def _facts(record: Interview, rules: Rules) -> Facts:
    return facts_of(record.notes, record.held_on, rules.holidays)


def _recorded(promise: Promise) -> Promised:
    """Return a promise that was put on record as a promised day."""
    return Promised(
        day=promise.decide_by,
        words=promise.words,
        said_on=promise.said_on,
        is_estimate=False,
        is_recorded=True,
        at=promise.at,
    )


def _noted_promises(round_: Round, rules: Rules) -> list[Promised]:
    return [
        promised
        for record in round_.interviews
        for promised in noted_promises(_facts(record, rules), record.held_on)
    ]


def window_has_opened(position: Position, round_: Round, today: date, rules: Rules) -> bool:
    """Return whether a follow-up window of a round had opened by `today`, whatever has moved it since.

    An answer, a new promise and a called-off round move or end only a window that is still to open. When the
    next round was put on record is not known: it moves none (ours).
    """
    days = {contact_day(contact) for contact in position.contacts if contact.kind is ContactKind.REPLY}
    days |= {promise.said_on for promise in position.promises}
    days |= {record.held_on for record in position.interviews if is_cancelled(record)}
    for day in sorted(day for day in days if day > round_.held_on):
        opens = _window_opens(_before(position, day), round_, rules)
        if opens is not None and opens <= min(day, today):
            return True
    opens = _window_opens(position, round_, rules)
    return opens is not None and opens <= today


def _before(position: Position, day: date) -> Position:
    """Return a position with what was on record for it before a day."""
    return position._replace(
        interviews=tuple(record for record in position.interviews if record.held_on < day),
        contacts=tuple(contact for contact in position.contacts if contact_day(contact) < day),
        promises=tuple(promise for promise in position.promises if promise.said_on < day),
    )


def _window_opens(position: Position, round_: Round, rules: Rules) -> date | None:
    """Return the first day of a round's window if nothing was sent; None where an answer ended the wait."""
    promised = promised_day(position, round_, rules)
    answer = last_answer(position, round_, promised)
    if answer is not None and not answer.is_new_wait:
        return None
    promised = after_answer(promised, answer, rules)
    return FollowUpCase(round_.held_on, "", promised, None, (), rules.follow_up_limit, rules).opens


def suggest_closing(position: Position, case: FollowUpCase, today: date) -> str:
    """Return why closing is suggested; empty where it is not.

    Never with an offer or a next round, and not again once the user declined: later rounds ask again (ours).
    """
    declined = any(record.let_go and record.held_on >= case.held_on for record in position.interviews)
    if case.waits_for_nothing or declined:
        return ""
    rules = case.rules
    messages = [contact_day(contact) for contact in position.contacts if contact.kind is ContactKind.REPLY]
    if case.sent_on and case.is_spent and case.answered_on is None:
        silence = (today - max(case.sent_on[-1], case.promised.day, *messages)).days
        if silence >= rules.close_after_silence_days:
            days = count(silence, "day")
            return (
                f"{days} passed in silence after your follow-ups; consider letting it go ({Source.GUIDES})."
            )
    past = (today - max(case.promised.day, *messages, date.min)).days
    if past >= rules.close_after_promise_days:
        is_promised = past == (today - case.promised.day).days
        since = "The promised day is {} past" if is_promised else "Their last message was {} ago"
        return f"{since.format(count(past, 'day'))}; consider letting it go ({Source.GUIDES})."
    return ""
