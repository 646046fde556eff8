"""What the same person has read before."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import contact, day, interview

NOTES = "@ Dana Reyes\n@ Luis Ortega\n~ Dana plays ice hockey\n~ Luis keeps bees\nthey use Postgres\n"
THANKS = "Dear Dana,\n\nYour hockey story was fun, and I looked up Postgres.\n\nBest,\nNora"
FIRST = interview(
    "2026-11-09T14:00+01:00",
    NOTES,
    [contact("thank-you", "2026-11-09", "Dana Reyes", THANKS)],
    id="first",
)
SECOND = interview(notes="@ Dana Reyes\n@ Luis Ortega\n", round=2)


def found_in(sentence: str, person: str = "Dana Reyes") -> list[str]:
    """Return what a follow-up after the second round repeats."""
    body = f"Dear {person},\n\n{sentence}\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate({"id": "d", "kind": "follow-up", "person": person, "body": body})
    found = proofread(draft, SECOND, Logbook(interview=(FIRST, SECOND)), day("2026-12-07"))
    return [
        f"{body[finding.start : finding.end]}: {finding.message}"
        for finding in found
        if finding.kind is FindingKind.REPEATS
    ]


def test_something_personal_that_went_to_the_same_person_is_pointed_out() -> None:
    assert found_in("How was the hockey?") == [
        "hockey: You wrote about “hockey” on Mon 9 Nov: bring up something else."
    ]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("How was the hockey?", "Luis Ortega"),
        ("I thought of your bees.", "Dana Reyes"),
        ("Postgres has a new version.", "Dana Reyes"),
        ("This role plays to my strengths, even on ice.", "Dana Reyes"),
    ],
)
def test_what_is_new_to_the_reader_is_silent(sentence: str, person: str) -> None:
    assert found_in(sentence, person) == []
