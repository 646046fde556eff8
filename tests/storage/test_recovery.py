"""Recovery files: found once their run is over, and gone once everything is saved."""

from followup_tui.storage import recovery
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import RecoveryFile, find_unsaved, new_path
from tests.storage.permissions import mode


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
    recovery.remove(found.path)
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
