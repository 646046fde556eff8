"""Figures of pay: the amounts that a line names, and whether two lines name different ones (ours).

`70k`, `70,000` and `70.000 €` are one amount. Yearly, monthly, daily and hourly amounts are not compared with
each other, and what the user said is not compared with what they said.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_lines
from followup_tui.core.text import shorten, words

_NUMBER = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
"""Digits in groups of three, else plain ones with or without cents: `70,000`, `70 000`, `70000.50`."""
_CURRENCY = r"[€$£]|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?)\b"
_PERIOD = (
    r"(?:\b(?:gross|net|brutto|netto)\b\s?)?(?:(?:/|\bper\b|\ban?\b|\beach\b)\s*"
    r"(?P<period>hour|hr|h|day|d|week|month|mo|m)\b"
    r"|(?:/|\bper\b|\bpro\b|\bim\b|\bam\b)\s*(?P<german>stunde|std|tag|woche|monat)\b"
    r"|\b(?P<often>hour|dai|month|week)ly\b|\bp[./]?(?P<short>h|d|cm)\b|(?P<times>[x×])\s?1[2-4]\b)"
)
"""What an amount is paid for: `per year`, `/h`, `a month`, `monthly`, `pd`, `x 13` of monthly salaries."""
_COUNTED = r"(?:stock |share |monthly )?(?:options|shares|rsus|units|salaries|people|employees|users|match)\b"
"""What a number may count that is not pay: `10,000 options`, the `401k match`."""
_FIGURE = re.compile(
    rf"(?<![\w.,])(?P<before>{_CURRENCY})?\s?(?P<number>{_NUMBER})\s?(?P<thousands>k\b|thousand\b)?"
    rf"\s?(?P<after>{_CURRENCY})?\s?(?:{_PERIOD})?(?!\s?(?:%|percent\b|{_COUNTED}))",
    re.IGNORECASE,
)
"""A number with its currency, `k` and period if they are there; no percentage: `€70k per year`."""
_RANGE = re.compile(r"\s*(?:[-–—/]|\b(?:to|bis|and|und)\b)\s*", re.IGNORECASE)
"""What comes between the two amounts of a range: `70-80k`, `70k to 80k`, `between 70 and 80k`."""
_BETWEEN = re.compile(r"\b(?:between|zwischen)\s*$", re.IGNORECASE)
"""What comes before a range with “and” in it."""
_NEAR = 20
"""How many characters before a figure are searched for that."""
_PERIODS = {
    word: period
    for period, words in {
        "hour": "h hr stunde std",
        "day": "d dai tag",
        "week": "woche",
        "month": "mo m cm monat x ×",
    }.items()
    for word in words.split()
}
"""Period as written -> the period for which amounts are compared."""
_MIN_BARE = 1000
"""A bare number below it is not pay: days of leave, hours, a percentage."""
_MAX_BARE = 2_000_000
"""A bare number above it is not pay: a phone number (ours)."""
_PENSION = "401"
"""With a `k`, and without a currency, the name of a pension plan."""
_YEARS = range(1990, 2100)
"""Bare numbers that are years."""
_SPEAKING = words("told asked said named gave answered wanted expected")
"""What the user did, without `I`."""
_OURS = _SPEAKING | {"i", "my", "me", "want", "expect"}
"""First words of a line about what the user said."""
_THEIRS = words("they their he she his her offer offered offers range budget band")
"""First words of a line about what they said."""
_THEY_SPEAK = words("said says told offered offers mentioned mentions named names wrote")
"""Second words of such a line, after a name: `Luis said 70k`."""
_MAX_QUOTED = 48
"""How many characters of an earlier line a remark quotes."""


class Amount(NamedTuple):
    """An amount, or a range of amounts, for a year or a shorter period."""

    least: float
    most: float
    period: str = "year"

    def agrees(self, other: "Amount") -> bool:
        """Return whether an amount may be meant by both."""
        return self.period == other.period and self.least <= other.most and other.least <= self.most


class PayNote(NamedTuple):
    """A line about pay, and the day from which it is."""

    text: str
    noted_on: date


def pay_notes(interviews: Iterable[Interview]) -> tuple[PayNote, ...]:
    """Return the lines about pay in the notes of interviews, in their order."""
    return tuple(
        PayNote(line.text, interview.held_on)
        for interview in interviews
        if signs.PAY.character in interview.notes
        for line in parse_lines(interview.notes)
        if line.sign is signs.PAY and line.is_fact and not line.is_none
    )


class _Speaker(StrEnum):
    USER = "the user"
    THEY = "they"
    UNKNOWN = ""


@lru_cache(maxsize=256)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of pay that a text names; a range is one of them."""
    return tuple(amount for amount, _, _ in amount_spans(text))


