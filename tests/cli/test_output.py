"""What can't be said: one line on standard error, no traceback, and nothing half done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.cli.conftest import NOW

VERBS = [
    ["due"],
    ["due", "--json"],
    ["due", "--brief"],
    ["check"],
    ["where"],
    ["export", "json"],
    ["export", "md"],
    ["export", "ics"],
    ["completion", "bash"],
    ["--help"],
]


def said_to(command: str, data: Path, tmp_path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the program through a shell, which can close and redirect."""
    own = {"XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(ROOT), **env}
    line = f'"{sys.executable}" -m followup_tui {command}'
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("DATA", f'--data "{data}" --now {NOW}')],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **own},
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_full_output_is_one_line(data: Path, tmp_path: Path, verb: list[str]) -> None:
    done = said_to(f"{' '.join(verb)} DATA > /dev/full", data, tmp_path)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if verb != ["--help"]:
        assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
        assert "standard output can't be written: no space left" in done.stderr


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_closed_output_ends_nothing(data: Path, tmp_path: Path, verb: list[str]) -> None:
    done = said_to(f"{' '.join(verb)} DATA >&-", data, tmp_path)
    if verb == ["--help"]:
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    elif verb[0] == "export":
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "standard output is closed" in done.stderr
    else:
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_what_is_done_and_can_not_be_told_is_done(data: Path, tmp_path: Path) -> None:
    done = said_to("new Beta DATA > /dev/full", data, tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert done.stderr.startswith("followup-tui: it is done; that could not be told")
    assert 'company = "Beta"' in data.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_that_the_terminal_does_not_know_stop_nothing(
    data: Path, tmp_path: Path, encoding: str
) -> None:
    for command in ("new Zoë DATA", "note '+ x by friday' --to Zoë DATA", "due DATA"):
        done = said_to(command, data, tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="1")
        assert (done.returncode, done.stderr) == (0, ""), command


def test_a_record_that_is_set_aside_is_told_by_all_who_read(data: Path, tmp_path: Path) -> None:
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("2026-11-23T14:00:00+01:00", '"Monday 2pm"'), encoding="utf-8")
    for verb in (["due"], ["due", "--json"], ["export", "json"], ["export", "md"]):
        done = said_to(f"{' '.join(verb)} DATA", data, tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (0, 1)
        assert "held_at: a date and a time are wanted" in done.stderr
        assert "it is set aside; `followup-tui check` tells all" in done.stderr
    assert said_to("due --brief DATA", data, tmp_path).stderr == ""


def test_a_file_that_became_empty_is_not_taken_for_a_new_one(data: Path, tmp_path: Path) -> None:
    assert said_to("new Beta DATA", data, tmp_path).returncode == 0
    data.write_bytes(b"")
    for command in ("due DATA", "check DATA", "new Gamma DATA", "note x DATA", "export json DATA"):
        done = said_to(command, data, tmp_path)
        assert done.returncode == 1, command
        assert "it is empty, and was not: `followup-tui restore`" in done.stdout + done.stderr
        assert data.read_bytes() == b""
    assert said_to("restore 1 DATA", data, tmp_path).returncode == 0
    assert "Acme Robotics" in data.read_text(encoding="utf-8")


def test_a_broken_file_with_backups_names_the_way_back(data: Path, tmp_path: Path) -> None:
    assert said_to("new Beta DATA", data, tmp_path).returncode == 0
    data.write_text("[[interview\n", encoding="utf-8")
    for command in ("due DATA", "new Gamma DATA", "export json DATA"):
        done = said_to(command, data, tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "`followup-tui restore` lists its backups" in done.stderr
