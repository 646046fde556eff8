"""Backups, what could not be saved, copies of synchronisers, and the report of all that."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage import recovery
from followup_tui.storage.atomic import ChangedOnDisk, FileProblem, replace_if_unchanged, state_folder
from followup_tui.storage.backups import DAYS, LAST, list_backups, make_backup, restore
from followup_tui.storage.health import check
from followup_tui.storage.paths import Paths
from followup_tui.storage.recovery import RecoveryFile, find_unsaved, new_path
from followup_tui.storage.sync_conflicts import archive_copy, conflict_copies
from followup_tui.storage.toml.reader import encode
from tests.core.builders import interview

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def content(*companies: str) -> bytes:
    return encode(
        Logbook(interview=tuple(interview(id=f"i{one}", company=one) for one in companies))
    ).encode()


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "logbook.toml").write_bytes(content("A"))
    return Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_a_save_replaces_is_kept_for_the_user_alone(places: Paths) -> None:
    places.data.chmod(0o644)
    old = content("A")
    replace_if_unchanged(
        places.data, content("B"), old, places.state, lambda seen: make_backup(places, seen, NOW)
    )
    (one,) = list_backups(places)
    assert (one.read(), one.at, one.size, one.interviews) == (old, NOW, len(old), 1)
    assert [mode(path) for path in (one.path, one.path.parent, one.path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def test_own_saves_are_thinned_out_and_what_was_found_is_not(places: Paths) -> None:
    for second in range(0, 180, 5):
        make_backup(places, content(f"own{second}"), NOW + timedelta(seconds=second), is_own=True)
    assert [(one.at - NOW).seconds for one in list_backups(places)] == [120, 60, 0]
    make_backup(places, content("found"), NOW + timedelta(seconds=121))
    make_backup(places, content("found"), NOW + timedelta(seconds=122))
    assert [(one.at - NOW).seconds for one in list_backups(places)] == [121, 120, 60, 0]


def test_the_last_twenty_stay_and_one_a_day(places: Paths) -> None:
    for day in range(DAYS + 20):
        for hour in (1, 2):
            make_backup(places, content(f"{day}-{hour}"), NOW + timedelta(days=day, hours=hour), interviews=1)
    found = list_backups(places)
    newest = NOW + timedelta(days=DAYS + 19, hours=2)
    assert [one.at for one in found[:LAST:2]] == [newest - timedelta(days=day) for day in range(LAST // 2)]
    assert [one.at for one in found[LAST:]] == [
        newest - timedelta(days=day) for day in range(LAST // 2, DAYS)
    ]


@pytest.mark.parametrize("present", [content("B"), b"[broken", b"", None])
def test_restoring_is_undone_by_restoring(places: Paths, present: bytes | None) -> None:
    make_backup(places, content("A"), NOW)
    places.data.unlink()
    if present is not None:
        places.data.write_bytes(present)
    (old,) = list_backups(places)
    assert restore(places, old, present, NOW + timedelta(seconds=1)) == content("A")
    assert places.data.read_bytes() == content("A")
    if present is not None:
        assert list_backups(places)[0].read() == present
    if present == content("B"):
        restore(places, list_backups(places)[0], content("A"), NOW + timedelta(seconds=2))
        assert places.data.read_bytes() == present


def test_a_backup_that_is_damaged_or_unreadable_is_not_put_in_place(places: Paths) -> None:
    make_backup(places, b"[broken", NOW)
    (broken,) = list_backups(places)
    assert broken.interviews is None
    with pytest.raises(FileProblem, match=r"can't be used: line 1: .*choose another backup"):
        restore(places, broken, content("A"), NOW)
    make_backup(places, content("C"), NOW + timedelta(days=1))
    damaged = list_backups(places)[0]
    damaged.path.write_bytes(b"")
    with pytest.raises(FileProblem, match="was damaged or changed"):
        restore(places, damaged, content("A"), NOW)
    damaged.path.unlink()
    with pytest.raises(FileProblem, match="is gone"):
        damaged.read()
    make_backup(places, content("D"), NOW + timedelta(days=2))
    with pytest.raises(ChangedOnDisk):
        restore(places, list_backups(places)[0], b"older", NOW)
    assert places.data.read_bytes() == content("A")


def test_what_killed_savers_left_is_swept(places: Paths) -> None:
    left = places.data.parent / ".logbook.toml.abcd1234.tmp"
    others = [places.data.parent / name for name in (".logbook.toml.bak.abcd1234.tmp", "logbook.toml.tmp")]
    for path in (left, *others):
        path.touch()
    replace_if_unchanged(places.data, content("B"), content("A"), places.state)
    assert (left.exists(), [path.exists() for path in others]) == (False, [True, True])


def test_a_backup_that_fails_stops_the_replacement(places: Paths) -> None:
    def fail(_: bytes) -> None:
        raise FileProblem("no room")

    with pytest.raises(FileProblem, match="no room"):
        replace_if_unchanged(places.data, content("B"), content("A"), places.state, fail)
    assert places.data.read_bytes() == content("A")


def test_what_could_not_be_saved_is_found_once_its_run_is_over(places: Paths) -> None:
    run = RecoveryFile(new_path(places))
    assert not places.state.exists()
    run.write(b"one", b"base")
    run.write(b"two", b"base")
    assert mode(run.path) == 0o600
    assert find_unsaved(places) == ()
    assert run._lock is not None
    run._lock.release()  # as the system does when it ends
    (found,) = find_unsaved(places)
    assert (found.path, found.data, found.base) == (run.path, b"two", b"base")
    recovery.discard(found)
    assert find_unsaved(places) == ()
    assert list(run.path.parent.iterdir()) == []


def test_what_is_saved_after_all_is_no_longer_kept(places: Paths) -> None:
    run = RecoveryFile(new_path(places))
    run.discard()
    run.write(b"one", None)
    run.discard()
    assert list(run.path.parent.iterdir()) == []
    run.write(b"two", None)
    assert run.path.read_bytes() == b"two"


def test_copies_of_synchronisers_are_found_and_moved_away(places: Paths) -> None:
    folder = places.data.parent
    names = [
        "logbook (Sam's conflicted copy 2026-01-01).toml",
        "logbook.sync-conflict-20260101-120000-ABCDEFG.toml",
    ]
    for name in (
        *names,
        "logbook.toml.bak",
        "other.sync-conflict-20260101-120000-ABCDEFG.toml",
        "logbook2.toml",
    ):
        (folder / name).write_bytes(name.encode())
    found = conflict_copies(places)
    assert [one.path.name for one in found] == names
    kept = archive_copy(places, found[0])
    assert kept is not None
    assert (kept.read_bytes(), mode(kept), found[0].path.exists()) == (names[0].encode(), 0o600, False)
    assert kept.parent.parent == state_folder(places.state, places.data)
    found[1].path.write_bytes(b"newer")
    assert archive_copy(places, found[1]) is None
    assert found[1].path.read_bytes() == b"newer"


def test_the_report_names_problems_with_their_lines_and_lists_backups(places: Paths) -> None:
    assert check(places).is_sound
    assert check(places).lines[-1] == "there are no backups yet"
    make_backup(places, content("A", "B"), NOW)
    bad = b"[[interview]]\ncompany = 3\nheld_at = 2026-11-23T14:00:00Z\n"
    places.data.write_bytes(b'[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00Z\n' + bad)
    report = check(places)
    assert not report.is_sound
    assert any("line 5: interview 2, company" in line and "set aside" in line for line in report.lines)
    assert report.lines[-1].endswith("2 interviews")
    places.data.write_bytes(b"[broken")
    assert any("line 1: it is not valid TOML" in line for line in check(places).lines)
