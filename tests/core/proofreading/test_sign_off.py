"""The end of a letter: whose name stands below it."""

import pytest

from followup_tui.core.proofreading.proofread import proofread
from tests.core.proofreading.cases import GOOD, draft_of, logbook


def _found(signed: str, signature: str) -> list[str]:
    """Return the findings in a right letter to Chloe that is signed so, by a user with that signature."""
    book = logbook("pager").but(signature=signature)
    interview = book.interviews[0]
    draft = draft_of(GOOD["ab-chloe"])
    draft = draft.but(body=draft.body.replace("Sam Whitlock", signed))
    return [
        f"{finding.kind}: {draft.body[finding.start : finding.end]} → {finding.fix}"
        for finding in proofread(draft, interview, book, interview.held_on)
    ]


@pytest.mark.parametrize(
    ("signed", "signature", "found"),
    [
        ("Chloe", "Sam Whitlock", ["other name: Chloe → Sam Whitlock"]),
        ("Chloe", "", ["unsigned: Chloe → None"]),
        ("Chloe", "Chloe Whitlock", []),
        ("Chloe", "Chloe", []),
        ("Chloe Dubois", "", ["other name: Chloe Dubois → None"]),
        ("Chloe Dubois", "Chloe Whitlock", ["other name: Chloe Dubois → Chloe Whitlock"]),
        ("Sam", "Sam Whitlock", []),
        ("Sam", "", []),
    ],
)
def test_the_readers_own_name_below_the_letter_is_found_unless_it_is_the_writers(
    signed: str, signature: str, found: list[str]
) -> None:
    assert _found(signed, signature) == found
