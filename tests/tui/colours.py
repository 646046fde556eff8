"""What colours the screen is drawn in, and how well they are told apart."""

from collections.abc import Iterator

from rich._palettes import STANDARD_PALETTE
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from tests.tui.pilot import Running

SHADES = frozenset("█▒░▆▂▌│─╭╮╰╯▁▔▎▊▏▇▄▅▃━┃ ")
"""What is no text: bars, frames, and blanks."""


def segments(run: Running) -> Iterator[Segment]:
    """Yield each piece of the screen that has something to read; where a box is over it, of that alone."""
    screen = run.app.screen
    whole = screen._compositor.render_strips()
    boxes = [box.region for box in screen.query(".box, #--input, CommandList")] or [screen.region]
    for strip in (line.crop(box.x, box.right) for box in boxes for line in whole[box.y : box.bottom]):
        for segment in strip:
            if set(segment.text) - SHADES and segment.style is not None:
                yield segment


def contrast(style: Style, system: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    """Return the contrast of text and ground from 1 to 21 (WCAG 2), in a terminal of that many colours."""
    text, ground = _luminance(style.color, system, True), _luminance(style.bgcolor, system, False)
    high, low = max(text, ground), min(text, ground)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color | None, system: ColorSystem, is_text: bool) -> float:
    shown = (color or Color.default()).downgrade(system)
    parts = []
    triplet = (
        STANDARD_PALETTE[shown.number]
        if shown.number is not None
        else shown.get_truecolor(DEFAULT_TERMINAL_THEME, foreground=is_text)
    )
    for value in triplet:
        part = value / 255
        parts.append(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
