"""The plan of a position: what the rules make of it, and of each of its interviews, at one moment."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from followup_tui.core.dates.clocks import UserClock, local_today
from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.other_offers import offer_elsewhere, offers_of, sent_offer_message
from followup_tui.core.rules.outcomes import is_cancelled
from followup_tui.core.rules.plan_types import (
    FollowUps,
    Offer,
    Plan,
    Todo,
    Verdict,
    Window,
)
from followup_tui.core.rules.position import Position, Round, position_of, positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.round_case import promised_day, round_case, suggest_closing, window_has_opened
from followup_tui.core.rules.round_plan import (
    plan_materials,
    plan_people,
    pool_facts,
    setting_of,
    ticks_of,
)
from followup_tui.core.rules.steps import Situation, six_steps
from followup_tui.core.rules.todos import interview_todos, offer_todo, round_todos, urgency

__all__ = [
    "PositionPlan",
    "Rules",
    "plan",
    "plan_position",
    "plan_positions",
    "promised_day",
]

NOT_YET = "not yet"
"""What `let_go` says after the user declined the advice to let a position go."""


def plan(interview: Interview, now: datetime, rules: Rules) -> Plan:
    """Return what the rules make of an interview that is the only one of its position."""
    return plan_position(position_of((interview,)), now, rules).plans[0]


def plan_positions(interviews: Iterable[Interview], now: datetime, rules: Rules) -> tuple[PositionPlan, ...]:
    """Return the plans of all positions at the aware moment `now`, by the time of their first round."""
    found = positions(interviews)
    offers = offers_of(found, now, rules)
    return tuple(plan_position(position, now, rules, offer_elsewhere(offers, position)) for position in found)


def plan_position(
    position: Position, now: datetime, rules: Rules, other_offer: Offer | None = None
) -> PositionPlan:
    """Return what the rules make of a position at the aware moment `now`.

    `other_offer` is the offer in hand elsewhere.
    """
    rounds = position.rounds_or_last
    held = sum(round_.begins_at <= now for round_ in position.rounds)
    current_index = max(0, held - 1)
    current = rounds[current_index]
    today = position.today(now)
    outcome = position.outcome(today, rules)
    offer = None if outcome else open_offer(position.contacts, rules)
    next_rounds = [*rounds[1:], None]
    cases = [
        round_case(position, round_, next_round, offer if round_ is current else None, outcome, rules)
        for round_, next_round in zip(rounds, next_rounds, strict=True)
    ]
    case = cases[current_index]
    if other_offer is not None and held and not sent_offer_message(position.contacts, other_offer):
        case = cases[current_index] = case._replace(other_offer_by=other_offer.answer_by)
    common = _Common(
        position=position,
        current=current,
        held=held,
        now=now,
        user_clock=UserClock.at(now),
        rules=rules,
        case=case,
        follow_ups=case.budget,
        verdict=case.verdict(today, today),
        window=case.window,
        quiet_until=None if case.waits_for_nothing or case.answered_on else case.promised.day,
        suggest_closing=suggest_closing(position, case, today),
    )
    by_record: dict[str, Plan] = {}
    for number, round_ in enumerate(rounds, start=1):
        made = _plan_records(common, round_, cases[number - 1], number)
        for record in round_.interviews:
            has_begun = now >= record.held_at
            by_record[record.id] = made if has_begun == made.has_begun else made._replace(has_begun=has_begun)
    for record in position.interviews:
        if record.id not in by_record:  # cancelled, and so in no round
            by_record[record.id] = _plan_records(common, Round((record,)), case, 0)
    round_plans = [by_record[round_.interviews[0].id] for round_ in rounds]
    owed = [
        material for plan in round_plans for material in plan.materials if not material.status.is_finished
    ]
    return PositionPlan(
        position=position,
        plans=tuple([by_record[record.id] for record in position.interviews]),
        current=_record_to_show(current, now),
        today=today,
        outcome=outcome,
        todos=tuple(_position_todos(common, round_plans, rounds, today)),
        promised=case.promised,
        quiet_until=common.quiet_until,
        follow_ups=common.follow_ups,
        verdict=common.verdict,
        window=common.window,
        suggest_closing=common.suggest_closing,
        offer=offer,
        owed=tuple(owed),
        next_round=next_rounds[current_index],
    )


class _Common(NamedTuple):
    """What the plans of all records of a position share."""

    position: Position
    current: Round
    held: int
    """How many rounds have been held."""
    now: datetime
    user_clock: UserClock
    rules: Rules
    case: FollowUpCase
    follow_ups: FollowUps
    verdict: Verdict
    window: Window
    quiet_until: date | None
    suggest_closing: str


def _record_to_show(current: Round, now: datetime) -> Interview:
    """Return the record of the round that was held last; the first where none was held yet."""
    held = [record for record in current.interviews if record.held_at <= now]
    return (held or list(current.interviews[:1]))[-1]


def _plan_records(common: _Common, round_: Round, case: FollowUpCase, number: int) -> Plan:
    """Return the plan of the records of a round; its `number` is from 1, and 0 where it was cancelled."""
    position, rules, clock = common.position, common.rules, common.case
    is_current = round_ is common.current
    today = local_today(common.now, round_.begins_at)
    facts = pool_facts(round_, rules)
    people = plan_people(position, round_, facts)
    materials = plan_materials(position, round_, facts, today, rules)
    own_promises = any(record.promises for record in round_.interviews)
    has_begun, called_off = common.now >= round_.begins_at, is_cancelled(round_.interviews[0])
    held_on = round_.held_on
    may_be_thanked = has_begun and (today - held_on).days <= rules.thank_lapse_days
    steps = six_steps(
        Situation(
            held_on=held_on,
            setting=setting_of(round_),
            facts=facts,
            has_promise=own_promises or (case.promised.is_recorded and case.promised.said_on >= held_on),
            people=people,
            ticks=ticks_of(round_),
            case=case,
            today=today,
            has_begun=has_begun,
            window_has_opened=may_be_thanked and window_has_opened(position, round_, today, rules),
            next_is_held=0 < number < common.held,
            is_cancelled=called_off,
            is_current=is_current,
            added_on=max((record.added_on for record in round_.interviews if record.added_on), default=None),
        )
    )
    todos: Iterable[Todo] = ()
    if has_begun and not case.outcome and not called_off:
        todos = round_todos(
            facts,
            steps,
            people,
            materials,
            interview_id=round_.interviews[0].id,
            may_follow_up=is_current and common.verdict.allowed,
            has_offer=clock.offer is not None,
        )
    return Plan(
        today=today,
        user_clock=common.user_clock,
        has_begun=has_begun,
        held_on=held_on,
        facts=facts,
        promised=clock.promised,
        quiet_until=common.quiet_until,
        answered_on=clock.answered_on,
        follow_ups=common.follow_ups,
        verdict=common.verdict,
        window=common.window,
        suggest_closing=common.suggest_closing,
        people=people,
        materials=materials,
        steps=steps,
        todos=tuple(todos),
        clock=clock,
        outcome=clock.outcome,
        offer=clock.offer,
        round_number=0 if called_off else number,
        round_count=len(position.rounds),
        is_current=is_current,
        is_cancelled=called_off,
    )


def _position_todos(
    common: _Common, plans: Sequence[Plan], rounds: Sequence[Round], today: date
) -> list[Todo]:
    """Return what is to be done now, the most urgent first, as in `due`; a check-in after all material."""
    case, now, position = common.case, common.now, common.position
    if case.outcome:
        return []
    todos = [todo for plan in reversed(plans) for todo in plan.todos]
    if case.offer is not None and (todo := offer_todo(case.offer, today, case.rules)) is not None:
        todos.append(todo._replace(interview_id=position.interviews[-1].id))
    upcoming = [
        record for round_ in rounds for record in round_.interviews
        if record.held_at > now and not is_cancelled(record)
    ]  # fmt: skip
    todos += interview_todos(upcoming, common.user_clock)
    return sorted(
        todos, key=lambda todo: (urgency(todo, today, common.user_clock), todo.step is StepId.FOLLOW_UP)
    )
