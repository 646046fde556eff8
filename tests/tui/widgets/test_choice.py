"""Choices on a line: how they are made, and what is shown where not all options fit."""

from collections.abc import Sequence

import pytest
from textual import on
from textual.app import App, ComposeResult

from followup_tui.tui.widgets.choice import Choice, MultiChoice
from tests.tui.waiting import idle, press

KINDS = ("thanks", "deciding", "offer")


class Host(App[None]):
    """An app with a choice in it, which notes down what is chosen."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice, self.chosen, self.by_letter = choice, list[str](), list[bool]()

    def compose(self) -> ComposeResult:
        yield self.choice

    @on(Choice.Changed)
    def _note_down(self, event: Choice.Changed) -> None:
        self.chosen.append(event.value)
        self.by_letter.append(event.by_letter)


async def after(choice: Choice, keys: Sequence[str], width: int = 60) -> tuple[list[str], str]:
    """Return what was chosen by the keys, and the line shown afterwards."""
    host = Host(choice)
    choice.styles.height = 1
    async with host.run_test(size=(width, 3)):
        choice.focus()
        await press(host, *keys)
        return host.chosen, choice.render_line(0).text.rstrip()


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["right"], ["deciding"]),
        (["right", "right", "right"], ["deciding", "offer", "thanks"]),
        (["left"], ["offer"]),
        (["space"], ["deciding"]),
    ],
)
async def test_the_arrows_go_round_the_options(keys: list[str], chosen: list[str]) -> None:
    assert (await after(Choice(KINDS, "thanks"), keys))[0] == chosen


async def test_a_choice_says_whether_it_was_made_by_a_letter_or_by_passing_on() -> None:
    host = Host(Choice(KINDS, "thanks", letters="tdo"))
    async with host.run_test():
        host.choice.focus()
        await press(host, "right", "o", "o")
    assert host.by_letter == [False, True, True]


async def test_an_option_is_chosen_by_its_letter_which_stands_before_it() -> None:
    chosen, line = await after(Choice(KINDS, "thanks", letters="tdo"), ["o", "x"])
    assert chosen == ["offer"]
    assert line == "t thanks  d deciding  ● offer"


def test_a_value_that_is_no_option_is_the_first_option() -> None:
    assert Choice(KINDS, "telegram").value == "thanks"


async def test_an_option_may_be_shown_by_other_words_than_its_value() -> None:
    choice = Choice(KINDS, "deciding", labels={"offer": "their offer"})
    chosen, shown = await after(choice, ["right"])
    assert (chosen, shown) == (["offer"], "○ thanks  ○ deciding  ● their offer")


async def test_where_not_all_options_fit_in_a_line_they_take_more() -> None:
    host = Host(Choice(KINDS, "deciding"))
    async with host.run_test(size=(18, 5)):
        choice = host.choice
        lines = [choice.render_line(line).text.rstrip() for line in range(choice.size.height)]
    assert len(lines) > 1
    assert " ".join(lines).split() == ["○", "thanks", "●", "deciding", "○", "offer"]


async def test_of_several_options_any_number_is_chosen() -> None:
    choice = MultiChoice(("Dana", "Luis"))
    _, line = await after(choice, ["space", "right", "space", "left", "space"])
    assert choice.chosen == {"Luis"}
    assert line == "□ Dana  ■ Luis"


async def test_a_click_chooses_an_option_on_any_of_its_lines() -> None:
    host = Host(Choice(KINDS, "thanks"))
    async with host.run_test(size=(18, 5)) as pilot:
        await idle(host)
        shown = [host.choice.render_line(y).text for y in range(host.choice.size.height)]
        y, line = next((y, line) for y, line in enumerate(shown) if "offer" in line)
        await pilot.click(host.choice, offset=(line.index("offer"), y))
        await pilot.click(host.choice, offset=(line.index("offer"), y))
        await pilot.click(host.choice, offset=(1, 0))
        await idle(host)
    assert host.chosen == ["offer", "thanks"]
