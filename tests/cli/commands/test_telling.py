"""What the verbs say, beyond what they were asked for: what was done, and to which of two."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Run


@pytest.mark.parametrize("verb", [("export", "json"), ("export", "md"), ("export", "ics")])
def test_what_is_exported_has_to_be_there_if_it_was_named(
    run: Run, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    done = run(*verb, "--data", str(tmp_path / "typo.toml"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"followup-tui: --data {tmp_path / 'typo.toml'}: there is no such file\n"


def test_a_slip_in_the_name_is_told_and_a_prompt_stays_calm(run: Run, tmp_path: Path) -> None:
    data = str(tmp_path / "typo.toml")
    asked = run("due", "--json", "--data", data)
    assert (asked.returncode, json.loads(asked.stdout)["due"]) == (0, [])
    assert asked.stderr == f"--data {data}: there is no such file yet\n"
    brief = run("due", "--brief", "--data", data)
    assert (brief.returncode, brief.stdout, brief.stderr) == (0, "", "")


def test_without_a_file_of_ones_own_nothing_is_to_be_done(run: Run) -> None:
    done = run("due")
    assert (done.returncode, done.stdout) == (0, "Nothing to do today.\n")


def test_two_forms_of_one_answer_are_refused(data: Path, run: Run) -> None:
    done = run("due", "--json", "--brief", "--data", str(data))
    assert (done.returncode, done.stdout) == (2, "")
    assert "give one of them" in done.stderr


def test_an_export_says_where_it_is_and_leaves_standard_output_alone(data: Path, run: Run) -> None:
    done = run("export", "md", "-o", "page.md", "--data", str(data))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Written: page.md\n")


def test_a_second_interview_at_a_company_is_told_apart(data: Path, run: Run) -> None:
    run("new", "Acme Robotics", "--at", "2026-11-24 08:00", "--data", str(data), "--now", NOW)
    done = run("new", "acme robotics", "--at", "2026-11-24 07:00", "--data", str(data), "--now", NOW)
    assert "There is one at Acme Robotics already, Tue 24 Nov; --role or --round" in done.stdout
    second = ("--round", "2", "--at", "2026-11-24 06:00", "--data", str(data), "--now", NOW)
    quiet = run("new", "Acme Robotics", *second)
    assert "already" not in quiet.stdout
    due = run("due", "--data", str(data), "--now", NOW).stdout
    assert "Acme Robotics (2026-11-24): " in due
    assert "Acme Robotics (round 2): " in due
    assert "Acne Studios: " in due
