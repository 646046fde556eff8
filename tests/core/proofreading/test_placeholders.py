"""Placeholders as people leave them, and text that only looks like one."""

import pytest

from tests.core.proofreading.cases import findings_in, greeted


@pytest.mark.parametrize(
    "sentence",
    [
        "The cranes [1] stand idle.",
        "I would do it 24/7.",
        'My notes say "(crane 4)".',
        'I like the sign "«Bertha»" on the door.',
        "We had (and have) a choice.",
        "I work 50/50 with my wife.",
        "I can name two examples (cranes and tide).",
        "Please call me (+46 70 000).",
        "I agree with Mr. and Ms. Stone.",
        "He/she who plans must walk.",
        "Undefined behaviour is my hobby, null pointers are not.",
        "I know ABC News.",
        "The company name stays in my mind.",
        "Your name came up.",
        "Is the role (full time) still open?",
        "I will send it to the address (see below).",
        "Include me in the list (no hurry).",
        "I understand that the day is TBD.",
        "I see that the berth is still TBC.",
        "The day is to be decided (TBD), as you said.",
    ],
)
def test_what_only_looks_like_a_placeholder_is_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I enjoyed learning about (company name).", "(company name)"),
        ("I am interested in the (position).", "(position)"),
        ("You told me of (insert example).", "(insert example)"),
        ("Best wishes to all.\n[your name", "[your name"),
        ("I would love to work at Company XYZ.", "Company XYZ"),
        ("I would love to work at ABC Corp.", "ABC Corp"),
        ("I liked COMPANY NAME a lot.", "COMPANY NAME"),
        ("I liked <Name>.", "<Name>"),
        ("I liked [INSERT DETAIL].", "[INSERT DETAIL]"),
        ("I liked {{company}}.", "{{company}}"),
        ("Thank you $name for today.", "$name"),
        ("I liked XXX.", "XXX"),
        ("I liked #NAME?", "#NAME?"),
        ("I will come on TBD.", "TBD"),
        ("Our call (TBC) is one I look forward to.", "TBC"),
        ("I can start on TBA, as you said.", "TBA"),
        ("I will see you at tbd.", "tbd"),
    ],
)
def test_a_placeholder_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["placeholder: " + at]


@pytest.mark.parametrize(
    ("greeting", "at"),
    [
        ("Hi ,", "Hi ,"),
        ("Dear Mr. ,", "Dear Mr. ,"),
        ("Dear «Vorname»,", "«Vorname»"),
        ("Dear Ms. «LastName»,", "«LastName»"),
        ("Dear Mr/Ms Stone,", "Mr/Ms"),
        ("Dear Mr./Mrs. Stone,", "Mr./Mrs."),
        ("Dear undefined,", "undefined"),
    ],
)
def test_a_greeting_that_was_not_filled_in_is_found(greeting: str, at: str) -> None:
    assert greeted(greeting, "Rebecca Stone") == ["placeholder: " + at]
