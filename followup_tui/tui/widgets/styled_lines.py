"""Lines of toned text, cut to the cell: what the lists and ribbons are drawn with.

Every text of the user that is drawn by lines passes `spans_strip`, and every other one `plain`: neither knows
markup, and neither lets a control character through to the terminal.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widget import Widget

from followup_tui.core.text import clean_text


class Tone(StrEnum):
    """The role of a piece of text, such as muted or late; each tone has a style of its own."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    TITLE = "title"
    GOOD = "good"
    YES = "yes"
    DUE = "due"
    LATE = "late"
    QUIET = "quiet"
    CURSOR = "cursor"
    FOUND = "found"


# Component classes of the stylesheet are worked out again for every widget that has some, each time the focus
# goes through it, and the widget is drawn again.
TONE_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "$text-muted",
    Tone.TITLE: "bold $primary",
    Tone.GOOD: "$text-success",
    Tone.YES: "bold $text-success",
    Tone.DUE: "bold $text-warning",
    Tone.LATE: "bold $text-error",
    Tone.QUIET: "$secondary",
    Tone.CURSOR: "bold on $primary 16%",
    Tone.FOUND: "bold underline $primary",
}
"""The style of each tone, in Textual's markup."""
# Blended colours need more than a palette of sixteen.
_CURSOR_WITH_FEW_COLOURS = "bold reverse"


class Span(NamedTuple):
    """A piece of one line."""

    text: str
    tone: Tone = Tone.PLAIN


StyledLine = tuple[Span, ...]
"""A line as its pieces, from left to right."""


def plain(text: str) -> Content:
    """Return a text as content that is shown literally, without markup."""
    return Content(clean_text(text))


def truncate(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, with `…` where something was cut off."""
    if cell_len(text) <= width:
        return text
    return "" if width < 1 else set_cell_size(text, width - 1).rstrip() + "…"


def fit_title(company: str, role: str, width: int) -> str:
    """Return the company and the role in `width` cells: the longer one is shortened, neither disappears."""
    separator = " · " if role else ""
    room = max(0, width - len(separator))
    role_room = max(room - cell_len(company), min(cell_len(role), room // 2))
    short_role = truncate(role, role_room)
    return f"{truncate(company, room - cell_len(short_role))}{separator}{short_role}"


def wrap_words(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken between words; at least one line."""
    lines = [""]
    for word in text.split():
        for piece in chop_cells(word, max(2, width)):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cell_len(joined) <= width or not lines[-1]:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def width_of(spans: Sequence[Span]) -> int:
    """Return the width of `spans` in cells."""
    return sum(cell_len(span.text) for span in spans)


class ToneStyles:
    """The styles of the tones in a widget, cached: computing one takes longer than drawing a line with it.

    They hold until the theme, the focus or the stylesheet changes.
    """

    def __init__(self, widget: Widget) -> None:
        self._visual, self._colours = widget.visual_style, widget.app.theme_variables
        self._has_few_colours = widget.app.native_ansi_color or widget.app.no_color
        self.base = self._visual.rich_style
        self._styles: dict[tuple[Tone, bool], Style] = {}

    def style_of(self, tone: Tone, at_cursor: bool = False) -> Style:
        """Return the style of `tone`, on the cursor's row or another."""
        style = self._styles.get((tone, at_cursor))
        if style is None:
            style = self._styles[tone, at_cursor] = self._compute_style(tone, at_cursor)
        return style

    def ground(self, at_cursor: bool) -> Style:
        """Return the style of the empty part of a line."""
        return self.style_of(Tone.CURSOR) if at_cursor else self.base

    def _compute_style(self, tone: Tone, at_cursor: bool) -> Style:
        """Return the style of a tone over the widget's own, on the cursor's background if `at_cursor`."""
        own = self._parsed(tone)
        if not at_cursor or tone is Tone.CURSOR:
            return (self._visual + own).rich_style
        if self._has_few_colours:
            # On a row that is reversed, colours would make patches.
            own = VisualStyle(bold=own.bold, underline=own.underline)
        return (self._visual + self._parsed(Tone.CURSOR) + own).rich_style

    def _parsed(self, tone: Tone) -> VisualStyle:
        is_mixed = tone is Tone.CURSOR and self._has_few_colours
        return VisualStyle.parse(_CURSOR_WITH_FEW_COLOURS if is_mixed else TONE_STYLES[tone], self._colours)


def spans_strip(
    left: Sequence[Span], right: Sequence[Span], width: int, styles: ToneStyles, at_cursor: bool = False
) -> Strip:
    """Return a line of exactly `width` cells, `left` aligned left and `right` aligned right.

    Where both don't fit, `left` is cut first, down to 12 cells; then `right`.
    """
    base = styles.ground(at_cursor)
    right_width = width_of(right)
    room = max(min(12, width), width - right_width - 1) if right else width
    segments, used = _segments(left, room, styles, at_cursor)
    if right:
        ends, ends_width = _segments(right, max(0, width - used - 1), styles, at_cursor)
        segments.append(Segment(" " * max(0, width - used - ends_width), base))
        segments += ends
        used = max(width, used + ends_width)
    elif used < width:
        segments.append(Segment(" " * (width - used), base))
    return Strip(segments).adjust_cell_length(width, base)


def _segments(
    spans: Sequence[Span], width: int, styles: ToneStyles, at_cursor: bool
) -> tuple[list[Segment], int]:
    """Return spans as segments of at most `width` cells, and how many cells they take."""
    segments, used = [], 0
    for tone, group in groupby(spans, key=attrgetter("tone")):
        whole = clean_text("".join(span.text for span in group)).replace("\n", " ").replace("\t", " ")
        text = truncate(whole, width - used)
        segments.append(Segment(text, styles.style_of(tone, at_cursor)))
        used += cell_len(text)
        if used >= width or text != whole:
            break
    return segments, used
