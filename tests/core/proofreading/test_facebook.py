"""Facebook: never a way to connect, but it may be spoken of."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    "sentence",
    [
        "The team at Facebook solved this with a queue.",
        "You keep your rota on Facebook, I saw.",
        "Facebook was down that day.",
        "The photo on Facebook of your crane made the rounds.",
        "My brother works at Facebook.",
    ],
)
def test_facebook_may_be_mentioned(sentence: str) -> None:
    assert findings_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I tried to add you on Facebook.", "Facebook"),
        ("Are you on Facebook?", "Facebook"),
        ("Let's be friends on Facebook.", "Facebook"),
        ("Feel free to message me on Facebook.", "Facebook"),
        ("I sent you a friend request on Facebook.", "Facebook"),
        ("We could keep in touch through FB.", "FB"),
    ],
)
def test_facebook_as_a_way_to_connect_is_found(sentence: str, at: str) -> None:
    assert findings_in(sentence) == ["facebook: " + at]
