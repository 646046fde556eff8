"""Regular expressions that cost nothing until they are used: to compile those of `cues` takes 13 ms."""

import re
from functools import cached_property

_LINE_BREAK = re.compile(r"\n *")


class LazyRegex:
    """A regular expression that is compiled when it is first used.

    A line break and the blanks after it count for nothing, so that a long one can be on several lines.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(_LINE_BREAK.sub("", self.pattern))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in `text`, as `re.search` does."""
        return self._compiled.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of all of `text`, as `re.fullmatch` does."""
        return self._compiled.fullmatch(text)

    def sub(self, replacement: str, text: str) -> str:
        """Return `text` with each match replaced, as `re.sub` does."""
        return self._compiled.sub(replacement, text)
