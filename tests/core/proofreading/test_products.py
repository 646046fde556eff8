"""Products that the notes on another company name."""

import pytest

from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import interview

HERE = interview(notes="@ Dana Reyes\nproduct is called Tidemark", company="Acme")


def found_in(body: str, notes: str, company: str = "Borealis") -> list[str]:
    other = interview(id="other", company=company, notes=notes)
    draft = Draft.model_validate({"id": "d", "kind": "other", "person": "Dana Reyes", "body": body})
    found = proofread(draft, HERE, Logbook(interview=(HERE, other)), HERE.held_on)
    return [f"{finding.kind}: {body[finding.start : finding.end]}" for finding in found]


LETTER = "Dear Dana,\n\nI liked how Safeharbour grew out of a spreadsheet.\n"


@pytest.mark.parametrize(
    "notes",
    ["product is called Safeharbour", "their platform Safeharbour is old", "= the new app: Safeharbour"],
)
def test_the_product_of_another_company_is_found(notes: str) -> None:
    assert found_in(LETTER, notes) == ["name from elsewhere: Safeharbour"]


def test_the_product_of_this_company_and_plain_words_of_other_notes_are_silent() -> None:
    assert found_in(LETTER.replace("Safeharbour", "Tidemark"), "product is called Tidemark") == []
    assert found_in(LETTER, "they moved from Safeharbour to the river") == []
    assert found_in(LETTER, "product is called Safeharbour", company="ACME Inc.") == []


@pytest.mark.parametrize("notes", ["the product: Looking for a market", "their app: Looking good"])
def test_a_word_that_begins_a_sentence_is_no_product(notes: str) -> None:
    assert found_in("Dear Dana,\n\nLooking forward to hearing from you.\n", notes) == []
