"""Boxes and forms: their keys are in view whatever they hold."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.pilot import running
from tests.tui.screens.letter.letter_pilot import CONTACT, LETTERS

LONG = "Dear Luis,\n" + "\n".join(f"Line {n} of a long letter, which is kept whole." for n in range(40))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18), (40, 12)])
async def test_the_form_of_a_long_letter_shows_its_way_out(path: Path, size: tuple[int, int]) -> None:
    async with running(path, LETTERS + CONTACT.format(n=1, text=LONG), size=size) as run:
        await run.press("C", "e")
        assert "ctrl+s save · esc close" in run.shown()
        if size[1] >= 18:
            assert "Text" in run.shown()
            assert "Dear Luis," in run.shown()


async def test_up_and_down_go_from_field_to_field(path: Path) -> None:
    async with running(path, LETTERS) as run:

        def here() -> str | None:
            return run.app.screen.focused.id if run.app.screen.focused else None

        await run.press("c", "down", "down", "down")
        assert here() == "when"
        await run.press("down", "up", "up")
        assert here() == "channel"
        await run.press("escape", "a", "down", "down")
        assert here() == "role"
        await run.press("up", "up", "up")
        assert here() == "setting", "round the corner"


async def test_in_a_text_of_several_lines_the_arrows_move_the_cursor(path: Path) -> None:
    async with running(path, LETTERS + CONTACT.format(n=1, text=LONG)) as run:
        await run.press("C", "e", "down", "down", "down", "down")
        assert run.app.screen.focused is run.app.screen.query_one("#text")
        await run.press("down", "down")
        assert run.app.screen.focused is run.app.screen.query_one("#text")


@pytest.mark.parametrize("keys", [("a",), ("c",), ("d",), ("D",), ("slash",), ("ctrl+o",), ("B",), ("C",)])
async def test_the_narrowest_terminal_shows_the_way_out_of_each_box(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with running(path, LETTERS + CONTACT.format(n=1, text=LONG), size=(40, 12)) as run:
        await run.press("1", *keys)
        assert "esc close" in run.shown() or "n no" in run.shown()


@pytest.mark.parametrize("width", [120, 80, 60, 45])
async def test_the_examples_of_a_day_end_whole(path: Path, width: int) -> None:
    async with running(path, size=(width, 24)) as run:
        await run.press("d")
        shown = str(run.app.screen.query_one(Input).placeholder)
        assert shown in run.shown()
        assert shown.startswith("Fri · Fri 4 Dec · end of next week")
        assert shown.endswith(("week", "weeks", "2026-12-04"))


@pytest.mark.parametrize(("hint", "companies"), [("y yes", []), ("n no", ["Acme"])])
async def test_an_answer_on_the_frame_of_a_question_can_be_clicked(
    path: Path, hint: str, companies: list[str]
) -> None:
    async with running(path, LETTERS) as run:
        await run.press("1", "D")
        lines = run.shown().splitlines()
        (row,) = [number for number, line in enumerate(lines) if "y yes · n no" in line]
        await run.pilot.click(offset=(lines[row].index(hint) + 1, row))
        await run.saved()
        assert [interview["company"] for interview in run.file().get("interview", [])] == companies
        assert len(run.app.screen_stack) == 1


async def test_enter_is_no_yes_where_a_yes_by_mistake_does_harm(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.press("1", "D", "enter")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme"]
        assert "y yes · n no" in run.shown()
        assert "enter yes" not in run.shown()
