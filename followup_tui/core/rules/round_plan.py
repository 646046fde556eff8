"""The parts of a plan that belong to one round: its facts, its people and its material."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Setting, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes.facts import Facts, Material, add_person, parse_facts
from followup_tui.core.notes.people import Person, person_key
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import MaterialPlan, PersonPlan, Promised, SendState, Status
from followup_tui.core.rules.position import Position, Round
from followup_tui.core.text import fold_name

facts_of = lru_cache(maxsize=4096)(parse_facts)


def pool_facts(round_: Round, rules: Rules) -> Facts:
    """Return the facts of all records of a round as those of one; a person named twice is one person."""
    read = [facts_of(record.notes, record.held_on, rules.holidays) for record in round_.interviews]
    if len(read) == 1:
        return read[0]
    pooled = Facts._make(map(_join, zip(*read, strict=True)))
    people: dict[str, Person] = {}
    for person in pooled.people:
        add_person(people, person)
    return pooled._replace(people=tuple(people.values()))


def only_own_facts(plan: Plan, interview: Interview) -> Plan:
    """Return the plan with the facts of this record alone, where its round has several records."""
    facts = facts_of(interview.notes, interview.held_on, plan.case.rules.holidays)
    if facts == plan.facts:
        return plan
    return plan._replace(
        facts=facts,
        people=tuple(person for person in plan.people if facts.person(person.person.name) is not None),
        materials=tuple(material for material in plan.materials if material.material in facts.materials),
    )


def noted_promises(facts: Facts, said_on: date) -> list[Promised]:
    """Return the days that the notes of an interview promise, as said on its day."""
    return [
        Promised(promise.reading.last, promise.words, said_on, is_estimate=False)
        for promise in facts.promises
        if promise.reading is not None
    ]


def open_texts(pooled: Iterable[Facts], sign: SignSpec) -> tuple[str, ...]:
    """Return the facts of a sign that no answer closes, over the facts of all rounds, each once.

    What was answered in any round is closed, and what was noted again counts once (ours).
    """
    noted = [fact for facts in pooled for fact in facts.texts_of(sign)]
    if not noted:
        return ()
    answered = {fold_name(fact.text) for fact in noted if fact.answer}
    texts = {fold_name(fact.text): fact.text for fact in noted}
    return tuple([text for key, text in texts.items() if key not in answered])


def _join(parts: Sequence[Any]) -> Any:
    if isinstance(parts[0], frozenset):
        return frozenset().union(*parts)
    return tuple(item for part in parts for item in part)


def setting_of(round_: Round) -> Setting:
    """Return how the people of a round were met: in person where any of its interviews was."""
    settings = [record.setting for record in round_.interviews]
    return Setting.IN_PERSON if Setting.IN_PERSON in settings else settings[0]


def ticks_of(round_: Round) -> dict[StepId, date | Literal["skipped"]]:
    """Return the ticks and skips of a round; of two for a step the earlier record's counts."""
    ticks: dict[StepId, date | Literal["skipped"]] = {}
    for record in round_.interviews:
        if not any(record.ticks.__dict__.values()):
            continue
        for step in StepId:
            tick = record.ticks.get(step)
            if tick is not None:
                ticks.setdefault(step, tick)
    return ticks


def plan_people(position: Position, round_: Round, facts: Facts) -> tuple[PersonPlan, ...]:
    """Return the people of a round with what has happened to each.

    Thank-you notes count by round, the same person or not; who was connected with once is for good.
    """
    if not facts.people:
        return ()
    thanked = _by_name(_thanks_for(position, round_), ContactKind.THANK_YOU)
    connected = _by_name(position.contacts, ContactKind.CONNECT)
    not_thanked = {person_key(name) for record in round_.interviews for name in record.skips.thank}
    not_connected = {person_key(name) for record in position.interviews for name in record.skips.connect}
    plans = []
    for person in facts.people:
        key = fold_name(person.name)
        thank = SendState(thanked.get(key), key in not_thanked)
        plans.append(PersonPlan(person, thank, SendState(connected.get(key), key in not_connected)))
    return tuple(plans)


def _thanks_for(position: Position, round_: Round) -> Sequence[Contact]:
    """Return the contacts that may be this round's thank-you notes.

    A note belongs to the last round before it. Somebody who was not met in that round is thanked for the
    round with whose record the note was saved (ours): late thanks may come after the next round.
    """
    if len(position.rounds) < 2:
        return position.contacts
    own = {contact.id for record in round_.interviews for contact in record.contacts}
    thanks = []
    for contact in position.contacts:
        earlier = [other for other in position.rounds if other.precedes(contact)]
        by_day = earlier[-1] if earlier else position.rounds[0]
        if by_day == round_ or (contact.id in own and not _has_met(by_day, contact.person)):
            thanks.append(contact)
    return thanks


def _has_met(round_: Round, name: str) -> bool:
    return any(
        facts_of(record.notes, record.held_on).person(name) is not None for record in round_.interviews
    )


def _by_name(contacts: Iterable[Contact], kind: ContactKind) -> dict[str, Contact]:
    return {
        person_key(contact.person): contact for contact in contacts if contact.kind is kind and contact.person
    }


def plan_materials(
    position: Position, round_: Round, facts: Facts, today: date, rules: Rules
) -> tuple[MaterialPlan, ...]:
    """Return what they asked for in a round, with its day and whether it was sent since."""
    if not facts.materials:
        return ()
    own = {contact.id for record in round_.interviews for contact in record.contacts}
    is_first = position.is_first(round_)
    sent = {
        fold_name(contact.text): contact
        for contact in position.contacts
        if contact.kind is ContactKind.MATERIAL
        and (is_first or contact.id in own or round_.precedes(contact))
    }
    return tuple(
        _plan_material(material, sent.get(fold_name(material.what)), round_.held_on, today, rules)
        for material in facts.materials
    )


def _plan_material(
    material: Material, sent: Contact | None, held_on: date, today: date, rules: Rules
) -> MaterialPlan:
    """Return the state of a material; without a day, it is due some days after the interview."""
    is_estimate = material.due_on is None
    due_on = material.due_on or held_on + timedelta(days=rules.material_days)
    if sent is not None:
        status = Status.DONE
    elif today < due_on:
        status = Status.OPEN
    else:
        status = Status.DUE if is_estimate or today == due_on else Status.LATE
    return MaterialPlan(material, status, sent, due_on, is_estimate)
