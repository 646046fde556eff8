"""A day as it is typed into a field: "yesterday", "fri 27", "3 Dec", "a week from Monday".

The whole text must be understood. The choices, all ours:

- A bare weekday is the last such day, today included; `last friday` is before today. In a field that asks for
  a moment to come it is the next such day, and `the 27th` is understood there.
- A date without a year is the one nearest to today, and so is a weekday with a day of the month ("fri 27"),
  which must be within a month and a half.
- `next fri`, `this fri`, `tomorrow`, `in 3 days` look ahead, as in `phrases`.
"""

import re
from datetime import date
from typing import NamedTuple

from followup_tui.core.dates.format import MONTHS
from followup_tui.core.dates.guards import LEADS
from followup_tui.core.dates.phrases import explain_dates
from followup_tui.core.dates.resolve import nearest_date, next_nth, next_weekday, plus, plus_months
from followup_tui.core.dates.tokens import tokenize
from followup_tui.core.text import words as words_of

AGO = re.compile(
    r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?"
    r"(?P<unit>min|minute|m|hour|hr|h|day|d|week|wk|w|month)s? ago"
)
"""A distance back from now: `2 hours ago`, `a week ago`."""
_KINDS = ("WEEKDAY", "MONTH", "DAY", "YEAR", "DATE", "DOTTED")
"""What the tokens of a day may be, in the order in which a token of several kinds is read."""
_DAY_MONTH = re.compile(r"(WEEKDAY )?(DAY MONTH|MONTH DAY)( YEAR)?")
"""A date as the kinds of its tokens, with or without a year."""
_PARTS_OF_TODAY = {"tonight", "this morning", "this afternoon", "this evening"}
"""Days that name a part of today as well."""
_NEAR = 45
"""Days (ours): so far from today a weekday with a day of the month, such as Fri 27, is looked for."""
_BOUNDS = words_of("by until within through between end eod eow eom eoy latest")
"""Words that make of a day the last one of a time."""
_NUMERIC = re.compile(
    r"(?<![0-9/-])(?P<first>0?[1-9]|1[0-2])(?P<sign>[/-])(?P<second>0?[1-9]|1[0-2])"
    r"(?:(?P=sign)(?P<year>[0-9]{4})|(?<=/[0-9])|(?<=/[0-9]{2}))(?![0-9/-])"
)
"""A date in numbers of which either may be the month: `12/11`, `12-11-2026`; `12-11` alone is a range."""


class AmbiguousText(NamedTuple):
    """A typed text with two meanings: "12/11", "wed 9", "half 2"."""

    written: str
    choices: tuple[str, str]
    """What it may be, as it can be written instead: "12 Nov" and "11 Dec", "Wed 9 Dec" and "Wed at 9"."""

    @property
    def question(self) -> str:
        """What to write, as a sentence without its full stop."""
        return f"“{self.written}” may be {self.choices[0]} or {self.choices[1]}; write one of these"


def ambiguous_day(words: str) -> AmbiguousText | None:
    """Return the first date in numbers in `words` that may be two days, or None."""
    for found in _NUMERIC.finditer(words):
        first, second = int(found["first"]), int(found["second"])
        if first != second:
            year = f" {found['year']}" if found["year"] else ""
            choices = f"{first} {MONTHS[second - 1]}{year}", f"{second} {MONTHS[first - 1]}{year}"
            return AmbiguousText(found[0], choices)
    return None


def parse_day(words: str, today: date, coming_from: date | None) -> date | None:
    """Return the day that all of `words`, in lower case, name, past or to come; None if not understood.

    `coming_from` is given where a day to come is asked for: the first that a bare weekday may mean.
    """
    if words in {"yesterday", "the day before yesterday", "day before yesterday"}:
        return plus(today, -1 if words == "yesterday" else -2)
    if found := AGO.fullmatch(words):
        return _days_ago(count_of(found), found["unit"], today)
    is_last = words.startswith("last ")
    tokens = [
        token for token in tokenize(words.removeprefix("last ")) if token.word not in {"the", "of", "."}
    ]
    values = {kind: value for token in tokens for kind, value in token.kinds.items()}
    shape = " ".join(next((kind for kind in _KINDS if kind in token.kinds), token.word) for token in tokens)
    if shape == "WEEKDAY":
        if coming_from is not None and not is_last:
            return next_weekday(coming_from, values["WEEKDAY"], may_repeat=True)
        latest = plus(today, -1) if is_last else today
        return plus(latest, -((latest.weekday() - values["WEEKDAY"]) % 7))
    if is_last or not tokens or words in _PARTS_OF_TODAY:
        return None
    match shape:
        case "WEEKDAY DAY":
            days = near_days(values["WEEKDAY"], values["DAY"], today)
            return min(days, key=lambda day: (day < (coming_from or day), abs(day - today)), default=None)
        case "DAY":
            return next_nth(coming_from, values["NTH"]) if coming_from and "NTH" in values else None
        case "DATE":
            return date.fromordinal(values["DATE"]) if values["DATE"] else None
        case "DOTTED":
            month, number = divmod(values["DOTTED"], 100)
            return nearest_date(month, number, today)
        case _ if _DAY_MONTH.fullmatch(shape):
            day = nearest_date(values["MONTH"], values["DAY"], today, values.get("YEAR"))
            return day if day and values.get("WEEKDAY", day.weekday()) == day.weekday() else None
        case _:
            return _ahead(words, [token.word for token in tokens], today)


def near_days(weekday: int, number: int, today: date) -> list[date]:
    """Return the days near `today` with that weekday and that number in their month, in their order."""
    days = (plus(today, distance) for distance in range(-_NEAR, _NEAR + 1))
    return [day for day in days if (day.weekday(), day.day) == (weekday, number)]


def count_of(found: re.Match[str]) -> int:
    """Return the number in a match of `AGO`."""
    return tokenize(found["count"])[0].kinds["NUMBER"]


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


def _ahead(words: str, parts: list[str], today: date) -> date | None:
    """Return a day to come if all of the text names it: "tomorrow", "next fri", "a week from Monday"."""
    reading = explain_dates(words, today).reading
    if reading is None or (reading.start, reading.end) != (0, len(words)) or reading.first != reading.last:
        return None
    is_bound = parts[0] in LEADS - {"in", "on"} or not _BOUNDS.isdisjoint(parts)
    return None if is_bound else reading.last
