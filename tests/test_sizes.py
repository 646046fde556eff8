"""Any size of the terminal: nothing raises, nothing is cut off, and what is too small says so."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from followup_tui.demo import demo_text
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.too_small import TooSmall
from followup_tui.tui.widgets.footer import KeyFooter
from tests.long_runs import in_long_runs
from tests.tui.pilot import NOW, Running, running

WIDTHS = (*range(250, 0, -1), *range(2, 251))
HEIGHTS = (*range(70, 0, -1), *range(2, 71))


async def sweep(run: Running, widths: tuple[int, ...], heights: tuple[int, ...]) -> None:
    for width in widths:
        await run.resize(width, 30)
    for height in heights:
        await run.resize(100, height)
    await run.resize(120, 36)


async def test_a_sweep_of_sizes_raises_nothing_and_all_is_as_before(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        before = run.shown()
        edges = (250, 110, 109, 70, 69, 55, 40, 39, 10, 4, 1)
        await sweep(run, (*edges, *edges[::-1]), (60, 35, 31, 12, 11, 1, 1, 12, 33, 60))
        assert run.shown() == before


@pytest.mark.slow
async def test_a_sweep_of_every_size_raises_nothing_and_all_is_as_before(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        before = run.shown()
        await sweep(run, WIDTHS, HEIGHTS)
        assert run.shown() == before


@pytest.mark.parametrize(
    "keys",
    [
        *(("A",), ("f1",), ("ctrl+p",), ("n",), ("w",)),
        *in_long_runs(("c",), ("e",), ("slash",), ("3", "enter"), ("C",)),
    ],
)
async def test_what_is_over_the_screen_survives_every_size(path: Path, keys: tuple[str, ...]) -> None:
    async with running(path, demo_text(NOW)) as run:
        await run.press(*keys)
        screen = run.app.screen
        for width, height in ((250, 60), (40, 12), (5, 5), (1, 1), (60, 18)):
            await run.resize(width, height)
        await run.resize(120, 36)
        assert isinstance(screen, CommandPalette) or run.app.screen is screen


@pytest.mark.parametrize("text", ["demo", "empty"])
@pytest.mark.parametrize("size", [(80, 24), (60, 18), (40, 12), (110, 30)])
async def test_no_entry_of_the_bottom_line_is_cut_off(path: Path, size: tuple[int, int], text: str) -> None:
    async with running(path, demo_text(NOW) if text == "demo" else "", size=size) as run:
        for key in ("2", "3", "4"):
            await run.press(key)
            line = run.app.screen.query(KeyFooter).first()
            shown = run.shown().split("\n")[-1]
            words = [f"{hint.key} {hint.label}" for hint in (*line.hints, *line.always)]
            assert "…" not in shown
            rest = shown
            for word in words:
                rest = rest.replace(word, "", 1)
            assert not rest.strip(), rest
            assert all(f"{hint.key} {hint.label}" in shown for hint in line.always)


@pytest.mark.parametrize("size", [(39, 30), (100, 11), (2, 2)])
async def test_in_too_small_a_terminal_only_quitting_works(path: Path, size: tuple[int, int]) -> None:
    text = demo_text(NOW)
    async with running(path, text) as run:
        shown = run.shown()
        await run.resize(*size)
        assert isinstance(run.app.screen, TooSmall)
        await run.press(
            "a", "space", "D", "s", "c", "n", "x", "enter", "e", "A", "d", "f2", "ctrl+p", "escape", "u"
        )
        assert isinstance(run.app.screen, TooSmall)
        await run.resize(120, 36)
        assert run.shown() == shown
        assert path.read_text(encoding="utf-8") == text
        await run.resize(*size)
        await run.press("q")
        assert run.app.return_code == 0


async def test_too_small_from_the_start(path: Path) -> None:
    async with running(path, demo_text(NOW), size=(39, 11)) as run:
        assert isinstance(run.app.screen, TooSmall)
        assert "40 × 12" in run.shown()
        await run.resize(80, 24)
        assert isinstance(run.app.screen, MainScreen)
        assert "4 Timeline" in run.shown()


async def test_what_was_being_typed_waits_while_there_is_no_room(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        await run.press("n")
        await run.type("they use ")
        await run.resize(30, 10)
        await run.type("lost")
        await run.resize(120, 36)
        await run.type("Go\n")
        assert "they use Go" in run.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "pane"), [("1", "1 Interviews"), ("2", "2 Acme"), ("3", "3 Notes"), ("4", "4 Timeline")]
)
async def test_f3_gives_a_pane_the_whole_screen_and_takes_it_back(path: Path, key: str, pane: str) -> None:
    async with running(path, demo_text(NOW)) as run:
        before = run.shown()
        await run.press(key, "f3")
        assert pane in run.shown()
        others = {"1 Interviews", "2 Acme", "3 Notes", "4 Timeline"} - {pane}
        assert not any(other in run.shown() for other in others)
        await run.press("f3", "2")
        await run.idle()
        assert run.shown() == before


async def test_the_pane_of_the_steps_fits_its_size_whatever_changes_that(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        before = run.shown()
        assert "2 Acme Robotics · Backend engin… · round 2 of 2" in before
        assert "and 1 more" in before
        pane = run.app.screen.query_one("#steps")
        pane.styles.width = 40
        await run.idle()
        narrow = run.shown()
        assert "2 Acme Robotics · round 2 of 2 ─" in narrow
        assert "and 1 more" not in narrow
        pane.styles.width = None
        await run.idle()
        assert run.shown() == before


async def test_the_keys_stay_with_what_is_shown(path: Path) -> None:
    async with running(path) as run:
        await run.press("1")
        await run.resize(80, 24)
        await run.idle()
        assert run.rows("steps-list").has_focus
        await run.press("D", "y")
        await run.press("u", "j")
        assert run.rows("steps-list").has_focus
