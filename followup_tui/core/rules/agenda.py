"""The list of positions in the order in which they ask for attention, and the lines of `due`.

Both go by one order (ours): an offer to be answered today or tomorrow, today's interviews, other offers, what
is late or due, tomorrow's interviews; then what is waited for, what is upcoming, what is closed.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from followup_tui.core.dates.format import count, day_name, near_day
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.plan_types import Status, Todo, TodoKind, in_brackets_if_estimate
from followup_tui.core.rules.position import Position
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.todos import PAST_OFFER, urgency
from followup_tui.core.text import fold_name


class AgendaGroup(StrEnum):
    """The groups of the list, most urgent first."""

    DUE = "due"
    WAITING = "waiting"
    UPCOMING = "upcoming"
    CLOSED = "closed"


SortKey = tuple[float | str, ...]


class Entry(NamedTuple):
    """One position in the list."""

    id: str
    """The id of the interview to show first."""
    company: str
    group: AgendaGroup
    next: str
    """The next thing to do, or what is being waited for."""
    when: str
    """By or from when, or that it is late; empty where `next` says it, and where there is no such day."""
    is_late: bool
    sort_key: SortKey
    """What the entries are ordered by: the group, then how urgent it is in it."""
    interview_ids: tuple[str, ...]
    """The ids of all records of the position, earliest first."""


class DueItem(NamedTuple):
    """Something to do now, with the position that asks for it."""

    plan: PositionPlan
    name: str
    """The company, with what tells the interview apart from others at it."""
    todo: Todo

    @property
    def line(self) -> str:
        """The item in one line: `Acme: thank Dana, today`."""
        return f"{self.name}: {self.todo.text}, {self.todo.when(self.plan.today)}".rstrip(", ")


def sort_by_urgency(plans: Iterable[PositionPlan]) -> list[PositionPlan]:
    """Return the plans by group, and the most urgent first in each."""
    return sorted(plans, key=_sort_key)


def sort_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries in their order."""
    return tuple(sorted(entries, key=attrgetter("sort_key")))


def entry(plan: PositionPlan) -> Entry:
    """Return the entry of a position."""
    if plan.outcome:
        return closed_entry(plan.position, plan.outcome)
    group = group_of(plan)
    first, opened = plan.todos[0] if group is AgendaGroup.DUE else None, plan.record_to_open
    next, when = (first.text, first.when(plan.today)) if first else _next(plan, group)
    return Entry(
        id=opened.id,
        company=plan.position.company,
        group=group,
        next=next,
        when=when,
        is_late=first is not None and first.late,
        sort_key=_sort_key(plan),
        interview_ids=tuple(interview.id for interview in plan.position.interviews),
    )


def closed_entry(position: Position, outcome: str) -> Entry:
    """Return the entry of a closed position, which needs no plan."""
    interviews, last = position.interviews, position.last_record
    return Entry(
        id=last.id,
        company=interviews[-1].company,
        group=AgendaGroup.CLOSED,
        next=outcome,
        when="",
        is_late=False,
        sort_key=_closed_key(position),
        interview_ids=tuple([interview.id for interview in interviews]),
    )


def role_and_round(interview: Interview) -> str:
    """Return `Backend engineer · round 2`, as far as known."""
    if interview.round < 2:
        return interview.role
    round_ = f"round {interview.round}"
    return f"{interview.role} · {round_}" if interview.role else round_


def distinct_names(interviews: Iterable[Interview]) -> dict[str, str]:
    """Return the company of each interview by its id; with round or day where there are several at it."""
    named = list(interviews)
    companies = Counter(fold_name(interview.company) for interview in named)
    details = Counter((fold_name(interview.company), role_and_round(interview)) for interview in named)
    names = {}
    for interview in named:
        company, detail = fold_name(interview.company), role_and_round(interview)
        if details[company, detail] > 1 or not detail:
            detail = interview.held_on.isoformat()
        several = companies[company] > 1
        names[interview.id] = f"{interview.company} ({detail})" if several else interview.company
    return names


def due_items(plans: Iterable[PositionPlan]) -> list[DueItem]:
    """Return what is to be done now, the most urgent first, over all positions."""
    asking = [plan for plan in plans if plan.todos]
    ids = {todo.interview_id for plan in asking for todo in plan.todos}
    names = distinct_names(
        interview for plan in asking for interview in plan.position.interviews if interview.id in ids
    )
    keyed = [
        ((*_todo_key(plan, todo), plan.position.id, number), DueItem(plan, names[todo.interview_id], todo))
        for plan in asking
        for number, todo in enumerate(plan.todos)
    ]
    return [item for _, item in sorted(keyed, key=lambda pair: pair[0])]


def due_lines(plans: Iterable[PositionPlan]) -> list[str]:
    """Return what is to be done now, a line each."""
    return [item.line for item in due_items(plans)]


def group_of(plan: PositionPlan) -> AgendaGroup:
    """Return which group of the list a position belongs to; due means that something is to be done now."""
    if plan.outcome:
        return AgendaGroup.CLOSED
    if plan.todos:
        return AgendaGroup.DUE
    return AgendaGroup.UPCOMING if _next_interview(plan) else AgendaGroup.WAITING


def next_date(plan: PositionPlan) -> date | None:
    """Return the next day on which something may be done or ends; None where nothing more is planned."""
    days = [plan.window.opens] if plan.window.opens else []
    days += [material.due_on for material in plan.owed if material.due_on]
    return min((day for day in days if day >= plan.today), default=plan.window.opens)


