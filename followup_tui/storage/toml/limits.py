"""Limits of what the TOML parser is given: beyond them it takes seconds, or fails with an error of its own.

Strings and comments do not count: notes may hold as many brackets, dots and digits as they like.
"""

import re

from followup_tui.storage.toml.errors import STRING_OR_COMMENT, Problem

MAX_DEPTH = 100
"""How deep arrays and inline tables may be nested, and how many parts a dotted key may have (ours)."""
MAX_DIGITS = 1300
"""How many digits a decimal number may have (ours): Python reads 4,300, we write 4,096 bits."""

TOO_DEEP, TOO_LONG = "this is nested too deeply", "a number is too long"
"""What is wrong beyond the limits."""
_BRACKET = re.compile(r"[\[\]{}]")
_DIGITS = re.compile(rf"(?<![\d_])[\d_]{{{MAX_DIGITS + 1}}}")
"""Digits that are too many for a number."""
_KEY_BOUNDARY = re.compile(r"[=,\[\]{}\n]")


def exceeded_limit(text: str) -> Problem | None:
    """Return the first problem with a limit in `text`; None if the parser can read it."""
    # Each string becomes a name: a quoted part of a key is still a part.
    bare = STRING_OR_COMMENT.sub("s", text)
    if not (_too_deep(bare) or _too_dotted(bare) or _DIGITS.search(bare)):
        return None
    # Once more with all line breaks, to find the line.
    bare = STRING_OR_COMMENT.sub(lambda found: "s" + "\n" * found[0].count("\n"), text)
    problems = []
    if at := _too_deep(bare):
        problems.append((at, TOO_DEEP))
    if at := _too_dotted(bare):
        problems.append((at, f"a key has more than {MAX_DEPTH} parts"))
    if digits := _DIGITS.search(bare):
        problems.append((digits.start() + 1, TOO_LONG))
    at, reason = min(problems)
    return Problem(bare.count("\n", 0, at) + 1, reason)


def _too_deep(bare: str) -> int:
    """Return the offset after the bracket that is nested too deep; 0 if none is."""
    depth = 0
    for found in _BRACKET.finditer(bare):
        if found[0] in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return found.end()
        elif depth:
            depth -= 1
    return 0


def _too_dotted(bare: str) -> int:
    """Return an offset in the line (counted from 1) whose key has too many parts; 0 if none has."""
    if bare.count(".") < MAX_DEPTH:
        return 0
    at = 0
    for line in bare.split("\n"):
        if line.count(".") >= MAX_DEPTH and any(
            piece.count(".") >= MAX_DEPTH for piece in _KEY_BOUNDARY.split(line)
        ):
            return at + 1
        at += len(line) + 1
    return 0
