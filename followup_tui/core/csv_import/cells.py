"""Days and times as cells have them. A cell is read only where it can mean a single day and time."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from followup_tui.core.csv_import.records import plain
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.core.dates.zones import AmbiguousZone, Zone, parse_zone

NOON = time(12)
"""The time of an interview for which the table has none (ours)."""
ToLocal = Callable[[datetime], datetime]
"""Returns a moment in the user's own zone; one without an offset is taken to be in it."""
_LONGEST = 100
"""How many characters of a cell are read (ours)."""
_MONTHS = (
    "jan ene,feb fev,mar mae,apr avr abr,may mai,juin jun,juil jul,aug aou ago,sep,oct okt,nov,dec dez dic"
)
_WEEKDAYS = "mon mo lun,tue di mar,wed mi mer mie,thu do jeu jue,fri fr ven vie,sat sa sam sab,sun so dim dom"
"""How the names of months and weekdays begin in English, German, French and Spanish."""
_NAME = rf"(?P<name>{re.sub('[ ,]', '|', _MONTHS)})[a-z]{{0,7}}\.?"
_YEAR = r"'?(?P<y>\d{4}|\d\d)(?!\d)"
_DAYS = (
    re.compile(r"(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<a>\d{{1,2}})(?P<mark>[-/.]) ?(?P<b>\d{{1,2}})(?P=mark) ?{_YEAR}"),
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?[-/ .]+(?:de )?{_NAME},?[-/ ]+(?:de )?{_YEAR}"),
    re.compile(rf"{_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}"),
)
_LONGEST_FIRST = sorted(re.split("[ ,]", _WEEKDAYS), key=len, reverse=True)
_WEEKDAY = re.compile(rf"({'|'.join(_LONGEST_FIRST)})[a-z]*\.?,? (?=\w)")
_TIME = re.compile(
    r"(?P<t>t)?,? ?(?:(?:at|um|a|@) )?(?P<hour>\d{1,2})"
    r"(?: ?[:.h] ?(?P<minute>\d\d)(?P<second>:\d\d(?:[.,]\d+)?)?)?(?P<unit> ?uhr| ?h)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?"
    r"(?: ?\(?(?P<zone>[a-z]{1,4}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?)\)?(?: \([a-z ]+\))?)?"
)
_SPAN = re.compile(r" ?(?:→|->|–|—) ?|(?:^| )(?:-|to|bis) |(?<=[\dm])-(?=\d\d?[:. ap])")


class CellError(Exception):
    """Raised where a cell can't be read; the message says why, and what to do."""


class Day(NamedTuple):
    """A day as written, with its time and the zone of it; where `is_open`, either number may be the month."""

    text: str
    year: int
    month: int
    day: int
    is_open: bool
    weekday: int | None
    clock: tuple[time, str] | None

    @property
    def day_first(self) -> bool | None:
        """Whether the day must come first, as the other number can be no month; None where both can be."""
        return self.month > 12 if self.is_open and (self.month > 12) != (self.day > 12) else None

    def date(self, day_first: bool | None) -> date:
        """Return the day, where `day_first` decides. Raise CellError where there is none, or it has to."""
        month, day = self.month, self.day
        day_first = day_first if self.day_first is None else self.day_first
        if day_first is None and self.is_open and month != day and max(month, day) <= 12:
            if "." not in self.text:  # with dots, the day comes first
                either = "day and month can't be told apart; say which comes first"
                raise CellError(f"{either}: --day-first or --month-first")
            day_first = True
        if self.is_open and day_first:
            month, day = day, month
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise CellError(f"the year of “{self.text}” is outside {FIRST_YEAR} to {LAST_YEAR}")
        try:
            found = date(self.year, month, day)
        except ValueError:
            raise CellError(f"there is no such day as “{self.text}”") from None
        if self.weekday not in (None, found.weekday()):
            raise CellError(f"“{self.text}” is a {found:%A}; the day or its name is wrong")
        return found


