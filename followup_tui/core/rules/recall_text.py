"""The recall card in words: sections with lines, for the screen, the shell and paper."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.format import day_name, listed
from followup_tui.core.model.logbook import Contact, ContactKind
from followup_tui.core.notes import signs
from followup_tui.core.notes.pay import describe_pay
from followup_tui.core.rules.contacts import answer_words, contact_day, contact_name
from followup_tui.core.rules.plan_types import Status, in_brackets_if_estimate
from followup_tui.core.rules.recall import RecallCard, RecallFact, RecallPerson
from followup_tui.core.text import shorten

MAX_TEXT = 300
"""How many characters of a contact's text the card quotes."""
NO_ANSWER_YET = "you have no answer yet"
"""What stands for the user's answer to a concern while there is none."""


class Section(NamedTuple):
    """A heading of the card with its lines."""

    title: str
    label: str
    """The same in one short word, for where it is in front of the lines."""
    lines: tuple[str, ...]


def card_sections(card: RecallCard) -> tuple[Section, ...]:
    """Return the card as headings with lines, in the order of a phone call; empty sections are left out."""
    today = card.today

    def dated(fact: RecallFact) -> str:
        other = f"; another figure: {describe_pay(fact.other_figure, today)}" if fact.other_figure else ""
        return f"{fact.text} ({day_name(fact.noted_on, today)}){other}"

    concerns = (f"{fact.text} → {fact.answer or NO_ANSWER_YET}" for fact in card.concerns)
    sections = (
        Section("People", "People", tuple(_person_line(person, card) for person in card.people)),
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


def _person_line(known: RecallPerson, card: RecallCard) -> str:
    """Return who somebody is, how to reach them, and in which rounds they were met, on one line."""
    person = known.person
    met = listed([setting.value for setting in known.settings])
    if not met and known.called_on is not None:
        met = f"called {day_name(known.called_on, card.today)}"
    elif card.round_count > 1:
        word = "round" if len(known.rounds) == 1 else "rounds"
        met += f", {word} {listed([str(number) for number in known.rounds])}"
    name = f"{person.name}, {person.role}" if person.role else person.name
    return " · ".join(filter(None, (name, person.phone, person.email, met)))


def _status_lines(card: RecallCard) -> Iterable[str]:
    """Yield which round it is and when, what is due now, and how they kept their days."""
    state = f"planned for {card.round_when}" if card.is_planned else f"on {card.round_when}"
    has_rounds = card.round_count > 1
    number = f"Round {card.round_number} of {card.round_count}," if has_rounds else "Interview"
    yield f"{number} {state}, {card.setting.value}"
    if card.why_now:
        yield card.why_now
    if record := str(card.promise_record):
        yield f"Promised days: {record}"


def _owed_lines(card: RecallCard) -> Iterable[str]:
    """Return what is owed, by whom and when: what is late first, then what is due next.

    The day is at the beginning, where no cut of a long line takes it away. Theirs is the second line at
    the latest: after a long list of yours it would be lost.
    """

    def day(owed: tuple[date | None, str]) -> date:
        return owed[0] or date.max

    first, *others = [*sorted(_owed_by_user(card), key=day), (None, "")]
    lines = [*sorted((first, *_owed_by_them(card)), key=day), *others]
    return (line for _, line in lines if line)


def _owed_by_user(card: RecallCard) -> Iterable[tuple[date | None, str]]:
    """Yield the days on which the user owes something, and the lines that say what."""
    today = card.today
    if card.offer is not None and not card.offer.is_their_turn:
        estimate = in_brackets_if_estimate(card.offer.is_estimate)
        day = card.offer.answer_by
        yield day, f"you, by {day_name(day, today)}{estimate}: an answer to their offer"
    for material in card.owed:
        estimate = in_brackets_if_estimate(material.is_estimate)
        by = "late, was due" if material.status is Status.LATE else "by"
        due = f", {by} {day_name(material.due_on, today)}{estimate}" if material.due_on else ""
        yield material.due_on, f"you{due}: {material.material.what}"


def _owed_by_them(card: RecallCard) -> Iterable[tuple[date | None, str]]:
    """Yield the days for which they promised a decision, and the lines that say so."""
    if card.promised is not None:
        day = card.promised.day
        words = f" (“{card.promised.words}”)" if card.promised.words else ""
        when = "promised for" if day < card.today else "by"
        remark = next((noted.remark for noted in card.noted if noted.words == card.promised.words), "")
        yield day, f"they, {when} {day_name(day, card.today)}: a decision{words}{_behind(remark)}"
        return
    for noted in card.noted:
        # A day that was understood and no longer counts was answered, or moved by an answer.
        if noted.reading is None:
            yield None, f"they, no day known: a decision (“{noted.words}”){_behind(noted.remark)}"


def _behind(remark: str) -> str:
    """Return what to append to a line for a date of its words that was passed over."""
    return f"; {remark}" if remark else ""


def _contact_lines(card: RecallCard) -> Iterable[str]:
    """Yield a line about the last message of either side, the later one first."""
    sides = (("you", card.last_from_us), ("they", card.last_from_them))
    known = [(who, contact) for who, contact in sides if contact is not None]
    for who, contact in sorted(known, key=lambda pair: pair[1].at, reverse=True):
        yield f"{who}, {day_name(contact_day(contact), card.today)}: {_message(contact)}"


def _message(contact: Contact) -> str:
    """Return what a message was and what it says; of material, what was sent, to whom and how."""
    text = shorten(" ".join(contact.text.split()), MAX_TEXT)
    if contact.kind is ContactKind.MATERIAL and text:
        sent = f"sent {text} to {contact.person}" if contact.person else f"sent {text}"
        return f"{sent}, {contact.channel}" if contact.channel else sent
    name = _contact_name(contact)
    return f"{name}: “{text}”" if text else name


def _contact_name(contact: Contact) -> str:
    """Return `the follow-up to Dana Reyes, email`; of an answer, who gave it, how, and what it said."""
    if contact.kind is not ContactKind.REPLY:
        parts = [contact_name(contact), contact.channel]
    else:
        says = contact.says.value if answer_words(contact) else ""  # Short: their own words follow it.
        parts = [contact.person or "an answer", contact.channel, says]
    return ", ".join(filter(None, parts))
