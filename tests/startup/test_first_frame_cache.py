"""The first picture, kept: exact, or not at all."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.startup.first_frame_cache import cache_frame, cached_frame
from followup_tui.storage.paths import USED_HINTS_FILE

BEGIN, END = (datetime.fromisoformat(f"2026-11-{day}T00:00+01:00") for day in (23, 24))
NOON = datetime.fromisoformat("2026-11-23T12:00+01:00").timestamp()
SIZE, HOUR = (120, 36), 3600.0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_bytes(b"format = 1\n")
    cache_frame(str(path), str(path.parent / "s"), path.read_bytes(), SIZE, HOUR, (BEGIN, END), "❯ picture")
    return path


def kept(data: Path, size: tuple[int, int] = SIZE, now: float = NOON, offset: float = HOUR) -> str | None:
    return cached_frame(str(data), str(data.parent / "s"), size, now, offset)


def test_it_is_there_again_for_this_user_alone(data: Path) -> None:
    assert kept(data) == "❯ picture"
    [place] = (data.parent / "s").iterdir()
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("now", "holds"),
    [
        (BEGIN.timestamp() - 1, False),
        (BEGIN.timestamp(), True),
        (END.timestamp() - 1, True),
        (END.timestamp(), False),
    ],
)
def test_it_holds_between_its_moments(data: Path, now: float, holds: bool) -> None:
    assert (kept(data, now=now) is not None) is holds


def test_a_frame_is_for_its_size_and_its_zone(data: Path) -> None:
    assert kept(data, size=(121, 36)) is None
    assert kept(data, size=(120, 35)) is None
    assert kept(data, offset=0.0) is None


def test_another_text_in_the_file_has_another_frame(data: Path) -> None:
    data.write_bytes(b"format = 2\n")
    assert kept(data) is None
    data.write_bytes(b"format = 1\n")
    assert kept(data) is not None
    data.unlink()
    assert kept(data) is None


@pytest.mark.parametrize("name", ["TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_THEME"])
def test_another_kind_of_terminal_has_another_frame(
    data: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "another")
    assert kept(data) is None


def test_a_hint_that_is_gone_since_is_not_shown(data: Path) -> None:
    (data.parent / "s" / USED_HINTS_FILE).write_text("notes\n")
    assert kept(data) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"a|b|c|d\nx", b"\xff\xfe"])
def test_what_is_damaged_is_not_shown(data: Path, damage: bytes) -> None:
    [place] = (data.parent / "s").iterdir()
    place.write_bytes(damage)
    assert kept(data) is None


def test_a_frame_that_was_tampered_with_is_not_shown(data: Path) -> None:
    [place] = (data.parent / "s").iterdir()
    place.write_bytes(place.read_bytes() + b"\x1b[2J")
    assert kept(data) is None


def test_a_folder_that_can_not_be_written_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "logbook.toml"
    path.write_bytes(b"")
    (tmp_path / "s").write_text("a file")
    cache_frame(str(path), str(tmp_path / "s"), b"", SIZE, HOUR, (BEGIN, END), "picture")
    assert kept(path) is None
