"""What lies about: unsaved text of an earlier run, copies set aside, git's marks, bad records, backups."""

import errno
import gc
import os
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.changes.interviews import EditInterview, TickStep
from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.session.session import ExternalChanges, SaveState, Session
from followup_tui.storage import atomic
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.backups import list_backups, restore
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import decode, encode
from tests.core.builders import at, interview

NOW = at("2026-11-23T18:00")
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
BOTH = encode(Logbook(interview=(ACME, CYAN)))
SYNCTHING = "logbook.sync-conflict-20261122-120000-ABCDEFG.toml"
DROPBOX = "logbook (Ana's conflicted copy 2026-11-22).toml"


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


def test_what_could_not_be_saved_is_in_again_at_the_next_start(places: Paths) -> None:
    session = opened(places)
    places.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    assert session.document.save_status.state is SaveState.FAILED
    del session  # killed: nobody closed it
    gc.collect()
    places.data.chmod(0o600)
    elsewhere = opened(places)
    elsewhere.do(AddNotes("cyan", "theirs"))
    del elsewhere
    third = opened(places)
    assert third.document.merge_copies() == ExternalChanges(("Acme",))
    assert (notes(on_disk(places)), notes(on_disk(places), "cyan")) == ("@ Dana\nours\n", "@ Theo\ntheirs\n")
    assert third.document.merge_copies() == ExternalChanges()
    assert opened(places).document.merge_copies() == ExternalChanges()


def test_what_another_window_could_not_save_is_its_own_as_long_as_it_lives(places: Paths) -> None:
    session = opened(places)
    places.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    places.data.chmod(0o600)
    assert opened(places).document.merge_copies() == ExternalChanges()
    assert session.document.close() is None
    assert notes(on_disk(places)) == "@ Dana\nours\n"


@pytest.mark.parametrize("name", [SYNCTHING, DROPBOX])
def test_a_copy_set_aside_is_merged_and_moved_away(places: Paths, name: str) -> None:
    copy = places.data.parent / name
    copy.write_text(BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n"))
    news = opened(places).document.merge_copies()
    assert news == ExternalChanges(("Acme",))
    assert notes(on_disk(places)) == "@ Dana\n~ she sails\n"
    assert not copy.exists()
    (kept,) = places.state.rglob(name)
    assert "she sails" in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["this is no TOML", BOTH[:-40], BOTH.replace('id = "cyan"', "id = 1")])
def test_a_copy_that_can_not_be_read_whole_stays_and_is_told(places: Paths, text: str) -> None:
    copy = places.data.parent / SYNCTHING
    copy.write_text(text)
    news = opened(places).document.merge_copies()
    assert news.companies == ()
    assert "It stays where it is." in news.conflicts[0]
    assert copy.read_text() == text
    assert places.data.read_text() == BOTH


