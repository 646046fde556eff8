"""Figures of pay, which block a letter that thanks or asks."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview

FIRST = interview(
    "2026-11-09T14:00+01:00", "@ Dana Reyes\n$ told Luis 70k, they pay 65,000 to 72,000\n", id="first"
)
HERE = interview(notes="@ Dana Reyes\n! little experience with SAP\n", round=2)


def found_in(sentence: str, kind: str = "follow-up", letter: str = "") -> list[str]:
    """Return the figures found in a letter after the second round; pay was noted in the first."""
    body = f"Dear Dana,\n\n{sentence}\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate(
        {"id": "d", "kind": kind, "letter": letter, "person": "Dana Reyes", "body": body}
    )
    found = proofread(draft, HERE, Logbook(interview=(FIRST, HERE)), HERE.held_on)
    pay = [finding for finding in found if finding.kind in (FindingKind.PAY, FindingKind.OTHER_FIGURE)]
    assert all(finding.is_blocking == (finding.kind is FindingKind.PAY) for finding in pay)
    return [body[finding.start : finding.end] for finding in pay]


@pytest.mark.parametrize("kind", ["follow-up", "thank-you"])
@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("I hope that 70,000 is possible.", ["70,000"]),
        ("As I said, 70k is what I had in mind.", ["70k"]),
        ("You pay 72 000 at most.", ["72 000"]),
        ("Another company pays 85,000.", ["85,000"]),
        ("My salary now is €54,500 a year.", ["€54,500"]),
        ("I would expect a compensation of 120k to 130k.", ["120k to 130k"]),
        ("My rate is $90 per hour.", ["$90 per hour"]),
        ("I have read 70 pages.", []),
        ("The plant makes 40,000 bottles a day. I was paid to count them.", []),
        ("You have served 12k guests since 2019.", []),
        ("A repair of $5,000 would save the crane.", []),
        ("We met in 2026 in room 1204.", []),
    ],
)
def test_a_figure_of_pay_blocks_a_letter_that_thanks_or_asks(
    kind: str, sentence: str, found: list[str]
) -> None:
    assert found_in(sentence, kind) == found


@pytest.mark.parametrize("letter", ["accept", "decline", "ask for time"])
def test_an_answer_to_an_offer_may_name_the_pay_on_record_and_no_other(letter: str) -> None:
    assert found_in("Thank you for your offer of 70,000.", "other", letter) == []
    assert found_in("Thank you for your offer of €68,000 a year.", "other", letter) == []
    assert found_in("Thank you for your offer of 90,000.", "other", letter) == ["90,000"]
    assert found_in("Thank you for your offer of $40 per hour.", "other", letter) == []


def test_a_plain_letter_may_name_any_figure() -> None:
    assert found_in("I accept your offer of 70,000.", "other") == []
    assert found_in("My salary is 90,000.", "other") == []
