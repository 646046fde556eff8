"""The moving picture of the README: the real app, driven by keys, as one SVG with frames.

`python -m tests.scenes` makes it with the other pictures. A row that looks the same in several
frames is stored once; the frames lie side by side, and a style sheet moves from each to the next.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.widgets import Input, TextArea

from followup_tui.tui.screens.letter.screen import LetterScreen
from tests.tui.pilot import Running

CELL, LINE = 12.2, 24.4
"""Width and height of a character cell in Rich's SVG, in its units."""
BACKGROUND = "#292929"
"""What Rich draws behind a terminal."""
TYPING_SECONDS = 0.12
"""How long a frame of typing shows; two letters come in each."""


@dataclass(frozen=True)
class Step:
    """Keys pressed one after another, and for how many seconds the screen that they lead to stays."""

    keys: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class Frame:
    """A screen, row by row as SVG elements at height 0, and for how many seconds it shows."""

    rows: tuple[str, ...]
    seconds: float

    @property
    def is_settled(self) -> bool:
        """Whether the app had the time to save and to read a letter through."""
        return self.seconds != TYPING_SECONDS


def typed(text: str) -> Iterator[Step]:
    """Yield steps that type `text`, two letters in each."""
    for start in range(0, len(text), 2):
        yield Step(tuple(text[start : start + 2]), TYPING_SECONDS)


STORY = (
    Step((), 1.4),
    Step(("n",), 0.8),
    *typed("@ Dana Reyes, engineering manager"),
    Step(("enter",), 1.2),
    *typed("> decision by end of next week"),
    Step((), 1.2),
    Step(("enter",), 1.4),
    Step(("escape", "2"), 0.8),
    Step(("g", "space"), 1.8),
    Step(("j", "j", "j"), 0.8),
    Step(("w",), 1.2),
    *typed("Diana, your team made me curious."),
    Step((), 0.8),
    Step(("ctrl+n",), 2.4),
    Step(("ctrl+r",), 1.6),
)
"""A person is noted, a promise read, a step ticked, and a letter caught that gets the name wrong."""


def read_rows(svg: str, styles: dict[str, str]) -> tuple[str, ...]:
    """Return the rows of a screen that Rich drew as SVG; give each style that is new a class in `styles`."""
    named = dict(re.findall(r"\.terminal-\d+-(r\d+) \{ ([^}]*?);? ?\}", svg))
    rows: dict[int, list[str]] = {}
    for fill, x, y, width in re.findall(
        r'<rect fill="([^"]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+"', svg
    ):
        style = styles.setdefault(f"fill: {fill}", f"s{len(styles)}")
        row = rows.setdefault(round((float(y) - 1.5) / LINE), [])
        row.append(f'<rect class="{style}" x="{x}" y="1.5" width="{width}" height="24.65"/>')
    for name, x, y, width, text in re.findall(
        r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"'
        r"[^>]*>([^<]*)</text>",
        svg,
    ):
        if not text.strip() or set(text) <= set("&#160;"):
            continue
        style = styles.setdefault(named[name].strip(), f"s{len(styles)}")
        row = rows.setdefault(round((float(y) - 20) / LINE), [])
        row.append(f'<text class="{style}" x="{x}" y="20" textLength="{width}">{text}</text>')
    return tuple("".join(rows.get(row, ())) for row in range(max(rows) + 1))


async def stand_still(run: Running, is_settled: bool = True) -> None:
    """Let nothing depend on the moment when a picture is taken.

    The cursor stays. If `is_settled`, all is saved and a letter is read through, as after a while.
    """
    for field in run.app.screen.query(Input):
        field.cursor_blink = False
    for editor in run.app.screen.query(TextArea):
        editor.cursor_blink = False
    if is_settled and isinstance(run.app.screen, LetterScreen):
        run.app.screen.draft.check()
    await run.saved()


async def record(run: Running, story: Iterable[Step], styles: dict[str, str]) -> list[Frame]:
    """Press the keys of `story` and return a frame for each of its steps."""
    frames: list[Frame] = []
    for step in story:
        await run.press(*step.keys)
        await stand_still(run, step.seconds != TYPING_SECONDS)
        frames.append(Frame(read_rows(run.app.export_screenshot(), styles), step.seconds))
    return frames


def write_svg(frames: list[Frame], styles: dict[str, str], size: tuple[int, int]) -> str:
    """Return `frames` as one SVG that plays them over and over, for a terminal of `size` cells."""
    width, height = size[0] * CELL, size[1] * LINE + 3
    total = sum(frame.seconds for frame in frames)
    numbers: dict[str, int] = {}
    strip: list[str] = []
    keyframes: list[str] = []
    elapsed = 0.0
    for number, frame in enumerate(frames):
        uses = "".join(
            f'<use href="#{numbers.setdefault(row, len(numbers))}" y="{index * LINE:.1f}"/>'.replace(
                "#", "#r"
            )
            for index, row in enumerate(frame.rows)
            if row
        )
        kind = "settled" if frame.is_settled else "typing"
        strip.append(f'<g class="{kind}" transform="translate({number * width:.0f})">{uses}</g>')
        keyframes.append(f"{100 * elapsed / total:.2f}% {{ transform: translateX({-number * width:.0f}px) }}")
        elapsed += frame.seconds
    last = f"100% {{ transform: translateX({-(len(frames) - 1) * width:.0f}px) }}"
    classes = "\n".join(f".{name} {{ {style} }}" for style, name in styles.items())
    definitions = "\n".join(f'<g id="r{number}">{row}</g>' for row, number in numbers.items())
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}">
<style>
text {{ font: 20px Fira Code, Menlo, Consolas, DejaVu Sans Mono, monospace; white-space: pre }}
{classes}
#strip {{ animation: play {total:.1f}s step-end infinite }}
@keyframes play {{ {" ".join(keyframes)} {last} }}
@media (prefers-reduced-motion: reduce) {{ #strip {{ animation: none }} }}
</style>
<defs>
{definitions}
</defs>
<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>
<g id="strip">
{chr(10).join(strip)}
</g>
</svg>
"""


def settled_frames(svg: str) -> list[list[str]]:
    """Return the rows of each settled frame of a moving picture; the others depend on the machine's pace."""
    styles = dict(re.findall(r"^\.(s\d+) \{ (.*) \}$", svg, re.MULTILINE))
    rows = dict(re.findall(r'^<g id="(r\d+)">(.*)</g>$', svg, re.MULTILINE))
    drawn = {name: re.sub(r"\bs\d+\b", lambda found: styles[found[0]], row) for name, row in rows.items()}
    return [
        [drawn[name] for name in re.findall(r'href="#(r\d+)"', frame)]
        for frame in re.findall(r'^<g class="settled"[^>]*>(.*)</g>$', svg, re.MULTILINE)
    ]
