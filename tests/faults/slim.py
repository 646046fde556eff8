"""The checks of saving in a process with little in memory.

A fork copies the tables of all memory that its parent has, and each check forks some hundred times: under
pytest, with the app and all tests loaded, that takes twice as long.
"""

import json
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any

from tests import ROOT
from tests.faults import points, sabotage
from tests.faults.table import Tally, Wrong

IN_SHORT = ("save first", "save over", "save through a link", "keep aside")
"""The scenarios of the short form."""

CHECKS: dict[str, Callable[[list[points.Recorded]], Tally]] = {
    "kills": lambda runs: points.kill_points(runs, short=True, workers=1),
    "errors": lambda runs: points.errors(runs, short=True, workers=1),
    "meetings": lambda runs: points.meetings(points.saves(runs)[1:], short=True, workers=1),
}


class SlimProcess:
    """A process that runs checks, one at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.slim"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def check(self, name: str) -> Tally:
        """Run one of CHECKS; raise AssertionError with the traceback where it raises anything."""
        what, count, wrong = self._ask("check", name)
        return Tally(what, count, [Wrong(kind, text) for kind, text in wrong])

    def caught(self, name: str | None) -> tuple[str, str]:
        """Return what `sabotage.caught` returns."""
        what, text = self._ask("caught", name)
        return what, text

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, kind: str, name: str | None) -> list[Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([kind, name]), file=self._process.stdin, flush=True)
        answer: list[Any]
        answer, problem = json.loads(self._process.stdout.readline())
        if problem:
            raise AssertionError(problem)
        return answer


def serve() -> None:
    """Run what each line of standard input asks for, and write what comes of it as a line."""
    runs: list[points.Recorded] = []
    for line in sys.stdin:
        kind, name = json.loads(line)
        answer: list[Any] = []
        problem = ""
        try:
            if kind == "caught":
                answer = [*sabotage.caught(name)]
            else:
                runs = runs or points.recorded(*IN_SHORT)
                tally = CHECKS[name](runs)
                answer = [tally.what, tally.count, [(wrong.kind, wrong.text) for wrong in tally.wrong]]
        except Exception:
            problem = traceback.format_exc()
        print(json.dumps([answer, problem]), flush=True)


if __name__ == "__main__":
    serve()
