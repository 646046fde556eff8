"""A mistake of the program: all is on the disk, the terminal is whole, and nothing private is told."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import Terminal, running

ACME = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
notes = "@ Dana"
"""
NOW = ("--now", "2026-11-23T16:00:00+01:00")
PROGRAM = ["-m", "tests.crashing"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_text(ACME)
    return path


@contextmanager
def crashed(data: Path) -> Iterator[Terminal]:
    with running("--data", str(data), *NOW, program=PROGRAM) as terminal:
        terminal.wait("2 Acme", "q quit")
        terminal.type("n~ she sails\r")
        terminal.wait("✓ 1 line")
        terminal.escape("space tick")
        terminal.press("y")
        terminal.wait_end()
        yield terminal


def test_all_is_saved_and_a_line_says_where_the_log_is(data: Path) -> None:
    with crashed(data) as terminal:
        assert terminal.status == 1
        assert terminal.left_as_found() == []
        assert tomllib.loads(data.read_text())["interview"][0]["notes"] == "@ Dana\n~ she sails\n"
        after = terminal.output.decode(errors="replace").rpartition("\x1b[?1049l")[2]
        assert "what you wrote is saved" in after
        assert "Traceback" not in after
        assert "Dana" not in after


def test_the_log_of_a_crash_of_the_demo_stays_and_nothing_is_called_saved(tmp_path: Path) -> None:
    with running("demo", *NOW, program=PROGRAM, env={"TMPDIR": str(tmp_path)}) as terminal:
        terminal.wait("Demo with made-up interviews", "q quit")
        terminal.press("y")
        terminal.wait_end()
        after = terminal.output.decode(errors="replace").rpartition("\x1b[?1049l")[2]
        assert "saved" not in after
        (log,) = tmp_path.glob("followup-tui-demo-*/state/crash-*")
        assert log.name in "".join(after.split())


def test_the_log_tells_the_place_and_nothing_of_the_notes(data: Path) -> None:
    with crashed(data) as terminal:
        after = "".join(terminal.output.decode(errors="replace").rpartition("\x1b[?1049l")[2].split())
        path = Path(after.partition("withoutanythingyouwrote,isin")[2])
        text = path.read_text()
        assert "crashing.py" in text
        assert "_mistaken" in text
        assert "RuntimeError" in text
        for private in ("Dana", "sails", "Acme"):
            assert private not in text
        assert path.stat().st_mode & 0o777 == 0o600


def test_what_could_not_be_saved_is_kept_and_named(data: Path) -> None:
    with running("--data", str(data), *NOW, program=PROGRAM) as terminal:
        terminal.wait("2 Acme", "q quit")
        data.write_text(ACME + "this is no TOML")
        terminal.type("n~ she sails\r")
        terminal.wait("Not saved")
        terminal.escape("space tick")
        terminal.press("y")
        terminal.wait_end()
        assert terminal.status == 1
        after = "".join(terminal.output.decode(errors="replace").rpartition("\x1b[?1049l")[2].split())
        kept = Path(after.partition("Yourchangesarein")[2].partition(";thenextstartaddsthem")[0])
        assert "~ she sails" in kept.read_text()
        assert data.read_text() == ACME + "this is no TOML"
