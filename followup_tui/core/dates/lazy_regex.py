"""Regular expressions that cost nothing until they are used: to compile all those of dates takes 40 ms."""

import re
from collections.abc import Callable
from functools import cached_property

_LINE_BREAK = re.compile(r"\n *")


class LazyRegex:
    """A regular expression that is compiled when it is first used.

    A line break and the blanks after it count for nothing, so that a long one can be on several lines. Its
    methods are those of `re.Pattern`.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(_LINE_BREAK.sub("", self.pattern))

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """The search for the first match in a text."""
        return self.compiled.search

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """The match of all of a text."""
        return self.compiled.fullmatch

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """The replacement of each match in a text; it takes what stands for it, and the text."""
        return self.compiled.sub
