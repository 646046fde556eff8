"""All interviews in the order in which they ask for attention, with the next thing to do for each."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from followup_tui.core.dates.format import clock_time, count, day_name, near_day
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.plan_types import Plan, Status
from followup_tui.core.text import fold_name


class Group(StrEnum):
    """The groups of the list, most urgent first."""

    DUE = "due"
    WAITING = "waiting"
    UPCOMING = "upcoming"
    CLOSED = "closed"


class Entry(NamedTuple):
    """One interview in the list."""

    id: str
    company: str
    detail: str
    """Role and round, where known."""
    group: Group
    next: str
    """The next thing to do, or what is being waited for."""
    when: str = ""
    """By when it is to be done, or that it is late; empty where there is no such day."""
    is_late: bool = False
    place: tuple[float | str, ...] = ()
    """What the entries are ordered by: the group, then how urgent it is in it."""


def sort_by_urgency(planned: Iterable[tuple[Interview, Plan]]) -> list[tuple[Interview, Plan]]:
    """The interviews by group, and the most urgent first in each."""
    return sorted(planned, key=lambda pair: _place(*pair))


def agenda(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in their order."""
    return tuple(sorted(entries, key=attrgetter("place")))


def entry(interview: Interview, plan: Plan) -> Entry:
    """How `interview` stands in the list."""
    if interview.is_closed:
        return closed_entry(interview)
    group = group_of(interview, plan)
    return Entry(
        id=interview.id,
        company=interview.company,
        detail=role_and_round(interview),
        group=group,
        next=_next(interview, plan, group),
        when=plan.todos[0].when(plan.today) if group is Group.DUE else "",
        is_late=group is Group.DUE and plan.todos[0].late,
        place=_place(interview, plan),
    )


def closed_entry(interview: Interview) -> Entry:
    """How an interview with an outcome stands in the list: no plan is needed for that."""
    return Entry(
        id=interview.id,
        company=interview.company,
        detail=role_and_round(interview),
        group=Group.CLOSED,
        next=interview.outcome,
        place=_closed_place(interview),
    )


def role_and_round(interview: Interview) -> str:
    """`Backend engineer · round 2`, as far as known."""
    parts = [interview.role] if interview.role else []
    if interview.round > 1:
        parts.append(f"round {interview.round}")
    return " · ".join(parts)


def distinct_names(interviews: Iterable[Interview]) -> dict[str, str]:
    """The company of each by its id; with role and round, or the day, where another has the same company."""
    shown = list(interviews)
    same = Counter(fold_name(one.company) for one in shown)
    return {
        one.id: one.company
        if same[fold_name(one.company)] == 1
        else f"{one.company} ({role_and_round(one) or one.held_on.isoformat()})"
        for one in shown
    }


def due_lines(planned: Iterable[tuple[Interview, Plan]]) -> list[str]:
    """What to do now, a line each, in the order of `planned`; then the interviews that today still brings."""
    pairs = list(planned)
    later = sorted(
        (
            one
            for one, plan in pairs
            if not one.is_closed and not plan.has_begun and plan.held_on == plan.today
        ),
        key=attrgetter("held_at"),
    )
    names = distinct_names([*(one for one, plan in pairs if plan.todos), *later])
    lines = [
        f"{names[one.id]}: {todo.text}, {todo.when(plan.today)}".rstrip(", ")
        for one, plan in pairs
        for todo in plan.todos
    ]
    return lines + [f"{names[one.id]}: interview today, {clock_time(one.held_at)}" for one in later]


def group_of(interview: Interview, plan: Plan) -> Group:
    """Which group of the list `interview` belongs to. Due means: something can be done today."""
    if interview.is_closed:
        return Group.CLOSED
    if not plan.has_begun:
        return Group.UPCOMING
    return Group.DUE if plan.todos else Group.WAITING


def next_date(plan: Plan) -> date | None:
    """The next day on which something may be done or ends; None where nothing more is planned."""
    days = [plan.window.opens] if plan.window.opens else []
    days += [
        one.material.due_on for one in plan.materials if not one.status.is_finished and one.material.due_on
    ]
    return min((day for day in days if day >= plan.today), default=plan.window.opens)


_NUMBERS = {group: number for number, group in enumerate(Group)}


def _closed_place(interview: Interview) -> tuple[float | str, ...]:
    return (_NUMBERS[Group.CLOSED], -interview.held_at.timestamp(), 0, interview.id)


def _place(interview: Interview, plan: Plan) -> tuple[float | str, ...]:
    if interview.is_closed:
        return _closed_place(interview)
    group = group_of(interview, plan)
    return (_NUMBERS[group], *_urgency(interview, plan, group))


def _urgency(interview: Interview, plan: Plan, group: Group) -> tuple[float, float, str]:
    held = interview.held_at.timestamp()
    if group is Group.DUE:
        # What is nearest to its day comes first, of equally near what is late (ours): today it can still be
        # done in time, yesterday's is worth most, and what is weeks late stands in the way of neither.
        days = [(todo.due - plan.today).days for todo in plan.todos if todo.due is not None]
        first = min((abs(day) - (day < 0) / 2 for day in days), default=500)
        return (first, -held, interview.id)
    if group is Group.WAITING:
        day = next_date(plan)
        return (day.toordinal() if day else float("inf"), -held, interview.id)
    return (held, 0, interview.id)


def _next(interview: Interview, plan: Plan, group: Group) -> str:
    if group is Group.UPCOMING:
        return f"{near_day(plan.held_on, plan.today)} {clock_time(interview.held_at)}"
    if group is Group.DUE:
        return plan.todos[0].text
    return _waiting_for(plan)


def _waiting_for(plan: Plan) -> str:
    today = plan.today
    if plan.suggest_closing:
        return "perhaps let it go (e)"
    pending = [one.material for one in plan.materials if one.status is Status.OPEN and one.material.due_on]
    soonest = min(pending, key=lambda one: one.due_on or date.max, default=None)
    if soonest is not None and soonest.due_on is not None and soonest.due_on == next_date(plan):
        return f"{near_day(soonest.due_on, today)}: send {soonest.what}"
    if plan.answered_on is not None:
        return f"they answered {near_day(plan.answered_on, today)}"
    opens = plan.window.opens
    if opens is None:
        sent = plan.follow_ups.sent
        return "both follow-ups sent" if sent == 2 else f"{count(sent, 'follow-up')} sent"
    if today <= plan.promised.day:
        guess = " (guess)" if plan.promised.is_guess else ""
        return f"quiet until {day_name(plan.promised.day, today)}{guess}"
    which = "second follow-up" if plan.follow_ups.sent else "follow up"
    if opens <= today:
        if plan.verdict.allowed:
            return f"{which} possible"
        return f"{which} {near_day(plan.verdict.from_day or opens, today)}"
    return f"{which} from {day_name(opens, today)}"
