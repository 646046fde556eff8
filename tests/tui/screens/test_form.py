"""Forms: nothing that was typed is lost to a key, and letters choose nothing by accident."""

import re
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import running

QUESTION = "Discard what you typed?"


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        pytest.param(("a",), "Faraway", id="a new interview"),
        pytest.param(("e",), "X", id="an interview"),
        pytest.param(("N",), "3 Dec 10am", id="the next round"),
        pytest.param(("c", "tab"), "in two weeks", id="a contact"),
        pytest.param(("d",), "in two weeks", id="the promised day"),
    ],
)
async def test_esc_after_typing_asks_and_gives_the_text_back(
    path: Path, keys: tuple[str, ...], typed: str
) -> None:
    async with running(path) as run:
        await run.press(*keys)
        await run.type(typed)
        await run.press("escape")
        assert QUESTION in run.shown()
        await run.press("escape")
        assert QUESTION not in run.shown()
        assert typed in run.shown()
        await run.press("escape", "y")
        assert len(run.app.screen_stack) == 1
        assert run.file()["interview"] == [run.interview()]


@pytest.mark.parametrize("keys", [("a",), ("e",), ("N",), ("c",), ("c", "right"), ("d",)])
async def test_esc_without_typing_closes_at_once(path: Path, keys: tuple[str, ...]) -> None:
    async with running(path) as run:
        await run.press(*keys, "escape")
        assert len(run.app.screen_stack) == 1


async def test_a_text_that_is_as_before_needs_no_question(path: Path) -> None:
    async with running(path) as run:
        await run.press("e", "end", "x", "backspace", "escape")
        assert len(run.app.screen_stack) == 1


async def test_letters_move_no_choice_and_say_once_what_does(path: Path) -> None:
    async with running(path) as run:
        await run.press("e", "tab", "tab", "tab", "tab")
        assert "● in person" in run.shown()
        await run.type("hlphone")
        assert "● in person" in run.shown()
        assert "Choose with ← and →." in run.notices()
        await run.press("right")
        assert "● video" in run.shown()


async def test_a_letter_that_is_shown_before_an_answer_chooses_it(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "r")
        assert "● rejection" in run.shown()
        assert "Choose with" not in run.notices()
        await run.press("x")
        assert "● rejection" in run.shown()
        assert "Choose with ← and →." in run.notices()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("e",), "╰─+ enter save · esc close · ↑ ↓ field ─╯"),
        (("e", *["tab"] * 4), "╰─+ ← → choose · enter save · esc close · ↑ ↓ field ─╯"),
        (("e", *["tab"] * 4, "up"), "╰─+ enter save · esc close · ↑ ↓ field ─╯"),
        (("N", *["tab"] * 4), "╰─+ space choose · ← → move · enter save · esc close · ↑ ↓ field ─╯"),
    ],
    ids=["a text", "a choice", "back in a text", "a choice of several"],
)
async def test_a_form_names_the_keys_of_the_field_that_has_the_focus(
    path: Path, keys: tuple[str, ...], shown: str
) -> None:
    async with running(path) as run:
        await run.press(*keys)
        assert re.search(shown, run.shown())


@pytest.mark.parametrize(
    ("width", "shown"),
    [(60, "space choose · ← → move · enter save · esc close"), (40, "enter save · esc close · ↑ ↓ field")],
)
async def test_a_narrow_form_leaves_out_keys_but_not_the_way_out_and_cuts_none(
    path: Path, width: int, shown: str
) -> None:
    async with running(path, size=(width, 18)) as run:
        await run.press("N", *["tab"] * 4)
        assert re.search(f"╰─+ {shown} ─╯", run.shown())


async def test_a_letter_in_a_choice_of_several_says_that_space_chooses(path: Path) -> None:
    async with running(path) as run:
        await run.press("N", *["tab"] * 4, "x")
        assert "Choose with space." in run.notices()
