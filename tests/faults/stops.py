"""The whole app as a job of a shell, stopped and continued amid typing."""

import contextlib
import random
import tempfile
from pathlib import Path

from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.faults.forks import spread
from tests.faults.scenarios import ID, logbook
from tests.faults.table import Tally, Wrong
from tests.faults.whole_app import NOW
from tests.shell_job import Job

STOPS = 5
"""How often each run of the app is stopped."""


def stopped_amid_typing(seed: int) -> list[Wrong]:
    """Type into the notes, stop and continue the app at random times, and see that no letter is lost."""
    chance = random.Random(seed)
    typed = ""
    # An app that a failed check leaves behind may write until its terminal is gone.
    with tempfile.TemporaryDirectory(prefix="followup-faults-", ignore_cleanup_errors=True) as folder:
        data = Path(folder, "logbook.toml")
        data.write_text(encode(logbook("")), encoding="utf-8")
        job = Job(data, NOW, XDG_STATE_HOME=str(Path(folder, "state")), XDG_DATA_HOME=folder)
        with contextlib.closing(job.terminal) as terminal:
            terminal.type("3i")
            terminal.wait("esc")
            for times in range(1, STOPS + 1):
                for letter in chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randrange(1, 7)):
                    terminal.type(letter)
                    typed += letter
                    terminal.pump(chance.uniform(0, 0.1))
                # What the terminal has not handed over yet is dropped by the stop.
                terminal.wait(typed)
                job.stop()
                job.wait_stopped(times)
                saved = decode(data.read_bytes()).interview(ID)
                if saved is None or saved.notes.rstrip("\n") != typed:
                    return [Wrong("lost", f"{typed!r} was not saved before the stop")]
                job.fg_and_wait()
                terminal.pump(0.2)
            terminal.press("ctrl+q")
            status = terminal.wait_end()
            if status or terminal.left_as_found():
                return [Wrong("other", f"status {status}, {terminal.left_as_found()}")]
    return []


def stops(count: int, workers: int) -> Tally:
    """Run the app that many times, and stop and continue it amid typing."""
    return spread("stopped and continued amid typing", range(count), _count_stops, workers)


def _count_stops(seed: int, tally: Tally) -> None:
    try:
        tally.add(stopped_amid_typing(seed), STOPS)
    except AssertionError as error:
        tally.add([Wrong("other", str(error).partition(";")[0])], STOPS)
