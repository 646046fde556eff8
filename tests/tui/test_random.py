"""Random keys, clicks, texts and sizes on the demo: nothing raises, the file stays sound, and undo.

A run is made of a seed, and a failure names it with the keys that led there.
"""

import os
import random
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widget import Widget

from followup_tui.demo import demo_text
from followup_tui.storage import codec
from followup_tui.tui.screens.problem import ProblemScreen
from tests.tui.pilot import NOW, Running, running

KEYS = (
    *"123456789jkhlgGtynpsdDcCeAauUiwxvo?/[]@>+=!~ ".replace(" ", ""),
    *("space", "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup"),
    *(
        "pagedown",
        "backspace",
        "delete",
        "f1",
        "f2",
        "f3",
        "f5",
        "ctrl+o",
        "ctrl+s",
        "ctrl+p",
        "ctrl+a",
        "ctrl+k",
    ),
    *(
        "ctrl+z",
        "ctrl+y",
        "ctrl+x",
        "ctrl+u",
        "ctrl+w",
        "ctrl+e",
        "ctrl+t",
        "ctrl+n",
        "ctrl+r",
        "ctrl+g",
        "ctrl+f",
    ),
)
"""Every key but those that leave the app or start another program (q, ctrl+q, F4)."""
NAMES = {
    "?": "question_mark",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "@": "at",
} | {
    ">": "greater_than_sign",
    "+": "plus",
    "=": "equals_sign",
    "!": "exclamation_mark",
    "~": "tilde",
}
OFTEN = ("space", "enter", "escape", "escape", "j", "k", "n", "s", "u", "U", "3", "2", "4")
TEXTS = (
    "@ Zoë Ölm, lead <z@x.example>\n",
    "> in two weeks\n",
    "+ code by Friday\n",
    "plain\n",
    "[/]",
    "! none\n",
)


async def play(run: Running, chance: random.Random, keys: int, sizes: int) -> None:
    """Presses keys, changes the size between them, and checks the file now and then."""
    steps = ["key"] * keys + ["size"] * sizes + ["click"] * (keys // 20) + ["paste"] * (keys // 25)
    chance.shuffle(steps)
    done: list[str] = []
    try:
        for n, step in enumerate(steps):
            if step == "size":
                width, height = chance.choice((chance.randint(1, 250), 80, 120)), chance.randint(1, 60)
                done.append(f"{width}x{height}")
                await run.pilot.resize_terminal(width, height)
            elif step == "click":
                width, height = run.app.size
                place = chance.randrange(width), chance.randrange(height)
                done.append(f"click{place}")
                await run.pilot.click(offset=place, times=chance.choice((1, 2)))
            elif step == "paste":
                run.app.post_message(events.Paste(chance.choice(TEXTS)))
                await run.pilot.pause()
            else:
                key = chance.choice(KEYS if chance.random() < 0.6 else OFTEN)
                if key == "enter" and isinstance(run.app.screen, CommandPalette):
                    key = "escape"  # the palette has an action to quit, and one that writes a picture
                done.append(key)
                await run.press(NAMES.get(key, key))
            assert run.app.return_code is None
            if n % 10 == 0:
                await run.pilot.pause()
                old = out_of_date(run)
                assert not old, "\n".join(["", *old])
            if n % 50 == 0:
                codec.decode(run.path.read_bytes())
    except BaseException:
        print("keys:", " ".join(done))
        raise


def out_of_date(run: Running) -> list[str]:
    """The lines of the screen that would be other ones if every line were drawn anew."""
    screen = run.app.screen
    if screen._dirty_widgets or screen._layout_required:
        return []  # they are about to be
    were = screen._compositor.render_strips()
    for widget in screen.walk_children(Widget):
        widget._styles_cache.clear()
    pairs = zip(were, screen._compositor.render_strips(), strict=True)
    return [f"{was.text}\n{now.text}" for was, now in pairs if list(was) != list(now)]


async def undo_all(run: Running) -> int:
    """Leaves whatever is open, and undoes until nothing is left; how often that was."""
    await run.pilot.resize_terminal(120, 36)
    await run.pilot.pause(0.05)
    for _ in range(6):
        await run.press("escape")
    assert run.app.session is not None
    changes = len(run.app.session._history.past)
    for _ in range(changes):
        await run.press("u")
    assert not run.app.session._history.past
    return changes


async def check(path: Path, seed: int, keys: int, sizes: int) -> None:
    text = demo_text(NOW)
    async with running(path, text) as run:
        await play(run, random.Random(seed), keys, sizes)
        assert not isinstance(run.app.screen, ProblemScreen)
        assert await undo_all(run) > 0, "the run changed something"
        assert path.read_text(encoding="utf-8") == text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


@pytest.mark.parametrize("seed", [1])
async def test_random_keys_and_sizes_raise_nothing_and_are_undone_byte_for_byte(
    path: Path, seed: int
) -> None:
    await check(path, seed, keys=60, sizes=8)


@pytest.mark.slow
async def test_a_thousand_random_keys_and_two_hundred_sizes(path: Path) -> None:
    """Another run each time; `SEED=… pytest` repeats one."""
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1 << 32)
    await check(path, seed, keys=1000, sizes=200)
