"""Words to moments: "yesterday 3pm", "tue 14:30", as typed into a field that asks when something happened.

The whole text must be understood. Seconds are zero unless given. The choices, all ours:

- A bare weekday is the last such day, today included; `last friday` is before today. `next fri`, `this fri`,
  `tomorrow`, `in 3 days` look ahead, as in `phrases`.
- A date without a year is the one nearest to now.
- A day without a time is noon of that day, but today is now. A time without a day is today's.
"""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

from followup_tui.core.dates.guards import LEADS
from followup_tui.core.dates.phrases import read_dates
from followup_tui.core.dates.resolve import plus, plus_months
from followup_tui.core.dates.tokens import tokenize
from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR

_LONGEST = 100
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.|h)?"
)
_DAY_FIRST = re.compile(rf"(?:(?P<day>.*) )?{_CLOCK}")
_CLOCK_FIRST = re.compile(rf"{_CLOCK} (?P<day>.*)")
_AGO = re.compile(
    r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?"
    r"(?P<unit>min|minute|m|hour|hr|h|day|d|week|wk|w|month)s? ago"
)
_KINDS = ("WEEKDAY", "MONTH", "DAY", "YEAR", "DATE", "DOTTED")
_DAY_MONTH = re.compile(r"(WEEKDAY )?(DAY MONTH|MONTH DAY)( YEAR)?")
_PARTS_OF_TODAY = {"tonight", "this morning", "this afternoon", "this evening"}


def parse_moment(text: str, now: datetime) -> datetime | None:
    """A whole input as a moment, relative to `now`, which must be aware; None where it is not understood.

    The result is in the zone of `now` unless the text gives an offset. Never raises.
    """
    if len(text) > _LONGEST or not FIRST_YEAR <= now.year <= LAST_YEAR:
        return None
    words = " ".join(word for word in text.lower().replace(",", " ").split() if word != "at")
    try:
        moment = _full_moment(words, now) or _ago(words, now) or _day_and_time(words, now)
    except (OverflowError, ValueError):
        return None
    return moment if moment and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _full_moment(words: str, now: datetime) -> datetime | None:
    if words in {"now", "just now", "today"}:
        return now.replace(second=0, microsecond=0)
    if not _ISO.fullmatch(words.upper()):
        return None
    moment = datetime.fromisoformat(words.upper()).replace(microsecond=0)
    return moment if moment.tzinfo else _existing(moment.date(), moment.time(), now)


def _ago(words: str, now: datetime) -> datetime | None:
    """`20 minutes ago`, `2 hours ago`: of hours that have passed, whatever the clocks did."""
    found = _AGO.fullmatch(words)
    if found is None or found["unit"][0] not in "mh" or found["unit"] == "month":
        return None
    count = _count(found["count"])
    passed = timedelta(hours=count) if found["unit"][0] == "h" else timedelta(minutes=count)
    return (now.astimezone(UTC) - passed).astimezone(now.tzinfo).replace(second=0, microsecond=0)


def _count(word: str) -> int:
    return tokenize(word)[0].kinds["NUMBER"]


def _day_and_time(words: str, now: datetime) -> datetime | None:
    for pattern in (_DAY_FIRST, _CLOCK_FIRST):
        found = pattern.fullmatch(words)
        clock = _clock(found) if found else None
        if found and clock:
            named = (found["day"] or "").removeprefix("on ")
            day = now.date() if named in _PARTS_OF_TODAY | {"", "today"} else _day(named, now.date())
            return _existing(day, clock, now) if day else None
    day = _day(words.removeprefix("on "), now.date())
    return _existing(day, time(12), now) if day else None


def _clock(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found["hour"]), found["minute"], found["half"]
    if minute is None and half is None:
        return None
    if found[0] == f"{found['hour']}.{minute}" and int(minute) <= 12:
        return None  # "10.12" may be a date
    if half and half[0] in "ap":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, int(minute or 0), int(found["second"] or 0))


def _existing(day: date, clock: time, now: datetime) -> datetime | None:
    """That time of that day, unless the clocks skip it."""
    moment = datetime.combine(day, clock, now.tzinfo)
    same = moment.astimezone(UTC).astimezone(now.tzinfo)
    return moment if same.replace(tzinfo=None) == moment.replace(tzinfo=None) else None


def _day(words: str, today: date) -> date | None:
    if words in {"yesterday", "the day before yesterday", "day before yesterday"}:
        return plus(today, -1 if words == "yesterday" else -2)
    if found := _AGO.fullmatch(words):
        count, unit = _count(found["count"]), found["unit"]
        if unit == "month":
            return plus_months(today, -count)
        return plus(today, -count * {"d": 1, "w": 7}[unit[0]]) if unit[0] in "dw" else None
    last = words.startswith("last ")
    tokens = [
        token for token in tokenize(words.removeprefix("last ")) if token.word not in {"the", "of", "."}
    ]
    got = {kind: value for token in tokens for kind, value in token.kinds.items()}
    shape = " ".join(next((kind for kind in _KINDS if kind in token.kinds), token.word) for token in tokens)
    if shape == "WEEKDAY":
        return plus(today, -((today.weekday() - got["WEEKDAY"] - last) % 7) - last)
    if last or not tokens or words in _PARTS_OF_TODAY or shape in {"WEEKDAY DAY", "DAY"}:
        return None
    if shape == "DATE":
        return date.fromordinal(got["DATE"]) if got["DATE"] else None
    if shape == "DOTTED":
        return _nearest(*divmod(got["DOTTED"], 100), today)
    if _DAY_MONTH.fullmatch(shape):
        year = got.get("YEAR")
        day = (
            date(year, got["MONTH"], got["DAY"])
            if year is not None
            else _nearest(got["MONTH"], got["DAY"], today)
        )
        return day if day and got.get("WEEKDAY", day.weekday()) == day.weekday() else None
    return _ahead(words, {token.word for token in tokens}, today)


def _nearest(month: int, day: int, today: date) -> date | None:
    days = []
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            days.append(date(year, month, day))
    return min(days, key=lambda one: abs(one - today), default=None)


def _ahead(words: str, parts: set[str], today: date) -> date | None:
    """A day to come, where all of the text names it: "tomorrow", "next fri", "in 3 days"."""
    reading = read_dates(words, today)
    if reading is None or (reading.start, reading.end) != (0, len(words)) or reading.first != reading.last:
        return None
    bounded = parts & (LEADS - {"in", "on"}) or parts & {"end", "eod", "eow", "eom", "eoy", "latest"}
    return None if bounded else reading.last
