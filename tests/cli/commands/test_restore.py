"""`restore`: the list of backups, and a backup in the place of the file."""

from pathlib import Path

from tests.cli.conftest import Run


def test_restore_lists_the_backups_brings_them_back_and_can_be_taken_back(data: Path, run: Run) -> None:
    none = run("restore", "--data", str(data))
    assert (none.returncode, none.stdout, none.stderr.count("\n")) == (1, "", 1)
    assert none.stderr.startswith(f"followup-tui: there are no backups of {data} yet")
    before = data.read_text()
    run("new", "Beta", "--data", str(data))
    changed = data.read_text()
    listed = run("restore", "--data", str(data))
    assert listed.returncode == 0
    assert listed.stdout.startswith("   1  20")
    done = run("restore", "1", "--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert data.read_text() == before
    assert run("restore", "1", "--data", str(data)).returncode == 0
    assert data.read_text() == changed
    for number in ("0", "9", "-1"):
        assert run("restore", number, "--data", str(data)).returncode in (1, 2)
    assert data.read_text() == changed


def test_restore_repairs_a_file_that_can_not_be_read(data: Path, run: Run) -> None:
    before = data.read_text()
    run("new", "Beta", "--data", str(data))
    data.write_text("this is no TOML")
    assert run("restore", "1", "--data", str(data)).returncode == 0
    assert data.read_text() == before
    assert run("restore", "9", "--data", str(data)).returncode == 1
