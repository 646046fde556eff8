"""Words to moments: "yesterday 3pm", "9am PT", as typed into a field that asks when something happened.

The whole text must be understood. Seconds are zero unless given. The choices, all ours:

- Days are those of `typed_days`: a bare weekday is the last one, or the next one where a moment to come is
  asked for.
- A day without a time is noon of that day, but today is now. A time without a day is today's.
- The morning is 9:00, the afternoon 15:00, the evening 19:00, the night 20:00. An hour alone counts after
  "at" and after today and its like. Of "9-10" the first time counts.
- A time from 1:00 to 6:59 is in the afternoon, unless it is written as 02:30, with am or of the morning; an
  hour of the evening or the night is one before midnight ("tonight at 8"), the afternoon ends before 7:00.
- A time may be given in another zone. Words for days are then still of the user's calendar.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from followup_tui.core.dates.clock_words import half_hours, write_clock_digits
from followup_tui.core.dates.clocks import UserClock, their_time
from followup_tui.core.dates.format import MONTHS, WEEKDAYS
from followup_tui.core.dates.resolve import plus
from followup_tui.core.dates.time_words import PARTS_OF_DAY, day_or_time, has_time, spell_out_times
from followup_tui.core.dates.typed_days import AGO, AmbiguousText, ambiguous_day, count_of, parse_day
from followup_tui.core.dates.years import is_accepted_year
from followup_tui.core.dates.zones import AmbiguousZone, Zone, parse_zone, zone_at

_MAX_LENGTH = 100
"""Characters of the longest text that is read (ours)."""
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
"""A moment in ISO 8601, to the minute at least: `2026-11-23T14:00+01:00`."""
_YEAR_FIRST = re.compile(r"(?<![0-9/])([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
"""A date with the year first, which is not in doubt: `2026/12/08`."""
_ISO_WITH_OFFSET = re.compile(r"[0-9-]{10}t[0-9:.]+-[0-9]{2}:?[0-9]{2}")
"""Its offset is not an end of a range of times."""
_BEFORE_OFFSET = re.compile(r"(?<=[0-9m])(?=[+\u2212-][0-9]{1,2}:?[0-9]{0,2}$)")
"""Where an offset begins right after a time: `14:00+02:00`, `2pm+2`."""
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.|h)?"
)
"""A time of day: `14:00`, `2pm`, `14h`. A bare number matches, too."""
_DAY_FIRST = re.compile(rf"(?:(?P<day>.*) )?{_CLOCK}")
"""A time, after a day if there is any: `yesterday 3pm`."""
_CLOCK_FIRST = re.compile(rf"{_CLOCK} (?P<day>.*)")
"""A time before its day: `3pm yesterday`."""
_PART = re.compile(rf" ?\b(?:in the |this )?(?P<part>{'|'.join(PARTS_OF_DAY)})(?![^ ])")
"""A part of a day in a text, with the words that lead to it: `in the evening`."""
_NIGHTS = {"evening", "tonight", "night"}
_FIRST_NIGHT_HOUR = 5
"""Hours of the clock face from it to midnight are those of the evening and the night (ours)."""
_FIRST_MORNING_HOUR = 7
"""Hours below it are taken to be in the afternoon (ours)."""


class ZonedMoment(NamedTuple):
    """A moment on the user's clock, and the zone in which it was given."""

    at: datetime
    their_zone: str = ""
    """The IANA name of that zone, or its offset (`+09:00`); empty where its clock is the user's own."""

    def at_place(self) -> "ZonedMoment":
        """Return the moment at the offset of its zone: as of an interview in person, held in that place."""
        return ZonedMoment(their_time(self.at, self.their_zone))


def parse_moment(text: str, now: datetime) -> datetime | None:
    """Return the moment that the whole of `text` names, relative to `now`, or None if it is not understood.

    `now` must be aware. The result is on the user's clock of that day. Never raise.
    """
    moment = parse_zoned_moment(text, now)
    return moment.at if isinstance(moment, ZonedMoment) else None


