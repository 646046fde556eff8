"""What leaves the app by programs of the desktop: which one, and why not."""

import shutil
import subprocess
import sys
from typing import Any

import pytest

from followup_tui.tui import desktop


@pytest.fixture(autouse=True)
def _without_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the desktop away; every program is installed."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.mark.parametrize(
    ("platform", "variable", "program"),
    [
        ("linux", "", ""),
        ("linux", "WAYLAND_DISPLAY", "wl-copy"),
        ("linux", "DISPLAY", "xclip"),
        ("darwin", "", "pbcopy"),
    ],
)
def test_the_clipboard_is_that_of_the_desktop(
    platform: str, variable: str, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    if variable:
        monkeypatch.setenv(variable, ":0")
    assert next(iter(desktop.clipboard_tool()), "") == program


@pytest.mark.parametrize("error", [OSError("gone"), subprocess.TimeoutExpired("xclip", 3)])
def test_a_clipboard_program_that_fails_has_copied_nothing(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(subprocess, "run", run)
    assert desktop.hand_to_clipboard("x") == ""


def test_an_address_that_nothing_opens_is_named_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def popen(words: list[str], **_: Any) -> None:
        raise OSError(2, f"no {words[0]}")

    assert "has no desktop" in desktop.open_address("mailto:a@b.example")
    monkeypatch.setattr(subprocess, "Popen", popen)
    monkeypatch.setenv("DISPLAY", ":0")
    assert desktop.open_address("mailto:a@b.example") == "xdg-open can't be started: no xdg-open"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert desktop.open_address("mailto:a@b.example") == "open can't be started: no open"
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert desktop.open_address("mailto:a@b.example") == "open, which opens mail programs, is not installed"
