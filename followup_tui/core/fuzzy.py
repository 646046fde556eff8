"""Fuzzy matching: the words of a query anywhere in a text, or its letters in their order.

Accents make no difference, and an umlaut may be written out: `jorg mueller` finds `Jörg Müller`. The time is
linear in the length of the text, whatever it holds: a search goes through every line of all notes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from followup_tui.core.text import UMLAUTS, fold_letters, write_out_umlauts

CACHED_TEXTS = 8192
"""How many folded texts are cached: the rows of a list, which each letter of a query searches again."""


class FuzzyMatch(NamedTuple):
    """How well a text matches a query, and which of its characters do."""

    score: float
    """From 0 (only the letters match, far apart) to 1 (the text begins with the words of the query)."""
    indexes: tuple[int, ...]
    """The indexes of the matching characters, ascending."""


class _Reading(NamedTuple):
    """A text as it may be typed, in lower case."""

    text: str
    original: str
    fold: Callable[[str], str]

    def origins(self, indexes: Iterable[int]) -> Iterable[int]:
        """Return the indexes in the original of characters of this text."""
        # A letter may become several, an accent of its own none: else the indexes are the same.
        if len(self.text) == len(self.original) and not _MARKS.search(self.original):
            return indexes
        spans = self._spans()
        return {origin for index in indexes for origin in range(*spans[index])}

    def _spans(self) -> list[tuple[int, int]]:
        """Return for each character where those of the original begin and end."""
        spans: list[tuple[int, int]] = []
        end = 0
        for found in _NOT_ASCII.finditer(self.original):
            start = found.start()
            spans += zip(range(end, start), range(end + 1, start + 1), strict=True)
            end = found.end()
            spans += [(start, end)] * len(_folded(found[0], self.fold))
        size = len(self.original)
        spans += zip(range(end, size), range(end + 1, size + 1), strict=True)
        return spans


_plain = lru_cache(None)(fold_letters)


@lru_cache(None)
def _written_out(letter: str) -> str:
    return fold_letters(write_out_umlauts(letter))


_START_SCORE, _WORD_SCORE, _INSIDE_SCORE = 1.0, 0.9, 0.6
"""What a word scores at the beginning of a text, at that of a word in it, and inside a word."""
_UNFINISHED = 0.02
"""What a word loses that is only the beginning of the one it is found at: `Dan` before `Dana`."""
_NOT_ASCII = re.compile("(?s).[\u0300-\u036f]+|[^\0-\x7f]")
"""A character that is not ASCII, or any character with its combining marks."""
_MARKS = re.compile("[\u0300-\u036f]")
"""A combining mark: an accent of its own."""
_UMLAUTS = re.compile(f"[{''.join(UMLAUTS)}{''.join(UMLAUTS).upper()}\u0308\u030a]")
"""A letter that may be written out as two, or a mark that makes a letter one."""


def fuzzy_match(query: str, text: str) -> FuzzyMatch | None:
    """Return how `text` matches `query`, ignoring case and accents; None if it does not or `query` is blank.

    Each word of the query has to be in the text; failing that, the letters of the query have to follow one
    another in it, as `acr` in `Acme Robotics`.
    """
    words, readings = _typed_words(query), _readings(text)
    if not words:
        return None
    indexes: set[int] = set()
    score = 0.0
    for word in words:
        hits = (_find_word(typed, reading) for reading in readings for typed in word)
        best = max(hits, key=attrgetter("score"))
        if best.start < 0:
            letters = "".join(typed[0] for typed in words)
            matches = (_match_letters(letters, reading) for reading in readings)
            return next((match for match in matches if match is not None), None)
        indexes.update(best.reading.origins(range(best.start, best.end)))
        score += best.score
    return FuzzyMatch(score / len(words), tuple(sorted(indexes)))


@lru_cache(1)
def _typed_words(query: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(dict.fromkeys(reading.text for reading in _readings(word))) for word in query.split())


@lru_cache(CACHED_TEXTS)
def _readings(text: str) -> tuple[_Reading, ...]:
    """Return the ways in which a text may be typed: without accents, and with its umlauts written out."""
    if text.isascii():
        return (_Reading(text.lower(), text, _plain),)
    plain = _Reading(_folded(text, _plain), text, _plain)
    if not _UMLAUTS.search(text):
        return (plain,)
    return (plain, _Reading(_folded(text, _written_out), text, _written_out))


def _folded(text: str, fold: Callable[[str], str]) -> str:
    """Return `text` in lower case, with `fold` applied to each character that is not ASCII."""
    return _NOT_ASCII.sub(lambda found: fold(unicodedata.normalize("NFC", found[0])), text).lower()


class _Occurrence(NamedTuple):
    """Where a word of a query is in a reading of a text, and how well that fits."""

    reading: _Reading
    start: int
    """The index of its first character; -1 where it is nowhere."""
    end: int
    score: float


def _find_word(word: str, reading: _Reading) -> _Occurrence:
    """Return the best place of a word: the beginning of the text, that of a word, else the first."""
    text = reading.text
    first = at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            end = at + len(word)
            score = (_WORD_SCORE if at else _START_SCORE) - (
                _UNFINISHED if text[end : end + 1].isalnum() else 0
            )
            return _Occurrence(reading, at, end, score)
        at = text.find(word, at + 1)
    return _Occurrence(reading, first, first + len(word), _INSIDE_SCORE if first >= 0 else 0.0)


def _match_letters(letters: str, reading: _Reading) -> FuzzyMatch | None:
    """Return where the letters are in a text in their order, at beginnings of words where they can."""
    text = reading.text
    indexes: list[int] = []
    at = -1
    for letter in letters:
        nearest = text.find(letter, at + 1)
        if nearest < 0:
            return None
        # A beginning of a word is preferred to the nearest such letter, if the others still follow it.
        start = nearest
        while start >= 0 and start != at + 1 and text[start - 1].isalnum():
            start = text.find(letter, start + 1)
        rest = letters[len(indexes) + 1 :]
        at = start if start >= 0 and _follow_each_other(rest, text, start + 1) else nearest
        indexes.append(at)
    spread = indexes[-1] - indexes[0] + 1
    return FuzzyMatch(0.5 * len(letters) / spread, tuple(sorted(reading.origins(indexes))))


def _follow_each_other(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
