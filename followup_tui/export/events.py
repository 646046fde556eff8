"""The events of a calendar: what is to be done when, and what an earlier export may have said and is no more.

Nothing tells which exports a calendar took in. So an interview always has the same names of events, and each
of them comes with every export, live or cancelled, until the interview is long past: whatever the calendar
holds is brought up to date, and nothing has to be stored for it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from followup_tui.core.dates.format import day_name, listed
from followup_tui.core.model.logbook import ContactKind, Deleted, Interview, StepId
from followup_tui.core.notes import signs
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import MaterialPlan, Plan, Source, Window

KEPT_DAYS = 60
"""Days after the last day that the file knows of an interview in which its events are still taken out of
calendars (ours): twice the 30 after which letting go is suggested. What is older is harmless history."""
SPARE_MATERIALS = 3
"""How many events of material are cancelled beyond those in the notes: so many lines may have been removed
since the export before (ours)."""
_OUT_OF_SIGHT = date(2020, 1, 1)
"""The day of what is cancelled and has none of its own: many calendars show it, struck out."""


class Event(NamedTuple):
    """Something at a time, or on whole days; or that it is no more."""

    name: str
    """The same in every export, and no other event's."""
    summary: str
    begins: datetime | date
    last: date | None = None
    """The last of the whole days, where there are several."""
    text: str = ""
    alarm: timedelta | None = None
    """From the beginning (of the first day) to the moment of the alarm."""
    is_cancelled: bool = False


def events(
    planned: Iterable[tuple[Interview, Plan]], deleted: Iterable[Deleted], now: datetime
) -> Iterator[Event]:
    """The events at `now`; what lies behind has no alarm."""
    living = set()
    for interview, plan in planned:
        living.add(interview.id)
        is_over = _last_day(interview, plan) < plan.today - timedelta(days=KEPT_DAYS)
        own = _own(interview, plan)
        if not (is_over and own.is_cancelled):
            yield _told(own, now)
        if not is_over:
            to_do = (_thanks(interview, plan), _follow_up(interview, plan), *_materials(interview, plan))
            yield from (_told(event, now) for event in to_do)
    for one in deleted:
        is_new = (now.date() - one.at.date()).days <= KEPT_DAYS
        if is_new and one.kind == "interview" and one.id not in living:
            for name in ("interview", "thank", "follow-up", *map(_material_name, range(SPARE_MATERIALS))):
                yield _gone(f"{one.id}-{name}", "A deleted interview")


def follow_up_window(interview: Interview, plan: Plan) -> Window:
    """The days for the next follow-up; empty where none is to be sent."""
    step = plan.step(StepId.FOLLOW_UP)
    by_hand = step.by_hand and step.status.is_finished
    return Window() if interview.is_closed or by_hand else plan.window


def _gone(name: str, summary: str) -> Event:
    return Event(name, summary, _OUT_OF_SIGHT, is_cancelled=True)


def _told(event: Event, now: datetime) -> Event:
    """The event without what is of no use: what to know of a cancelled one, an alarm that is past."""
    if event.is_cancelled:
        return event._replace(text="", alarm=None)
    at = event.begins
    begins = at if isinstance(at, datetime) else datetime.combine(at, time(), now.tzinfo)
    is_past = event.alarm is not None and begins + event.alarm <= now
    return event._replace(alarm=None) if is_past else event


def _last_day(interview: Interview, plan: Plan) -> date:
    """The last day that the file knows of the interview."""
    days = [interview.held_on, plan.promised.day, plan.window.closes, plan.step(StepId.FOLLOW_UP).closes]
    days += [one.material.due_on for one in plan.materials]
    days += [one.reading.last for one in plan.facts.promises if one.reading is not None]
    days += [day for one in interview.promises for day in (one.said_on, one.decide_by)]
    days += [contact_day(one) for one in interview.contacts]
    return max(day for day in days if day is not None)


