"""The first frame: what a start writes to the terminal until nothing moves."""

from pathlib import Path

import pyte
import pytest
from textual.events import Callback
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.messages import InvokeLater
from textual.pilot import Pilot

from followup_tui.session.session import Session
from followup_tui.startup.first_frame import render_first_frame
from followup_tui.storage.paths import Paths
from followup_tui.tui import app
from tests.jumble import dispatch_late
from tests.tui.pilot import ACME, Clock
from tests.tui.waiting import textuals_wait_for_screen


def test_nothing_is_painted_before_the_panes_know_their_sizes(tmp_path: Path) -> None:
    path, line = tmp_path / "logbook.toml", "Daniela Okafor and Luis Ortega are in one team"
    path.write_text(ACME.replace("! Kubernetes", line), encoding="utf-8")
    frame = render_first_frame(Session(Paths(path, tmp_path / "state"), Clock()), Size(80, 24))
    first, second = "Daniela Okafor and Luis Ortega", "are in one team"
    assert first in frame
    assert second in frame
    assert f"{first} a" not in frame  # not wrapped yet
    assert "Send thank-you not" not in frame  # not shortened yet


def test_the_frame_is_complete_however_slow_the_machine_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logbook.toml"
    path.write_text(ACME, encoding="utf-8")

    def shown() -> list[str]:
        screen = pyte.Screen(80, 24)
        frame = render_first_frame(Session(Paths(path, tmp_path / "state"), Clock()), Size(80, 24))
        pyte.Stream(screen).feed(frame)
        return screen.display

    complete = shown()
    monkeypatch.setattr(Pilot, "_wait_for_screen", textuals_wait_for_screen)
    # What is called after the refresh, and by the notes, comes last before the panes are painted.
    monkeypatch.setattr(MessagePump, "_dispatch_message", dispatch_late(0.2, InvokeLater, Callback))
    assert "Acme" in "\n".join(complete)
    assert shown() == complete


def test_drawing_the_next_first_frame_merges_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine so slow that drawing takes as long as the start waits until it looks for copies."""
    monkeypatch.setattr(app, "MERGE_DELAY_SECONDS", 0.0)
    path, copy = tmp_path / "logbook.toml", tmp_path / "logbook.sync-conflict-20260101-120000-ABCDEFG.toml"
    path.write_text(ACME, encoding="utf-8")
    session = Session(Paths(path, tmp_path / "state"), Clock())
    copy.write_text(ACME.replace("! Kubernetes", "! Rust"), encoding="utf-8")
    assert render_first_frame(session, Size(80, 24))
    assert copy.exists()  # nobody would be told of it
    assert path.read_text(encoding="utf-8") == ACME
