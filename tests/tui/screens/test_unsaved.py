"""Quitting on a full disk asks: try again, save elsewhere, or lose what is not saved."""

import errno
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from followup_tui.core.changes.notes import AddNotes
from followup_tui.storage import atomic
from followup_tui.tui.screens.unsaved import UnsavedDialog, read_new_path
from tests.decoding import decode
from tests.tui.pilot import Running, running


class FullDisk:
    """A disk without space, but for one folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> None:
        self.is_full = True
        write = atomic.atomic_write

        def write_if_space(real: Path, *arguments: Any) -> None:
            if self.is_full and real.parent != elsewhere:
                raise OSError(errno.ENOSPC, "No space left on device")
            write(real, *arguments)

        monkeypatch.setattr(atomic, "atomic_write", write_if_space)
        monkeypatch.setattr("tempfile.tempdir", str(elsewhere))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "logbook.toml"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> FullDisk:
    return FullDisk(monkeypatch, elsewhere)


async def quit_with_a_note(run: Running, disk: FullDisk) -> None:
    assert run.app.session is not None
    disk.is_full = True
    run.app.session.do(AddNotes("acme", "~ she sails"), save=False)
    await run.press("ctrl+q")
    assert isinstance(run.app.screen, UnsavedDialog)
    assert "no space left on device" in run.shown()


def farewell(run: Running) -> str:
    return run.app.shutdown.farewell


async def test_a_full_disk_is_no_way_out_and_esc_goes_back(path: Path, disk: FullDisk) -> None:
    disk.is_full = False
    path.parent.mkdir()
    async with running(path) as run:
        await quit_with_a_note(run, disk)
        await run.press("ctrl+q")
        assert sum(isinstance(screen, UnsavedDialog) for screen in run.app.screen_stack) == 1
        await run.press("escape")
        assert not isinstance(run.app.screen, UnsavedDialog)
        disk.is_full = False
        await run.press("ctrl+q")
    assert "~ she sails" in path.read_text(encoding="utf-8")
    assert farewell(run) == ""


async def test_once_there_is_space_trying_again_saves_and_quits(path: Path, disk: FullDisk) -> None:
    disk.is_full = False
    path.parent.mkdir()
    async with running(path) as run:
        await quit_with_a_note(run, disk)
        await run.press("enter")
        assert isinstance(run.app.screen, UnsavedDialog), "it is full as before, and asks again"
        disk.is_full = False
        await run.press("enter")
    assert "~ she sails" in path.read_text(encoding="utf-8")
    assert farewell(run) == ""


async def test_another_file_is_offered_and_takes_everything(
    path: Path, disk: FullDisk, elsewhere: Path
) -> None:
    disk.is_full = False
    path.parent.mkdir()
    async with running(path) as run:
        await quit_with_a_note(run, disk)
        await run.press("down", "enter")
        assert run.app.screen.query_one(Input).value.startswith(f"{elsewhere}/followup-tui-")
        await run.press("enter")
    (saved,) = elsewhere.glob("*.toml")
    assert saved.stat().st_mode & 0o777 == 0o600
    assert "~ she sails" in decode(saved.read_bytes()).interviews[0].notes
    add = f"To add it to your logbook: followup-tui merge {saved}"
    assert farewell(run) == f"followup-tui: saved in {saved}. {add}"


async def test_what_is_not_saved_is_lost_only_when_that_is_chosen(path: Path, disk: FullDisk) -> None:
    disk.is_full = False
    path.parent.mkdir()
    async with running(path) as run:
        await quit_with_a_note(run, disk)
        await run.press("down", "down", "enter")
    assert "she sails" not in path.read_text(encoding="utf-8")
    assert farewell(run).startswith("followup-tui: not saved: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("logbook.toml", "Type the whole path: /… or ~/…"),
        ("/no/such/folder/x.toml", "There is no folder /no/such/folder."),
        ("/etc/passwd", "/etc/passwd already exists; choose another name."),
        ("~no-such-user/x.toml", "No such user: ~no-such-user."),
    ],
)
def test_a_path_that_can_not_be_written_is_not_taken(text: str, words: str) -> None:
    path, message = read_new_path(text)
    assert path is None
    assert words in message


def test_a_new_file_in_a_folder_is_taken(tmp_path: Path) -> None:
    assert read_new_path(f" {tmp_path}/x.toml ") == (tmp_path / "x.toml", f"→ {tmp_path}/x.toml")
