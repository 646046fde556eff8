"""Lines of toned text, cut to the cell: what the lists and ribbons are drawn with.

Every text of the user that is drawn by lines passes `spans_strip`, and every other one `plain`: neither knows
markup, and neither lets a control character through to the terminal.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.core.text import clean_text


class Tone(StrEnum):
    """What a piece of text is; the stylesheet gives each a look (component classes)."""

    PLAIN = "line--plain"
    STRONG = "line--strong"
    MUTED = "line--muted"
    TITLE = "line--title"
    GOOD = "line--good"
    DUE = "line--due"
    LATE = "line--late"
    QUIET = "line--quiet"
    CURSOR = "line--cursor"
    FOUND = "line--found"


TONES = frozenset(str(tone) for tone in Tone)


class Span(NamedTuple):
    """A piece of one line."""

    text: str
    tone: Tone = Tone.PLAIN


def plain(text: str) -> Content:
    """Any text as content that is shown to the letter."""
    return Content(clean_text(text))


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with `…` where something was cut off."""
    if cell_len(text) <= width:
        return text
    return "" if width < 1 else set_cell_size(text, width - 1).rstrip() + "…"


def cursor_style(widget: Widget, tone: str) -> Style:
    """The look of `tone` on the cursor row: where that row is reversed, its colours would make patches."""
    style = widget.get_component_rich_style(tone, partial=True)
    is_reversed = widget.get_component_rich_style(Tone.CURSOR).reverse
    return style.without_color if is_reversed else style


def spans_strip(
    left: Sequence[Span], right: Sequence[Span], width: int, style_of: Callable[[str], Style], base: Style
) -> Strip:
    """One line of exactly `width` cells: `left` from the left, `right` at the right edge.

    Where both don't fit, `left` is cut first, down to 12 cells; then `right`.
    """
    right_width = sum(cell_len(span.text) for span in right)
    room = max(min(12, width), width - right_width - 1) if right else width
    segments, used = _segments(left, room, style_of, base)
    if right:
        ends, ends_width = _segments(right, max(0, width - used - 1), style_of, base)
        segments.append(Segment(" " * max(0, width - used - ends_width), base))
        segments += ends
        used = max(width, used + ends_width)
    elif used < width:
        segments.append(Segment(" " * (width - used), base))
    return Strip(segments).adjust_cell_length(width, base)


def _segments(
    spans: Sequence[Span], width: int, style_of: Callable[[str], Style], base: Style
) -> tuple[list[Segment], int]:
    segments, used = [], 0
    for span in spans:
        whole = clean_text(span.text).replace("\n", " ").replace("\t", " ")
        text = cut(whole, width - used)
        segments.append(Segment(text, base + style_of(span.tone)))
        used += cell_len(text)
        if used >= width or text != whole:
            break
    return segments, used
