"""The short form of the runs that `python -m tests.faults` makes long."""

import random
from collections.abc import Callable

import pytest

from followup_tui.core.merge import notes as merge_lines
from followup_tui.core.merge.logbooks import Merged
from followup_tui.core.model.logbook import Logbook
from tests.faults import merging
from tests.faults.merging import Counts, merge_cases, replica_runs
from tests.faults.writer import Writer, tokens


def test_two_sides_merge_the_same_in_either_order_and_nothing_is_lost() -> None:
    assert merge_cases(400) == Counts(400, 0, 0)


def test_three_machines_come_to_the_same_logbook_and_nothing_is_lost() -> None:
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


def theirs_wins(_: Logbook | None, _ours: Logbook, theirs: Logbook) -> Merged:
    return Merged(theirs)


def larger_wins(_: Logbook | None, ours: Logbook, theirs: Logbook) -> Merged:
    return Merged(max(ours, theirs, key=lambda logbook: (len(tokens(logbook)), repr(logbook))))


@pytest.mark.parametrize("wrong", [theirs_wins, larger_wins])
def test_a_wrong_merge_is_found(
    monkeypatch: pytest.MonkeyPatch, wrong: Callable[[Logbook | None, Logbook, Logbook], Merged]
) -> None:
    monkeypatch.setattr(merging, "merge", wrong)
    assert merge_cases(50).lost > 0
    assert replica_runs(50).lost > 0


def test_a_version_that_is_dropped_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_lines, "_mark_versions", lambda ours, _: ours)
    assert merge_cases(50).lost > 0
    assert replica_runs(100).lost > 0
