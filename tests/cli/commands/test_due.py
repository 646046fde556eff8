"""`due`: what it prints, with which exit status, and its cached answer."""

import json
import os
import time
from pathlib import Path

from tests.cli.conftest import HAND_WRITTEN, NOW, Run


def test_due_lists_what_to_do_now(hand_written: Path, run: Run) -> None:
    done = run("due", "--data", str(hand_written), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Acme [/x] Robotics: thank Dana Reyes, late",
        "Acme [/x] Robotics: send references, today",
    ]


def test_due_brief_is_a_single_line_and_empty_when_calm(hand_written: Path, run: Run) -> None:
    assert run("due", "--brief", "--data", str(hand_written), "--now", NOW).stdout == (
        "Acme [/x] Robotics: thank Dana Reyes, late (+1)\n"
    )
    hand_written.write_text(HAND_WRITTEN.partition("[[interview]]")[0], encoding="utf-8")
    assert run("due", "--brief", "--data", str(hand_written), "--now", NOW).stdout == ""
    assert run("due", "--data", str(hand_written), "--now", NOW).stdout == "Nothing due today.\n"


def test_a_file_that_does_not_exist_yet_is_calm(tmp_path: Path, run: Run) -> None:
    done = run("due", "--data", str(tmp_path / "logbook.toml"))
    assert (done.returncode, done.stdout) == (0, "Nothing due today.\n")
    assert done.stderr == f"--data {tmp_path / 'logbook.toml'}: no such file yet\n"


def test_a_slip_in_the_name_is_reported_and_a_prompt_stays_calm(run: Run, tmp_path: Path) -> None:
    data = str(tmp_path / "typo.toml")
    asked = run("due", "--json", "--data", data)
    assert (asked.returncode, json.loads(asked.stdout)["due"]) == (0, [])
    assert asked.stderr == f"--data {data}: no such file yet\n"
    brief = run("due", "--brief", "--data", data)
    assert (brief.returncode, brief.stdout, brief.stderr) == (0, "", "")


def test_without_a_logbook_nothing_is_due(run: Run) -> None:
    done = run("due")
    assert (done.returncode, done.stdout) == (0, "Nothing due today.\n")


def test_json_and_brief_together_are_refused(data: Path, run: Run) -> None:
    done = run("due", "--json", "--brief", "--data", str(data))
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be combined" in done.stderr


def test_the_cached_answer_is_the_computed_answer(data: Path, run: Run, tmp_path: Path) -> None:
    os.utime(data)
    time.sleep(2.1)
    first = run("due", "--brief", "--data", str(data))
    assert len(list((tmp_path / "state" / "followup-tui").glob("*.brief"))) == 1
    second = run("due", "--brief", "--data", str(data))
    assert (second.returncode, second.stdout, second.stderr) == (0, first.stdout, "")
    run("note", "@ Cleo", "--to", "acme", "--data", str(data))
    third = run("due", "--brief", "--data", str(data)).stdout
    assert third == run("due", "--brief", "--data", str(data)).stdout


ABROAD = """format = 1

[[interview]]
id = "abroad"
company = "Faraway"
held_at = 2026-11-25T05:00:00+01:00
their_zone = "America/Los_Angeles"
setting = "video"
"""


def test_an_interview_in_another_zone_is_shown_on_both_clocks(tmp_path: Path, run: Run) -> None:
    data = tmp_path / "abroad.toml"
    data.write_text(ABROAD, encoding="utf-8")
    at = ("--data", str(data), "--now", NOW)
    assert run("due", *at).stdout == "Faraway: interview tomorrow, 05:00 (20:00 there)\n"
    assert "Wed 25 Nov, 05:00 (20:00 there), video\n" in run("export", "md", *at).stdout
    # The day is that of the user's clock: in New York it is still today.
    there = ("--data", str(data), "--now", "2026-11-24T12:00:00-05:00")
    assert run("due", *there).stdout == "Faraway: interview today, 23:00 (20:00 there)\n"
    assert "Tue 24 Nov, 23:00 (20:00 there), video\n" in run("export", "md", *there).stdout
