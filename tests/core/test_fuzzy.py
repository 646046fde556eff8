"""Finding by a few letters."""

import time

import pytest

from followup_tui.core.fuzzy import fuzzy_match


def marked(query: str, text: str) -> str | None:
    """`text` with what fits in brackets, letter by letter; None where it does not fit."""
    found = fuzzy_match(query, text)
    if found is None:
        return None
    return "".join(
        f"[{character}]" if n in found.indexes else character for n, character in enumerate(text)
    ).replace("][", "")


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("acme", "Acme Robotics", "[Acme] Robotics"),
        ("rob ac", "Acme Robotics", "[Ac]me [Rob]otics"),
        ("bot", "Acme Robotics", "Acme Ro[bot]ics"),
        ("acr", "Acme Robotics", "[Ac]me [R]obotics"),
        ("ar", "Acme Robotics", "[A]cme [R]obotics"),
        ("me", "The home, me", "The home, [me]"),
        ("zz", "Acme Robotics", None),
        ("", "Acme", None),
        ("  ", "Acme", None),
        ("[/", "a [/] b", "a [[/]] b"),
        ("é", "Café", "Caf[é]"),
        ("bot", "İİ Robot", "İİ Ro[bot]"),
        ("jorg", "Jörg Müller-Lüdenscheidt", "[Jörg] Müller-Lüdenscheidt"),
        ("muller", "Jörg Müller-Lüdenscheidt", "Jörg [Müller]-Lüdenscheidt"),
        ("jorg mueller", "Jörg Müller-Lüdenscheidt", "[Jörg] [Müller]-Lüdenscheidt"),
        ("Müller", "Jorg Mueller", "Jorg [Mueller]"),
        ("jorg", "Jo\u0308rg", "[Jo\u0308rg]"),
        ("joerg", "Jo\u0308rg X", "[Jo\u0308rg] X"),
        ("strasse", "Große Straße 3", "Große [Straße] 3"),
        ("lodz", "Firma Łódź", "Firma [Łódź]"),
        ("soren", "Søren", "[Søren]"),
        ("soeren", "Søren", "[Søren]"),
        ("jmu", "Jörg Müller", "[J]örg [Mü]ller"),
        ("か", "が", None),
    ],
)
def test_words_anywhere_or_letters_in_their_order(query: str, text: str, expected: str | None) -> None:
    assert marked(query, text) == expected


def test_what_begins_with_the_query_comes_first() -> None:
    texts = ["a b c acme", "Acme", "big acme", "macmen", "a-c-m-e"]
    scores = [found.score if (found := fuzzy_match("acme", text)) else 0 for text in texts]
    assert max(scores) == scores[1]
    assert scores[2] > scores[3] > scores[4] > 0


@pytest.mark.parametrize(
    ("query", "best", "other"),
    [
        ("dan", "Dan Ames", "Dana Reyes"),
        ("dana 5", "Dana Reyes 5", "Dana Reyes 50"),
        ("reyes", "Al Reyes", "Al Reyesson"),
    ],
)
def test_a_whole_word_comes_before_the_beginning_of_one(query: str, best: str, other: str) -> None:
    whole, part = fuzzy_match(query, best), fuzzy_match(query, other)
    assert whole is not None
    assert part is not None
    assert whole.score > part.score > 0.8


def test_ten_thousand_letters_take_no_time() -> None:
    text = "ea" * 5_000
    start = time.process_time()
    assert fuzzy_match("aeaeaeaeaeae" + "e" * 50 + "x", text) is None
    assert fuzzy_match("aeaeaeaeaeae" + "e" * 50, text) is not None
    assert time.process_time() - start < 1.0


def test_a_letter_of_a_query_searches_three_thousand_rows_with_accents_in_no_time() -> None:
    rows = [f"Jörg Müller {n}, Abteilungsleiter · Borealis {n} · Straße" for n in range(3_000)]
    start = time.process_time()
    assert all(fuzzy_match("jor mue", row) for row in rows)
    assert time.process_time() - start < 3.0
