"""Parsers of fields: each returns a value, or None, and the preview to show while it is being typed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from followup_tui.core.changes.contacts import EditContact
from followup_tui.core.dates.clocks import UserClock, local_today
from followup_tui.core.dates.format import MONTHS, clock_time, day_name, day_span, distance
from followup_tui.core.dates.moments import ZonedMoment, coming_moment, names_time, parse_zoned_moment
from followup_tui.core.dates.phrases import explain_dates
from followup_tui.core.dates.typed_days import AmbiguousText, ambiguous_day
from followup_tui.core.dates.years import is_accepted_year
from followup_tui.core.dates.zones import AmbiguousZone
from followup_tui.core.model.logbook import Contact, Interview, Promise
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.plan import plan
from followup_tui.core.rules.plan_types import Offer
from followup_tui.session.session import Session

REASON_PLACEHOLDER = "why one more makes sense"
"""What is asked of a follow-up that goes out against the budget."""
COMING_MOMENTS = "Thu 14:00 · 3 Dec 10am · tue 9am PT"
"""Ways to name a moment to come."""


def example_days(today: date) -> str:
    """Return ways to name a day, all of them still to come."""
    later = today + timedelta(days=11)
    return f"Fri · {day_name(later, later)} · end of next week · in two weeks · {later}"


def parse_promise_field(
    text: str, interview: Interview, now: datetime, rules: Rules
) -> tuple[Promise | None, str]:
    """Return the promised day in `text`, as said today, with a preview of what follows from it."""
    words = " ".join(text.split())
    if not words:
        return None, "In their words, as they said it today."
    today = local_today(now, interview.held_at)
    day, remark = _parse_day(words, today, rules)
    if day is None:
        return None, remark
    if day < interview.held_on:
        return None, f"{day_name(day, today)} is before the interview."
    promise = Promise(said_on=max(today, interview.held_on), words=words, decide_by=day, at=now)
    then = plan(interview.but(promises=(*interview.promises, promise)), now, rules)
    text = f"→ {day_name(day, today)}, {distance(day, today)}"
    if then.window.opens is not None and then.window.closes is not None:
        text += f" · follow up {day_span(then.window.opens, then.window.closes, today)}"
    return promise, f"{text} · {remark}" if remark else text


def promise_parser(session: Session, interview: Interview) -> Callable[[str], tuple[Promise | None, str]]:
    """Return the parser of the days promised in an interview; what is parsed is as said at that moment."""
    return lambda text: parse_promise_field(text, interview, session.now(), session.logbook.rules)


def deadline_parser(
    session: Session, interview: Interview, edited: Contact | None, now: datetime
) -> Callable[[str], tuple[date | None, str]]:
    """Return the parser of the day by which an offer is to be answered, as the contact that is `edited` says.

    Without a day, that of another contact may be left: `edited` is None for a new one.
    """
    if edited is None:
        offer, made_on = session.plan(interview).offer, now.date()
    else:
        without_day = EditContact(interview.id, edited.but(answer_by=None))
        offer, made_on = session.plan_after(without_day, interview).offer, contact_day(edited)
    return lambda text: parse_deadline_field(text, now, session.logbook.rules, offer, made_on)


def parse_moment_field(text: str, now: datetime) -> tuple[datetime | None, str]:
    """Return the moment in `text` with its preview, as `parse_zoned_moment_field` does, without the zone."""
    moment, preview = parse_zoned_moment_field(text, now)
    return (moment.at if moment else None), preview


def parse_zoned_moment_field(text: str, now: datetime) -> tuple[ZonedMoment | None, str]:
    """Return the moment in `text` with its zone and a preview.

    Nothing typed is now, and so is the minute of now: its seconds tell what came first.
    """
    moment, preview = _parse_moment(text, now, "yesterday 3pm · tue 14:30 · 9am PT · 2026-11-23 14:00")
    coming = coming_moment(text, moment.at, now) if moment is not None else None
    if moment is None or coming is None:
        return moment, preview
    other = f"{coming.day} {MONTHS[coming.month - 1]} {clock_time(coming)}"
    return moment, f"{preview} · for the next one: {other}"


def parse_deadline_field(
    text: str, now: datetime, rules: Rules, offer: Offer | None, made_on: date
) -> tuple[date | None, str]:
    """Return the last day on which an offer can be answered, with its preview.

    With none typed it is that of the `offer` on record, else our estimate from `made_on`.
    """
    words, today = " ".join(text.split()), now.date()
    if not words and offer is not None and not offer.is_estimate and offer.answer_by >= made_on:
        return None, f"Without a day: still {day_name(offer.answer_by, today)}."
    if not words:
        estimate = made_on + timedelta(days=rules.offer_days)
        return None, f"Without a day: {day_name(estimate, today)}, our estimate."
    day, remark = _parse_day(words, today, rules)
    if day is None:
        return None, remark
    if day < today:
        return None, f"{day_name(day, today)} is past."
    return day, f"→ {day_name(day, today)}, {distance(day, today)}"


def parse_coming_moment_field(text: str, now: datetime) -> tuple[ZonedMoment | None, str]:
    """Return the moment in `text` as `parse_zoned_moment_field` does, of a bare weekday the coming one."""
    moment, preview = _parse_moment(text, now, f"{COMING_MOMENTS} · 2026-12-03 14:00", is_coming=True)
    is_noon = moment is not None and f"{moment.at:%H:%M}" == "12:00" and not names_time(text, now)
    return moment, f"{preview} · noon, as no time is named" if is_noon else preview


def _parse_moment(
    text: str, now: datetime, examples: str, *, is_coming: bool = False
) -> tuple[ZonedMoment | None, str]:
    minute = now.replace(second=0, microsecond=0)
    moment = parse_zoned_moment(text, now, is_coming=is_coming) if text.strip() else ZonedMoment(minute)
    if isinstance(moment, AmbiguousZone | AmbiguousText):
        return None, f"{moment.question}."
    if moment is None:
        return None, f"Not understood. For example: {examples}"
    if moment.at == minute:
        moment = moment._replace(at=now)
    return moment, _moment_preview(moment, now)


def moment_text(at: datetime, clock: UserClock) -> str:
    """Return a moment on the user's clock as the text of a field: `2026-11-23 14:00`."""
    here = clock.to_local(at)
    return f"{here.date().isoformat()} {clock_time(here)}"


def _moment_preview(moment: ZonedMoment, now: datetime) -> str:
    clock = UserClock.at(now)
    when, day = clock.moment(moment.at, moment.their_zone), clock.to_local(moment.at).date()
    return f"→ {when}, {distance(day, now.date())}"


def _parse_day(words: str, today: date, rules: Rules) -> tuple[date | None, str]:
    """Return the day that words name, and a remark on dates passed over; without a day, the message."""
    if (day := _iso_day(words)) is not None:
        return day, ""
    explanation = explain_dates(words, today, rules.holidays)
    remark = explanation.remark(words)
    if explanation.reading is not None:
        return explanation.reading.last, remark
    if (either := ambiguous_day(words)) is not None:
        return None, f"{either.question}."
    why = f"{remark}. " if remark else ""
    return None, f"{why}No date understood. For example: {example_days(today)}"


def _iso_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if is_accepted_year(day.year) else None
