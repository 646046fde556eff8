"""Keys and tables that look like a mistake are reported; others are the user's own."""

import pytest

from followup_tui.storage.toml.typos import find_typos, misplaced_tables
from tests.decoding import decode

ACME = '[[interview]]\nid = "a"\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("[rules]\nfolow_up_limit = 3\n", ["rules: “folow_up_limit”"]),
        ("helt_at = 1\n", ["“helt_at”", "did you mean “held_at”?"]),
        ("[mine]\nanything = 1\n", []),
        ("[keys]\nnote_opn = 'N'\n", []),
        ("[rules]\nmy_own = 3\n", []),
    ],
)
def test_a_key_like_a_known_key_is_reported(text: str, words: list[str]) -> None:
    found = find_typos(decode((ACME + text).encode()))
    assert bool(found) == bool(words)
    assert all(word in " ".join(found) for word in words)


def test_the_record_of_a_misspelled_key_is_named() -> None:
    text = ACME + "helt_at = 1\n[interview.ticks]\nthak = 2026-11-23\n"
    assert find_typos(decode(text.encode())) == (
        "interview 1: “helt_at” is not known, and left as it is; did you mean “held_at”?",
        "interview 1: ticks: “thak” is not known, and left as it is; did you mean “thank”?",
    )


@pytest.mark.parametrize(
    ("table", "advice"),
    [
        ("[[interviews]]", "[[interviews]] is not known, and not used; write [[interview]]"),
        ("[[Interview]]", "[[Interview]] is not known, and not used; write [[interview]]"),
        (
            "[[contact]]",
            "[[contact]] is not used here; it belongs under its interview, as [[interview.contact]]",
        ),
        (
            "[[drafts]]",
            "[[drafts]] is not used here; it belongs under its interview, as [[interview.draft]]",
        ),
        ("[ticks]", "[ticks] is not used here; it belongs under its interview, as [interview.ticks]"),
        ("[rule]", "[rule] is not known, and not used; write [rules]"),
        (
            "[[interview.contacts]]",
            "[[interview.contacts]] is not known, and not used; write [[interview.contact]]",
        ),
        ("[interview.tick]", "[interview.tick] is not known, and not used; write [interview.ticks]"),
        ("[Look]", "[Look] is not known, and not used; write [look]"),
        ("[looks]", "[looks] is not known, and not used; write [look]"),
        ("[key]", "[key] is not known, and not used; write [keys]"),
        ("[template]", "[template] is not known, and not used; write [templates]"),
    ],
)
def test_a_table_in_the_wrong_place_is_reported_with_the_right_place(table: str, advice: str) -> None:
    text = f"{ACME}\n{table}\nx = 1\n"
    (problem,) = misplaced_tables(decode(text.encode()), text)
    assert (problem.line, problem.text) == (6, advice)


@pytest.mark.parametrize("table", ["[mine]", "[interview.mine]", "[[applications]]", "[notes]", "[x.rules]"])
def test_tables_of_the_users_own_are_not_reported(table: str) -> None:
    text = f"{ACME}\n{table}\nx = 1\n"
    assert misplaced_tables(decode(text.encode()), text) == ()
