"""The document: saves in the background, and changes from outside that are merged and never undone by `u`."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.core.changes.interviews import AddInterview, DeleteInterview, EditInterview, TickStep
from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.session.session import ExternalChanges, SaveState, Session
from followup_tui.storage import atomic
from followup_tui.storage.constants import END
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.core.builders import interview
from tests.decoding import decode
from tests.storage.two_interviews import ACME, BOTH, CYAN, NOW, on_disk, opened

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
def session(paths: Paths) -> Session:
    paths.data.write_text(BOTH)
    return opened(paths)


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
    for thread in threading.enumerate():
        if thread.name.startswith("saving"):
            thread.join(PATIENCE)  # what it wrote is reported a moment before its end
    assert threading.active_count() == 1


def test_what_another_program_writes_meanwhile_is_merged(session: Session, disk: SlowDisk) -> None:
    note(session, "~ hockey")
    session.document.save_in_background(disk.done.set)
    assert disk.asked.wait(PATIENCE)
    theirs = ACME.but(role="Engineer")
    session.document.paths.data.write_text(encode(Logbook(interview=(theirs, CYAN))), encoding="utf-8")
    disk.may.set()
    assert session.document.finish_save().state is SaveState.SAVED
    assert (session.logbook.interviews[0].role, in_file(session)) == ("Engineer", "@ Dana\n~ hockey\n")
    assert session.document.pop_external_changes().companies == ("Acme",)


def test_a_merge_says_that_it_put_rounds_together(session: Session) -> None:
    note(session, "~ hockey")
    theirs = CYAN.but(company="ACME Inc.")
    session.document.paths.data.write_text(encode(Logbook(interview=(ACME, theirs))), encoding="utf-8")
    conflicts = session.document.merge_external_changes().conflicts
    assert [text.partition(": ")[2] for text in conflicts] == ["two rounds are now one position."]


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


def test_a_disk_that_fails_leaves_everything_in_memory_and_in_a_recovery_file(
    session: Session, disk: SlowDisk
) -> None:
    note(session, "~ hockey")
    disk.fails = True
    session.document.save_in_background(disk.done.set)
    disk.may.set()
    assert session.document.finish_save().state is SaveState.FAILED
    assert "no space left" in session.document.save_status.reason
    assert session.logbook.interviews[0].notes == "@ Dana\n~ hockey\n"
    [recovery] = session.document.paths.state.rglob("unsaved/*.toml")
    assert "~ hockey" in recovery.read_text(encoding="utf-8")
    assert session.document.save().state is SaveState.SAVED
    assert not recovery.exists()


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


SKIP = TickStep("acme", StepId.CONNECT, "skipped")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "logbook.toml", tmp_path / "state")


def by_hand(paths: Paths, old: str, new: str) -> None:
    """Another program replaces a piece of the text."""
    text = paths.data.read_text()
    assert text.count(old) == 1
    paths.data.write_text(text.replace(old, new))


def notes(session: Session, id: str = "acme") -> str:
    found = session.logbook.interview(id)
    assert found is not None
    return found.notes


def test_an_external_change_during_a_change_of_ours_is_kept_with_it(paths: Paths, session: Session) -> None:
    by_hand(paths, "@ Dana", "@ Dana\n@ Luis")
    session.do(SKIP)
    assert session.document.save_status.state is SaveState.SAVED
    assert on_disk(paths) == session.logbook
    assert notes(session) == "@ Dana\n@ Luis\n"
    assert session.logbook.interviews[0].ticks.connect == "skipped"


def test_merging_external_changes_writes_nothing_if_nothing_is_ours(paths: Paths, session: Session) -> None:
    assert session.document.merge_external_changes() == ExternalChanges()
    by_hand(paths, "@ Dana", "@ Dana\n@ Luis")
    theirs = paths.data.read_bytes()
    assert session.document.merge_external_changes() == ExternalChanges(("Acme",))
    assert notes(session) == "@ Dana\n@ Luis\n"
    assert paths.data.read_bytes() == theirs
    assert session.document.merge_external_changes() == ExternalChanges()


def test_undo_takes_back_what_was_done_here_and_nothing_else(paths: Paths, session: Session) -> None:
    session.do(AddNotes("acme", "ours one"))
    session.do(AddNotes("cyan", "ours two"))
    by_hand(paths, "@ Dana", "@ Dana, manager")
    session.document.merge_external_changes()
    session.undo()
    assert notes(session, "cyan") == "@ Theo\n"
    session.undo()
    assert notes(session) == "@ Dana, manager\n"
    assert on_disk(paths) == session.logbook
    session.redo()
    session.redo()
    assert (notes(session), notes(session, "cyan")) == (
        "@ Dana, manager\nours one\n",
        "@ Theo\nours two\n",
    )


def test_a_half_written_file_is_waited_for(paths: Paths, session: Session) -> None:
    whole = paths.data.read_text().replace("@ Dana", "@ Dana\n@ Luis")
    paths.data.write_text(whole[:-30])
    changes = session.document.merge_external_changes()
    assert changes.companies == ()
    assert "can't be read as it is" in changes.problem
    assert session.document.save_status.state is SaveState.SAVED
    assert paths.data.read_text() == whole[:-30]
    paths.data.write_text(whole)
    assert session.document.merge_external_changes() == ExternalChanges(("Acme",))
    assert notes(session) == "@ Dana\n@ Luis\n"


@pytest.mark.parametrize("left", [None, b"", b"\n"])
def test_a_file_that_is_gone_or_empty_is_written_anew(
    paths: Paths, session: Session, left: bytes | None
) -> None:
    paths.data.unlink()
    if left is not None:
        paths.data.write_bytes(left)
    session.document.merge_external_changes()
    assert len(session.logbook.interviews) == 2
    session.do(SKIP)
    assert on_disk(paths) == session.logbook
    assert len(on_disk(paths).interviews) == 2


def test_what_is_written_right_after_a_save_is_noticed(
    paths: Paths, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = atomic.replace_if_unchanged

    def replace_first(*arguments: object) -> tuple[str, ...]:
        warnings = replace(*arguments)  # type: ignore[arg-type]
        paths.data.write_text(paths.data.read_text().replace("@ Dana", "@ Dana\n@ Luis"))
        return warnings

    monkeypatch.setattr(atomic, "replace_if_unchanged", replace_first)
    session.do(SKIP)
    monkeypatch.undo()
    assert session.document.may_have_external_changes
    assert session.document.merge_external_changes() == ExternalChanges(("Acme",))
    assert "@ Luis" in notes(session)


def test_a_file_that_was_emptied_is_written_anew_although_nothing_changes_here(
    paths: Paths, session: Session
) -> None:
    paths.data.write_bytes(b"")
    session.document.merge_external_changes()
    assert session.document.save_status.state is SaveState.UNSAVED
    assert paths.data.read_bytes() == b""  # perhaps somebody is about to write it
    assert session.document.close() is None
    assert on_disk(paths) == session.logbook
    assert len(session.logbook.interviews) == 2


def test_a_file_of_a_newer_format_is_not_written_over(paths: Paths, session: Session) -> None:
    by_hand(paths, "format = 1", "format = 2")
    theirs = paths.data.read_bytes()
    session.do(SKIP)
    assert session.document.save_status.state is SaveState.FAILED
    assert "newer followup-tui" in session.document.save_status.reason
    assert paths.data.read_bytes() == theirs


def test_a_line_noted_from_the_shell_is_filed_once_by_two_windows(paths: Paths, session: Session) -> None:
    other = opened(paths)
    record = '\n[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "Acme"\ntext = "! tests"\n'
    paths.data.write_text(paths.data.read_text().replace(END, record.lstrip() + END))
    assert session.document.merge_external_changes().companies == ("Acme",)
    assert other.document.merge_external_changes().companies == ("Acme",)
    for window in (session, other, session):
        window.document.merge_external_changes()
        assert notes(window) == "@ Dana\n! tests\n"
    assert on_disk(paths).inbox == ()
    # The same, where both have read the line before one of them saves.
    third, fourth = opened(paths), opened(paths)
    third.do(AddNotes("acme", "third"))
    fourth.do(AddNotes("acme", "fourth"))
    third.document.merge_external_changes()
    assert sorted(notes(third).splitlines()) == ["! tests", "@ Dana", "fourth", "third"]
    assert on_disk(paths) == third.logbook


def test_the_same_line_changed_here_and_there_is_kept_twice_and_reported(
    paths: Paths, session: Session
) -> None:
    session.do(EditInterview(ACME.but(role="Engineer")), save=False)
    by_hand(paths, 'company = "Acme"\nrole = ""', 'company = "Acme"\nrole = "Driver"')
    changes = session.document.merge_external_changes()
    assert changes.companies == ("Acme",)
    assert len(changes.conflicts) == 1
    assert "role" in changes.conflicts[0]
    text = paths.data.read_text()
    assert "Engineer" in text
    assert "Driver" in text


def test_what_was_deleted_there_and_edited_here_stays(paths: Paths, session: Session) -> None:
    other = opened(paths)
    other.do(DeleteInterview("cyan", "Cyan", NOW))
    other.do(DeleteInterview("acme", "Acme", NOW))
    session.do(AddNotes("cyan", "they called"))
    assert [interview.id for interview in on_disk(paths).interviews] == ["cyan"]
    assert notes(session, "cyan") == "@ Theo\nthey called\n"
    assert session.logbook.interview("acme") is None


def test_three_windows_that_add_at_once_all_keep_everything(paths: Paths, session: Session) -> None:
    windows = [session, opened(paths), opened(paths)]
    for turn in range(5):
        for n, window in enumerate(windows):
            id = f"w{n}t{turn}"
            window.do(AddInterview(interview("2026-11-23T14:00", id=id, company=id)))
    for window in windows:
        window.document.merge_external_changes()
        assert len(window.logbook.interviews) == 17
    assert all(window.logbook == on_disk(paths) for window in windows)
