"""Times of day in words, written as digits: "half past two" is 2:30, "at ten" is "at 10".

What could be two times is left alone: "half 2" is 2:30 to some and 1:30 to others, "ten to eleven" a time or
a range of times.
"""

import re

_HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = "|".join(_HOURS)
_HOUR = rf"(?P<hour>{_WORD}|1[0-2]|0?[1-9])"
"""An hour of the clock face, in words or digits."""
_MINUTES = {
    **{"quarter": 15, "a quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25},
    **{"twenty five": 25, "fifteen": 15, "thirty": 30, "forty-five": 45, "forty five": 45},
}
_PAST = re.compile(
    r"\b(?P<minutes>half|(?:a )?quarter|five|ten|twenty(?:[- ]five)?|5|10|15|20|25) (?:minutes )?"
    rf"(?:past|after) {_HOUR}\b"
)
"""Minutes after an hour: `half past two`, `quarter after 9`."""
_TO = re.compile(
    rf"\b(?P<minutes>(?:a )?quarter|twenty(?:[- ]five)?) (?:minutes )?(?:to|till|before) {_HOUR}\b"
)
"""Minutes before an hour, of numbers that begin no range of hours: `quarter to five`."""
_HOUR_AND_MINUTES = re.compile(
    rf"\b(?P<hour>{_WORD})[ -](?P<minutes>fifteen|thirty|forty[- ]five)\b(?! (?:min|day|week|hour))"
)
"""An hour and its minutes: `two thirty`."""
_HOUR_WORD = re.compile(
    rf"\b(?:(?P<at>at )(?P<hour>{_WORD})|(?P<before>{_WORD})(?= ?(?:[ap]\.?m\b|o'clock)))"
    r"\b(?! (?:min|day|week|hour))"
)
"""An hour in words where it can be nothing else: `at ten`, `ten am`."""
_ABOUT = re.compile(
    r"\b(?:at )?(?:from|around|about|um) (?=[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]m\b| ?(?:to|-|\u2013) ?[0-9]"
    r"| today\b| tomorrow\b|$))"
)
"""What leads to a time, or a range of times, like `at`: `around 3pm`, `from 2 to 3pm`."""
_START_OF_DAY = re.compile(r"\bfirst thing\b(?: in the morning)?")
"""The beginning of a working day: `first thing tomorrow`."""
_HALF = re.compile(rf"\bhalf {_HOUR}\b(?!:)")
"""Half an hour before or after an hour: `half 2`."""
_O_CLOCK = re.compile(r"\b(?:at |um )?(?P<hour>[0-9]{1,2}) ?(?:o'clock|uhr)\b")
"""A full hour: `3 o'clock`, `at 3 o'clock`, `14 Uhr`."""
_TWELVE = re.compile(r"\b(?:12|twelve) (?=noon\b|midday\b)")
"""What is said before the word that means it already: `12 noon`."""


def write_clock_digits(words: str) -> str:
    """Return `words`, in lower case, with each time of day in words as digits."""
    words = re.sub(r"(?:^| )@ ?(?=[a-z0-9])", " at ", words.replace("\u2019", "'")).strip()
    words = _START_OF_DAY.sub("in the morning", _ABOUT.sub("at ", words))
    words = _PAST.sub(lambda found: _clock(found["hour"], _minutes(found)), words)
    words = _TO.sub(lambda found: _clock(found["hour"], -_minutes(found)), words)
    words = _HOUR_AND_MINUTES.sub(lambda found: _clock(found["hour"], _minutes(found)), words)
    words = _HOUR_WORD.sub(
        lambda found: f"{found['at'] or ''}{_number(found['hour'] or found['before'])}", words
    )
    return _TWELVE.sub("", _O_CLOCK.sub(r"at \g<hour>", words))


def half_hours(words: str) -> tuple[str, int] | None:
    """Return the first time such as "half 2" in `words`, in lower case, as it is written, and its hour."""
    found = _HALF.search(words)
    return (found[0], _number(found["hour"])) if found else None


def _minutes(found: re.Match[str]) -> int:
    words = found["minutes"]
    return int(words) if words.isdecimal() else _MINUTES[words]


def _number(hour: str) -> int:
    return int(hour) if hour.isdecimal() else _HOURS.index(hour) + 1


def _clock(hour: str, minutes: int) -> str:
    """Return the time on the clock face: of 1 and -15 it is 12:45."""
    total = _number(hour) * 60 + minutes
    return f"{total // 60 or 12}:{total % 60:02}"
