"""Encoders gone wrong: what they would write must not reach the file."""

import sys
import time
from collections.abc import Callable

from followup_tui.core.model import Logbook
from followup_tui.storage import layout
from tests.faults.forks import forked
from tests.faults.points import place
from tests.faults.scenarios import SCENARIOS
from tests.faults.table import Tally, Wrong
from tests.faults.trees import judge, tree

_encode = layout.encode

WRONG: dict[str, Callable[[Logbook], str]] = {
    "one that drops all interviews": lambda logbook: _encode(logbook.but(interviews=())),
    "one that drops a line": lambda logbook: _encode(logbook).replace("new line 7 of", ""),
    "one that writes no TOML": lambda logbook: _encode(logbook).replace('"""', '"'),
    "one that drops the end": lambda logbook: _encode(logbook)[:-20],
}


def wrong_encoders() -> Tally:
    """Saves with each of them: all must be refused, with the old file whole."""
    start = time.perf_counter()
    tally = Tally("encoders gone wrong")
    scenario = next(one for one in SCENARIOS if one.name == "save over")
    for name, wrong in WRONG.items():
        with place() as here:
            scenario.lay_out(here)
            before = tree(here.root)

            def work(wrong: Callable[[Logbook], str] = wrong) -> str:
                deed = scenario.act(here)
                for module in list(sys.modules.values()):
                    if module.__name__.startswith("followup_tui") and vars(module).get("encode") is _encode:
                        vars(module)["encode"] = wrong
                return deed.told()

            told = forked(work).said
            now = {path: content for path, content in tree(here.root).items() if path in before}
            tally.add(Wrong("corrupt", f"{name}: {one.text}") for one in judge(now, before, before, True))
            if not told:
                tally.add([Wrong("lost", f"{name}: the save was acknowledged")], 0)
    tally.seconds = time.perf_counter() - start
    return tally
