"""Changes from outside while the file is open: merged in, never lost, and never undone by `u`."""

from pathlib import Path

import pytest

from followup_tui.core.changes.interviews import AddInterview, DeleteInterview, EditInterview, TickStep
from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.session.session import ExternalChanges, SaveState, Session
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import END, decode, encode
from tests.core.builders import at, interview

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
SKIP = TickStep("acme", StepId.CONNECT, "skipped")


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "logbook.toml", tmp_path / "state")


def opened(places: Paths) -> Session:
    return Session(places, lambda: NOW)


@pytest.fixture
def session(places: Paths) -> Session:
    places.data.write_text(encode(Logbook(interview=(ACME, CYAN))))
    return opened(places)


def on_disk(places: Paths) -> Logbook:
    return decode(places.data.read_bytes())


def by_hand(places: Paths, old: str, new: str) -> None:
    """Another program replaces a piece of the text."""
    text = places.data.read_text()
    assert text.count(old) == 1
    places.data.write_text(text.replace(old, new))


def notes(session: Session, id: str = "acme") -> str:
    found = session.logbook.interview(id)
    assert found is not None
    return found.notes


def test_what_came_while_something_was_done_here_is_kept_with_it(places: Paths, session: Session) -> None:
    by_hand(places, "@ Dana", "@ Dana\n@ Luis")
    session.do(SKIP)
    assert session.document.save_status.state is SaveState.SAVED
    assert on_disk(places) == session.logbook
    assert notes(session) == "@ Dana\n@ Luis\n"
    assert session.logbook.interviews[0].ticks.connect == "skipped"


def test_a_look_brings_in_what_came_and_writes_nothing(places: Paths, session: Session) -> None:
    assert session.document.merge_external_changes() == ExternalChanges()
    by_hand(places, "@ Dana", "@ Dana\n@ Luis")
    theirs = places.data.read_bytes()
    assert session.document.merge_external_changes() == ExternalChanges(("Acme",))
    assert notes(session) == "@ Dana\n@ Luis\n"
    assert places.data.read_bytes() == theirs
    assert session.document.merge_external_changes() == ExternalChanges()


def test_undo_takes_back_what_was_done_here_and_nothing_else(places: Paths, session: Session) -> None:
    session.do(AddNotes("acme", "ours one"))
    session.do(AddNotes("cyan", "ours two"))
    by_hand(places, "@ Dana", "@ Dana, manager")
    session.document.merge_external_changes()
    session.undo()
    assert notes(session, "cyan") == "@ Theo\n"
    session.undo()
    assert notes(session) == "@ Dana, manager\n"
    assert on_disk(places) == session.logbook
    session.redo()
    session.redo()
    assert (notes(session), notes(session, "cyan")) == (
        "@ Dana, manager\nours one\n",
        "@ Theo\nours two\n",
    )


def test_a_half_written_file_is_waited_for(places: Paths, session: Session) -> None:
    whole = places.data.read_text().replace("@ Dana", "@ Dana\n@ Luis")
    places.data.write_text(whole[:-30])
    told = session.document.merge_external_changes()
    assert told.companies == ()
    assert "can't be read as it is" in told.problem
    assert session.document.save_status.state is SaveState.SAVED
    assert places.data.read_text() == whole[:-30]
    places.data.write_text(whole)
    assert session.document.merge_external_changes() == ExternalChanges(("Acme",))
    assert notes(session) == "@ Dana\n@ Luis\n"


@pytest.mark.parametrize("left", [None, b"", b"\n"])
def test_a_file_that_is_gone_or_empty_is_written_anew(
    places: Paths, session: Session, left: bytes | None
) -> None:
    places.data.unlink()
    if left is not None:
        places.data.write_bytes(left)
    session.document.merge_external_changes()
    assert len(session.logbook.interviews) == 2
    session.do(SKIP)
    assert on_disk(places) == session.logbook
    assert len(on_disk(places).interviews) == 2


def test_a_newer_format_that_came_is_not_written_over(places: Paths, session: Session) -> None:
    by_hand(places, "format = 1", "format = 2")
    theirs = places.data.read_bytes()
    session.do(SKIP)
    assert session.document.save_status.state is SaveState.FAILED
    assert "newer followup-tui" in session.document.save_status.reason
    assert places.data.read_bytes() == theirs


def test_a_line_noted_from_the_shell_is_filed_once_by_two_windows(places: Paths, session: Session) -> None:
    other = opened(places)
    record = '\n[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "Acme"\ntext = "! tests"\n'
    places.data.write_text(places.data.read_text().replace(END, record.lstrip() + END))
    assert session.document.merge_external_changes().companies == ("Acme",)
    assert other.document.merge_external_changes().companies == ("Acme",)
    for window in (session, other, session):
        window.document.merge_external_changes()
        assert notes(window) == "@ Dana\n! tests\n"
    assert on_disk(places).inbox == ()
    # The same, where both have read the line before one of them saves.
    third, fourth = opened(places), opened(places)
    third.do(AddNotes("acme", "third"))
    fourth.do(AddNotes("acme", "fourth"))
    third.document.merge_external_changes()
    assert sorted(notes(third).splitlines()) == ["! tests", "@ Dana", "fourth", "third"]
    assert on_disk(places) == third.logbook


def test_the_same_line_changed_here_and_there_is_kept_twice_and_told(places: Paths, session: Session) -> None:
    session.do(EditInterview(ACME.but(role="Engineer")), save=False)
    by_hand(places, 'company = "Acme"\nrole = ""', 'company = "Acme"\nrole = "Driver"')
    told = session.document.merge_external_changes()
    assert told.companies == ("Acme",)
    assert len(told.conflicts) == 1
    assert "role" in told.conflicts[0]
    text = places.data.read_text()
    assert "Engineer" in text
    assert "Driver" in text


def test_what_was_deleted_there_and_edited_here_stays(places: Paths, session: Session) -> None:
    other = opened(places)
    other.do(DeleteInterview("cyan", "Cyan", NOW))
    other.do(DeleteInterview("acme", "Acme", NOW))
    session.do(AddNotes("cyan", "they called"))
    assert [one.id for one in on_disk(places).interviews] == ["cyan"]
    assert notes(session, "cyan") == "@ Theo\nthey called\n"
    assert session.logbook.interview("acme") is None


def test_three_windows_that_add_at_once_all_keep_everything(places: Paths, session: Session) -> None:
    windows = [session, opened(places), opened(places)]
    for turn in range(5):
        for n, window in enumerate(windows):
            id = f"w{n}t{turn}"
            window.do(AddInterview(interview("2026-11-23T14:00", id=id, company=id)))
    for window in windows:
        window.document.merge_external_changes()
        assert len(window.logbook.interviews) == 17
    assert all(window.logbook == on_disk(places) for window in windows)
