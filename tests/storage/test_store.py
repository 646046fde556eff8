"""The store: what a save replaces is backed up, what can't be read again is not written."""

import errno
import stat
from collections.abc import Callable

import pytest

from followup_tui.core.changes.interviews import EditInterview
from followup_tui.core.changes.notes import AddNotes
from followup_tui.session.session import ExternalChanges, SaveState, Session
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.backups import list_backups, restore
from followup_tui.storage.paths import Paths
from tests.decoding import decode
from tests.storage.two_interviews import ACME, BOTH, NOW, notes, on_disk, opened


def save_over(paths: Paths) -> Session:
    session = opened(paths)
    session.do(AddNotes("acme", "one"))
    return session


def test_what_was_there_before_the_first_save_is_a_backup_and_comes_back(paths: Paths) -> None:
    session = save_over(paths)
    session.do(AddNotes("acme", "two"))
    (kept,) = list_backups(paths)
    assert kept.read() == BOTH.encode()
    assert kept.interviews == 2
    restore(paths, kept, paths.data.read_bytes(), NOW)
    assert paths.data.read_text() == BOTH
    # Itself undoable: what was replaced is the newest backup.
    again = opened(paths)
    assert notes(again.logbook) == "@ Dana\n"
    newest = list_backups(paths)[0]
    assert notes(decode(newest.read())) == "@ Dana\none\ntwo\n"
    restore(paths, newest, paths.data.read_bytes(), NOW)
    assert notes(on_disk(paths)) == "@ Dana\none\ntwo\n"


def test_a_damaged_backup_is_not_restored(paths: Paths) -> None:
    save_over(paths)
    (kept,) = list_backups(paths)
    kept.path.write_text("damaged")
    with pytest.raises(FileProblem, match="damaged"):
        restore(paths, kept, paths.data.read_bytes(), NOW)
    assert notes(on_disk(paths)) == "@ Dana\none\n"


def test_no_backup_can_be_made_and_notes_are_saved_still(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileProblem("the disk is full")

    monkeypatch.setattr("followup_tui.storage.backups.make_backup", full)
    assert save_over(paths).document.save_status.state is SaveState.SAVED


def test_an_encoder_gone_wrong_writes_nothing(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    from followup_tui.storage.toml import writer

    right: Callable[..., str] = writer.interview_text
    session = opened(paths)
    monkeypatch.setattr(writer, "interview_text", lambda interview: right(interview).replace("Dana", "Dina"))
    session.do(EditInterview(ACME.but(role="Engineer")))
    assert session.document.save_status.state is SaveState.FAILED
    assert "was not written" in session.document.save_status.reason
    assert paths.data.read_text() == BOTH


def test_everything_of_ours_is_for_the_user_alone(paths: Paths) -> None:
    session = save_over(paths)
    paths.data.chmod(0o400)
    session.do(AddNotes("acme", "two"))
    found = list(paths.state.rglob("*"))
    assert any(path.parent.name == "backups" for path in found)
    assert any(path.parent.name == "unsaved" for path in found)
    for path in (paths.state, *found):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_what_the_file_system_does_not_protect_is_reported_once(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    session = opened(paths)
    session.do(AddNotes("acme", "ours"))
    (warning,) = session.document.pop_external_changes().conflicts
    assert "without locks" in warning
    session.do(AddNotes("acme", "more"))
    assert session.document.pop_external_changes() == ExternalChanges()
    assert notes(on_disk(paths)) == "@ Dana\nours\nmore\n"


def test_comments_are_remarked_on_once_until_others_are_written(paths: Paths) -> None:
    paths.data.write_text(f"# ask Tom\n{BOTH}")
    (remark,) = opened(paths).document.pop_remarks()
    assert remark.startswith("The next save drops the comments in the file; a copy with them goes to ")
    assert opened(paths).document.pop_remarks() == ()
    paths.data.write_text(f"# ask Tom\n{BOTH.replace('Cyan', 'Blue')}")
    assert opened(paths).document.pop_remarks() == ()
    paths.data.write_text(f"# ask Ann\n{BOTH}")
    assert len(opened(paths).document.pop_remarks()) == 1


def test_a_remark_that_nobody_was_shown_comes_again(paths: Paths) -> None:
    paths.data.write_text(f"# ask Tom\n{BOTH}")
    opened(paths)
    assert len(opened(paths).document.pop_remarks()) == 1