def read_day(cell: str) -> Day | None:
    """Return the day in a cell, with its time if it has one; None where the cell is no day."""
    text = plain(cell) if len(cell) <= _LONGEST else ""
    name = None if _DAYS[-1].match(text) else _WEEKDAY.match(text)
    text = text[name.end() :] if name else text
    found = next((found for form in _DAYS if (found := form.match(text))), None)
    if found is None:
        return None
    parts, rest = found.groupdict(), text[found.end() :]
    try:
        clock = read_time(rest) if rest else None
    except CellError:
        return None
    year, weekday = int(parts["y"]), _index(_WEEKDAYS, name[1]) if name else None
    if len(parts["y"]) == 2:
        if parts.get("mark") == "-":
            return None  # 26-11-20 may begin with the year
        year += 2000
    if "a" in parts:
        return Day(cell, year, int(parts["a"]), int(parts["b"]), True, weekday, clock)
    month = int(parts["m"]) if "m" in parts else _index(_MONTHS, parts["name"]) + 1
    return Day(cell, year, month, int(parts["d"]), False, weekday, clock)


def read_time(cell: str) -> tuple[time, str] | None:
    """Return the time of day in a cell, of a span the beginning, and its zone. Raise CellError.

    0:00 is what spreadsheets write for a day without a time: None.
    """
    text = plain(cell) if len(cell) <= _LONGEST else ""
    clock = _clock(text)
    if clock is None and (span := _SPAN.search(text)):
        begin, end = text[: span.start()], text[span.end() :]
        if not begin and read_day(end):
            return None
        clock = _clock(begin) if _clock(end) or read_day(end) else None
    if clock is None:
        raise CellError(f"the time “{cell}” can't be read; write it like 14:30")
    return clock if clock[0] != time(0) else None


def zone_of(name: str) -> tzinfo | None:
    """Return the zone of a name, letters or an offset; None where it is not known.

    Raise CellError where the letters stand for several zones.
    """
    zone = parse_zone(plain(name))
    if isinstance(zone, AmbiguousZone):
        raise CellError(f"its time zone {zone.question}")
    return zone.tz if isinstance(zone, Zone) else None


def moment(day: date, clock: tuple[time, str] | None, zone: tzinfo | None, to_local: ToLocal) -> datetime:
    """Return the moment, at noon where no time is known, in `zone` or the user's own. Raise CellError."""
    at, name = clock or (NOON, "")
    naive = datetime.combine(day, at)
    zone = zone_of(name) or zone
    try:
        if name == "z":
            # Programs write “Z” wherever they are: the day that counts is the user's own.
            return to_local(naive.replace(tzinfo=UTC))
        if zone or not name:
            # The file has the offset of that day alone.
            return datetime.fromisoformat(naive.replace(tzinfo=zone).isoformat()) if zone else to_local(naive)
    except (ValueError, OverflowError):
        pass
    raise CellError(f"there is no such moment as {naive:%Y-%m-%d %H:%M} {name.upper()}".rstrip())


def _clock(text: str) -> tuple[time, str] | None:
    """Return the time that a text is; None where it is none, or may be another, as 2:30 in the afternoon."""
    found = _TIME.fullmatch(text)
    if not found or not (found["minute"] or found["unit"] or found["half"]):
        return None
    hour, minute, half, zone = (
        int(found["hour"]),
        int(found["minute"] or 0),
        found["half"],
        found["zone"] or "",
    )
    if zone[:1] == "-" and not (found["t"] or found["second"]):
        return None  # “09:00-10:00” is a span
    if (
        not (1 <= hour <= 12 if half else hour < 24)
        or minute > 59
        or (1 <= hour < 6 and not half and not zone)
    ):
        return None
    return time(hour % 12 + 12 * (half == "p") if half else hour, minute), zone


def _index(names: str, word: str) -> int:
    return next(number for number, spellings in enumerate(names.split(",")) if word in spellings.split())
