"""Queries about drafts: their recipients, the draft to go on with, the contacts that sending leaves."""

import pytest

from followup_tui.core.changes.drafts import SendLetter
from followup_tui.core.letters.drafts import draft_recipients, find_draft, sent_contacts
from followup_tui.core.letters.kinds import CONNECT, FOLLOW_UP, THANK_YOU
from followup_tui.core.model.logbook import ContactKind
from tests.core.builders import planned
from tests.core.letters.builders import KNOWN, NOW, book, draft, ids, only


def test_a_note_that_somebody_passes_on_is_recorded_for_each_recipient() -> None:
    through = draft(person="Dana Reyes, Luis Ortega", channel="email via Dana Reyes")
    names = draft_recipients(through, KNOWN)
    sent = sent_contacts(through, names, NOW, map(str, ids()))
    assert [(contact.id, contact.person, contact.channel) for contact in sent] == [
        ("1", "Dana Reyes", "email via Dana Reyes"),
        ("2", "Luis Ortega", "email via Dana Reyes"),
    ]


def test_a_follow_up_to_two_people_counts_once() -> None:
    twice = draft(kind="follow-up", person="Dana Reyes, Luis Ortega")
    sent = sent_contacts(
        twice, draft_recipients(twice, KNOWN), NOW, map(str, ids()), reason="they asked me to"
    )
    assert [(contact.person, contact.reason) for contact in sent] == [
        ("Dana Reyes, Luis Ortega", "they asked me to")
    ]
    interview = only(SendLetter("k7f3q2", "d1", sent, NOW).apply(book(twice)))
    assert planned(interview, "2026-11-19T18:00").follow_ups.sent == 1


@pytest.mark.parametrize(
    ("body", "materials"),
    [
        ("Here are the two references.", ["two references"]),
        ("Here it is.", ["two references", "code sample"]),
    ],
)
def test_a_letter_with_material_sends_what_it_names(body: str, materials: list[str]) -> None:
    letter = draft(body, kind="material")
    sent = sent_contacts(
        letter, ("Dana Reyes",), NOW, map(str, ids()), wanted=("two references", "code sample")
    )
    assert [contact.text for contact in sent if contact.kind is ContactKind.MATERIAL] == materials
    assert [contact.text for contact in sent if contact.kind is ContactKind.OTHER] == [body]


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ("", ()),
        ("Dana Reyes", ("Dana Reyes",)),
        ("dana  reyes", ("Dana Reyes",)),
        ("Luis Ortega, Dana Reyes, luis ortega", ("Luis Ortega", "Dana Reyes")),
        ("Somebody Else", ("Somebody Else",)),
        (", ,", ()),
    ],
)
def test_a_draft_goes_to_the_people_named_in_it(person: str, names: tuple[str, ...]) -> None:
    assert draft_recipients(draft(person=person), KNOWN) == names


def test_the_draft_of_a_person_is_found_by_kind_and_name() -> None:
    both = draft(id="d2", person="Dana Reyes, Luis Ortega")
    follow_up = draft(id="d3", kind="follow-up", person="Luis Ortega")
    interview = only(book(draft(), both, follow_up))
    assert find_draft(interview, THANK_YOU, "dana reyes", KNOWN) == both
    assert find_draft(interview, THANK_YOU, "Luis Ortega", KNOWN) == both
    assert find_draft(interview, FOLLOW_UP, "Dana Reyes", KNOWN) == follow_up
    assert find_draft(interview, CONNECT, "Dana Reyes", KNOWN) is None
    assert find_draft(only(book(draft())), THANK_YOU, "Luis Ortega", KNOWN) is None
