"""Lines of the notes put into a letter: as they are, or of a concern the answer."""

from pathlib import Path

import pytest

from followup_tui.tui.screens.letter.fact_insertion import parse_answer
from tests.tui.pilot import running
from tests.tui.screens.letter.letter_pilot import LETTERS, drafts, opened, text


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


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((), "{words}\n\nDana plays ice hockey\n\n"),
        (("ctrl+n",), "{words}\n\nDana plays ice hockey\n\n"),
        (("ctrl+end",), "{words}\n\nDana plays ice hockey\n\n"),
        (("ctrl+end", "up"), "{words}\n\nDana plays ice hockey\n\n"),
        (("ctrl+end", "up", "up"), "hearing from you.\nDana plays ice hockey\nKind regards,\n"),
    ],
    ids=["at the start", "at a finding about it all", "below the sign-off", "at it", "above it"],
)
async def test_a_line_goes_to_the_cursor_but_never_before_the_greeting_or_below_the_sign_off(
    path: Path, keys: tuple[str, ...], place: str
) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        for key in keys:
            if key == "ctrl+end":
                text(run).move_cursor(text(run).document.end)
            else:
                await run.press(key)
        await run.press("f3", "enter", "ctrl+s")
        (draft,) = drafts(run)
        assert draft["body"].startswith("Dear Dana,\n")
        assert place.format(words="I enjoyed our conversation.") in draft["body"]
