"""Changes to which interviews are rounds of one position."""

import pytest

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.grouping import JoinPositions, RenamePosition, SeparateRound
from tests.core.builders import book, grouped, interview

FIRST = interview("2026-11-10T10:00", "@ Dana", id="a", role="Engineer")
SECOND = interview("2026-11-17T10:00", "@ Dana", id="b", role="Engineer", round=2)


def test_positions_are_joined_and_rounds_separated_by_hand() -> None:
    other = interview("2026-11-24T10:00", id="c", company="Acme Robotics")
    start = book(FIRST, SECOND, other)
    assert grouped(start) == ["ab", "c"]
    joined = JoinPositions(("a", "c")).apply(start)
    assert grouped(joined) == ["abc"]
    assert grouped(SeparateRound("c").apply(joined)) == ["ab", "c"]
    assert grouped(SeparateRound("b").apply(start)) == ["a", "b", "c"]
    alone = book(FIRST)
    assert SeparateRound("a").apply(alone) is alone


def test_all_rounds_are_renamed() -> None:
    after = RenamePosition("b", "Acme Ltd", "Lead").apply(book(FIRST, SECOND))
    assert [(each.company, each.role) for each in after.interviews] == [("Acme Ltd", "Lead")] * 2


@pytest.mark.parametrize(
    "change", [JoinPositions(("gone",)), SeparateRound("gone"), RenamePosition("gone", "X", "")]
)
def test_a_change_to_an_interview_that_is_gone_changes_nothing(change: Change) -> None:
    start = book(FIRST)
    assert change.apply(start) is start
    assert change.title
