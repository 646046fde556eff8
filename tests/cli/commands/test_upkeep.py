"""check, merge and restore: what they print, with what status, and what they write."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.changes.notes import AddNotes
from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import Session
from followup_tui.storage.paths import locate
from followup_tui.storage.toml.reader import decode, encode
from tests.core.builders import interview

NOW = "2026-11-24T09:00+01:00"
ACME = interview("2026-11-23T14:00", id="acme", notes="@ Dana\n")
CYAN = interview("2026-11-20T14:00", id="cyan", company="Cyan", notes="@ Theo\n")
TEXT = encode(Logbook(interview=(ACME,)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "followup_tui", *arguments, "--data", str(data), "--now", NOW]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def saved_over(data: Path) -> None:
    session = Session(locate(data), lambda: datetime.fromisoformat(NOW))
    session.do(AddNotes("acme", "~ she sails"))


def refused(done: subprocess.CompletedProcess[str], text: str, status: int = 1) -> None:
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith("followup-tui: ")
    assert done.stderr.count("\n") == 1
    assert text in done.stderr


def test_check_says_that_a_file_is_sound_and_lists_its_backups(data: Path) -> None:
    done = run("check", data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{data}: sound, 1 interview" in done.stdout
    assert "there are no backups yet" in done.stdout
    saved_over(data)
    assert "backups, newest first: 1\n   1  20" in run("check", data=data).stdout


def test_check_names_the_line_of_each_problem(data: Path) -> None:
    data.write_text(TEXT + '[[interview]]\nid = "bad"\ncompany = "B"\nheld_at = "soon"\n')
    done = run("check", data=data)
    assert done.returncode == 1
    assert "held_at" in done.stdout
    assert f"line {TEXT.count(chr(10)) + 4}" in done.stdout
    data.write_text("this is no TOML")
    done = run("check", data=data)
    assert done.returncode == 1
    assert "line 1" in done.stdout


def test_merge_brings_in_what_another_copy_has_and_leaves_the_copy(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    text = encode(Logbook(interview=(ACME.but(notes="@ Dana\n~ she sails\n"), CYAN)))
    copy.write_text(text)
    done = run("merge", str(copy), data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 interview came, 1 changed" in done.stdout
    merged = decode(data.read_bytes())
    assert [(one.id, one.notes) for one in merged.interviews] == [
        ("acme", "@ Dana\n~ she sails\n"),
        ("cyan", "@ Theo\n"),
    ]
    assert copy.read_text() == text
    assert run("restore", "1", data=data).returncode == 0
    assert data.read_text() == TEXT


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (None, "is not there; nothing was merged"),
        ("this is no TOML", "line 1"),
        (TEXT[:-30], "has lost its end"),
        (TEXT.replace("format = 1", "format = 2"), "a newer followup-tui wrote"),
        (f'{TEXT}[[interview]]\nid = "bad"\n', "mend it first, nothing was merged"),
    ],
)
def test_merge_refuses_a_copy_that_it_can_not_read_whole(
    data: Path, tmp_path: Path, other: str | None, said: str
) -> None:
    copy, good = tmp_path / "copy.toml", tmp_path / "good.toml"
    good.write_text(encode(Logbook(interview=(CYAN,))))
    if other is not None:
        copy.write_text(other)
    refused(run("merge", str(good), str(copy), data=data), said)
    assert data.read_text() == TEXT
    refused(run("merge", str(tmp_path), data=data), "is a folder")


def test_restore_lists_and_brings_back_and_takes_that_back(data: Path) -> None:
    refused(run("restore", data=data), "there are no backups")
    saved_over(data)
    changed = data.read_text()
    listed = run("restore", data=data)
    assert listed.returncode == 0
    assert listed.stdout.startswith("   1  20")
    done = run("restore", "1", data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert data.read_text() == TEXT
    assert run("restore", "1", data=data).returncode == 0
    assert data.read_text() == changed
    for number in ("0", "9", "-1"):
        assert run("restore", number, data=data).returncode in (1, 2)
    assert data.read_text() == changed


def test_restore_mends_a_file_that_can_not_be_read(data: Path) -> None:
    saved_over(data)
    data.write_text("this is no TOML")
    assert run("restore", "1", data=data).returncode == 0
    assert data.read_text() == TEXT
    assert run("restore", "9", data=data).returncode == 1
