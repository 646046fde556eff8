"""Lines that say the same, as where an editor cut off blanks or changed quotes: they are no two versions."""

from collections.abc import Iterable, Sequence

from followup_tui.core.merge.marked_blocks import Chunk
from followup_tui.core.notes.signs import find_sign

_MARKS = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")
"""Typographic marks -> those of a keyboard."""


def spelled_alike(
    base: Iterable[Chunk] | None, first: Sequence[Chunk], second: Sequence[Chunk]
) -> tuple[list[Chunk], list[Chunk]]:
    """Return the lines of both sides, with the shorter spelling of lines that say the same.

    A line that is as in the base is left as it is: the other side changed it, and its spelling counts.
    """
    kept = set(base or ())
    spellings: dict[str, str] = {}
    for line in (*first, *second):
        if isinstance(line, str) and line not in kept:
            key = spelling_key(line)
            spellings[key] = min(line, spellings.get(key, line), key=lambda text: (len(text), text))

    def spelled(line: Chunk) -> Chunk:
        return line if not isinstance(line, str) or line in kept else spellings[spelling_key(line)]

    return [spelled(line) for line in first], [spelled(line) for line in second]


def spelling_key(line: str) -> str:
    """Return a key that is equal for lines that differ only in blanks and marks, their indent apart."""
    body = line.lstrip()
    indent = line[: len(line) - len(body)]
    if body and find_sign(body[0]):
        body = f"{body[0]} {body[1:]}"
    return indent + " ".join(body.translate(_MARKS).split()) if body else ""
