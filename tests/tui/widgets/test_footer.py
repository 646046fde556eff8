"""The footer: the keys it names are pressed by a click."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.dialogs import ConfirmDialog
from followup_tui.tui.screens.help import HelpDialog
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests.tui.pilot import ACME, Running, running


async def click(run: Running, words: str) -> None:
    """Click on the first letter of some words of a line of the screen."""
    shown = run.shown().split("\n")
    y = next(n for n, text in enumerate(shown) if words in text)
    await run.pilot.click(offset=(shown[y].index(words), y))
    await run.saved()


async def test_a_click_on_a_key_of_the_footer_presses_it(path: Path) -> None:
    async with running(path) as run:
        await click(run, "n note")
        assert run.app.screen_stack[0].query_one("#note-bar").display
        await run.press("escape")
        await click(run, "? help")
        assert isinstance(run.app.screen, HelpDialog)


async def test_of_several_keys_the_one_under_the_mouse_is_pressed(path: Path) -> None:
    async with running(path) as run:
        await run.press("4")
        ribbon = run.app.screen.query_one(TimelineRibbon)
        await click(run, "→ choose a day")
        assert str(ribbon.day) == "2026-11-24"
        await click(run, "← → day")
        assert str(ribbon.day) == "2026-11-23"


@pytest.mark.parametrize(("words", "is_ticked"), [("y yes", True), ("n no", False)])
async def test_a_question_is_answered_by_a_click_on_its_frame(
    path: Path, words: str, is_ticked: bool
) -> None:
    async with running(path, ACME) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("space")
        assert isinstance(run.app.screen, ConfirmDialog)
        await click(run, words)
        assert not isinstance(run.app.screen, ConfirmDialog)
        assert ("ticks" in run.interview()) is is_ticked


async def test_enter_is_yes_where_a_mistake_is_taken_back_with_u(path: Path) -> None:
    async with running(path, ACME) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("space", "enter")
        assert run.interview()["ticks"]["wait"].isoformat() == "2026-11-23"
        await run.press("u")
        assert "ticks" not in run.interview()


async def test_enter_deletes_no_interview(path: Path) -> None:
    async with running(path, ACME) as run:
        await run.press("1", "D", "enter")
        assert isinstance(run.app.screen, ConfirmDialog)
        await run.press("n")
        assert run.interview()["company"] == "Acme"
