"""The user's own editor: F4 hands the notes over and takes back what it leaves."""

import sys
from pathlib import Path

import pytest
from textual import events

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.pilot import Running, running

EMPTY = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
"""


def editor(run: Running) -> NotesEditor:
    return run.app.screen_stack[0].query_one(NotesEditor)


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
async def test_F4_is_a_step_of_undo_between_what_is_typed(
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
    ("code", "message"),
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
    path: Path, monkeypatch: pytest.MonkeyPatch, code: str, message: str
) -> None:
    monkeypatch.setenv("VISUAL", command(path, code))
    async with running(path) as run:
        before = run.interview()
        await run.press("f4")
        assert run.interview() == before
        assert message in run.notices()


@pytest.mark.usefixtures("_suspends")
@pytest.mark.parametrize("value", ["no-such-editor --wait", "'unclosed", "/"])
async def test_an_editor_that_cannot_be_started_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("VISUAL", value)
    async with running(path) as run:
        await run.press("f4")
        assert f"{value} can't be started" in run.notices()


async def test_F4_takes_what_the_editor_leaves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with running(path) as run:
        await run.press("f4")
        assert "No editor is set" in run.notices()