def test_a_copy_stays_until_what_was_merged_is_on_the_disk(places: Paths) -> None:
    copy = places.data.parent / SYNCTHING
    copy.write_text(BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n"))
    places.data.chmod(0o400)
    session = opened(places)
    session.document.merge_copies()
    assert session.document.save_status.state is SaveState.FAILED
    assert copy.exists()


def test_git_marks_between_records_are_read_as_two_sides(places: Paths) -> None:
    role = 'role = ""\n'
    both = '<<<<<<< HEAD\nrole = "Driver"\n=======\nrole = "Engineer"\n>>>>>>> laptop\n'
    places.data.write_text(BOTH.replace(role, both, 1))
    session = opened(places)
    assert "role" in session.document.load_messages[1]
    text = places.data.read_text()
    assert "Driver" in text
    assert "Engineer" in text


def test_git_marks_within_notes_are_read_as_two_sides(places: Paths) -> None:
    ours = BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n")
    marked = ours.replace(
        "~ she sails\n", "<<<<<<< HEAD\n~ she sails\n=======\n! little Go\n>>>>>>> laptop\n"
    )
    places.data.write_text(marked)
    session = opened(places)
    assert any("git left two versions" in one for one in session.document.load_messages)
    text = places.data.read_text()
    assert "<<<<<<<" not in text
    assert "~ she sails" in text
    assert "! little Go" in text
    assert [one.read() for one in list_backups(places)] == [marked.encode()]


def test_a_bad_record_is_told_set_aside_and_written_back(places: Paths) -> None:
    bad = '\n[[interview]]\nid = "bad"\ncompany = ""\nheld_at = "soon"\nmine = [1, 2]\n'
    places.data.write_text(BOTH.replace("# end of", f"{bad.lstrip()}# end of"))
    session = opened(places)
    assert [one.id for one in session.logbook.interviews] == ["acme", "cyan"]
    assert "set aside, and stays in the file" in session.document.load_messages[0]
    session.do(TickStep("acme", StepId.CONNECT, "skipped"))
    text = places.data.read_text()
    assert tomllib.loads(bad)["interview"][0] in tomllib.loads(text)["interview"]
    places.data.write_text(
        text.replace('held_at = "soon"', "held_at = 2026-11-21T10:00:00Z").replace(
            'company = ""', 'company = "Mended"'
        )
    )
    assert session.document.merge_external_changes().companies == ("Mended",)
    assert len(on_disk(places).interviews) == 3


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
    monkeypatch.setattr(writer, "interview_text", lambda one: right(one).replace("Dana", "Dina"))
    session.do(EditInterview(ACME.but(role="Engineer")))
    assert session.document.save_status.state is SaveState.FAILED
    assert "was not written" in session.document.save_status.reason
    assert places.data.read_text() == BOTH


def test_everything_of_ours_is_for_the_user_alone(places: Paths) -> None:
    session = save_over(places)
    places.data.chmod(0o400)
    session.do(AddNotes("acme", "two"))
    found = list(places.state.rglob("*"))
    assert any(one.parent.name == "backups" for one in found)
    assert any(one.parent.name == "unsaved" for one in found)
    for one in (places.state, *found):
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for that of temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return temporary


def test_on_a_full_disk_the_last_text_is_in_the_temporary_folder_and_the_next_start_merges_it(
    places: Paths, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(places)
    with monkeypatch.context() as disk:
        write = atomic.atomic_write

        def no_space(real: Path, *arguments: Any) -> None:
            if not real.is_relative_to(temporary):
                raise OSError(errno.ENOSPC, "No space left on device")
            write(real, *arguments)

        disk.setattr(atomic, "atomic_write", no_space)
        session.do(AddNotes("acme", "ours"))
        with pytest.raises(atomic.FileProblem, match="no space left"):
            session.document.close(is_last_chance=False)
        kept = session.document.close()
        assert kept is not None
        assert session.document.close() == kept
    assert kept.parent == temporary
    assert kept.stat().st_mode & 0o777 == 0o600
    assert opened(places).document.merge_copies() == ExternalChanges(), "its own run goes on"
    del session
    gc.collect()
    assert opened(places).document.merge_copies() == ExternalChanges(("Acme",))
    assert notes(on_disk(places)) == "@ Dana\nours\n"
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_temporary_file_of_somebody_else_is_not_merged(places: Paths, temporary: Path) -> None:
    session = opened(places)
    session.do(AddNotes("acme", "ours"))
    foreign = session.document.suggest_elsewhere()
    assert foreign is not None
    session.document.save_elsewhere(foreign)
    session.undo()
    assert foreign.parent == temporary
    os.chown(foreign, 4321, 4321)
    assert opened(places).document.merge_copies() == ExternalChanges()
    assert foreign.exists()


def test_saving_elsewhere_writes_a_new_file_and_never_over_another(places: Paths, tmp_path: Path) -> None:
    session = opened(places)
    places.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    session.document.save_elsewhere(tmp_path / "elsewhere.toml")
    assert notes(decode((tmp_path / "elsewhere.toml").read_bytes())) == "@ Dana\nours\n"
    with pytest.raises(atomic.FileProblem, match="is there already"):
        session.document.save_elsewhere(tmp_path / "elsewhere.toml")
    with pytest.raises(atomic.FileProblem, match="can't be written: no such file or directory"):
        session.document.save_elsewhere(tmp_path / "missing" / "elsewhere.toml")


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


def test_a_hard_link_is_reported_at_the_start(places: Paths) -> None:
    os.link(places.data, places.data.with_name("second.toml"))
    (message,) = opened(places).document.load_messages
    assert "has a second name (a hard link)" in message


def test_comments_are_reported_at_the_start_with_the_place_of_their_copy(places: Paths) -> None:
    places.data.write_bytes(b"# ask Tom before I write\n" + places.data.read_bytes())
    (message,) = opened(places).document.load_messages
    assert message.startswith("The next save drops the comments in the file")
    assert str(places.state) in message
