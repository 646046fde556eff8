"""The report of `check`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.backups import make_backup
from followup_tui.storage.health import check
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import encode
from tests.core.builders import interview

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def content(*companies: str) -> bytes:
    return encode(
        Logbook(interview=tuple(interview(id=f"i{company}", company=company) for company in companies))
    ).encode()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "logbook.toml").write_bytes(content("A"))
    return Paths(tmp_path / "data" / "logbook.toml", tmp_path / "state")


def test_the_report_names_problems_with_their_lines_and_lists_backups(paths: Paths) -> None:
    assert check(paths).is_sound
    assert check(paths).lines[-1] == "no backups yet"
    make_backup(paths, content("A", "B"), NOW)
    bad = b"[[interview]]\ncompany = 3\nheld_at = 2026-11-23T14:00:00Z\n"
    paths.data.write_bytes(b'[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00Z\n' + bad)
    report = check(paths)
    assert not report.is_sound
    assert any("line 5: interview 2, company" in line and "it is ignored" in line for line in report.lines)
    assert report.lines[-1].endswith("2 interviews")
    paths.data.write_bytes(b"[broken")
    assert any("line 1: it is not valid TOML" in line for line in check(paths).lines)
