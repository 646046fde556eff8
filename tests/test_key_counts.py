"""The keys that ten jobs take, from the first screen to the file; text that is typed is not counted.

No job may ever take more. Each limit is what a user counted at first, or less.
"""

from pathlib import Path

import pytest

from tests.tui.pilot import ACME, BOREALIS, Running, replies, running

DANA = ACME.replace("manager\n@ Luis Ortega", "manager <dana@acme.example>\n= none\n~ Dana plays ice hockey")
"""One person to thank, nothing left to note."""
WAITING = f"""\
{ACME.replace("2026-11-23", "2026-11-18").replace("+ references by 2026-11-27", "+ none")}
[interview.ticks]
ask = 2026-11-18
write-down = 2026-11-18
thank = 2026-11-18
connect = "skipped"
"""
"""Nothing to do but to wait for their answer."""


class Job:
    """A job in the running app, and the keys that it took so far."""

    def __init__(self, run: Running) -> None:
        self._run, self.keys = run, 0

    async def press(self, *keys: str) -> None:
        """Press keys that count."""
        self.keys += len(keys)
        await self._run.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, which does not count."""
        await self._run.type(text)


async def test_an_interview_is_added_with_two_keys(path: Path) -> None:
    async with running(path) as run:
        job = Job(run)
        await job.press("a")
        await job.type("Zeta")
        await job.press("enter")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Zeta"]
        assert job.keys <= 2


async def test_a_fact_is_filed_with_enter_once_the_note_bar_is_open(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        job = Job(run)
        await job.type("~ Dana sails")
        await job.press("enter")
        assert "~ Dana sails" in run.interview()["notes"]
        assert job.keys <= 1


async def test_a_thank_you_note_is_written_and_recorded_with_three_keys(path: Path) -> None:
    async with running(path, DANA) as run:
        job = Job(run)
        await job.press("w")
        await job.type("Your stories about ice hockey made me smile.")
        await job.press("f5", "y")
        (contact,) = run.interview()["contact"]
        assert (contact["kind"], contact["person"]) == ("thank-you", "Dana Reyes")
        assert job.keys <= 3


async def test_the_usual_reply_is_recorded_with_two_keys(path: Path) -> None:
    async with running(path, WAITING) as run:
        job = Job(run)
        await job.press("c", "enter")
        assert len(replies(run)) == 1
        assert job.keys <= 2


@pytest.mark.parametrize(
    ("letter", "says"),
    [("t", "thanks"), ("d", "deciding"), ("o", "offer"), ("r", "rejection"), ("e", "other")],
)
async def test_any_other_reply_is_recorded_with_three_keys(path: Path, letter: str, says: str) -> None:
    async with running(path, WAITING) as run:
        job = Job(run)
        await job.press("c", letter, "enter")
        assert [reply["says"] for reply in replies(run)] == [says]
        assert job.keys <= 3


@pytest.mark.parametrize(
    ("letter", "outcome"), [("a", "accepted"), ("d", "declined"), ("r", "rejected"), ("n", "no answer")]
)
async def test_a_position_is_closed_with_three_keys(path: Path, letter: str, outcome: str) -> None:
    async with running(path, WAITING) as run:
        job = Job(run)
        await job.press("o", letter)
        assert run.interview()["outcome"] == outcome
        assert job.keys <= 3


async def test_a_company_is_found_with_two_keys(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        job = Job(run)
        await job.press("slash")
        await job.type("bor")
        await job.press("enter")
        assert "2 Borealis" in run.shown()
        # What is typed from now on is for the company that was found.
        await run.press("n")
        await run.type("~ Mina sails\n")
        assert "~ Mina sails" in run.interview("bore")["notes"]
        assert job.keys <= 2


async def test_the_next_round_is_added_with_two_keys(path: Path) -> None:
    async with running(path, WAITING) as run:
        job = Job(run)
        await job.press("N")
        await job.type("3 Dec 10am")
        await job.press("enter")
        assert [interview.get("round") for interview in run.file()["interview"]] == [1, 2]
        assert [reply["says"] for reply in replies(run)] == ["next round"]
        assert job.keys <= 2


async def test_an_offer_with_its_day_is_recorded_with_three_keys(path: Path) -> None:
    async with running(path, WAITING) as run:
        job = Job(run)
        await job.press("o", "o")
        await job.type("fri")
        await job.press("enter")
        assert [(reply["says"], str(reply["answer_by"])) for reply in replies(run)] == [
            ("offer", "2026-11-27")
        ]
        assert job.keys <= 3


async def test_u_undoes_a_change(path: Path) -> None:
    async with running(path, WAITING) as run:
        await run.press("o", "w")
        assert run.interview()["outcome"] == "withdrawn"
        job = Job(run)
        await job.press("u")
        assert "outcome" not in run.interview()
        assert job.keys <= 1
