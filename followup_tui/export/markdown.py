"""A page for each interview, as one would print it before the next round.

Names first, then what they said, then what is promised, sent and open; letters in full at the end. Days are
named as days: paper does not know what today is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from followup_tui.core.dates.format import clock_time, contact_name, day_name, day_span, listed
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, StepId
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts, NoteLine, parse_lines
from followup_tui.core.notes.people import Person, parse_person
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import MaterialPlan, Plan, Status
from followup_tui.core.text import fold_name
from followup_tui.export.events import follow_up_window

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST = re.compile(r"^([-+=]|\d+[.)])", re.ASCII)
PAGE_BREAK = '\n<div style="page-break-after: always"></div>\n\n'
"""What parts the pages; readers of Markdown that know no HTML show nothing there."""


def pages(planned: Sequence[tuple[Interview, Plan]], *, in_full: bool = False) -> str:
    """The pages in the order of the interviews, but those at one company together.

    Closed ones have a line each, unless `in_full`, or another round at that company is open: what was said
    in the first round is what one reads before the second.
    """
    wanted = {fold_name(one.company) for one, _ in planned if in_full or not one.is_closed}
    full: dict[str, list[str]] = {company: [] for company in wanted}
    closed = []
    for interview, plan in planned:
        company = fold_name(interview.company)
        if company in full:
            full[company].append(_page(interview, plan))
        else:
            closed.append(f"{_title(interview)}, {_held_on(plan)}: {_plain(interview.outcome)}")
    in_order = dict.fromkeys(fold_name(one.company) for one, _ in planned)
    made = [page for company in in_order for page in full.get(company, ())]
    if closed:
        whole = "All that is known of one: `followup-tui export md --to COMPANY`\n"
        made.append("\n".join(["# Closed\n", *(f"- {line}" for line in closed), "", whole]))
    return PAGE_BREAK.join(made) or "No interviews yet.\n"


def _page(interview: Interview, plan: Plan) -> str:
    at = clock_time(interview.held_at)
    parts = [f"# {_title(interview)}\n", f"{_held_on(plan)}, {at}, {interview.setting.value}\n"]
    if interview.outcome:
        parts.append(f"Outcome: {_plain(interview.outcome)}\n")
    return "\n".join([*parts, *_sections(interview, plan)])


def _title(interview: Interview) -> str:
    role = f": {_plain(interview.role)}" if interview.role else ""
    number = f", round {interview.round}" if interview.round > 1 else ""
    return f"{_plain(interview.company)}{role}{number}"


def _held_on(plan: Plan) -> str:
    return day_name(plan.held_on, plan.today)


def _sections(interview: Interview, plan: Plan) -> Iterator[str]:
    facts, today = plan.facts, plan.today

    def section(title: str, lines: Iterable[str]) -> Iterator[str]:
        items = list(lines)
        if items:
            yield f"## {title}\n\n" + "\n".join(f"- {line}" for line in items) + "\n"

    def facts_section(sign: SignSpec, lines: Iterable[str]) -> Iterator[str]:
        yield from section(sign.heading, list(lines) or (["none"] if sign in facts.answered_none else []))

    def texts(sign: SignSpec) -> Iterator[str]:
        for fact in facts.texts_of(sign):
            yield _plain(f"{fact.text} → {fact.answer}" if fact.answer else fact.text)

    yield from facts_section(signs.PERSON, map(_person, facts.people))
    yield from _notes(interview, facts)
    for sign in signs.text_signs():
        if sign is not signs.GIVEN:
            yield from facts_section(sign, texts(sign))
    yield from facts_section(signs.PROMISE, _decision(interview, plan))
    yield from facts_section(signs.MATERIAL, (_material(one, today) for one in plan.materials))
    yield from facts_section(signs.GIVEN, texts(signs.GIVEN))
    record = sorted(interview.contacts, key=lambda one: one.at)
    yield from section("Sent and received", (_contact(one, today) for one in record))
    if not interview.is_closed:
        boxes = (f"[ ] {_plain(line)}" for line in _open(interview, plan))
        yield from section(f"Open on {day_name(today, today)}", boxes)
    yield from (_letter(one, today) for one in record if _is_letter(one))


def _person(person: Person) -> str:
    return ", ".join(_plain(one) for one in (person.name, person.role, person.email, person.phone) if one)


def _notes(interview: Interview, facts: Facts) -> Iterator[str]:
    """The lines of the notes that stand in no other section."""
    written = interview.notes.split("\n")
    kept = (written[line.number] for line in parse_lines(interview.notes) if not _is_told(line, facts))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(map(_plain, kept))).strip("\n")
    if text:
        # Two blanks at its end keep a line a line.
        yield "## Notes\n\n" + re.sub(r"(?<=.)$", "  ", text, flags=re.MULTILINE) + "\n"


def _is_told(line: NoteLine, facts: Facts) -> bool:
    """Whether a fact says all that is in the line."""
    if line.sign is not signs.PERSON or not line.text or line.is_none:
        return line.sign is not None
    said = parse_person(line.text)
    known = facts.person(said.name)
    return known is not None and all(
        detail in ("", known_detail) for detail, known_detail in zip(said[1:], known[1:], strict=True)
    )


def _decision(interview: Interview, plan: Plan) -> Iterator[str]:
    today = plan.today
    for said in plan.facts.promises:
        yield f"“{_plain(said.words)}”: " + (
            day_name(said.reading.last, today) if said.reading else "names no day"
        )
    for one in sorted(interview.promises, key=lambda one: one.said_on):
        words = f"“{_plain(one.words)}”: " if one.words else ""
        yield f"{words}{day_name(one.decide_by, today)}, said on {day_name(one.said_on, today)}"
    if plan.promised.is_guess and plan.has_begun and not interview.is_closed:
        yield f"{day_name(plan.promised.day, today)} is our guess; ask for the real day"


def _material(one: MaterialPlan, today: date) -> str:
    due = f", by {day_name(one.material.due_on, today)}" if one.material.due_on else ""
    sent = f", sent {day_name(contact_day(one.sent), today)}" if one.sent else ""
    return _plain(one.material.what) + due + sent


def _contact(one: Contact, today: date) -> str:
    how = f", {_plain(one.channel)}" if one.channel else ""
    text = "" if _is_letter(one) or not one.text.strip() else f": {_plain(one.text.strip())}"
    reason = f" (a further one: {_plain(one.reason)})" if one.reason else ""
    return f"{day_name(contact_day(one), today)}: {_what(one)}{how}{reason}{text}"


def _what(one: Contact) -> str:
    is_answer = one.kind is ContactKind.REPLY
    whom = f" {'from' if is_answer else 'to'} {_plain(one.person)}" if one.person else ""
    return f"{'answer' if is_answer else one.kind.value}{whom}"


def _is_letter(one: Contact) -> bool:
    return "\n" in one.text.strip()


def _letter(one: Contact, today: date) -> str:
    what = _what(one)
    lines = [f"> {_plain(line)}  " if line else ">" for line in one.text.strip().split("\n")]
    title = f"## {what[:1].upper()}{what[1:]}, {day_name(contact_day(one), today)}"
    return f"{title}\n\n" + "\n".join(lines) + "\n"


def _open(interview: Interview, plan: Plan) -> Iterator[str]:
    """What is left to do, now or later, most urgent first."""
    today = plan.today

    def by(day: date | None) -> str:
        if day is None:
            return ""
        return f", by {day_name(day, today)}" if day >= today else f", was due {day_name(day, today)}"

    thank = plan.step(StepId.THANK)
    if thank.status in (Status.DUE, Status.LATE):
        names = [one.person.name for one in plan.people if not one.thank_finished]
        yield f"thank {listed(names) or 'whom you met'}{by(thank.due)}"
    for one in plan.materials:
        if not one.status.is_finished:
            yield f"send {one.material.what}{by(one.material.due_on)}"
    yield from (todo.text + by(todo.due) for todo in plan.todos if todo.step is StepId.WRITE_DOWN)
    window = follow_up_window(interview, plan)
    if window.opens is not None and plan.has_begun:
        again = " again" if plan.follow_ups.sent else ""
        yield f"follow up{again}, {day_span(window.opens, window.closes or window.opens, today)}"
    if not plan.step(StepId.ASK).status.is_finished:
        if not (plan.facts.covers(signs.PROMISE) or interview.promises):
            yield "ask what happens next, and by when"
        if not plan.facts.covers(signs.MATERIAL):
            yield "ask whether they want more material"
    if plan.step(StepId.CONNECT).status is Status.OPEN:
        names = [one.person.name for one in plan.people if not one.connect_finished]
        yield f"connect with {listed(names) or 'whom you met'} (optional)"
    for draft in interview.drafts:
        yield f"there is a draft: {contact_name(draft.kind, draft.person)}"


def _plain(text: str) -> str:
    """User text as text, whatever Markdown would make of it."""
    bare = text.lstrip(" \t")
    if not bare:
        return ""
    # Indented by blanks, it would be code.
    indent = "\N{NO-BREAK SPACE}" * len(text[: len(text) - len(bare)].expandtabs(4))
    shown = _LIST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", _SPECIAL.sub(r"\\\1", bare))
    return indent + shown
