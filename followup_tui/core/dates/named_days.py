"""Days of a year that have a name, as resolvers: Christmas, Thanksgiving, the new year."""

from datetime import date

from followup_tui.core.dates.resolve import Captures, Context, Days, next_weekday, plus

_THURSDAY = 3


def christmas(context: Context, _: Captures) -> Days:
    """Resolve `by Christmas`, `before Christmas`: Christmas Eve is the last day of it."""
    year = context.day.year
    eve = date(year, 12, 24) if context.day <= date(year, 12, 24) else date(year + 1, 12, 24)
    return Days(eve, eve)


def new_year(context: Context, _: Captures) -> Days:
    """Resolve `before the new year`: the last day of this one."""
    last = date(context.day.year, 12, 31)
    return Days(last, last)


_AHEAD = 45
"""Days ahead (ours) at which it is that of the United States: Canada has its own before them."""


def thanksgiving(context: Context, _: Captures) -> Days | None:
    """Resolve `by Thanksgiving`: that of the United States, or doubtful while Canada's may be meant."""
    day = plus(next_weekday(date(context.day.year, 10, 31), _THURSDAY), 21)
    return Days(day, day) if 0 <= (day - context.day).days < _AHEAD else None
