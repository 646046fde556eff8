"""Keys that do nothing here: the message that says where they work."""

from pathlib import Path

import pytest
from textual import events

from followup_tui.tui.screens.dialogs import KeyedChoiceDialog
from followup_tui.tui.screens.overview import OverviewScreen
from followup_tui.tui.terminal.input_parser import InputParser
from tests.tui.pilot import ACME, running

NEEDS_INTERVIEW = (
    "space s d w c C e D y left_square_bracket right_square_bracket ctrl+o slash A f3 f4 1 2 3 4 j enter"
)


@pytest.mark.parametrize("key", NEEDS_INTERVIEW.split())
async def test_without_an_interview_each_key_says_how_to_add_it(path: Path, key: str) -> None:
    async with running(path, "") as run:
        await run.press(key)
        assert run.notices() == "Add the interview first: a, the company, enter."
        assert len(run.app.screen_stack) == 1
        assert "Just out of an interview?" in run.shown()


async def test_on_the_timeline_of_all_a_key_of_the_main_screen_says_where_it_works(path: Path) -> None:
    async with running(path) as run:
        await run.press("A", "d")
        assert run.notices() == "d works for one interview: Set the promised day. esc goes back to it."
        await run.press("j", "left_square_bracket")
        assert run.notices().startswith("[ works for one interview: The previous interview.")
        assert isinstance(run.app.screen, OverviewScreen)


@pytest.mark.parametrize("text", ["", ACME], ids=["no interview", "an interview"])
@pytest.mark.parametrize(("key", "letter"), [("ა", "ა"), ("ctrl+ა", None)])
async def test_a_letter_of_an_unknown_keyboard_says_how_to_reach_the_commands(
    path: Path, key: str, letter: str | None, text: str
) -> None:
    async with running(path, text) as run:
        run.app.post_message(events.Key(key, letter))
        await run.idle()
        assert f"{key} is not a command. Switch to Latin letters" in run.notices()


async def test_letters_of_a_known_keyboard_are_the_commands_on_their_keys(path: Path) -> None:
    async with running(path) as run:

        async def type_russian(text: str) -> None:
            for message in InputParser().feed(text):
                run.app.post_message(message)
            await run.saved()

        await type_russian("щ")
        assert isinstance(run.app.screen, KeyedChoiceDialog)
        await type_russian("ц")
        assert run.interview()["outcome"] == "withdrawn"
        await run.press("u", "3")
        await type_russian("ш")
        await type_russian("щ")
        await run.press("escape")
        assert "щ" in run.interview()["notes"]
