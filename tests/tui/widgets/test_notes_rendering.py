"""Notes are drawn with what their signs mean, and pasted mails as plain text that says so."""

import re
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from followup_tui.core.notes.late_notes import date_late_lines
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.notes_rendering import Notes
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


async def test_another_figure_of_pay_is_pointed_out_at_its_line(tmp_path: Path) -> None:
    text = (
        ACME.partition("notes")[0]
        + """notes = '''
$ told Luis 70k
they offered coffee
'''
[[interview]]
id = "round2"
company = "Acme"
held_at = 2026-11-25T14:00:00+01:00
"""
    )
    async with running(tmp_path / "logbook.toml", text, (170, 40)) as run:
        await run.press("right_parenthesis", "n")
        await run.type("$ told Dana 70,000\n")
        assert "another figure" not in run.shown()
        await run.type("$ asked for 80k\n")
        bar = run.app.screen.query_one("#note-line", Input)
        assert bar.placeholder == "another figure: you told Dana 70,000 on Wed 25 Nov"
        notes = run.app.screen.query_one("#notes", NotesEditor)
        assert notes.remark_forms(0) == ()
        assert notes.remark_forms(1)[1] == "≠ told Dana 70,000, Wed 25 Nov"


async def test_a_line_about_pay_follows_what_is_changed_above_it(tmp_path: Path) -> None:
    text = ACME.partition("notes")[0] + "notes = '''\n$ told Luis 70k\n$ told Dana 70k\n'''\n"
    async with running(tmp_path / "logbook.toml", text, (170, 40)) as run:
        assert "≠" not in run.shown()
        await run.press("3", "i", "home", *["right"] * 12, "delete", "8")
        assert re.search(r"\$ told Dana 70k +≠ Mon 23 Nov", run.shown())


@pytest.mark.parametrize(
    ("today", "line", "reading"),
    [
        ("2026-11-18", "> by fri", "→ Fri 20 Nov"),
        ("2026-11-20", "> by fri", "→ Fri 20 Nov"),
        ("2026-11-26", "> by fri", "→ Fri 27 Nov"),
        ("2026-11-26", "+ code by Monday", "→ Mon 30 Nov"),
        ("2026-11-26", "> by 4 December", "→ Fri 4 Dec"),
        ("2026-11-26", "> soon", "no date read yet"),
    ],
)
def test_a_line_that_is_being_typed_is_read_as_it_will_be_when_it_is_filed(
    today: str, line: str, reading: str
) -> None:
    held_on, day = date(2026, 11, 18), date.fromisoformat(today)
    editor = NotesEditor()
    editor.set_reactive(NotesEditor.notes, Notes("i", "", held_on, day))
    assert editor.reading_forms(line)[0] == reading
    editor.set_reactive(NotesEditor.notes, Notes("i", "", held_on, held_on))
    if "→" in reading:
        assert editor.reading_forms(date_late_lines(line, day, held_on))[0] == reading


def test_a_line_for_another_round_is_read_as_it_will_be_there() -> None:
    first_round, latest, today = date(2026, 11, 2), date(2026, 11, 24), date(2026, 11, 25)
    editor = NotesEditor()
    editor.set_reactive(NotesEditor.notes, Notes("i", "", first_round, today))
    for line, there, here in (
        ("> in two weeks", "→ Tue 8 Dec", "→ Wed 9 Dec"),
        ("+ code tomorrow", "→ Wed 25 Nov", "→ Thu 26 Nov"),
        ("> by 4 December", "→ Fri 4 Dec", "→ Fri 4 Dec"),
    ):
        assert editor.reading_forms(line, latest)[0] == there
        assert editor.reading_forms(line)[0] == here
