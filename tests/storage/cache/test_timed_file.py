"""A cached text is valid for its key, between its moments, and as long as it is intact."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.storage.cache.timed_file import read_timed, write_timed

BEGIN = datetime(2026, 11, 23, 12, tzinfo=UTC)
END = BEGIN + timedelta(hours=1)
TEXT = "one line\nand another — ✓\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "state" / "x.cache")
    write_timed(path, "key 1", BEGIN, END, TEXT)
    return path


def read(path: str, key: str = "key 1", after: timedelta = timedelta()) -> str | None:
    return read_timed(path, lambda: key, (BEGIN + after).timestamp())


def test_it_is_valid_from_its_beginning_until_before_its_end(path: str) -> None:
    assert read(path) == TEXT
    assert read(path, after=timedelta(minutes=59)) == TEXT
    assert read(path, after=timedelta(hours=1)) is None
    assert read(path, after=timedelta(seconds=-1)) is None
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_another_key_makes_it_invalid(path: str) -> None:
    assert read(path, key="key 2") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\xfe", b"a|b\n", b"key 1|x|y|z\ntext"])
def test_a_damaged_file_is_no_answer(path: str, damage: bytes) -> None:
    data = Path(path).read_bytes()
    Path(path).write_bytes(damage)
    assert read(path) is None
    Path(path).write_bytes(data[:-1])
    assert read(path) is None


def test_without_a_folder_that_can_be_written_nothing_is_cached(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    write_timed(str(tmp_path / "file" / "x"), "key", BEGIN, END, TEXT)
    assert read(str(tmp_path / "file" / "x"), key="key") is None
