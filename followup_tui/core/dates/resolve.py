"""What the patterns of `phrases` mean: days made of what a pattern caught, and of the day it was said."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from followup_tui.core.dates.tokens import HOUR, MONTH, WORKDAY
from followup_tui.core.dates.workdays import add_working_days

Days = tuple[date, date]
"""First and last day."""
Got = Mapping[str, int]
"""Kinds of words that a pattern caught -> their values."""


@dataclass(slots=True, eq=False, repr=False)
class Said:
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


Maker = Callable[[Said, Got], Days | None]
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


def doubtful(_: Said, __: Got) -> None:
    """Words that name a date, and not for certain which."""


def days_ahead(days: int) -> Maker:
    """So many days after it was said."""
    return lambda said, _: _one(plus(said.day, days))


def full_date(_: Said, got: Got) -> Days | None:
    """`2026-12-04`, `4.12.2026`."""
    return _one(date.fromordinal(got["DATE"])) if got["DATE"] else None


def dotted(said: Said, got: Got) -> Days | None:
    """`4.12.`, German."""
    day = _coming(said.day, *divmod(got["DOTTED"], 100))
    return _one(day) if day and got.get("WEEKDAY", day.weekday()) == day.weekday() else None


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


def day_month(said: Said, got: Got) -> Days | None:
    """`4 Dec`, `Fri Dec 4 2026`, `4-6 Dec`. A weekday that does not agree is a doubt."""
    last = _coming(said.day, got["MONTH"], got.get("DAY2", got["DAY"]), got.get("YEAR"))
    if last is None or last.day < got["DAY"]:
        return None
    first = last.replace(day=got["DAY"])
    return (first, last) if got.get("WEEKDAY", first.weekday()) == first.weekday() else None


def nth(said: Said, got: Got) -> Days | None:
    """`the 15th`, `Friday the 4th`, `the 3rd or the 4th`: the first such days on or after it was said."""
    day = got.get("NTH") or got["DAY"]
    first = _next_nth(said.after, day)
    last = _next_nth(first, got.get("NTH2", day))
    return (first, last) if got.get("WEEKDAY", first.weekday()) == first.weekday() else None


def _next_nth(since: date, day: int) -> date:
    months = (plus_months(since.replace(day=1), number) for number in range(13))
    days = (plus(first, day - 1) for first in months)
    return next(one for one in days if one.day == day and one >= since)


def nth_of_month(said: Said, got: Got) -> Days | None:
    """`the 15th of next month`."""
    first, last = said.month(got.get("WHICH", 0))
    return _one(first.replace(day=got["NTH"])) if got["NTH"] <= last.day else None


def weekday(said: Said, got: Got) -> Days:
    """`Friday`, `sat or sun`."""
    first = next_weekday(said.after, got["WEEKDAY"], said.may_repeat)
    return first, next_weekday(first, got.get("WEEKDAY2", first.weekday()), True)


def weekday_week(said: Said, got: Got) -> Days | None:
    """`Friday week`: a week after that Friday."""
    return _one(plus(weekday(said, got)[0], 7))


def weekday_of_week(said: Said, got: Got) -> Days:
    """`this Friday`, `Friday of next week`."""
    return said.week(got["WHICH"], got["WEEKDAY"], got["WEEKDAY"])


def week(said: Said, got: Got) -> Days:
    """`next week`; `the week after next` catches nothing."""
    return said.week(got.get("WHICH", 2), 0, 4)


def this_or_next_week(said: Said, _: Got) -> Days:
    """`this week or next`."""
    return said.week(0, 0, 11)


def weekend(said: Said, got: Got) -> Days:
    """`this weekend`."""
    return said.week(got.get("WHICH", 0), 5, 6)


_PARTS = {0: (0, 1), 2: (2, 2), 3: (3, 4), 4: (4, 4)}


def part_of_week(said: Said, got: Got) -> Days:
    """`early next week`, `end of the week`; `eow` catches nothing."""
    part = got.get("PART", got.get("HEAD", 4))
    to_come = part == 4 and "WHICH" not in got and said.day.weekday() > 4
    return said.week(1 if to_come else got.get("WHICH", 0), *_PARTS[part])


def month(said: Said, got: Got) -> Days:
    """`next month`."""
    return said.month(got.get("WHICH", 0))


def named_month(said: Said, got: Got) -> Days | None:
    """`December`, `December 2026`: this one or the next one of that name."""
    ahead = got["MONTH"] - said.day.month
    if got.get("YEAR") == 0:
        return None
    return said.month(ahead + 12 * (got["YEAR"] - said.day.year) if "YEAR" in got else ahead % 12)


def year(said: Said, _: Got) -> Days:
    """`this year`: the rest of it."""
    return said.day, date(said.day.year, 12, 31)


def end_of(of: Maker) -> Maker:
    """The last day of what `of` makes, where "end" or "late" was said. Where other parts end is a doubt."""

    def make(said: Said, got: Got) -> Days | None:
        days = of(said, got)
        return _one(days[1]) if days and {got.get("HEAD", 4), got.get("PART", 4)} <= {3, 4} else None

    return make


def following(said: Said, got: Got) -> Days | None:
    """`the day after`, `the following week`: after the date that was named before, if there is one."""
    if not said.follows or got.get("STEP") == 0:
        return None
    if "WEEKDAY" in got:
        return _one(next_weekday(said.after, got["WEEKDAY"]))
    if got["STEP"] == 1:
        return _one(plus(said.after, 1))
    monday = plus(said.after, 7 - said.after.weekday())
    return monday, plus(monday, 4)


def span(said: Said, got: Got) -> Days | None:
    """`two weeks`, `2-3 business days`, `a week or two`."""
    unit = got["UNIT"]
    first = _counted(said, got.get("NUMBER", 1), unit)
    last = _counted(said, got.get("NUMBER2", got.get("NUMBER", 1)), unit)
    return (first, last) if first and last and first <= last else None


def _counted(said: Said, count: int, unit: int) -> date | None:
    if unit == WORKDAY:
        return add_working_days(said.day, count, said.holidays)
    if unit == MONTH:
        return plus_months(said.day, count)
    if unit == HOUR:
        return plus(said.day, count // 24) if count % 24 == 0 else None
    return plus(said.day, count * unit)