def parse_zoned_moment(
    text: str, now: datetime, *, is_coming: bool = False
) -> ZonedMoment | AmbiguousZone | AmbiguousText | None:
    """Return the moment as `parse_moment` does, with its zone: "9am PT", "20:00 London", "14:00 +02:00".

    Return the choices where the letters of the zone stand for several ("9am CST"), or the day may be two
    ("12/11"). With `is_coming` a weekday and a day of the month are the next such days, not past ones.
    """
    if len(text) > _MAX_LENGTH or not is_accepted_year(now.year):
        return None
    words = write_clock_digits(" ".join(text.lower().replace(",", " ").split()))
    words = _YEAR_FIRST.sub(r"\1-\2-\3", words).removesuffix(" my time")
    today = now.date()
    moment = _zoned(words, now, today if is_coming else None)
    if is_coming and isinstance(moment, ZonedMoment) and moment.at < now:
        moment = _zoned(words, now, plus(today, 1))
    return moment or _ambiguous_text(words, today)


def names_time(text: str, now: datetime) -> bool:
    """Return whether a text that `parse_zoned_moment` understands names a time of day: it takes no other."""
    words = text.lower().replace(",", " ").split()
    with_time = parse_zoned_moment(f"{text} 13:00", now, is_coming=True)
    return not isinstance(with_time, ZonedMoment) or not PARTS_OF_DAY.keys().isdisjoint(words)


def _ambiguous_text(words: str, today: date) -> AmbiguousText | None:
    """Return what `words` may mean where they have two meanings: "wed 9", "half 2", "12/11"."""
    if (half := half_hours(words)) is not None:
        written, hour = half
        return AmbiguousText(written, (f"{hour - 1 or 12}:30", f"{hour}:30"))
    return _either_day_or_time(words, today) or ambiguous_day(words)


def _either_day_or_time(words: str, today: date) -> AmbiguousText | None:
    """Return what "wed 9" and "wed 9 in the morning" may mean: a day, or a time of Wednesday."""
    named, part = _split_part(words)
    both = day_or_time(named, today)
    if both is None:
        return None
    day, clock = both
    hour = int(clock.split(":")[0])
    if part and (hour > 12 or _hour_of_part(hour, part) is None):
        return None
    weekday, of_day = WEEKDAYS[day.weekday()], f" {part}" if part else ""
    choices = f"{weekday} {day.day} {MONTHS[day.month - 1]}{of_day}", f"{weekday}{of_day} at {clock}"
    return AmbiguousText(words, choices)


def _zoned(words: str, now: datetime, coming_from: date | None) -> ZonedMoment | AmbiguousZone | None:
    moment = _parse(words, now, coming_from)
    if moment is not None:
        return _on_user_clock(moment, now)
    for zone, rest in _zones(words):
        if isinstance(zone, AmbiguousZone):
            if _parse(rest, now, coming_from) is not None:
                return zone
            continue
        # Words for days are those of the user's calendar, the time is that of the other clock.
        moment = _parse(rest, now.replace(tzinfo=zone.tz), coming_from)
        if moment is None or rest in _NOW:
            continue
        here = UserClock.at(now).to_local(moment)
        if is_accepted_year(here.year):
            is_same = here.utcoffset() == moment.utcoffset()
            return ZonedMoment(here, "" if is_same else zone.name)
    return None


def _on_user_clock(moment: datetime, now: datetime) -> ZonedMoment | None:
    """Return the moment at the offset that the user's zone has then, which may be another than that of `now`.

    Return None where the clocks skip it. The offset that a moment was given with is its zone.
    """
    clock, wall = UserClock.at(now), moment.replace(tzinfo=None)
    if moment.tzinfo is now.tzinfo:  # it was given without an offset
        here = moment if clock.zone is not None else clock.to_local(wall)
        return ZonedMoment(here) if here.replace(tzinfo=None) == wall else None
    here, offset = clock.to_local(moment), moment.utcoffset()
    if not is_accepted_year(here.year):
        return None
    if offset is None or here.utcoffset() == offset:
        return ZonedMoment(here)
    return ZonedMoment(here, zone_at(offset).name)


_NOW = {"now", "just now", "today"}
"""Texts that mean now; in another zone they would say nothing."""


def _zones(words: str) -> Iterator[tuple[Zone | AmbiguousZone, str]]:
    """Yield the zones that some words name, each with the words around it, if these hold a time of day."""
    parts = _BEFORE_OFFSET.sub(" ", words).split()
    for size in (3, 2, 1):
        for at in range(len(parts) - size, -1, -1):
            rest = " ".join(parts[:at] + parts[at + size :])
            if not has_time(rest):
                continue
            zone = parse_zone(" ".join(parts[at : at + size]))
            if zone is not None:
                yield zone, rest


def _parse(words: str, now: datetime, coming_from: date | None) -> datetime | None:
    try:
        spelled = words if _ISO_WITH_OFFSET.fullmatch(words) else spell_out_times(words, now.date())
        moment = _full_moment(spelled, now) or _ago(spelled, now) or _day_and_time(spelled, now, coming_from)
    except (OverflowError, ValueError):
        return None
    return moment if moment and is_accepted_year(moment.year) else None


