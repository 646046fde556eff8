"""The lines of a recall card for a width and a height: what matters of every section is at the top.

A card that is too high for its room begins with a part of each section, and counts what is left out.
That follows in full below, so that nothing is lost to who scrolls.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len

from followup_tui.core.rules.recall_text import NO_ANSWER_YET, Section
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, width_of, wrap_words

LABEL_WIDTH = 10
"""The cells for a label in front of the lines, and for how many of them are left out below it."""
MIN_WIDTH = 60
"""The width in cells from which the labels are in front of the lines; else above them, if all fits so."""
INDENT = "  "
ARROW = " → "
"""The separator of a concern and its answer; on the phone, one needs the answer more than the concern."""
CONCERN_SHARE = 3
"""A concern is shortened down to one in this many parts of its room, however long the answer is."""
IN_FULL = "In full"
"""The heading of what is left out of the sections above."""
_TONES = (
    (re.compile(r"^[^·→]+(?= · )|^(?:you|they)(?=[:,])"), Tone.STRONG),
    (re.compile(r"(?<=^you, )late(?=,)"), Tone.LATE),
    (re.compile(rf"(?<=→ ){NO_ANSWER_YET}$|(?<=; )another figure: .*"), Tone.DUE),
    (re.compile(r"(?<=→ ).*"), Tone.GOOD),
)
"""The parts of a line that stand out; for each character, the first match counts."""


def lay_out(sections: Sequence[Section], width: int, height: int) -> tuple[StyledLine, ...]:
    """Return the lines of a card; no line is wider than `width`."""
    if width < MIN_WIDTH and len(stacked := tuple(_stacked(sections, width))) <= height:
        return stacked
    room = max(10, width - LABEL_WIDTH)
    blocks = [[_wrapped(line, room) for line in section.lines] for section in sections]
    full = [_labelled(section.label, _joined(block)) for section, block in zip(sections, blocks, strict=True)]
    used = sum(map(len, full))
    if used <= height:
        gap: list[StyledLine] = [()] if used + len(full) - 1 <= height else []
        return tuple(line for number, part in enumerate(full) for line in (*(gap if number else ()), *part))
    top, rest = [], []
    for section, block, rows in zip(sections, blocks, _shares([*map(_height, blocks)], height), strict=True):
        shown = _fitted(section.lines, block, rows, room)
        more = _more(len(block) - len(shown))
        if more and rows == 1:
            narrow = room - len(more) - 1
            shown = _fitted(section.lines[:1], [_wrapped(section.lines[0], narrow)], rows, narrow)
        top += _labelled(section.label, _joined(shown), more, room)
        left_out = [whole for whole, part in zip_longest(block, shown) if part != whole]
        if left_out:
            rest += _labelled(section.label, _joined(left_out))
    heading = (Span(f"{IN_FULL} ", Tone.MUTED), Span("─" * max(0, width - len(IN_FULL) - 1), Tone.MUTED))
    return (*top, heading, *rest)


def _stacked(sections: Iterable[Section], width: int) -> Iterator[StyledLine]:
    for number, section in enumerate(sections):
        if number:
            yield ()
        yield (Span(section.title, Tone.TITLE),)
        yield from _joined(_wrapped(line, width) for line in section.lines)


def _joined(blocks: Iterable[Sequence[StyledLine]]) -> list[StyledLine]:
    return [line for block in blocks for line in block]


def _height(blocks: Iterable[Sequence[StyledLine]]) -> int:
    return sum(map(len, blocks))


def _more(count: int) -> str:
    return f"{count} more" if count else ""


def _labelled(label: str, lines: Sequence[StyledLine], more: str = "", room: int = 0) -> list[StyledLine]:
    """Return lines with a label in front.

    `more` is below the label; of a single line, at the right end of `room` cells.
    """
    if more and len(lines) == 1:
        gap = " " * (room - width_of(lines[0]) - len(more))
        return [(Span(label.ljust(LABEL_WIDTH), Tone.TITLE), *lines[0], Span(f"{gap}{more}", Tone.MUTED))]
    fronts = [Span(label.ljust(LABEL_WIDTH), Tone.TITLE), Span(more.ljust(LABEL_WIDTH), Tone.MUTED)]
    indent = Span(" " * LABEL_WIDTH)
    return [(fronts[number] if number < 2 else indent, *line) for number, line in enumerate(lines)]


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


def _fitted(
    texts: Sequence[str], blocks: Sequence[list[StyledLine]], rows: int, width: int
) -> list[list[StyledLine]]:
    """Return the first blocks in `rows` rows: each has one row at least, and is cut if need be."""
    shares = _shares([len(block) for block in blocks[:rows]], rows)
    return [
        _shortened(text, block, share, width) if share < len(block) else block
        for text, block, share in zip(texts, blocks, shares, strict=False)
    ]


def _shortened(text: str, block: Sequence[StyledLine], rows: int, width: int) -> list[StyledLine]:
    """Return a text in `rows` rows: a concern is cut before its answer, any other text at its end.

    Where the answer is too long for what a concern leaves at its shortest, its end is left out, too.
    """
    concern, arrow, answer = " ".join(text.split()).partition(ARROW)
    words, least = concern.split() if arrow else [], width * rows // CONCERN_SHARE
    while len(words) > 1 and cell_len(" ".join(words[:-1])) >= least:
        words.pop()
        block = _wrapped(f"{' '.join(words).rstrip(' ,;:·')}…{ARROW}{answer}", width)
        if len(block) <= rows:
            return block
    return [*block[: rows - 1], _cut(block[rows - 1])]


def _cut(line: StyledLine) -> StyledLine:
    """Return the line with `…` at its end: more follows."""
    return (*line[:-1], line[-1]._replace(text=f"{line[-1].text.rstrip(' ,;·→…')}…"))


def _wrapped(text: str, width: int) -> list[StyledLine]:
    """Return a text in toned lines of at most `width` cells, one less where it may be cut.

    All lines but the first are indented, so that one sees where the next text begins.
    """
    text = " ".join(text.split())
    tones = _tones(text)
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


def _tones(text: str) -> list[Tone]:
    """Return the tone of each character; where two patterns match, that of the first in the table."""
    tones = [Tone.PLAIN] * len(text)
    for pattern, tone in reversed(_TONES):
        for found in pattern.finditer(text):
            start, end = found.span()
            tones[start:end] = [tone] * (end - start)
    return tones
