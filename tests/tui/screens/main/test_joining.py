"""Which interviews are rounds of one position: joined and separated from the keyboard, down to the file."""

from pathlib import Path

import pytest

from tests.tui.pilot import ACME, BOREALIS, TWO_ROUNDS, Running, running

ROBOTICS = BOREALIS.replace("Borealis", "Acme Robotics")


def hands(run: Running) -> list[str]:
    """Return what puts each interview into its position by hand."""
    return [interview.get("position", "") for interview in run.file()["interview"]]


async def test_a_round_is_separated_and_joined_again(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        assert len(run.rows("interviews").rows) == 2, "a heading and one position"
        await run.press("J")
        assert "One of 2 interviews for this position." in run.shown()
        assert "join" not in run.shown()
        await run.press("s")
        assert [bool(name) for name in hands(run)] == [True, False]
        assert "A position of its own now, with its own wait. u joins it again." in run.notices()
        await run.press("J", "1")
        assert len(set(hands(run))) == 1
        assert hands(run) != ["", ""]
        await run.press("u", "u")
        assert hands(run) == ["", ""]


async def test_any_open_position_can_be_joined_the_nearest_names_first(path: Path) -> None:
    async with running(path, ACME + BOREALIS + ROBOTICS.replace("bore", "robo")) as run:
        await run.press("J")
        shown = run.shown()
        assert "It is on its own. Join it with:" in shown
        assert "1  Acme Robotics" in shown
        assert "2  Borealis" in shown
        assert "separate" not in shown.lower()
        await run.press("2")
        names = hands(run)
        assert names[0] == names[1] != ""
        assert names[2] == ""
        assert "Joined as rounds of one position. u separates them again." in run.notices()


async def test_alone_without_another_open_position_there_is_nothing_to_join(path: Path) -> None:
    async with running(path) as run:
        await run.press("J")
        assert "there is no other open position to join it with" in run.notices()
        assert hands(run) == [""]


@pytest.mark.parametrize(("key", "is_joined"), [("1", True), ("n", False)])
async def test_joining_is_offered_after_an_edit_that_brings_the_names_near(
    path: Path, key: str, is_joined: bool
) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("e", "end")
        await run.press(*["backspace"] * 4)
        await run.type("Borealis Systems")
        await run.press("enter")
        assert "Is it another round of one of these?" in run.shown()
        await run.press(key)
        assert (hands(run) != ["", ""]) == is_joined


async def test_joining_is_not_offered_with_the_rounds_that_a_new_name_has_just_left(path: Path) -> None:
    async with running(path, TWO_ROUNDS) as run:
        await run.press("e", "end")
        await run.type(" Ltd2")
        await run.press("enter", "t")
        assert "Is it another round" not in run.shown()
        assert hands(run) == ["", ""]


async def test_an_edit_without_another_name_offers_nothing(path: Path) -> None:
    async with running(path, ACME + ROBOTICS) as run:
        await run.press("e", "enter")
        assert "Is it another round" not in run.shown()


async def add(run: Running, company: str, role: str = "") -> None:
    """Add an interview that is still to come."""
    await run.press("a")
    await run.type(company)
    await run.press("tab")
    await run.type("2026-12-03 10:00")
    await run.press("tab")
    await run.type(role)
    await run.press("enter")


@pytest.mark.parametrize(("key", "is_joined"), [("1", True), ("n", False), ("escape", False)])
async def test_joining_a_position_with_a_like_name_is_offered(path: Path, key: str, is_joined: bool) -> None:
    async with running(path) as run:
        await add(run, "Acme Robotics")
        assert "Is it another round of one of these?" in run.shown()
        await run.press(key)
        interviews = run.file()["interview"]
        assert len(interviews) == 2
        names = {interview.get("position", "") for interview in interviews}
        assert (len(names) == 1 and names != {""}) == is_joined
        if is_joined:
            await run.press("u")
            assert all("position" not in interview for interview in run.file()["interview"])


@pytest.mark.parametrize(("company", "role"), [("Borealis", ""), ("Acme", "")])
async def test_joining_is_not_offered_where_the_names_decide(path: Path, company: str, role: str) -> None:
    async with running(path) as run:
        await add(run, company, role)
        assert "Is it another round" not in run.shown()
        assert len(run.file()["interview"]) == 2


async def test_joining_is_offered_without_a_role_while_several_positions_are_open(path: Path) -> None:
    two = ACME.replace('company = "Acme"', 'company = "Acme"\nrole = "Tester"')
    other = BOREALIS.replace('company = "Borealis"', 'company = "Acme"\nrole = "Engineer"')
    async with running(path, two + other) as run:
        await add(run, "Acme")
        assert "1  Acme, Engineer" in run.shown()
        await run.press("2")
        joined = [interview["id"] for interview in run.file()["interview"] if "position" in interview]
        assert len(joined) == 2
        assert "acme" in joined
