"""The recall card: all that is known of one position, in the order in which a phone call asks for it.

It is drawn from every round of the position and from nothing else.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from followup_tui.core.companies import company_key, matching_names
from followup_tui.core.dates.format import contact_name, day_name, listed
from followup_tui.core.model.logbook import Contact, ContactKind, Says, Setting
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import NotedPromise
from followup_tui.core.notes.pay import PayNote, describe, other_figure
from followup_tui.core.notes.people import Person
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.answers import contact_day
from followup_tui.core.rules.plan_types import MaterialPlan, Offer, Promised
from followup_tui.core.rules.position import Round, role_key
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.promise_record import PromiseRecord, promise_record
from followup_tui.core.rules.round_plan import pool_facts, setting_of
from followup_tui.core.text import fold_name

MAX_TEXT = 300
"""How many characters of a contact's text the card quotes."""
NO_ANSWER_YET = "no answer of yours yet"
"""What stands for the user's answer to a concern while there is none."""


class RecallPerson(NamedTuple):
    """Someone met, with the rounds in which they were."""

    person: Person
    rounds: tuple[int, ...]
    """Numbered from 1."""
    settings: tuple[Setting, ...]
    """How they were met, each way once."""


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
    """The next round if one is planned, else the last one, numbered from 1."""
    round_count: int
    round_when: str
    """The day and the time on the user's clock, the other clock's time behind it where that differs."""
    setting: Setting
    is_planned: bool
    """Whether that round is still ahead."""
    why_now: str
    """How the position stands, and whose turn it is."""
    promised: Promised | None
    """The day they promised; None if it is our estimate."""
    noted: tuple[NotedPromise, ...]
    """What was noted of their timeline in that round."""
    offer: Offer | None
    concerns: tuple[RecallFact, ...]
    """Open ones first."""
    owed: tuple[MaterialPlan, ...]
    questions: tuple[RecallFact, ...]
    """Only open ones."""
    pay: tuple[RecallFact, ...]
    personal: tuple[RecallFact, ...]
    last_from_us: Contact | None
    last_from_them: Contact | None
    promise_record: PromiseRecord
    """How they kept the days they promised so far."""


class Section(NamedTuple):
    """A heading of the card with its lines."""

    title: str
    label: str
    """The same in one short word, for where it stands in front of the lines."""
    lines: tuple[str, ...]


def recall_card(position_plan: PositionPlan, rules: Rules, caller: str = "") -> RecallCard:
    """Return the recall card of a position; people whose name matches `caller` come first."""
    position = position_plan.position
    rounds = position.rounds or (Round(position.interviews[-1:]),)
    shown = position_plan.next_round or position.round_of(position_plan.current)
    promised = position_plan.promised

    def facts(sign: SignSpec) -> list[RecallFact]:
        found = [
            RecallFact(fact.text, fact.answer, each.held_on)
            for each in rounds
            for fact in pool_facts(each, rules).texts_of(sign)
        ]
        # A line that was carried over by hand into a later round stands for the earlier one.
        return list({(fold_name(fact.text), fact.answer): fact for fact in found}.values())

    concerns = _with_latest_answers(facts(signs.CONCERN))
    questions = _with_latest_answers(facts(signs.QUESTION))
    is_theirs = [contact.kind is ContactKind.REPLY for contact in position.contacts]
    from_them = [contact for contact, theirs in zip(position.contacts, is_theirs, strict=True) if theirs]
    from_us = [contact for contact, theirs in zip(position.contacts, is_theirs, strict=True) if not theirs]
    return RecallCard(
        company=position.company,
        role=position.role,
        today=position_plan.today,
        people=_caller_first(_people(rounds, rules), caller),
        round_number=rounds.index(shown) + 1 if shown in rounds else len(rounds),
        round_count=len(rounds),
        round_when=position_plan.plan.user_clock.moment(shown.begins_at, shown.interviews[0].their_zone),
        setting=setting_of(shown),
        is_planned=position_plan.next_round is not None or not position_plan.plan.has_begun,
        why_now=position_plan.why_now,
        promised=None if promised.is_guess else promised,
        noted=pool_facts(position.round_of(position_plan.current), rules).promises,
        offer=position_plan.offer,
        concerns=tuple(sorted(concerns, key=lambda fact: bool(fact.answer))),
        owed=position_plan.owed,
        questions=tuple(fact for fact in questions if not fact.answer),
        pay=_with_other_figures(facts(signs.PAY)),
        personal=tuple(facts(signs.PERSONAL)),
        last_from_us=from_us[-1] if from_us else None,
        last_from_them=from_them[-1] if from_them else None,
        promise_record=promise_record(position, position_plan.today, rules),
    )


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
    return tuple(
        fact._replace(other_figure=other_figure(fact.text, earlier[:number]))
        for number, fact in enumerate(facts)
    )


def _people(rounds: Sequence[Round], rules: Rules) -> tuple[RecallPerson, ...]:
    met: dict[str, RecallPerson] = {}
    for number, each in enumerate(rounds, start=1):
        setting = setting_of(each)
        for person in pool_facts(each, rules).people:
            key = fold_name(person.name)
            known = met.get(key, RecallPerson(person, (), ()))
            # What was noted last is what holds: people change their role and their number.
            latest = Person(*(new or old for new, old in zip(person, known.person, strict=True)))
            ways = known.settings if setting in known.settings else (*known.settings, setting)
            met[key] = RecallPerson(latest, (*known.rounds, number), ways)
    return tuple(sorted(met.values(), key=lambda person: -person.rounds[-1]))


def _caller_first(people: tuple[RecallPerson, ...], caller: str) -> tuple[RecallPerson, ...]:
    by_key = {role_key(known.person.name): known for known in people}
    callers = matching_names(role_key(caller), by_key) if caller.strip() else ()
    return tuple(sorted(people, key=lambda known: role_key(known.person.name) not in callers))


