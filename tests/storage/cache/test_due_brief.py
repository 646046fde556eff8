"""The cached answer of `due --brief`: exact, or not at all."""

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.storage.cache.due_brief import cache_answer, cached_answer, fingerprint_text


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_text("notes = '@ Dana'\n", encoding="utf-8")
    return path


@pytest.fixture
def later() -> datetime:
    """Return a moment at which files written now are old enough to be trusted."""
    return datetime.now().astimezone() + timedelta(seconds=10)


def keep(data: Path, now: datetime, answer: str = "Acme: call\n") -> None:
    until = now + timedelta(minutes=5)
    cache_answer(str(data), str(data.parent / "s"), fingerprint_text(str(data)), now, until, answer)


def kept(data: Path, now: datetime) -> str | None:
    return cached_answer(str(data), str(data.parent / "s"), now.timestamp())


def test_it_is_cached_for_this_user_alone(data: Path, later: datetime) -> None:
    assert kept(data, later) is None
    keep(data, later)
    assert kept(data, later) == "Acme: call\n"
    [cached] = (data.parent / "s").iterdir()
    assert cached.stat().st_mode & 0o777 == 0o600
    cached.write_bytes(cached.read_bytes().replace(b"call", b"wait"))
    assert kept(data, later) is None


def test_it_is_valid_between_two_moments(data: Path, later: datetime) -> None:
    keep(data, later)
    assert kept(data, later + timedelta(seconds=299)) is not None
    assert kept(data, later + timedelta(seconds=300)) is None
    assert kept(data, later - timedelta(seconds=1)) is None


def test_any_change_of_the_file_invalidates_it(data: Path, later: datetime) -> None:
    keep(data, later)
    times = data.stat()
    data.write_bytes(data.read_bytes().replace(b"Dana", b"Anna"))
    os.utime(data, ns=(times.st_atime_ns, times.st_mtime_ns))
    # A file that is quiet is older than a step of the clock of the file system, which may last milliseconds.
    while data.stat().st_ctime_ns == times.st_ctime_ns:
        os.utime(data, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert kept(data, later) is None


def test_another_zone_invalidates_it(data: Path, later: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(data, later)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert kept(data, later) is None
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_file_written_just_now_is_not_trusted(data: Path) -> None:
    # Not the clock's: this test may have been held up since the file was written.
    now = datetime.fromtimestamp(data.stat().st_ctime + 1).astimezone()
    keep(data, now)
    assert kept(data, now) is None
