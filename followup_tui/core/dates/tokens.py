"""The words that `phrases` and `clock_words` know: a text as tokens, each with what it can mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR

LONGEST = 1000
"""Characters of a text that are examined (ours): enough for any line, and a bound on the time it takes."""

WORKDAY, MONTH, HOUR = -1, -2, -3
"""Units that are not a fixed number of days; the others are counted in days."""


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word, number or sign of a text, or one idiom of several words."""

    word: str
    """In lower case, with plain dashes and apostrophes; an idiom by its one name."""
    start: int
    end: int
    capital: bool
    kinds: Mapping[str, int]
    """What it can mean: kind (WEEKDAY, MONTH, NUMBER, …) -> value; 0 for a DATE or YEAR that is not one."""


_LEXICON: dict[str, dict[str, int]] = {}
_NO_KINDS: dict[str, int] = {}
_NAME = {"NAME": 0}


def _mean(kind: str, words: Mapping[str, int]) -> None:
    for word, value in words.items():
        _LEXICON.setdefault(word, {})[kind] = value


def _numbered(names: str, first: int = 0) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), first)}


_WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = _numbered(
    "january february march april may june july august september october november december", 1
)
_mean("WEEKDAY", _WEEKDAYS | {name[:3]: number for name, number in _WEEKDAYS.items()})
_mean("WEEKDAY", {"tues": 1, "weds": 2, "thur": 3, "thurs": 3})
_mean("MONTH", _MONTHS | {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9})
_mean("NUMBER", _numbered("one two three four five six seven eight nine ten eleven twelve", 1))
_mean("NUMBER", {"a": 1, "an": 1, "another": 1, "couple": 2, "few": 3})
_mean("NUMBER", {"fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30})
_mean("UNIT", {"day": 1, "days": 1, "d": 1, "week": 7, "weeks": 7, "w": 7, "fortnight": 14, "fortnights": 14})
_mean("UNIT", {"month": MONTH, "months": MONTH, "workday": WORKDAY, "workdays": WORKDAY, "hours": HOUR})
_mean("STEP", {"day": 1, "week": 7, "month": 0, "one": 0})
_mean("WHICH", {"this": 0, "next": 1})
_mean("PART", {"early": 0, "mid": 2, "late": 3, "later": 3})
_mean("HEAD", {"beginning": 0, "start": 0, "middle": 2, "end": 4})

_IDIOMS = {
    "eod": "the end of the day|end of the day|end of day|end of today|end of business|the close of business"
    "|close of business|close of play|cob|eob",
    "by": "no later than|not later than|on or before|by or before|not after",
    "until": "till|til|up until",
    "through": "thru",
    "if": "in case",
    "within": "up to|no more than|not more than|no longer than|not longer than|less than|under",
    "exceed": "more than|longer than|later than|beyond",
    "from": "not before|no earlier than|not earlier than|no sooner than|not sooner than|at least|as of"
    "|on or after|starting from|starting on|starting",
    "not": "instead of|rather than|too early|too soon|too late|too tight",
    "earliest": "at the earliest|at the very earliest|at earliest|or later|or after|or more|or longer"
    "|and later|or beyond|onwards|onward|at minimum|minimum",
    "latest": "at the latest|at the very latest|at latest|at the most|at most|at the outside|max"
    "|maximum|tops",
    "week-of": "the week of|week of|the week commencing|week commencing|the week starting|week starting"
    "|the week beginning|week beginning|w / c",
    "workday": "business day|working day|work day",
    "workdays": "business days|working days|work days",
    "about": "approx .|approx|ca .|circa|~",
    "couple": "a couple of|a couple|couple of",
    "few": "a few",
    "half": "and a half|and one half|and half",
    "time": "' time|from now|or so|or thereabouts",
    "day": "day's time",
    "week": "week's time|wk",
    "fortnight": "fortnight's time",
    "afterwards": "after that|after this|thereafter",
    "weeks": "wks",
    "month": "month's time",
    "hours": "hrs",
    "tomorrow": "tmrw|tomorow|tommorow|tommorrow",
    "today": "tonight|this afternoon|this evening|this morning",
    "fine": "no rush|no hurry|no problem|no worries|no doubt|not only|don't forget|dont forget|do not forget"
    "|don't worry|dont worry|do not worry",
    "before": "the day before|day before",
}
_FOLDS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _name, _spellings in _IDIOMS.items():
    for _spelling in _spellings.split("|"):
        _words = tuple(_spelling.split())
        _FOLDS.setdefault(_words[0], []).append((_words, _name))
for _folds in _FOLDS.values():
    _folds.sort(key=lambda fold: -len(fold[0]))

_SAME = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc", "-------'''")
_TOKEN = re.compile(
    # Digits are ASCII on purpose: those of other scripts are letters here, and mean nothing.
    r"[^\W0-9]\w*(?:'[^\W0-9]\w*)*"
    r"|(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[Tt][0-9:.,+Z-]*)?(?!\w)"
    r"|(?P<dotted>[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4})?)(?!\w|\.\w)"
    r"|(?P<unclear>[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}\.(?:0?[1-9]|1[0-2]))"
    r"(?![\w/-]|[.,:]\w)"
    r"|[0-9]+(?:[.,:/][0-9]+)+"  # a time, a version, a fraction: no number of anything
    r"|(?P<nth>[0-9]{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])(?!\w)"
    r"|(?P<number>[0-9]+)"
    r"|\S"
)


def tokenize(text: str) -> list[Token]:
    """The beginning of `text` as tokens. One that the limit cuts in two is left out."""
    tokens = []
    for found in _TOKEN.finditer(text[: LONGEST + 1].translate(_SAME)):
        written, group = found[0], found.lastgroup
        word = written.lower()
        if group:
            kinds = _digits(group, found[group])
        else:
            kinds = _LEXICON.get(word) or (_NAME if written[0].isupper() and len(word) > 1 else _NO_KINDS)
        tokens.append(Token(word, found.start(), found.end(), written[0].isupper(), kinds))
    if tokens and tokens[-1].end > LONGEST:
        tokens.pop()
    return _fold(tokens)


def _digits(group: str, digits: str) -> dict[str, int]:
    if group == "iso":
        return _full_date(*digits.split("-"))
    if group == "dotted":
        day, month, year = digits.split(".")
        return _full_date(year, month, day) if year else {"DOTTED": int(month) * 100 + int(day)}
    if group == "unclear":
        return {"UNCLEAR": 0}
    number = int(digits) if len(digits) <= 4 else 10_000
    kinds = {"DAY": number} if 1 <= number <= 31 and len(digits) <= 2 else {}
    if group == "nth":
        return kinds | {"NTH": number} if kinds else {}
    kinds["DIGITS"] = number
    if number <= 999:  # of any unit: more is no promise that somebody made
        kinds["NUMBER"] = number
    if len(digits) == 4:
        kinds["YEAR"] = number if FIRST_YEAR <= number <= LAST_YEAR else 0
    return kinds


def _full_date(year: str, month: str, day: str) -> dict[str, int]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return {"DATE": 0}
    return {"DATE": found.toordinal() if FIRST_YEAR <= found.year <= LAST_YEAR else 0}


def _fold(tokens: list[Token]) -> list[Token]:
    """The tokens with each idiom as one."""
    folded, at = [], 0
    while at < len(tokens):
        token, size = tokens[at], 1
        for idiom, name in _FOLDS.get(token.word, ()):
            if idiom == tuple([one.word for one in tokens[at : at + len(idiom)]]):
                size = len(idiom)
                end = tokens[at + size - 1].end
                token = Token(name, token.start, end, token.capital, _LEXICON.get(name, _NO_KINDS))
                break
        folded.append(token)
        at += size
    return folded
