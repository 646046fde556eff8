"""Backups: what a save replaced, thinned out, and put back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.atomic import ChangedOnDisk, FileProblem, replace_if_unchanged
from followup_tui.storage.backups import DAYS, LAST, list_backups, make_backup, restore
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.core.builders import interview
from tests.storage.permissions import mode

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def content(*companies: str) -> bytes:
    return encode(
        Logbook(interview=tuple(interview(id=f"i{company}", company=company) for company in companies))
    ).encode()


@pytest.fixture
def paths(paths: Paths) -> Paths:
    paths.data.write_bytes(content("A"))
    return paths


def test_what_a_save_replaces_is_kept_for_the_user_alone(paths: Paths) -> None:
    paths.data.chmod(0o644)
    old = content("A")
    replace_if_unchanged(
        paths.data, content("B"), old, paths.state, lambda seen: make_backup(paths, seen, NOW)
    )
    (backup,) = list_backups(paths)
    assert (backup.read(), backup.at, backup.size, backup.interviews) == (old, NOW, len(old), 1)
    assert [mode(path) for path in (backup.path, backup.path.parent, backup.path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def test_what_is_no_backup_hides_none_and_one_that_cannot_be_removed_stops_no_save(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(paths, content("first"), NOW)
    folder = list_backups(paths)[0].path.parent
    for day in ("20261340", "20261101"):
        (folder / f"{day}-180000Z-1-0123456789abcdef.toml").mkdir()
        (folder / f"{day}-190000Z-1-0123456789abcdef.toml").symlink_to("nowhere")
    assert len(list_backups(paths)) == 1

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "unlink", refuse)
    for second in range(LAST + 1):
        make_backup(paths, content(f"found{second}"), NOW + timedelta(seconds=second))
    assert len(list_backups(paths)) == LAST + 2


def test_own_saves_are_thinned_out_and_what_was_found_is_not(paths: Paths) -> None:
    for second in range(0, 180, 5):
        make_backup(paths, content(f"own{second}"), NOW + timedelta(seconds=second), is_own=True)
    assert [(backup.at - NOW).seconds for backup in list_backups(paths)] == [120, 60, 0]
    make_backup(paths, content("found"), NOW + timedelta(seconds=121))
    make_backup(paths, content("found"), NOW + timedelta(seconds=122))
    assert [(backup.at - NOW).seconds for backup in list_backups(paths)] == [121, 120, 60, 0]


def test_the_last_twenty_backups_stay_and_the_last_of_each_day(paths: Paths) -> None:
    for day in range(DAYS + 20):
        for hour in (1, 2):
            make_backup(paths, content(f"{day}-{hour}"), NOW + timedelta(days=day, hours=hour), interviews=1)
    found = list_backups(paths)
    newest = NOW + timedelta(days=DAYS + 19, hours=2)
    assert [backup.at for backup in found[:LAST:2]] == [
        newest - timedelta(days=day) for day in range(LAST // 2)
    ]
    assert [backup.at for backup in found[LAST:]] == [
        newest - timedelta(days=day) for day in range(LAST // 2, DAYS)
    ]


@pytest.mark.parametrize("present", [content("B"), b"[broken", b"", None])
def test_restoring_is_undone_by_restoring(paths: Paths, present: bytes | None) -> None:
    make_backup(paths, content("A"), NOW)
    paths.data.unlink()
    if present is not None:
        paths.data.write_bytes(present)
    (old,) = list_backups(paths)
    restore(paths, old, present, NOW + timedelta(seconds=1))
    assert paths.data.read_bytes() == content("A")
    if present is not None:
        assert list_backups(paths)[0].read() == present
    if present == content("B"):
        restore(paths, list_backups(paths)[0], content("A"), NOW + timedelta(seconds=2))
        assert paths.data.read_bytes() == present


def test_a_backup_that_is_damaged_or_unreadable_is_not_put_in_place(paths: Paths) -> None:
    make_backup(paths, b"[broken", NOW)
    (broken,) = list_backups(paths)
    assert broken.interviews is None
    with pytest.raises(FileProblem, match=r"can't be used: line 1: .*choose another backup"):
        restore(paths, broken, content("A"), NOW)
    make_backup(paths, content("C"), NOW + timedelta(days=1))
    damaged = list_backups(paths)[0]
    damaged.path.write_bytes(b"")
    with pytest.raises(FileProblem, match="was damaged or changed"):
        restore(paths, damaged, content("A"), NOW)
    damaged.path.unlink()
    with pytest.raises(FileProblem, match="no longer exists"):
        damaged.read()
    make_backup(paths, content("D"), NOW + timedelta(days=2))
    with pytest.raises(ChangedOnDisk):
        restore(paths, list_backups(paths)[0], b"older", NOW)
    assert paths.data.read_bytes() == content("A")


def test_what_killed_savers_left_is_swept(paths: Paths) -> None:
    left = paths.data.parent / ".logbook.toml.abcd1234.tmp"
    others = [paths.data.parent / name for name in (".logbook.toml.bak.abcd1234.tmp", "logbook.toml.tmp")]
    for path in (left, *others):
        path.touch()
    replace_if_unchanged(paths.data, content("B"), content("A"), paths.state)
    assert (left.exists(), [path.exists() for path in others]) == (False, [True, True])


def test_a_backup_that_fails_stops_the_replacement(paths: Paths) -> None:
    def fail(_: bytes) -> None:
        raise FileProblem("no room")

    with pytest.raises(FileProblem, match="no room"):
        replace_if_unchanged(paths.data, content("B"), content("A"), paths.state, fail)
    assert paths.data.read_bytes() == content("A")
