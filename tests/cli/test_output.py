"""Output that fails: a single line on standard error, no traceback, and nothing half done."""

import io
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from followup_tui.cli.output import configure_output, either, wrapped
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
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_full_output_is_reported_in_a_single_line(
    data: Path, tmp_path: Path, verb: list[str], unbuffered: str
) -> None:
    done = run_in_shell(f"{' '.join(verb)} DATA > /dev/full", data, tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
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


class Slow(io.RawIOBase):
    """A file that takes seven bytes at a time, as one that is nearly full or was interrupted."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        part = bytes(data)[:7]
        self.written += part
        return len(part)


def test_an_unbuffered_output_gets_all_of_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with PYTHONUNBUFFERED, where Python itself would drop what a first write leaves."""
    slow = Slow()
    unbuffered = io.TextIOWrapper(cast(Any, slow), "utf-8", write_through=True)
    for name in ("stdout", "__stdout__"):
        monkeypatch.setattr(sys, name, unbuffered)
    configure_output()
    print("ä" * 50, flush=True)
    sys.stdout.buffer.write(b"the end")
    sys.stdout.buffer.flush()
    assert slow.written.decode() == "ä" * 50 + "\nthe end"


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


def test_of_many_names_the_first_are_named_and_the_others_counted() -> None:
    assert either("AB") == "“A” or “B”"
    assert either("ABCDEFGH") == "“A”, “B”, “C”, “D”, “E”, “F” or one of 2 more"
