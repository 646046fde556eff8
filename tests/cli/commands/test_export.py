"""`export`: where it writes, for which company, and what it says where there is nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT
from tests.cli.conftest import NOW, Run
from tests.export.calendars import events, live
from tests.terminal import running

FORMS = ("ics", "md", "json")


@pytest.fixture
def export(data: Path, run: Run) -> Run:
    """Return a function that runs `export` on the file with the three interviews."""
    return lambda *arguments: run("export", *arguments, "--data", str(data), "--now", NOW)


@pytest.mark.parametrize("form", FORMS)
def test_a_hyphen_is_standard_output(export: Run, tmp_path: Path, form: str) -> None:
    done = export(form, "-o", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == export(form).stdout
    assert not (tmp_path / "-").exists()


def test_the_schema_of_the_json_is_printed_and_needs_no_file(run: Run, tmp_path: Path) -> None:
    done = run("export", "json", "--schema", "--data", str(tmp_path / "none.toml"), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"interviews", "positions"} <= set(json.loads(done.stdout)["required"])
    wrong = run("export", "ics", "--schema", "--data", str(tmp_path / "none.toml"), "--now", NOW)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_a_calendar_is_made_for_a_single_company(export: Run) -> None:
    done = export("ics", "--to", "ROBOTICS")
    assert live(events(done.stdout)) == {"acme-interview", "acme-thank", "acme-follow-up"}
    assert {name.partition("-")[0] for name in events(done.stdout)} == {"acme"}


def test_pages_and_json_are_made_for_a_single_company(export: Run, data: Path) -> None:
    data.write_text(
        data.read_text(encoding="utf-8").replace('id = "acne"', 'outcome = "no *art*"\nid = "acne"'),
        encoding="utf-8",
    )
    whole = export("md").stdout
    assert [line for line in whole.split("\n") if line.startswith("# ")] == [
        "# Acme Robotics",
        "# Cyan Labs",
        "# Closed",
    ]
    page = export("md", "--to", "acne").stdout
    assert page.startswith("# Acne Studios\n\nTue 10 Nov, 10:00, in person\n\nOutcome: no \\*art\\*\n")
    assert "- Bo" in page
    exported = json.loads(export("json", "--to", "acne").stdout)
    assert [interview["id"] for interview in exported["interviews"]] == ["acne"]


@pytest.mark.parametrize(
    ("wanted", "status", "says"),
    [
        ("ac", 1, "“ac” could be “Acme Robotics” or “Acne Studios”; type more of the name"),
        ("Akme", 1, "no company is called “Akme”; did you mean “Acme Robotics”?"),
        (
            "Zzz",
            1,
            "no company is called “Zzz”; you have “Acme Robotics”, “Acne Studios”, “Cyan Labs”",
        ),
        (" ", 2, "--to needs a company, such as --to Acme"),
    ],
)
def test_a_company_that_is_not_clear_is_asked_for(export: Run, wanted: str, status: int, says: str) -> None:
    for form in FORMS:
        done = export(form, "--to", wanted)
        assert (done.returncode, done.stdout, done.stderr) == (status, "", f"followup-tui: {says}\n")


def test_without_interviews_no_calendar_is_made(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    for more in (), ("-o", str(out)):
        done = run("export", "ics", *more)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "followup-tui: nothing to put in a calendar; add an interview first: followup-tui new COMPANY\n"
        )
    assert not out.exists()
    out.write_text("mine", encoding="utf-8")
    assert run("export", "ics", "-o", str(out), "--force").returncode == 1
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("export", "md").stdout == "No interviews yet.\n"
    assert json.loads(run("export", "json").stdout)["interviews"] == []
    done = run("export", "md", "--to", "Acme")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("followup-tui: there are no interviews yet; add an interview first")


def test_a_calendar_of_closed_interviews_is_reported_as_empty(data: Path, run: Run) -> None:
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("[[interview]]", '[[interview]]\noutcome = "no"'), encoding="utf-8")
    done = run("export", "ics", "--data", str(data), "--now", "2027-11-24T09:00+01:00", "--to", "cyan")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "followup-tui: nothing to put in a calendar; all interviews are closed and long over\n"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_name_too_long_is_reported_in_a_single_line(export: Run, tmp_path: Path, form: str) -> None:
    before = set(tmp_path.iterdir())
    done = export(form, "-o", str(tmp_path / ("a" * 300)))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "can't be written: file name too long" in done.stderr
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("is_there", [True, False])
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_half_done(
    data: Path, tmp_path: Path, is_there: bool
) -> None:
    out = tmp_path / "out.md"
    if is_there:
        out.write_text("mine", encoding="utf-8")
    before = set(tmp_path.iterdir())
    # No file may grow beyond 100 octets: as on a disk that fills up within the writing.
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "from followup_tui.cli.main import main\n"
        "main(sys.argv[1:])\n"
    )
    arguments = ["export", "md", "-o", str(out), "--force", "--data", str(data), "--now", NOW]
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"followup-tui: {out} can't be written: file too large\n"
    assert set(tmp_path.iterdir()) == before
    if is_there:
        assert out.read_text(encoding="utf-8") == "mine"


def test_closed_standard_output_is_reported(data: Path) -> None:
    done = subprocess.run(
        [
            "sh",
            "-c",
            '"$@" >&-',
            "sh",
            sys.executable,
            "-m",
            "followup_tui",
            "export",
            "md",
            "--data",
            str(data),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 1
    assert done.stderr == "followup-tui: standard output is closed; name a file with -o FILE\n"


def test_export_writes_a_new_file_and_over_none(hand_written: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("export", "json", "-o", str(out), "--data", str(hand_written), "--now", NOW).returncode == 0
    assert [interview["company"] for interview in json.loads(out.read_text())["interviews"]] == [
        "Acme [/x] Robotics",
        "Cyan Labs",
    ]
    again = run("export", "json", "-o", str(out), "--data", str(hand_written), "--now", NOW)
    assert again.returncode == 1
    assert (
        again.stderr
        == f"followup-tui: {out} already exists; name another file, or overwrite it with --force\n"
    )
    missing = run("export", "json", "-o", str(tmp_path / "no" / "out.json"), "--data", str(hand_written))
    assert (missing.returncode, len(missing.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize("verb", [("export", "json"), ("export", "md"), ("export", "ics")])
def test_what_is_exported_has_to_be_there_if_it_was_named(
    run: Run, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    done = run(*verb, "--data", str(tmp_path / "typo.toml"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"followup-tui: --data {tmp_path / 'typo.toml'}: no such file\n"


def test_an_export_names_its_file_in_a_terminal_and_is_silent_elsewhere(
    data: Path, run: Run, tmp_path: Path
) -> None:
    """Cron sends a mail for every line that a job prints."""
    done = run("export", "md", "-o", "page.md", "--data", str(data))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with running("export", "md", "-o", str(tmp_path / "p.md"), "--data", str(data)) as terminal:
        assert terminal.wait_end() == 0
        assert terminal.output.startswith(b"Written: ")


def test_exports_write_over_nothing_unless_forced(data: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    for form in ("ics", "md", "json"):
        arguments = ["export", form, "--data", str(data), "--now", NOW]
        done = run(*arguments, "-o", "out")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "--force" in done.stderr
        assert out.read_text(encoding="utf-8") == "mine"
        assert run(*arguments, "-o", "out", "--force").returncode == 0
        assert out.read_bytes().decode() == run(*arguments).stdout
        out.write_text("mine", encoding="utf-8")
        for wrong, says in ((str(tmp_path), "folder"), (str(data), "your logbook"), ("no/out", "no such")):
            before = data.read_bytes()
            done = run(*arguments, "-o", wrong, "--force")
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
            assert says in done.stderr
            assert data.read_bytes() == before


def test_a_later_calendar_cancels_what_an_earlier_calendar_in_the_same_file_had(
    export: Run, data: Path, tmp_path: Path
) -> None:
    def written(place: str, *more: str) -> dict[str, Any]:
        assert export("ics", "-o", place, "--force", *more).returncode == 0
        return events((tmp_path / place).read_bytes().decode())

    def cancelled(found: dict[str, Any]) -> set[str]:
        return set(found) - live(found)

    assert cancelled(written("a.ics")) == set()
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace('id = "cyan"', 'outcome = "off"\nid = "cyan"'), encoding="utf-8")
    assert cancelled(written("b.ics")) == set(), "nothing was there before"
    assert cancelled(written("a.ics", "--to", "acme")) == set(), "of one company alone"
    found = written("a.ics")
    assert "cyan-interview" in cancelled(found)
    assert str(found["cyan-interview"]["SUMMARY"]) == "Cancelled: Interview: Cyan Labs"
    data.write_text(text, encoding="utf-8")
    assert cancelled(written("a.ics")) == set(), "it is on again"
    for history in (tmp_path / "state").rglob("*.calendar"):
        assert history.stat().st_mode & 0o777 == 0o600
        history.write_bytes(b"no JSON")
    data.write_text(text.replace('id = "cyan"', 'outcome = "off"\nid = "cyan"'), encoding="utf-8")
    assert cancelled(written("a.ics")) == set()


def test_a_record_without_an_id_keeps_its_event_when_its_time_changes(run: Run, tmp_path: Path) -> None:
    def names(time: str) -> set[str]:
        text = f"[[interview]]\ncompany = 'Acme'\nheld_at = {time}\n"
        (tmp_path / "l.toml").write_text(text, encoding="utf-8")
        command = ("export", "ics", "-o", "a.ics", "--force", "--data", "l.toml", "--now", NOW)
        assert run(*command).returncode == 0
        found = events((tmp_path / "a.ics").read_bytes().decode())
        assert live(found) == set(found)
        return {name for name in found if name.endswith("-interview")}

    first = names("2026-11-27T11:00:00+01:00")
    assert len(first) == 1
    assert names("2026-11-28T15:00:00+01:00") == first
    assert names("2026-11-30T15:00:00+01:00") == first


def test_what_is_no_regular_file_is_not_written(export: Run) -> None:
    done = export("md", "-o", "/dev/null", "--force")
    assert (done.returncode, done.stdout) == (1, "")
    assert "/dev/null is not a regular file; name another one" in done.stderr
