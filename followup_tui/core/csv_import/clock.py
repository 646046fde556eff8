"""Times of day as cells of a table write them, with the zone if one is given."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from followup_tui.core.csv_import.encoding import plain
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR

NOON = time(12)
"""The time of a day for which none is given (ours)."""
ToLocal = Callable[[datetime], datetime]
"""Gives a moment in the user's own zone; one without an offset is taken as being in it."""


class Unreadable(Exception):
    """It can't be read, or not in one way; the message says why, and what to do."""


# Those of RFC 822, and of central Europe.
_ZONES = {"utc": 0, "ut": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6}
_ZONES |= {"pst": -8, "pdt": -7, "cet": 1, "cest": 2}
_LONGEST = 100
"""How many characters a time may have, with its zone and its end (ours)."""
_SHOWN = 40
"""How many characters of a cell a message shows (ours)."""
CLOCK = (
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2})(?P<seconds>:\d{2}(?:[.,]\d+)?)?)?"
    r"(?P<oclock>\s?uhr|\s?h)?(?:\s?(?P<half>[ap])\.?\s?m\.?)?"
)
ZONE = (
    rf"\s?\(?(?P<zone>z|(?:utc|ut|gmt)?(?P<offset>[+-]\d{{1,2}}(?::?\d{{2}})?)|{'|'.join(_ZONES)})\)?"
    r"(?:\s\([a-z ]+\))?"
)
TIME = re.compile(rf"(?:(?:at|um|a|@)\s+)?{CLOCK}(?:{ZONE})?")
TO = re.compile(r"\s*(?:→|->|–|—)\s*|\s+(?:-|to|bis)\s+|(?<=[\dmh])-(?=\d)")
"""What stands between the beginning and the end of a span."""


class Clock(NamedTuple):
    """A time of day."""

    at: time
    zone: str = ""
    """As written; empty where the user's own is meant."""
    half: str = ""
    """`a` or `p` where morning or afternoon is told."""

    @property
    def is_at_night(self) -> bool:
        """Whether nobody holds interviews then: most likely, the afternoon is meant."""
        return not self.half and not self.zone and 1 <= self.at.hour < 6


def read_clock(cell: str) -> Clock | None:
    """A time of day, of a span the beginning; None where none is given. Raises Unreadable."""
    text = plain(cell) if len(cell) <= _LONGEST else ""
    whole = clock_in(TIME.fullmatch(text))
    if whole is not None:
        return unless_midnight(whole)
    for found in TO.finditer(text):
        begins = TIME.fullmatch(text[: found.start()])
        ends = clock_in(TIME.fullmatch(text[found.end() :]))
        if begins is not None and ends is not None:
            first = clock_in(begins) or _hour_in(begins)
            if first is not None:
                return beginning(first, ends)
    raise Unreadable(f"the time {shown(cell)} can't be read; write it like 14:30")


def moment(day: date, clock: Clock | None, to_local: ToLocal) -> datetime:
    """The moment; noon where no time is given. Raises Unreadable where there is none."""
    at, zone = (clock.at, clock.zone) if clock else (NOON, "")
    naive = datetime.combine(day, at)
    try:
        if zone in ("", "z"):
            # Machines write “Z” whatever the place: the day that counts is the user's own.
            found = to_local(naive.replace(tzinfo=UTC) if zone else naive)
        else:
            found = naive.replace(tzinfo=_zone(zone))
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    except (ValueError, OverflowError):
        pass
    raise Unreadable(f"there is no such moment as {naive:%Y-%m-%d %H:%M} {zone.upper()}")


def clock_in(found: re.Match[str] | None) -> Clock | None:
    """The time of a match; None where there is none in it, or none that can be told for one."""
    if found is None or not (found["minute"] or found["oclock"] or found["half"]):
        return None
    parts = found.groupdict()
    if parts["zone"] and parts["zone"][0] == "-" and not (parts.get("t") or parts["seconds"]):
        return None  # “09:00-10:00” is a span, hardly a zone
    return _hour_in(found)


def unless_midnight(clock: Clock) -> Clock | None:
    """None for 0:00, which is what spreadsheets write for a day without a time."""
    return None if clock.at == time(0) else clock


def beginning(begins: Clock | None, ends: Clock | None) -> Clock | None:
    """The beginning of a span, with what only its end tells: the afternoon, the zone."""
    if begins is None or ends is None:
        return begins
    at = begins.at
    if ends.half == "p" and not begins.half and at.hour < 12 and at.replace(hour=at.hour + 12) < ends.at:
        at = at.replace(hour=at.hour + 12)
    return Clock(at, begins.zone or ends.zone, begins.half or ends.half)


def shown(cell: str) -> str:
    """A cell as a message shows it."""
    return f"“{cell if len(cell) <= _SHOWN else cell[:_SHOWN] + '…'}”"


def _hour_in(found: re.Match[str]) -> Clock | None:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"] or ""
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(time(hour, minute), found["zone"] or "", half) if hour < 24 and minute < 60 else None


def _zone(name: str) -> timezone:
    found = re.fullmatch(r"([a-z]*)(?:([+-])(\d{1,2}):?(\d{2})?)?", name)
    if found is None:
        raise ValueError
    offset = timedelta(hours=_ZONES.get(found[1], 0))
    if found[2]:
        away = timedelta(hours=int(found[3]), minutes=int(found[4] or 0))
        offset += -away if found[2] == "-" else away
    return timezone(offset)
