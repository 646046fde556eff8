"""Working days: Monday to Friday, less the dates the user lists as holidays (our rule)."""

from collections.abc import Collection
from datetime import date, timedelta

_DAY = timedelta(days=1)


def is_working(day: date, holidays: Collection[date] = ()) -> bool:
    """Return whether `day` is a Monday to Friday that is not one of `holidays`."""
    return day.weekday() < 5 and day not in holidays


def next_working(day: date, holidays: Collection[date]) -> date:
    """Return `day` itself where it is a working day, else the first working day after it."""
    while not is_working(day, holidays):
        day += _DAY
    return day


def add_working_days(day: date, count: int, holidays: Collection[date]) -> date:
    """Return the `count`-th working day after `day` (`day` itself for 0 or less)."""
    for _ in range(count):
        day = next_working(day + _DAY, holidays)
    return day
