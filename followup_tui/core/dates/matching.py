"""Patterns of tokens, and what fits them in a text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from followup_tui.core.dates.resolve import Captures, Resolver
from followup_tui.core.dates.tokens import Token

PUNCTUATION = frozenset(",;.:!?)]\"-…”»'/(@|*&=·•")
_NEAR_DAYS = {"today", "tomorrow"}
_DAY_KINDS = {"WEEKDAY", "DAY", "MONTH", "DATE", "WHICH"}


@dataclass(slots=True, eq=False, repr=False)
class Match:
    """Tokens that fit a pattern, with the words around them."""

    tokens: list[Token]
    start: int
    """Index of the first of the words that lead to it: "by", "within about"."""
    core: int
    """Index of the first token that fits the pattern."""
    end: int
    linked: bool
    """Whether it is tied to a date before it: "Monday or Tuesday"."""
    captures: Captures
    pattern: "Pattern"

    @property
    def resolver(self) -> Resolver:
        """What turns it into days."""
        return self.pattern.resolver

    @property
    def is_earliest(self) -> bool:
        """Whether it is said to be the earliest day."""
        ahead = self.words_after(2)
        is_named = ahead[:1] == ["earliest"] or ahead in ([",", "earliest"], ["-", "earliest"])
        return "earliest" in self.lead or is_named

    @property
    def is_weekday(self) -> bool:
        """Whether it begins with a weekday, and names no month."""
        return "WEEKDAY" in self.tokens[self.core].kinds and "MONTH" not in self.captures

    @property
    def lead(self) -> frozenset[str]:
        """The words that lead to it."""
        return frozenset([token.word for token in self.tokens[self.start : self.core]])

    @property
    def core_words(self) -> list[str]:
        """The words that fit the pattern."""
        return [token.word for token in self.tokens[self.core : self.end]]

    @property
    def previous(self) -> str:
        """The word before all of it, or an empty string."""
        return self.tokens[self.start - 1].word if self.start else ""

    @property
    def following(self) -> str:
        """The word after it, or an empty string."""
        return self.tokens[self.end].word if self.end < len(self.tokens) else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the text."""
        return self.start == 0 and all(token.word in PUNCTUATION for token in self.tokens[self.end :])

    def words_after(self, count: int) -> list[str]:
        """Return the next `count` words after it, or what there is of them."""
        return [token.word for token in self.tokens[self.end : self.end + count]]

    def words_before(self, count: int) -> list[str]:
        """Return the last `count` words before it, or what there is of them."""
        return [token.word for token in self.tokens[max(self.start - count, 0) : self.start]]

    def may_be_day(self, at: int) -> bool:
        """Return whether a single day may be named at that token."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token is not None and (token.word in _NEAR_DAYS or not _DAY_KINDS.isdisjoint(token.kinds))


Guard = Callable[[Match], bool]
"""Returns whether tokens that fit a pattern are meant as a date where they are."""


@dataclass(slots=True, eq=False, repr=False)
class Pattern:
    """A sequence of words, when it counts as a date, and which days it means."""

    items: tuple[tuple[tuple[tuple[str, str], ...], bool], ...]
    """Choices for each word, and whether it may be missing.

    A choice (in capitals: a kind of words) stands with its kind, which is the choice without its number:
    `DAY2` is the second `DAY`.
    """
    guard: Guard
    resolver: Resolver


def parse_patterns(guard: Guard, resolver: Resolver, *patterns: str) -> Iterator[Pattern]:
    """Yield a pattern for each text: choices are split by `|`, what may be missing ends in `?`."""
    for pattern in patterns:
        items = []
        for item in pattern.split():
            choices = tuple((choice, choice.rstrip("2")) for choice in item.rstrip("?").split("|"))
            items.append((choices, item.endswith("?")))
        yield Pattern(tuple(items), guard, resolver)


class PatternTable:
    """Patterns in their order, indexed by what they may begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(patterns)
        self._starting: dict[str, set[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for choices, optional in pattern.items:
                for choice, _ in choices:
                    if choice not in PUNCTUATION:
                        self._starting.setdefault(choice, set()).add(number)
                if not optional:
                    break

    def fits(self, tokens: list[Token], core: int) -> list[tuple[Pattern, int, Captures]]:
        """Return the patterns that fit at that token, with their ends and captures, in the table's order."""
        if core >= len(tokens):
            return []
        token = tokens[core]
        starting = [self._starting[name] for name in (token.word, *token.kinds) if name in self._starting]
        if not starting:
            return []
        candidates = [self._patterns[number] for number in sorted(set[int]().union(*starting))]
        fits = [(pattern, _fit(pattern, tokens, core)) for pattern in candidates]
        return [(pattern, *fit) for pattern, fit in fits if fit]


def _fit(pattern: Pattern, tokens: list[Token], core: int) -> tuple[int, Captures] | None:
    """Return where the pattern ends and what it captures if it begins at that token."""
    captures: dict[str, int] = {}
    at = core
    for choices, optional in pattern.items:
        if at < len(tokens):
            word, kinds = tokens[at].word, tokens[at].kinds
            for choice, kind in choices:
                if choice == word or kind in kinds:
                    captures[choice] = kinds.get(kind, 0)
                    at += 1
                    break
            else:
                if not optional:
                    return None
        elif not optional:
            return None
    while tokens[at - 1].word == ",":
        at -= 1
    return at, captures
