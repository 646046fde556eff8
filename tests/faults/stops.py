"""The whole app as a job of a shell, stopped and continued amid typing."""

import os
import random
import signal
import sys
import tempfile
from pathlib import Path

from followup_tui.storage.toml import reader
from tests.faults.forks import spread
from tests.faults.scenarios import ID, logbook
from tests.faults.table import Tally, Wrong
from tests.faults.whole_app import NOW
from tests.terminal import Terminal, running

STOPS = 5
"""How often each run of the app is stopped."""
OTHER_SCREEN = b"\x1b[?1049h"


def stopped_amid_typing(seed: int) -> list[Wrong]:
    """Type into the notes, stop and continue the app at random times, and see that no letter is lost."""
    chance = random.Random(seed)
    typed = ""
    with tempfile.TemporaryDirectory(prefix="followup-faults-") as folder:
        data, report = Path(folder, "logbook.toml"), Path(folder, "report")
        data.write_text(reader.encode(logbook("")), encoding="utf-8")
        program = ("-m", "tests.job_control", str(report), sys.executable, "-m", "followup_tui")
        env = {"XDG_STATE_HOME": str(Path(folder, "state")), "XDG_DATA_HOME": folder}
        with running("--data", str(data), *NOW, lines=24, program=program, env=env) as terminal:
            terminal.wait("Acme", "q quit")
            terminal.type("3i")
            terminal.wait("esc")
            for times in range(1, STOPS + 1):
                for letter in chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randrange(1, 7)):
                    terminal.type(letter)
                    typed += letter
                    terminal.pump(chance.uniform(0, 0.1))
                # What the terminal has not handed over yet is dropped by the stop.
                terminal.wait(typed)
                _stop(terminal, report, times)
                saved = reader.decode(data.read_bytes()).interview(ID)
                if saved is None or saved.notes.rstrip("\n") != typed:
                    return [Wrong("lost", f"{typed!r} was not saved before the stop")]
                _continue(terminal)
            terminal.press("ctrl+q")
            status = terminal.wait_end()
            if status or terminal.left_as_found():
                return [Wrong("other", f"status {status}, {terminal.left_as_found()}")]
    return []


def _stop(terminal: Terminal, report: Path, times: int) -> None:
    os.kill(int(report.read_text(encoding="utf-8").split()[0]), signal.SIGTSTP)
    terminal.wait_for(lambda: report.read_text(encoding="utf-8").count("stopped") >= times, "the stop")


def _continue(terminal: Terminal) -> None:
    entered = terminal.output.count(OTHER_SCREEN)
    terminal.signal(signal.SIGUSR2)
    terminal.wait_for(lambda: terminal.output.count(OTHER_SCREEN) > entered, "the app")
    terminal.pump(0.2)


def stops(count: int, workers: int) -> Tally:
    """Run the app that many times, and stop and continue it amid typing."""
    return spread("stopped and continued amid typing", range(count), _count_stops, workers)


def _count_stops(seed: int, tally: Tally) -> None:
    try:
        tally.add(stopped_amid_typing(seed), STOPS)
    except AssertionError as error:
        tally.add([Wrong("other", str(error).partition(";")[0])], STOPS)
