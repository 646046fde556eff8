"""The session: what is done is on the disk, what can't be saved is not lost, and no file is trampled on."""

import importlib
import os
import re
import stat
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import followup_tui.session as package
from followup_tui.core.changes.interviews import AddInterview, DeleteInterview, TickStep
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.session.session import BrokenFile, SaveState, SaveStatus, Session
from followup_tui.storage import atomic, store
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.core.builders import at, interview
from tests.decoding import decode
from tests.storage.strategies import BY_HAND
from tests.storage.two_interviews import on_disk

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
OURS = encode(Logbook(interview=(ACME,))).encode()
SKIP = TickStep("acme", StepId.CONNECT, "skipped")
NEWER = b'format = 2\n\n[[interview]]\nid = "acme"\ncompany = "A"\nheld_at = 2026-11-23T14:00:00Z\nnew = 1\n'


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")
    paths.data.parent.mkdir()
    return paths


def opened(paths: Paths, clock: Clock, data: bytes = OURS) -> Session:
    paths.data.write_bytes(data)
    return Session(paths, clock)


def state(session: Session) -> SaveState:
    return session.document.save_status.state


def identity(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_every_change_is_on_the_disk_when_it_is_done(paths: Paths, clock: Clock) -> None:
    session = opened(paths, clock)
    assert session.logbook == on_disk(paths)
    added = AddInterview(interview(id="new", company="Cyan"))
    deleting = DeleteInterview("acme", "Acme", NOW)
    for change in (SKIP, WriteNotes("acme", "@ Mina\n"), added, deleting):
        assert session.do(change)
        assert on_disk(paths) == session.logbook
        assert state(session) is SaveState.SAVED
    assert [interview.company for interview in on_disk(paths).interviews] == ["Cyan"]
    assert session.undo() == deleting
    assert [interview.company for interview in on_disk(paths).interviews] == ["Acme", "Cyan"]
    assert session.redo() == deleting
    assert on_disk(paths) == session.logbook
    assert session.redo() is None


def test_what_is_to_be_saved_later_is_saved_later(paths: Paths, clock: Clock) -> None:
    session = opened(paths, clock)
    assert session.do(WriteNotes("acme", "@ M"), save=False)
    assert session.do(WriteNotes("acme", "@ Mina"), save=False)
    assert paths.data.read_bytes() == OURS
    assert state(session) is SaveState.UNSAVED
    assert session.document.save().state is SaveState.SAVED
    assert on_disk(paths).interviews[0].notes == "@ Mina"
    assert session.undo() == WriteNotes("acme", "@ Mina")
    assert paths.data.read_bytes() == OURS
    session.do(SKIP, save=False)
    assert session.document.close() is None
    assert on_disk(paths).interviews[0].ticks.connect == "skipped"


def test_what_changes_nothing_writes_nothing(paths: Paths, clock: Clock) -> None:
    session = opened(paths, clock, BY_HAND.replace("[[inbox]]", "[[later]]").encode())
    before = identity(paths.data)
    assert not session.do(TickStep("gone", StepId.ASK, "skipped"))
    assert session.undo() is None
    assert session.document.save().state is SaveState.SAVED
    assert session.document.close() is None
    assert identity(paths.data) == before
    assert not paths.state.exists()


@pytest.mark.parametrize("data", [None, b"", b" \n\n"])
def test_nothing_is_written_until_there_is_something(paths: Paths, clock: Clock, data: bytes | None) -> None:
    if data is not None:
        paths.data.write_bytes(data)
    session = Session(paths, clock)
    assert session.logbook == Logbook()
    assert session.document.close() is None
    assert paths.data.exists() == (data is not None)
    assert data is None or paths.data.read_bytes() == data
    session.do(AddInterview(ACME))
    assert paths.data.read_bytes() == OURS


def test_a_new_file_and_its_folder_are_for_the_user_alone(tmp_path: Path, clock: Clock) -> None:
    paths = Paths(tmp_path / "new" / "folder" / "logbook.toml", tmp_path / "state")
    assert Session(paths, clock).do(AddInterview(ACME))
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.data.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("data", [OURS, b"# by hand\r\n" + BY_HAND.encode(), b"\xef\xbb\xbf# x\n", b" \n"])
def test_all_undone_the_file_is_as_it_was_found(paths: Paths, clock: Clock, data: bytes) -> None:
    session = opened(paths, clock, data.replace(b"[[inbox]]", b"[[later]]"))
    found = paths.data.read_bytes()
    first = session.logbook
    session.do(AddInterview(interview(id="new")))
    session.do(AddNotes("new", "@ Dana"))
    changed = paths.data.read_bytes()
    assert changed != found
    while session.undo():
        pass
    assert session.logbook is first
    assert paths.data.read_bytes() == found
    while session.redo():
        pass
    assert paths.data.read_bytes() == changed
    assert state(session) is SaveState.SAVED


def test_a_failure_keeps_what_is_in_hand_and_says_why(paths: Paths, clock: Clock) -> None:
    session = opened(paths, clock)
    paths.data.chmod(0o400)
    assert session.do(SKIP)
    assert session.logbook.interviews[0].ticks.connect == "skipped"
    assert state(session) is SaveState.FAILED
    assert "logbook.toml is read-only; make it writable" in session.document.save_status.reason
    assert paths.data.read_bytes() == OURS
    session.do(AddNotes("acme", "more"), save=False)
    assert session.document.save_status.reason.endswith("make it writable (chmod u+w)")
    assert session.document.save().state is SaveState.FAILED
    paths.data.chmod(0o600)
    assert session.document.save().state is SaveState.SAVED
    assert session.document.save_status.reason == ""
    assert on_disk(paths) == session.logbook
    assert session.document.close() is None


@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_a_disk_that_fails_once_is_tried_again(
    paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    session = opened(paths, clock)
    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        session.do(SKIP)
        assert state(session) is SaveState.FAILED
        assert "no space left on device" in session.document.save_status.reason
        assert session.undo() == SKIP
        assert session.document.save_status == SaveStatus(SaveState.SAVED)
        session.redo()
        assert session.document.save().state is SaveState.FAILED
    assert paths.data.read_bytes() == OURS
    assert session.do(AddNotes("acme", "more"))
    assert state(session) is SaveState.SAVED
    assert on_disk(paths) == session.logbook


def test_a_folder_that_syncs_not_does_not_stop_later_saves(
    paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    session = opened(paths, clock)
    session.do(SKIP)
    session.do(AddNotes("acme", "more"))
    assert (state(session), on_disk(paths)) == (SaveState.SAVED, session.logbook)


def test_a_file_that_another_program_broke_stays_and_ours_goes_to_a_recovery_file(
    paths: Paths, clock: Clock
) -> None:
    session = opened(paths, clock)
    theirs = OURS.replace(b"Dana", b"Theo")[:-40]
    paths.data.write_bytes(theirs)
    session.do(SKIP)
    assert state(session) is SaveState.FAILED
    assert (
        "was changed by another program and can't be read as it is: line"
        in session.document.save_status.reason
    )
    session.do(AddNotes("acme", "ours"))
    session.undo()
    session.redo()
    assert paths.data.read_bytes() == theirs
    recovery = session.document.close()
    assert recovery is not None
    assert recovery.is_relative_to(paths.state)
    assert decode(recovery.read_bytes()) == session.logbook
    assert stat.S_IMODE(recovery.stat().st_mode) == 0o600
    assert session.document.close() == recovery  # one for each run
    # Once it is whole again, both are in it.
    paths.data.write_bytes(OURS.replace(b"Dana", b"Theo"))
    assert session.document.close() is None
    assert on_disk(paths).interviews[0].notes == "@ Theo\nours\n"
    assert not recovery.exists()


def test_what_can_be_saved_nowhere_is_an_error(
    paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.state.touch()
    session = opened(paths, clock)
    session.do(SKIP)
    assert state(session) is SaveState.FAILED
    with pytest.raises(atomic.FileProblem, match="unsaved can't be written"):
        session.document.close(is_last_chance=False)
    monkeypatch.setattr("tempfile.tempdir", str(paths.state))
    with pytest.raises(atomic.FileProblem, match="can't be written: not a directory"):
        session.document.close()
    assert paths.data.read_bytes() == OURS


def test_a_newer_format_is_shown_and_never_written(paths: Paths, clock: Clock) -> None:
    inbox = b'[[inbox]]\nat = 2026-11-24T08:00:00Z\ntext = "x"\n'
    session = opened(paths, clock, NEWER + inbox)
    before = identity(paths.data)
    assert session.is_read_only
    assert (
        session.document.save_status.reason
        == "a newer followup-tui wrote this file (format 2); update to change it"
    )
    shown = session.logbook
    assert not session.do(SKIP)
    assert (session.undo(), session.redo(), session.document.close()) == (None, None, None)
    assert session.document.save().state is SaveState.READ_ONLY
    assert session.logbook is shown
    assert identity(paths.data) == before
    assert paths.data.read_bytes() == NEWER + inbox
    assert not paths.state.exists()


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a = 1\nx = ", ("line 2: this line is not valid TOML: invalid value",)),
        (OURS[:-40], ("line 13: the file has lost its end: its last line should be “# end of ",)),
        (b"a = 1\n\xff", ("line 2: this is not UTF-8 text; save the file as UTF-8",)),
        (
            b"[[interview]]\nround = 0\n",
            (
                "line 1: interview 1 has no “company”",
                "line 2: interview 1, round: ",
                "line 1: interview 1 ha",
            ),
        ),
    ],
)
def test_a_file_that_can_not_be_read_is_reported_and_left(
    paths: Paths, clock: Clock, data: bytes, lines: tuple[str, ...]
) -> None:
    with pytest.raises(BrokenFile) as caught:
        opened(paths, clock, data)
    broken = caught.value
    assert broken.path == paths.data
    assert [line[: len(start)] for line, start in zip(broken.problems, lines, strict=True)] == list(lines)
    assert str(broken).startswith(f"{paths.data}: {lines[0]}")
    assert paths.data.read_bytes() == data
    assert not paths.state.exists()
    with pytest.raises(BrokenFile, match=": is a folder; name a file, such as "):
        Session(Paths(paths.data.parent, paths.state), clock)


def test_what_was_noted_from_the_shell_is_filed_and_stays_filed(paths: Paths, clock: Clock) -> None:
    inbox = b'[[inbox]]\nat = 2026-11-24T08:00:00Z\nto = "%s"\ntext = "! tests"\n'
    session = opened(paths, clock, OURS[: OURS.rindex(b"#")].partition(b"\n")[2] + inbox % b"Acme")
    assert session.logbook.interviews[0].notes == "@ Dana\n! tests\n"
    assert on_disk(paths) == session.logbook
    assert session.logbook.inbox == ()
    assert session.undo() is None
    session.do(SKIP)
    session.undo()
    assert on_disk(paths).interviews[0].notes == "@ Dana\n! tests\n"
    strangers = b"format = 1\n" + inbox % b"Cyan"
    assert opened(paths, clock, strangers).logbook.inbox[0].to == "Cyan"
    assert paths.data.read_bytes() == strangers


def test_what_is_noted_from_the_shell_meanwhile_is_no_part_of_what_is_undone(
    paths: Paths, clock: Clock
) -> None:
    session = opened(paths, clock)
    session.do(WriteNotes("acme", "@ Dana\nwritten here\n"))
    session.do(SKIP)
    record = b'\n[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "Acme"\ntext = "! tests"\n'
    paths.data.write_bytes(paths.data.read_bytes() + record)
    session.document.merge_external_changes()
    assert session.logbook.interviews[0].notes == "@ Dana\nwritten here\n! tests\n"
    for step, notes in (
        (session.undo, "@ Dana\nwritten here\n! tests\n"),
        (session.undo, "@ Dana\n! tests\n"),
        (session.redo, "@ Dana\nwritten here\n! tests\n"),
    ):
        assert step() is not None
        assert (session.logbook.interviews[0].notes, session.logbook.inbox) == (notes, ())
        assert on_disk(paths) == session.logbook


def test_ids_are_new(paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(paths, clock)
    turns = iter((b"\0\0\0\0\0\0", b"\0\0\0\0\0\0", b"\0\0\0\0\0\1"))
    monkeypatch.setattr("followup_tui.session.session.os.urandom", lambda _: next(turns))
    session.do(AddInterview(interview(id=session.new_id())))
    assert session.new_id() == "222223"


def test_a_plan_is_made_anew_when_what_it_is_made_of_changes(paths: Paths, clock: Clock) -> None:
    session = opened(paths, clock)

    def acme() -> Interview:
        return session.logbook.interviews[0]

    first = session.plan(acme())
    assert session.plan(acme()) is first
    clock.now += timedelta(hours=1)
    session.do(AddInterview(interview("2026-11-23T20:00", id="new", company="Zeta")))
    assert session.plan(acme()) is first
    assert [(plan.current.id, plan.current.held_on) for plan in session.open_plans()] == [
        ("acme", date(2026, 11, 23)),
        ("new", date(2026, 11, 23)),
    ]
    before = session.plan(session.logbook.interviews[1])
    clock.now += timedelta(hours=1)
    begun = session.plan(session.logbook.interviews[1])
    assert (before.has_begun, begun.has_begun) == (False, True)
    clock.now = at("2026-11-24T00:00")
    next_day = session.plan(acme())
    assert (first.today, next_day.today) == (date(2026, 11, 23), date(2026, 11, 24))
    session.do(WriteNotes("acme", "@ Dana\n> 2026-12-04\n"))
    noted = session.plan(acme())
    assert (next_day.promised.is_estimate, noted.promised.day) == (True, date(2026, 12, 4))
    session.undo()
    assert session.plan(acme()) == next_day
    session.document.update(session.logbook.but(rules={"guess_days": 10}))
    assert (next_day.promised.day, session.plan(acme()).promised.day) == (
        date(2026, 11, 30),
        date(2026, 12, 3),
    )


def test_a_file_with_comments_is_copied_before_they_are_lost(paths: Paths, clock: Clock) -> None:
    by_hand = b'# my own words\n[[interview]]\nid = "a"\ncompany = "A"\nheld_at = 2026-11-23T14:00:00+01:00\n'
    session = opened(paths, clock, by_hand)
    session.do(TickStep("a", StepId.ASK, date(2026, 11, 23)))
    session.do(TickStep("a", StepId.WAIT, date(2026, 11, 23)))
    assert b"# my own words" not in paths.data.read_bytes()
    (kept,) = paths.state.glob("with-comments-*")
    assert kept.read_bytes() == by_hand


def test_what_could_not_be_read_again_is_not_written(
    paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(paths, clock)
    most = 2 * 1024**2
    monkeypatch.setattr(store, "MAX_BYTES", most)
    session.do(AddNotes("acme", "x" * most))
    assert state(session) is SaveState.FAILED
    assert "would be larger than 2 MiB" in session.document.save_status.reason
    assert paths.data.read_bytes() == OURS


def test_the_walk_from_key_to_disk_names_at_most_seven_files_that_exist() -> None:
    text = package.__doc__ or ""
    steps = re.findall(r"^\d\. `(\S+)\.py`: (.*?)$", text, re.MULTILINE)
    assert 5 <= len(steps) <= 7
    for path, sentence in steps:
        module = importlib.import_module(f"followup_tui.{path.replace('/', '.')}")
        names = re.findall(r"`([A-Z]\w+\.\w+|\w+_\w+)`", sentence)
        assert names
        class_name, _, method = names[0].rpartition(".")
        assert hasattr(getattr(module, class_name) if class_name else module, method)
