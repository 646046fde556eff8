"""Notes merged by line: what each rule does, and that no order of the sides changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.merge.marked_blocks import CLOSE, OPEN, OR
from followup_tui.core.merge.notes import merge_notes
from followup_tui.core.notes.facts import parse_facts
from tests.core.builders import day


def block(*versions: str) -> str:
    return f"{OPEN}\n" + f"\n{OR}\n".join(versions) + f"\n{CLOSE}"


TABLE = [
    # what it is about, base, one, other, merged; "|" stands for a newline
    ("one side alone", "a|b", "a|b", "a|c", "a|c"),
    ("one side alone, of three lines the middle", "a|b|c", "a|B|c", "a|b|c", "a|B|c"),
    ("two places", "a|b|c", "A|b|c", "a|b|C", "A|b|C"),
    ("two lines side by side", "a|b", "A|b", "a|B", "A|B"),
    ("the same change", "a|b", "a|B", "a|B", "a|B"),
    ("both append", "a|", "a|x|", "a|y|", "a|x|y|"),
    ("both append the same, one more", "a|", "a|x|", "a|x|y|", "a|x|y|"),
    ("both write the first line", "", "x", "y", "x|y"),
    ("both insert in the middle", "a|b", "a|x|b", "a|y|b", "a|x|y|b"),
    ("one takes a line out", "a|b|c", "a|c", "a|b|c|d", "a|c|d"),
    ("both take the same line out", "a|b|c", "a|c", "a|c|d", "a|c|d"),
    ("an edit wins over a deletion", "a|b|c", "a|c", "a|B|c", "a|B|c"),
    ("an edit within deleted lines", "a|b|c|d", "a", "a|b|C|d", "a|C"),
    ("an insertion within deleted lines", "a|b|c|d", "a|d", "a|b|x|c|d", "a|x|d"),
    ("an insertion beside a change", "a|b", "a|B", "a|b|x", "a|B|x"),
    ("the same insertion beside a change", "a|b", "a|B1|B2|x", "a|b|x", "a|B1|B2|x"),
    ("all deleted on both sides", "a|b", "", "", ""),
    ("all deleted against an edit", "a|b", "", "a|B", "B"),
    ("the newline at the end comes", "a", "a|", "b", "b|"),
    ("the newline at the end goes", "a|", "a", "b|", "b"),
    ("no base: one holds the other", None, "a|b|c", "a|c", "a|b|c"),
    ("no base: different lines", None, "a|@ Dana|c", "a|= 401k|c", "a|= 401k|@ Dana|c"),
    ("no base: nothing on one side", None, "", "a|b", "a|b"),
]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_lines_are_merged(base: str | None, ours: str, theirs: str, merged: str) -> None:
    def text(lines: str) -> str:
        return lines.replace("|", "\n")

    old = None if base is None else text(base)
    assert merge_notes(old, text(ours), text(theirs)) == (text(merged), False)
    assert merge_notes(old, text(theirs), text(ours)) == (text(merged), False)


def test_a_line_that_both_changed_is_kept_twice_and_marked_once() -> None:
    base, ours, theirs = "a\n> soon\nb\n", "a\n> by Friday\nb\n", "a\n> by Monday\nb\n"
    merged = "a\n" + block("> by Friday", "> by Monday") + "\nb\n"
    assert merge_notes(base, ours, theirs) == (merged, True)
    assert merge_notes(base, theirs, ours) == (merged, True)
    for old in (base, None):
        assert merge_notes(old, merged, ours) == (merged, False)
        assert merge_notes(old, theirs, merged) == (merged, False)


def test_a_third_version_joins_the_two() -> None:
    two = block("x", "y")
    assert merge_notes("a", two, "z") == (block("x", "y", "z"), True)
    assert merge_notes("a", block("y", "z"), two) == (block("x", "y", "z"), True)


def test_a_resolved_block_stays_resolved_unless_the_other_side_changed_it() -> None:
    marked = "a\n" + block("x", "y") + "\nb"
    assert merge_notes(marked, "a\nx\nb", marked + "\nc") == ("a\nx\nb\nc", False)
    assert merge_notes(marked, "a\nx\nb", "a\ny\nb") == ("a\n" + block("x", "y") + "\nb", True)


def test_marks_are_plain_lines_and_the_signs_between_them_count() -> None:
    text, _ = merge_notes("@ Dan", "@ Dana", "@ Daniel")
    facts = parse_facts(text, day("2026-11-23"))
    assert [person.name for person in facts.people] == ["Dana", "Daniel"]


def test_marks_that_do_not_fit_together_are_lines_like_others() -> None:
    base = f"{OPEN}\na\nb\n"
    assert merge_notes(base, base + "c\n", f"{OPEN}\nA\nb\n") == (f"{OPEN}\nA\nb\nc\n", False)
    assert merge_notes(f"a\n{CLOSE}\n{OR}", f"A\n{CLOSE}\n{OR}", f"a\n{CLOSE}") == (f"A\n{CLOSE}", False)


def test_without_a_base_similar_lines_are_versions_of_each_other() -> None:
    assert merge_notes(None, "@ Dana Reyes", "@ Dana Reyes, manager")[0] == block(
        "@ Dana Reyes", "@ Dana Reyes, manager"
    )


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ("~ Dana skis", "~ Dana skis  ", "~ Dana skis"),
        ("> by Friday", ">  by  Friday", "> by Friday"),
        ("! little Go", "!little Go", "!little Go"),
        ("! Dana's doubt - Go", "! Dana\u2019s doubt \u2013 Go", "! Dana's doubt - Go"),
        ("@ Dana\n  skis", "@ Dana\n  skis ", "@ Dana\n  skis"),
    ],
)
def test_lines_that_differ_in_blanks_and_marks_alone_are_one(first: str, second: str, merged: str) -> None:
    assert merge_notes(None, first, second) == merge_notes(None, second, first) == (merged, False)
    assert merge_notes("~ none", first, second) == (merged, False)


def test_the_spelling_that_one_side_changed_counts() -> None:
    assert merge_notes("a  b", "a  b\nc", "a b") == ("a b\nc", False)
    assert merge_notes("a b", "a b\nc", "a  b") == ("a  b\nc", False)


def test_an_indented_line_is_another_line() -> None:
    merged, is_marked = merge_notes(None, "skis", "  skis")
    assert is_marked
    assert "\n  skis\n" in merged


plain = st.sampled_from(("a", "b", "c", "> d", ""))
marked = st.sampled_from((block("a", "b"), block("a\nc", "b"), block("x", "y", "z")))
notes = st.lists(plain | marked, max_size=9).map("\n".join)
broken = st.lists(plain | st.sampled_from((OPEN, OR, CLOSE)), max_size=9).map("\n".join)


@given(st.none() | notes | broken, notes | broken, notes | broken)
def test_merging_any_notes_loses_no_line(base: str | None, ours: str, theirs: str) -> None:
    merged, _ = merge_notes(base, ours, theirs)
    assert merge_notes(base, theirs, ours)[0] == merged
    assert merge_notes(base, merged, merged)[0] == merged
    assert merge_notes(ours, ours, theirs)[0] == theirs
    there = set(merged.split("\n")) | {OPEN, OR, CLOSE, ""}
    old = set() if base is None else set(base.split("\n"))
    assert (set(ours.split("\n")) | set(theirs.split("\n"))) - old <= there


@given(notes, notes)
def test_without_a_base_merging_a_side_again_changes_nothing(ours: str, theirs: str) -> None:
    merged, _ = merge_notes(None, ours, theirs)
    assert merge_notes(None, merged, ours) == (merged, False)
    assert merge_notes(None, theirs, merged) == (merged, False)
