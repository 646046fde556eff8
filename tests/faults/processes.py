"""Processes that save in a loop: killed at random times, and many into one file."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import SaveState, Session
from followup_tui.storage import lock
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml import reader
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.faults.forks import Fork, spread
from tests.faults.points import place
from tests.faults.scenarios import ID, Place, logbook, save_once_more, saved
from tests.faults.table import Tally, Wrong
from tests.faults.trees import as_if_days_later, strays, tree

LIFE = 0.03
"""How long a saving process lives at most, in seconds."""


def text_of(number: int) -> str:
    """Return what the notes are after that save: up to 20 kB, told apart by a number at either end."""
    return f"{number}\n" + "x" * (number * 7919 % 20_000) + f"\n{number}"


def number_of(notes: str) -> int | None:
    """Return which save the notes are of; None where they are of none."""
    first = notes.partition("\n")[0]
    return int(first) if first.isdecimal() and notes == text_of(int(first)) else None


def saver(here: Place) -> Callable[[Fork], str]:
    """Save on and on, and report the number of each save once it is acknowledged."""

    def work(fork: Fork) -> str:
        session = here.session()
        found = session.logbook.interview(ID)
        assert found is not None
        number = number_of(found.notes) or 0
        while True:
            number += 1
            session.do(WriteNotes(ID, text_of(number)))
            if saved(session):
                return f"refused: {saved(session)}\n"
            fork.say(f"{number}\n")

    return work


def killed_at_random(seed: int, kills: int, tally: Tally) -> None:
    """Start a saving process, kill it after a random time, and look at the file; so many times."""
    chance = random.Random(seed)
    with place(on_disk=True) as here:
        here.data.parent.mkdir()
        here.data.write_text(encode(logbook(text_of(0))), encoding="utf-8")
        for _ in range(kills):
            fork = Fork(saver(here))
            time.sleep(chance.uniform(0, LIFE))
            fork.kill()
            output = fork.end()
            tally.add(_after_kill(here, output))
        as_if_days_later(here.root)
        problem = save_once_more(here)
        if problem:
            tally.wrong.append(Wrong("other", f"the next save does not work: {problem}"))
        if strays(tree(here.root)):
            tally.wrong.append(Wrong("other", "temporary files are still there after the next save"))


def _after_kill(here: Place, output: str) -> Iterator[Wrong]:
    try:
        found = decode(here.data.read_bytes()).interview(ID)
    except (OSError, reader.Unreadable) as error:
        yield Wrong("corrupt", f"{error}")
        return
    numbers = [int(line) for line in output.split("\n")[:-1] if line.isdecimal()]
    if len(numbers) + 1 < len(output.split("\n")):
        yield Wrong("other", f"it said {output[-300:]}")
    number = None if found is None else number_of(found.notes)
    if number is None:
        yield Wrong("corrupt", "the notes are of no save")
    elif numbers and number < numbers[-1]:
        yield Wrong("lost", "an acknowledged save")


def random_kills(count: int, workers: int) -> Tally:
    """SIGKILL at random times, `count` in all, each to a process that saves on and on."""
    parts = [(seed, count // workers + (seed < count % workers)) for seed in range(workers)]
    return spread(
        "SIGKILL of a saving process at random times",
        parts,
        lambda part, tally: killed_at_random(*part, tally),
        workers,
    )


def add_lines(here: Paths, id: str, lines: Iterable[str]) -> None:
    """Add lines to the notes of that interview, a save each, whatever others write to the file meanwhile.

    Raises AssertionError where one of them was not saved.
    """
    session = Session(here, lambda: datetime.now(UTC))
    for line in lines:
        session.do(AddNotes(id, line))
        assert session.document.save_status.state is SaveState.SAVED, session.document.save_status.reason


def many_writers(writers: int, each: int) -> Tally:
    """So many processes that save so many times each into one file: all that they wrote must be there."""
    start = time.perf_counter()
    tally = Tally(f"saves of {writers} processes into one file", writers * each)
    template = logbook("").interviews[0]
    with place(on_disk=True) as here:
        here.data.parent.mkdir()
        everybody = Logbook(interview=tuple(template.but(id=f"w{n}") for n in range(writers)))
        here.data.write_text(encode(everybody), encoding="utf-8")

        def work(writer: int) -> Callable[[Fork], str]:
            def run(fork: Fork) -> str:
                lock.LOCK_SECONDS = 60.0
                fork.hear()
                add_lines(Paths(here.data, here.state), f"w{writer}", (f"line {n}" for n in range(each)))
                return ""

            return run

        forks = [Fork(work(writer)) for writer in range(writers)]
        for fork in forks:
            fork.say("go")
        for fork in forks:
            output = fork.end(seconds=600)
            if fork.status != 0:
                tally.wrong.append(Wrong("other", output[-300:]))
        try:
            found = decode(here.data.read_bytes())
        except reader.Unreadable as error:
            tally.wrong.append(Wrong("corrupt", str(error)))
        else:
            there = [
                (interview.id, line)
                for interview in found.interviews
                for line in interview.notes.splitlines()
            ]
            wanted = Counter((f"w{writer}", f"line {n}") for writer in range(writers) for n in range(each))
            for lost in wanted - Counter(there):
                tally.wrong.append(Wrong("lost", f"an acknowledged save of {lost[0]}"))
    tally.seconds = time.perf_counter() - start
    return tally
