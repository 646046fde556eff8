"""Keyboard layouts of other scripts: which key a letter is on."""

import pytest

from followup_tui.tui.keys.keymap import read_keys
from followup_tui.tui.keys.layouts import LATIN


@pytest.mark.parametrize(
    ("word", "keys"),
    [("йцукен", "qwerty"), ("ЙЦУКЕН", "QWERTY"), ("їі", "]s"), ("ςερτυ", "werty"), ("קראטו", "ertyu")],
)
def test_letters_are_on_their_keys(word: str, keys: str) -> None:
    assert "".join(LATIN[letter] for letter in word) == keys


def test_no_letter_is_latin_or_on_two_keys_by_its_case() -> None:
    assert not [letter for letter in LATIN if letter.isascii() or len(letter) != 1]
    for letter, key in LATIN.items():
        if letter.isupper():
            assert LATIN[letter.lower()] == key.lower()


def test_the_keys_of_the_file_may_be_written_with_these_letters() -> None:
    assert read_keys("ctrl+й") == ("ctrl+q", "")
    assert read_keys("ctrl+х")[0] == ""
    assert read_keys("й") == ("й", "")
