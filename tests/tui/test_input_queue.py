"""TextEditor in the notes: signs, undo, pastes, the user's own editor, the mouse."""

import sys
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.keys.hints import _FIRST_USE
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.pilot import ACME, BOREALIS, Running, running

EMPTY = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


def editor(run: Running) -> NotesEditor:
    return run.app.screen_stack[0].query_one(NotesEditor)


async def paste(run: Running, text: str) -> None:
    """Pastes, as the driver would hand it on."""
    run.app.post_message(events.Paste(text))
    await run.pilot.pause()
    await run.pilot.pause()


@pytest.mark.parametrize(
    "typed",
    [
        "@ Dana\nWe talked salary",
        "@ Dana\n@ Luis\n\nplain",
        "> by Friday\nthey pay well",
        "! Kubernetes\nnext round on site",
        "= CV\n! none\nplain",
    ],
)
async def test_only_what_is_typed_is_written_and_the_note_bar_agrees(path: Path, typed: str) -> None:
    async with running(path, EMPTY + EMPTY.partition("\n")[2].replace("acme", "bore")) as run:
        await run.press("3", "enter")
        await run.type(f"{typed}\n")
        await run.press("escape", "right_square_bracket", "n")
        await run.type(f"{typed}\n")
        await run.press("escape")
        assert run.interview()["notes"] == f"{typed}\n"
        assert run.interview("bore")["notes"] == f"{typed}\n".replace("\n\n", "\n")