def card_sections(card: RecallCard) -> tuple[Section, ...]:
    """Return the card as headings with lines, in the order of a phone call; empty sections are left out."""
    today = card.today

    def dated(fact: RecallFact) -> str:
        other = f"; another figure: {describe(fact.other_figure, today)}" if fact.other_figure else ""
        return f"{fact.text} ({day_name(fact.noted_on, today)}){other}"

    concerns = (f"{fact.text} → {fact.answer or NO_ANSWER_YET}" for fact in card.concerns)
    sections = (
        Section("People", "People", tuple(_person_line(person, card.round_count) for person in card.people)),
        Section("Status", "Status", tuple(_status_lines(card))),
        Section("Concerns", "Concerns", tuple(concerns)),
        Section("Owed", "Owed", tuple(_owed_lines(card))),
        Section(signs.QUESTION.heading, "Ask", tuple(fact.text for fact in card.questions)),
        Section(signs.PAY.heading, "Pay", tuple(map(dated, card.pay))),
        Section(signs.PERSONAL.heading, "Personal", tuple(fact.text for fact in card.personal)),
        Section("Last contact", "Last", tuple(_contact_lines(card))),
    )
    return tuple(section for section in sections if section.lines)


def card_title(card: RecallCard) -> str:
    """Return the company and the role."""
    return f"{card.company} · {card.role}" if card.role else card.company


def _person_line(known: RecallPerson, round_count: int) -> str:
    person = known.person
    met = listed([setting.value for setting in known.settings])
    if round_count > 1:
        word = "round" if len(known.rounds) == 1 else "rounds"
        met += f", {word} {listed([str(number) for number in known.rounds])}"
    name = f"{person.name}, {person.role}" if person.role else person.name
    return " · ".join(filter(None, (name, person.phone, person.email, met)))


def _status_lines(card: RecallCard) -> Iterable[str]:
    state = f"planned for {card.round_when}" if card.is_planned else f"held {card.round_when}"
    number = f"round {card.round_number} of {card.round_count}, " if card.round_count > 1 else ""
    line = f"{number}{state}, {card.setting.value}"
    yield line[0].upper() + line[1:]
    if card.why_now:
        yield card.why_now
    if record := str(card.promise_record):
        yield f"Promised days: {record}"


def _owed_lines(card: RecallCard) -> Iterable[str]:
    today = card.today
    if card.offer is not None and not card.offer.is_their_turn:
        estimate = " (our estimate)" if card.offer.is_guess else ""
        yield f"you: an answer to their offer, by {day_name(card.offer.answer_by, today)}{estimate}"
    for material in card.owed:
        estimate = " (our estimate)" if material.is_guess else ""
        due = f", by {day_name(material.due_on, today)}{estimate}" if material.due_on else ""
        yield f"you: {material.material.what}{due}"
    if card.promised is not None:
        words = f" (“{card.promised.words}”)" if card.promised.words else ""
        past = "was promised for" if card.promised.day < today else "by"
        remark = next((noted.remark for noted in card.noted if noted.words == card.promised.words), "")
        yield f"they: a decision, {past} {day_name(card.promised.day, today)}{words}" + _behind(remark)
    else:
        for noted in card.noted:
            # A day that was understood and stands no more was answered, or moved by an answer.
            if noted.reading is None:
                yield f"they: a decision, no day known (“{noted.words}”){_behind(noted.remark)}"


def _behind(remark: str) -> str:
    """Return what to append to a line for a date of its words that was passed over."""
    return f"; {remark}" if remark else ""


def _contact_lines(card: RecallCard) -> Iterable[str]:
    both = [(contact, who) for contact, who in ((card.last_from_us, "you"), (card.last_from_them, "they"))]
    known = [(contact, who) for contact, who in both if contact is not None]
    for contact, who in sorted(known, key=lambda pair: pair[0].at, reverse=True):
        text = " ".join(contact.text.split())
        short = text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1].rstrip() + "…"
        quoted = f": “{short}”" if short else ""
        yield f"{who}, {day_name(contact_day(contact), card.today)}: {_contact_name(contact)}{quoted}"


def _contact_name(contact: Contact) -> str:
    """Return `the follow-up to Dana Reyes, email`; of an answer, who gave it, how, and what it said."""
    if contact.kind is not ContactKind.REPLY:
        parts = [contact_name(contact.kind, contact.person), contact.channel]
    else:
        says = "" if contact.says in (Says.UNSPECIFIED, Says.OTHER) else contact.says.value
        parts = [contact.person or "an answer", contact.channel, says]
    return ", ".join(filter(None, parts))


def find_positions(wanted: str, plans: Iterable[PositionPlan], rules: Rules) -> tuple[PositionPlan, ...]:
    """Return the positions that a company or a person of this name may mean, loosely matched.

    A company goes before a person; open positions before closed ones, then the one with the latest round.
    """
    ordered = sorted(
        plans, key=lambda plan: (not plan.outcome, plan.position.interviews[-1].held_at), reverse=True
    )
    names: tuple[dict[str, list[PositionPlan]], ...] = ({}, {})
    for plan in ordered:
        for company in {company_key(record.company) for record in plan.position.interviews}:
            names[0].setdefault(company, []).append(plan)
        for person in _people(plan.position.rounds, rules):
            names[1].setdefault(role_key(person.person.name), []).append(plan)
    for known, key in zip(names, (company_key(wanted), role_key(wanted)), strict=True):
        matches = {plan.position.id: plan for name in matching_names(key, known) for plan in known[name]}
        if matches:
            return tuple(plan for plan in ordered if plan.position.id in matches)
    return ()
