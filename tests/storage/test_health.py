"""The report of `check`."""

from datetime import UTC, datetime

from followup_tui.storage.backups import list_backups, make_backup
from followup_tui.storage.health import check
from followup_tui.storage.paths import Paths
from tests.storage.two_interviews import BOTH

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def test_the_report_names_problems_with_their_lines_and_lists_backups(paths: Paths) -> None:
    assert check(paths).is_sound
    assert check(paths).lines[-1] == "no backups yet"
    make_backup(paths, BOTH.encode(), NOW)
    bad = b"[[interview]]\ncompany = 3\nheld_at = 2026-11-23T14:00:00Z\n"
    paths.data.write_bytes(b'[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00Z\n' + bad)
    report = check(paths)
    assert not report.is_sound
    assert any("line 5: interview 2, company" in line and "it is ignored" in line for line in report.lines)
    assert report.lines[-1].endswith("2 interviews")
    paths.data.write_bytes(b"[broken")
    assert any("line 1: “[broken” is not valid TOML; write [[broken]]" in line for line in check(paths).lines)


def test_the_report_names_a_newer_file_a_missing_one_and_a_damaged_backup(paths: Paths) -> None:
    paths.data.unlink()
    assert any("there is no file yet" in line for line in check(paths).lines)
    make_backup(paths, BOTH.encode(), NOW)
    list_backups(paths)[0].path.write_bytes(b"")
    paths.data.write_bytes(b"format = 2\n")
    lines = check(paths).lines
    assert any("a newer followup-tui wrote it (format 2); update" in line for line in lines)
    assert "was damaged or changed" in lines[-1]
