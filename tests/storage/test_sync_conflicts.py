"""Conflict copies of synchronisers, by their names."""

import stat
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.atomic import state_folder
from followup_tui.storage.paths import Paths
from followup_tui.storage.sync_conflicts import archive_copy, conflict_copies
from followup_tui.storage.toml.reader import encode
from tests.core.builders import interview


def content(*companies: str) -> bytes:
    return encode(
        Logbook(interview=tuple(interview(id=f"i{company}", company=company) for company in companies))
    ).encode()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "logbook.toml").write_bytes(content("A"))
    return Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_copies_of_synchronisers_are_found_and_moved_away(paths: Paths) -> None:
    folder = paths.data.parent
    names = [
        "logbook (Sam's conflicted copy 2026-01-01).toml",
        "logbook.sync-conflict-20260101-120000-ABCDEFG.toml",
    ]
    for name in (
        *names,
        "logbook.toml.bak",
        "other.sync-conflict-20260101-120000-ABCDEFG.toml",
        "logbook2.toml",
    ):
        (folder / name).write_bytes(name.encode())
    found = conflict_copies(paths)
    assert [copy.path.name for copy in found] == names
    kept = archive_copy(paths, found[0])
    assert kept is not None
    assert (kept.read_bytes(), mode(kept), found[0].path.exists()) == (names[0].encode(), 0o600, False)
    assert kept.parent.parent == state_folder(paths.state, paths.data)
    found[1].path.write_bytes(b"newer")
    assert archive_copy(paths, found[1]) is None
    assert found[1].path.read_bytes() == b"newer"
