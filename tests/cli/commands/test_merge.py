"""`merge`: what it prints, with which exit status, and what it writes."""

import subprocess
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.toml.writer import encode
from tests.cli.conftest import NOW, Run
from tests.core.builders import interview as make_interview
from tests.decoding import decode

ACME = make_interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = make_interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
TEXT = encode(Logbook(interview=(ACME,)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def refused(done: subprocess.CompletedProcess[str], text: str, status: int = 1) -> None:
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith("followup-tui: ")
    assert done.stderr.count("\n") == 1
    assert text in done.stderr


def test_merge_brings_in_what_another_copy_has_and_leaves_the_copy(
    data: Path, run: Run, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.toml"
    text = encode(Logbook(interview=(ACME.but(notes="@ Dana\n~ she sails\n"), CYAN)))
    copy.write_text(text)
    done = run("merge", str(copy), "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 new interview, 1 changed" in done.stdout
    merged = decode(data.read_bytes())
    assert [(interview.id, interview.notes) for interview in merged.interviews] == [
        ("acme", "@ Dana\n~ she sails\n"),
        ("cyan", "@ Theo\n"),
    ]
    assert copy.read_text() == text
    assert run("restore", "1", "--data", str(data), "--now", NOW).returncode == 0
    assert data.read_text() == TEXT


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (None, "is not there; nothing was merged"),
        ("this is no TOML", "line 1"),
        (TEXT[:-30], "has lost its end"),
        (TEXT.replace("format = 1", "format = 2"), "a newer followup-tui wrote"),
        (f'{TEXT}[[interview]]\nid = "bad"\n', "fix it first; nothing was merged"),
    ],
)
def test_merge_refuses_a_copy_that_it_can_not_read_whole(
    data: Path, run: Run, tmp_path: Path, other: str | None, message: str
) -> None:
    copy, good = tmp_path / "copy.toml", tmp_path / "good.toml"
    good.write_text(encode(Logbook(interview=(CYAN,))))
    if other is not None:
        copy.write_text(other)
    refused(run("merge", str(good), str(copy), "--data", str(data), "--now", NOW), message)
    assert data.read_text() == TEXT
    refused(run("merge", str(tmp_path), "--data", str(data), "--now", NOW), "is a folder")


def test_merge_names_what_may_be_another_round(data: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text(encode(Logbook(interview=(CYAN.but(company="Acme Robotics"),))))
    done = run("merge", str(copy), "--data", str(data), "--now", NOW)
    assert "Acme Robotics: perhaps another round at Acme? J in the app joins them." in done.stdout


def test_the_same_table_imported_on_two_machines_adds_nothing_when_it_is_merged(
    data: Path, run: Run, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text(encode(Logbook(interview=(ACME.but(id="aaaa"),))))
    done = run("merge", str(copy), "--data", str(data), "--now", NOW)
    assert done.stdout.startswith("0 new interviews, 0 changed")
    assert [interview.id for interview in decode(data.read_bytes()).interviews] == ["aaaa"]


def test_a_copy_without_interviews_and_a_broken_logbook_are_refused(
    data: Path, run: Run, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text("format = 1\n")
    refused(run("merge", str(copy), "--data", str(data)), "has no interviews; nothing was merged")
    copy.write_text(TEXT)
    data.write_text("[broken")
    refused(run("merge", str(copy), "--data", str(data)), "is not valid TOML")
