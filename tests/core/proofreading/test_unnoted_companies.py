"""Companies of no logbook: pointed out in the place of the employer, and nowhere else."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "I would love to join Saltmarsh Shipping.",
        "I would love to join Saltmarsh.",
        "I would love to join Rebecca for the night shift.",
        "My role at Rapid Foods taught me to wait.",
        "In my last position at Rapid Foods, I planned lorries.",
        "Before joining Rapid Foods I sailed.",
        "While I was at Rapid Foods I learnt to wait.",
        "I was offered a job at Rapid Foods.",
        "I decided not to join Rapid Foods.",
        "I read how Rapid Foods runs its trucks.",
        "The role at Head Office sounds fine, too.",
        "I would be happy to work for Torvald.",
        "The interview at Level 3 was fun.",
        "It is a pleasure to join Scrum meetings like yours.",
        "Nobody hires like you.",
        "I had a role at Rapid Foods that was similar.",
        "I know how hard it is that Rapid Foods hires all the crane drivers.",
        "Thank you for the visit at Quay West.",
        "I know that Google hires by puzzles.",
        "The role at the harbour is what I want.",
        "I look forward to joining on Monday.",
        "I would love to join Customer Success for a week.",
        "Thank you for the day at Werk 3.",
        "My time in the planner role at Rapid Foods taught me to wait.",
        "I would be proud to work for Germany.",
        "I enjoyed my visit at Potsdam.",
        "Thank you for the conversation at Starbucks.",
        "Our meeting at Alexanderplatz was fun.",
    ],
)
def test_other_places_and_employers_of_the_past_are_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I would love to join Rapid Foods.", "Rapid Foods"),
        ("I am very interested in joining Clearspring.", "Clearspring"),
        ("I am excited about the role at Rapid Foods.", "Rapid Foods"),
        ("The planner position with Clearspring is what I want.", "Clearspring"),
        ("I would be happy to work for Rapid Foods.", "Rapid Foods"),
        ("Thank you for the clear account of how Rapid Foods hires.", "Rapid Foods"),
        ("I felt that Rapid Foods hires with care.", "Rapid Foods"),
        ("Thank you for the afternoon at Clearspring.", "Clearspring"),
        ("Thank you for welcoming me to Rapid Foods.", "Rapid Foods"),
        ("My interview at Gooogle was fun.", "Gooogle"),
        ("I can see why everyone at Clearspring's yard is proud.", "Clearspring"),
    ],
)
def test_a_company_of_no_logbook_in_place_of_the_right_one_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["name from elsewhere: " + at]
