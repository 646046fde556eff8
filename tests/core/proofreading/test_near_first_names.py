"""First names with one letter changed: pointed out in mid-sentence, where nobody else is meant."""

import pytest

from tests.core.proofreading.cases import findings_in


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("I liked how Eleni steers the pilot boat.", "Eleni"),
        ("The cranes that Takesha looks after stand idle.", "Takesha"),
        ("I keep thinking of the radio and of Torveld.", "Torveld"),
    ],
)
def test_a_first_name_with_one_letter_changed_is_pointed_out(sentence: str, at: str) -> None:
    assert findings_in(sentence)[0].endswith(f": {at}")


@pytest.mark.parametrize(
    "sentence",
    [
        "My friend Josa sails, too.",
        "I once had a boat called Elana.",
        "We talked about Elana, my daughter.",
        "Elana sails, too.",
        "I grew up in Jase.",
        "I read about Jost Amman at home.",
        "The JOSA format is old.",
    ],
)
def test_somebody_else_a_place_and_a_longer_name_are_silent(sentence: str) -> None:
    assert findings_in(sentence) == []
