"""What is typed in a form or the note bar when the app ends: asked about, or noted; lost in no case."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from followup_tui.tui.screens.dialogs import PromptDialog
from followup_tui.tui.screens.interview_form import InterviewForm
from followup_tui.tui.screens.main.note_taking import UNSAVED
from followup_tui.tui.screens.typed_texts import QuitQuestion
from followup_tui.tui.screens.unsaved import UnsavedDialog
from followup_tui.tui.shutdown import Shutdown
from tests.tui.pilot import Running, running
from tests.tui.waiting import key_event

FORMS = {"interview": (("a",), "Zeta"), "day": (("2", "d"), "in 3 days")}


async def type_into(run: Running, form: str) -> None:
    keys, text = FORMS[form]
    await run.press(*keys)
    await run.type(text)


@pytest.mark.parametrize("form", FORMS)
async def test_quitting_asks_about_a_form_in_which_something_was_typed(path: Path, form: str) -> None:
    async with running(path) as run:
        await type_into(run, form)
        await run.press("ctrl+q", "ctrl+q")
        assert sum(isinstance(screen, QuitQuestion) for screen in run.app.screen_stack) == 1
        assert not run.app._exit
        await run.press("escape")
        assert isinstance(run.app.screen, InterviewForm | PromptDialog)
        await run.press("ctrl+q", "y")
        assert run.app._exit
        assert FORMS[form][1] not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
async def test_what_was_discarded_is_asked_about_again_where_the_app_could_not_quit(
    path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(path) as run:
        await type_into(run, form)
        monkeypatch.setattr(Shutdown, "save", lambda *_, **__: False)
        await run.press("ctrl+q", "y")
        assert isinstance(run.app.screen, UnsavedDialog)
        await run.press("escape", "escape")
        assert "Discard what you typed?" in run.shown()
        await run.press("n")
        await run.type("!")
        await run.press("ctrl+q")
        assert isinstance(run.app.screen, QuitQuestion)


async def test_quitting_asks_nothing_where_nothing_was_typed(path: Path) -> None:
    async with running(path) as run:
        await run.press("a", "ctrl+q")
        assert run.app._exit


@pytest.mark.parametrize("form", FORMS)
async def test_an_end_that_can_not_ask_notes_what_was_typed_into_a_form_once(path: Path, form: str) -> None:
    async with running(path) as run:
        await type_into(run, form)
        run.app.shutdown.save()
        run.app.shutdown.save()
        notes = run.interview()["notes"]
        assert notes.endswith(f"when the app ended:\n| {FORMS[form][1]}\n")
        assert path.read_text(encoding="utf-8").count(FORMS[form][1]) == 1


async def test_what_was_typed_into_the_very_first_form_is_noted_with_the_first_interview(
    path: Path,
) -> None:
    async with running(path, "") as run:
        await type_into(run, "interview")
        run.app.shutdown.save()
        run.app.shutdown.save()
    (line,) = run.file()["inbox"]
    assert line["text"] == f"{UNSAVED}\n| Zeta"
    async with running(path, "") as run:
        shown = run.shown()
        assert UNSAVED in shown
        assert "| Zeta" in shown
        assert "The first interview that you add gets this note." in shown
        await run.press("a")
        await run.type("Acme")
        await run.press("enter")
        (added,) = run.file()["interview"]
        assert (added["company"], added["notes"]) == ("Acme", f"{UNSAVED}\n| Zeta\n")
        assert "inbox" not in run.file()
        await run.press("escape", "2", "u")
        assert "interview" not in run.file()
        assert "| Zeta" in run.shown()


@pytest.mark.parametrize(
    ("opened", "last"),
    [
        (("n",), key_event("enter")),
        (("n",), events.Paste("\nand more\nand on\n")),
        (("n",), key_event("escape")),
        (("2", "r", "n"), key_event("enter")),
    ],
    ids=["enter", "paste", "escape", "recall card"],
)
async def test_the_line_of_a_note_bar_is_stored_once_however_far_it_has_come(
    path: Path, opened: tuple[str, ...], last: events.Event
) -> None:
    """A signal may come at any turn of the event loop: while the line is on its way into the notes, too."""
    for turns in (2, 5, 6, 7):
        path.unlink(missing_ok=True)
        async with running(path) as run:
            await run.press(*opened)
            await run.type("~ sails")
            run.app.post_message(last)
            for _ in range(turns):
                await asyncio.sleep(0)
            run.app.shutdown.save()
            await run.idle()
            run.app.shutdown.save()
            assert run.interview()["notes"].count("~ sails\n") == 1, turns
