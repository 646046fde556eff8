"""Help: for the focused pane and the step at hand, in words of our own."""

import re
from pathlib import Path

import pytest

from followup_tui.core.method import METHOD, SOURCES
from followup_tui.core.model.logbook import (
    STEP_TITLES,
    StepId,
)
from followup_tui.tui.keys.bindings import MAIN, rows
from followup_tui.tui.screens.help import LEGEND, STATES, HelpDialog
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.readme import README
from tests.tui.pilot import ACME, running


@pytest.mark.parametrize("step", StepId)
def test_a_step_is_explained_in_a_few_sentences_with_its_source(step: StepId) -> None:
    assert 2 <= len(re.findall(r"[.?!](?:\s|$)", METHOD[step])) <= 5
    assert len(METHOD[step].split()) <= 60
    assert "article" in SOURCES[step]
    assert set(METHOD) == set(SOURCES) == set(STEP_TITLES)


def test_the_article_is_named_by_its_title_at_the_first_step_and_only_there() -> None:
    title = "“6 Steps You Should Take After A Job Interview”"
    assert [step for step in StepId if title in SOURCES[step]] == [StepId.ASK]
    assert README.read_text(encoding="utf-8").count(title) == 1


@pytest.mark.parametrize(
    ("keys", "heading", "row"),
    [
        (("1",), "What you can do here", "Open the row"),
        (("2",), "What you can do here", "Tick: done"),
        (("3",), "What you can do here", "Write in the notes"),
        (("4",), "What you can do here", "Back to today"),
        (("n",), "What you can do here", "Close the note bar"),
    ],
)
async def test_what_can_be_done_in_the_focused_pane_comes_before_moving_about(
    path: Path, keys: tuple[str, ...], heading: str, row: str
) -> None:
    async with running(path, size=(120, 90)) as run:
        await run.press(*keys, "f1")
        shown = run.shown()
        assert shown.index(heading) < shown.index(row) < shown.index("Moving about")
        await run.press("f1")
        assert not isinstance(run.app.screen, HelpDialog)


async def test_the_step_under_the_cursor_is_explained_and_how_it_stands(path: Path) -> None:
    async with running(path, size=(120, 90)) as run:
        await run.go(StepRow(StepId.FOLLOW_UP))
        await run.press("question_mark")
        shown = " ".join(run.shown().replace("│", " ").split())
        assert "Help · Follow up" in shown
        assert METHOD[StepId.FOLLOW_UP] in shown
        assert SOURCES[StepId.FOLLOW_UP] in shown
        assert "Now: " in shown


async def test_while_writing_F1_shows_the_signs_and_writing_goes_on(path: Path) -> None:
    async with running(path, size=(120, 90)) as run:
        await run.press("3", "enter")
        await run.type("half ")
        await run.press("f1")
        assert "A line that begins with" in run.shown()
        assert "a concern they have about you" in run.shown()
        await run.press("escape")
        assert not run.app.screen.query_one(NotesEditor).read_only
        await run.type("a word?")
        await run.press("escape")
        assert run.interview()["notes"].endswith("half a word?")


@pytest.mark.parametrize(("key", "row"), [("a", "Save"), ("D", "Yes"), ("slash", "Close, and stay here")])
async def test_over_a_box_F1_shows_what_the_box_can_do(path: Path, key: str, row: str) -> None:
    async with running(path, ACME) as run:
        await run.press("1", key, "f1")
        assert isinstance(run.app.screen, HelpDialog)
        assert row in run.shown()
        await run.press("f1")
        assert not isinstance(run.app.screen, HelpDialog)
        assert len(run.app.screen_stack) == 2


async def test_help_scrolls_and_fits_small_screens(path: Path) -> None:
    async with running(path, size=(60, 18)) as run:
        await run.press("question_mark")
        assert "esc close" in run.shown()
        assert "Save now" not in run.shown()
        rows = []
        for _ in range(12):
            rows += run.shown().split("\n")
            await run.press("pagedown")
        shown = "\n".join(rows)
        for name in (
            "The next row",
            "Add an interview",
            "Zoom this pane, or go back to all panes",
            "Save and quit",
        ):
            assert name in shown


async def test_the_ids_that_the_file_uses_are_there_on_request(path: Path) -> None:
    async with running(path, size=(80, 60)) as run:
        await run.press("2", "question_mark")
        assert "note.open" not in run.shown()
        await run.press("i")
        row = next(line for line in run.shown().splitlines() if "Write notes line by line" in line)
        assert "note.open" in row
        await run.press("i")
        assert "note.open" not in run.shown()
        await run.press("escape", "c", "f1", "i")
        assert "form.save" in run.shown()


async def test_it_narrows_down_to_what_is_typed(path: Path) -> None:
    async with running(path, size=(80, 24)) as run:
        await run.press("2", "question_mark", "slash")
        await run.type("Next ROUND")
        shown = run.shown()
        assert "filled in from this one" in shown
        assert "Undo the last change" not in shown
        assert METHOD[StepId.WRITE_DOWN].split(".")[0] not in shown
        await run.type("?q")
        assert "Nothing found for “Next ROUND?q”" in run.shown()
        await run.press("escape")
        assert "Nothing found" not in run.shown()
        assert "Tick: done" in run.shown()
        await run.press("escape")
        assert not isinstance(run.app.screen, HelpDialog)


async def test_an_action_is_found_by_other_words_for_it(path: Path) -> None:
    async with running(path, size=(80, 24)) as run:
        await run.press("2", "question_mark", "slash")
        await run.type("date")
        assert "Set the promised day" in run.shown()
        assert "Undo the last change" not in run.shown()


async def test_the_frame_names_the_keys_that_work_while_a_filter_is_typed(path: Path) -> None:
    async with running(path, size=(80, 24)) as run:
        await run.press("2", "question_mark")
        assert "/ find · i ids · esc close" in run.shown()
        await run.press("slash")
        assert "i ids" not in run.shown()
        assert "esc show all" in run.shown()
        await run.press("escape")
        assert "/ find · i ids · esc close" in run.shown()


async def test_help_has_every_action(path: Path) -> None:
    async with running(path, size=(120, 80)) as run:
        await run.press("f1")
        shown = " ".join(run.shown().split())
        for row in rows(*MAIN, "app", "list"):
            assert row.description in shown


async def test_question_mark_helps_with_the_step_at_hand(path: Path) -> None:
    async with running(path) as run:
        await run.go(StepRow(StepId.CONNECT))
        await run.press("question_mark")
        assert isinstance(run.app.screen, HelpDialog)
        assert "Not Facebook" in run.shown()
        await run.press("escape")
        assert not isinstance(run.app.screen, HelpDialog)


async def test_help_in_the_timeline_says_what_its_signs_mean(path: Path) -> None:
    async with running(path) as run:
        await run.press("4", "question_mark")
        shown = run.shown()
        assert all(what in shown for _, what in LEGEND)
        await run.press("escape", "2", "question_mark", "slash")
        await run.type("not yet")
        assert STATES[0][1] in run.shown()


def test_all_steps_have_a_title_and_a_method() -> None:
    from followup_tui.core.method import METHOD

    assert set(METHOD) == set(STEP_TITLES)


async def test_without_an_interview_the_help_is_not_about_steps(path: Path) -> None:
    async with running(path, "", (80, 40)) as run:
        await run.press("question_mark")
        assert "A line that begins with" in run.shown()
        assert "Ask the right questions" not in run.shown()
        assert "The marks in the lists" not in run.shown()
        assert "Add an interview" in run.shown()
