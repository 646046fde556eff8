"""The last gate before the terminal: what every line passes, whichever widget drew it."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from followup_tui.core.text import clean_text

PLAIN_GLYPHS = str.maketrans(
    {
        "●": "*",
        "○": "o",
        "✓": "x",
        "▌": ">",
        "◆": "D",
        "◇": "d",
        "◎": "@",
        "◀": "<",
        "◂": "<",
        "‸": "^",
        "█": "#",
        "▒": "%",
        "░": ":",
        "▆": "=",
        "▂": "-",
        "·": ".",
        "→": ">",
        "←": "<",
        "↑": "^",
        "↓": "v",
        "‹": "<",
        "›": ">",
        "«": "<",
        "»": ">",
        "×": "x",
        "≠": "&",
        "…": "~",
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "│": "|",
        "─": "-",
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
        **dict.fromkeys("┃▎▏▍▋▊▉▐", "|"),
        **dict.fromkeys("━▔▁▃▄▅▇▀", "-"),
    }
)
"""What stands in for each symbol where the terminal or its font lacks it, as wide as that."""


class Harmless(LineFilter):
    """Lets no character through that steers a terminal, from whatever widget it comes."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if all(one.text.isprintable() for one in segments):
            return segments
        return [Segment(_clean_piece(one.text), one.style) for one in segments]


def _clean_piece(text: str) -> str:
    """A piece of a line without what steers a terminal; breaks and tabs have no place in it."""
    return clean_text(text).replace("\n", "").replace("\t", " ")


class PlainGlyphs(LineFilter):
    """Puts ASCII in the place of symbols and frames."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            one if one.text.isascii() else Segment(one.text.translate(PLAIN_GLYPHS), one.style)
            for one in segments
        ]


class Colourless(LineFilter):
    """Takes every colour away, and leaves what is bold, reversed or underlined (no-color.org)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    # What a click does is kept in the style, too.
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
