"""A call from somebody new: noted and on record at once."""

import pytest

from followup_tui.core.changes.calls import FileCall, named_person
from followup_tui.core.changes.history import History
from followup_tui.core.model.logbook import Contact, ContactKind, Logbook
from tests.core.builders import at, contact, interview

CALL = contact("reply", "2026-11-25", "Kim Novak", channel="phone")
CHANGE = FileCall("k7f3q2", "@ Kim Novak, HR", CALL)


def logbook() -> Logbook:
    return Logbook(interview=(interview(notes="@ Dana"),))


def test_the_name_is_noted_and_the_call_is_on_record() -> None:
    (record,) = CHANGE.apply(logbook()).interviews
    assert record.notes == "@ Dana\n@ Kim Novak, HR\n"
    assert record.contacts == (CALL,)
    assert CHANGE.title == "filing the call from Kim Novak"


def test_both_are_undone_together() -> None:
    before = logbook()
    history, after = History().do(CHANGE, before, at("2026-11-25"))
    undone = history.undo(after)
    assert undone is not None
    assert undone[1] == before


def test_nothing_happens_to_an_interview_that_is_gone() -> None:
    gone = Logbook(interview=(interview(id="other"),))
    assert CHANGE.apply(gone) == gone
    assert isinstance(CALL, Contact)
    assert CALL.kind is ContactKind.REPLY


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("@ Kim Novak, HR <kim@acme.example>", "Kim Novak"),
        ("they have news\n  @Kim", "Kim"),
        ("@ none", ""),
        ("@", ""),
        ("Kim called", ""),
        ("! worried @ night", ""),
    ],
)
def test_the_caller_is_named_by_the_sign(lines: str, name: str) -> None:
    assert named_person(lines) == name
