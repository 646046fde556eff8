"""Work in processes of its own, which may be killed: started by forking, for that takes a millisecond."""

import json
import os
import select
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.faults.table import Tally, Wrong

Item = TypeVar("Item")

PATIENCE = 120.0
"""How long a process may take, in seconds."""
FAILED = 70
"""Exit status of a process whose work raised an exception; it said the traceback."""


class Fork:
    """A process that does `work`; what that returns, or says by `say`, can be heard here."""

    def __init__(self, work: Callable[["Fork"], str | None]) -> None:
        self._inside, out = os.pipe()
        back, self._outside = os.pipe()
        with warnings.catch_warnings():
            # Other threads exist under some test runners; the child touches nothing of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            os.close(self._inside)
            os.close(self._outside)
            self._inside, self._outside = back, out
            # Kept apart from `os`, whose functions may fail on purpose by then.
            self._write, self._read, leave = os.write, os.read, os._exit
            status = 0
            try:
                self.say(work(self) or "")
            except BaseException:
                status = FAILED
                self.say(traceback.format_exc())
            finally:
                leave(status)
        os.close(out)
        os.close(back)
        self._write, self._read = os.write, os.read
        self.status: int | None = None
        """As of os.waitstatus_to_exitcode; None while it runs."""

    def say(self, text: str) -> None:
        """Tell the other side."""
        data = text.encode()
        while data:
            data = data[self._write(self._outside, data) :]

    def hear(self) -> str:
        """Some of what the other side says next; empty when it has ended."""
        return self._read(self._inside, 65536).decode()

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)

    def end(self, seconds: float = PATIENCE) -> str:
        """Wait for its end; return all that it reported and was not heard yet. Too late, it is killed."""
        # Joined before it is decoded: a read may end within a character.
        result, until = [], time.monotonic() + seconds
        while True:
            if not select.select([self._inside], [], [], max(0.0, until - time.monotonic()))[0]:
                self.kill()
                result.append(b"it did not end")
            data = os.read(self._inside, 65536)
            if not data:
                break
            result.append(data)
        os.close(self._inside)
        os.close(self._outside)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return b"".join(result).decode()

    @property
    def was_killed(self) -> bool:
        """Whether SIGKILL ended it."""
        return self.status == -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended, and what it said."""

    was_killed: bool
    result: Any
    """What its work returned; None where it was killed before."""


def forked(work: Callable[[], Any]) -> Ended:
    """Do `work` in a process of its own. What it returns must fit JSON.

    Raises AssertionError with the traceback where the work raised anything.
    """
    fork = Fork(lambda _: json.dumps(work()))
    output = fork.end()
    if fork.status not in (0, -signal.SIGKILL):
        raise AssertionError(f"in a forked process (status {fork.status}):\n{output}")
    return Ended(fork.was_killed, json.loads(output) if fork.status == 0 else None)


def spread(what: str, items: Sequence[Item], each: Callable[[Item, Tally], None], workers: int) -> Tally:
    """One line of the table, made by doing `each` of the items in so many processes at a time."""
    start = time.perf_counter()

    def work(part: Sequence[Item]) -> Callable[[Fork], str]:
        def run(_: Fork) -> str:
            tally = Tally(what)
            for item in part:
                each(item, tally)
            return json.dumps([tally.count, [(fault.kind, fault.text) for fault in tally.wrong]])

        return run

    forks = [Fork(work(items[n::workers])) for n in range(workers)]
    tally = Tally(what)
    for fork in forks:
        output = fork.end(seconds=900)
        if fork.status != 0:
            raise AssertionError(f"{what} (status {fork.status}):\n{output}")
        count, wrong = json.loads(output)
        tally.add([Wrong(kind, text) for kind, text in wrong], count)
    tally.seconds = time.perf_counter() - start
    return tally
