"""Stopped and continued: the shell gets the terminal, the app comes back whole, and nothing typed is lost."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.tui import app
from followup_tui.tui.terminal.job_control import run_in_foreground
from tests.one_interview import notes
from tests.shell_job import Job, entered
from tests.terminal import ready
from tests.tui.pilot import running
from tests.tui.waiting import until


@pytest.fixture
def job(data: Path) -> Iterator[Job]:
    job = Job(data)
    yield job
    job.terminal.close()


def continue_and_quit(job: Job, data: Path, before: str) -> None:
    """Bring the app back, type on, and quit."""
    # As on a terminal, nothing of the last frame is left.
    job.terminal.clear()
    job.fg_and_wait()
    job.terminal.wait("2 Acme")
    job.terminal.type(" Reyes")
    job.terminal.wait_for(lambda: notes(data) == f"{before} Reyes", "the letters in the file")
    job.terminal.press("ctrl+q")
    assert job.terminal.wait_end() == 0
    assert job.terminal.left_as_found() == []


def signalled(name: str, function: str) -> tuple[str, ...]:
    """Return what Python runs: the app, which gets a signal once Textual's driver has called a function."""
    code = f"""\
import os, signal
from followup_tui.cli.main import main
from textual.drivers.linux_driver import LinuxDriver
function = LinuxDriver.{function}
def call_and_signal(driver, *arguments, **options):
    function(driver, *arguments, **options)
    LinuxDriver.{function} = function
    os.kill(os.getpid(), signal.{name})
LinuxDriver.{function} = call_and_signal
main()
"""
    return "-c", code


def test_stopped_it_saves_gives_the_terminal_back_and_comes_back_whole(job: Job, data: Path) -> None:
    job.terminal.type("3i@ Dana")
    job.terminal.wait("@ Dana")
    job.stop()
    job.wait_stopped()
    assert job.terminal.left_as_found() == []
    assert notes(data) == "@ Dana"
    continue_and_quit(job, data, "@ Dana")


def test_in_the_background_it_stops_again_and_still_comes_back(job: Job, data: Path) -> None:
    job.terminal.type("3i@ Dana")
    job.terminal.wait_for(lambda: notes(data) == "@ Dana", "the letters in the file")
    job.stop()
    for times in (1, 2):
        job.wait_stopped(times)
        job.bg()
    job.wait_stopped(3)
    continue_and_quit(job, data, "@ Dana")


def test_ctrl_z_outside_text_stops_it(job: Job, data: Path) -> None:
    job.terminal.press("2", "ctrl+z")
    job.wait_stopped()
    assert job.terminal.left_as_found() == []
    job.fg_and_wait()
    job.terminal.type("3i@ Dana")
    job.terminal.wait_for(lambda: notes(data) == "@ Dana", "the letters in the file")
    job.terminal.press("ctrl+z", "ctrl+q")
    assert job.terminal.wait_end() == 0
    assert job.lines.count("stopped") == 1, "in text it takes back"


STEPS = ["__init__", "start_application_mode", "stop_application_mode"]


@pytest.mark.parametrize("function", STEPS)
def test_stopped_while_it_starts_or_ends_it_gives_the_terminal_back(data: Path, function: str) -> None:
    is_start = not function.startswith("stop")
    job = Job(data, program=signalled("SIGTSTP", function), has_started=not is_start)
    try:
        if not is_start:
            job.terminal.press("q")
        job.wait_stopped()
        assert job.terminal.left_as_found() == []
        if is_start:
            job.fg_and_wait()
            job.terminal.press("q")
        else:
            job.fg()
        assert job.terminal.wait_end() == 0
        assert job.terminal.left_as_found() == []
    finally:
        job.terminal.close()


@pytest.mark.parametrize("function", STEPS)
def test_a_signal_to_go_on_while_it_starts_or_ends_changes_nothing(data: Path, function: str) -> None:
    """Textual starts a second reader of the terminal then, and never ends."""
    with ready(data, program=signalled("SIGCONT", function)) as terminal:
        assert entered(terminal) == 1
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []


def test_without_a_shell_it_does_not_stop(data: Path) -> None:
    """In an orphaned process group nobody would continue it."""
    with ready(data) as terminal:
        terminal.signal(signal.SIGTSTP)
        terminal.press("2", "ctrl+z")
        terminal.wait("no shell")
        terminal.type("3i@ Dana")
        terminal.wait_for(lambda: notes(data) == "@ Dana", "the letters in the file")
        assert entered(terminal) == 1
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


EDITOR = """\
import os, pathlib, signal, sys, time
print("EDITOR", flush=True)
{what}
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text() + "@ Dana")
"""


def editor(data: Path, what: str) -> str:
    script = data.with_name("editor.py")
    script.write_text(EDITOR.format(what=what))
    return f"{sys.executable} {script}"


STOPS = {
    "raise(SIGSTOP)": "os.kill(os.getpid(), signal.SIGSTOP)",
    "kill(0, SIGTSTP)": "os.kill(0, signal.SIGTSTP)",
}


@pytest.mark.parametrize("how", STOPS)
def test_an_editor_that_is_stopped_stops_the_app_with_it(data: Path, how: str) -> None:
    job = Job(data, VISUAL=editor(data, STOPS[how]))
    try:
        job.terminal.type("\x1bOS")
        job.wait_stopped()
        job.fg()
        job.terminal.wait_for(lambda: notes(data) == "@ Dana", "what the editor wrote")
        job.terminal.wait("2 Acme", "q quit")
        job.terminal.press("ctrl+q")
        assert job.terminal.wait_end() == 0
        assert job.terminal.left_as_found() == []
    finally:
        job.terminal.close()


@pytest.mark.parametrize("how", STOPS)
def test_an_editor_that_is_stopped_without_a_shell_goes_on(data: Path, how: str) -> None:
    with ready(data, env={"VISUAL": editor(data, STOPS[how])}) as terminal:
        terminal.type("\x1bOS")
        terminal.wait_for(lambda: notes(data) == "@ Dana", "what the editor wrote")
        terminal.wait("2 Acme", "q quit")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []


def test_ctrl_c_while_the_editor_is_open_is_for_the_editor_alone(data: Path) -> None:
    code = "try:\n    print('WAITS', flush=True)\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    pass"
    with ready(data, env={"VISUAL": editor(data, code)}) as terminal:
        terminal.type("\x1bOS")
        terminal.wait("WAITS")
        terminal.press("ctrl+c")
        terminal.wait_for(lambda: notes(data) == "@ Dana", "what the editor wrote")
        terminal.wait("2 Acme", "q quit")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []


async def test_no_signal_that_ends_the_app_is_lost_while_an_editor_starts_or_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It comes before and after each call by which the handlers are replaced, and put back."""
    moments = 0
    signalled_at = -1

    def signal_around(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            signal_now()
            result = function(*arguments, **options)
            signal_now()
            return result

        return call

    def signal_now() -> None:
        nonlocal moments
        if moments == signalled_at:
            os.kill(os.getpid(), signal.SIGTERM)
        moments += 1

    handled: list[str] = []
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, handled.append, "SIGTERM")
    with monkeypatch.context() as patch:
        for name in ("signal", "set_wakeup_fd"):
            patch.setattr(signal, name, signal_around(getattr(signal, name)))
        assert run_in_foreground(["true"], os.environ) == 0
        assert handled == []
        for signalled_at in range(moments):
            moments = 0
            assert run_in_foreground(["true"], os.environ) == 0
            await until(lambda: handled, f"the signal at the moment {signalled_at}")
            assert handled == ["SIGTERM"]
            handled.clear()
    assert signalled_at > 20
    assert loop.remove_signal_handler(signal.SIGTERM)


async def test_an_app_that_is_in_no_terminal_stops_no_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its job would be that of the tests, or of a program that has the app within it."""
    stops: list[str] = []
    monkeypatch.setattr(app, "stop_job", lambda: stops.append("stopped"))
    async with running(tmp_path / "logbook.toml") as run:
        await run.press("ctrl+z")
    assert stops == []
