"""Filters that every line passes on its way to the terminal, whichever widget drew it."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from followup_tui.core.text import clean_text

_PAIRS = (
    "●* ○o ✓x ▌> ◆D ◇d ◎@ ◀< ◂< ‸^ █# ▒% ░: ▆= ▂- ·. →> ←< ↑^ ↓v "
    '‹< ›> «< »> ×x ≠& …~ –- —- “" ”" „" ‘\' ’\' │| ─-'
)
"""Symbols, each with its stand-in after it."""
PLAIN_GLYPHS = str.maketrans(
    {
        **{pair[0]: pair[1] for pair in _PAIRS.split()},
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
        **dict.fromkeys("┃▎▏▍▋▊▉▐", "|"),
        **dict.fromkeys("━▔▁▃▄▅▇▀", "-"),
    }
)
"""The ASCII character for each symbol that a terminal or its font may lack, as wide as the symbol."""


class Harmless(LineFilter):
    """Removes characters that would control the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(_clean(segment.text), segment.style) for segment in segments]


def _clean(text: str) -> str:
    """Return part of a line without control characters, line breaks and tabs."""
    return clean_text(text).replace("\n", "").replace("\t", " ")


class PlainGlyphs(LineFilter):
    """Replaces symbols and frames by ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(PLAIN_GLYPHS), segment.style)
            for segment in segments
        ]


class Colourless(LineFilter):
    """Removes every colour, and leaves what is bold, reversed or underlined (no-color.org)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    # The style also says what a click does.
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
