"""Keys that look like a slip of the hand are told; others are nobody's business."""

import pytest

from followup_tui.storage.toml.reader import decode
from followup_tui.storage.toml.typos import find_typos

ONE = '[[interview]]\nid = "a"\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", []),
        ("[rules]\nfolow_up_limit = 3\n", ["rules: “folow_up_limit”"]),
        ("[[interviews]]\ncompany = 'B'\n", ["“interviews”", "did you mean “interview”?"]),
        ("[mine]\nanything = 1\n", []),
        ("[keys]\nnote_opn = 'N'\n", []),
        ("[rules]\nmy_own = 3\n", []),
    ],
)
def test_slips_in_tables(text: str, told: list[str]) -> None:
    found = find_typos(decode((ONE + text).encode()))
    assert bool(found) == bool(told)
    assert all(one in " ".join(found) for one in told)


def test_slips_in_records() -> None:
    text = ONE + "helt_at = 1\n[interview.ticks]\nthak = 2026-11-23\n"
    assert find_typos(decode(text.encode())) == (
        "interview 1: “helt_at” is not known, and kept; did you mean “held_at”?",
        "interview 1: ticks: “thak” is not known, and kept; did you mean “thank”?",
    )
