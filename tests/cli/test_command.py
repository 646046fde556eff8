"""What all commands take in common: an odd environment is one line on standard error, never a traceback."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from followup_tui.cli.fast_path import run_fast
from followup_tui.cli.main import main
from tests.cli.conftest import run_in_shell

COMMANDS: tuple[list[str], ...] = (
    ["due"],
    ["due", "--brief"],
    ["note", "x"],
    ["new", "Acme"],
    ["export", "ics"],
    [],
)


def run_main(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    captured = capsys.readouterr()
    return ended.value.code, captured.out, captured.err


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_clock_that_was_never_set_is_a_single_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "followup_tui.clock.clock_from", lambda _: lambda: datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
    )
    monkeypatch.setattr("time.time", lambda: 180.0)
    assert run_fast(arguments) is None, "it is left to the parser"
    expected = "followup-tui: this computer's clock says 1970-01-01; set it, or give --now TIME\n"
    assert run_main(arguments, capsys) == (1, "", expected)


@pytest.mark.parametrize("arguments", [*COMMANDS, ["where"], ["check"]], ids=" ".join)
def test_no_home_folder_is_a_single_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    assert run_fast(arguments) is None
    status, out, error = run_main(arguments, capsys)
    assert (status, out, error.count("\n")) == (1, "", 1)
    assert "you have no home folder here" in error


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the folder")
@pytest.mark.parametrize("verb", ["due", "note x", "check", "where"])
def test_a_folder_that_is_gone_is_a_single_line(tmp_path: Path, verb: str) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"{verb} --data mine.toml"
    start = os.getcwd()
    os.chdir(gone)
    try:
        gone.rmdir()
        done = run_in_shell(command, gone, tmp_path)
    finally:
        os.chdir(start)
    assert (done.returncode, done.stdout) == (1, "")
    last = done.stderr.rstrip().split("\n")[-1]
    assert last.startswith(
        "followup-tui: the current folder no longer exists; name mine.toml by its whole path"
    )
    assert "Traceback" not in done.stderr
