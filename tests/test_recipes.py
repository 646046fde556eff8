"""The recipes of the README do what they say, with something due and with nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.readme import README

TEXT = README.read_text(encoding="utf-8").partition("<!-- recipes")[2].partition("<!-- end of recipes -->")[0]
RECIPES: dict[str, str] = dict(re.findall(r"^\| ([^|]+?) \| `(.+)` \|$", TEXT, flags=re.M))
UNITS = ROOT / "followup_tui" / "share"
DUE = "Acme: thank Dana Reyes, today"
LOGBOOK = """\
[[interview]]
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
notes = "@ Dana Reyes"
[interview.ticks]
ask = 2026-11-23
write-down = 2026-11-23
"""


@pytest.fixture(params=[True, False], ids=["due", "calm"])
def is_due(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def folder(tmp_path: Path, is_due: bool) -> Path:
    """Return a home with the program on its path, and a logbook in which one action is due, or none."""
    data = tmp_path / "logbook.toml"
    data.write_text(LOGBOOK if is_due else "", encoding="utf-8")
    now = "2026-11-23T18:00+01:00"
    _program(
        tmp_path, "followup-tui", f'exec {sys.executable} -m followup_tui "$@" --data {data} --now {now}'
    )
    _program(tmp_path, "notify-send", 'echo "$1: $2"')
    return tmp_path


def _program(folder: Path, name: str, line: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def run(folder: Path, *words: str) -> str:
    if shutil.which(words[0]) is None:
        pytest.skip(f"no {words[0]} here")
    env = {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=env, cwd=folder)
    assert done.stderr == ""
    return done.stdout


def recipe(name: str) -> str:
    (found,) = (text for title, text in RECIPES.items() if title.startswith(name))
    return found


def shows(output: str, is_due: bool) -> bool:
    return output.startswith(DUE) and output.count("\n") == 1 if is_due else output == ""


def test_a_line_stands_above_the_prompt_of_bash(folder: Path, is_due: bool) -> None:
    assert shows(run(folder, "bash", "-c", f'{recipe("bash: a line")}; eval "$PROMPT_COMMAND"'), is_due)


def test_a_line_stands_above_the_prompt_of_zsh(folder: Path, is_due: bool) -> None:
    assert shows(run(folder, "zsh", "-fc", f"{recipe('zsh')}\nprecmd"), is_due)


def test_bash_takes_the_completion(folder: Path) -> None:
    assert "followup-tui" in run(
        folder, "bash", "-c", f"{recipe('bash: completion')}; complete -p followup-tui"
    )


def test_tmux_takes_its_line_and_the_command_in_it_shows_what_is_due(folder: Path, is_due: bool) -> None:
    (command,) = re.findall(r"#\((.*)\)", recipe("tmux"))
    assert shows(run(folder, "sh", "-c", command), is_due)
    config = folder / "tmux.conf"
    config.write_text(f"{recipe('tmux')}\n", encoding="utf-8")
    server = ("tmux", "-S", str(folder / "socket"), "-f", str(config))
    run(folder, *server, "new-session", "-d", "sleep 600")
    try:
        assert command in run(folder, *server, "show-options", "-g", "status-right")
    finally:
        run(folder, *server, "kill-server")


def test_waybar_runs_a_command_that_shows_what_is_due(folder: Path, is_due: bool) -> None:
    module = json.loads(f"{{{recipe('waybar')}}}")["custom/followup"]
    assert shows(run(folder, "sh", "-c", module["exec"]), is_due)


def cron_command(name: str) -> str:
    """Return the command of a line of a crontab; its five fields must be those of a time."""
    *fields, command = recipe(name).split(" ", 5)
    assert all(re.fullmatch(r"[\d*/]+", field) for field in fields)
    assert "%" not in command
    return command


def test_cron_mails_what_is_due_and_nothing_else(folder: Path, is_due: bool) -> None:
    assert shows(run(folder, "sh", "-c", cron_command("cron: a mail")), is_due)


def test_cron_keeps_a_calendar_up_to_date_without_a_mail(folder: Path, is_due: bool) -> None:
    if not is_due:
        return  # Without an interview there is no calendar, and cron mails why.
    for _ in range(2):
        assert run(folder, "sh", "-c", cron_command("cron: a calendar")) == ""
    assert "Acme" in (folder / "interviews.ics").read_text(encoding="utf-8")


def test_the_service_notifies_of_what_is_due(folder: Path, is_due: bool) -> None:
    unit = (UNITS / "followup.service").read_text(encoding="utf-8")
    (command,) = re.findall(r"^ExecStart=sh -c '(.*)'$", unit, flags=re.M)
    output = run(folder, "sh", "-c", command.replace("$$", "$"))
    assert output.startswith(f"followup-tui: {DUE}") if is_due else output == ""


def test_the_units_are_copied_and_switched_on(tmp_path: Path) -> None:
    words = recipe("systemd: a notification").split(" && ")
    assert words[1] == "systemctl --user enable --now followup.timer"
    subprocess.run(["sh", "-c", words[0]], cwd=ROOT, env={**os.environ, "HOME": str(tmp_path)}, check=True)
    units = {path.name for path in (tmp_path / ".config" / "systemd" / "user").iterdir()}
    assert units == {"followup.service", "followup.timer"}


def test_systemd_takes_both_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd here")
    service = (UNITS / "followup.service").read_text(encoding="utf-8")
    (tmp_path / "followup.service").write_text(service.replace("=sh ", "=/bin/sh "), encoding="utf-8")
    shutil.copy(UNITS / "followup.timer", tmp_path)
    words = ["systemd-analyze", "verify", *map(str, tmp_path.glob("followup.*"))]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
