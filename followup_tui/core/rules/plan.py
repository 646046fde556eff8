"""The plan of a position: what the rules make of it, and of each of its interviews, at one moment."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from followup_tui.core.dates.clocks import UserClock, local_today
from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.other_offers import offer_elsewhere, offers_of, sent_offer_message
from followup_tui.core.rules.outcomes import is_cancelled
from followup_tui.core.rules.plan_types import Offer, Todo, Verdict
from followup_tui.core.rules.position import Position, Round, position_of, positions
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.round_case import round_case, suggest_closing, window_has_opened
from followup_tui.core.rules.round_plan import plan_materials, plan_people, pool_facts, setting_of, ticks_of
from followup_tui.core.rules.steps import Situation, six_steps
from followup_tui.core.rules.todos import interview_todos, offer_todo, round_todos, urgency

NOT_YET = "not yet"
"""What `let_go` says after the user declined the advice to let a position go."""


def plan(interview: Interview, now: datetime, rules: Rules) -> Plan:
    """Return what the rules make of an interview that is the only one of its position."""
    return plan_position(position_of((interview,)), now, rules).plans[0]


def plan_positions(interviews: Iterable[Interview], now: datetime, rules: Rules) -> tuple[PositionPlan, ...]:
    """Return the plans of all positions at the aware moment `now`, by the time of their first round."""
    all_positions = positions(interviews)
    offers = offers_of(all_positions, now, rules)
    return tuple(
        plan_position(position, now, rules, offer_elsewhere(offers, position)) for position in all_positions
    )


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
        held_count=held,
        now=now,
        user_clock=UserClock.at(now),
        case=case,
        verdict=case.verdict(today, today),
        quiet_until=None if case.waits_for_nothing or case.answered_on else case.promised.day,
        suggest_closing=suggest_closing(position, case, today),
    )
    by_record = _plans_by_record(common, rounds, cases)
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
        follow_ups=case.budget,
        verdict=common.verdict,
        window=case.window,
        suggest_closing=common.suggest_closing,
        offer=offer,
        owed=tuple(owed),
        next_round=next_rounds[current_index],
    )


class _Common(NamedTuple):
    """What the plans of all records of a position share."""

    position: Position
    current: Round
    held_count: int
    """How many rounds have been held."""
    now: datetime
    user_clock: UserClock
    case: FollowUpCase
    """What decides about the follow-ups of the position."""
    verdict: Verdict
    quiet_until: date | None
    suggest_closing: str


def _record_to_show(current: Round, now: datetime) -> Interview:
    """Return the record of the round that was held last; the first where none was held yet."""
    held = [record for record in current.interviews if record.held_at <= now]
    return (held or list(current.interviews[:1]))[-1]


def _plans_by_record(
    common: _Common, rounds: Sequence[Round], cases: Sequence[FollowUpCase]
) -> dict[str, Plan]:
    """Return the plan of each record by its id: that of its round, or one of its own if it was cancelled."""
    plans: dict[str, Plan] = {}
    for number, (round_, case) in enumerate(zip(rounds, cases, strict=True), start=1):
        plan = _plan_records(common, round_, case, number)
        for record in round_.interviews:
            has_begun = common.now >= record.held_at
            plans[record.id] = plan if has_begun == plan.has_begun else plan._replace(has_begun=has_begun)
    for record in common.position.interviews:
        if record.id not in plans:  # cancelled, and so in no round
            plans[record.id] = _plan_records(common, Round((record,)), common.case, 0)
    return plans


def _plan_records(common: _Common, round_: Round, case: FollowUpCase, number: int) -> Plan:
    """Return the plan of the records of a round; its `number` is from 1, and 0 where it was cancelled."""
    position, position_case = common.position, common.case
    situation = _situation(common, round_, case, number)
    materials = plan_materials(position, round_, situation.facts, situation.today, position_case.rules)
    steps = six_steps(situation)
    todos: Iterable[Todo] = ()
    if situation.has_begun and not case.outcome and not situation.is_cancelled:
        todos = round_todos(
            situation,
            steps,
            materials,
            interview_id=round_.interviews[0].id,
            may_follow_up=situation.is_current and common.verdict.allowed,
            has_offer=position_case.offer is not None,
        )
    return Plan(
        today=situation.today,
        user_clock=common.user_clock,
        has_begun=situation.has_begun,
        held_on=situation.held_on,
        facts=situation.facts,
        promised=position_case.promised,
        quiet_until=common.quiet_until,
        answered_on=position_case.answered_on,
        follow_ups=position_case.budget,
        verdict=common.verdict,
        window=position_case.window,
        suggest_closing=common.suggest_closing,
        people=situation.people,
        materials=materials,
        steps=steps,
        todos=tuple(todos),
        case=position_case,
        outcome=position_case.outcome,
        offer=position_case.offer,
        round_number=0 if situation.is_cancelled else position.round_numbers[number - 1],
        round_count=position.round_count,
        is_current=situation.is_current,
        is_cancelled=situation.is_cancelled,
    )


def _situation(common: _Common, round_: Round, case: FollowUpCase, number: int) -> Situation:
    """Return what the six steps of a round depend on."""
    position, rules, held_on = common.position, case.rules, round_.held_on
    today = local_today(common.now, round_.begins_at)
    facts = pool_facts(round_, rules)
    own_promises = any(record.promises for record in round_.interviews)
    has_begun = common.now >= round_.begins_at
    may_be_thanked = has_begun and (today - held_on).days <= rules.thank_lapse_days
    return Situation(
        held_on=held_on,
        setting=setting_of(round_),
        facts=facts,
        has_promise=own_promises or (case.promised.is_recorded and case.promised.said_on >= held_on),
        people=plan_people(position, round_, facts),
        ticks=ticks_of(round_),
        case=case,
        today=today,
        has_begun=has_begun,
        window_has_opened=may_be_thanked and window_has_opened(position, round_, today, rules),
        next_is_held=0 < number < common.held_count,
        is_cancelled=is_cancelled(round_.interviews[0]),
        is_current=round_ is common.current,
        added_on=max((record.added_on for record in round_.interviews if record.added_on), default=None),
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
