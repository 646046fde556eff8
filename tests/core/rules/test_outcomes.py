"""Outcomes: which of them end a position, and how that is said."""

import pytest

from followup_tui.core.rules.outcomes import closed_sentence, goes_on, is_closing


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        ("accepted", "Accepted. Congratulations!"),
        ("Rejected", "Closed: they chose someone else."),
        ("Moved abroad", "Closed: Moved abroad."),
    ],
)
def test_the_sentence_of_an_outcome_is_the_same_in_any_case(outcome: str, sentence: str) -> None:
    assert closed_sentence(outcome) == sentence


@pytest.mark.parametrize(
    ("outcome", "closes", "continues"),
    [
        ("", False, False),
        ("Rejected", True, False),
        ("they froze the role", True, False),
        (" Cancelled ", False, False),
        ("Went on to round 2", False, True),
    ],
)
def test_every_outcome_closes_but_those_that_go_on_and_cancelled(
    outcome: str, closes: bool, continues: bool
) -> None:
    assert (is_closing(outcome), goes_on(outcome)) == (closes, continues)
