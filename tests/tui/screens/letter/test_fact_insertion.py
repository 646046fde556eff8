"""Lines of the notes put into a letter: as they are, or of a concern the answer."""

import pytest

from followup_tui.tui.screens.letter.fact_insertion import parse_answer


@pytest.mark.parametrize(
    ("text", "answer", "preview"),
    [
        ("", None, ""),
        ("  ", None, ""),
        ("a course", "a course", "→ A course."),
        (" I start a course!\n", "I start a course!", "→ I start a course!"),
    ],
)
def test_an_answer_is_shown_as_the_sentence_that_it_becomes(
    text: str, answer: str | None, preview: str
) -> None:
    assert parse_answer(text) == (answer, preview)
