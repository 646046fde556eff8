"""Days of a year or of a month that have a name, as resolvers: Christmas, the first Monday of December."""

from dataclasses import replace
from datetime import date

from followup_tui.core.dates.resolve import (
    Captures,
    DateContext,
    Days,
    following,
    following_or_next,
    named_month,
    next_weekday,
    part_of_week,
    plus,
)

_THURSDAY = 3


def christmas(context: DateContext, _: Captures) -> Days:
    """Resolve `by Christmas`, `before Christmas`: Christmas Eve is the last day of it."""
    year = context.day.year
    eve = date(year, 12, 24) if context.day <= date(year, 12, 24) else date(year + 1, 12, 24)
    return Days(eve, eve)


def new_year(context: DateContext, _: Captures) -> Days:
    """Resolve `before the new year`: the last day of this one."""
    last = date(context.day.year, 12, 31)
    return Days(last, last)


_AHEAD = 45
"""Days ahead (ours) at which it is that of the United States: Canada has its own before them."""


def thanksgiving(context: DateContext, _: Captures) -> Days | None:
    """Resolve `by Thanksgiving`: that of the United States, or doubtful while Canada's may be meant."""
    day = plus(next_weekday(date(context.day.year, 10, 31), _THURSDAY), 21)
    return Days(day, day) if 0 <= (day - context.day).days < _AHEAD else None


def after_thanksgiving(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the Monday after Thanksgiving`, `the week after Thanksgiving`."""
    days = thanksgiving(context, captures)
    return following_or_next(replace(context, after=days.last), captures) if days else None


def that_week(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the end of that week`: the week of the date that was named before, if there is one."""
    if not context.follows:
        return None
    return part_of_week(replace(context, day=context.after), {**captures, "WHICH": 0})


FOLLOWING = (following, following_or_next, that_week)
"""Resolvers that count from the date named before, however far away that is."""


def nth_of_month(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the 15th of next month`."""
    first, last = context.month(captures.get("WHICH", 0))
    day = plus(first, captures["NTH"] - 1)
    return Days(day, day) if day <= last else None


def nth_weekday(context: DateContext, captures: Captures) -> Days | None:
    """Resolve `the first Monday of December`, `the last Friday of the month`."""
    days = named_month(context, captures) if "MONTH" in captures else context.month(captures.get("WHICH", 0))
    if days is None:
        return None
    first = next_weekday(days.first, captures["WEEKDAY"], may_repeat=True)
    weeks = (days.last - first).days // 7
    number = weeks if "last" in captures else captures.get("NTH", captures.get("ORDINAL", 1)) - 1
    day = plus(first, 7 * number)
    return Days(day, day) if number <= weeks else None
