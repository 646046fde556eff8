"""Encoders gone wrong: what they would write must not reach the file."""

import sys
import time
from collections.abc import Callable
from typing import Any

from followup_tui.storage.toml import writer
from tests.faults.forks import forked
from tests.faults.points import place
from tests.faults.scenarios import SCENARIOS
from tests.faults.table import Tally, Wrong
from tests.faults.trees import judge, tree

NAME = "interview_text"
"""The function that turns an interview into text."""
WRONG: dict[str, Callable[[str], str]] = {
    "drops a line": lambda text: text.replace("new line 7 of", ""),
    "changes a letter": lambda text: text.replace("Dana Reyes", "Dana Reyer"),
    "adds a key": lambda text: text.replace("company =", "more = 1\ncompany ="),
    "drops the company": lambda text: text.replace('company = "Acme"', ""),
    "writes no TOML": lambda text: text.replace('"""', '"'),
    "writes another day": lambda text: text.replace("2026-11-23", "2026-11-24"),
}


def wrong_encoders() -> Tally:
    """Save with each of them: all must be refused, with the old file whole."""
    start = time.perf_counter()
    tally = Tally("encoders gone wrong")
    scenario = next(scenario for scenario in SCENARIOS if scenario.name == "save over")
    right = getattr(writer, NAME)
    for name, change in WRONG.items():
        with place() as here:
            scenario.lay_out(here)
            before = tree(here.root)

            def wrong(*arguments: Any, change: Callable[[str], str] = change) -> str:
                return change(right(*arguments))

            def work(wrong: Callable[..., str] = wrong) -> str:
                attempt = scenario.act(here)
                for module in list(sys.modules.values()):
                    if module.__name__.startswith("followup_tui") and vars(module).get(NAME) is right:
                        vars(module)[NAME] = wrong
                return attempt.failure()

            failure = forked(work).result
            now = {path: content for path, content in tree(here.root).items() if path in before}
            tally.add(Wrong("corrupt", f"{name}: {fault.text}") for fault in judge(now, before, before, True))
            if not failure:
                tally.add([Wrong("lost", f"{name}: the save was acknowledged")], 0)
    tally.seconds = time.perf_counter() - start
    return tally
