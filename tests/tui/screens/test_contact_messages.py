"""What is said about a contact that was saved."""

import pytest

from followup_tui.core.changes.contacts import EditContact, RecordContact
from followup_tui.core.changes.interviews import SetPromise
from followup_tui.core.model.logbook import Contact, Logbook
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.contact_messages import saved_message
from tests.core.builders import at, contact, day, interview, promise

NOTES = "@ Dana\n@ Luis\n> 2026-12-04\n+ references\n+ code"
NOW = at("2026-11-19T20:00")


def message(new: Contact, before: Contact | None = None) -> str:
    record = interview(notes=NOTES, contacts=[before] if before else [])
    change = EditContact(record.id, new) if before else RecordContact(record.id, new)
    after = change.apply(Logbook(interview=(record,))).interviews[0]
    return saved_message(change, plan(after, NOW, Rules()), Keymap())


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            contact("thank-you", "2026-11-19T19:00", "Dana"),
            "The thank-you note to Dana is on record. Still to thank: Luis. u takes that back.",
        ),
        (
            contact("follow-up", "2026-11-18T19:00", "Dana"),
            "The follow-up to Dana is on record, yesterday. 1 follow-up left, from Mon 7 Dec. "
            "u takes that back.",
        ),
        (
            contact("material", "2026-11-19T19:00", text="references"),
            "What they asked for is on record. Still to send: code. u takes that back.",
        ),
        (contact("other", "2026-11-19T19:00"), "Your message is on record. u takes that back."),
    ],
)
def test_a_contact_confirms_itself_and_what_it_changed(new: Contact, expected: str) -> None:
    assert message(new) == expected


def test_a_contact_that_was_edited_says_so() -> None:
    old = contact("thank-you", "2026-11-19T19:00", "Dana")
    assert message(old.but(person="Luis"), old) == (
        "The thank-you note to Luis is changed. Still to thank: Dana. u takes that back."
    )


def test_an_answer_says_what_follows_from_it() -> None:
    assert message(contact("reply", "2026-11-19T19:00").but(says="deciding")).startswith(
        "Their answer is recorded"
    )


@pytest.mark.parametrize("says", ["thanks", "deciding", "other"])
def test_while_an_offer_stands_an_answer_says_so_and_not_that_the_wait_goes_on(says: str) -> None:
    offer = contact("reply", "2026-11-19T18:00").but(id="o", says="offer", answer_by=day("2026-12-01"))
    record = interview(notes=NOTES, contacts=[offer])
    answer = contact("reply", "2026-11-19T19:00").but(says=says)
    spoken = promise("2026-11-19", "2026-12-11") if says == "deciding" else None
    change = RecordContact(record.id, answer, spoken)
    after = change.apply(Logbook(interview=(record,))).interviews[0]
    assert saved_message(change, plan(after, NOW, Rules()), Keymap()) == (
        "Their answer is recorded. Their offer is still open: answer by Tue 1 Dec."
    )


def test_no_other_change_is_confirmed_here() -> None:
    record = interview(notes=NOTES)
    change = SetPromise(record.id, promise("2026-11-19", "2026-12-04"))
    assert saved_message(change, plan(record, NOW, Rules()), Keymap()) == ""
