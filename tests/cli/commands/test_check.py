"""`check`: what it prints and with which exit status."""

from pathlib import Path

from tests.cli.conftest import Run


def test_check_says_that_a_file_is_sound_and_lists_its_backups(data: Path, run: Run) -> None:
    done = run("check", "--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{data}: no problems, 3 interviews" in done.stdout
    assert "no backups yet" in done.stdout
    run("new", "Beta", "--data", str(data))
    assert "backups, newest first: 1\n   1  20" in run("check", "--data", str(data)).stdout


def test_check_names_the_line_of_each_problem(data: Path, run: Run) -> None:
    text = data.read_text(encoding="utf-8")
    number = text.count("\n") + 4
    data.write_text(text + '[[interview]]\nid = "bad"\ncompany = "B"\nheld_at = "soon"\n')
    done = run("check", "--data", str(data))
    assert done.returncode == 1
    assert "held_at" in done.stdout
    assert f"line {number}" in done.stdout
    data.write_text("this is no TOML")
    done = run("check", "--data", str(data))
    assert done.returncode == 1
    assert "line 1" in done.stdout
