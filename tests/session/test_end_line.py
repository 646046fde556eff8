"""A file that lacks nothing but its end line can have it back; one that was cut off elsewhere can't."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from followup_tui.session.end_line import add_end_line, read_without_end
from followup_tui.storage.backups import list_backups
from followup_tui.storage.constants import END
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
LOGBOOK = decode(
    "".join(
        f'[[interview]]\nid = "{name.lower()}"\ncompany = "{name}"\nheld_at = 2026-11-23T14:00:00+01:00\n'
        f'notes = """\n@ Dana of {name}\n"""\n'
        for name in "AB"
    ).encode()
)
WHOLE = encode(LOGBOOK).encode()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "logbook.toml", tmp_path / "state")


def test_a_file_without_its_end_line_can_be_read(paths: Paths) -> None:
    paths.data.write_bytes(WHOLE.removesuffix(END.encode()))
    assert read_without_end(paths.data) == LOGBOOK


def test_a_whole_file_a_missing_file_and_a_folder_are_not_without_their_end_line(paths: Paths) -> None:
    assert read_without_end(paths.data) is None
    assert read_without_end(paths.data.parent) is None
    paths.data.write_bytes(WHOLE)
    assert read_without_end(paths.data) is None


@pytest.mark.parametrize("cut", ['company = "B', "@ Dana of B", "held_at"])
def test_a_file_cut_off_within_a_record_is_not_completed(paths: Paths, cut: str) -> None:
    paths.data.write_bytes(WHOLE[: WHOLE.rindex(cut.encode()) + len(cut)])
    assert read_without_end(paths.data) is None


@pytest.mark.parametrize("length", range(len(END) - 1))
def test_the_end_line_is_written_whole_after_a_backup_of_the_file(paths: Paths, length: int) -> None:
    cut = WHOLE[: len(WHOLE) - len(END) + length]
    paths.data.write_bytes(cut)
    assert add_end_line(paths, lambda: NOW) == ""
    assert decode(paths.data.read_bytes()) == LOGBOOK
    assert paths.data.read_text(encoding="utf-8").count("# end") == 1
    assert list_backups(paths)[0].path.read_bytes() == cut


def test_a_file_that_is_no_longer_without_its_end_line_is_left_alone(paths: Paths) -> None:
    paths.data.write_bytes(WHOLE)
    assert "has changed" in add_end_line(paths, lambda: NOW)
    assert paths.data.read_bytes() == WHOLE
