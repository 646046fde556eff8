"""What the shells are given to complete."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.cli.main import COMMANDS
from tests import ROOT
from tests.cli.conftest import Run
from tests.completion import script


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_understands_it_and_every_verb_is_in_it(shell: str) -> None:
    text = script(shell, COMMANDS)
    for verb in COMMANDS:
        assert verb.name in text
    if shutil.which(shell) is None:
        return
    done = subprocess.run([shell, "-n"], input=text, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_verb_prints_the_script(shell: str, run: Run) -> None:
    assert run("completion", shell).stdout == script(shell, COMMANDS)


def test_companies_and_people_are_listed_the_last_interview_first(hand_written: Path, run: Run) -> None:
    assert (
        run("--data", str(hand_written), "completion", "companies").stdout
        == "Cyan Labs\nAcme [/x] Robotics\n"
    )
    names = run("completion", "names", "--data", str(hand_written)).stdout.splitlines()
    assert names == ["Cyan Labs", "Acme [/x] Robotics", "Dana Reyes"]


def test_a_file_that_cannot_be_read_completes_nothing_and_says_nothing(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "logbook.toml"
    path.write_text("[broken")
    done = run("--data", str(path), "completion", "companies")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.fixture
def folder(tmp_path: Path, hand_written: Path) -> Path:
    """Return a folder with the program in it, which knows the file written by hand."""
    program = tmp_path / "followup-tui"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m followup_tui --data {hand_written} "$@"\n')
    program.chmod(0o755)
    return tmp_path


def in_shell(folder: Path, *words: str) -> str:
    """Run a shell with the program on its path and return what it prints."""
    if shutil.which(words[0]) is None:
        pytest.skip(f"no {words[0]} here")
    env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(words, capture_output=True, text=True, check=True, env=env).stdout


def test_bash_completes_verbs_options_companies_and_people(folder: Path) -> None:
    def completed(*words: str) -> list[str]:
        line = " ".join(shlex.quote(word) for word in words)
        show = "printf '%s\\n' \"${COMPREPLY[@]}\""
        ask = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _followup_tui; {show}"
        return in_shell(folder, "bash", "-c", script("bash", COMMANDS) + ask).split("\n")[:-1]

    assert completed("followup-tui", "no") == ["note"]
    assert completed("followup-tui", "--data", "x", "no") == ["note"]
    assert completed("followup-tui", "export", "")[:3] == ["ics", "md", "json"]
    assert completed("followup-tui", "due", "--b") == ["--brief"]
    assert completed("followup-tui", "note", "--to", "ac") == ["Acme\\ \\[/x\\]\\ Robotics"]
    assert completed("followup-tui", "note", "--to", "Acme\\ ") == ["Acme\\ \\[/x\\]\\ Robotics"]
    assert completed("followup-tui", "note", "--to", '"cy') == ["Cyan Labs"]
    assert completed("followup-tui", "recall", "da") == ["Dana\\ Reyes"]
    assert completed("followup-tui", "recall", "--d") == ["--data"]


def test_fish_completes_verbs_options_companies_and_people(folder: Path) -> None:
    def completed(line: str) -> list[str]:
        ask = f"{script('fish', COMMANDS)}\ncomplete -C {shlex.quote(line)}"
        rows = in_shell(folder, "fish", "--no-config", "-c", ask).splitlines()
        return [row.partition("\t")[0] for row in rows]

    assert completed("followup-tui no") == ["note"]
    assert completed("followup-tui note --to ac") == ["Acme [/x] Robotics"]
    assert completed("followup-tui recall da") == ["Dana Reyes"]
    assert completed("followup-tui due --b") == ["--brief"]


def test_zsh_completes_companies_and_people(folder: Path) -> None:
    setup = "autoload -U compinit; compinit -u -D; compdef _none true\n"
    fake = 'compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -l -- "$@" }\n'

    def completed(*words: str) -> list[str]:
        line = " ".join(shlex.quote(word) for word in words)
        ask = f"words=({line}); CURRENT={len(words)}; _followup_tui"
        text = setup + script("zsh", COMMANDS) + fake + "_files() { }\n" + ask
        return in_shell(folder, "zsh", "-f", "-c", text).splitlines()

    assert completed("followup-tui", "note", "--to", "") == ["Cyan Labs", "Acme [/x] Robotics"]
    found = completed("followup-tui", "recall", "")
    assert found[:3] == ["Cyan Labs", "Acme [/x] Robotics", "Dana Reyes"]
    assert "--data" in found
