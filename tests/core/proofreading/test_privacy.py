"""What is noted for the user alone: concerns, unless they are met, and figures about pay."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import Kind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview

HERE = interview(
    notes="@ Dana Reyes\n! little experience with SAP\n$ told Luis 70k, they pay 65,000 to 72,000\n",
    company="Acme",
)


def private_in(sentence: str, kind: str = "follow-up") -> list[str]:
    body = f"Dear Dana,\n\n{sentence}\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate({"id": "d", "kind": kind, "person": "Dana Reyes", "body": body})
    found = proofread(draft, HERE, Logbook(interview=(HERE,)), HERE.held_on)
    return [body[finding.start : finding.end] for finding in found if finding.kind is Kind.PRIVATE]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You were worried about my little experience with SAP.", ["little experience with SAP"]),
        ("I have little experience with SAP, but I am taking a course in it.", []),
        ("I'm aware that I have little experience with SAP. That is why I have enrolled in a class.", []),
        ("I hope that 70,000 is possible.", ["70,000"]),
        ("As I said, 70k is what I had in mind.", ["70k"]),
        ("You pay 72 000 at most.", []),
        ("I have read 70 pages.", []),
    ],
)
def test_what_is_private_is_found_unless_it_is_met(sentence: str, found: list[str]) -> None:
    assert private_in(sentence) == found


def test_a_letter_about_an_offer_may_name_the_pay() -> None:
    assert private_in("I accept your offer of 70,000.", "other") == []
