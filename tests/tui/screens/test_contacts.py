"""The contacts on record: listed, edited, deleted."""

from pathlib import Path

import pytest
from textual.widgets import Input

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.contacts import ContactsDialog, contact_rows
from followup_tui.tui.screens.row_keys import PersonRow
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.text_editor import TextEditor
from tests.core.builders import contact, interview, planned, reply
from tests.tui.pilot import running
from tests.tui.screens.letter.letter_pilot import CONTACT, LETTERS, PERSONAL, contacts, opened


async def test_contacts_are_edited_and_deleted(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.press("2", "C")
        assert "Nothing recorded yet" in run.notices()
        await opened(run)
        await run.type(PERSONAL)
        await run.press("f5", "y")
        before = contacts(run)
        await run.press("C")
        assert isinstance(run.app.screen, ContactsDialog)
        await run.press("enter")
        form = run.app.screen
        assert isinstance(form, ContactForm)
        form.query_one("#channel", Choice).value = "card"
        letter = form.query_one("#text", TextEditor)
        assert letter.text == before[0]["text"]
        letter.focus()
        letter.move_cursor(letter.document.end)
        await run.type("Sam\n")
        await run.press("ctrl+s")
        (after,) = contacts(run)
        assert after == {**before[0], "channel": "card", "text": before[0]["text"] + "Sam\n"}
        assert isinstance(run.app.screen, ContactsDialog), "back where it came from"
        await run.press("D")
        assert contacts(run) == []
        await run.press("u", "u")
        assert contacts(run) == before


async def test_a_contact_can_be_moved_to_another_moment_and_person(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space", "C", "e")
        form = run.app.screen
        assert isinstance(form, ContactForm)
        form.query_one("#when", Input).value = "today 15:30"
        form.query_one("#person").value = "Luis Ortega"  # type: ignore[attr-defined]
        form.query_one("#text", Input).value = "a call"
        await run.press("ctrl+s")
        (contact,) = contacts(run)
        assert contact["at"].isoformat() == "2026-11-23T15:30:00+01:00"
        assert (contact["person"], contact["text"]) == ("Luis Ortega", "a call")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18), (40, 12)])
async def test_a_long_list_of_contacts_shows_its_keys_and_its_cursor(
    path: Path, size: tuple[int, int]
) -> None:
    many = "".join(CONTACT.format(n=n, text=f"Letter {n}") for n in range(40))
    async with running(path, LETTERS + many, size=size) as run:
        await run.press("C")
        assert "D delete · esc close" in run.shown()
        await run.press("G")
        assert "15:00" in run.shown()


def test_a_row_says_what_they_answered_and_which_letter_it_was() -> None:
    declined = contact("other", "2026-11-26", "Dana").but(letter="decline")
    answers = [reply("next round", "2026-11-24"), reply("other", "2026-11-25"), declined]
    record = interview(contacts=answers)
    rows = contact_rows(record, planned(record, "2026-11-27T09:00"))
    assert [row.lines[0].left[0].text.strip() for row in rows] == [
        "answer declining the offer",
        "answer",
        "answer: next round",
    ]


async def test_after_one_of_several_contacts_is_deleted_the_others_are_shown(path: Path) -> None:
    async with running(path, LETTERS) as run:
        for name in ("Dana Reyes", "Luis Ortega"):
            await run.go(PersonRow(StepId.THANK, name))
            await run.press("space")
        await run.press("C", "D")
        assert isinstance(run.app.screen, ContactsDialog)
        assert [row.key for row in run.app.screen.rows.rows] == [each["id"] for each in contacts(run)]
        assert len(contacts(run)) == 1