def amount_spans(text: str) -> Iterator[tuple[Amount, int, int]]:
    """Yield the amounts of pay that a text names, each with where it begins and ends."""
    found = list(_FIGURE.finditer(text))
    number = 0
    while number < len(found):
        first, last = found[number], found[number]
        if number + 1 < len(found) and _are_range(text, first, found[number + 1]):
            number, last = number + 1, found[number + 1]
        number += 1
        if not (_is_pay(first) or _is_pay(last)):
            continue
        most = _value(last, has_thousands=bool(last["thousands"]))
        least = _value(first, has_thousands=bool(first["thousands"]))
        if last["thousands"] and least < _MIN_BARE:
            least *= 1000  # 65 to 75k
        period = _period(last) or _period(first)
        per = _PERIODS.get(period.lower(), period.lower() or "year")
        written = text[first.start() : last.end()]
        start = first.start() + len(written) - len(written.lstrip())
        yield Amount(min(least, most), max(least, most), per), start, start + len(written.strip())


def _are_range(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Return whether two figures are the ends of a range."""
    between = _RANGE.fullmatch(text, first.end(), last.start())
    if between is None:
        return False
    return between[0].strip().lower() not in {"and", "und"} or bool(
        _BETWEEN.search(text, max(0, first.start() - _NEAR), first.start())
    )


def _period(figure: re.Match[str]) -> str:
    """Return the period that a figure is written with; empty for none."""
    return figure["period"] or figure["german"] or figure["often"] or figure["short"] or figure["times"] or ""


def _is_pay(figure: re.Match[str]) -> bool:
    if figure["number"] == _PENSION and figure["thousands"] and not figure["before"]:
        return False
    if figure["thousands"] or figure["before"] or figure["after"] or _period(figure):
        return True
    value = _value(figure, has_thousands=False)
    return _MIN_BARE <= value <= _MAX_BARE and value not in _YEARS and figure["number"][0] != "0"


def _value(figure: re.Match[str], *, has_thousands: bool) -> float:
    written = re.sub(r"['’\s]", "", figure["number"])
    if re.fullmatch(r"\d+[.,]\d{1,2}", written):
        value = float(written.replace(",", "."))
    else:
        value = float(re.sub(r"[.,]", "", written))
    return value * 1000 if has_thousands else value


def other_figure(text: str, earlier: Iterable[PayNote]) -> PayNote | None:
    """Return the earlier line whose figure differs from that of a line; None where none does.

    The last one decides that names a comparable amount of the same speaker, or whose speaker is not known.
    """
    named, speaker = amounts(text), _speaker(text)
    if not named:
        return None
    periods = {amount.period for amount in named}
    last: PayNote | None = None
    for note in earlier:
        other = _speaker(note.text)
        is_same = other is speaker or _Speaker.UNKNOWN in (speaker, other)
        if is_same and any(amount.period in periods for amount in amounts(note.text)):
            last = note
    if last is None or any(amount.agrees(known) for amount in named for known in amounts(last.text)):
        return None
    return last


def _speaker(text: str) -> _Speaker:
    """Return who named a figure, as far as the first words of the line say."""
    first, second, *_ = [*_words(text), "", ""]
    if first in _OURS:
        return _Speaker.USER
    if first in _THEIRS or second in _THEY_SPEAK:
        return _Speaker.THEY
    return _Speaker.UNKNOWN


def _words(text: str) -> list[str]:
    return [word.strip(",:;.") for word in text.casefold().split()]


def describe_pay(note: PayNote, today: date) -> str:
    """Return an earlier line about pay with its day: `you told Luis 70k on Mon 9 Nov`."""
    text = shorten(note.text, _MAX_QUOTED)
    is_spoken = _words(note.text)[0] in _SPEAKING
    return f"{f'you {text}' if is_spoken else f'“{text}”'} on {day_name(note.noted_on, today)}"
