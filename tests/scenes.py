"""The scenes of the pictures in `screenshots/`, and of the test that keeps them true.

    python -m tests.scenes        makes the pictures anew

A scene is the real app on a real file at a fixed time, driven by keys.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.demo import demo_text
from followup_tui.session.session import Session
from followup_tui.storage.cache.used_hints import mark_used
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from followup_tui.tui.screens.main.panes import PANES
from tests import ROOT
from tests.moving_picture import STORY, record, stand_still, write_svg
from tests.tui.pilot import NOW, Clock, PatientApp, Running

FOLDER = ROOT / "screenshots"


def _demo() -> str:
    return demo_text(NOW)


def _nothing() -> str:
    return ""


def _just_over() -> str:
    """Return a file with an interview that is just over, and another at a neighbour's."""
    interviews = (
        ("Acme Robotics", "Backend engineer", "2026-11-23T14:00:00+01:00", ""),
        ("Borealis Energy", "Data engineer", "2026-11-18T10:30:00+01:00", "@ Mina Okafor\n> by the 28th\n"),
    )
    return _file(
        {"company": company, "role": role, "held_at": at, "notes": notes}
        for company, role, at, notes in interviews
    )


def _eight() -> str:
    """Return a file with eight interviews, each at another point of the method."""
    interviews = (
        ("Acme Robotics", "2026-11-23T14:00:00+01:00", "@ Dana Reyes\n> decision by end of next week\n"),
        ("Borealis Energy", "2026-11-18T10:30:00+01:00", "@ Mina Okafor\n> by the 28th\n"),
        ("Cyan Labs", "2026-11-25T11:00:00+01:00", ""),
        ("Delta Maps", "2026-11-11T15:00:00+01:00", "@ Ivo Lang\n> end of next week\n"),
        ("Estuary Books", "2026-11-05T09:00:00+01:00", "@ Kim Ito\n> in a week\n+ two essays by Friday\n"),
        ("Fjord Foods", "2026-11-20T13:00:00+01:00", "@ Liv Dahl\n> soon, they said\n"),
        ("Garnet & Sons", "2026-11-19T16:30:00+01:00", "@ Ada Garnet\n> a couple of weeks\n"),
        ("Harbour Clinic", "2026-11-16T08:30:00+01:00", "@ Noor Haddad\n> two or three weeks\n"),
    )
    return _file({"company": company, "held_at": at, "notes": notes} for company, at, notes in interviews)


def _file(records: Iterable[dict[str, str]]) -> str:
    """Return the text of a file with those interviews."""
    return encode(
        Logbook(
            interview=tuple(
                Interview.model_validate({"id": record["company"][:6].lower(), **record})
                for record in records
            )
        )
    )


@dataclass(frozen=True)
class Scene:
    """One picture: its name, the size of the terminal in cells, and how to get there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "followup-dark"
    text: Callable[[], str] = _demo
    no_color: bool = False


LETTER_KEYS = ("w", *"Ice hockey suits Borealis Energy.", "ctrl+n")
"""A note with the name of another company in it."""
SCENES = (
    Scene("main-dark", (120, 36)),
    Scene("main-light", (120, 36), theme="followup-light"),
    Scene("no-color", (100, 30), no_color=True),
    Scene("main-80x24", (80, 24)),
    Scene("note-bar", (100, 30), ("n", *"@ Ana Lima, CEO <ana@acme.example>")),
    Scene("promised-day", (100, 30), ("d", *"end of next week")),
    Scene("waiting", (100, 30), ("right_square_bracket", "right_square_bracket", "4", *"llllll")),
    Scene("timeline-80", (80, 24), ("4", "f3")),
    Scene("all-120", (120, 24), ("A",), text=_eight),
    Scene("all-80", (80, 24), ("A", *"jjlll"), text=_eight),
    Scene("letter", (120, 36), LETTER_KEYS),
    Scene("letter-80x24", (80, 24), LETTER_KEYS),
    Scene("welcome", (80, 24), text=_nothing),
)
MOVING_SCENE = Scene("story", (100, 30), text=_just_over)
MOVING_FILE = FOLDER / f"{MOVING_SCENE.name}.svg"


@asynccontextmanager
async def running(scene: Scene) -> AsyncIterator[Running]:
    """Run the app on the file of `scene`; its keys are still to be pressed."""
    with tempfile.TemporaryDirectory() as folder:
        used = Paths(Path(folder, "logbook.toml"), Path(folder, "state"))
        for pane in PANES:
            mark_used(used.state, pane)
        if scene.text():
            used.data.write_text(scene.text(), encoding="utf-8")
        os.environ["NO_COLOR"] = "1" if scene.no_color else ""
        clock = Clock()
        app = PatientApp(lambda: Session(used, clock), used, clock, theme=scene.theme)
        del os.environ["NO_COLOR"]
        # The welcome names the file: below the home folder, which has a name of its own at each run.
        with patch.dict(os.environ, {"HOME": folder}):
            async with app.run_test(size=scene.size) as pilot:
                run = Running(app, pilot, used.data, clock)
                await run.idle()
                yield run


async def render_svg(scene: Scene, title: str = "followup-tui") -> str:
    """Return the scene as SVG."""
    async with running(scene) as run:
        await run.press(*scene.keys)
        await stand_still(run)
        return run.app.export_screenshot(title=title)


async def render_moving_svg() -> str:
    """Return the moving picture as SVG."""
    styles: dict[str, str] = {}
    async with running(MOVING_SCENE) as run:
        frames = await record(run, STORY, styles)
    return write_svg(frames, styles, MOVING_SCENE.size)


def shown(svg: str) -> list[str]:
    """Return what a picture shows: its texts with positions and colours, whatever else may differ."""
    colours = dict(re.findall(r"\.terminal-\d+-(r\d+) \{ ([^}]*) \}", svg))
    texts = re.findall(
        r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg
    )
    return [f"{y} {x} {colours[name]} {text}" for name, x, y, text in texts]


def main() -> None:
    """Make every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for scene in SCENES:
        path = FOLDER / f"{scene.name}.svg"
        path.write_text(asyncio.run(render_svg(scene)), encoding="utf-8")
        print(path.relative_to(FOLDER.parent), file=sys.stdout)
    MOVING_FILE.write_text(asyncio.run(render_moving_svg()), encoding="utf-8")
    print(MOVING_FILE.relative_to(FOLDER.parent), file=sys.stdout)


if __name__ == "__main__":
    main()
