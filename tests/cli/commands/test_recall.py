"""`recall`: the card of a company or a person, found by a part of the name."""

from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Run


@pytest.mark.parametrize("name", [("acme",), ("ACME", "ROBOTICS"), ("dana",), ("reyes dana",)])
def test_a_card_is_found_by_company_or_person(data: Path, run: Run, name: tuple[str, ...]) -> None:
    done = run("recall", *name, "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Acme Robotics\n\nPeople\n  Dana Reyes · in person\n\n"
        "Status\n  Interview on Mon 23 Nov 14:00, in person\n"
    )
    assert "they, by Fri 4 Dec: a decision" in done.stdout
    assert "Bo" not in done.stdout


def test_another_position_of_that_name_is_named(data: Path, run: Run) -> None:
    done = run("recall", "ac", "--data", str(data), "--now", NOW)
    assert done.stdout.startswith("Acme Robotics\n")
    assert (done.returncode, done.stderr) == (0, "also found: Acne Studios\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("zzz", ""),
        ("Acme Robotix", "; did you mean “Acme Robotics”?"),
        ("Dona Reyes", "; did you mean “Dana Reyes”?"),
    ],
)
def test_an_unknown_name_is_reported_in_a_line_with_status_1(
    data: Path, run: Run, name: str, hint: str
) -> None:
    done = run("recall", name, "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"followup-tui: no company and no one you met is called “{name}”{hint}\n"


def test_a_file_that_is_not_there_is_reported_before_the_name(tmp_path: Path, run: Run) -> None:
    done = run("recall", "acme", "--data", str(tmp_path / "logbok.toml"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"followup-tui: --data {tmp_path / 'logbok.toml'}: no such file\n"


def test_a_name_is_wanted(data: Path, run: Run) -> None:
    assert run("recall", "--data", str(data)).returncode == 2
