"""What is typed into a field, read: a value or None, and what to say of it while it is being typed."""

from datetime import date, datetime, timedelta

from followup_tui.core.dates.format import clock_time, day_name, day_span, distance
from followup_tui.core.dates.moments import parse_moment
from followup_tui.core.dates.phrases import read_dates
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.core.model.logbook import Interview, Promise
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import local_today, plan


def example_days(today: date) -> str:
    """Ways to name a day, all of them still to come."""
    later = today + timedelta(days=11)
    return f"Fri · {day_name(later, later)} · end of next week · in two weeks · {later}"


def parse_promise_field(
    text: str, interview: Interview, now: datetime, rules: Rules
) -> tuple[Promise | None, str]:
    """The promised day in `text`, said today, with what follows from it."""
    words = " ".join(text.split())
    if not words:
        return None, "In their words, as said today."
    today = local_today(now, interview.held_at)
    day = _iso_day(words)
    if day is None:
        reading = read_dates(words, today, rules.holidays)
        if reading is None:
            return None, f"No date understood. For example: {example_days(today)}"
        day = reading.last
    if day < interview.held_on:
        return None, f"{day_name(day, today)} is before the interview."
    promise = Promise(said_on=max(today, interview.held_on), words=words, decide_by=day, at=now)
    then = plan(interview.but(promises=(*interview.promises, promise)), now, rules)
    text = f"→ {day_name(day, today)}, {distance(day, today)}"
    if then.window.opens is not None and then.window.closes is not None:
        text += f" · follow up {day_span(then.window.opens, then.window.closes, today)}"
    return promise, text


def parse_moment_field(text: str, now: datetime) -> tuple[datetime | None, str]:
    """The moment in `text`; nothing typed is now, and so is this minute: seconds tell what came first."""
    minute = now.replace(second=0, microsecond=0)
    at = minute if not text.strip() else parse_moment(text, now)
    if at == minute:
        at = now
    if at is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        return None, "Not understood. For example: yesterday 3pm · tue 14:30 · 2026-11-23 14:00"
    return at, f"→ {day_name(at.date(), now.date())} {clock_time(at)}, {distance(at.date(), now.date())}"


def _iso_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
