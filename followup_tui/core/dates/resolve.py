"""Days of a phrase, worked out from what its pattern captured and from the day it was said."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from followup_tui.core.dates.lexicon import EARLY, END, HOUR, LATE, MID, MONTH, WORKDAY
from followup_tui.core.dates.workdays import add_working_days

Captures = Mapping[str, int]
"""Kinds of words that a pattern captured -> their values."""
PARTS_OF_WEEK = {EARLY: (0, 1), MID: (2, 2), LATE: (3, 4), END: (4, 4)}
"""The first and the last weekday of each part (0 is Monday)."""
_WEDNESDAY = 2
_EARLY_UNTIL, _MIDDLE = 10, 15
"""Last day of the early part of a month, and the day that its middle is taken to be (ours)."""


class Days(NamedTuple):
    """The days that a phrase names, without a gap."""

    first: date
    last: date


@dataclass(slots=True, eq=False, repr=False)
class DateContext:
    """The day from which a phrase is read, and what was named before it."""

    day: date
    """The day it was said."""
    holidays: Collection[date]
    after: date
    """Bare weekdays and days of the month come after this day."""
    follows: bool = False
    """Whether the day `after` is that of a date named before, not the day it was said."""
    may_repeat: bool = False
    """Whether a weekday may be the day `after` itself: "tomorrow, Friday"."""

    def week(self, weeks: int, first: int, last: int) -> Days:
        """Return two weekdays (0 is Monday) of the calendar week `weeks` after this one."""
        monday = plus(self.day, 7 * weeks - self.day.weekday())
        return Days(plus(monday, first), plus(monday, last))

    def month(self, months: int) -> Days:
        """Return the calendar month `months` after this one."""
        first = plus_months(self.day.replace(day=1), months)
        return Days(first, plus(plus_months(first, 1), -1))


Resolver = Callable[[DateContext, Captures], Days | None]
"""Returns the days of a phrase, or None where it is doubtful which days are meant."""


def plus(day: date, days: int) -> date:
    """Return the day that is `days` days after `day`."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """Return the same day of another month, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(plus(date(year, month + 1, 1), day.day - 1), plus(following, -1))


def nearest_date(month: int, day: int, today: date, year: int | None = None) -> date | None:
    """Return that day of `year`, else the one nearest to `today`; None for 30 February."""
    days = []
    for candidate in (today.year - 1, today.year, today.year + 1) if year is None else (year,):
        with suppress(ValueError):
            days.append(date(candidate, month, day))
    return min(days, key=lambda day: abs(day - today), default=None)


def next_weekday(since: date, weekday: int, *, may_repeat: bool = False) -> date:
    """Return the first such weekday after `since`; `since` itself counts where it may repeat."""
    days = (weekday - since.weekday()) % 7
    return plus(since, days if days or may_repeat else 7)


def _single(day: date | None) -> Days | None:
    return Days(day, day) if day else None


def _part(captures: Captures) -> int:
    """Return the part of a week, month or year that the words name; the end where they name none."""
    return captures.get("PART", captures.get("HEAD", END))


def doubtful(_: DateContext, __: Captures) -> None:
    """Return None: the words name a date, but not for certain which."""


def days_ahead(days: int) -> Resolver:
    """Return a resolver to the day that is `days` days after it was said."""
    return lambda context, _: _single(plus(context.day, days))


def full_date(_: DateContext, captures: Captures) -> Days | None:
    """Resolve `2026-12-04`, `4.12.2026`, `18/12/26`."""
    ordinal = captures.get("DATE") or captures.get("SHORT")
    return _single(date.fromordinal(ordinal)) if ordinal else None


