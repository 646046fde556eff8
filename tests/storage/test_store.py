"""The store: what a save replaces is backed up, what can't be read again is not written."""

import errno
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from followup_tui.core.changes.interviews import EditInterview
from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import ExternalChanges, SaveState, Session
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.backups import list_backups, restore
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import decode, encode
from tests.core.builders import at, interview

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
BOTH = encode(Logbook(interview=(ACME, CYAN)))


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    places = Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")
    places.data.parent.mkdir()
    places.data.write_text(BOTH)
    return places


def opened(places: Paths) -> Session:
    return Session(places, lambda: NOW)


def on_disk(places: Paths) -> Logbook:
    return decode(places.data.read_bytes())


def notes(logbook: Logbook, id: str = "acme") -> str:
    found = logbook.interview(id)
    assert found is not None
    return found.notes


def save_over(places: Paths) -> Session:
    session = opened(places)
    session.do(AddNotes("acme", "one"))
    return session


def test_what_was_there_before_the_first_save_is_a_backup_and_comes_back(places: Paths) -> None:
    session = save_over(places)
    session.do(AddNotes("acme", "two"))
    (kept,) = list_backups(places)
    assert kept.read() == BOTH.encode()
    assert kept.interviews == 2
    restore(places, kept, places.data.read_bytes(), NOW)
    assert places.data.read_text() == BOTH
    # Itself undoable: what was replaced is the newest backup.
    again = opened(places)
    assert notes(again.logbook) == "@ Dana\n"
    newest = list_backups(places)[0]
    assert notes(decode(newest.read())) == "@ Dana\none\ntwo\n"
    restore(places, newest, places.data.read_bytes(), NOW)
    assert notes(on_disk(places)) == "@ Dana\none\ntwo\n"


def test_a_damaged_backup_is_not_restored(places: Paths) -> None:
    save_over(places)
    (kept,) = list_backups(places)
    kept.path.write_text("damaged")
    with pytest.raises(FileProblem, match="damaged"):
        restore(places, kept, places.data.read_bytes(), NOW)
    assert notes(on_disk(places)) == "@ Dana\none\n"


def test_no_backup_can_be_made_and_notes_are_saved_still(
    places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileProblem("the disk is full")

    monkeypatch.setattr("followup_tui.storage.backups.make_backup", full)
    assert save_over(places).document.save_status.state is SaveState.SAVED


def test_an_encoder_gone_wrong_writes_nothing(places: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    from followup_tui.storage.toml import writer

    right: Callable[..., str] = writer.interview_text
    session = opened(places)
    monkeypatch.setattr(writer, "interview_text", lambda interview: right(interview).replace("Dana", "Dina"))
    session.do(EditInterview(ACME.but(role="Engineer")))
    assert session.document.save_status.state is SaveState.FAILED
    assert "was not written" in session.document.save_status.reason
    assert places.data.read_text() == BOTH


def test_everything_of_ours_is_for_the_user_alone(places: Paths) -> None:
    session = save_over(places)
    places.data.chmod(0o400)
    session.do(AddNotes("acme", "two"))
    found = list(places.state.rglob("*"))
    assert any(path.parent.name == "backups" for path in found)
    assert any(path.parent.name == "unsaved" for path in found)
    for path in (places.state, *found):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_what_the_file_system_does_not_protect_is_reported_once(
    places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    session = opened(places)
    session.do(AddNotes("acme", "ours"))
    (warning,) = session.document.pop_external_changes().conflicts
    assert "without locks" in warning
    session.do(AddNotes("acme", "more"))
    assert session.document.pop_external_changes() == ExternalChanges()
    assert notes(on_disk(places)) == "@ Dana\nours\nmore\n"
