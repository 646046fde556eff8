"""The file on the disk: read whole, replaced whole or not at all, with its link, mode and folder in order."""

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.storage import atomic, lock
from followup_tui.storage.atomic import ChangedOnDisk, FileProblem, read, replace_if_unchanged, write_copy
from tests.storage.permissions import mode

OLD, NEW = b"old\n" * 1000, b"new\n" * 2000
PATIENCE = 120.0
"""How long something may take on the slowest machine, in seconds."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "logbook.toml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_read_through_links_and_a_missing_file_is_none(tmp_path: Path, data: Path) -> None:
    assert read(data) == OLD
    assert read(tmp_path / "missing" / "file") is None
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert read(tmp_path / "dangling") is None
    (tmp_path / "empty").touch()
    assert read(tmp_path / "empty") == b""


def test_what_is_no_file_is_not_read(tmp_path: Path, data: Path) -> None:
    with pytest.raises(FileProblem, match=r"is a folder; name a file, such as .*/logbook\.toml$"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileProblem, match="is not a regular file"):
        read(tmp_path / "pipe")
    with pytest.raises(FileProblem, match="is not a regular file"):
        read(Path("/dev/null"))
    with pytest.raises(FileProblem, match="can't be opened: not a directory"):
        read(data / "below")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(FileProblem, match="can't be opened: too many levels"):
        read(tmp_path / "loop")
    with pytest.raises(FileProblem, match="can't be opened: file name too long"):
        read(tmp_path / ("x" * 300))


def test_a_file_too_large_or_locked_away_is_not_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "MAX_BYTES", len(OLD))
    assert read(data) == OLD
    monkeypatch.setattr(atomic, "MAX_BYTES", len(OLD) - 1)
    with pytest.raises(FileProblem, match="larger than"):
        read(data)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match="can't be read: permission denied"):
        read(data)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o277, 0o777])
def test_new_files_and_folders_are_for_the_user_alone(
    tmp_path: Path, umask: Callable[[int], int], mask: int
) -> None:
    path, state = tmp_path / "a" / "b" / "logbook.toml", tmp_path / "c" / "state"
    umask(mask)
    replace_if_unchanged(path, NEW, None, state)
    copy = write_copy(tmp_path / "d" / "aside", "kept", NEW)
    umask(0o022)
    assert path.read_bytes() == copy.read_bytes() == NEW
    assert [mode(path) for path in (path, copy, *state.iterdir())] == [0o600] * 3
    folders = (path.parent, path.parent.parent, state, state.parent, copy.parent, copy.parent.parent)
    assert [mode(folder) for folder in folders] == [0o700] * 6


@pytest.mark.parametrize("kept", [0o600, 0o644, 0o660])
def test_a_file_keeps_its_mode_and_its_folder(data: Path, state: Path, kept: int) -> None:
    data.chmod(kept)
    data.parent.chmod(0o755)
    replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), mode(data), mode(data.parent)) == (NEW, kept, 0o755)


def test_a_link_stays_a_link(tmp_path: Path, data: Path, state: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    second.symlink_to("data/logbook.toml")
    first.symlink_to(second)
    replace_if_unchanged(first, NEW, OLD, state)
    assert first.is_symlink()
    assert os.readlink(second) == "data/logbook.toml"
    assert data.read_bytes() == NEW
    dangling = tmp_path / "dangling.toml"
    dangling.symlink_to(tmp_path / "new" / "logbook.toml")
    replace_if_unchanged(dangling, NEW, None, state)
    assert dangling.is_symlink()
    assert (tmp_path / "new" / "logbook.toml").read_bytes() == NEW


def test_a_read_only_file_stays_as_it_is(data: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        with pytest.raises(FileProblem, match="is read-only"):
            replace_if_unchanged(data, NEW, OLD, state)
    data.chmod(0o400)
    with pytest.raises(FileProblem, match=r"is read-only; make it writable \(chmod u\+w\)"):
        replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), mode(data), names(data.parent)) == (OLD, 0o400, ["logbook.toml"])


@pytest.mark.parametrize("seen", [None, b"", b"older", OLD + b"\n"])
def test_what_another_program_wrote_stays(data: Path, state: Path, seen: bytes | None) -> None:
    with pytest.raises(ChangedOnDisk, match="was changed by another program"):
        replace_if_unchanged(data, NEW, seen, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])


def test_a_change_is_seen_though_time_and_size_stand_still(data: Path, state: Path) -> None:
    before = data.stat()
    data.write_bytes(OLD.upper())
    os.utime(data, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (data.stat().st_size, data.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    with pytest.raises(ChangedOnDisk):
        replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == OLD.upper()


def test_a_file_taken_away_is_a_change(data: Path, state: Path) -> None:
    data.unlink()
    with pytest.raises(ChangedOnDisk):
        replace_if_unchanged(data, NEW, OLD, state)
    assert not data.exists()


@pytest.mark.parametrize("content", [None, b""], ids=["renamed away", "emptied"])
def test_a_file_that_another_program_replaces_in_two_steps_is_waited_for(
    data: Path, state: Path, content: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written anew in between, it would have taken the place of what the other program wrote."""
    if content is None:
        data.rename(data.with_name("away"))
    else:
        data.write_bytes(content)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            data.write_bytes(OLD.upper())

    assert atomic.GONE_SECONDS >= 0.3
    # On a busy machine that may be over before the other program gets its turn.
    monkeypatch.setattr(atomic, "GONE_SECONDS", PATIENCE)
    monkeypatch.setattr(time, "sleep", wait)
    with pytest.raises(ChangedOnDisk):
        replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == OLD.upper()
    assert len(waits) == 3


