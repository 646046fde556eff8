"""The user's own editor: F4 hands the notes over and takes back what it leaves."""

import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from textual import events

from followup_tui.core.model.logbook import StepId
from followup_tui.tui import external_editor
from followup_tui.tui.screens.main.autosave import Autosave
from followup_tui.tui.screens.row_keys import StepRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.pilot import EMPTY, Running, running

BUSY_SECONDS = 20.0
"""How long the command of a test may take to return, in seconds: it starts two interpreters."""


def editor(run: Running) -> NotesEditor:
    return run.app.screen_stack[0].query_one(NotesEditor)


def command(path: Path, code: str) -> str:
    """Return a command that runs `code` on the file it is given as `p`, its path with a blank in it."""
    script = path.parent / "my editor.py"
    script.write_text(f"import pathlib, sys\np = pathlib.Path(sys.argv[-1])\n{code}\n", encoding="utf-8")
    return f'"{sys.executable}" "{script}" --wait'


@pytest.fixture
def _suspends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Do nothing: the pilot's terminal can't be handed over."""
    import contextlib

    from followup_tui.tui.app import FollowUpApp

    monkeypatch.setattr(FollowUpApp, "suspend", lambda _: contextlib.nullcontext())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


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
    monkeypatch.setattr(Autosave, "save_soon", lambda _: None)
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        for key, letter in (("space", " "), ("f4", None)):
            run.app.post_message(events.Key(key, letter))
        await run.saved()
        assert "write-down = 2026-11-23" in seen.read_text(encoding="utf-8")
        await run.go(StepRow(StepId.THANK))
        run.put("w", "x", "y", "f4")
        await run.saved()
        assert "xy" in tomllib.loads(seen.read_text(encoding="utf-8"))["interview"][0]["draft"][0]["body"]


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
        ("p.unlink()", "saved no text"),
        ("pass", "came back unchanged"),
        (
            "p.write_text(p.read_text() + '\\n') if not p.read_text().endswith('\\n') else None",
            "unchanged",
        ),
        ("import os; os.kill(os.getpid(), 2)", "was ended by signal 2; nothing was taken from it."),
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
        assert "Errno" not in run.notices()


async def test_without_an_editor_F4_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with running(path) as run:
        await run.press("f4")
        assert "No editor is set" in run.notices()


def lingering(path: Path, *later: str) -> tuple[str, Path]:
    """Return a command that starts an editor in the background, which saves when the file `go` appears."""
    go = path.with_name("go")
    writes = "\n".join(
        f"while not GO.exists() or GO.read_text() < '{n}': time.sleep(0.02)\n{code}"
        for n, code in enumerate(later, 1)
    )
    script = path.parent / "background.py"
    script.write_text(
        f"import pathlib, sys, time\nGO = pathlib.Path({str(go)!r})\n"
        f"p = pathlib.Path(sys.argv[-1])\n{writes}\n"
    )
    run = f"import subprocess; subprocess.Popen([sys.executable, {str(script)!r}, str(p)])"
    return command(path, run), go


async def until(run: Running, text: str) -> None:
    """Wait until the notes are `text`."""
    await run.until(lambda: run.interview().get("notes", "") == text)


@pytest.mark.usefixtures("_suspends")
async def test_what_an_editor_saves_after_it_has_returned_is_merged_into_the_notes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = "p.write_text(p.read_text() + '~ hockey\\n')"
    editor_command, go = lingering(path, add, add.replace("hockey", "sails"))
    monkeypatch.setenv("VISUAL", editor_command)
    monkeypatch.setattr(external_editor, "AT_ONCE_SECONDS", BUSY_SECONDS)
    async with running(path, f'{EMPTY}notes = """\n@ Dana\n"""\n') as run:
        await run.press("f4")
        assert "If the editor is still open, what you save there will appear here." in run.notices()
        go.write_text("1")
        await until(run, "@ Dana\n~ hockey\n")
        assert "Acme: notes saved in your editor." in run.notices()
        # Typing here meanwhile is not written over.
        await run.press("3", "g", "i")
        await run.type("! pay")
        await run.press("enter")
        go.write_text("2")
        await until(run, "! pay\n@ Dana\n~ hockey\n~ sails\n")
        assert editor(run).text == "! pay\n@ Dana\n~ hockey\n~ sails\n"


@pytest.mark.usefixtures("_suspends")
async def test_what_is_saved_there_last_is_read_when_the_app_quits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_command, go = lingering(path, "p.write_text('@ Dana\\n')")
    monkeypatch.setenv("VISUAL", editor_command)
    monkeypatch.setattr(external_editor, "AT_ONCE_SECONDS", BUSY_SECONDS)
    async with running(path, EMPTY) as run:
        await run.press("f4")
        (folder,) = Path(tempfile.gettempdir()).glob("followup-tui-*/")
        go.write_text("1")
        await run.until(lambda: "Dana" in (folder / "notes.txt").read_text())
        run.app.shutdown.save()
        assert run.interview()["notes"] == "@ Dana\n"


def test_a_file_that_is_being_written_or_empty_is_not_read_yet(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("@ Dana\n")
    file = external_editor.OpenFile(path, "@ Dana\n")
    path.write_text("")
    assert [file.poll(), file.poll()] == [None, None]
    path.write_text("@ Dana\n~ sails")
    assert file.poll() is None
    path.write_text("@ Dana\n~ sails\n")
    assert file.poll() is None
    assert file.poll() == ("@ Dana\n", "@ Dana\n~ sails\n")
    assert file.poll() is None
    path.write_bytes(b"caf\xe9")
    assert [file.poll(), file.poll()] == [None, None]
    path.unlink()
    assert file.poll(is_last=True) is None
    path.write_text("~ sails\n")
    assert file.poll(is_last=True) == ("@ Dana\n~ sails\n", "~ sails\n")


async def test_a_terminal_that_cannot_be_handed_over_is_a_message(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with running(path, EMPTY) as run:
        await run.press("f4")
        assert "This terminal can't be handed to an editor." in run.notices()
        assert "notes" not in run.interview()


def test_assignments_before_the_editor_are_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/sam")
    monkeypatch.setenv("VISUAL", 'TERM=dumb NAME="a b" vi -u ~/rc')
    editor = external_editor.editor_command()
    assert editor is not None
    assert editor.words == ("vi", "-u", "/home/sam/rc")
    assert (editor.environment["TERM"], editor.environment["NAME"]) == ("dumb", "a b")
