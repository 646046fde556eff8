"""Words that are typed in a hurry, and those that are left as they are."""

import pytest

from followup_tui.core.dates.spelling import correct


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("firday", "friday"), ("thrusday", "thursday"), ("wendesday", "wednesday"), ("tuesay", "tuesday")),
        *(("wednsday", "wednesday"), ("decmber", "december"), ("decemebr", "december")),
        *(("decemeber", "december"), ("febuary", "february"), ("tommorrow", "tomorrow")),
        *(("decison", "decision"), ("buisness", "business"), ("reponse", "response")),
        *(("dont", "don't"), ("havent", "haven't"), ("theyll", "they'll"), ("ive", "i've")),
    ],
)
def test_a_slip_of_the_fingers_is_corrected(typed: str, meant: str) -> None:
    assert correct(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        *(
            "frida",
            "fridays",
            "friday's",
            "sundry",
            "mundy",
            "manday",
            "sunny",
            "augusta",
            "septem",
            "decode",
            "its",
        ),
        *("ill", "well", "were", "shell", "id", "decisive", "octopus", "fray", "mayday", "f"),
    ],
)
def test_other_words_are_left_as_they_are(word: str) -> None:
    assert correct(word) == word
