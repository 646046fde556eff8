"""Notes appended, and saves: one lock for both; half a record is taken back."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.storage import inbox_append, lock
from followup_tui.storage.constants import END
from followup_tui.storage.inbox_append import AppendError, append_note
from followup_tui.storage.quick_scan import InterviewHead
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode

AT = "2026-11-24T09:00:00+01:00"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    acme = Interview(id="acme", company="Acme", held_at=datetime.fromisoformat(AT))
    path = tmp_path / "logbook.toml"
    path.write_text(encode(Logbook(interview=(acme,))), encoding="utf-8")
    return path


def add(data: Path, text: str = "x") -> None:
    append_note(str(data), str(data.parent), AT, text, lambda heads: heads[0])


def test_a_save_that_holds_the_lock_keeps_notes_out(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    before = data.read_bytes()
    with lock.lock_of(data.parent, os.path.realpath(data)):
        with pytest.raises(AppendError, match="another program is saving"):
            add(data)
        assert data.read_bytes() == before
    add(data)
    assert len(decode(data.read_bytes()).inbox) == 1


def test_a_note_that_holds_the_lock_keeps_saves_out(data: Path) -> None:
    tried = []

    def choose(heads: list[InterviewHead]) -> InterviewHead:
        with pytest.raises(lock.LockTimeout):
            lock.lock_of(data.parent, os.path.realpath(data)).acquire(0.05)
        tried.append(True)
        return heads[0]

    append_note(str(data), str(data.parent), AT, "x", choose)
    assert tried
    lock.lock_of(data.parent, os.path.realpath(data)).acquire(0.05)


def test_a_full_disk_leaves_the_file_as_it_was(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = data.read_bytes()
    write, turns = os.write, iter([7])

    def full(handle: int, view: memoryview) -> int:
        for size in turns:
            return write(handle, view[:size])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(AppendError, match="no space left"):
        add(data)
    assert data.read_bytes() == before


def test_it_is_on_the_disk_before_it_returns(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size))
    add(data)
    assert synced == [data.stat().st_size]


def test_many_notes_in_a_row_stay_whole(data: Path) -> None:
    for number in range(20):
        add(data, f"line {number}")
    assert [line.text for line in decode(data.read_bytes()).inbox] == [f"line {n}" for n in range(20)]
    assert data.read_text(encoding="utf-8").endswith(END)


def test_a_file_that_would_grow_too_large_stays(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = data.read_bytes()
    monkeypatch.setattr(inbox_append, "MAX_BYTES", len(before) + 10)
    with pytest.raises(AppendError, match="larger"):
        add(data)
    monkeypatch.setattr(inbox_append, "MAX_BYTES", len(before) - 1)
    with pytest.raises(AppendError, match="larger"):
        add(data)
    assert data.read_bytes() == before


def test_a_locked_file_is_reported_and_not_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    state = tmp_path / "state"
    state.mkdir()
    held = lock.lock_of(state, os.path.realpath(data))
    held.acquire()
    before = data.read_bytes()
    with pytest.raises(AppendError, match="another program is saving"):
        append_note(str(data), str(state), "2026-11-24T09:00:00+01:00", "x", lambda heads: heads[0])
    assert data.read_bytes() == before
    held.release()
    append_note(str(data), str(state), "2026-11-24T09:00:00+01:00", "x", lambda heads: heads[0])
    assert data.read_bytes() != before


def test_a_file_whose_last_line_was_left_open_gets_the_note_on_a_line_of_its_own(data: Path) -> None:
    data.write_bytes(data.read_bytes().rstrip(b"\n"))
    add(data)
    assert [line.text for line in decode(data.read_bytes()).inbox] == ["x"]


def test_a_note_is_in_the_file_that_an_editor_puts_in_its_place_meanwhile(data: Path) -> None:
    """An editor knows no lock: it renames its own file over the logbook at any time."""
    edited = data.read_bytes() + b"# by hand\n"
    times: list[int] = []

    def choose(heads: list[InterviewHead]) -> InterviewHead:
        if not times:
            replace(data, edited)
        times.append(len(heads))
        return heads[0]

    append_note(str(data), str(data.parent), AT, "x", choose)
    assert times == [1, 1]
    assert [line.text for line in decode(data.read_bytes()).inbox] == ["x"]
    assert b"# by hand" in data.read_bytes()


def test_a_note_that_an_editor_has_copied_is_not_added_twice(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def replaced_after(handle: int) -> None:
        sync(handle)
        replace(data, data.read_bytes())

    monkeypatch.setattr(os, "fsync", replaced_after)
    add(data)
    assert [line.text for line in decode(data.read_bytes()).inbox] == ["x"]


def test_a_file_that_is_replaced_again_and_again_is_reported(data: Path) -> None:
    before = data.read_bytes()

    def choose(heads: list[InterviewHead]) -> InterviewHead:
        replace(data, before)
        return heads[0]

    with pytest.raises(AppendError, match="is being replaced by another program; note it again"):
        append_note(str(data), str(data.parent), AT, "x", choose)
    assert data.read_bytes() == before


def test_a_file_that_is_deleted_meanwhile_is_reported(data: Path) -> None:
    def choose(heads: list[InterviewHead]) -> InterviewHead:
        data.unlink(missing_ok=True)
        return heads[0]

    with pytest.raises(AppendError, match="can't be opened: no such file"):
        append_note(str(data), str(data.parent), AT, "x", choose)


def replace(path: Path, content: bytes) -> None:
    """Put a new file with that content in the place of another, as editors do."""
    new = path.with_name("new")
    new.write_bytes(content)
    new.replace(path)