def _full_moment(words: str, now: datetime) -> datetime | None:
    if words in _NOW:
        return now.replace(second=0, microsecond=0)
    if not _ISO.fullmatch(words.upper()):
        return None
    moment = datetime.fromisoformat(words.upper()).replace(microsecond=0)
    return moment if moment.tzinfo else _existing(moment.date(), moment.time(), now)


def _ago(words: str, now: datetime) -> datetime | None:
    """Return the moment of `2 hours ago` or `in an hour`: of hours that pass, whatever the clocks do."""
    is_ahead = words.startswith("in ")
    found = AGO.fullmatch(f"{words[3:]} ago" if is_ahead else words)
    if found is None or found["unit"][0] not in "mh" or found["unit"] == "month":
        return None
    count = count_of(found)
    passed = timedelta(hours=count) if found["unit"][0] == "h" else timedelta(minutes=count)
    passed = -passed if is_ahead else passed
    return UserClock.at(now).to_local(now.astimezone(UTC) - passed).replace(second=0, microsecond=0)


def _day_and_time(words: str, now: datetime, coming_from: date | None) -> datetime | None:
    """Return the moment of a day with a time or a part of it, in either order; noon without."""
    today = now.date()
    if _either_day_or_time(words, today):
        return None
    for pattern in (_DAY_FIRST, _CLOCK_FIRST):
        found = pattern.fullmatch(words)
        named, part = _split_part(found["day"] or "") if found else ("", "")
        clock = _time_of_day(found, part) if found else None
        if clock:
            day = today if named in {"", "today"} else parse_day(named, today, coming_from)
            return _existing(day, clock, now) if day else None
    named, part = _split_part(words)
    day = today if part and named in {"", "today"} else parse_day(named, today, coming_from)
    return _existing(day, time.fromisoformat(PARTS_OF_DAY.get(part, "12:00")), now) if day else None


def _split_part(words: str) -> tuple[str, str]:
    """Return the words of a day without the part of it that they name, and that part, if any."""
    words = words.removeprefix("on ")
    found = _PART.search(words)
    if found is None:
        return words, ""
    return f"{words[: found.start()]}{words[found.end() :]}".strip().removeprefix("on "), found["part"]


def _time_of_day(found: re.Match[str], part: str) -> time | None:
    """Return the time of day of a match; None where it may be a date, a bare number or of another day.

    `part` is the part of the day in which it is, if that is named.
    """
    written, minute, suffix = found["hour"], found["minute"], found["half"]
    hour = int(written)
    if minute is None and suffix is None:
        return None
    if found[0] == f"{written}.{minute}" and int(minute) <= 12:
        return None  # "10.12" may be a date
    if suffix and suffix[0] in "ap":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if suffix[0] == "p" else 0)
    elif suffix is None and 1 <= hour <= 12 and not written.startswith("0"):
        in_part = _hour_of_part(hour, part)
        if in_part is None:
            return None
        hour = in_part
    return time(hour, int(minute or 0), int(found["second"] or 0))


def _hour_of_part(hour: int, part: str) -> int | None:
    """Return the hour of 24 that one of the clock face is in a part of the day, if that is named.

    Return None where that part has no such hour: from midnight on the night is the next day.
    """
    is_early = hour < _FIRST_MORNING_HOUR
    if part in _NIGHTS:
        return hour + 12 if _FIRST_NIGHT_HOUR <= hour < 12 else None
    if part == "morning":
        return hour if hour < 12 else None
    if part == "afternoon" and not is_early:
        return hour if hour == 12 else None
    return hour + 12 if is_early else hour


def _existing(day: date, clock: time, now: datetime) -> datetime | None:
    """Return that time of that day, or None where the clocks skip it."""
    moment = datetime.combine(day, clock, now.tzinfo)
    same = moment.astimezone(UTC).astimezone(now.tzinfo)
    return moment if same.replace(tzinfo=None) == moment.replace(tzinfo=None) else None


def coming_moment(text: str, at: datetime, now: datetime) -> datetime | None:
    """Return the moment to come where `text` names a weekday alone that was read as a past one, else None."""
    coming = parse_zoned_moment(text, now, is_coming=True)
    if not isinstance(coming, ZonedMoment) or at >= now or coming.at.date() <= at.date():
        return None
    return coming.at
