"""How long the check of a letter takes, in a logbook of one interview and of many."""

import time
from collections.abc import Callable

from followup_tui.core.model.logbook import Logbook
from followup_tui.core.proofreading.proofread import proofread
from tests.bench.measure import Figures
from tests.core.builders import HELD, day, interview
from tests.core.proofreading.cases import GOOD, draft_of, logbook

REPEATS = 30


def check(others: int) -> Callable[[], Figures]:
    """Return the milliseconds of processor time to check a usual letter among so many other interviews."""
    draft, own = draft_of(GOOD["dana"]), logbook("acme").interviews[0]
    more = [
        interview(company=f"Company {n}", id=str(n), held=HELD, notes=f"@ Ann Boyd\n@ Bo {n}\n> soon")
        for n in range(others)
    ]
    book = Logbook(interview=(own, *more))

    def measure() -> Figures:
        taken = []
        for _ in range(REPEATS):
            start = time.process_time()
            proofread(draft, own, book, day(HELD[:10]))
            taken.append((time.process_time() - start) * 1000)
        return Figures(tuple(taken))

    return measure
