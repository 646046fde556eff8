"""What the shells are given to complete."""

import shutil
import subprocess

import pytest

from followup_tui.cli.commands.completion import script
from followup_tui.cli.main import COMMANDS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_understands_it_and_every_verb_is_in_it(shell: str) -> None:
    text = script(shell, COMMANDS)
    for verb in COMMANDS:
        assert verb.name in text
    if shutil.which(shell) is None:
        return
    done = subprocess.run([shell, "-n"], input=text, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_bash_completes() -> None:
    if shutil.which("bash") is None:
        pytest.skip("no bash here")

    def completed(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in words)
        ask = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _followup_tui; echo ${{COMPREPLY[@]}}"
        done = subprocess.run(
            ["bash", "-c", script("bash", COMMANDS) + ask], capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    assert completed("followup-tui", "no") == ["note"]
    assert completed("followup-tui", "export", "")[:3] == ["ics", "md", "json"]
    assert completed("followup-tui", "due", "--b") == ["--brief"]
