"""The events of a calendar: what is to be done and when, and which earlier events no longer apply.

The names of an interview's events never change. `ics` puts those that apply into a calendar, and cancels the
others that an earlier export to the same file had.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from followup_tui.core.dates.format import day_name, listed
from followup_tui.core.model.logbook import ContactKind, Interview, Says, StepId
from followup_tui.core.notes import signs
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import Source, Window, in_brackets_if_estimate
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.core.rules.round_plan import noted_promises, only_own_facts

CANCELLED_FOR_DAYS = 60
"""Days after the last day that the file knows of an interview in which its events are still taken out of
calendars (ours): twice the 30 after which letting go is suggested. What is older is harmless history."""
_NO_DAY = date(2020, 1, 1)
"""The day of what is cancelled and has none of its own."""
_IN_THE_MORNING, _THE_MORNING_BEFORE = timedelta(hours=9), timedelta(hours=9 - 24)
"""When the alarm of an event on whole days goes off, from the midnight at which its first day begins."""


class Event(NamedTuple):
    """An event at a time or on whole days, or the cancellation of one."""

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


def events(plans: Iterable[PositionPlan], now: datetime) -> Iterator[Event]:
    """Yield the events at `now`, cancelled ones as well; those that are over have no alarm."""
    for position in plans:
        is_over = _last_day(position) < position.today - timedelta(days=CANCELLED_FOR_DAYS)
        for interview, plan in position.records():
            own = _interview_event(interview, plan)
            if not (is_over and own.is_cancelled):
                yield _trimmed(own, now)
            if not is_over:
                yield from (_trimmed(event, now) for event in _reminders(position, interview, plan))


def _reminders(position: PositionPlan, interview: Interview, plan: Plan) -> Iterator[Event]:
    """Yield the events that remind of what is to be done about an interview."""
    yield _thanks_event(interview, plan)
    yield _follow_up_event(position, interview)
    yield from _material_events(interview, plan)
    with_offer = [record for record in position.position.interviews if _has_offer(record)]
    if interview in with_offer:
        yield _offer_event(position, interview, with_offer[-1])


def _has_offer(interview: Interview) -> bool:
    return any(contact.says is Says.OFFER for contact in interview.contacts)


def follow_up_window(position: PositionPlan) -> Window:
    """Return the days for the next follow-up of a position; empty where none is to be sent.

    After an answer that asks for nothing, checking in again is possible, but nobody is reminded of it.
    """
    step = position.plan.step(StepId.FOLLOW_UP)
    by_hand = step.by_hand and step.status.is_finished
    return Window() if by_hand or position.plan.answered_on is not None else position.window


def _trimmed(event: Event, now: datetime) -> Event:
    """Return the event without what is of no use: the text of a cancelled one, an alarm that is past."""
    if event.is_cancelled:
        return event._replace(text="", alarm=None)
    at = event.begins
    begins = at if isinstance(at, datetime) else datetime.combine(at, time(), now.tzinfo)
    is_past = event.alarm is not None and begins + event.alarm <= now
    return event._replace(alarm=None) if is_past else event


def _last_day(position: PositionPlan) -> date:
    """Return the last day that the file knows of the position."""
    offer = position.offer
    days = [position.promised.day, position.window.closes, offer.answer_by if offer else None]
    for interview, plan in position.records():
        days += [interview.held_on, plan.step(StepId.FOLLOW_UP).closes]
        days += [material.material.due_on for material in plan.materials]
        days += [promised.day for promised in noted_promises(plan.facts, plan.held_on)]
    for promise in position.position.promises:
        days += [promise.said_on, promise.decide_by]
    days += [contact_day(contact) for contact in position.position.contacts]
    return max(day for day in days if day is not None)


def _interview_event(interview: Interview, plan: Plan) -> Event:
    """Return the event of the interview itself."""
    role = [interview.role] if interview.role else []
    about = role + ([f"round {interview.round}"] if interview.round > 1 else [])
    there = plan.user_clock.there(interview.held_at, interview.their_zone)
    return Event(
        f"{interview.id}-interview",
        f"Interview: {interview.company}" + (f" ({', '.join(about)})" if about else ""),
        interview.held_at,
        text=f"{interview.setting}, {there}" if there else interview.setting.value,
        alarm=timedelta(hours=-1),
        is_cancelled=plan.is_cancelled or (bool(plan.outcome) and not _took_place(interview, plan)),
    )


def _took_place(interview: Interview, plan: Plan) -> bool:
    # One that was called off looks like one that was closed afterwards, but for what is known from it.
    since = any(contact.at >= interview.held_at for contact in interview.contacts)
    return plan.has_begun and (since or any(map(plan.facts.covers, signs.SIGNS)))


def _thanks_event(interview: Interview, plan: Plan) -> Event:
    """Return the event that reminds of thank-you notes on the evening of the interview."""
    step = plan.step(StepId.THANK)
    own = only_own_facts(plan, interview).people
    names = [person.person.name for person in own if not person.thank.is_finished]
    whom = f" to {listed(names)}" if names else ""
    # In the evening, and not before the interview is over.
    hour = min(23, max(18, interview.held_at.hour + 2))
    return Event(
        f"{interview.id}-thank",
        f"{interview.company}: send thank-you notes{whom}",
        interview.held_on,
        text=step.why,
        alarm=timedelta(hours=hour),
        is_cancelled=step.status.is_finished or bool(plan.outcome),
    )


def _offer_event(position: PositionPlan, interview: Interview, last: Interview) -> Event:
    """Return the event on the deadline of an offer; that of an earlier offer is cancelled."""
    offer = position.offer
    estimate = in_brackets_if_estimate(offer is not None and offer.is_estimate)
    return Event(
        f"{interview.id}-offer",
        f"{interview.company}: answer the offer{estimate}",
        offer.answer_by if offer is not None else _NO_DAY,
        text="They wait for your answer by this day.",
        alarm=_THE_MORNING_BEFORE,
        is_cancelled=offer is None or interview is not last,
    )


def _follow_up_event(position: PositionPlan, interview: Interview) -> Event:
    """Return the follow-up event of a record: that of the current round is live, the others are cancelled.

    So a position has one follow-up event, and calendars that hold one of an earlier round lose it.
    """
    plan = position.plan_of(interview.id)
    round_ = position.position.round_of(position.current)
    has_event = interview.id == round_.interviews[0].id
    window = follow_up_window(position) if has_event else Window()
    step = plan.step(StepId.FOLLOW_UP)
    if window.opens is not None:
        first, last = window
    else:
        first, last = step.opens, step.closes
    which = "follow up again" if plan.follow_ups.sent else "follow up"
    is_estimate = plan.promised.is_estimate and not plan.follow_ups.sent
    return Event(
        f"{interview.id}-follow-up",
        f"{interview.company}: {which}{in_brackets_if_estimate(is_estimate)}",
        first or plan.promised.day,
        last,
        text=_why_then(position, plan),
        alarm=_IN_THE_MORNING,
        is_cancelled=window.opens is None,
    )


def _why_then(position: PositionPlan, plan: Plan) -> str:
    """Return why the follow-up is on those days, in words that hold on any day."""
    promised, sent = plan.promised, plan.follow_ups.sent
    day = day_name(promised.day, plan.today)
    if sent:
        contacts = position.position.contacts
        last = max(contact_day(contact) for contact in contacts if contact.kind is ContactKind.FOLLOW_UP)
        more = "one more is" if plan.follow_ups.left == 1 else f"{plan.follow_ups.left} more are"
        return f"The last one went out on {day_name(last, plan.today)}; {more} fine ({Source.ARTICLE})."
    if promised.is_estimate:
        words = f"They said “{promised.words}”, which names no day" if promised.words else "No day is known"
        return (
            f"{words}: {day} is our estimate ({Source.GUIDES}). "
            "Ask for the real one, and write it into your notes, such as: > decision by 4 December"
        )
    which = f"“{promised.words}” is {day}" if promised.words else f"The promised day is {day}"
    return f"{which}; a day or two after it, check in with a detail you talked about ({Source.ARTICLE})."


def _material_events(interview: Interview, plan: Plan) -> Iterator[Event]:
    """Yield an event for each line of material, named by its number: its words and its day may change, or go.

    Named by its words, correcting a word would leave the old event behind. Where a line is removed, those
    after it move up.
    """
    for number, material in enumerate(only_own_facts(plan, interview).materials, 1):
        due_on, estimate = material.due_on, in_brackets_if_estimate(material.is_estimate)
        is_over = due_on is None or material.status.is_finished
        yield Event(
            f"{interview.id}-material-{number}",
            f"{interview.company}: send {material.material.what}{estimate}",
            due_on or _NO_DAY,
            alarm=_IN_THE_MORNING,
            is_cancelled=is_over or plan.is_cancelled or bool(plan.outcome),
        )
