"""The welcome: what to press, the six steps, examples of signs, where the file is."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import STEP_TITLES
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.welcome import welcome
from tests.tui.pilot import running


def texts(height: int) -> list[str]:
    return ["".join(span.text for span in line) for line in welcome(Keymap(), "~/logbook.toml", height)]


def test_it_says_what_to_press_what_the_steps_are_and_where_the_file_is() -> None:
    shown = "\n".join(texts(20))
    assert "Press a, type the company" in shown
    assert all(title in shown for title in STEP_TITLES.values())
    assert "followup-tui demo" in shown
    assert "Your file: ~/logbook.toml" in shown
    assert "> decision by end of next week" in shown


@pytest.mark.parametrize(
    ("height", "steps", "examples"), [(20, True, True), (16, True, False), (8, False, False)]
)
def test_a_low_screen_loses_the_examples_first_then_the_steps(
    height: int, steps: bool, examples: bool
) -> None:
    shown = "\n".join(texts(height))
    assert len(texts(height)) <= height
    assert ("Wait it out" in shown, "becomes a fact" in shown) == (steps, examples)
    assert "Press a" in shown
    assert "Your file" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 18), (200, 50), (40, 12)])
async def test_nothing_of_it_is_cut_off(path: Path, size: tuple[int, int]) -> None:
    async with running(path, "", size) as run:
        await run.idle()
        shown = run.shown()
        for words in ("Just out of an interview?", "Press a", "followup-tui demo", "Your file", "q quit"):
            assert words in shown
        assert "…" not in shown


def test_lines_that_wait_for_the_first_interview_are_shown_even_on_a_low_screen_the_first_of_many() -> None:
    waiting = [f"line {number}" for number in range(9)]
    shown = ["".join(span.text for span in line) for line in welcome(Keymap(), "~/f", 8, waiting)]
    first = shown.index("line 0")
    last = "The first interview that you add gets this note."
    assert shown[first : first + 5] == ["line 0", "line 1", "line 2", "…", last]


def test_of_a_long_line_that_waits_the_beginning_is_shown() -> None:
    lines = welcome(Keymap(), "~/f", 20, ["mail " * 200])
    assert max(sum(len(span.text) for span in line) for line in lines) < 80
    assert any(line[0].text.startswith("mail mail") for line in lines if line)
