"""Text from people: steering characters go, newlines are one, names are compared in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.text import clean_line, clean_text, fold_accents, fold_name, spellings, words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab and newline"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="carriage returns"),
        pytest.param("a\vb\fc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf", id="other ends of lines"),
        pytest.param("a\x1cb\x1db\x1ec", "a\nb\nb\nc", id="separators"),
        pytest.param("\x1b[31mred\x07", "[31mred", id="escape sequence"),
        pytest.param("\x00a\x7fb\x9bc", "abc", id="controls"),
        pytest.param("\u202eevil\u2066 \u200fx\ufeff", "evil x", id="directions"),
        pytest.param("a\ud800b\udfffc\uffff", "abc", id="half characters"),
        pytest.param("[/x] [bold]", "[/x] [bold]", id="markup is text"),
        pytest.param("Jose\u0301 👩\u200d💻 李", "Jose\u0301 👩\u200d💻 李", id="accents, joined emoji"),
        pytest.param("  two  blanks ", "  two  blanks ", id="blanks stay"),
    ],
)
def test_what_steers_a_terminal_goes(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  a \t b\n\nc ", "a b c"), ("a\r\nb", "a b"), ("a\u00a0\u3000b", "a b"), ("\x1b\n", ""), ("", "")],
)
def test_a_cleaned_line_has_no_line_breaks(text: str, expected: str) -> None:
    assert clean_line(text) == expected


@pytest.mark.parametrize(
    ("name", "spelling", "same"),
    [
        ("Dana Reyes", " dana   REYES\t", True),
        ("José", "Jose\u0301", True),
        ("JOSÉ", "jose\u0301", True),
        ("Straße", "STRASSE", True),
        ("José", "Jose", False),
        ("Dana Reyes", "DanaReyes", False),
        ("Dana", "Dana R", False),
        ("O’Neill", "O'Neill", False),
    ],
)
def test_names_that_differ_in_spelling_alone_are_the_same(name: str, spelling: str, same: bool) -> None:
    assert (fold_name(name) == fold_name(spelling)) == same


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)
    assert once.encode() is not None
    assert not {"\x1b", "\r", "\u202e", "\x9b"}.intersection(once)


@given(st.text())
def test_folding_twice_changes_nothing_more_in_case_and_blanks(name: str) -> None:
    assert fold_name(f"  {name}\n") == fold_name(name)


def test_accents_of_alphabets_fold_and_marks_of_other_scripts_stay() -> None:
    assert fold_accents("  Société\u00a0GÉNÉRALE ") == "societe generale"
    assert fold_accents("が") != fold_accents("か")
    assert fold_accents("Łódź Søren Straße") == "lodz soren strasse"


def test_a_text_may_be_typed_without_accents_or_with_its_umlauts_written_out() -> None:
    assert spellings("Jörg  Müller") == ("jorg muller", "joerg mueller")
    assert spellings("José") == ("jose",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phone_screen – Éva's 2nd!", {"phone", "screen", "eva", "s", "2nd"}),
        ("", set()),
        ("– _ !", set()),
    ],
)
def test_the_words_of_a_text_are_folded_and_without_marks(text: str, expected: set[str]) -> None:
    assert words_in(text) == expected
