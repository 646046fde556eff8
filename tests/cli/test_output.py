"""Output that fails: a single line on standard error, no traceback, and nothing half done."""

import sys
from pathlib import Path

import pytest

from followup_tui.cli.output import wrapped
from tests.cli.conftest import run_in_shell

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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_full_output_is_reported_in_a_single_line(data: Path, tmp_path: Path, verb: list[str]) -> None:
    done = run_in_shell(f"{' '.join(verb)} DATA > /dev/full", data, tmp_path)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if verb != ["--help"]:
        assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
        assert "standard output can't be written: no space left" in done.stderr


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_closed_output_ends_nothing(data: Path, tmp_path: Path, verb: list[str]) -> None:
    done = run_in_shell(f"{' '.join(verb)} DATA >&-", data, tmp_path)
    if verb == ["--help"]:
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    elif verb[0] == "export":
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "standard output is closed" in done.stderr
    else:
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_command_succeeds_even_if_its_report_can_not_be_printed(data: Path, tmp_path: Path) -> None:
    done = run_in_shell("new Beta DATA > /dev/full", data, tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert done.stderr.startswith("followup-tui: done, but the report could not be printed")
    assert 'company = "Beta"' in data.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_that_the_terminal_does_not_know_stop_nothing(
    data: Path, tmp_path: Path, encoding: str
) -> None:
    for command in ("new Zoë DATA", "note '+ x by friday' --to Zoë DATA", "due DATA"):
        done = run_in_shell(command, data, tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="1")
        assert (done.returncode, done.stderr) == (0, ""), command


def test_long_lines_are_broken_between_words_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["+ line 2: Acme · round 2 · open", "short"]
    assert list(wrapped(lines)) == lines
    monkeypatch.setenv("COLUMNS", "24")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert list(wrapped(lines)) == ["+ line 2: Acme · round 2\n    · open", "short"]
    monkeypatch.setenv("COLUMNS", "5")
    assert list(wrapped(lines)) == lines