async def test_ctrl_z_takes_back_within_the_text_and_u_outside(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one")
        await paste(run, "\ntwo\nthree")
        assert editor(run).text == "one\ntwo\nthree"
        await run.press("ctrl+z")
        assert editor(run).text == "one"
        await run.press("ctrl+z")
        assert editor(run).text == ""
        await run.press("ctrl+y", "ctrl+y", "escape")
        assert run.interview()["notes"] == "one\ntwo\nthree"
        await run.press("u")
        assert "three" not in run.interview().get("notes", "")


async def test_a_paste_is_a_step_of_undo_of_its_own_outside_the_text_too(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one ")
        await paste(run, "@ two\rthree")
        await run.type(" four")
        await run.press("escape")
        for left in ("one @ two\nthree four", "one @ two\nthree", "one ", ""):
            assert run.interview().get("notes", "") == left
            await run.press("u")


async def test_a_paste_outside_of_writing_changes_nothing(path: Path) -> None:
    async with running(path) as run:
        before = run.interview()
        await run.press("3")
        await paste(run, "quit\rD\ry")
        assert run.interview() == before


async def test_wide_text_is_typed_and_taken_back(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        for one in "@ 田中 e\u0301 שלום":
            run.app.post_message(events.Key("any", one))
            await run.pilot.pause()
        await run.press("enter", "backspace", "escape")
        assert run.interview()["notes"] == "@ 田中 e\u0301 שלום"


def command(path: Path, code: str) -> str:
    """A command that runs `code` on the file it is given as `p`, its path with a blank in it."""
    script = path.parent / "my editor.py"
    script.write_text(f"import pathlib, sys\np = pathlib.Path(sys.argv[-1])\n{code}\n", encoding="utf-8")
    return f'"{sys.executable}" "{script}" --wait'


@pytest.fixture
def _suspends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot's terminal can't be handed over; there is nothing to hand over, either."""
    import contextlib

    from followup_tui.tui.app import FollowUpApp

    monkeypatch.setattr(FollowUpApp, "suspend", lambda _: contextlib.nullcontext())


@pytest.mark.usefixtures("_suspends")
async def test_F4_is_one_step_of_undo_between_what_is_typed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", command(path, "p.write_text(p.read_text() + '\\n~ hockey\\n@ Dana')"))
    monkeypatch.setenv("EDITOR", "false")
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one")
        await run.press("f4")
        assert run.interview()["notes"] == "one\n~ hockey\n@ Dana"
        assert editor(run).text == "one\n~ hockey\n@ Dana"
        await run.press("escape", "u")
        assert run.interview()["notes"] == "one"
        await run.press("u")
        assert "notes" not in run.interview()


@pytest.mark.usefixtures("_suspends")
async def test_what_was_done_is_on_the_disk_before_F4_hands_the_terminal_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = path.with_name("seen.toml")
    monkeypatch.setenv("VISUAL", command(path, f"pathlib.Path({str(seen)!r}).write_bytes(PATH.read_bytes())"))
    script = path.parent / "my editor.py"
    script.write_text(f"import pathlib\nPATH = pathlib.Path({str(path)!r})\n{script.read_text()}")
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        for key, letter in (("space", " "), ("f4", None)):
            run.app.post_message(events.Key(key, letter))
        await run.pilot.pause(0.5)
        assert "write-down = 2026-11-23" in seen.read_text(encoding="utf-8")


@pytest.mark.usefixtures("_suspends")
async def test_a_failing_editor_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "  ")
    monkeypatch.setenv("EDITOR", command(path, "p.write_text('half written'); sys.exit(3)"))
    async with running(path) as run:
        before = run.interview()
        await run.press("f4")
        assert run.interview() == before
        assert "ended with status 3; nothing was taken from it. What you wrote is in" in run.notices()
        kept = Path(run.notices().rpartition(" is in ")[2])
        assert kept.read_text(encoding="utf-8") == "half written"
        assert kept.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("_suspends")
@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("p.write_bytes(b'caf\\xe9')", "not UTF-8"),
        ("p.unlink()", "left no text"),
        ("pass", "came back as they were"),
        (
            "p.write_text(p.read_text() + '\\n') if not p.read_text().endswith('\\n') else None",
            "as they were",
        ),
    ],
)
async def test_what_an_editor_leaves_is_taken_with_care(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str
) -> None:
    monkeypatch.setenv("VISUAL", command(path, code))
    async with running(path) as run:
        before = run.interview()
        await run.press("f4")
        assert run.interview() == before
        assert told in run.notices()


@pytest.mark.usefixtures("_suspends")
@pytest.mark.parametrize("value", ["no-such-editor --wait", "'unclosed", "/"])
async def test_an_editor_that_cannot_be_started_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("VISUAL", value)
    async with running(path) as run:
        await run.press("f4")
        assert f"{value} can't be started" in run.notices()


async def double_click(pilot: Pilot[None], widget: Widget, x: int, y: int) -> None:
    """Two clicks on the same cell."""
    await pilot.click(widget, offset=(x, y), times=2)
    await pilot.pause()


async def test_the_mouse_goes_to_rows_and_a_double_click_opens_them(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        rows = run.rows("interviews")
        line = next(y for y, (n, _) in enumerate(rows._lines) if rows.rows[n].key == "bore")
        await run.pilot.click(rows, offset=(4, line + 1))
        await run.pilot.pause()
        assert "2 Borealis" in run.shown()
        await double_click(run.pilot, rows, 4, line + 1)
        assert run.rows("steps-list").has_focus


async def test_a_double_click_in_the_notes_writes_there(path: Path) -> None:
    async with running(path) as run:
        box = editor(run)
        await double_click(run.pilot, box, 1 + len("@ Luis"), 1)
        assert not box.read_only
        assert box.cursor_location[0] == 1
        await run.press("end")
        await run.type("!")
        await run.press("escape")
        assert "@ Luis Ortega!\n" in run.interview()["notes"]


async def test_the_wheel_scrolls_the_notes_and_moves_the_day(path: Path) -> None:
    lines = "\n".join(f"line {n}" for n in range(60))
    async with running(path, ACME.replace("! Kubernetes", lines)) as run:
        box = editor(run)
        box._on_mouse_scroll_down(_wheel(box))
        await run.pilot.pause()
        assert box.scroll_offset.y > 0


def _wheel(widget: Widget) -> events.MouseScrollDown:
    return events.MouseScrollDown(widget, 1, 1, 0, 0, 0, False, False, False, 1, 1)


async def test_text_can_be_selected_with_the_mouse_and_copied(path: Path) -> None:
    async with running(path) as run:
        box = editor(run)
        await run.pilot.mouse_down(box, offset=(1, 0))
        await run.pilot.hover(box, offset=(7, 0))
        await run.pilot.mouse_up(box, offset=(7, 0))
        await run.pilot.pause()
        assert box.selected_text == "@ Dana"
        await run.press("ctrl+c")
        assert run.app.clipboard == "@ Dana"


async def test_a_hint_for_first_use_is_gone_once_the_pane_was_used_even_the_next_time(path: Path) -> None:
    async with running(path) as run:
        assert _FIRST_USE["steps"] in run.shown()
        await run.press("space")
        assert _FIRST_USE["steps"] not in run.shown()
        assert " space tick  n note" in run.shown()
        await run.press("4")
        assert _FIRST_USE["timeline"] in run.shown()
        await run.press("l")
        assert _FIRST_USE["timeline"] not in run.shown()
        await run.press("3")
        assert _FIRST_USE["notes"] in run.shown()
    async with running(path, "") as run:
        assert _FIRST_USE["steps"] not in run.shown()
        await run.press("1")
        assert _FIRST_USE["interviews"] in run.shown()


async def test_a_key_that_does_nothing_here_says_where_it_works(path: Path) -> None:
    async with running(path) as run:
        await run.press("t", "t")
        assert run.notices() == "t works in the timeline, 4: Back to today."
        await run.press("left_square_bracket")
        assert "This is the first interview of the list." in run.notices()


async def test_slash_in_the_notes_finds_a_line_and_marks_what_fits(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "slash")
        assert "Find in the notes · Acme" in run.shown()
        await run.type("kub")
        assert "Luis" not in run.shown().split("Find in the notes")[1].split("Dana")[0]
        await run.press("enter")
        assert editor(run).has_focus
        assert editor(run).document.get_line(editor(run).cursor_location[0]) == "! Kubernetes"
        await run.press("slash")
        await run.type("nothing like it")
        assert "Nothing here has" in run.shown()
        await run.press("enter", "escape")
        assert editor(run).has_focus
