"""Git's conflict markers as two texts."""

import pytest

from followup_tui.core.merge.git_markers import split_conflict_markers

TWO = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\nmore\n>>>>>>> other branch\nb\n"
THREE = "a\n<<<<<<< ours\nx\n||||||| 1234abc\nold\n=======\n>>>>>>> theirs\nb\n"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (TWO, ("a\nours\nb\n", "a\ntheirs\nmore\nb\n", None)),
        (THREE, ("a\nx\nb\n", "a\nb\n", "a\nold\nb\n")),
        (THREE + THREE, ("a\nx\nb\n" * 2, "a\nb\n" * 2, "a\nold\nb\n" * 2)),
        (THREE + TWO, ("a\nx\nb\na\nours\nb\n", "a\nb\na\ntheirs\nmore\nb\n", None)),
        (TWO.replace("\n", "\r\n"), ("a\r\nours\r\nb\r\n", "a\r\ntheirs\r\nmore\r\nb\r\n", None)),
        (TWO.removesuffix("\nb\n"), ("a\nours\n", "a\ntheirs\nmore\n", None)),
        ("=======\n" + TWO, ("=======\na\nours\nb\n", "=======\na\ntheirs\nmore\nb\n", None)),
        ("<<<<<<<\n=======\n>>>>>>>", ("", "", None)),
    ],
)
def test_a_text_with_markers_is_split_into_its_sides(text: str, sides: tuple[str, str, str | None]) -> None:
    assert split_conflict_markers(text) == sides


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\nb\n",
        "=======\n",
        ">>>>>>> x\n",
        "<<<<<<<< eight\n=======\n>>>>>>> x\n",
        "<<<<<<< a\nx\n",
        "<<<<<<< a\nx\n=======\ny\n",
        "<<<<<<< a\nx\n>>>>>>> b\n",
        "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n",
        TWO + "<<<<<<< again\n",
    ],
)
def test_a_text_without_markers_that_match_up_is_not_split(text: str) -> None:
    assert split_conflict_markers(text) is None
