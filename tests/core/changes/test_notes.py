"""Notes are replaced or added to, and the record follows what was renamed in them."""

import pytest

from followup_tui.core.changes.notes import AnswerLine, WriteNotes, join_notes
from followup_tui.core.model.logbook import ContactKind
from tests.core.changes.examples import ACME, LOGBOOK, NOTES, OTHER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dana Reyes, manager", "Dana Reyes-Diaz, manager"),
        ("Dana Reyes, manager", "Dana Reyes-Diaz <dana@acme.example>"),
        ("Dana Reyes, manager", " \tDana   Reyes-Diaz"),
        ("Dana Reyes, manager\n@", "Dana Reyes-Diaz, manager\r@"),
    ],
)
def test_contacts_drafts_and_skips_follow_a_renamed_person(old: str, new: str) -> None:
    after = WriteNotes("acme", NOTES.replace(old, new)).apply(LOGBOOK).interviews[0]
    assert [contact.person for contact in after.contacts] == [
        "Dana Reyes-Diaz",
        "Luis Ortega",
        "Dana Reyes-Diaz",
    ]
    assert [draft.person for draft in after.drafts] == ["Dana Reyes-Diaz"]
    assert after.skips.thank == ("Luis Ortega",)
    assert after.skips.connect == ("luis ortega", "Dana Reyes-Diaz")
    assert [contact.text for contact in after.contacts] == ["", "portfolio", "Portfolio"]
    back = WriteNotes("acme", NOTES).apply(LOGBOOK.but(interviews=(after, OTHER))).interviews[0]
    assert {contact.person for contact in back.contacts} == {"Dana Reyes", "Luis Ortega"}


def test_sent_material_follows_its_renaming() -> None:
    after = WriteNotes("acme", NOTES.replace("+ portfolio", "+ the printed portfolio")).apply(LOGBOOK)
    texts = [(contact.kind, contact.text) for contact in after.interviews[0].contacts]
    assert texts[1:] == [
        (ContactKind.REPLY, "portfolio"),
        (ContactKind.MATERIAL, "the printed portfolio"),
    ]
    later = WriteNotes("acme", NOTES.replace("+ portfolio", "+ portfolio by 2026-12-01")).apply(LOGBOOK)
    assert later.interviews[0].contacts == ACME.contacts


@pytest.mark.parametrize(
    "notes",
    [
        NOTES.replace("@ Dana Reyes, manager\n", ""),
        NOTES.replace("@ Dana Reyes, manager", "@ Mina Okafor\n@ Dana Reyes"),
        NOTES.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Luis Ortega\n@ Dana Reyes, manager"),
        NOTES.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Mina Okafor\n@ Tom Becker"),
        NOTES.replace("Dana Reyes, manager", "Luis Ortega"),
        NOTES.replace("@ Dana Reyes", "Dana Reyes"),
        NOTES.replace("Dana Reyes", "DANA  REYES"),
        "",
    ],
)
def test_adding_removing_and_swapping_people_is_no_renaming(notes: str) -> None:
    after = WriteNotes("acme", notes).apply(LOGBOOK).interviews[0]
    assert after == ACME.but(notes=notes)


@pytest.mark.parametrize(
    ("notes", "lines", "joined"),
    [
        ("", "one", "one\n"),
        (" \n\n", "one", "one\n"),
        ("a", "one", "a\none\n"),
        ("a\n\n\n", "one\ntwo\n\n", "a\none\ntwo\n"),
        ("a\n", "  @ Dana\r\n\x1b[2J", "a\n  @ Dana\n[2J\n"),
        ("a\n\n", "", "a\n\n"),
        ("a\n\n", "\n\n", "a\n\n"),
    ],
)
def test_added_lines_begin_on_a_line_of_their_own(notes: str, lines: str, joined: str) -> None:
    assert join_notes(notes, lines) == joined


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ("! little Kubernetes", "! little Kubernetes -> a course"),
        ("  !  little  Kubernetes  ", "  !  little  Kubernetes -> a course"),
        ("! little Kubernetes ->", "! little Kubernetes -> a course"),
        ("! little Kubernetes → none yet", "! little Kubernetes -> a course"),
        ("? little Kubernetes", "? little Kubernetes -> a course"),
        ("little Kubernetes", "little Kubernetes"),
        ("! little Kubernetes in teams", "! little Kubernetes in teams"),
    ],
)
def test_an_answer_stands_behind_its_line(line: str, answered: str) -> None:
    before = LOGBOOK.but(interviews=(ACME.but(notes=f"@ Dana Reyes\n{line}\nlast"), OTHER))
    after = AnswerLine("acme", "little Kubernetes", " a\ncourse ").apply(before).interviews[0]
    assert after.notes == f"@ Dana Reyes\n{answered}\nlast"


def test_an_empty_answer_changes_nothing() -> None:
    assert AnswerLine("acme", "little Kubernetes", " ").apply(LOGBOOK) is LOGBOOK
