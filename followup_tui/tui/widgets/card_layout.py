"""The lines of a recall card for a width and a height: what matters of every section stands at the top.

A card that is too high for its room begins with a part of each section, and a label counts what is left out.
That follows in full below, so that nothing is lost to who scrolls.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from followup_tui.core.rules.recall_text import NO_ANSWER_YET, Section
from followup_tui.tui.widgets.styled_lines import Span, Tone, wrap_words

Line = tuple[Span, ...]

LABEL_WIDTH = 10
"""The cells for a label in front of the lines, with how many of them are left out."""
MIN_WIDTH = 60
"""From how many cells on the labels stand in front of the lines; else above them, if all fits that way."""
INDENT = "  "
IN_FULL = "In full"
"""The heading of what is left out of the sections above."""
_TONES = (
    (re.compile(r"^[^·→]+(?= · )|^(?:you|they)(?=[:,])"), Tone.STRONG),
    (re.compile(rf"(?<=→ ){NO_ANSWER_YET}$|(?<=; )another figure: .*"), Tone.DUE),
    (re.compile(r"(?<=→ ).*"), Tone.GOOD),
)
"""The parts of a line that stand out, the first match of a character counts."""


def lay_out(sections: Sequence[Section], width: int, height: int) -> tuple[Line, ...]:
    """Return the lines of a card; no line is wider than `width`."""
    if width < MIN_WIDTH and len(stacked := tuple(_stacked(sections, width))) <= height:
        return stacked
    room = max(10, width - LABEL_WIDTH)
    blocks = [[_wrapped(line, room) for line in section.lines] for section in sections]
    full = [_labelled(section.label, _joined(block)) for section, block in zip(sections, blocks, strict=True)]
    used = sum(map(len, full))
    if used <= height:
        gap: list[Line] = [()] if used + len(full) - 1 <= height else []
        return tuple(line for number, part in enumerate(full) for line in (*(gap if number else ()), *part))
    top, rest = [], []
    for section, block, rows in zip(sections, blocks, _shares([*map(_height, blocks)], height), strict=True):
        shown = _fitted(block, rows)
        cut = [whole for whole, part in zip(block, shown, strict=False) if part != whole]
        left_out = [*cut, *block[len(shown) :]]
        top += _labelled(section.label, _joined(shown), len(left_out))
        if left_out:
            rest += _labelled(section.label, _joined(left_out))
    heading = (Span(f"{IN_FULL} ", Tone.MUTED), Span("─" * max(0, width - len(IN_FULL) - 1), Tone.MUTED))
    return (*top, heading, *rest)


def _stacked(sections: Iterable[Section], width: int) -> Iterator[Line]:
    for number, section in enumerate(sections):
        if number:
            yield ()
        yield (Span(section.title, Tone.TITLE),)
        yield from _joined(_wrapped(line, width) for line in section.lines)


def _joined(blocks: Iterable[Sequence[Line]]) -> list[Line]:
    return [line for block in blocks for line in block]


def _height(blocks: Iterable[Sequence[Line]]) -> int:
    return sum(map(len, blocks))


def _labelled(label: str, lines: Sequence[Line], left_out: int = 0) -> list[Line]:
    """Return lines with a label in front; below it, or after it where there is one line, what is left out."""
    more = f"+{left_out}" if left_out else ""
    if more and len(lines) == 1:
        label, more = f"{label[: LABEL_WIDTH - len(more) - 2]} {more}", ""
    fronts = [Span(label.ljust(LABEL_WIDTH), Tone.TITLE), Span(more.ljust(LABEL_WIDTH), Tone.MUTED)]
    gap = Span(" " * LABEL_WIDTH)
    return [(fronts[number] if number < 2 else gap, *line) for number, line in enumerate(lines)]


def _shares(needed: Sequence[int], height: int) -> list[int]:
    """Return how many lines each section has: one at least, the others in turns as long as there are any."""
    shares = [1] * len(needed)
    left = height - len(needed)
    while left > 0 and any(share < need for share, need in zip(shares, needed, strict=True)):
        for number, need in enumerate(needed):
            if left > 0 and shares[number] < need:
                shares[number] += 1
                left -= 1
    return shares


def _fitted(blocks: Sequence[Sequence[Line]], rows: int) -> list[list[Line]]:
    """Return the first blocks in so many rows: as many of them as there are rows, each cut if need be."""
    shares = _shares([len(block) for block in blocks[:rows]], rows)
    return [
        [*block[: share - 1], _cut(block[share - 1])] if share < len(block) else list(block)
        for block, share in zip(blocks, shares, strict=False)
    ]


def _cut(line: Line) -> Line:
    """Return the line with `…` at its end: more follows."""
    return (*line[:-1], line[-1]._replace(text=f"{line[-1].text.rstrip(' ,;·→')}…"))


def _wrapped(text: str, width: int) -> list[Line]:
    """Return a text in toned lines of at most `width` cells, one less where it may be cut.

    All lines but the first are indented, so that one sees where the next text begins.
    """
    text = " ".join(text.split())
    tones = [Tone.PLAIN] * len(text)
    for pattern, tone in _TONES:
        for found in pattern.finditer(text):
            for at in range(*found.span()):
                tones[at] = tone if tones[at] is Tone.PLAIN else tones[at]
    first = wrap_words(text, width - 1)[0]
    rest = text[len(first) :].strip()
    lines, start = [], 0
    for piece in (first, *(wrap_words(rest, width - 1 - len(INDENT)) if rest else ())):
        start = text.index(piece, start)
        toned = groupby(range(start, start + len(piece)), key=tones.__getitem__)
        spans = (Span("".join(text[at] for at in part), tone) for tone, part in toned)
        lines.append((Span(INDENT), *spans) if start else tuple(spans))
        start += len(piece)
    return lines
