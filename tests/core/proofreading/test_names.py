"""Misspelled names of people."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "The Stones played on the radio.",
        "We talked about Rebekka, my daughter.",
        "I met a Ruben and a Stein.",
        "The Dutch boat Elisabeth is old.",
        "My friend Antonia said so.",
        "I like Saltmarshes.",
        "The Garcias waved.",
        "Rebellion is not my style.",
        "Yamanote is a railway line in Tokyo.",
        "Shipping news: The Shipping Forecast is on.",
        "Toward the end I saw it.",
    ],
)
def test_a_word_that_is_only_like_a_name_is_silent(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I liked how Mr. Yamamato moved Bertha.", "Yamamato"),
        ("Please thank Anne Marie Duboiss.", "Duboiss"),
        ("I asked Torvaldt about the radio.", "Torvaldt"),
        ("Rebeccah, thank you for the tour.", "Rebeccah"),
    ],
)
def test_a_misspelled_name_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["near name: " + at]
