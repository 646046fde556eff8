"""Settings as changes."""

import pytest

from followup_tui.core.changes.settings import SetSignature
from followup_tui.core.letters.signature import signature
from tests.core.changes.examples import LOGBOOK


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Sam Keller", "Sam Keller"),
        (" Sam\tKeller \r\n+49 170\x1b 00\n", "Sam\tKeller \n+49 170 00"),
        (" ", ""),
    ],
)
def test_a_signature_is_stored_clean(text: str, stored: str) -> None:
    after = SetSignature(text).apply(LOGBOOK)
    assert after.signature == stored
    assert SetSignature(text).apply(after) is after


def test_the_signature_goes_before_the_name_under_the_last_letter() -> None:
    assert signature(SetSignature("Sam Keller").apply(LOGBOOK)) == "Sam Keller"