def failing(monkeypatch: pytest.MonkeyPatch, name: str, turn: int) -> list[int]:
    """Let the call of that turn (from 1) of `os.<name>` fail; the list grows with each call."""
    real: Callable[..., Any] = getattr(os, name)
    calls: list[int] = []

    def fail(*arguments: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) == turn:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    monkeypatch.setattr(os, name, fail)
    return calls


def test_once_the_new_text_is_in_place_a_save_does_not_fail(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced, close, look = False, os.close, os.stat

    def fail_on_close(handle: int) -> None:
        close(handle)
        if replaced:
            raise OSError(errno.EIO, "input/output error")

    def fail_on_stat(*arguments: Any, **options: Any) -> os.stat_result:
        if replaced:
            raise OSError(errno.EIO, "input/output error")
        return look(*arguments, **options)

    write = atomic.atomic_write

    def then_break(*arguments: Any) -> None:
        nonlocal replaced
        write(*arguments)
        replaced = True

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "atomic_write", then_break)
        patch.setattr(os, "close", fail_on_close)
        patch.setattr(os, "stat", fail_on_stat)
        replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == NEW


def test_a_file_that_has_the_text_already_is_left_alone(data: Path, state: Path) -> None:
    """As after a save that was reported as failed, and tried again."""
    before = data.stat().st_ino
    assert replace_if_unchanged(data, OLD, NEW, state) == ()
    assert (data.read_bytes(), data.stat().st_ino) == (OLD, before)


FAILURES = ("write", "fsync", "replace")


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    replace_if_unchanged(data, OLD, OLD, state)  # the lock is there: its file needs nothing of this
    with monkeypatch.context() as patch:
        failing(patch, name, 1)
        with pytest.raises(FileProblem, match="can't be saved: no space left on device"):
            replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])
    replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == NEW


@pytest.mark.parametrize("name", FAILURES[:2])
def test_a_failure_leaves_no_half_of_a_copy(state: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write_copy(state, "kept", OLD)
    with monkeypatch.context() as patch:
        failing(patch, name, 1)
        with pytest.raises(FileProblem, match="can't be written: no space left on device"):
            write_copy(state, "kept", NEW)
    assert names(state) == ["kept"]
    assert (state / "kept").read_bytes() == OLD


def test_an_interruption_leaves_no_temporary_file(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])


def test_a_folder_that_syncs_not_does_not_undo_a_save(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_if_unchanged(
        data, OLD, OLD, state
    )  # the folder of the lock is there: no other needs to be synced
    with monkeypatch.context() as patch:
        calls = failing(patch, "fsync", 2)
        replace_if_unchanged(data, NEW, OLD, state)
    assert len(calls) == 2
    replace_if_unchanged(data, OLD, NEW, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])


