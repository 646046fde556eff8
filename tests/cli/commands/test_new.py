"""`new`: what is added from the shell."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.session.session import Session
from followup_tui.storage.loading import load_file
from followup_tui.storage.paths import Paths
from tests.cli.conftest import NOW, Run


def test_new_adds_an_interview(data: Path, run: Run) -> None:
    wanted = ("new", "Beta", "Ltd", "--role", "Tester", "--at", "yesterday 3pm", "--round", "2")
    done = run(*wanted, "--setting", "video", "--data", str(data), "--now", NOW)
    report = "Added Beta Ltd, Mon 23 Nov 15:00 (yesterday)\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, report, "")
    added = load_file(data).logbook.interviews[-1]
    assert (added.company, added.role, added.round, added.setting.value) == ("Beta Ltd", "Tester", 2, "video")
    assert added.held_at.isoformat() == "2026-11-23T15:00:00+01:00"
    before = data.read_bytes()
    again = run(*wanted, "--data", str(data), "--now", NOW)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert data.read_bytes() == before


def test_new_says_which_friday_was_meant(data: Path, run: Run) -> None:
    done = run("new", "Beta", "--at", "friday 2pm", "--data", str(data), "--now", NOW)
    first, second = done.stdout.splitlines()
    assert first == "Added Beta, Fri 20 Nov 14:00 (4 days ago)"
    assert '--at "2026-11-27 14:00"' in second
    sure = run("new", "Gamma", "--at", "last friday 2pm", "--data", str(data), "--now", NOW)
    assert sure.stdout == "Added Gamma, Fri 20 Nov 14:00 (4 days ago)\n"


def test_a_time_in_another_zone_is_stored_on_the_users_clock_with_the_zone(data: Path, run: Run) -> None:
    at = ("--at", "tomorrow 8pm PT", "--data", str(data), "--now", NOW)
    done = run("new", "Beta", "--setting", "video", *at)
    assert done.stdout == "Added Beta, Thu 26 Nov 05:00 (20:00 there) (in 2 days)\n"
    by_video = load_file(data).logbook.interviews[-1]
    assert by_video.held_at.isoformat() == "2026-11-26T05:00:00+01:00"
    assert by_video.their_zone == "America/Los_Angeles"
    # In person the place decides: the due day is that of the place.
    done = run("new", "Gamma", "--setting", "in person", *at)
    assert done.stdout == "Added Gamma, Thu 26 Nov 05:00 (20:00 there) (in 2 days)\n"
    in_person = load_file(data).logbook.interviews[-1]
    assert in_person.held_at.isoformat() == "2026-11-25T20:00:00-08:00"
    assert in_person.their_zone == ""


def test_letters_of_several_zones_are_asked_back(data: Path, run: Run) -> None:
    before = data.read_bytes()
    done = run("new", "Beta", "--at", "tomorrow 9am CST", "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "CST stands for several zones" in done.stderr
    assert all(zone in done.stderr for zone in ("America/Chicago", "Asia/Shanghai", "America/Havana"))
    assert data.read_bytes() == before


def test_new_that_fails_leaves_nothing_to_come_in_later(data: Path, run: Run, tmp_path: Path) -> None:
    data.chmod(0o400)
    assert run("new", "Beta", "--data", str(data), "--now", NOW).returncode == 1
    assert not list((tmp_path / "state").rglob("unsaved/*.toml"))
    data.chmod(0o600)
    assert run("new", "Beta", "--data", str(data), "--now", NOW).returncode == 0
    session = Session(Paths(data, tmp_path / "state" / "followup-tui"), lambda: datetime.fromisoformat(NOW))
    assert session.document.merge_copies().companies == ()
    assert [interview.company for interview in session.logbook.interviews].count("Beta") == 1


def test_new_makes_the_first_file(run: Run, tmp_path: Path) -> None:
    assert run("new", "Beta").returncode == 0
    path = tmp_path / "d" / "followup-tui" / "logbook.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("note", "x").stdout == "Beta: 1 line\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([" "], 2),
        (["\u202e"], 2),
        (["Beta", "--at", "whenever"], 2),
        (["Beta", "--at", ""], 2),
        (["Beta", "--round", "0"], 2),
        (["Beta", "--data", "no/such/logbook.toml"], 1),
    ],
)
def test_new_refuses_in_a_single_line(data: Path, run: Run, arguments: list[str], status: int) -> None:
    before = data.read_bytes()
    done = run("new", "--data", str(data), *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (status, "", 1)
    assert data.read_bytes() == before


def test_a_second_interview_at_a_company_is_distinguished(data: Path, run: Run) -> None:
    run("new", "Acme Robotics", "--at", "2026-11-24 08:00", "--data", str(data), "--now", NOW)
    done = run("new", "acme robotics", "--at", "2026-11-24 07:00", "--data", str(data), "--now", NOW)
    assert "You have another at Acme Robotics, Tue 24 Nov; --role or --round" in done.stdout
    second = ("--round", "2", "--at", "2026-11-24 06:00", "--data", str(data), "--now", NOW)
    quiet = run("new", "Acme Robotics", *second)
    assert "already" not in quiet.stdout
    due = run("due", "--data", str(data), "--now", NOW).stdout
    # The three records of the 24th are one round.
    assert due.count("write it down, today") == 1
    assert "Acme Robotics (2026-11-23): " in due
    assert "Acme Robotics (round 2): " in due
    assert "Acne Studios: " in due


def test_new_says_where_the_interview_may_be_another_round(data: Path, run: Run) -> None:
    done = run("new", "Acme", "--data", str(data), "--now", NOW)
    assert "Acme: perhaps another round at Acme Robotics" in done.stdout
    assert done.stdout.endswith("? J in the app joins them.\n")
