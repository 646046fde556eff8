"""Finding by a few letters: words of the query anywhere in the text, or its letters in their order.

Linear in the length of the text, whatever stands in it: a search goes through every line of every note.
"""

from typing import NamedTuple


class FuzzyMatch(NamedTuple):
    """How well a text fits a query, and the characters of the text that do."""

    score: float
    """From 0 (only the letters fit, far apart) to 1 (the text begins with the query)."""
    positions: tuple[int, ...]
    """The indexes of the characters that fit, in their order."""


def fuzzy_match(query: str, text: str) -> FuzzyMatch | None:
    """Where `text` fits `query`, in any case of letters; None where it does not, or the query is blank.

    Each word of the query stands somewhere in the text; failing that, the letters of the query follow one
    another in the text, as `acr` in `Acme Robotics`.
    """
    words, folded = _fold(query).split(), _fold(text)
    if not words:
        return None
    positions: set[int] = set()
    score = 0.0
    for word in words:
        at, starts_word = _best(word, folded)
        if at < 0:
            return _letters("".join(words), folded)
        positions.update(range(at, at + len(word)))
        score += 1.0 if at == 0 else 0.9 if starts_word else 0.6
    return FuzzyMatch(score / len(words), tuple(sorted(positions)))


def _fold(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    # Letter by letter: an index in the folded text is one in the text.
    return "".join(one if len(low := one.lower()) != 1 else low for one in text)


def _best(word: str, text: str) -> tuple[int, bool]:
    """Where `word` stands, best at the beginning of a word, and whether it does so; -1: nowhere."""
    first = at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return at, True
        at = text.find(word, at + 1)
    return first, False


def _letters(letters: str, text: str) -> FuzzyMatch | None:
    positions: list[int] = []
    at = -1
    for letter in letters:
        # The beginning of a word is preferred to the very next letter of that kind.
        near = text.find(letter, at + 1)
        if near < 0:
            return None
        start = near
        while start >= 0 and start != at + 1 and text[start - 1].isalnum():
            start = text.find(letter, start + 1)
        at = start if start >= 0 and _follows(letters[len(positions) + 1 :], text, start + 1) else near
        positions.append(at)
    spread = positions[-1] - positions[0] + 1
    return FuzzyMatch(0.5 * len(letters) / spread, tuple(positions))


def _follows(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