def test_the_text_is_synced_before_it_is_put_in_place_and_the_folder_after(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_if_unchanged(data, OLD, OLD, state)
    done: list[str] = []
    fsync, put = os.fsync, os.replace

    def synced(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        done.append("folder" if is_folder else f"{os.fstat(handle).st_size} bytes")
        fsync(handle)

    def replaced(source: str, target: Path) -> None:
        assert Path(source).parent == data.parent
        done.append("replace")
        put(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    replace_if_unchanged(data, NEW, OLD, state)
    assert done == [f"{len(NEW)} bytes", "replace", "folder"]


def test_short_writes_lose_nothing(data: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, some: write(handle, bytes(some[:777])))
    replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == NEW
    assert write_copy(state, "kept", NEW).read_bytes() == NEW


HOLDER = """
import sys
import fcntl
with open(sys.argv[1]) as lock_file:
    fcntl.flock(lock_file, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_save_waits_for_another_and_not_for_ever(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.2)
    replace_if_unchanged(data, OLD, OLD, state)
    (lock_file,) = state.iterdir()
    command = [sys.executable, "-c", HOLDER, str(lock_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FileProblem, match=r"another program is saving .*logbook\.toml"):
            replace_if_unchanged(data, NEW, OLD, state)
        assert data.read_bytes() == OLD
        holder.communicate()
    replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), list(state.iterdir())) == (NEW, [lock_file])


SAVER = f"""
import sys
from pathlib import Path
from followup_tui.storage import lock
from followup_tui.storage.atomic import ChangedOnDisk, read, replace_if_unchanged
lock.LOCK_SECONDS = {PATIENCE}  # one that asks at wrong moments may have to wait for all saves of the others
data, state, mark = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].encode()
for _ in range(25):
    while True:
        seen = read(data)
        try:
            replace_if_unchanged(data, seen + mark, seen, state)
            break
        except ChangedOnDisk:
            pass
"""


def test_saves_of_several_processes_all_survive(data: Path, state: Path) -> None:
    data.write_bytes(b"")
    savers = [subprocess.Popen([sys.executable, "-c", SAVER, data, state, mark]) for mark in "abc"]
    assert [saver.wait(PATIENCE) for saver in savers] == [0, 0, 0]
    assert sorted(data.read_bytes()) == sorted(b"abc" * 25)
    assert names(data.parent) == ["logbook.toml"]


def test_folders_that_can_not_be_made_are_an_error(tmp_path: Path, data: Path, state: Path) -> None:
    with pytest.raises(FileProblem, match="can't be saved: not a directory"):
        replace_if_unchanged(data / "below" / "logbook.toml", NEW, None, state)
    with pytest.raises(FileProblem, match="can't be saved: not a directory"):
        replace_if_unchanged(data, NEW, OLD, data / "state")
    with pytest.raises(FileProblem, match="can't be written: not a directory"):
        write_copy(data, "kept", NEW)
    with pytest.raises(FileProblem, match="is a folder"):
        replace_if_unchanged(tmp_path, NEW, None, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])


def test_a_copy_is_never_written_over_another(state: Path) -> None:
    kept = [write_copy(state, "kept.toml", str(n).encode()) for n in range(3)]
    assert [path.name for path in kept] == ["kept.toml", "kept.toml.1", "kept.toml.2"]
    assert [path.read_bytes() for path in kept] == [b"0", b"1", b"2"]
    assert write_copy(state, "kept.toml", b"0") == kept[0]
    (state / "link").symlink_to(state / "elsewhere")
    assert write_copy(state, "link", NEW).name == "link.1"
    assert not (state / "elsewhere").exists()


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_where_modes_are_refused_only_the_mode_is_lost(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.chmod(0o640)
    for name in ("chmod", "fchmod"):
        monkeypatch.setattr(os, name, refused)
    assert replace_if_unchanged(data, NEW, OLD, state) == ()
    assert (data.read_bytes(), mode(data)) == (NEW, 0o600)
    assert write_copy(state / "new", "copy", NEW).read_bytes() == NEW


def test_a_file_that_others_can_read_after_all_is_a_warning(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fchmod", lambda handle, _: real_fchmod(handle, 0o777))
    data.chmod(0o600)
    (warning,) = replace_if_unchanged(data, NEW, OLD, state)
    assert "other users of this computer may be able to read it" in warning
    assert data.read_bytes() == NEW


real_fchmod = os.fchmod
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
USER = 4321


@AS_ROOT
def test_what_root_saves_for_a_user_stays_the_users(data: Path, state: Path) -> None:
    os.chown(data, USER, USER + 1)
    os.chown(state.parent, USER, USER)
    replace_if_unchanged(data, NEW, OLD, state)
    found = data.stat()
    assert (data.read_bytes(), found.st_uid, found.st_gid) == (NEW, USER, USER + 1)
    copy = write_copy(state / "below", "copy", NEW)
    folders_and_copy = (state, *state.iterdir(), copy)
    assert {path.stat().st_uid for path in folders_and_copy} == {USER}


@AS_ROOT
def test_an_owner_that_can_not_be_kept_stops_the_save(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(data, USER, USER)
    monkeypatch.setattr(os, "fchown", refused)
    with pytest.raises(FileProblem, match=f"it belongs to user {USER}, and a save by 0 would change that"):
        replace_if_unchanged(data, NEW, OLD, state)
    assert (data.read_bytes(), names(data.parent)) == (OLD, ["logbook.toml"])


@AS_ROOT
def test_a_group_that_can_not_be_kept_stops_the_save_only_if_it_has_permissions(
    data: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(data, 0, USER)
    data.chmod(0o640)
    monkeypatch.setattr(os, "fchown", refused)
    with pytest.raises(FileProblem, match=f"it belongs to group {USER}"):
        replace_if_unchanged(data, NEW, OLD, state)
    data.chmod(0o600)
    replace_if_unchanged(data, NEW, OLD, state)
    assert data.read_bytes() == NEW


def test_where_there_are_no_links_a_new_file_is_written_and_none_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    path = tmp_path / "new"
    atomic.write_new(path, NEW)
    assert (path.read_bytes(), names(tmp_path)) == (NEW, ["new"])
    with pytest.raises(FileExistsError):
        atomic.write_new(path, OLD)
    assert path.read_bytes() == NEW
