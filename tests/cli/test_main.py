"""The command line: what it says and with which status it ends, without a terminal."""

import os
import re
import shlex
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui import __version__
from followup_tui.cli.main import COMMANDS
from followup_tui.core.changes.interviews import AddInterview
from followup_tui.core.model.logbook import Interview
from followup_tui.session.session import Session
from followup_tui.storage.paths import locate
from tests import ROOT

PROGRAM = [sys.executable, "-m", "followup_tui"]


def run(
    *arguments: str, env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
    )


def test_version_prints_the_version_of_the_package() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"followup-tui {__version__}\n", "")
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_help_names_every_verb_and_each_verb_has_an_example() -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for verb in COMMANDS:
        assert re.search(rf"^ +{verb.name}( |$)", done.stdout, re.MULTILINE), verb.name
    assert "--data FILE" in done.stdout
    assert "--now TIME" in done.stdout


def make_files_of_examples(folder: Path) -> Path:
    """Make a logbook with a backup, a copy of it and a table, and return the path of the logbook."""
    data = folder / "logbook.toml"
    data.write_text('[[interview]]\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00Z\n', encoding="utf-8")
    (folder / "copy.toml").write_bytes(data.read_bytes())
    (folder / "tracker.csv").write_text("Company,Interview date\nAcme,2026-11-23\n", encoding="utf-8")
    at = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
    session = Session(locate(data), lambda: at)
    session.do(AddInterview(Interview(id="two", company="Borealis", held_at=at)))
    return data


@pytest.mark.parametrize("name", [verb.name for verb in COMMANDS])
def test_the_help_of_a_verb_ends_with_an_example_that_can_be_run(name: str, tmp_path: Path) -> None:
    done = run(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    example = done.stdout.rstrip().rpartition("example: followup-tui ")[2]
    assert example.startswith(name)
    if name != "demo":
        data = make_files_of_examples(tmp_path)
        tried = run(*shlex.split(example), "--data", str(data), cwd=tmp_path)
        assert (tried.returncode, tried.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["dance"], "dance"),
        (["--colour"], "--colour"),
        (["--data"], "--data"),
        (["where", "there"], "there"),
        (["export"], "required: ics|md|json;"),
        (["export", "pdf"], "pdf"),
        (["new"], "COMPANY"),
        (["new", "Acme", "--round", "two"], "“two” is not a number;"),
        (["restore", "two"], "“two” is not a number;"),
        (["new", "Acme", "--setting", "online"], "online"),
        (["note", "--to"], "--to"),
        (["note", "a", "--to", "b", "c"], "c"),
        (["import"], "required: csv, FILE;"),
        (["import", "csv"], "FILE"),
        (["completion", "tcsh"], "tcsh"),
        (["due", "--json", "extra"], "unrecognized arguments: extra; see followup-tui due --help"),
        (["--now", "soon"], "“soon”"),
        (["--now", ""], "“”"),
        (["--now", "2026-11-23"], "“2026-11-23”"),
        (["--now", "2026-11-23T18:00"], "“2026-11-23T18:00”"),
        (["--now", "0001-01-01T00:00+14:00"], "“0001-01-01T00:00+14:00”"),
        (["--now", "9999-12-31T23:59-12:00"], "“9999-12-31T23:59-12:00”"),
    ],
    ids=lambda value: repr(" ".join(value)) if isinstance(value, list) else "",
)
def test_wrong_usage_is_a_single_line_and_status_2(arguments: list[str], says: str, tmp_path: Path) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("followup-tui: ")
    assert says in done.stderr
    assert "--help" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_is_closed_early_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '{ "$@"; echo "status $?" >&2; } | true', "sh", *PROGRAM, "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == "status 0\n"


def test_the_command_and_the_module_are_the_same() -> None:
    script = Path(sys.executable).with_name("followup-tui")
    if not script.exists():
        pytest.skip("not installed as a command here")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, run("--version").stdout)


@pytest.mark.parametrize(
    ("arguments", "module"),
    [
        (["note", "x"], "followup_tui.cli.fast_path"),
        (["note", "x"], "followup_tui.storage.inbox_append"),
        (["due"], "followup_tui.cli.main"),
        (["due"], "argparse"),
        (["due"], "followup_tui.cli.commands.due"),
    ],
)
def test_ctrl_c_during_an_import_ends_a_verb_without_a_traceback(
    arguments: list[str], module: str, tmp_path: Path
) -> None:
    program = (
        "import os, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "from followup_tui.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", program, *arguments, "--data", str(tmp_path / "logbook.toml")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
