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


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a pleasure to meet Torvald and you.",
        "It was great to meet you and Dr. de Boer.",
        "I enjoyed meeting you and everyone in the yard.",
        "It was lovely to meet Bertha at last.",
        "At the meeting Oscar came to mind, my dog.",
        "Nice to meet You.",
        "It was a pleasure meeting Sales and Finance.",
    ],
)
def test_whoever_is_noted_may_have_been_met(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I particularly enjoyed meeting Oscar and Torvald.",
        "It was great to meet you and Oscar.",
        "It was a pleasure to meet Oscar.",
    ],
)
def test_somebody_met_who_is_in_no_notes_is_pointed_out(sentence: str) -> None:
    assert findings_in(sentence) == ["name from elsewhere: Oscar"]
