"""Words to moments: "yesterday 3pm", "9am PT", as typed into a field that asks when something happened.

The whole text must be understood. Seconds are zero unless given. The choices, all ours:

- A bare weekday is the last such day, today included; `last friday` is before today. `next fri`, `this fri`,
  `tomorrow`, `in 3 days` look ahead, as in `phrases`.
- A date without a year is the one nearest to now.
- A day without a time is noon of that day, but today is now. A time without a day is today's.
- The morning is 9:00, the afternoon 15:00, the evening 19:00, the night 20:00. An hour alone counts after
  "at" and after today and its like; from 1 to 6 it is in the afternoon. Of "9-10" the first time counts.
- A time may be given in another zone. Words for days are then still of the user's calendar.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from followup_tui.core.dates.clocks import UserClock, their_time
from followup_tui.core.dates.guards import LEADS
from followup_tui.core.dates.phrases import read_dates
from followup_tui.core.dates.resolve import nearest_date, plus, plus_months
from followup_tui.core.dates.time_words import PARTS_OF_DAY, has_time, spell_out_times
from followup_tui.core.dates.tokens import tokenize
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.core.dates.zones import AmbiguousZone, Zone, parse_zone, zone_at

_LONGEST = 100
"""Characters of the longest text that is read (ours)."""
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
"""A moment in ISO 8601, to the minute at least: `2026-11-23T14:00+01:00`."""
_ISO_WITH_OFFSET = re.compile(r"[0-9-]{10}t[0-9:.]+-[0-9]{2}:?[0-9]{2}")
"""Its offset is no end of a range of times."""
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.|h)?"
)
"""A time of day: `14:00`, `2pm`, `14h`. A bare number matches, too."""
_DAY_FIRST = re.compile(rf"(?:(?P<day>.*) )?{_CLOCK}")
"""A time, after a day if there is any: `yesterday 3pm`."""
_CLOCK_FIRST = re.compile(rf"{_CLOCK} (?P<day>.*)")
"""A time before its day: `3pm yesterday`."""
_AGO = re.compile(
    r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?"
    r"(?P<unit>min|minute|m|hour|hr|h|day|d|week|wk|w|month)s? ago"
)
"""A distance back from now: `2 hours ago`, `a week ago`."""
_PART = re.compile(rf" ?\b(?:in the |this )?(?P<part>{'|'.join(PARTS_OF_DAY)})(?![^ ])")
"""A part of a day in a text, with the words that lead to it: `in the evening`."""
_KINDS = ("WEEKDAY", "MONTH", "DAY", "YEAR", "DATE", "DOTTED")
"""What the tokens of a day may be, in the order in which a token of several kinds is read."""
_DAY_MONTH = re.compile(r"(WEEKDAY )?(DAY MONTH|MONTH DAY)( YEAR)?")
"""A date as the kinds of its tokens, with or without a year."""
_PARTS_OF_TODAY = {"tonight", "this morning", "this afternoon", "this evening"}
"""Days that name a part of today as well."""


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


def parse_zoned_moment(text: str, now: datetime) -> ZonedMoment | AmbiguousZone | None:
    """Return the moment as `parse_moment` does, with its zone: "9am PT", "20:00 London", "14:00 +02:00".

    Return the choices where the letters of the zone stand for several ("9am CST").
    """
    if len(text) > _LONGEST or not FIRST_YEAR <= now.year <= LAST_YEAR:
        return None
    words = " ".join(text.lower().replace(",", " ").split())
    moment = _parse(words, now)
    if moment is not None:
        return _on_user_clock(moment, now)
    for zone, rest in _zones(words):
        if isinstance(zone, AmbiguousZone):
            if _parse(rest, now) is not None:
                return zone
            continue
        # Words for days are those of the user's calendar, the time is that of the other clock.
        moment = _parse(rest, now.replace(tzinfo=zone.tz))
        if moment is None or rest in _NOW:
            continue
        here = UserClock.at(now).of(moment)
        if FIRST_YEAR <= here.year <= LAST_YEAR:
            is_same = here.utcoffset() == moment.utcoffset()
            return ZonedMoment(here, "" if is_same else zone.name)
    return None


def _on_user_clock(moment: datetime, now: datetime) -> ZonedMoment | None:
    """Return the moment at the offset that the user's zone has then, which may be another than that of `now`.

    Return None where the clocks skip it. The offset that a moment was given with is its zone.
    """
    clock, wall = UserClock.at(now), moment.replace(tzinfo=None)
    if moment.tzinfo is now.tzinfo:  # it was given without an offset
        here = moment if clock.zone is not None else clock.of(wall)
        return ZonedMoment(here) if here.replace(tzinfo=None) == wall else None
    here, offset = clock.of(moment), moment.utcoffset()
    if not FIRST_YEAR <= here.year <= LAST_YEAR:
        return None
    if offset is None or here.utcoffset() == offset:
        return ZonedMoment(here)
    return ZonedMoment(here, zone_at(offset).name)


_NOW = {"now", "just now", "today"}
"""Texts that mean now; in another zone they would say nothing."""


def _zones(words: str) -> Iterator[tuple[Zone | AmbiguousZone, str]]:
    """Yield the zones that some words name, each with the words around it, if these hold a time of day."""
    *parts, last = words.split() or [""]
    parts += re.split(r"(?<=[0-9m])(?=[+\u2212-][0-9]{1,2}:?[0-9]{0,2}$)", last)
    for size in (3, 2, 1):
        for at in range(len(parts) - size, -1, -1):
            rest = " ".join(parts[:at] + parts[at + size :])
            if not has_time(rest):
                continue
            zone = parse_zone(" ".join(parts[at : at + size]))
            if zone is not None:
                yield zone, rest


def _parse(words: str, now: datetime) -> datetime | None:
    try:
        spelled = words if _ISO_WITH_OFFSET.fullmatch(words) else spell_out_times(words, now.date())
        moment = _full_moment(spelled, now) or _ago(spelled, now) or _day_and_time(spelled, now)
    except (OverflowError, ValueError):
        return None
    return moment if moment and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _full_moment(words: str, now: datetime) -> datetime | None:
    if words in _NOW:
        return now.replace(second=0, microsecond=0)
    if not _ISO.fullmatch(words.upper()):
        return None
    moment = datetime.fromisoformat(words.upper()).replace(microsecond=0)
    return moment if moment.tzinfo else _existing(moment.date(), moment.time(), now)


def _ago(words: str, now: datetime) -> datetime | None:
    """Return the moment of `2 hours ago`: of hours that have passed, whatever the clocks did."""
    found = _AGO.fullmatch(words)
    if found is None or found["unit"][0] not in "mh" or found["unit"] == "month":
        return None
    count = _count(found["count"])
    passed = timedelta(hours=count) if found["unit"][0] == "h" else timedelta(minutes=count)
    return UserClock.at(now).of(now.astimezone(UTC) - passed).replace(second=0, microsecond=0)


def _count(word: str) -> int:
    return tokenize(word)[0].kinds["NUMBER"]


def _day_and_time(words: str, now: datetime) -> datetime | None:
    """Return the moment of a day with a time or a part of it, in either order; noon without."""
    for pattern in (_DAY_FIRST, _CLOCK_FIRST):
        found = pattern.fullmatch(words)
        clock = _time_of_day(found) if found else None
        if found and clock:
            named = _without_part(found["day"] or "")
            day = now.date() if named in _PARTS_OF_TODAY | {"", "today"} else _day(named, now.date())
            return _existing(day, clock, now) if day else None
    part = _PART.search(words)
    if part:
        named = _around(part).removeprefix("on ")
        day = now.date() if named in {"", "today"} else _day(named, now.date())
        return _existing(day, time.fromisoformat(PARTS_OF_DAY[part["part"]]), now) if day else None
    day = _day(words.removeprefix("on "), now.date())
    return _existing(day, time(12), now) if day else None


def _without_part(day: str) -> str:
    """Return the words of a day without the part of it that the time makes plain: "tomorrow morning 9:00"."""
    day = day.removeprefix("on ")
    if day in _PARTS_OF_TODAY:
        return day
    part = _PART.search(day)
    return _around(part) if part else day


def _around(found: re.Match[str]) -> str:
    """Return the words before and after a match."""
    return f"{found.string[: found.start()]}{found.string[found.end() :]}".strip()


def _time_of_day(found: re.Match[str]) -> time | None:
    """Return the time of day of a match; None where it may be a date or a bare number."""
    hour, minute, suffix = int(found["hour"]), found["minute"], found["half"]
    if minute is None and suffix is None:
        return None
    if found[0] == f"{found['hour']}.{minute}" and int(minute) <= 12:
        return None  # "10.12" may be a date
    if suffix and suffix[0] in "ap":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if suffix[0] == "p" else 0)
    return time(hour, int(minute or 0), int(found["second"] or 0))


def _existing(day: date, clock: time, now: datetime) -> datetime | None:
    """Return that time of that day, or None where the clocks skip it."""
    moment = datetime.combine(day, clock, now.tzinfo)
    same = moment.astimezone(UTC).astimezone(now.tzinfo)
    return moment if same.replace(tzinfo=None) == moment.replace(tzinfo=None) else None


def _day(words: str, today: date) -> date | None:
    """Return the day that all of some words name, past or to come; None if they are not understood."""
    if words in {"yesterday", "the day before yesterday", "day before yesterday"}:
        return plus(today, -1 if words == "yesterday" else -2)
    if found := _AGO.fullmatch(words):
        return _days_ago(_count(found["count"]), found["unit"], today)
    is_last = words.startswith("last ")
    tokens = [
        token for token in tokenize(words.removeprefix("last ")) if token.word not in {"the", "of", "."}
    ]
    values = {kind: value for token in tokens for kind, value in token.kinds.items()}
    shape = " ".join(next((kind for kind in _KINDS if kind in token.kinds), token.word) for token in tokens)
    if shape == "WEEKDAY":
        latest = plus(today, -1) if is_last else today
        return plus(latest, -((latest.weekday() - values["WEEKDAY"]) % 7))
    if is_last or not tokens or words in _PARTS_OF_TODAY or shape in {"WEEKDAY DAY", "DAY"}:
        return None
    if shape == "DATE":
        return date.fromordinal(values["DATE"]) if values["DATE"] else None
    if shape == "DOTTED":
        month, number = divmod(values["DOTTED"], 100)
        return nearest_date(month, number, today)
    if _DAY_MONTH.fullmatch(shape):
        day = nearest_date(values["MONTH"], values["DAY"], today, values.get("YEAR"))
        return day if day and values.get("WEEKDAY", day.weekday()) == day.weekday() else None
    return _ahead(words, {token.word for token in tokens}, today)


def _days_ago(count: int, unit: str, today: date) -> date | None:
    """Return the day of `3 days ago`, `2 weeks ago`; None for units shorter than a day."""
    match unit:
        case "month":
            return plus_months(today, -count)
        case "week" | "wk" | "w":
            return plus(today, -7 * count)
        case "day" | "d":
            return plus(today, -count)
    return None


def _ahead(words: str, parts: set[str], today: date) -> date | None:
    """Return a day to come if all of the text names it: "tomorrow", "next fri", "in 3 days"."""
    reading = read_dates(words, today)
    if reading is None or (reading.start, reading.end) != (0, len(words)) or reading.first != reading.last:
        return None
    bounded = parts & (LEADS - {"in", "on"}) or parts & {"end", "eod", "eow", "eom", "eoy", "latest"}
    return None if bounded else reading.last


def other_weekday(text: str, at: datetime, now: datetime) -> date | None:
    """Return the coming day where `text` names a weekday alone, which was read as a past one, else None."""
    words = re.sub(r"\b[0-9]{1,2}h(?![a-z])", " ", text.lower().replace(",", " "))
    tokens = tokenize(" ".join(words.split()))
    is_bare = any("WEEKDAY" in token.kinds for token in tokens) and not any(
        token.kinds.keys() & {"MONTH", "DATE", "DOTTED", "WHICH", "UNIT", "NTH"}
        or token.word in {"last", "ago"}
        for token in tokens
    )
    return plus(at.date(), 7) if is_bare and at < now else None
