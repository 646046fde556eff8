"""What the patterns of `phrases` mean: days made of what a pattern caught, and of the day it was said."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from followup_tui.core.dates.tokens import HOUR, MONTH, WORKDAY
from followup_tui.core.dates.workdays import add_working_days

Days = tuple[date, date]
"""First and last day."""
Captures = Mapping[str, int]
"""Kinds of words that a pattern caught -> their values."""


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """Where a phrase is read from."""

    day: date
    holidays: Collection[date]
    after: date
    """Bare weekdays and days of the month come after this day."""
    follows: bool = False
    """Whether the day `after` is that of a date named before, not the day it was said."""
    may_repeat: bool = False
    """Whether a weekday may be the day `after` itself: "tomorrow, Friday"."""

    def week(self, weeks: int, first: int, last: int) -> Days:
        """Two weekdays of the calendar week that is `weeks` after this one."""
        monday = plus(self.day, 7 * weeks - self.day.weekday())
        return plus(monday, first), plus(monday, last)

    def month(self, months: int) -> Days:
        """The calendar month that is `months` after this one."""
        first = plus_months(self.day.replace(day=1), months)
        return first, plus(plus_months(first, 1), -1)


Resolver = Callable[[Context, Captures], Days | None]
"""Makes days of what a pattern caught; None where they are doubtful."""


def plus(day: date, days: int) -> date:
    """So many days after `day`."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(plus(date(year, month + 1, 1), day.day - 1), plus(following, -1))


def next_weekday(since: date, weekday: int, may_repeat: bool = False) -> date:
    """The first such weekday after `since`, or on it where it may repeat."""
    days = (weekday - since.weekday()) % 7
    return plus(since, days if days or may_repeat else 7)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def doubtful(_: Context, __: Captures) -> None:
    """Words that name a date, and not for certain which."""


def days_ahead(days: int) -> Resolver:
    """So many days after it was said."""
    return lambda context, _: _one(plus(context.day, days))


def full_date(_: Context, found: Captures) -> Days | None:
    """`2026-12-04`, `4.12.2026`."""
    return _one(date.fromordinal(found["DATE"])) if found["DATE"] else None


def dotted(context: Context, found: Captures) -> Days | None:
    """`4.12.`, German."""
    day = _coming(context.day, *divmod(found["DOTTED"], 100))
    return _one(day) if day and found.get("WEEKDAY", day.weekday()) == day.weekday() else None


def _coming(since: date, month: int, day: int, year: int | None = None) -> date | None:
    """That day in that year, else the first one on or after `since`, where one comes within 366 days."""
    for one in (year,) if year is not None else (since.year, since.year + 1):
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year is not None or 0 <= (found - since).days <= 366:
            return found
    return None


def day_month(context: Context, found: Captures) -> Days | None:
    """`4 Dec`, `Fri Dec 4 2026`, `4-6 Dec`. A weekday that does not agree is a doubt."""
    last = _coming(context.day, found["MONTH"], found.get("DAY2", found["DAY"]), found.get("YEAR"))
    if last is None or last.day < found["DAY"]:
        return None
    first = last.replace(day=found["DAY"])
    return (first, last) if found.get("WEEKDAY", first.weekday()) == first.weekday() else None


def nth(context: Context, found: Captures) -> Days | None:
    """`the 15th`, `Friday the 4th`, `the 3rd or the 4th`: the first such days on or after it was said."""
    day = found.get("NTH") or found["DAY"]
    first = _next_nth(context.after, day)
    last = _next_nth(first, found.get("NTH2", day))
    return (first, last) if found.get("WEEKDAY", first.weekday()) == first.weekday() else None


def _next_nth(since: date, day: int) -> date:
    months = (plus_months(since.replace(day=1), number) for number in range(13))
    days = (plus(first, day - 1) for first in months)
    return next(one for one in days if one.day == day and one >= since)


