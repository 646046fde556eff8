"""The short form of the runs that `python -m tests.faults` makes long."""

import random

from followup_tui.core.model import Logbook
from tests.faults.merging import Counts, Writer, merge_cases, replica_runs, tokens


def test_two_sides_become_one_whichever_comes_first_and_nothing_is_lost() -> None:
    assert merge_cases(400) == Counts(400, 0, 0)


def test_three_machines_become_one_and_nothing_is_lost() -> None:
    assert replica_runs(150) == Counts(150, 0, 0)


def test_the_same_seed_makes_the_same_changes() -> None:
    def written(seed: int) -> Logbook:
        writer = Writer(random.Random(seed))
        logbook = writer.logbook()
        for _ in range(20):
            logbook = writer.change(logbook)
        return logbook

    assert written(1) == written(1)
    assert written(1) != written(2)
    assert len(tokens(written(1))) > 5
