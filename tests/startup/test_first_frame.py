"""The first frame: what a start writes to the terminal until nothing moves."""

from pathlib import Path

import pytest
from textual.geometry import Size

from followup_tui.session.session import Session
from followup_tui.startup.first_frame import render_first_frame
from followup_tui.storage.paths import Paths
from followup_tui.tui import app
from tests.tui.pilot import ACME, Clock


def test_nothing_is_painted_before_the_panes_know_their_sizes(tmp_path: Path) -> None:
    path, line = tmp_path / "logbook.toml", "Daniela Okafor and Luis Ortega are in one team"
    path.write_text(ACME.replace("! Kubernetes", line), encoding="utf-8")
    frame = render_first_frame(Session(Paths(path, tmp_path / "state"), Clock()), Size(80, 24))
    first, second = "Daniela Okafor and Luis Ortega", "are in one team"
    assert first in frame
    assert second in frame
    assert f"{first} a" not in frame  # not wrapped yet
    assert "Send thank-you not" not in frame  # not shortened yet


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
