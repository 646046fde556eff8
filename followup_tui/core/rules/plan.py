"""The rules of the six steps: from an interview and a moment to a plan, each date with its reason."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts, Material, parse_facts
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.follow_up import FollowUpCase, follow_up_case
from followup_tui.core.rules.plan_types import (
    MaterialPlan,
    PersonPlan,
    Plan,
    Promised,
    Source,
    Status,
    StepPlan,
    Todo,
)
from followup_tui.core.rules.steps import Situation, six_steps
from followup_tui.core.text import fold_name

__all__ = ["Rules", "local_today", "plan", "promised_day"]

_ONE_HOUR = timedelta(hours=1)
_read_facts = lru_cache(maxsize=4096)(parse_facts)


def local_today(now: datetime, held_at: datetime) -> date:
    """The calendar day it is now in the place where the interview took place.

    A due day is a calendar day of that place (article: "by the end of the day"). Where the offsets are at
    most an hour apart, a clock change or a neighbour's zone is the likely cause, and the day on the user's
    own clock counts (ours): so a due day ends at midnight in winter, too.
    """
    here, there = now.utcoffset(), held_at.utcoffset()
    if here is not None and there is not None and abs(here - there) <= _ONE_HOUR:
        return now.date()
    return now.astimezone(held_at.tzinfo).date()


def plan(interview: Interview, now: datetime, rules: Rules) -> Plan:
    """What the rules make of `interview` at the aware moment `now`."""
    today = local_today(now, interview.held_at)
    facts = _read_facts(interview.notes, interview.held_on, rules.holidays)
    promised = promised_day(interview, facts, rules)
    case = follow_up_case(interview, promised, rules)
    people = _people(interview, facts)
    materials = _materials(interview, facts, today)
    has_begun = now >= interview.held_at
    steps = six_steps(Situation(interview, facts, people, case, today, has_begun))
    verdict = case.verdict(today, today)
    return Plan(
        today=today,
        has_begun=has_begun,
        held_on=interview.held_on,
        facts=facts,
        promised=promised,
        quiet_until=None if case.answered_on or interview.is_closed else promised.day,
        answered_on=case.answered_on,
        follow_ups=case.budget,
        verdict=verdict,
        window=case.window,
        suggest_closing=_suggest_closing(interview, case, today),
        people=people,
        materials=materials,
        steps=steps,
        todos=tuple(_todos(facts, steps, people, materials, verdict.allowed))
        if has_begun and not interview.is_closed
        else (),
    )


def promised_day(interview: Interview, facts: Facts, rules: Rules) -> Promised:
    """The promised day that stands: the last one set or revised, else the notes', else a guess.

    Of several dates in the notes the last day counts (ours): writing too late does less harm than too soon.
    """
    if interview.promises:
        last = max(enumerate(interview.promises), key=lambda pair: (pair[1].said_on, pair[0]))[1]
        return Promised(
            last.decide_by, last.words, last.said_on, is_guess=False, is_recorded=True, at=last.at
        )
    read = [(said.reading.last, said.words) for said in facts.promises if said.reading is not None]
    held_on = interview.held_on
    if read:
        day, words = max(read, key=lambda pair: pair[0])
        return Promised(day, words, held_on, is_guess=False)
    words = facts.promises[-1].words if facts.promises else ""
    return Promised(held_on + timedelta(days=rules.guess_days), words, held_on, is_guess=True)


def _people(interview: Interview, facts: Facts) -> tuple[PersonPlan, ...]:
    thanked = _by_name(interview.contacts, ContactKind.THANK_YOU)
    connected = _by_name(interview.contacts, ContactKind.CONNECT)
    not_thanked = set(map(fold_name, interview.skips.thank))
    not_connected = set(map(fold_name, interview.skips.connect))
    plans = []
    for person in facts.people:
        key = fold_name(person.name)
        plans.append(
            PersonPlan(person, thanked.get(key), key in not_thanked, connected.get(key), key in not_connected)
        )
    return tuple(plans)


def _by_name(contacts: Iterable[Contact], kind: ContactKind) -> dict[str, Contact]:
    return {fold_name(one.person): one for one in contacts if one.kind is kind and one.person}


def _materials(interview: Interview, facts: Facts, today: date) -> tuple[MaterialPlan, ...]:
    sent = {fold_name(one.text): one for one in interview.contacts if one.kind is ContactKind.MATERIAL}
    return tuple(
        MaterialPlan(
            one, _material_status(one, fold_name(one.what) in sent, today), sent.get(fold_name(one.what))
        )
        for one in facts.materials
    )


def _material_status(material: Material, is_sent: bool, today: date) -> Status:
    if is_sent:
        return Status.DONE
    if material.due_on is None or today < material.due_on:
        return Status.OPEN
    return Status.DUE if today == material.due_on else Status.LATE


def _suggest_closing(interview: Interview, case: FollowUpCase, today: date) -> str:
    if interview.is_closed:
        return ""
    rules = case.rules
    if case.sent_on and not case.budget.left and case.answered_on is None:
        silence = (today - max(case.sent_on[-1], case.promised.day)).days
        if silence >= rules.close_after_silence_days:
            days = count(rules.close_after_silence_days, "day")
            return f"Your follow-ups are sent, {days} passed in silence: perhaps let it go ({Source.GUIDES})."
    if (today - case.promised.day).days >= rules.close_after_promise_days:
        days = count(rules.close_after_promise_days, "day")
        return f"The promised day is {days} past: perhaps let it go ({Source.GUIDES})."
    return ""


def _todos(
    facts: Facts,
    steps: tuple[StepPlan, ...],
    people: tuple[PersonPlan, ...],
    materials: tuple[MaterialPlan, ...],
    may_follow_up: bool,
) -> Iterable[Todo]:
    by_id = {step.step: step for step in steps}

    def is_on(step: StepId) -> bool:
        return by_id[step].status in (Status.DUE, Status.LATE)

    write_down = by_id[StepId.WRITE_DOWN]
    missing = [sign for sign in signs.coverage_signs() if not facts.covers(sign)]
    notes = Todo(StepId.WRITE_DOWN, _to_note(missing), write_down.due, write_down.status is Status.LATE)
    if write_down.status is Status.DUE:
        yield notes
    if is_on(StepId.ASK):
        yield Todo(StepId.ASK, "note what you asked", by_id[StepId.ASK].due)
    if is_on(StepId.THANK):
        left = [one.person.name for one in people if not one.thank_finished]
        who = left[0] if len(left) == 1 else f"{len(left)} people" if left else "whom you met"
        yield Todo(
            StepId.THANK, f"thank {who}", by_id[StepId.THANK].due, by_id[StepId.THANK].status is Status.LATE
        )
    for one in sorted(materials, key=lambda one: one.material.due_on or date.max):
        if one.status in (Status.DUE, Status.LATE):
            late = one.status is Status.LATE
            yield Todo(StepId.ASK, f"send {one.material.what}", one.material.due_on, late)
    if write_down.status is Status.LATE:
        yield notes
    if is_on(StepId.FOLLOW_UP) and may_follow_up:
        step = by_id[StepId.FOLLOW_UP]
        yield Todo(StepId.FOLLOW_UP, "follow up", step.due, step.status is Status.LATE)


def _to_note(missing: list[SignSpec]) -> str:
    """What is still to be written down, in words that the list of interviews has room for."""
    if len(missing) == len(signs.coverage_signs()):
        return "write it down"
    return missing[0].todo if len(missing) == 1 else "finish the notes"
