"""Notes are drawn with what their signs mean, and pasted mails as plain text that says so."""

from pathlib import Path

from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.pilot import ACME, running

MAIL = "On 20 Nov 2026, Dana wrote:\n> hello\n! urgent\n"


async def test_a_sign_in_a_pasted_mail_is_plain_text_and_its_line_says_so(tmp_path: Path) -> None:
    text = ACME.partition("notes")[0] + f'notes = """\n! few tests\n{MAIL}\n~ sails\n"""\n'
    async with running(tmp_path / "logbook.toml", text, (120, 36)) as run:
        notes = run.app.screen.query_one("#notes", NotesEditor)
        assert "! urgent" in run.shown()
        assert run.shown().count("plain text") == 1
        assert not notes.get_line(3).spans
        assert notes.get_line(0).spans
        assert notes.get_line(5).spans
        assert "!1 ~1" in run.shown()


async def test_lines_below_become_plain_as_soon_as_a_mail_begins_above_them(tmp_path: Path) -> None:
    text = ACME.partition("notes")[0] + 'notes = """\n\n! urgent\n"""\n'
    async with running(tmp_path / "logbook.toml", text, (120, 36)) as run:
        assert "plain text" not in run.shown()
        await run.press("3", "i")
        await run.type("On 20 Nov 2026, Dana wrote:")
        assert run.shown().count("plain text") == 1
