"""The rounds of a position on the main screen: which one is shown, what is due elsewhere, where it opens."""

from pathlib import Path

import pytest

from followup_tui.storage.paths import LAST_SEEN_FILE
from followup_tui.tui.screens.row_keys import MaterialRow
from tests.tui.pilot import ACME, BOREALIS, running

FIRST_ROUND = """\
[[interview]]
id = "first"
company = "Acme"
held_at = 2026-11-16T14:00:00+01:00
notes = '''
@ Ann Howe
= none
! none
~ none
+ code sample by 2026-12-04
> by 2026-11-20
'''
"""
CALM = """\
format = 1
[[interview]]
id = "{id}"
company = "{company}"
held_at = 2026-11-{day}T14:00:00+01:00
notes = '''
@ none
= none
! none
~ none
+ none
> by 2026-12-04
'''
[interview.ticks]
ask = 2026-11-20
write-down = 2026-11-20
thank = 2026-11-20
"""


def calm(id: str, company: str, day: int, is_first: bool = True) -> str:
    text = CALM.format(id=id, company=company, day=day)
    return text if is_first else text.partition("\n")[2]


async def test_the_rounds_of_a_position_share_a_row_of_the_list(path: Path) -> None:
    async with running(path, ACME + FIRST_ROUND + BOREALIS) as run:
        keys = [row.key for row in run.rows("interviews").rows if row.selectable]
        assert set(keys) == {"acme", "bore"}
        assert len(keys) == 2


async def test_the_title_names_the_round_and_parentheses_go_to_the_others(path: Path) -> None:
    async with running(path, ACME + FIRST_ROUND) as run:
        assert "2 Acme · round 2 of 2" in run.shown()
        assert "@ Dana Reyes" in run.shown()
        await run.press("left_parenthesis")
        assert "2 Acme · round 1 of 2" in run.shown()
        assert "@ Ann Howe" in run.shown()
        assert run.rows("interviews").cursor == "acme"
        await run.press("left_parenthesis")
        assert "first round on record" in run.notices()
        await run.press("right_parenthesis")
        assert "2 Acme · round 2 of 2" in run.shown()
        await run.press("right_parenthesis")
        assert "last round on record" in run.notices()


async def test_D_deletes_the_round_that_is_shown(path: Path) -> None:
    async with running(path, ACME + FIRST_ROUND) as run:
        await run.press("left_parenthesis", "3", "D", "y")
        assert [interview["id"] for interview in run.file()["interview"]] == ["acme"]
        assert "round" not in run.shown().partition("\n")[0]


async def test_brackets_move_by_position_from_any_round(path: Path) -> None:
    async with running(path, ACME + FIRST_ROUND + BOREALIS) as run:
        await run.press("left_parenthesis", "right_square_bracket")
        assert "2 Borealis" in run.shown()
        await run.press("left_square_bracket")
        assert "2 Acme · round 2 of 2" in run.shown()


async def test_material_that_an_earlier_round_asked_for_is_owed_in_the_next(path: Path) -> None:
    async with running(path, ACME + FIRST_ROUND) as run:
        assert "code sample" in run.shown()
        await run.go(MaterialRow("code sample"))
        await run.press("space")
        (contact,) = run.interview()["contact"]
        assert (contact["kind"], contact["text"]) == ("material", "code sample")
        assert MaterialRow("code sample") not in [row.key for row in run.rows("steps-list").rows]
        await run.press("u")
        assert "contact" not in run.interview()


@pytest.mark.parametrize(("size", "which"), [((80, 24), "round 2"), ((60, 18), "round 2 of 2")])
async def test_where_the_list_has_no_room_the_title_counts_what_is_due_elsewhere(
    path: Path, size: tuple[int, int], which: str
) -> None:
    async with running(path, ACME + BOREALIS + FIRST_ROUND, size) as run:
        title = next(line for line in run.shown().split("\n") if "2 Acme" in line)
        assert f"{which} · 1 more due: press 1" in title


async def test_the_headline_of_a_calm_interview_counts_what_is_due_elsewhere_in_place_of_the_title(
    path: Path,
) -> None:
    calm = ACME.replace("! Kubernetes", "! none\n= none\n~ none").replace(
        "@ Dana Reyes, manager\n@ Luis Ortega", "@ none"
    )
    async with running(path, calm + BOREALIS, (80, 24)) as run:
        await run.press("]")
        assert "1 due elsewhere:" in run.shown()
        assert "more due" not in run.shown()


async def test_where_the_list_is_shown_the_title_counts_nothing(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        assert "more due" not in run.shown()


async def test_it_opens_on_the_most_urgent_position_whatever_was_seen_last(path: Path) -> None:
    async with running(path, calm("calm", "Calm", 20) + ACME.partition("\n")[2]) as run:
        assert "2 Acme" in run.shown()
        await run.press("right_square_bracket", "q")
    async with running(path, "") as run:
        assert "2 Acme" in run.shown()


async def test_without_anything_due_it_opens_on_the_position_seen_last(path: Path) -> None:
    text = calm("one", "First Co", 19) + calm("two", "Second Co", 20, is_first=False)
    async with running(path, text) as run:
        assert "2 Second Co" in run.shown(), "the newest, while nothing was seen"
        await run.press("left_square_bracket", "right_square_bracket")
        await run.press("left_square_bracket")
        seen = run.app.screen_stack[0].navigation.current  # type: ignore[attr-defined]
        await run.press("q")
    assert (path.parent / "state" / LAST_SEEN_FILE).read_text() == f"{seen}\n"
    async with running(path, "") as run:
        assert run.app.screen_stack[0].navigation.current == seen  # type: ignore[attr-defined]


@pytest.mark.parametrize("content", [b"", b"gone\n", b"\xff\xfe", b"x" * 10_000])
async def test_what_was_seen_last_is_forgotten_safely(path: Path, content: bytes) -> None:
    (path.parent / "state").mkdir()
    (path.parent / "state" / LAST_SEEN_FILE).write_bytes(content)
    text = calm("one", "First Co", 19) + calm("two", "Second Co", 20, is_first=False)
    async with running(path, text) as run:
        assert "2 Second Co" in run.shown()