def dotted(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `4.12.` and `30/11`."""
    day = _upcoming(context.day, *divmod(captures["DOTTED"], 100))
    return _single(day) if day and captures.get("WEEKDAY", day.weekday()) == day.weekday() else None


def _upcoming(since: date, month: int, day: int, year: int | None = None) -> date | None:
    """Return that day of that year, else the first such day on or after `since` within 366 days."""
    for candidate in (year,) if year is not None else (since.year, since.year + 1):
        with suppress(ValueError):
            named = date(candidate, month, day)
            if year is not None or 0 <= (named - since).days <= 366:
                return named
    return None


def day_month(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `4 Dec`, `Fri Dec 4 2026`, `4-6 Dec`; a weekday that does not agree makes it doubtful."""
    if "DAYS" in captures:
        start, end = divmod(captures["DAYS"], 100)
    else:
        start, end = captures["DAY"], captures.get("DAY2", captures["DAY"])
    last = _upcoming(context.day, captures["MONTH"], end, captures.get("YEAR"))
    if last is None or last.day < start:
        return None
    first = last.replace(day=start)
    return Days(first, last) if captures.get("WEEKDAY", first.weekday()) == first.weekday() else None


def nth(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the 15th`, `Friday the 4th`, `the 3rd or the 4th`: the first such days from that day on."""
    day = captures.get("NTH") or captures["DAY"]
    first = next_nth(context.after, day)
    last = next_nth(first, captures.get("NTH2", day))
    return Days(first, last) if captures.get("WEEKDAY", first.weekday()) == first.weekday() else None


def next_nth(since: date, number: int) -> date:
    """Return the first day on or after `since` that has that number in its month."""
    months = (plus_months(since.replace(day=1), month) for month in range(13))
    days = (plus(first, number - 1) for first in months)
    return next(day for day in days if day.day == number and day >= since)


def weekday(context: DateContext, captures: Captures) -> Days:
    """Resolve `Friday`, `sat or sun`."""
    first = next_weekday(context.after, captures["WEEKDAY"], may_repeat=context.may_repeat)
    last = next_weekday(first, captures.get("WEEKDAY2", first.weekday()), may_repeat=True)
    return Days(first, last)


def weekday_week(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `Friday week`: a week after that Friday."""
    return _single(plus(weekday(context, captures).first, 7))


def weekday_of_week(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `this Friday`, `Friday of next week`, `Mon or Tue next week`."""
    first = captures["WEEKDAY"]
    days = context.week(captures["WHICH"], first, captures.get("WEEKDAY2", first))
    return days if days.first <= days.last else None


def week(context: DateContext, captures: Captures) -> Days:
    """Resolve `next week`; without WHICH it is `the week after next`."""
    return context.week(captures.get("WHICH", 2), 0, 4)


def this_or_next_week(context: DateContext, _: Captures) -> Days:
    """Resolve `this week or next`."""
    return context.week(0, 0, 11)


def weekend(context: DateContext, captures: Captures) -> Days:
    """Resolve `this weekend`."""
    return context.week(captures.get("WHICH", 0), 5, 6)


def part_of_week(context: DateContext, captures: Captures) -> Days:
    """Resolve `early next week`, `end of the week`; without PART and HEAD it is the end."""
    part = _part(captures)
    upcoming = part == END and "WHICH" not in captures and context.day.weekday() > 4
    return context.week(1 if upcoming else captures.get("WHICH", 0), *PARTS_OF_WEEK[part])


def part_of_week_after_next(context: DateContext, captures: Captures) -> Days:
    """Resolve `the end of the week after next`."""
    return part_of_week(context, {**captures, "WHICH": 2})


def part_of_next_week(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `or early next` where it goes on from a day of this week."""
    is_this_week = context.follows and context.after <= context.week(0, 0, 6).last
    return part_of_week(context, {**captures, "WHICH": 1}) if is_this_week else None


def midweek(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `midweek`, the first Wednesday from that day on, and `midweek next week`."""
    if "WHICH" in captures:
        return context.week(captures["WHICH"], _WEDNESDAY, _WEDNESDAY)
    return _single(next_weekday(context.day, _WEDNESDAY, may_repeat=True))


def month(context: DateContext, captures: Captures) -> Days:
    """Resolve `next month`."""
    return context.month(captures.get("WHICH", 0))


def named_month(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `December`, `December 2026`: this one or the next one of that name."""
    ahead = captures["MONTH"] - context.day.month
    if captures.get("YEAR") == 0:
        return None
    years_ahead = captures.get("YEAR", context.day.year) - context.day.year
    return context.month(ahead + 12 * years_ahead if "YEAR" in captures else ahead % 12)


def year(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `this year`, `2026`: the rest of it."""
    number = captures.get("YEAR", context.day.year)
    return Days(context.day, date(number, 12, 31)) if number >= context.day.year else None


def part_of(month_of: Resolver) -> Resolver:
    """Return a resolver to the early, middle or late part of the month that `month_of` returns.

    "Early" and "the beginning" end on the 10th, "mid" is the 15th, "late" and "the end" are the last day.
    """

    def days_of_part(context: DateContext, captures: Captures) -> Days | None:
        days = month_of(context, captures)
        if days is None:
            return None
        first, part = days.first.replace(day=1), _part(captures)
        if part == EARLY:
            return Days(first, first.replace(day=_EARLY_UNTIL))
        return _single(first.replace(day=_MIDDLE) if part == MID else days.last)

    return days_of_part


def end_of_year(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the end of the year`, `eoy`; other parts than the end are doubtful."""
    days = year(context, captures)
    return _single(days.last) if days and _part(captures) in (LATE, END) else None


def following(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the week after`, `two days later`: after the date that was named before, if there is one."""
    resolver = span if "UNIT" in captures else following_or_next
    return resolver(replace(context, day=context.after), captures) if context.follows else None


def following_or_next(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the following week`, `the next day`: after the date named before, else after today."""
    if "WEEKDAY" in captures:
        return _single(next_weekday(context.after, captures["WEEKDAY"]))
    if "workday" in captures:
        return _single(add_working_days(context.after, 1, context.holidays))
    step = captures.get("STEP", 1)
    if step == 0:
        return None
    if step == 1:
        return _single(plus(context.after, 1))
    monday = plus(context.after, 7 - context.after.weekday())
    part = captures.get("PART", captures.get("HEAD"))
    first, last = (0, 4) if part is None else PARTS_OF_WEEK[part]
    return Days(plus(monday, first), plus(monday, last))


def span(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `two weeks`, `2-3 business days`, `a week or two`, counted from the day it was said."""
    unit = captures["UNIT"]
    first = _counted(context, captures.get("NUMBER", 1), unit)
    last = _counted(context, captures.get("NUMBER2", captures.get("NUMBER", 1)), unit)
    return Days(first, last) if first and last and first <= last else None


def _counted(context: DateContext, count: int, unit: int) -> date | None:
    if unit == WORKDAY:
        return add_working_days(context.day, count, context.holidays)
    if unit == MONTH:
        return plus_months(context.day, count)
    if unit == HOUR:
        return plus(context.day, count // 24) if count % 24 == 0 else None
    return plus(context.day, count * unit)
