"""Times of day as people write them: "at 6", "9-10", "this morning"."""

import re
from datetime import date

from followup_tui.core.dates.format import WEEKDAYS
from followup_tui.core.dates.resolve import nearest_date
from followup_tui.core.dates.typed_days import near_days

_RANGE = re.compile(
    r"(?P<from>[0-9]{1,2}(?:[:.][0-9]{2})?) ?(?P<half>am|pm)? ?(?:-|\u2013|to) ?"
    r"(?P<to>[0-9]{1,2})(?P<rest>(?:[:.][0-9]{2})? ?(?P<end>am|pm)?)(?![0-9-])"
)
"""Two numbers that may be a range of times: `9-10`, `2-3pm`, `11:00 to 12:30`."""
_BARE_HOUR = re.compile(
    r"(?P<before>\b(?:at|today|tomorrow|yesterday) )(?P<hour>[0-9]{1,2})"
    r"(?![0-9:.,h/-]| ?[ap]\.?m| (?:day|week|min|h))"
)
"""An hour without minutes after a word that makes it one: `at 6`, `tomorrow 9`."""
_WEEKDAYS = tuple(map(str.lower, WEEKDAYS))
"""The short names of the weekdays, in lower case."""
_WEEKDAY = rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})(?:day|s|sday|nesday|nes|r|rs|rsday|urday)?"
"""A weekday by its short or its full name, or what people write between the two: `tues`."""
_WEEKDAY_AND_HOUR = re.compile(rf"{_WEEKDAY} (?P<hour>[0-9]{{1,2}})( ?[-\u2013] ?[0-9]{{1,2}})?\Z")
"""A weekday and a number at the end, which may be an hour: `last tue 14`, `fri 9-10`."""
_WEEKDAY_AND_DOTTED = re.compile(rf"{_WEEKDAY} (?P<hour>0?[1-9]|1[0-9]|2[0-3])\.(?P<minute>0[1-9]|1[0-2])")
"""A weekday and what may be a date or a time: `thu 10.12`."""
_PART_AND_HOUR = re.compile(
    r"(?P<before>\b(?:morning|afternoon|evening|tonight|night) )(?P<hour>1[0-2]|0?[1-9])\Z"
)
"""An hour at the end after a part of the day: `wed morning 9`."""
_DAY_BEFORE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]\w* (of )?[a-z]{3,9}\.?|[a-z]{3,9}\.? [0-9]{1,2}\w{0,2})$"
)
"""A date at the end of a text: `2026-12-04`, `4th of december`, `dec 4`."""
PARTS_OF_DAY = {
    "morning": "09:00",
    "noon": "12:00",
    "midday": "12:00",
    "lunchtime": "12:00",
    "afternoon": "15:00",
    "evening": "19:00",
    "tonight": "20:00",
    "night": "20:00",
}
"""Part of a day -> the time that stands for it (ours)."""
_LAST_HOUR = 23
_TIME = re.compile(
    r"[0-9][:.h][0-9]{2}|[0-9] ?([ap]m|[ap]\.m\.|h)\b|\b(at|today|tomorrow|yesterday) [0-9]"
    rf"|[0-9] ?[-\u2013] ?[0-9]|{_WEEKDAY} [0-9]{{1,2}}$"
)
"""What only a time of day looks like: `9:30`, `3 pm`, `at 6`, `9-10`, `fri 14`."""
_CLOCK_TIME = r"(?:[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.|h\b|o'clock)|[0-9]{1,2}[:.][0-9]{2})"
"""A time of day that is not a bare number: `5 pm`, `17:00`, `5 o'clock`."""
_PART_OF_DAY = (
    r"(?:early |late |first thing |mid-?)?(?:in the )?"
    r"(?:morning|afternoon|evening|night|noon|midday|lunch ?time|lunch|eod)"
)
"""A part of a day, as it is written after a date: `in the late afternoon`."""
_TIME_BEHIND = re.compile(
    rf"(?:,? ?\(?(?:at |by |before |until |around |about |no later than |in the |latest )*(?:{_CLOCK_TIME}"
    rf"|{_PART_OF_DAY})\)?"
    r"(?: (?:sharp|latest|at the latest))?(?![\w']))+",
    re.IGNORECASE,
)
"""Times after a date, with the words that belong to them: `(by 5 pm at the latest)`."""
_TIME_BEFORE = re.compile(
    rf"(?:\b(?:by|before|until|at|around|no later than) )?{_CLOCK_TIME},? ?(?:on )?$", re.IGNORECASE
)
"""A time before a date: `by 5 pm on`."""


