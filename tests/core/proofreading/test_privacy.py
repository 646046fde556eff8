"""Concerns, which are noted for the user alone, unless they are met."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview

HERE = interview(
    notes="@ Dana Reyes\n! little experience with SAP\n",
    company="Acme",
)


def private_in(sentence: str) -> list[str]:
    body = f"Dear Dana,\n\n{sentence}\n\nBest,\nNora Quist\n"
    draft = Draft.model_validate({"id": "d", "kind": "follow-up", "person": "Dana Reyes", "body": body})
    found = proofread(draft, HERE, Logbook(interview=(HERE,)), HERE.held_on)
    return [body[finding.start : finding.end] for finding in found if finding.kind is FindingKind.PRIVATE]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You were worried about my little experience with SAP.", ["little experience with SAP"]),
        ("I have little experience with SAP, but I am taking a course in it.", []),
        ("I'm aware that I have little experience with SAP. That is why I have enrolled in a class.", []),
    ],
)
def test_what_is_private_is_found_unless_it_is_met(sentence: str, found: list[str]) -> None:
    assert private_in(sentence) == found