_GROUP_RANK = {group: number for number, group in enumerate(AgendaGroup)}
_CLOSED_RANK = _GROUP_RANK[AgendaGroup.CLOSED]


def _closed_key(position: Position) -> SortKey:
    return (_CLOSED_RANK, -position.interviews[-1].held_at.timestamp(), 0, position.id)


def _sort_key(plan: PositionPlan) -> SortKey:
    """Return what the entry of a position is sorted by: its group, then the urgency within the group."""
    group = group_of(plan)
    if group is AgendaGroup.CLOSED:
        return _closed_key(plan.position)
    if group is AgendaGroup.DUE:
        return (_GROUP_RANK[group], *_todo_key(plan, plan.todos[0]), plan.position.id)
    held = plan.current.held_at.timestamp()
    if group is AgendaGroup.UPCOMING:
        upcoming = _next_interview(plan) or plan.current
        return (_GROUP_RANK[group], upcoming.held_at.timestamp(), 0, plan.position.id)
    # An offer that was perhaps forgotten ranks above all that is waited for; an answer that asks for nothing
    # below it, though checking in will be possible again.
    forgotten = 0 if plan.offer is not None else 1
    day = None if plan.plan.answered_on is not None and not plan.owed else next_date(plan)
    ordinal = day.toordinal() if day else float("inf")
    return (_GROUP_RANK[group], forgotten, ordinal, -held, plan.position.id)


def _todo_key(plan: PositionPlan, todo: Todo) -> tuple[float, ...]:
    """Return what puts a todo before those of other positions: its kind, then how near its day is."""
    held, rank = plan.current.held_at.timestamp(), urgency(todo, plan.today, plan.plan.user_clock)
    if todo.kind is TodoKind.INTERVIEW and todo.at is not None:
        return (rank, todo.at.timestamp(), 0)
    if todo.kind is TodoKind.OFFER:
        day = todo.due or (plan.offer.answer_by if plan.offer else plan.today)
        return (rank, day.toordinal(), -held)
    # What is nearest to its day comes first (ours): today it can still be done in time, yesterday's is worth
    # most, and what is weeks late comes before neither.
    steps = [step for step in plan.todos if step.kind is TodoKind.STEP]
    distances = [_distance(step.due, plan.today) for step in steps if step.due is not None]
    return (rank, min(distances, default=_NO_DAY), -held)


_NO_DAY = 500
"""The days that count for a step without a day: more than any step is early or late by."""


def _distance(due: date, today: date) -> float:
    """Return how many days a step is early or late; of two that are equally near, the late one is nearer."""
    days = (due - today).days
    return abs(days) - (0.5 if days < 0 else 0)


def _next_interview(plan: PositionPlan) -> Interview | None:
    """Return the interview that is to come next; None where none is on record."""
    if not plan.plan.has_begun and not plan.plan.is_cancelled:
        return plan.current
    return plan.next_round.interviews[0] if plan.next_round else None


def _next(plan: PositionPlan, group: AgendaGroup) -> tuple[str, str]:
    """Return what comes next for a position and when: its next interview, else what it waits for."""
    if group is AgendaGroup.UPCOMING and (upcoming := _next_interview(plan)) is not None:
        when = plan.plan.user_clock.near_moment(upcoming.held_at, upcoming.their_zone)
        return (when, "") if upcoming is plan.current else ("next round", when)
    return _waiting_for(plan)


def _waiting_for(plan: PositionPlan) -> tuple[str, str]:
    """Return what is waited for and when, or from which day a follow-up is possible."""
    today = plan.today
    if plan.offer is not None:
        return PAST_OFFER, ""
    if plan.suggest_closing:
        return "let it go?", ""
    pending = [material for material in plan.owed if material.status is Status.OPEN and material.due_on]
    soonest = min(pending, key=lambda material: material.due_on or date.max, default=None)
    if soonest is not None and soonest.due_on is not None and soonest.due_on == next_date(plan):
        estimate = in_brackets_if_estimate(soonest.is_estimate)
        return f"send {soonest.material.what}", f"by {near_day(soonest.due_on, today)}{estimate}"
    opens = plan.window.opens
    awaits_round_day = plan.plan.case.awaits_round_day
    if opens is None and awaits_round_day:
        return "next round, no day yet", ""
    if plan.plan.answered_on is not None and not plan.verdict.allowed:
        return "they answered", near_day(plan.plan.answered_on, today)
    if opens is None:
        sent = plan.follow_ups.sent
        return "both follow-ups sent" if sent == 2 else f"{count(sent, 'follow-up')} sent", ""
    if awaits_round_day and today <= (plan.quiet_until or today):
        return "next round, no day yet", ""
    if plan.quiet_until is not None and today <= plan.quiet_until:
        estimate = "(our estimate)" if plan.promised.is_estimate else ""
        return f"quiet until {day_name(plan.quiet_until, today)}", estimate
    if opens <= today and plan.verdict.allowed:
        return "may follow up again" if plan.follow_ups.sent else "may follow up", ""
    which = "follow up again" if plan.follow_ups.sent else "follow up"
    if opens <= today:
        return which, near_day(plan.verdict.from_day or opens, today)
    return which, f"from {day_name(opens, today)}"