def nth_of_month(context: Context, found: Captures) -> Days | None:
    """`the 15th of next month`."""
    first, last = context.month(found.get("WHICH", 0))
    return _one(first.replace(day=found["NTH"])) if found["NTH"] <= last.day else None


def weekday(context: Context, found: Captures) -> Days:
    """`Friday`, `sat or sun`."""
    first = next_weekday(context.after, found["WEEKDAY"], context.may_repeat)
    return first, next_weekday(first, found.get("WEEKDAY2", first.weekday()), True)


def weekday_week(context: Context, found: Captures) -> Days | None:
    """`Friday week`: a week after that Friday."""
    return _one(plus(weekday(context, found)[0], 7))


def weekday_of_week(context: Context, found: Captures) -> Days:
    """`this Friday`, `Friday of next week`."""
    return context.week(found["WHICH"], found["WEEKDAY"], found["WEEKDAY"])


def week(context: Context, found: Captures) -> Days:
    """`next week`; `the week after next` catches nothing."""
    return context.week(found.get("WHICH", 2), 0, 4)


def this_or_next_week(context: Context, _: Captures) -> Days:
    """`this week or next`."""
    return context.week(0, 0, 11)


def weekend(context: Context, found: Captures) -> Days:
    """`this weekend`."""
    return context.week(found.get("WHICH", 0), 5, 6)


_PARTS = {0: (0, 1), 2: (2, 2), 3: (3, 4), 4: (4, 4)}


def part_of_week(context: Context, found: Captures) -> Days:
    """`early next week`, `end of the week`; `eow` catches nothing."""
    part = found.get("PART", found.get("HEAD", 4))
    to_come = part == 4 and "WHICH" not in found and context.day.weekday() > 4
    return context.week(1 if to_come else found.get("WHICH", 0), *_PARTS[part])


def month(context: Context, found: Captures) -> Days:
    """`next month`."""
    return context.month(found.get("WHICH", 0))


def named_month(context: Context, found: Captures) -> Days | None:
    """`December`, `December 2026`: this one or the next one of that name."""
    ahead = found["MONTH"] - context.day.month
    if found.get("YEAR") == 0:
        return None
    return context.month(ahead + 12 * (found["YEAR"] - context.day.year) if "YEAR" in found else ahead % 12)


def year(context: Context, _: Captures) -> Days:
    """`this year`: the rest of it."""
    return context.day, date(context.day.year, 12, 31)


def end_of(of: Resolver) -> Resolver:
    """The last day of what `of` makes, where "end" or "late" was said. Where other parts end is a doubt."""

    def last_day(context: Context, found: Captures) -> Days | None:
        days = of(context, found)
        return _one(days[1]) if days and {found.get("HEAD", 4), found.get("PART", 4)} <= {3, 4} else None

    return last_day


def following(context: Context, found: Captures) -> Days | None:
    """`the day after`, `the following week`: after the date that was named before, if there is one."""
    if not context.follows or found.get("STEP") == 0:
        return None
    if "WEEKDAY" in found:
        return _one(next_weekday(context.after, found["WEEKDAY"]))
    if found["STEP"] == 1:
        return _one(plus(context.after, 1))
    monday = plus(context.after, 7 - context.after.weekday())
    return monday, plus(monday, 4)


def span(context: Context, found: Captures) -> Days | None:
    """`two weeks`, `2-3 business days`, `a week or two`."""
    unit = found["UNIT"]
    first = _counted(context, found.get("NUMBER", 1), unit)
    last = _counted(context, found.get("NUMBER2", found.get("NUMBER", 1)), unit)
    return (first, last) if first and last and first <= last else None


def _counted(context: Context, count: int, unit: int) -> date | None:
    if unit == WORKDAY:
        return add_working_days(context.day, count, context.holidays)
    if unit == MONTH:
        return plus_months(context.day, count)
    if unit == HOUR:
        return plus(context.day, count // 24) if count % 24 == 0 else None
    return plus(context.day, count * unit)