def extent_with_time(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the extent of a date in `text` together with the time of day next to it."""
    behind = _TIME_BEHIND.match(text, end)
    before = _TIME_BEFORE.search(text[:start])
    return (before.start() if before else start), (behind.end() if behind else end)


def has_time(words: str) -> bool:
    """Return whether a time of day is in `words`."""
    return _TIME.search(words) is not None or not PARTS_OF_DAY.keys().isdisjoint(words.split())


def spell_out_times(words: str, today: date) -> str:
    """Return `words` with "at 6" and the first time of "9-10" as `18:00` and `9:00`, and without "at".

    A number at the end after a weekday is an hour, too, unless it may be its day of the month near `today`.
    """
    hour = _WEEKDAY_AND_HOUR.search(words)
    if hour and int(hour["hour"]) <= _LAST_HOUR and not _days_of(hour, today):
        words = f"{words[: hour.start('hour')]}{hour['hour']}:00"
    spelled = _PART_AND_HOUR.sub(_full_hour, words)
    spelled = _BARE_HOUR.sub(_full_hour, _RANGE.sub(_start_of_range, spelled))
    return " ".join(word for word in spelled.split() if word != "at")


def day_or_time(words: str, today: date) -> tuple[date, str] | None:
    """Return the day and the time that `words` may mean both: "wed 9" is Wed 9 Dec, or Wednesday at 9."""
    if found := _WEEKDAY_AND_DOTTED.fullmatch(words):
        day = nearest_date(int(found["minute"]), int(found["hour"]), today)
        if day is None or day.weekday() != _WEEKDAYS.index(found["weekday"]):
            return None
        return day, f"{found['hour']}:{found['minute']}"
    found = _WEEKDAY_AND_HOUR.fullmatch(words)
    days = _days_of(found, today) if found and int(found["hour"]) <= _LAST_HOUR else []
    return (min(days, key=lambda day: abs(day - today)), found["hour"]) if found and days else None


def _days_of(found: re.Match[str], today: date) -> list[date]:
    """Return the days near `today` that a weekday with a number may be."""
    return near_days(_WEEKDAYS.index(found["weekday"]), int(found["hour"]), today)


def _start_of_range(found: re.Match[str]) -> str:
    """Return the first time of `9-10`, `2-3pm`; a range of other numbers as it is."""
    start, half, end = found["from"], found["half"], found["end"]
    hours = int(re.split("[:.]", start)[0]), int(found["to"])
    is_time = half or end or ":" in found[0] or (hours[0] < hours[1] <= 24 and _follows_day(found))
    if not is_time or max(hours) > 24 or (hours[1] < hours[0] and _is_offset(found)):
        return found[0]
    if half is None and end is not None and hours[0] % 12 <= hours[1] % 12:
        half = end
    if half is None and end == "pm" and hours[0] != 12:
        half = "am"  # "11-1pm"
    if half:
        return f"{start}{half}"
    return start if ":" in start or "." in start else f"{start}:00"


def _is_offset(found: re.Match[str]) -> bool:
    """Return whether what looks like the end of a range may be an offset: `14:00 -05:00`."""
    is_clock = found["half"] is None and found["end"] is None
    return is_clock and re.fullmatch(r".*-[0-9]{2}:[0-9]{2} ?", found[0]) is not None


def _follows_day(found: re.Match[str]) -> bool:
    """Return whether a day comes before a range, so that the range is one of hours: not `Dec 4-6`."""
    before = found.string[: found.start()].split()
    if not before or before[-1] in {"today", "tomorrow", "yesterday", "at", "from"}:
        return bool(before)
    return _DAY_BEFORE.search(" ".join(before)) is not None


def _full_hour(found: re.Match[str]) -> str:
    return f"{found['before']}{found['hour']}:00" if int(found["hour"]) <= _LAST_HOUR else found[0]
