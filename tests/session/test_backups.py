"""The backups as the user chooses among them: when each was made, and what it brings back."""

from datetime import timedelta, timezone
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.backups import Backups
from followup_tui.storage.backups import list_backups, make_backup
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.core.builders import at, interview
from tests.decoding import decode

NOW = at("2026-11-23T18:00")
OLD = Logbook(interview=(interview("2026-11-20T12:00", id="acme", company="Acme"),))
NEW = Logbook(interview=(*OLD.interviews, interview("2026-11-21T12:00", id="cyan", company="Cyan")))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "logbook.toml", tmp_path / "state")
    paths.data.write_text(encode(NEW), encoding="utf-8")
    make_backup(paths, encode(OLD).encode(), NOW - timedelta(hours=1))
    return paths


def opened(paths: Paths, logbook: Logbook | None = NEW) -> Backups:
    return Backups(paths, lambda: NOW, logbook)


def test_each_backup_has_its_time_and_says_what_it_brings_back(paths: Paths) -> None:
    ((name, time),) = opened(paths).times().items()
    assert time.startswith("today")
    assert "Cyan" in " ".join(opened(paths).describe(name))
    assert "1 interview" in " ".join(opened(paths, None).describe(name))


@pytest.mark.parametrize(("hours", "expected"), [(-11, "today 05:00:00"), (5, "today 21:00:00")])
def test_a_backup_has_the_time_of_the_users_clock_also_in_another_zone(
    paths: Paths, hours: int, expected: str
) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=hours)))
    assert list(Backups(paths, lambda: there, NEW).times().values()) == [expected]


def test_a_backup_is_put_in_the_place_of_the_file(paths: Paths) -> None:
    (name,) = opened(paths).times()
    assert opened(paths).restore(name) == ""
    assert decode(paths.data.read_bytes()) == OLD


def test_a_damaged_backup_says_so_and_changes_nothing(paths: Paths) -> None:
    backups = opened(paths)
    (name,) = backups.times()
    list_backups(paths)[0].path.write_bytes(b"x")
    assert backups.describe(name) == ("is damaged",)
    assert "was damaged or changed" in backups.restore(name)
    assert decode(paths.data.read_bytes()) == NEW


def test_a_backup_of_a_file_that_nobody_could_read_says_so(paths: Paths) -> None:
    make_backup(paths, b"[broken", NOW)
    name = next(iter(opened(paths).times()))
    assert opened(paths).describe(name) == ("can't be read",)
    assert "can't be used" in opened(paths).restore(name)
