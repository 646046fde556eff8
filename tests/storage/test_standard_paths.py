"""The usual places are those of platformdirs, or are not told."""

import itertools

import pytest
from platformdirs.macos import MacOS

from followup_tui.storage.paths import APP, locate
from followup_tui.storage.standard_paths import standard_paths

VALUES = (None, "", "/x/data", "/x/data/", "relative", "~/x", "/x//y", "/x/../y", " /x")


@pytest.mark.parametrize(("data", "state"), list(itertools.product(VALUES, VALUES)))
@pytest.mark.parametrize("home", ["/home/ada", None, "", "/home/ada/", "ada"])
def test_they_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, data: str | None, state: str | None, home: str | None
) -> None:
    for name, value in (("XDG_DATA_HOME", data), ("XDG_STATE_HOME", state), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    monkeypatch.delenv("ANDROID_DATA", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    usual = standard_paths()
    if home == "/home/ada" and data in (None, "", "/x/data") and state in (None, "", "/x/data"):
        assert usual is not None
    if usual is not None:
        used = locate()
        assert usual == (str(used.data), str(used.state))


def test_on_a_mac_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/Users/ada")
    monkeypatch.setattr("sys.platform", "darwin")
    mac = MacOS(APP, appauthor=False)
    assert standard_paths() == (f"{mac.user_data_dir}/logbook.toml", mac.user_state_dir)
    monkeypatch.setenv("XDG_DATA_HOME", "/x")
    assert standard_paths() is None


def test_elsewhere_platformdirs_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("win32", "android", "freebsd14"):
        monkeypatch.setattr("sys.platform", platform)
        assert standard_paths() is None
