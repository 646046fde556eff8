"""The kept answer of `due --brief`: exact, or not at all."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.storage.cache.due_brief import cache_answer, cached_answer, fingerprint
from tests.cli.conftest import Run


@pytest.fixture
def later() -> datetime:
    """A moment at which files written now have settled."""
    return datetime.now().astimezone() + timedelta(seconds=10)


def keep(data: Path, now: datetime, answer: str = "Acme: call\n") -> None:
    until = now + timedelta(minutes=5)
    cache_answer(str(data), str(data.parent / "s"), fingerprint(str(data)), now, until, answer)


def kept(data: Path, now: datetime) -> str | None:
    return cached_answer(str(data), str(data.parent / "s"), now.timestamp())


def test_it_is_kept_for_this_user_alone(data: Path, later: datetime) -> None:
    assert kept(data, later) is None
    keep(data, later)
    assert kept(data, later) == "Acme: call\n"
    [place] = (data.parent / "s").iterdir()
    assert place.stat().st_mode & 0o777 == 0o600
    place.write_bytes(place.read_bytes().replace(b"call", b"wait"))
    assert kept(data, later) is None


def test_it_holds_between_its_moments(data: Path, later: datetime) -> None:
    keep(data, later)
    assert kept(data, later + timedelta(seconds=299)) is not None
    assert kept(data, later + timedelta(seconds=300)) is None
    assert kept(data, later - timedelta(seconds=1)) is None


def test_it_ends_with_any_change_of_the_file(data: Path, later: datetime) -> None:
    keep(data, later)
    times = data.stat()
    data.write_bytes(data.read_bytes().replace(b"Dana", b"Anna"))
    os.utime(data, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert kept(data, later) is None


def test_it_ends_with_the_zone(data: Path, later: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    keep(data, later)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert kept(data, later) is None
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_file_written_just_now_is_not_trusted(data: Path) -> None:
    now = datetime.now().astimezone()
    keep(data, now)
    assert kept(data, now) is None


def test_the_program_says_the_same_either_way(data: Path, run: Run, tmp_path: Path) -> None:
    os.utime(data)
    import time

    time.sleep(2.1)
    first = run("due", "--brief", "--data", str(data))
    assert len(list((tmp_path / "state" / "followup-tui").glob("*.brief"))) == 1
    second = run("due", "--brief", "--data", str(data))
    assert (second.returncode, second.stdout, second.stderr) == (0, first.stdout, "")
    run("note", "@ Cleo", "--to", "acme", "--data", str(data))
    third = run("due", "--brief", "--data", str(data)).stdout
    assert third == run("due", "--brief", "--data", str(data)).stdout
