"""What the next start merges: recovery files of earlier runs, and conflict copies of synchronisers."""

import errno
import gc
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from followup_tui.core.changes.notes import AddNotes
from followup_tui.session.session import ExternalChanges, SaveState
from followup_tui.storage import atomic
from followup_tui.storage.paths import Paths
from tests.decoding import decode
from tests.storage.two_interviews import BOTH, notes, on_disk, opened

SYNCTHING = "logbook.sync-conflict-20261122-120000-ABCDEFG.toml"
DROPBOX = "logbook (Ana's conflicted copy 2026-11-22).toml"


def test_what_could_not_be_saved_is_in_again_at_the_next_start(paths: Paths) -> None:
    session = opened(paths)
    paths.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    assert session.document.save_status.state is SaveState.FAILED
    del session  # killed: nobody closed it
    gc.collect()
    paths.data.chmod(0o600)
    elsewhere = opened(paths)
    elsewhere.do(AddNotes("cyan", "theirs"))
    del elsewhere
    third = opened(paths)
    assert third.document.merge_copies() == ExternalChanges(("Acme",))
    assert (notes(on_disk(paths)), notes(on_disk(paths), "cyan")) == ("@ Dana\nours\n", "@ Theo\ntheirs\n")
    assert third.document.merge_copies() == ExternalChanges()
    assert opened(paths).document.merge_copies() == ExternalChanges()


def test_what_another_window_could_not_save_is_its_own_as_long_as_it_lives(paths: Paths) -> None:
    session = opened(paths)
    paths.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    paths.data.chmod(0o600)
    assert opened(paths).document.merge_copies() == ExternalChanges()
    assert session.document.close() is None
    assert notes(on_disk(paths)) == "@ Dana\nours\n"


@pytest.mark.parametrize("name", [SYNCTHING, DROPBOX])
def test_a_conflict_copy_is_merged_and_archived(paths: Paths, name: str) -> None:
    copy = paths.data.parent / name
    copy.write_text(BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n"))
    incoming = opened(paths).document.merge_copies()
    assert incoming == ExternalChanges(("Acme",))
    assert notes(on_disk(paths)) == "@ Dana\n~ she sails\n"
    assert not copy.exists()
    (kept,) = paths.state.rglob(name)
    assert "she sails" in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["this is no TOML", BOTH[:-40], BOTH.replace('id = "cyan"', "id = 1")])
def test_a_copy_that_can_not_be_read_whole_stays_and_is_reported(paths: Paths, text: str) -> None:
    copy = paths.data.parent / SYNCTHING
    copy.write_text(text)
    incoming = opened(paths).document.merge_copies()
    assert incoming.companies == ()
    assert "It stays where it is." in incoming.conflicts[0]
    assert copy.read_text() == text
    assert paths.data.read_text() == BOTH


def test_a_copy_stays_until_what_was_merged_is_on_the_disk(paths: Paths) -> None:
    copy = paths.data.parent / SYNCTHING
    copy.write_text(BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n"))
    paths.data.chmod(0o400)
    session = opened(paths)
    session.document.merge_copies()
    assert session.document.save_status.state is SaveState.FAILED
    assert copy.exists()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for that of temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return temporary


def test_on_a_full_disk_the_last_text_is_in_the_temporary_folder_and_the_next_start_merges_it(
    paths: Paths, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(paths)
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
    assert opened(paths).document.merge_copies() == ExternalChanges(), "its own run goes on"
    del session
    gc.collect()
    assert opened(paths).document.merge_copies() == ExternalChanges(("Acme",))
    assert notes(on_disk(paths)) == "@ Dana\nours\n"
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_temporary_file_of_somebody_else_is_not_merged(paths: Paths, temporary: Path) -> None:
    session = opened(paths)
    session.do(AddNotes("acme", "ours"))
    foreign = session.document.suggest_elsewhere()
    assert foreign is not None
    session.document.save_elsewhere(foreign)
    session.undo()
    assert foreign.parent == temporary
    os.chown(foreign, 4321, 4321)
    assert opened(paths).document.merge_copies() == ExternalChanges()
    assert foreign.exists()


def test_saving_elsewhere_writes_a_new_file_and_never_over_another(paths: Paths, tmp_path: Path) -> None:
    session = opened(paths)
    paths.data.chmod(0o400)
    session.do(AddNotes("acme", "ours"))
    session.document.save_elsewhere(tmp_path / "elsewhere.toml")
    assert notes(decode((tmp_path / "elsewhere.toml").read_bytes())) == "@ Dana\nours\n"
    with pytest.raises(atomic.FileProblem, match="already exists"):
        session.document.save_elsewhere(tmp_path / "elsewhere.toml")
    with pytest.raises(atomic.FileProblem, match="can't be written: no such file or directory"):
        session.document.save_elsewhere(tmp_path / "missing" / "elsewhere.toml")
