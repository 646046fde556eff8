"""Which files are used: those in the directories of the user, or a logbook that was named."""

import itertools
import os
from pathlib import Path

import pytest
from platformdirs.macos import MacOS

from followup_tui.storage.paths import APP, NoPath, Paths, locate, standard_paths

VALUES = (None, "", "/x/data", "/x/data/", "relative", "~/x", "/x//y", "/x/../y", " /x")


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


@pytest.mark.parametrize(("data", "state"), list(itertools.product(VALUES, VALUES)))
@pytest.mark.parametrize("home", ["/home/ada", None, "", "/home/ada/", "ada"])
def test_the_standard_paths_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, data: str | None, state: str | None, home: str | None
) -> None:
    for name, value in (("XDG_DATA_HOME", data), ("XDG_STATE_HOME", state), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    monkeypatch.delenv("ANDROID_DATA", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    standard = standard_paths()
    if home == "/home/ada" and data in (None, "", "/x/data") and state in (None, "", "/x/data"):
        assert standard is not None
    if standard is not None:
        located = locate()
        assert standard == (str(located.data), str(located.state))


def test_the_standard_paths_of_a_mac_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/Users/ada")
    monkeypatch.setattr("sys.platform", "darwin")
    mac = MacOS(APP, appauthor=False)
    assert standard_paths() == (f"{mac.user_data_dir}/logbook.toml", mac.user_state_dir)
    monkeypatch.setenv("XDG_DATA_HOME", "/x")
    assert standard_paths() is None


def test_on_other_systems_platformdirs_has_to_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("win32", "android", "freebsd14"):
        monkeypatch.setattr("sys.platform", platform)
        assert standard_paths() is None


def test_without_a_home_folder_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        os.path, "expanduser", lambda path: path
    )  # as for a user whom the system does not know
    for kind in ("DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME")
    monkeypatch.delenv("HOME")
    with pytest.raises(NoPath, match="set HOME, or XDG_DATA_HOME and XDG_STATE_HOME"):
        locate()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with pytest.raises(NoPath, match="no home folder"):
        locate()
    assert locate(tmp_path / "mine.toml").data == tmp_path / "mine.toml"
    assert standard_paths() is None


def test_a_relative_path_in_a_folder_that_is_gone_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(NoPath, match="the current folder no longer exists"):
        locate(Path("mine.toml"))
    assert locate(tmp_path / "mine.toml").data == tmp_path / "mine.toml"
    monkeypatch.chdir(tmp_path)
