"""An answer and a promised day of the same day: the later of the two counts, and the screen says so."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.row_keys import MaterialRow, StepRow
from followup_tui.tui.widgets.line_input import LineInput
from tests.tui.pilot import ACME, Running, running


async def set_day(run: Running, words: str) -> None:
    """Set the promised day, twenty seconds after what was before."""
    run.clock.on(seconds=20)
    await run.press("d")
    await run.type(words)
    await run.press("enter")


async def answer(run: Running, new_date: str = "", when: str = "") -> None:
    """Record an answer, twenty seconds after what was before."""
    run.clock.on(seconds=20)
    await run.go(StepRow(StepId.WAIT))
    await run.press("c", "tab")
    await run.type(new_date)
    await run.press("tab", "tab", "tab")
    await run.type(when)
    await run.press("enter")


@pytest.mark.parametrize("when", ["", "now", "today", "16:00"])
async def test_an_answer_ends_the_wait_for_a_day_that_was_set_before(path: Path, when: str) -> None:
    async with running(path) as run:
        await set_day(run, "end of next week")
        assert "not before Mon 7 Dec" in run.shown()
        await answer(run, when=when)
        assert "They answered, so the wait is over." in run.notices()
        assert "Follow up? not before Mon 7 Dec." in run.shown()
        assert "they answered" in run.shown()
        await run.press("u")
        assert "not before Mon 7 Dec" in run.shown()


async def test_a_day_that_is_set_after_an_answer_begins_a_new_wait(path: Path) -> None:
    async with running(path) as run:
        await answer(run)
        assert "Follow up? not before Mon 7 Dec." in run.shown()
        await set_day(run, "in two weeks")
        assert "not before Tue 8 Dec" in run.shown()


async def test_a_day_that_comes_with_an_answer_begins_a_new_wait(path: Path) -> None:
    async with running(path) as run:
        await set_day(run, "end of next week")
        await answer(run, "in two weeks")
        assert "the wait goes on until Mon 7 Dec, the day they named" in run.notices()
        assert "not before Tue 8 Dec" in run.shown()
        await answer(run)
        assert "They answered, so the wait is over." in run.notices()
        assert "Follow up? not before Tue 8 Dec." in run.shown()
        assert "they answered" in run.shown()


async def test_an_answer_of_before_leaves_the_day_alone_and_says_so(path: Path) -> None:
    async with running(path) as run:
        await set_day(run, "end of next week")
        await answer(run, when="15:30")
        assert "They answered, so the wait is over." in run.notices()
        assert "not before Mon 7 Dec" in run.shown()


async def test_c_records_an_answer_with_a_new_date(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.WAIT))
        await run.press("c", "tab")
        await run.type("in two weeks")
        await run.press("enter")
        interview = run.interview()
        assert [contact["kind"] for contact in interview["contact"]] == ["reply"]
        assert str(interview["promise"][0]["decide_by"]) == "2026-12-07"
        assert "ticks" not in interview
        assert "until Mon 7 Dec" in run.shown()


async def test_a_third_follow_up_needs_a_reason_which_is_kept(path: Path) -> None:
    sent = "".join(
        f'[[interview.contact]]\nid = "c{day}"\nat = 2026-11-{day}T10:00:00+01:00\nkind = "follow-up"\n'
        for day in (12, 20)
    )
    text = ACME.replace("2026-11-23T14", "2026-11-05T14").replace("2026-12-04", "2026-11-10") + sent
    async with running(path, text) as run:
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("c")
        await run.press("enter")
        assert len(run.interview()["contact"]) == 2
        assert "You have used your follow-ups" in run.shown()
        await run.type("they asked for it")
        await run.press("enter")
        assert [contact.get("reason") for contact in run.interview()["contact"]] == [
            None,
            None,
            "they asked for it",
        ]


async def test_the_name_of_a_material_is_no_words_of_theirs(path: Path) -> None:
    """Only the kind that the row is of has its name as the text; what is typed stays."""
    async with running(path) as run:
        await run.go(MaterialRow("references"))
        await run.press("c")
        text = run.app.screen.query_one("#text", LineInput)
        for key, value in (("right", ""), ("right", ""), ("left", ""), ("left", "references"), ("d", "")):
            await run.press(key)
            assert text.value == value, key
        await run.press("escape")
        assert len(run.app.screen_stack) == 1, "nothing was typed, so nothing is asked"
        await run.press("c", "d")
        run.app.screen.query_one("#text", LineInput).focus()
        await run.type("soon")
        await run.press("enter")
        (contact,) = run.interview()["contact"]
        assert (contact["says"], contact["text"]) == ("deciding", "soon")


async def test_a_moment_that_is_not_understood_is_asked_for_again(path: Path) -> None:
    async with running(path) as run:
        await run.press("c")
        form = run.app.screen
        assert isinstance(form, ContactForm)
        form.when.value = "whenever"
        await run.press("enter")
        assert len(run.app.screen_stack) == 2
        assert form.when.has_focus
        assert "contact" not in run.interview()
