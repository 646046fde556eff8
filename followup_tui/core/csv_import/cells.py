"""Days and times as cells have them, in a few fixed formats. A cell that may mean two moments is not read."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from typing import NamedTuple

from followup_tui.core.dates.moments import ZonedMoment
from followup_tui.core.dates.years import is_accepted_year, outside_years
from followup_tui.core.dates.zones import AmbiguousZone, Zone, parse_zone
from followup_tui.core.text import fold_accents

NOON = time(12)  # The time of an interview for which the table has none (ours).
MIDNIGHT = time()  # What spreadsheets write for no time.
ToLocal = Callable[[datetime], datetime]  # To the user's own zone, in which one without an offset is.
_DAYS = """%Y-%m-%d; %Y/%m/%d; %d.%m.%Y; %d.%m.%y; %b %d, %Y; %B %d, %Y; %d %b %Y; %d %B %Y; %d-%b-%Y;
    %d-%b-%y; %d/%m/%Y or %m/%d/%Y; %d/%m/%y or %m/%d/%y; %d-%m-%Y or %m-%d-%Y"""
_FORMATS = [forms.strip().split(" or ") for forms in _DAYS.split(";")]
"""The formats of days; of two, the first has the day first."""
_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::\d\d| uhr)?)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?\(?(?P<zone>z|[a-z]{2,4}|(?:(?:utc|gmt)-|(?:utc|gmt)?\+)\d{1,2}(?::?\d\d)?)\)?)?"
)
_END = rf"(?:(?<!:\d\d:\d\d) ?(?:[→–—-]|to) ?{re.sub('P<.*?>', ':', _TIME)})?"
"""The end of a span, which is not read: a minus alone begins no offset, as in “09:00-10:00”."""
_CELL = re.compile(rf"(?P<day>.{{6,}}?)??(?:(?:^|,? )(?:at )?(?=\d{{1,2}}(?::| ?[ap])){_TIME}{_END})?")
"""A whole cell: a day, a time, or both, such as “Nov 23, 2026 at 2:00 pm CET”."""


class CellError(Exception):
    """Raised where a cell can't be read; the message says why, and what to do."""


class Cell(NamedTuple):
    """The days that a cell may mean, that with the day first leading (None: no such day), time and zone."""

    days: tuple[date | None, ...]
    clock: time
    zone: str

    def date(self, day_first: bool | None) -> date:
        """Return the day, where `day_first` decides. Raise CellError where it has to and is not known."""
        days = [day for day in self.days if day]
        if len(set(days)) > 1 and day_first is None:
            either = "day and month can't be told apart; say which comes first"
            raise CellError(f"{either}: --day-first or --month-first")
        day = days[-1] if day_first is False else days[0]
        if not is_accepted_year(day.year):
            raise CellError(outside_years(day.year))
        return day


def read_cell(cell: str) -> Cell | None:
    """Return the days and the time of a cell that is not empty, which may have only one; None for neither."""
    text = fold_accents(cell[:60])
    try:
        if re.match(r"\d{4}-\d\d-\d\dt", text):
            at = datetime.fromisoformat(text.upper())
            return Cell((at.date(),), at.time(), "z" if text[-1] == "z" else f"{at:%z}")
        if not (found := _CELL.fullmatch(text)):
            return None
        hour, half, zone = int(found["hour"] or 0), found["half"], found["zone"] or ""
        if not (1 <= hour <= 12 if half else zone or not 1 <= hour < 6):
            return None  # 2:30 may be 14:30.
        clock = time(hour % 12 + 12 * (half == "p") if half else hour, int(found["minute"] or 0))
    except ValueError:
        return None
    day = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=\b[a-z]{3})\.(?= \d)", "", found["day"] or "")
    days = next(filter(any, (tuple(_day(day, form) for form in forms) for forms in _FORMATS)), ())
    return Cell(days, clock, zone) if days or (found["hour"] and not day) else None


def _day(text: str, form: str) -> date | None:
    with suppress(ValueError):
        return datetime.strptime(text, form).date()
    return None


def moment(day: date, cell: Cell, zone: Zone | None, to_local: ToLocal) -> ZonedMoment:
    """Return the moment of the time in `cell`, or of noon, on the user's clock. Raise CellError."""
    clock, name = (NOON, "") if cell.clock == MIDNIGHT else (cell.clock, cell.zone)
    naive = datetime.combine(day, clock)
    zone = zone_of(name) or zone
    with suppress(ValueError, OverflowError):
        if zone or not name:
            there = naive.replace(tzinfo=zone.tz) if zone else naive
            here = to_local(there)
            is_own = name == "z" or here.utcoffset() == there.utcoffset()  # Programs write “Z” anywhere.
            return ZonedMoment(here, zone.name if zone and not is_own else "")
    raise CellError(f"no such time as {naive:%Y-%m-%d %H:%M} {name.upper()}".rstrip())


def zone_of(name: str) -> Zone | None:
    """Return the zone of a name, letters or an offset, or None. Raise CellError where it may be several."""
    zone = parse_zone(fold_accents(name))
    if isinstance(zone, AmbiguousZone):
        raise CellError(f"its time zone {zone.question}")
    return zone
