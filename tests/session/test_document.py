"""SaveStatus beside: a slow disk holds up nothing, and all that is done meanwhile comes to the disk, too."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook
from followup_tui.session.document import SaveState
from followup_tui.session.session import Session
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import decode, encode
from tests.core.builders import at, interview

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
PATIENCE = 20.0
"""How long a thread is waited for, in seconds."""


class SlowDisk:
    """A disk that is done with what it was given once it may."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may, self.asked, self.done = threading.Event(), threading.Event(), threading.Event()
        self.fails = False
        replace = atomic.replace_if_unchanged

        def slow(*arguments: object) -> tuple[str, ...]:
            if threading.current_thread() is not threading.main_thread():
                self.asked.set()
                assert self.may.wait(PATIENCE)
                if self.fails:
                    raise atomic.FileProblem("it can't be saved: no space left on device")
            return replace(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(atomic, "replace_if_unchanged", slow)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(monkeypatch)
    yield disk
    disk.may.set()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "logbook.toml"
    path.write_text(encode(Logbook(interview=(ACME,))), encoding="utf-8")
    return Session(Paths(path, tmp_path / "state"), lambda: NOW)


def note(session: Session, text: str) -> None:
    session.do(AddNotes("acme", text), save=False)


def in_file(session: Session) -> str:
    return decode(session.document.paths.data.read_bytes()).interviews[0].notes


def test_what_is_done_while_the_disk_is_slow_is_saved_next(session: Session, disk: SlowDisk) -> None:
    note(session, "~ hockey")
    session.document.save_in_background(disk.done.set)
    assert disk.asked.wait(PATIENCE)
    assert session.document.is_saving
    assert not session.document.may_have_external_changes, "that the file is being written is no news"
    note(session, "! Kubernetes")
    session.document.save_in_background(disk.done.set)
    assert (session.document.save_status.state, in_file(session)) == (SaveState.UNSAVED, "@ Dana\n")
    disk.may.set()
    assert disk.done.wait(PATIENCE)
    assert session.document.finish_save().state is SaveState.UNSAVED, "there is more by now"
    assert in_file(session) == "@ Dana\n~ hockey\n"
    assert session.document.save().state is SaveState.SAVED
    assert in_file(session) == "@ Dana\n~ hockey\n! Kubernetes\n"
    assert threading.active_count() == 1


def test_what_another_program_writes_meanwhile_is_merged(session: Session, disk: SlowDisk) -> None:
    note(session, "~ hockey")
    session.document.save_in_background(disk.done.set)
    assert disk.asked.wait(PATIENCE)
    theirs = ACME.but(role="Engineer")
    session.document.paths.data.write_text(encode(Logbook(interview=(theirs,))), encoding="utf-8")
    disk.may.set()
    assert session.document.finish_save().state is SaveState.SAVED
    assert (session.logbook.interviews[0].role, in_file(session)) == ("Engineer", "@ Dana\n~ hockey\n")
    assert session.document.pop_external_changes().companies == ("Acme",)


@pytest.mark.parametrize("way", ["close", "save", "merge_external_changes", "merge_copies"])
def test_whatever_has_to_do_with_the_file_waits(session: Session, disk: SlowDisk, way: str) -> None:
    note(session, "~ hockey")
    session.document.save_in_background(disk.done.set)
    assert disk.asked.wait(PATIENCE)
    threading.Timer(0.05, disk.may.set).start()
    getattr(session.document, way)()
    assert not session.document.is_saving
    assert session.document.save_status.state is SaveState.SAVED
    assert in_file(session) == "@ Dana\n~ hockey\n"


def test_a_disk_that_fails_leaves_all_in_hand_and_aside(session: Session, disk: SlowDisk) -> None:
    note(session, "~ hockey")
    disk.fails = True
    session.document.save_in_background(disk.done.set)
    disk.may.set()
    assert session.document.finish_save().state is SaveState.FAILED
    assert "no space left" in session.document.save_status.reason
    assert session.logbook.interviews[0].notes == "@ Dana\n~ hockey\n"
    [aside] = session.document.paths.state.rglob("unsaved/*.toml")
    assert "~ hockey" in aside.read_text(encoding="utf-8")
    assert session.document.save().state is SaveState.SAVED
    assert not aside.exists()


def test_a_mistake_in_the_thread_is_raised_where_it_is_seen(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr(atomic, "replace_if_unchanged", broken)
    note(session, "~ hockey")
    session.document.save_in_background(lambda: None)
    with pytest.raises(RuntimeError, match="a mistake"):
        session.document.finish_save()
    assert not session.document.is_saving


def test_nothing_new_needs_no_thread(session: Session) -> None:
    session.document.save_in_background(lambda: None)
    assert not session.document.is_saving
    assert session.document.finish_save().state is SaveState.SAVED
