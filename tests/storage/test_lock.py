"""The lock: one writer at a time; without locks in the file system there is none, and nothing stops."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from followup_tui.storage.atomic import replace_if_unchanged
from followup_tui.storage.inbox_append import append_note
from followup_tui.storage.lock import FileLock, LockTimeout, lock_of
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import RecoveryFile, find_unsaved, new_path
from tests.decoding import decode

LOGBOOK = b'[[interview]]\nid = "a"\ncompany = "A"\nheld_at = 2026-11-23T14:00:00+01:00\n'


def test_a_second_lock_waits_until_the_first_is_released(tmp_path: Path) -> None:
    first, second = lock_of(tmp_path, "/x"), lock_of(tmp_path, "/x")
    with first, pytest.raises(LockTimeout, match="another program is saving /x and has not finished"):
        second.acquire(0.05)
    second.acquire(0.05)
    with pytest.raises(LockTimeout):
        first.acquire(0)
    lock_of(tmp_path, "/y").acquire(0)


def test_a_left_over_lock_file_is_no_lock(tmp_path: Path) -> None:
    with lock_of(tmp_path, "/x"):
        pass
    (left,) = tmp_path.iterdir()
    assert left.stat().st_mode & 0o777 == 0o600
    lock_of(tmp_path, "/x").acquire(0)


def test_a_lock_file_that_was_removed_meanwhile_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, flock = tmp_path / "x.lock", fcntl.flock

    def remove_once(handle: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", flock)
        path.unlink()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", remove_once)
    held = FileLock(str(path), "/x")
    held.acquire(1)
    with pytest.raises(LockTimeout):
        FileLock(str(path), "/x").acquire(0)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lock_of(tmp_path / "missing", "/x").acquire()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_without_locks_everything_is_saved_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    paths = Paths(tmp_path / "logbook.toml", tmp_path / "state")
    (warning,) = replace_if_unchanged(paths.data, LOGBOOK, None, paths.state)
    assert "without locks: save in one window at a time" in warning
    append_note(str(paths.data), str(paths.state), "2026-11-24T09:00:00+01:00", "x", lambda heads: heads[0])
    assert [line.text for line in decode(paths.data.read_bytes()).inbox] == ["x"]
    recovery = RecoveryFile(new_path(paths))
    recovery.write(LOGBOOK, None)
    assert [unsaved.data for unsaved in find_unsaved(paths)] == [LOGBOOK]


def test_another_error_of_the_lock_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "it is broken")

    monkeypatch.setattr(fcntl, "flock", broken)
    with pytest.raises(OSError, match="it is broken"):
        lock_of(tmp_path, "/x").acquire()
