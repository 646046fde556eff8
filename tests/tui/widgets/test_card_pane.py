"""The recall card as a pane: on wide screens alone, following whoever is shown, never a neighbour."""

from pathlib import Path

from followup_tui.tui.widgets.card_pane import CardPane
from tests import ROOT
from tests.tui.pilot import ACME, BOREALIS, Running, running

HOSTILE = (ROOT / "tests" / "data" / "recall" / "hostile.toml").read_text(encoding="utf-8")


def card(run: Running) -> str:
    """Return what the pane has of the card."""
    sections = run.app.screen.query_one(CardPane).sections
    return "\n".join(line for section in sections for line in section.lines)


async def test_the_card_stands_next_to_the_notes_from_160_columns_on(path: Path) -> None:
    async with running(path, ACME, (160, 40)) as run:
        assert "r Recall card" in run.shown()
        assert "Dana Reyes, manager · in person" in run.shown()
    async with running(path, ACME, (159, 40)) as run:
        assert not run.app.screen.query(CardPane)


async def test_it_follows_the_position_shown_and_what_is_noted(path: Path) -> None:
    async with running(path, ACME + BOREALIS, (180, 40)) as run:
        await run.press("right_square_bracket")
        await run.until(lambda: "Mina" in card(run))
        assert "Dana" not in card(run)
        await run.press("n")
        await run.type("~ Mina paints\n")
        await run.until(lambda: "Mina paints" in card(run))


async def test_it_comes_and_goes_with_the_width_and_the_zoom(path: Path) -> None:
    async with running(path, ACME, (120, 36)) as run:
        await run.pilot.resize_terminal(180, 44)
        await run.idle()
        assert "r Recall card" in run.shown()
        await run.press("f3")
        assert "r Recall card" not in run.shown()
        await run.press("f3")
        assert "r Recall card" in run.shown()
        await run.pilot.resize_terminal(120, 36)
        await run.idle()
        assert "Recall card" not in run.shown()


async def test_what_does_not_fit_is_counted_with_the_key_for_all_of_it(path: Path) -> None:
    async with running(path, HOSTILE, (160, 36)) as run:
        main = run.app.screen
        main.navigation.go_to("big1")  # type: ignore[attr-defined]
        await run.until_shown("more lines · r")
        assert "SECRET" not in card(run)
