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


def test_check_names_wrong_keys_and_an_unknown_theme_as_the_app_does(data: Path, run: Run) -> None:
    text = data.read_text(encoding="utf-8")
    number = text.count("\n") + 1
    wrong = ['"note.opne" = "x"', 'step.skip = "d"', '"row.copy" = "ctrl+m"', "[keys.list]", 'down = "nokey"']
    data.write_text("\n".join((f"{text}[keys]", *wrong, "[look]", 'theme = "nope"', "")), encoding="utf-8")
    done = run("check", "--data", str(data))
    assert (done.returncode, done.stderr) == (1, "")
    for line, problem in (
        (number + 1, "[keys] note.opne: no such action; do you mean note.open?"),
        (number + 2, "[keys] step.skip: d belongs to step.promise"),
        (number + 3, "[keys] row.copy: ctrl+m can't be used: terminals send it for enter. Its usual key"),
        (number + 5, "[keys] list.down: “nokey” is not a known key"),
        (number + 7, "No theme is called “nope”."),
    ):
        assert f"{data}: line {line}: {problem}" in done.stdout
    right = '[keys]\n"note.open" = "N"\n[look]\ntheme = "nord"\n'
    data.write_text(text + right, encoding="utf-8")
    assert run("check", "--data", str(data)).returncode == 0
