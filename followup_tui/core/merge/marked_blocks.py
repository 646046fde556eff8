"""Marked blocks in notes: the versions of lines that were changed in two places.

[two versions of the next lines: keep what is right]
> decision by Friday
[or]
> decision by Monday
[end of the two versions]
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

OPEN = "[two versions of the next lines: keep what is right]"
OR = "[or]"
CLOSE = "[end of the two versions]"
MARKS = frozenset((OPEN, OR, CLOSE))

Version = tuple[str, ...]
Chunk = str | tuple[Version, ...]
"""A line, or a marked block with its versions."""


def split_blocks(text: str) -> list[Chunk]:
    """Return the lines of a text; each complete marked block is one chunk."""
    body = text.rstrip("\n")
    lines = body.split("\n") if body else []
    chunks: list[Chunk] = []
    position = 0
    while position < len(lines):
        block, length = _parse_block(lines, position)
        chunks.append(block or lines[position])
        position += length
    return chunks


def _parse_block(lines: Sequence[str], start: int) -> tuple[tuple[Version, ...], int]:
    """Return the versions of a complete marked block at `start`, and its length; if there is none, (), 1."""
    if lines[start] != OPEN:
        return (), 1
    marks = (number for number in range(start + 1, len(lines)) if lines[number] in (OPEN, CLOSE))
    end = next(marks, None)
    if end is None or lines[end] == OPEN:
        return (), 1
    parts = groupby(lines[start + 1 : end], key=lambda line: line == OR)
    versions = tuple(tuple(part) for is_mark, part in parts if not is_mark)
    return (versions, end - start + 1) if versions else ((), 1)


def to_lines(chunks: Iterable[Chunk]) -> list[str]:
    """Return chunks as lines, blocks with their marks."""
    lines: list[str] = []
    for chunk in chunks:
        if isinstance(chunk, str):
            lines.append(chunk)
        else:
            lines.append(OPEN)
            for number, version in enumerate(chunk):
                lines += [OR, *version] if number else version
            lines.append(CLOSE)
    return lines


def versions_in(chunks: Sequence[Chunk]) -> Iterator[Version]:
    """Yield the lines with the first version of each marked block, with the second, and so on."""
    choices = [((chunk,),) if isinstance(chunk, str) else chunk for chunk in chunks]
    for number in range(max(map(len, choices))):
        parts = (choice[min(number, len(choice) - 1)] for choice in choices)
        yield tuple(line for part in parts for line in part if line not in MARKS)
