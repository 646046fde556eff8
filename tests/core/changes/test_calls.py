"""A call from somebody new: noted and on record at once."""

import pytest

from followup_tui.core.changes.calls import FileCall, named_person
from followup_tui.core.changes.history import History
from followup_tui.core.model.logbook import Contact, ContactKind, Logbook
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.position import position_of
from followup_tui.core.rules.recall import recall_card
from followup_tui.core.rules.recall_text import card_sections
from followup_tui.core.rules.timeline import timeline
from tests.core.builders import at, contact, interview, planned, position_plan

CALL = contact("reply", "2026-11-25", "Kim Novak", channel="phone").but(says="thanks")
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


def test_a_call_leaves_the_wait_as_it_was() -> None:
    before = interview(notes="@ Dana\n> 2026-12-04", contacts=[contact("thank-you", "2026-11-19", "Dana")])
    after = CHANGE.apply(Logbook(interview=(before,))).interviews[0]
    waiting, called = position_plan(before, now="2026-11-26"), position_plan(after, now="2026-11-26")
    assert (called.quiet_until, called.plan.answered_on) == (waiting.quiet_until, None)
    assert [todo.step for todo in called.todos] == [todo.step for todo in waiting.todos]
    assert recall_card(called, Rules()).promise_record == recall_card(waiting, Rules()).promise_record


def test_nobody_is_thanked_or_connected_with_for_a_call() -> None:
    (record,) = CHANGE.apply(logbook()).interviews
    caller = next(plan for plan in planned(record, "2026-11-26").people if plan.person.name == "Kim Novak")
    assert (caller.thank.is_finished, caller.connect.is_finished) == (True, True)


def test_the_card_says_that_they_called() -> None:
    (record,) = CHANGE.apply(logbook()).interviews
    sections = {
        section.title: section.lines
        for section in card_sections(recall_card(position_plan(record, now="2026-11-26"), Rules()))
    }
    assert sections["People"] == ("Dana · in person", "Kim Novak, HR · called Wed 25 Nov")
    assert sections["Last contact"] == ("they, Wed 25 Nov: Kim Novak, phone",)


def test_the_timeline_says_that_they_called() -> None:
    (record,) = CHANGE.apply(logbook()).interviews
    marks = timeline(record, planned(record, "2026-11-26"), position_of([record])).marks
    assert "Kim Novak called, phone 12:00" in [mark.text for mark in marks]
