"""A page for each interview, as one would print it before the next round, and the recall card of that round.

Names first, then what they said, then what is promised, sent and open; letters in full at the end. Days are
named as days: paper does not know what today is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from followup_tui.core.companies import company_key
from followup_tui.core.dates.format import day_name, day_span, listed
from followup_tui.core.model.logbook import Contact, Interview, StepId
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts, NoteLine, parse_lines
from followup_tui.core.notes.people import Person, parse_people
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.contacts import contact_day, contact_title, kind_name
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import MaterialPlan, Status, Window, in_brackets_if_estimate
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.recall import recall_card
from followup_tui.core.rules.recall_text import card_sections
from followup_tui.core.rules.round_plan import only_own_facts
from followup_tui.core.rules.todos import EVERYONE_MET
from followup_tui.core.text import capitalized
from followup_tui.export.events import follow_up_window

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST = re.compile(r"^([-+=]|\d+[.)])", re.ASCII)
PAGE_BREAK = '\n<div style="page-break-after: always"></div>\n\n'
"""What parts the pages; readers of Markdown that know no HTML show nothing there."""


def pages(plans: Sequence[PositionPlan], *, in_full: bool = False) -> str:
    """Return the pages in the order of the positions, those at one company together, earliest round first.

    The recall card of a round to come precedes the pages of its position. Closed positions have a line
    for each interview, unless `in_full`, or another position at that company is open: one reads what was said
    in earlier rounds before the next.
    """
    open_companies = {company_key(plan.position.company) for plan in plans if in_full or not plan.outcome}
    full: dict[str, list[str]] = {company: [] for company in open_companies}
    closed = []
    for plan in plans:
        company = company_key(plan.position.company)
        if company in full:
            full[company] += _recall_page(plan)
        for interview in plan.position.interviews:
            if company in full:
                full[company].append(_page(interview, plan))
            else:
                own, outcome = plan.plan_of(interview.id), _plain(interview.outcome or plan.outcome)
                closed.append(f"{_title(interview)}, {day_name(own.held_on, own.today)}: {outcome}")
    companies = dict.fromkeys(company_key(plan.position.company) for plan in plans)
    made = [page for company in companies for page in full.get(company, ())]
    if closed:
        whole = "Everything about one of them: `followup-tui export md --to COMPANY`\n"
        made.append("\n".join(["# Closed\n", *(f"- {line}" for line in closed), "", whole]))
    return PAGE_BREAK.join(made) or "No interviews yet.\n"


def _recall_page(position: PositionPlan) -> Iterator[str]:
    """Yield the recall card of a position whose next round is still ahead, if anything is known."""
    # What holds today alone says nothing on paper.
    card = recall_card(position, position.plan.case.rules)._replace(why_now="")
    sections = card_sections(card)
    if position.outcome or not card.is_planned or len(sections) < 2:
        return
    role = f": {_plain(card.role)}" if card.role else ""
    title = f"# {_plain(card.company)}{role}, before round {card.round_number}\n"
    yield "\n".join([title, *(_section(each.title, map(_plain, each.lines)) for each in sections)])


def _page(interview: Interview, position: PositionPlan) -> str:
    plan = position.plan_of(interview.id)
    at = plan.user_clock.time(interview.held_at, interview.their_zone)
    day = day_name(plan.user_clock.to_local(interview.held_at).date(), plan.user_clock.today)
    parts = [f"# {_title(interview)}\n", f"{day}, {at}, {interview.setting.value}\n"]
    if interview.outcome:
        parts.append(f"Outcome: {_plain(interview.outcome)}\n")
    return "\n".join([*parts, *_sections(interview, position)])


def _title(interview: Interview) -> str:
    role = f": {_plain(interview.role)}" if interview.role else ""
    number = f", round {interview.round}" if interview.round > 1 else ""
    return f"{_plain(interview.company)}{role}{number}"


def _sections(interview: Interview, position: PositionPlan) -> Iterator[str]:
    """Yield the sections of the page of an interview: facts, notes, contacts, what is open, letters."""
    plan = only_own_facts(position.plan_of(interview.id), interview)
    facts, today = plan.facts, plan.today

    def section(title: str, lines: Iterable[str]) -> Iterator[str]:
        items = list(lines)
        if items:
            yield _section(title, items)

    def facts_section(sign: SignSpec, lines: Iterable[str]) -> Iterator[str]:
        yield from section(sign.heading, list(lines) or (["none"] if sign in facts.answered_none else []))

    def texts(sign: SignSpec) -> Iterator[str]:
        for fact in facts.texts_of(sign):
            yield _plain(f"{fact.text} → {fact.answer}" if fact.answer else fact.text)

    yield from facts_section(
        signs.PERSON, (", ".join(map(_plain, filter(None, person))) for person in facts.people)
    )
    yield from _notes(interview, facts)
    for sign in signs.text_signs():
        if sign is not signs.GIVEN:
            yield from facts_section(sign, texts(sign))
    yield from facts_section(signs.PROMISE, _decision(interview, plan))
    yield from facts_section(signs.MATERIAL, (_material(material, today) for material in plan.materials))
    yield from facts_section(signs.GIVEN, texts(signs.GIVEN))
    contacts = sorted(interview.contacts, key=lambda contact: contact.at)
    yield from section("Sent and received", (_contact(contact, today) for contact in contacts))
    if not plan.outcome and not plan.is_cancelled:
        boxes = (f"[ ] {_plain(line)}" for line in _open(interview, plan, position))
        yield from section(f"Open on {day_name(today, today)}", boxes)
    yield from (_letter(contact, today) for contact in contacts if _is_letter(contact))


def _section(title: str, lines: Iterable[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"


def _notes(interview: Interview, facts: Facts) -> Iterator[str]:
    """Yield the section of the lines of the notes that are in no other section."""
    lines = interview.notes.split("\n")
    others = (lines[line.number] for line in parse_lines(interview.notes) if not _is_in_facts(line, facts))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(map(_plain, others))).strip("\n")
    if text:
        # Two blanks at the end of a line break it there.
        yield "## Notes\n\n" + re.sub(r"(?<=.)$", "  ", text, flags=re.MULTILINE) + "\n"


def _is_in_facts(line: NoteLine, facts: Facts) -> bool:
    """Return whether a fact has all that is in the line."""
    if line.sign is not signs.PERSON or not line.text or line.is_none:
        return line.sign is not None
    return all(_is_in(person, facts.person(person.name)) for person in parse_people(line.text))


def _is_in(person: Person, known: Person | None) -> bool:
    """Return whether what is known of a person has all that is noted of them."""
    return known is not None and all(
        detail in ("", known_detail) for detail, known_detail in zip(person[1:], known[1:], strict=True)
    )


def _decision(interview: Interview, plan: Plan) -> Iterator[str]:
    """Yield one line for each thing that was said about the day of the decision."""
    today = plan.today
    for noted in plan.facts.promises:
        day = day_name(noted.reading.last, today) if noted.reading else "names no day"
        remark = f" ({_plain(noted.remark)})" if noted.remark else ""
        yield f"“{_plain(noted.words)}”: {day}{remark}"
    for promise in sorted(interview.promises, key=lambda promise: promise.said_on):
        words = f"“{_plain(promise.words)}”: " if promise.words else ""
        yield f"{words}{day_name(promise.decide_by, today)}, said on {day_name(promise.said_on, today)}"
    if plan.promised.is_estimate and plan.has_begun and plan.is_current and not plan.outcome:
        yield f"{day_name(plan.promised.day, today)} is our estimate; ask for the real day"


def _material(plan: MaterialPlan, today: date) -> str:
    estimate = in_brackets_if_estimate(plan.is_estimate)
    due = f", by {day_name(plan.due_on, today)}{estimate}" if plan.due_on else ""
    sent = f", sent {day_name(contact_day(plan.sent), today)}" if plan.sent else ""
    return _plain(plan.material.what) + due + sent


def _contact(contact: Contact, today: date) -> str:
    how = f", {_plain(contact.channel)}" if contact.channel else ""
    text = "" if _is_letter(contact) or not contact.text.strip() else f": {_plain(contact.text.strip())}"
    reason = f" (over the limit: {_plain(contact.reason)})" if contact.reason else ""
    return f"{day_name(contact_day(contact), today)}: {_plain(contact_title(contact))}{how}{reason}{text}"


def _is_letter(contact: Contact) -> bool:
    return "\n" in contact.text.strip()


def _letter(contact: Contact, today: date) -> str:
    kind = _plain(contact_title(contact))
    lines = [f"> {_plain(line)}  " if line else ">" for line in contact.text.strip().split("\n")]
    title = f"## {capitalized(kind)}, {day_name(contact_day(contact), today)}"
    return f"{title}\n\n" + "\n".join(lines) + "\n"


def _open(interview: Interview, plan: Plan, position: PositionPlan) -> Iterator[str]:
    """Yield what is left to do, now or later, most urgent first."""
    today = plan.today

    def due_clause(day: date | None, is_estimate: bool = False) -> str:
        if day is None:
            return ""
        due = "by" if day >= today else "was due"
        return f", {due} {day_name(day, today)}{in_brackets_if_estimate(is_estimate)}"

    def left(step: StepId) -> str:
        names = [person.person.name for person in plan.people if not person.state_of(step).is_finished]
        return listed(names) or EVERYONE_MET

    if plan.offer is not None and plan.is_current:
        yield f"{plan.offer.task}{due_clause(plan.offer.answer_by, plan.offer.is_estimate)}"
    thank = plan.step(StepId.THANK)
    if thank.status in (Status.DUE, Status.LATE):
        yield f"thank {left(StepId.THANK)}{due_clause(thank.due)}"
    for material in plan.materials:
        if not material.status.is_finished:
            yield f"send {material.material.what}{due_clause(material.due_on, material.is_estimate)}"
    yield from (todo.text + due_clause(todo.due) for todo in plan.todos if todo.step is StepId.WRITE_DOWN)
    window = follow_up_window(position) if plan.is_current else Window()
    if window.opens is not None and plan.has_begun:
        again = " again" if plan.follow_ups.sent else ""
        yield f"follow up{again}, {day_span(window.opens, window.closes or window.opens, today)}"
    if not plan.step(StepId.ASK).status.is_finished:
        if not (plan.facts.covers(signs.PROMISE) or interview.promises):
            yield "ask what happens next, and by when"
        if not plan.facts.covers(signs.MATERIAL):
            yield "ask whether they want more material"
    if plan.step(StepId.CONNECT).status is Status.OPEN:
        yield f"connect with {left(StepId.CONNECT)} (optional)"
    for draft in interview.drafts:
        yield f"there is a draft: {kind_name(draft.letter or draft.kind, draft.person)}"


def _plain(text: str) -> str:
    """Return text of the user so that Markdown shows it as it is."""
    bare = text.lstrip(" \t")
    if not bare:
        return ""
    # Indented by blanks, it would be code.
    indent = "\N{NO-BREAK SPACE}" * len(text[: len(text) - len(bare)].expandtabs(4))
    shown = _LIST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", _SPECIAL.sub(r"\\\1", bare))
    return indent + shown
