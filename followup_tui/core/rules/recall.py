"""The recall card: all that is known of one position, in the order in which a phone call asks for it.

It is drawn from every round of the position and from nothing else. `recall_text` puts it into words.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from followup_tui.core.companies import company_key, matching_companies, matching_names
from followup_tui.core.model.logbook import Contact, ContactKind, Setting
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import NotedPromise
from followup_tui.core.notes.pay import PayNote, other_figure
from followup_tui.core.notes.people import Person, person_key
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.contacts import contact_day, is_call
from followup_tui.core.rules.plan_types import MaterialPlan, Offer, Promised
from followup_tui.core.rules.position import Position, Round, role_key
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.promise_record import PromiseRecord, promise_record
from followup_tui.core.rules.round_plan import pool_facts, setting_of
from followup_tui.core.text import fold_name


class RecallPerson(NamedTuple):
    """Someone met, with the rounds in which they were."""

    person: Person
    rounds: tuple[int, ...]
    """Numbered from 1."""
    settings: tuple[Setting, ...]
    """How they were met, each way once; empty for somebody who only called."""
    called_on: date | None
    """The day of the call by which alone they are known."""


class RecallFact(NamedTuple):
    """A line of the notes, with its answer and the day of its round."""

    text: str
    answer: str
    noted_on: date
    other_figure: PayNote | None = None
    """Of pay: the earlier line that names another figure."""


class RecallCard(NamedTuple):
    """What is known of a position at one moment."""

    company: str
    role: str
    today: date
    people: tuple[RecallPerson, ...]
    round_number: int
    """The number of the next round if one is planned, else of the last one."""
    round_count: int
    round_when: str
    """The day and the time on the user's clock, the other clock's time after it where that differs."""
    setting: Setting
    is_planned: bool
    """Whether that round is still ahead."""
    why_now: str
    """How the position stands, and whose turn it is."""
    promised: Promised | None
    """The day they promised; None if it is our estimate, or if they owe no decision."""
    noted: tuple[NotedPromise, ...]
    """What was noted of their timeline in that round; empty if they owe no decision."""
    offer: Offer | None
    concerns: tuple[RecallFact, ...]
    """Open ones first, of these the latest."""
    owed: tuple[MaterialPlan, ...]
    questions: tuple[RecallFact, ...]
    """Only open ones, the latest first."""
    pay: tuple[RecallFact, ...]
    """The latest first."""
    personal: tuple[RecallFact, ...]
    """Those that name the caller first, then the latest."""
    last_from_us: Contact | None
    last_from_them: Contact | None
    promise_record: PromiseRecord
    """How they kept the days they promised so far."""


def recall_card(position_plan: PositionPlan, rules: Rules, caller: str = "") -> RecallCard:
    """Return the recall card of a position; people whose name matches `caller` come first."""
    position = position_plan.position
    rounds = position.rounds_or_last
    round_shown = position_plan.next_round or position.round_of(position_plan.current)
    promised, case = position_plan.promised, position_plan.plan.case

    def facts(sign: SignSpec) -> list[RecallFact]:
        texts = [
            RecallFact(fact.text, fact.answer, round_.held_on)
            for round_ in rounds
            for fact in pool_facts(round_, rules).texts_of(sign)
        ]
        # A line that was carried over by hand into a later round stands for the earlier one.
        return list({(fold_name(fact.text), fact.answer): fact for fact in texts}.values())

    concerns = _latest_first(_with_latest_answers(facts(signs.CONCERN)))
    questions = _latest_first(_with_latest_answers(facts(signs.QUESTION)))
    personal = _latest_first(facts(signs.PERSONAL))
    people = _caller_first(_people(position, rules), caller)
    from_them = [contact for contact in position.contacts if contact.kind is ContactKind.REPLY]
    from_us = [contact for contact in position.contacts if contact.kind is not ContactKind.REPLY]
    return RecallCard(
        company=position.company,
        role=position.role,
        today=position_plan.today,
        people=people,
        round_number=position.round_numbers[rounds.index(round_shown) if round_shown in rounds else -1],
        round_count=position.round_count,
        round_when=position_plan.plan.user_clock.moment(
            round_shown.begins_at, round_shown.interviews[0].their_zone
        ),
        setting=setting_of(round_shown),
        is_planned=position_plan.next_round is not None or not position_plan.plan.has_begun,
        why_now=position_plan.why_now,
        promised=promised if case.awaits_decision and not promised.is_estimate else None,
        noted=position_plan.plan.facts.promises if case.awaits_decision else (),
        offer=position_plan.offer,
        concerns=tuple(sorted(concerns, key=lambda fact: bool(fact.answer))),
        owed=position_plan.owed,
        questions=tuple(fact for fact in questions if not fact.answer),
        pay=_with_other_figures(facts(signs.PAY)),
        personal=_naming_first(personal, people[0].person.name if caller and people else ""),
        last_from_us=from_us[-1] if from_us else None,
        last_from_them=from_them[-1] if from_them else None,
        promise_record=promise_record(position, position_plan.today, rules),
    )


def _latest_first(facts: Iterable[RecallFact]) -> list[RecallFact]:
    return sorted(facts, key=lambda fact: fact.noted_on, reverse=True)


def _with_latest_answers(facts: Iterable[RecallFact]) -> list[RecallFact]:
    """Return each concern or question once: one that was answered in any round is answered."""
    by_text: dict[str, RecallFact] = {}
    for fact in facts:
        key = fold_name(fact.text)
        known = by_text.get(key)
        if known is None or fact.answer:
            by_text[key] = fact
    return list(by_text.values())


def _with_other_figures(facts: Sequence[RecallFact]) -> tuple[RecallFact, ...]:
    earlier = [PayNote(fact.text, fact.noted_on) for fact in facts]
    marked = [
        fact._replace(other_figure=other_figure(fact.text, earlier[:number]))
        for number, fact in enumerate(facts)
    ]
    return tuple(reversed(marked))


def _people(position: Position, rules: Rules) -> tuple[RecallPerson, ...]:
    """Return everyone met in any round, as noted last; those of the latest round come first."""
    met: dict[str, RecallPerson] = {}
    for number, round_ in zip(position.round_numbers, position.rounds_or_last, strict=True):
        callers = _callers(round_)
        for person in pool_facts(round_, rules).people:
            key = fold_name(person.name)
            called_on = callers.get(key)
            settings = (setting_of(round_),) if called_on is None else ()
            known = met.get(key, RecallPerson(person, (), (), called_on))
            # What was noted last is what holds: people change their role and their number.
            latest = Person(*(new or old for new, old in zip(person, known.person, strict=True)))
            ways = tuple(dict.fromkeys((*known.settings, *settings)))
            met[key] = RecallPerson(latest, (*known.rounds, number), ways, known.called_on)
    return tuple(sorted(met.values(), key=lambda person: -person.rounds[-1]))


def _callers(round_: Round) -> dict[str, date]:
    """Return the days of the calls by which people came into the notes: they are not to be thanked."""
    skipped = {person_key(name) for record in round_.interviews for name in record.skips.thank}
    calls = {
        person_key(contact.person): contact_day(contact)
        for record in round_.interviews
        for contact in record.contacts
        if is_call(contact)
    }
    return {name: day for name, day in calls.items() if name in skipped}


def _caller_first(people: tuple[RecallPerson, ...], caller: str) -> tuple[RecallPerson, ...]:
    names = [known.person.name for known in people]
    callers = matching_names(caller, names) if caller.strip() else ()
    return tuple(sorted(people, key=lambda known: known.person.name not in callers))


def _naming_first(facts: Sequence[RecallFact], name: str) -> tuple[RecallFact, ...]:
    """Return the facts, those first that name a person by any part of the name."""
    parts = set(role_key(name).split())
    return tuple(sorted(facts, key=lambda fact: parts.isdisjoint(role_key(fact.text).split())))


def find_positions(wanted: str, plans: Iterable[PositionPlan], rules: Rules) -> tuple[PositionPlan, ...]:
    """Return the positions that a company or a person of this name may mean, loosely matched.

    A company goes before a person; open positions before closed ones, then the one with the latest round.
    """
    ordered = sorted(
        plans, key=lambda plan: (not plan.outcome, plan.position.interviews[-1].held_at), reverse=True
    )
    companies: dict[str, list[PositionPlan]] = {}
    people: dict[str, list[PositionPlan]] = {}
    for plan in ordered:
        for company in {record.company for record in plan.position.interviews}:
            companies.setdefault(company, []).append(plan)
        for known in _people(plan.position, rules):
            people.setdefault(known.person.name, []).append(plan)
    for names, key, matching in (
        (companies, company_key, matching_companies),
        (people, role_key, matching_names),
    ):
        # Of two spellings of a name only the later one is returned.
        keys = set(map(key, matching(wanted, names)))
        ids = {plan.position.id for name, plans in names.items() if key(name) in keys for plan in plans}
        if ids:
            return tuple(plan for plan in ordered if plan.position.id in ids)
    return ()
