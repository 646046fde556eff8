"""What the parser of TOML is not given to read: it would take seconds, or end in an error of its own.

Strings and comments are no part of this: notes may hold as many brackets, dots and digits as they like.
"""

import re

from followup_tui.storage.toml.errors import Problem

DEEPEST = 100
"""How deep arrays and inline tables may be nested, and how many parts a dotted key may have (ours)."""
MOST_DIGITS = 1300
"""How many digits a decimal number may have (ours): Python reads 4,300, we write 4,096 bits."""

# One that is never closed reaches to the end: so the time stays in proportion to the length.
_PASSED_OVER = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)
_BRACKET = re.compile(r"[\[\]{}]")
_DIGITS = re.compile(rf"(?<![\d_])[\d_]{{{MOST_DIGITS + 1}}}")
_BETWEEN_KEYS = re.compile(r"[=,\[\]{}\n]")


def exceeded_limit(text: str) -> Problem | None:
    """The first thing in `text` that the parser should not see; None where there is nothing of that."""
    # A name in place of each string: a quoted part of a key stays a part.
    bare = _PASSED_OVER.sub("s", text)
    if not (_too_deep(bare) or _too_dotted(bare) or _DIGITS.search(bare)):
        return None
    # Once more with all lines in their places, to name the line.
    bare = _PASSED_OVER.sub(lambda found: "s" + "\n" * found[0].count("\n"), text)
    found = []
    if at := _too_deep(bare):
        found.append((at, "it is nested too deep"))
    if at := _too_dotted(bare):
        found.append((at, f"a key has more than {DEEPEST} parts"))
    if digits := _DIGITS.search(bare):
        found.append((digits.start() + 1, "a number is too long"))
    at, words = min(found)
    return Problem(bare.count("\n", 0, at) + 1, words)


def _too_deep(bare: str) -> int:
    """Behind which character it is nested too deep; 0 where it never is."""
    depth = 0
    for found in _BRACKET.finditer(bare):
        if found[0] in "[{":
            depth += 1
            if depth > DEEPEST:
                return found.end()
        elif depth:
            depth -= 1
    return 0


def _too_dotted(bare: str) -> int:
    """Within which character's reach a key has too many parts; 0 where none has."""
    at = 0
    for line in bare.split("\n"):
        if line.count(".") >= DEEPEST and any(
            piece.count(".") >= DEEPEST for piece in _BETWEEN_KEYS.split(line)
        ):
            return at + 1
        at += len(line) + 1
    return 0
