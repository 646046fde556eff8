"""The fast path: its calls give what the parser gives, in any order of the words, and import little."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup_tui.cli.fast_path import TAKES, parse_call
from followup_tui.cli.main import COMMANDS, make_parser
from tests import ROOT
from tests.cli.conftest import Run

MOMENT = "2026-11-23T18:00+01:00"
PARTS = st.sampled_from(
    [
        *(["note"], ["due"], ["where"], ["--brief"], ["--json"], ["--data", "my file"], ["--to", "acme"]),
        *(["--now", MOMENT], ["a"], ["a b", "c"], [""], ["-"], ["--"], ["-x"], ["+ one"], ["--data"]),
        *(["--data=f"], ["--dat", "f"], ["--to", ""], ["--to", "-1"], ["-1"], ["--help"], ["ä – \udcff"]),
    ]
)
RUNS = {command.name: command.run for command in COMMANDS}


@given(st.lists(PARTS, max_size=6).map(lambda parts: [word for part in parts for word in part]))
@example(["--data", "f", "note", "a", "--to", "b"])
@example(["note", "a", "--to", "b", "c"])
@example(["--to", "b", "note", "a"])
@example(["--data", "f", "due", "--data", "g", "--brief"])
def test_what_the_fast_path_parses_the_parser_parses_likewise(arguments: list[str]) -> None:
    call = parse_call(arguments)
    if call is None:
        return
    options = make_parser().parse_args(arguments)
    assert options.run is (RUNS[call.verb] if call.verb else make_parser().get_default("run"))
    assert getattr(options, "data", None) == (Path(data) if (data := call.options.get("--data")) else None)
    assert hasattr(options, "now") == ("--now" in call.options)
    if call.verb == "note":
        assert (options.text, options.to) == (call.words, call.options.get("--to"))
    if call.verb == "due":
        assert (options.brief, options.json) == (True, False)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--data", "f"],
        ["--now", MOMENT, "--data", "f"],
        ["note"],
        ["note", "a", "b", "--to", "acme"],
        ["note", "--to", "acme", "a", "b"],
        ["--data", "f", "note", "a", "--to", "acme"],
        ["note", "--data", "f", "a"],
        ["due", "--brief"],
        ["due", "--data", "f", "--brief"],
        ["--data", "f", "due", "--brief"],
        ["due", "--brief", "--data", "f"],
    ],
    ids=" ".join,
)
def test_the_usual_calls_are_fast_in_any_order(arguments: list[str]) -> None:
    call = parse_call(arguments)
    assert call is not None
    assert call.verb == next((word for word in arguments if word in TAKES), "")


@pytest.mark.parametrize("before", [True, False])
def test_the_file_may_be_named_before_the_verb(data: Path, run: Run, before: bool) -> None:
    named = ("--data", str(data))
    verb = ("note", "x", "--to", "acme")
    done = run(*named, *verb) if before else run(*verb, *named)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Acme Robotics: 1 line\n", "")
    assert 'text = "x"' in data.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "call",
    [
        "'note', 'hello', '--to', 'acme', '--data', sys.argv[1]",
        "'--data', sys.argv[1], 'note', 'hello', '--to', 'acme'",
    ],
)
def test_a_note_imports_nothing_heavy(data: Path, tmp_path: Path, call: str) -> None:
    check = (
        "import sys\n"
        f"sys.argv = ['followup-tui', {call}]\n"
        "from followup_tui.__main__ import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "print(sorted({'pydantic', 'argparse', 'platformdirs', 'tempfile', 'filelock',"
        " 'pathlib', 're', 'tomllib', 'dataclasses', 'typing', 'hashlib', 'contextlib', 'collections'}"
        " & set(sys.modules)))\n"
    )
    env = {"XDG_STATE_HOME": str(tmp_path / "s"), "HOME": str(tmp_path)}
    (tmp_path / "s" / "followup-tui").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-S", "-c", check, str(data)],
        capture_output=True,
        text=True,
        check=False,
        env={**env, "PYTHONPATH": str(ROOT)},
    )
    assert (done.stdout, done.stderr) == ("Acme Robotics: 1 line\n[]\n", "")
