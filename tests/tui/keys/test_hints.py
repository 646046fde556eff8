"""Key hints: footers of panes and frames of dialogs."""

import pytest

from followup_tui.tui.keys.hints import Hint, KeyHint, always_footer, footer, in_words, pane_footer
from followup_tui.tui.keys.keymap import Keymap

DEFAULT = Keymap()


@pytest.mark.parametrize(
    ("pane", "expected"),
    [
        ("empty", "a add an interview"),
        ("writing", "esc done · @ > + = ! ~ ? $ signs · F2 note"),
        (
            "interviews",
            "enter open · a add · n note · r recall · e edit · / find · D delete · u undo · 1-4 panes",
        ),
        (
            "steps",
            "space tick · n note · a add · w write · c contact · r recall · d date · / find · u undo "
            "· s skip · 1-4 panes",
        ),
        (
            "conflict",
            "space take it · s leave it · n note · a add · w write · c contact · r recall · d date · / find "
            "· u undo · 1-4 panes",
        ),
        ("notes", "enter write · n note · a add · d date · r recall · / find · u undo · 1-4 panes"),
        ("timeline", "← → day · t today · d date · A all · c contact · n note · 1-4 panes"),
    ],
)
def test_a_pane_names_its_most_important_keys_first(pane: str, expected: str) -> None:
    assert in_words(pane_footer(pane, is_single=False, keymap=DEFAULT)) == expected


@pytest.mark.parametrize(
    ("name", "typing", "expected"),
    [
        ("always", False, "? help · ctrl+p palette · q quit"),
        ("always-writing", True, "F1 help · ctrl+q quit"),
        ("overview", False, "← → day · ↑ ↓ interview · t today · enter open"),
        ("always-overview", False, "? help · esc back"),
        (
            "letter",
            True,
            "ctrl+g hand over · F5 sent? · F3 notes · F2 next person · F4 editor · ctrl+t signature",
        ),
        ("always-letter", True, "F1 help · esc leave"),
        ("finding", True, "ctrl+n next · ctrl+r fix · ctrl+o keep as is"),
    ],
)
def test_a_footer_names_its_keys_by_rank(name: str, typing: bool, expected: str) -> None:
    assert in_words(footer(name, DEFAULT, typing)) == expected


def test_where_a_single_pane_has_the_whole_screen_the_others_come_second() -> None:
    hints = pane_footer("timeline", is_single=True, keymap=DEFAULT)
    assert in_words(hints).startswith("← → day · 1-4 panes · t today")


def test_where_a_single_pane_has_the_whole_screen_writing_comes_third_and_all_fits_60_columns() -> None:
    hints = pane_footer("steps", is_single=True, keymap=DEFAULT)
    assert in_words(hints).startswith("space tick · 1-4 panes · w write · n note · ")
    always = always_footer(is_single=True, is_writing=False, keymap=DEFAULT)
    assert in_words(always) == "? help · q quit"
    assert sum(hint.width for hint in (*hints[:4], *always)) <= 60 - 2


def test_new_users_read_more_about_the_first_key() -> None:
    hints = pane_footer("steps", is_single=False, keymap=DEFAULT, is_new=True)
    assert in_words(hints).startswith("space tick what is done · n note")


def test_hints_name_remapped_keys() -> None:
    keymap = Keymap({"pane.notes": "N", "app.back": "B", "form.save": "f9"})
    assert in_words(pane_footer("timeline", is_single=False, keymap=keymap)).endswith("1 2 N 4 panes")
    assert "done" in in_words(footer("writing", DEFAULT, typing=True))
    assert "done" not in in_words(footer("writing", keymap, typing=True))
    assert Hint("form.save", key="ctrl+s").resolve(keymap) == KeyHint("F9", "save", ("f9",))
    assert Hint("form.save", key="ctrl+s").resolve(DEFAULT) == KeyHint("ctrl+s", "save", ("ctrl+s",))
    assert Hint("list.up list.down", "choose").resolve(DEFAULT) == KeyHint("↑ ↓", "choose", ("up", "down"))
