"""Which files are used: the user's own directories, or the logbook that was named."""

import os
from pathlib import Path

import pytest

from followup_tui.storage.paths import Paths, locate


def test_the_files_are_in_the_directories_of_the_user(tmp_path: Path) -> None:
    data = tmp_path / "xdg-data" / "followup-tui" / "logbook.toml"
    assert locate() == Paths(data, tmp_path / "xdg-state" / "followup-tui")


def test_without_settings_they_are_below_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    home = Paths(tmp_path / ".local/share/followup-tui/logbook.toml", tmp_path / ".local/state/followup-tui")
    assert locate() == home


def test_a_file_that_is_named_is_used_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/sam")
    state = tmp_path / "xdg-state" / "followup-tui"
    assert locate(Path("mine.toml")) == Paths(tmp_path / "mine.toml", state)
    assert locate(Path("/else/mine.toml")).data == Path("/else/mine.toml")
    assert locate(Path("~/mine.toml")).data == Path("/home/sam/mine.toml")


def test_the_home_of_nobody_is_a_name_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate(Path("~no-such-user/mine.toml")).data == tmp_path / "~no-such-user" / "mine.toml"


def test_asking_makes_nothing(tmp_path: Path) -> None:
    before = os.listdir(tmp_path)
    locate()
    locate(tmp_path / "missing" / "mine.toml")
    assert os.listdir(tmp_path) == before