def _own(interview: Interview, plan: Plan) -> Event:
    role = [interview.role] if interview.role else []
    about = role + ([f"round {interview.round}"] if interview.round > 1 else [])
    return Event(
        f"{interview.id}-interview",
        f"Interview: {interview.company}" + (f" ({', '.join(about)})" if about else ""),
        interview.held_at,
        text=interview.setting.value,
        alarm=timedelta(hours=-1),
        is_cancelled=interview.is_closed and not _took_place(interview, plan),
    )


def _took_place(interview: Interview, plan: Plan) -> bool:
    # One that was called off looks like one that was closed afterwards, but for what is known from it.
    since = any(one.at >= interview.held_at for one in interview.contacts)
    return plan.has_begun and (since or any(map(plan.facts.covers, signs.SIGNS)))


def _thanks(interview: Interview, plan: Plan) -> Event:
    step = plan.step(StepId.THANK)
    names = [one.person.name for one in plan.people if not one.thank_finished]
    whom = f" to {listed(names)}" if names else ""
    # In the evening, and not before the interview is over.
    hour = min(23, max(18, interview.held_at.hour + 2))
    return Event(
        f"{interview.id}-thank",
        f"{interview.company}: send thank-you notes{whom}",
        interview.held_on,
        text=step.why,
        alarm=timedelta(hours=hour),
        is_cancelled=step.status.is_finished or interview.is_closed,
    )


def _follow_up(interview: Interview, plan: Plan) -> Event:
    window = follow_up_window(interview, plan)
    step = plan.step(StepId.FOLLOW_UP)
    if window.opens is not None:
        first, last = window
    else:
        first, last = step.opens, step.closes
    which = "follow up again" if plan.follow_ups.sent else "follow up"
    is_guess = plan.promised.is_guess and not plan.follow_ups.sent
    return Event(
        f"{interview.id}-follow-up",
        f"{interview.company}: {which}{' (a guess)' if is_guess else ''}",
        first or plan.promised.day,
        last,
        text=_why_then(interview, plan),
        alarm=timedelta(hours=9),
        is_cancelled=window.opens is None,
    )


def _why_then(interview: Interview, plan: Plan) -> str:
    """Why the follow-up is on those days, in words that hold on any day."""
    promised, sent = plan.promised, plan.follow_ups.sent
    day = day_name(promised.day, plan.today)
    if sent:
        last = max(contact_day(one) for one in interview.contacts if one.kind is ContactKind.FOLLOW_UP)
        number = f"this would be number {sent + 1} of {plan.follow_ups.limit} ({Source.ARTICLE})"
        return f"The last one went out on {day_name(last, plan.today)}; {number}."
    if promised.is_guess:
        words = f"They said “{promised.words}”, which names no day" if promised.words else "No day is known"
        return (
            f"{words}: {day} is a guess ({Source.GUIDES}). "
            "Ask for the real one, and write it into your notes, such as: > decision by 4 December"
        )
    said = f"“{promised.words}” is {day}" if promised.words else f"The promised day is {day}"
    return f"{said}; a day or two after it, check in with a detail you talked about ({Source.ARTICLE})."


def _materials(interview: Interview, plan: Plan) -> Iterator[Event]:
    """One for each line of material, named by its place: its words and its day may change, or go.

    Named by its words, mending a word would leave the old event behind. Where a line is removed, those after
    it move up, and the names at the end are cancelled.
    """
    for place, one in enumerate(plan.materials):
        yield _material(interview, one, place)
    for place in range(len(plan.materials), len(plan.materials) + SPARE_MATERIALS):
        yield _gone(f"{interview.id}-{_material_name(place)}", f"{interview.company}: nothing more to send")


def _material(interview: Interview, one: MaterialPlan, place: int) -> Event:
    due_on = one.material.due_on
    return Event(
        f"{interview.id}-{_material_name(place)}",
        f"{interview.company}: send {one.material.what}",
        due_on or _OUT_OF_SIGHT,
        alarm=timedelta(hours=9),
        is_cancelled=due_on is None or one.status.is_finished or interview.is_closed,
    )


def _material_name(place: int) -> str:
    return f"material-{place + 1}"
