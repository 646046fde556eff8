"""A text as tokens: its words, numbers, signs and idioms, each with what it can mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup_tui.core.dates.lexicon import IDIOMS, LEXICON
from followup_tui.core.dates.spelling import correct
from followup_tui.core.dates.years import is_accepted_year

MAX_LENGTH = 1000
"""Characters of a text that are examined (ours): enough for any line, and a bound on the time it takes."""


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word, number or sign of a text, or one idiom of several words."""

    word: str
    """In lower case, with plain dashes and apostrophes; an idiom by its name."""
    start: int
    end: int
    capital: bool
    kinds: Mapping[str, int]
    """What it can mean: kind (WEEKDAY, MONTH, NUMBER, …) -> value; 0 for a DATE or YEAR that is not valid."""


_NO_KINDS: dict[str, int] = {}
"""What a word that is not in the lexicon can mean: nothing."""
_NAME = {"NAME": 0}
"""What such a word can mean if it begins with a capital: a name."""
_SPELLINGS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""First word of an idiom -> its spellings, the longest first, each with the idiom's name."""
for _name, _spellings in IDIOMS.items():
    for _spelling in _spellings.split("|"):
        _words = tuple(_spelling.split())
        _SPELLINGS.setdefault(_words[0], []).append((_words, _name))
for _list in _SPELLINGS.values():
    _list.sort(key=lambda spelling: -len(spelling[0]))

_SAME = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc", "-------'''")
"""The hyphens, dashes, minuses and apostrophes of Unicode -> those of ASCII."""
_TOKEN = re.compile(
    # Digits are ASCII on purpose: those of other scripts are letters here, and mean nothing.
    r"[^\W0-9]\w*(?:'[^\W0-9]\w*|\.(?:com|io|ai|org|net|dev|app)\b)*"
    r"|(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[Tt][0-9:.,+Z-]*)?(?!\w)"
    r"|(?P<dotted>[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})?)(?!\w|\.\w)"
    r"|(?P<unclear>[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}\.(?:0?[1-9]|1[0-2]))"
    r"(?![\w/-]|[.,:]\w)"
    r"|[0-9]+(?:[.,:/][0-9]+)+"  # a time, a version, a fraction: no number of anything
    r"|(?P<nth>[0-9]{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])(?!\w)"
    r"|(?P<number>[0-9]+)"
    r"|\S"
)
"""One token; digits are told apart by the named group that they match, see `_digits`."""


def tokenize(text: str) -> list[Token]:
    """Return the tokens of the first `MAX_LENGTH` characters of `text`, without one that is cut in two."""
    tokens = []
    for found in _TOKEN.finditer(text[: MAX_LENGTH + 1].translate(_SAME)):
        written, group = found[0], found.lastgroup
        word = written.lower()
        if group:
            kinds = _digits(group, found[group])
        else:
            word = correct(word)
            kinds = LEXICON.get(word) or (_NAME if written[0].isupper() and len(word) > 1 else _NO_KINDS)
        tokens.append(Token(word, found.start(), found.end(), written[0].isupper(), kinds))
    if tokens and tokens[-1].end > MAX_LENGTH:
        tokens.pop()
    return _join_idioms(tokens)


def is_spaced_dash(tokens: list[Token], at: int) -> bool:
    """Return whether a dash with a blank before it is at that token: it ends a clause."""
    return tokens[at].word == "-" and at > 0 and tokens[at - 1].end < tokens[at].start


def _digits(group: str, digits: str) -> dict[str, int]:
    """Return what digits can mean, by the group of `_TOKEN` that they matched."""
    if group == "iso":
        return _full_date(*digits.split("-"))
    if group == "dotted":
        day, month, year = digits.split(".")
        return _dated(year, month, day) if year else {"DOTTED": int(month) * 100 + int(day)}
    if group == "unclear":
        return _numeric_date(digits)
    number = int(digits) if len(digits) <= 4 else 10_000  # too many for anything below
    kinds = {"DAY": number} if 1 <= number <= 31 and len(digits) <= 2 else {}
    if group == "nth":
        return kinds | {"NTH": number} if kinds else {}
    kinds["DIGITS"] = number
    if number <= 999:  # of any unit: more is not a promise that somebody made
        kinds["NUMBER"] = number
    if len(digits) == 4:
        kinds["YEAR"] = number if is_accepted_year(number) else 0
    return kinds


def _numeric_date(digits: str) -> dict[str, int]:
    """Return what `30/11` can mean: a date where it can be only one day, else UNCLEAR."""
    numbers = digits.split("-" if re.fullmatch("[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}", digits) else "/")
    if len(numbers) == 1 or len(numbers[0]) > 2 or digits == "24/7":
        return {"UNCLEAR": 0}
    first, second = int(numbers[0]), int(numbers[1])
    range_of_days = {"DAYS": first * 100 + second} if 1 <= first < second <= 31 else {}
    is_either_month = first != second and max(first, second) <= 12
    if is_either_month or min(first, second) > 12 or max(first, second) > 31:
        return {"UNCLEAR": 0} | range_of_days
    day, month = max(first, second), min(first, second)
    if len(numbers) == 3:
        return _dated(numbers[2], str(month), str(day)) if len(numbers[2]) != 3 else {"UNCLEAR": 0}
    return {"DOTTED": month * 100 + day} | range_of_days


def _dated(year: str, month: str, day: str) -> dict[str, int]:
    """Return a date whose year is written in full, or SHORT, one with the last two digits of it."""
    if len(year) == 4:
        return _full_date(year, month, day)
    kinds = _full_date(f"20{year}", month, day)
    return {"SHORT": kinds["DATE"]} if kinds["DATE"] else {"UNCLEAR": 0}


def _full_date(year: str, month: str, day: str) -> dict[str, int]:
    try:
        named = date(int(year), int(month), int(day))
    except ValueError:
        return {"DATE": 0}
    return {"DATE": named.toordinal() if is_accepted_year(named.year) else 0}


def _join_idioms(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each idiom, and each repeated number ("five (5)"), as one."""
    joined, at = [], 0
    while at < len(tokens):
        token, size = tokens[at], 1
        for words, name in _SPELLINGS.get(token.word, ()):
            if words == tuple([part.word for part in tokens[at : at + len(words)]]):
                size = len(words)
                end = tokens[at + size - 1].end
                token = Token(name, token.start, end, token.capital, LEXICON.get(name, _NO_KINDS))
                break
        else:
            if _is_repeated(tokens, at):
                size = 4
                token = Token(token.word, token.start, tokens[at + 3].end, token.capital, token.kinds)
        joined.append(token)
        at += size
    return joined


def _is_repeated(tokens: list[Token], at: int) -> bool:
    """Return whether the number at that token is repeated in brackets, as contracts do."""
    if "NUMBER" not in tokens[at].kinds or at + 3 >= len(tokens):
        return False
    opening, repeated, closing = tokens[at + 1 : at + 4]
    return (opening.word, closing.word) == ("(", ")") and repeated.kinds.get("NUMBER") == tokens[at].kinds[
        "NUMBER"
    ]
