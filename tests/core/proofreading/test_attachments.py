"""Attachments that a letter speaks of."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "I am attached to this place.",
        "Your message is in the enclosure of the cranes.",
        "The crane has a hook attached to it.",
        "I could attach them if you like?",
        "Enc. is what my uncle calls it.",
    ],
)
def test_whatever_else_is_attached_is_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("Attached please find my CV.", "Attached please"),
        ("You will find my CV attached.", "find my CV attached"),
        ("Please see attached CV.", "see attached"),
        ("My references are enclosed.", "are enclosed"),
        ("P.S. My CV is attached.", "is attached"),
        ("Please find enclosed my schedules.", "find enclosed"),
        ("I'm sending my CV as an attachment.", "as an attachment"),
    ],
)
def test_an_attachment_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["attachment: " + at]
