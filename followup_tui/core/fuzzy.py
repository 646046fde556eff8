"""Fuzzy matching: the words of a query anywhere in a text, or its letters in their order.

Linear in the length of the text, whatever it holds: a search goes through every line of all notes.
"""

from typing import NamedTuple


class FuzzyMatch(NamedTuple):
    """How well a text matches a query, and which of its characters do."""

    score: float
    """From 0 (only the letters match, far apart) to 1 (the text begins with the query)."""
    positions: tuple[int, ...]
    """The indexes of the matching characters, ascending."""


def fuzzy_match(query: str, text: str) -> FuzzyMatch | None:
    """Return how `text` matches `query`, ignoring case; None if it does not, or if the query is blank.

    Each word of the query has to be in the text; failing that, the letters of the query have to follow one
    another in it, as `acr` in `Acme Robotics`.
    """
    words, folded = _fold(query).split(), _fold(text)
    if not words:
        return None
    positions: set[int] = set()
    score = 0.0
    for word in words:
        at, starts_word = _find_word(word, folded)
        if at < 0:
            return _match_letters("".join(words), folded)
        positions.update(range(at, at + len(word)))
        score += 1.0 if at == 0 else 0.9 if starts_word else 0.6
    return FuzzyMatch(score / len(words), tuple(sorted(positions)))


def _fold(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # Character by character: an index into the folded text has to be one into the text.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _find_word(word: str, text: str) -> tuple[int, bool]:
    """Return the index of `word`, best at the beginning of a word, and whether it is there; -1 if nowhere."""
    first = at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return at, True
        at = text.find(word, at + 1)
    return first, False


def _match_letters(letters: str, text: str) -> FuzzyMatch | None:
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
    return FuzzyMatch(0.5 * len(letters) / spread, tuple(positions))


def _follow_each_other(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
