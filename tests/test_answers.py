"""What an answer of theirs does, from the keys to the file to `due`: the table of the method, row by row."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.core.rules.agenda import due_lines, entry
from followup_tui.core.rules.plan import plan_positions
from followup_tui.storage.loading import load_file
from followup_tui.tui.screens.row_keys import StepRow
from tests.core.builders import at
from tests.tui.pilot import running

WAITING = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-19T14:00:00+01:00
notes = '''
@ Dana
> 2026-11-27
+ none
= none
! none
~ none
'''
[[interview.contact]]
id = "thanks"
at = 2026-11-19T18:00:00+01:00
kind = "thank-you"
person = "Dana"
"""
"""They decide by Fri 27 Nov; it is Mon 23 Nov."""

FOLLOW_UP = "Acme: follow up, by tomorrow"
LATE = "Acme: follow up, late"
OFFER = "Acme: answer the offer, by "


def due(path: Path, day: str) -> str:
    """Return the first line of `due` on a day, for the file as it is."""
    logbook = load_file(path).logbook
    lines = due_lines(plan_positions(logbook.interviews, at(f"{day}T09:00"), logbook.rules))
    return lines[0] if lines else ""


def listed(path: Path, day: str) -> str:
    """Return the row of the list on a day."""
    logbook = load_file(path).logbook
    (plan,) = plan_positions(logbook.interviews, at(f"{day}T09:00"), logbook.rules)
    shown = entry(plan)
    return f"{shown.group}: {shown.next} {shown.when}".rstrip()


@pytest.mark.parametrize(
    ("keys", "typed", "answer", "outcome", "due_on"),
    [
        pytest.param(
            ("c", "t"), "", {"says": "thanks"}, "",
            {"2026-11-24": "", "2026-11-30": FOLLOW_UP, "2026-12-02": LATE},
            id="thanks: the wait goes on as it was",
        ),
        pytest.param(
            ("c", "d"), "", {"says": "deciding"}, "",
            {"2026-11-30": "", "2026-12-01": FOLLOW_UP},
            id="deciding without a day: quiet for 7 days from the answer",
        ),
        pytest.param(
            ("c", "d"), "by 11 December", {"says": "deciding"}, "",
            {"2026-11-30": "", "2026-12-11": "", "2026-12-14": FOLLOW_UP},
            id="deciding: quiet up to the new day",
        ),
        pytest.param(
            ("c", "n"), "", {"says": "next round"}, "",
            {"2026-11-30": "", "2026-12-01": FOLLOW_UP},
            id="next round without a day: reads as deciding",
        ),
        pytest.param(
            ("c", "o"), "by Friday", {"says": "offer", "answer_by": date(2026, 11, 27)}, "",
            {
                "2026-11-24": f"{OFFER}Fri 27 Nov",
                "2026-11-26": f"{OFFER}tomorrow",
                "2026-11-28": "Acme: answered the offer?",
                "2026-12-04": "Acme: answered the offer?",
                "2026-12-05": "",
            },
            id="offer: theirs to answer by its day, asked for 7 days more",
        ),
        pytest.param(
            ("c", "o"), "", {"says": "offer"}, "",
            {"2026-11-24": f"{OFFER}Mon 30 Nov (our estimate)"},
            id="offer without a day: our estimate",
        ),
        pytest.param(
            ("o", "o"), "Fri", {"says": "offer", "answer_by": date(2026, 11, 27)}, "",
            {"2026-11-24": f"{OFFER}Fri 27 Nov"},
            id="offer as an outcome: the same answer",
        ),
        pytest.param(
            ("c", "r"), "", {"says": "rejection"}, "rejected",
            {"2026-11-24": "", "2026-11-30": "", "2026-12-20": ""},
            id="rejection: closed, and nothing is due",
        ),
        pytest.param(
            ("o", "r"), None, {"says": "rejection"}, "rejected",
            {"2026-11-24": "", "2026-11-30": ""},
            id="rejection as an outcome: the same answer",
        ),
        pytest.param(
            ("c",), "", {"says": "other"}, "",
            {"2026-11-24": "", "2026-11-30": "", "2026-12-10": ""},
            id="something else: the wait is over, and a follow-up is never due",
        ),
    ],
)  # fmt: skip
async def test_an_answer_does_what_the_method_says(
    path: Path,
    keys: tuple[str, ...],
    typed: str | None,
    answer: dict[str, Any],
    outcome: str,
    due_on: dict[str, str],
) -> None:
    async with running(path, WAITING) as run:
        await run.go(StepRow(StepId.WAIT))
        pressed = [*keys]
        await run.press(*keys)
        if typed:
            await run.type(typed)
        if typed is not None:
            pressed.append("enter")
            await run.press("enter")
        assert len(pressed) <= 3, "a reply takes three keys at most, besides a day that is typed"
        assert len(run.app.screen_stack) == 1
        (reply,) = (contact for contact in run.interview()["contact"] if contact["kind"] == "reply")
        assert {key: reply[key] for key in ("says", "answer_by") if key in reply} == answer
        assert run.interview().get("outcome", "") == outcome
        assert {day: due(path, day) for day in due_on} == due_on
        before = WAITING.count("[[interview.contact]]")
        await run.press("u")
        assert len(run.interview()["contact"]) == before, "one step of undo takes all of it back"
        assert "outcome" not in run.interview()
        assert "promise" not in run.interview()
        assert due(path, "2026-11-30") == FOLLOW_UP


async def test_after_something_else_a_check_in_is_possible_later(path: Path) -> None:
    async with running(path, WAITING) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "enter")
        assert listed(path, "2026-11-24") == "waiting: they answered yesterday"
        assert listed(path, "2026-12-01") == "waiting: may follow up"


async def test_a_next_round_with_a_day_is_planned_and_nothing_is_asked_before_it(path: Path) -> None:
    async with running(path, WAITING) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "n")
        await run.type("3 Dec 10am")
        await run.press("enter", "enter")
        assert [record["round"] for record in run.file()["interview"]] == [1, 2]
        assert due(path, "2026-11-30") == ""
        assert due(path, "2026-12-02") == "Acme: interview tomorrow, 10:00"
        assert listed(path, "2026-11-30") == "upcoming: next round Thu 3 Dec 10:00"


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("a", "accepted"), ("d", "declined"), ("w", "withdrawn"), ("n", "no answer")],
)
async def test_closing_takes_two_keys_and_ends_what_an_offer_asks_for(
    path: Path, key: str, outcome: str
) -> None:
    async with running(path, WAITING) as run:
        await run.press("o", "o", "enter")
        assert due(path, "2026-11-24").startswith(OFFER)
        await run.press("o", key)
        assert listed(path, "2026-11-24") == f"closed: {outcome}"
        assert due(path, "2026-11-24") == ""
        await run.press("u")
        assert due(path, "2026-11-24").startswith(OFFER)


async def test_a_cancelled_second_round_reads_like_an_answer_still_deciding_of_its_day(path: Path) -> None:
    async with running(path, WAITING) as run:
        await run.press("N")
        await run.type("27 Nov 10am")
        await run.press("enter")
        assert due(path, "2026-11-26") == "Acme: interview tomorrow, 10:00"
        await run.press(")", "o", "c")
        assert [record.get("outcome", "") for record in run.file()["interview"]] == ["", "cancelled"]
        assert due(path, "2026-11-26") == ""
        assert due(path, "2026-12-07") == FOLLOW_UP
        await run.press("u")
        assert due(path, "2026-11-26") == "Acme: interview tomorrow, 10:00"
