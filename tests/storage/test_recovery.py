"""Recovery files: found once their run is over, and gone once everything is saved."""

import stat
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import recovery
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import RecoveryFile, find_unsaved, new_path
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


def test_what_could_not_be_saved_is_found_once_its_run_is_over(paths: Paths) -> None:
    run = RecoveryFile(new_path(paths))
    assert not paths.state.exists()
    run.write(b"one", b"base")
    run.write(b"two", b"base")
    assert mode(run.path) == 0o600
    assert find_unsaved(paths) == ()
    assert run._lock is not None
    run._lock.release()  # as the system does when it ends
    (found,) = find_unsaved(paths)
    assert (found.path, found.data, found.base) == (run.path, b"two", b"base")
    recovery.discard(found)
    assert find_unsaved(paths) == ()
    assert list(run.path.parent.iterdir()) == []


def test_what_is_saved_after_all_is_no_longer_kept(paths: Paths) -> None:
    run = RecoveryFile(new_path(paths))
    run.discard()
    run.write(b"one", None)
    run.discard()
    assert list(run.path.parent.iterdir()) == []
    run.write(b"two", None)
    assert run.path.read_bytes() == b"two"
