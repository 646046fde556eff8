"""The signature: set once, stored in the file, below every new letter."""

from pathlib import Path

import pytest

from followup_tui.tui.screens.letter.signing import parse_signature
from tests.tui.pilot import running
from tests.tui.screens.letter.letter_pilot import LETTERS, PERSONAL, opened, text


@pytest.mark.parametrize(
    ("typed", "signature", "preview"),
    [
        ("", None, ""),
        ("  ", None, ""),
        (" Sam Keller ", "Sam Keller", "→ Sam Keller"),
        ("Sam Keller · +49 170 00", "Sam Keller\n+49 170 00", "→ Sam Keller / +49 170 00"),
    ],
)
def test_lines_of_a_signature_are_typed_with_a_dot_between(
    typed: str, signature: str | None, preview: str
) -> None:
    assert parse_signature(typed) == (signature, preview)


async def test_a_signature_is_set_once_and_ends_every_new_letter(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        assert text(run).text.endswith("Kind regards,\n")
        await run.press("ctrl+t")
        await run.type("Sam Keller")
        await run.press("enter")
        assert text(run).text.endswith("Kind regards,\nSam Keller")
        assert run.file()["signature"] == "Sam Keller"
        await run.press("f2")
        assert text(run).text.startswith("Dear Luis,")
        assert text(run).text.endswith("Kind regards,\nSam Keller\n")
        await run.press("ctrl+t")
        assert "Your signature" in run.shown()
        await run.press("escape", "escape", "u", "u")
        assert "signature" not in run.file()


async def test_a_signature_set_while_writing_leaves_the_cursor_where_it_was(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.press("ctrl+t")
        await run.type("Sam Keller")
        await run.press("enter")
        await run.type(PERSONAL)
        assert f"\n\n{PERSONAL}\n\n" in text(run).text
        assert text(run).text.endswith("Kind regards,\nSam Keller")


async def test_y_in_a_list_copies_the_letter_and_types_nothing(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        before = text(run).text
        await run.press("f3", "y")
        assert "Sent to the terminal’s clipboard" in run.notices()
        assert run.app.clipboard == before
        assert text(run).text == before


async def test_leaving_the_question_before_sending_by_a_letter_types_nothing(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        before = text(run).text
        await run.press("f5")
        assert "Did you send this to Dana Reyes by email? Yes keeps a copy." in run.shown()
        await run.press("x", "n")
        assert run.app.screen.focused is text(run)
        assert text(run).text == before
