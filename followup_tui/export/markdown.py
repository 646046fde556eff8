"""A page for each interview, as one would print it before the next round."""

import re
from collections.abc import Iterable, Iterator

from followup_tui.core.facts import Person
from followup_tui.core.model import STEP_TITLES, Interview
from followup_tui.core.plan import Plan, Status
from followup_tui.core.verdict import contact_day
from followup_tui.core.wording import clock_time, day_name, day_span

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.ASCII)
PAGE_BREAK = '\n<div style="page-break-after: always"></div>\n\n'
"""What parts the pages; readers of Markdown that know no HTML show nothing there."""


def pages(planned: Iterable[tuple[Interview, Plan]]) -> str:
    """The pages, in the order in which they come."""
    return PAGE_BREAK.join(_page(*pair) for pair in planned) or "No interviews yet.\n"


def _page(interview: Interview, plan: Plan) -> str:
    title = _plain(interview.company) + (f": {_plain(interview.role)}" if interview.role else "")
    held = f"{day_name(plan.held_on, plan.today)}, {clock_time(interview.held_at)}"
    about = [held, interview.setting.value, f"round {interview.round}"]
    parts = [f"# {title}\n\n{', '.join(about)}\n"]
    if interview.outcome:
        parts.append(f"Outcome: {_plain(interview.outcome)}\n")
    parts += _sections(interview, plan)
    return "\n".join(parts)


def _sections(interview: Interview, plan: Plan) -> Iterator[str]:
    facts, today = plan.facts, plan.today
    yield from _section("People", (_person(one.person) for one in plan.people))
    if not interview.is_closed:
        yield from _section("Next", (_plain(one.text) + _when(one.when(today)) for one in plan.todos))
    yield from _section("The decision", _decision(plan))
    yield from _section(
        "They asked for",
        (
            _plain(one.material.what)
            + (f", by {day_name(one.material.due_on, today)}" if one.material.due_on else "")
            + (f", sent {day_name(contact_day(one.sent), today)}" if one.sent else "")
            for one in plan.materials
        ),
    )
    yield from _section("They have", map(_plain, facts.given))
    yield from _section("Concerns to answer", map(_plain, facts.concerns))
    yield from _section("Personal", map(_plain, facts.personal))
    yield from _section(
        "Steps",
        (
            f"[{'x' if one.status is Status.DONE else ' '}] {_step(one.status, STEP_TITLES[one.step])}"
            for one in plan.steps
        ),
    )
    yield from _section(
        "On the record",
        (
            f"{day_name(contact_day(one), today)}: {one.kind.value}"
            + (f", {_plain(one.person)}" if one.person else "")
            + (f", {_plain(one.channel)}" if one.channel else "")
            for one in interview.contacts
        ),
    )
    for one in interview.contacts:
        if "\n" in one.text.strip():
            whom = f" to {_plain(one.person)}" if one.person else ""
            lines = [f"> {_plain(line)}  " if line else ">" for line in one.text.strip().split("\n")]
            day = day_name(contact_day(one), today)
            yield f"## {one.kind.value.capitalize()}{whom}, {day}\n\n" + "\n".join(lines) + "\n"
    if interview.notes.strip():
        # Two blanks at its end keep a line a line.
        lines = [_plain(line) for line in interview.notes.strip("\n").split("\n")]
        yield "## Notes\n\n" + "\n".join(f"{line}  " if line else "" for line in lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"## {title}\n\n" + "\n".join(f"- {line}" for line in found) + "\n"


def _step(status: Status, title: str) -> str:
    return title if status is Status.DONE else f"{title} ({status.value})"


def _when(when: str) -> str:
    return f", {when}" if when else ""


def _person(person: Person) -> str:
    return ", ".join(_plain(one) for one in (person.name, person.role, person.email) if one)


def _decision(plan: Plan) -> Iterator[str]:
    promised = plan.promised
    words = f"“{_plain(promised.words)}”: " if promised.words else ""
    guess = " (our guess)" if promised.is_guess else ""
    yield f"{words}{day_name(promised.day, plan.today)}{guess}"
    if plan.window.opens is not None:
        span = day_span(plan.window.opens, plan.window.closes or plan.window.opens, plan.today)
        yield f"Follow up: {span}"


def _plain(text: str) -> str:
    """User text as text, whatever Markdown would make of it."""
    return _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", _SPECIAL.sub(r"\\\1", text))
