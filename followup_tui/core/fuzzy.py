"""Fuzzy matching: the words of a query anywhere in a text, or its letters in their order.

Accents make no difference, and an umlaut may be written out: `jorg mueller` finds `Jörg Müller`. The time is
linear in the length of the text, whatever it holds: a search goes through every line of all notes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from followup_tui.core.text import fold_letters, spellings, write_out_umlauts

CACHED_TEXTS = 8192
"""How many folded texts are cached: the rows of a list, which each letter of a query searches again."""


class FuzzyMatch(NamedTuple):
    """How well a text matches a query, and which of its characters do."""

    score: float
    """From 0 (only the letters match, far apart) to 1 (the text begins with the query)."""
    positions: tuple[int, ...]
    """The indexes of the matching characters, ascending."""


class _Reading(NamedTuple):
    """A text as it may be typed, in lower case."""

    text: str
    spans: tuple[tuple[int, int], ...] | None = None
    """For each of its characters, where those of the original begin and end; None where they are the same."""

    def origins(self, indexes: Iterable[int]) -> Iterable[int]:
        """Return the indexes in the original of characters of this text."""
        if self.spans is None:
            return indexes
        return {origin for index in indexes for origin in range(*self.spans[index])}


class _LetterTable(dict[int, str]):
    """A table for `str.translate`, filled with the characters that are met."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        return folded


_PLAIN = _LetterTable(fold_letters)
_WRITTEN_OUT = _LetterTable(lambda letter: fold_letters(write_out_umlauts(letter)))
_ACCENTED = re.compile("(?s).[\u0300-\u036f]*")
_MARKS = re.compile("[\u0300-\u036f]")
_UMLAUTS = re.compile("[äöüåøÄÖÜÅØ\u0308\u030a]")


def fuzzy_match(query: str, text: str) -> FuzzyMatch | None:
    """Return how `text` matches `query`, ignoring case and accents; None if it does not or `query` is blank.

    Each word of the query has to be in the text; failing that, the letters of the query have to follow one
    another in it, as `acr` in `Acme Robotics`.
    """
    words, readings = [spellings(word) for word in query.split()], _readings(text)
    if not words:
        return None
    positions: set[int] = set()
    score = 0.0
    for word in words:
        found = [match for reading in readings for typed in word if (match := _match_word(typed, reading))]
        if not found:
            letters = "".join(typed[0] for typed in words)
            matches = (_match_letters(letters, reading) for reading in readings)
            return next((match for match in matches if match is not None), None)
        best = max(found, key=lambda match: match.score)
        positions.update(best.positions)
        score += best.score
    return FuzzyMatch(score / len(words), tuple(sorted(positions)))


@lru_cache(CACHED_TEXTS)
def _readings(text: str) -> tuple[_Reading, ...]:
    """Return the ways in which a text may be typed."""
    if text.isascii():
        return (_Reading(text.lower()),)
    plain = _reading(text, _PLAIN)
    return (plain, _reading(text, _WRITTEN_OUT)) if _UMLAUTS.search(text) else (plain,)


def _reading(text: str, table: _LetterTable) -> _Reading:
    folded = text.translate(table)
    # A letter may become several, an accent of its own none: else the indexes are those of the text.
    if len(folded) == len(text) and not _MARKS.search(text):
        return _Reading(folded)
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in _ACCENTED.finditer(text):
        typed = unicodedata.normalize("NFC", found[0]).translate(table)
        letters.append(typed)
        spans.extend([found.span()] * len(typed))
    return _Reading("".join(letters), tuple(spans))


def _match_word(word: str, reading: _Reading) -> FuzzyMatch | None:
    at, starts_word = _find_word(word, reading.text)
    if at < 0:
        return None
    score = 1.0 if at == 0 else 0.9 if starts_word else 0.6
    return FuzzyMatch(score, tuple(reading.origins(range(at, at + len(word)))))


def _find_word(word: str, text: str) -> tuple[int, bool]:
    """Return the index of `word`, best at the beginning of a word, and whether it is there; -1 if nowhere."""
    first = at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return at, True
        at = text.find(word, at + 1)
    return first, False


def _match_letters(letters: str, reading: _Reading) -> FuzzyMatch | None:
    text = reading.text
    positions: list[int] = []
    at = -1
    for letter in letters:
        nearest = text.find(letter, at + 1)
        if nearest < 0:
            return None
        # A beginning of a word is preferred to the nearest such letter, if the others still follow it.
        start = nearest
        while start >= 0 and start != at + 1 and text[start - 1].isalnum():
            start = text.find(letter, start + 1)
        rest = letters[len(positions) + 1 :]
        at = start if start >= 0 and _follow_each_other(rest, text, start + 1) else nearest
        positions.append(at)
    spread = positions[-1] - positions[0] + 1
    return FuzzyMatch(0.5 * len(letters) / spread, tuple(sorted(reading.origins(positions))))


def _follow_each_other(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
