"""Days and times as cells of a table write them. One is read only where it can be read in one way.

Of a span, such as Notion's `November 20, 2026 3:00 PM → 4:00 PM`, the beginning counts.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from followup_tui.core.csv_import.clock import (
    CLOCK,
    TIME,
    TO,
    ZONE,
    Clock,
    Unreadable,
    beginning,
    clock_in,
    shown,
    unless_midnight,
)
from followup_tui.core.csv_import.encoding import plain
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR


class Order(Enum):
    """What comes first in days such as 03/04/2026."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class Ambiguous(Unreadable):
    """Day and month can't be told from each other."""


_MONTHS = (
    "january januar janvier",
    "february februar fevrier",
    "march marz maerz mars",
    "april avril",
    "may mai",
    "june juni juin",
    "july juli juillet",
    "august aout",
    "september septembre",
    "october oktober octobre",
    "november novembre",
    "december dezember decembre",
)
_WEEKDAYS = (
    "monday montag lundi",
    "tuesday tuesday dienstag mardi",
    "wednesday mittwoch mercredi",
    "thursday donnerstag jeudi",
    "friday freitag vendredi",
    "saturday samstag sonnabend samedi",
    "sunday sonntag dimanche",
)
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AT = r"(?:\s?(?P<t>t)\s?|(?:,\s*|\s+)(?:(?:at|um|a|@)\s+)?)"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<y>\d{4}|'?\d{2})"
_DAYS = (
    r"(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
    rf"(?P<a>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=mark)\s?{_YEAR}",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?[-/\s.]+{_NAME},?[-/\s]+{_YEAR}",
    rf"{_NAME}[-\s]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[-\s]+{_YEAR}",
)
_MOMENTS = tuple(re.compile(rf"{day}(?:{_AT}{CLOCK}(?:{ZONE})?)?") for day in _DAYS)
_WEEKDAY = re.compile(r"(?P<weekday>[a-z]{2,10})\.?,?\s+(?P<rest>.+)")
_NO_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}\.?|\d{1,2}[-\s.]+[a-z]{3,9}\.?|[a-z]{3,9}\.?\s+\d{1,2}")


_LONGEST = 150
"""How many characters a day may have, with its time, its zone and its end (ours)."""


class Said(NamedTuple):
    """A day as written, before it is known whether the day or the month comes first."""

    text: str
    year: int
    numbers: tuple[int, int]
    """The month and the day; as written, where either may come first."""
    mark: str = ""
    """What stands between two numbers of which either may be the month; empty where that is told."""
    clock: Clock | None = None
    weekday: int | None = None

    @property
    def order(self) -> Order | None:
        """What must come first, as the other number can be no month; None where that is not told."""
        first, second = self.numbers
        if not self.mark or (first > 12) == (second > 12):
            return None
        return Order.DAY_FIRST if first > 12 else Order.MONTH_FIRST

    def day(self, order: Order | None) -> date:
        """The day, where `order` tells what comes first. Raises Unreadable: Ambiguous where it should."""
        month, day = self.numbers
        if self.mark:
            # A dotted day has the day first wherever dots are used.
            order = self.order or order or (Order.DAY_FIRST if self.mark == "." or month == day else None)
            if order is None and max(self.numbers) <= 12:
                raise Ambiguous(self.text)
            if order is Order.DAY_FIRST:
                month, day = day, month
        text = shown(self.text)
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise Unreadable(f"the year of {text} is outside {FIRST_YEAR} to {LAST_YEAR}")
        try:
            found = date(self.year, month, day)
        except ValueError:
            raise Unreadable(f"there is no such day as {text}") from None
        if self.weekday not in (None, found.weekday()):
            raise Unreadable(f"{text} is a {_DAY_NAMES[found.weekday()]}; the day or its name is wrong")
        return found


def read_day(cell: str) -> Said | None:
    """A day, with its time if one is given; None where `cell` is none."""
    if len(cell) > _LONGEST:
        return None
    text = plain(cell)
    if (whole := _moment(cell, text)) is not None:
        return whole
    for found in TO.finditer(text):
        begins, ends = _moment(cell, text[: found.start()]), text[found.end() :]
        if begins is None:
            continue
        last = clock_in(TIME.fullmatch(ends))
        until = _moment(cell, ends)
        if until is not None or last is not None or found[0].strip() == "→":
            return begins._replace(clock=beginning(begins.clock, until.clock if until else last))
    return None


def order_of(days: Iterable[Said]) -> tuple[Order | None, bool]:
    """What comes first in a column, as one day in it tells; and whether another day tells the contrary."""
    told = [said.order for said in days if said.order]
    return (told[0] if len(set(told)) == 1 else None), len(set(told)) > 1


def why_unreadable(cell: str) -> str:
    """Why a cell holds no day that can be read, and what to do."""
    if set(cell) == {"#"}:
        return "the spreadsheet shows “####” for the day; make the column wider, and save again"
    if re.fullmatch(r"\d{5}([.,]\d+)?", cell):
        return f"{shown(cell)} is a number; give the column the format of a date, and save again"
    if _NO_YEAR.fullmatch(plain(cell)):
        return f"the day {shown(cell)} has no year; write it like 2026-11-23"
    return f"the day {shown(cell)} can't be read in one way; write it like 2026-11-23"


def _moment(cell: str, text: str) -> Said | None:
    """`text` as a whole; `cell` is what is shown of it."""
    for form in _MOMENTS:
        if found := form.fullmatch(text):
            return _said(cell, found)
    named = _WEEKDAY.fullmatch(text)
    weekdays = _places(_WEEKDAYS, named["weekday"]) if named else []
    if named is None or not weekdays:
        return None
    for form in _MOMENTS:
        if found := form.fullmatch(named["rest"]):
            said = _said(cell, found)
            return said and said._replace(weekday=weekdays[0] if len(weekdays) == 1 else None)
    return None


def _said(cell: str, found: re.Match[str]) -> Said | None:
    parts = found.groupdict()
    clock = clock_in(found)
    if parts["hour"] is not None and clock is None:
        return None
    clock = clock and unless_midnight(clock)
    digits = parts["y"].lstrip("'")
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    if "a" in parts:
        if len(digits) == 2 and parts["mark"] == "-":
            return None  # 26-11-20 may begin with the year
        return Said(cell, year, (int(parts["a"]), int(parts["b"])), parts["mark"], clock)
    months = [int(parts["m"])] if "m" in parts else [n + 1 for n in _places(_MONTHS, parts["name"])]
    return Said(cell, year, (months[0], int(parts["d"])), clock=clock) if len(months) == 1 else None


def _places(names: tuple[str, ...], word: str) -> list[int]:
    """Which of the names `word` may be the beginning of."""
    return [n for n, spellings in enumerate(names) if any(one.startswith(word) for one in spellings.split())]
