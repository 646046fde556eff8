"""The commands of the README that install the program for good work from a checkout."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from followup_tui import __version__
from tests import ROOT
from tests.readme import README

FOLDERS = {
    "uv": {"UV_TOOL_DIR": "tools", "UV_TOOL_BIN_DIR": "bin"},
    "pipx": {"PIPX_HOME": "tools", "PIPX_BIN_DIR": "bin", "PIPX_MAN_DIR": "man"},
}
"""The variables of each installer that name its folders, and the folders of the test."""
COMMANDS = {"uv": "uv tool install .", "pipx": "pipx install ."}


def test_the_readme_names_both_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert all(f"`{command}`" in text for command in COMMANDS.values())


@pytest.mark.slow
@pytest.mark.parametrize("installer", COMMANDS)
def test_it_is_installed_from_a_checkout(tmp_path: Path, installer: str) -> None:
    program = shutil.which(installer)
    if program is None:
        pytest.skip(f"no {installer} here")
    folders = {name: str(tmp_path / folder) for name, folder in FOLDERS[installer].items()}
    environment = os.environ | {"HOME": str(tmp_path)} | folders

    def run(*words: str | Path) -> str:
        return subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        ).stdout

    run(program, *COMMANDS[installer].split()[1:])
    installed = tmp_path / "bin" / "followup-tui"
    assert run(installed, "--version").split()[-1] == __version__
    assert "followup-tui" in run(installed, "--help")
    data = tmp_path / "logbook.toml"
    run(installed, "new", "Acme", "--data", data)
    assert "Acme" in run(installed, "due", "--data", data)
    if installer == "pipx":
        assert (tmp_path / "man/man1/followup-tui.1").exists()
