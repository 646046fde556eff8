"""Lines noted from the shell are filed under their interviews."""

from datetime import timedelta

import pytest

from followup_tui.core.changes.inbox import (
    AddToInbox,
    FileInbox,
    find_interview,
    unfiled_messages,
    waiting_lines,
)
from followup_tui.core.changes.interviews import AddInterview, AddInterviews
from followup_tui.core.model.logbook import InboxLine, Logbook
from tests.core.builders import at
from tests.core.changes.examples import ACME, LOGBOOK, OTHER, interview


def with_inbox(*lines: tuple[str, str]) -> Logbook:
    late = interview("late", company="Acme", held_at=at("2026-11-25T09:00"))
    inbox = [{"at": at("2026-11-24T08:00"), "to": to, "text": text} for to, text in lines]
    raw = {"interview": (late, ACME.but(notes="a\n"), OTHER), "inbox": inbox, "owner": "Sam"}
    return Logbook.model_validate(raw)


@pytest.mark.parametrize(
    ("to", "id"),
    [
        ("", "late"),
        ("acme", "acme"),
        ("ACME", "late"),
        ("borealis", "other"),
        ("other", "other"),
        ("Cyan", None),
    ],
)
def test_a_note_goes_to_the_id_else_to_the_latest_interview_of_the_company(to: str, id: str | None) -> None:
    found = find_interview(with_inbox(), to)
    assert (found and found.id) == id


def test_the_inbox_is_filed_in_order_and_what_fits_no_interview_stays() -> None:
    before = with_inbox(("acme", "one"), ("Cyan", "lost"), ("", "two"), ("acme", "three\nfour\n"))
    after = FileInbox().apply(before)
    assert FileInbox().title == "filing notes from the shell"
    assert [interview.notes for interview in after.interviews] == ["two\n", "a\none\nthree\nfour\n", ""]
    assert after.inbox == before.inbox[1:2]
    assert after.model_extra == {"owner": "Sam"}
    assert FileInbox().apply(after) is after


def test_the_inbox_stays_if_there_are_no_interviews() -> None:
    alone = Logbook.model_validate({"inbox": [{"at": at("2026-11-24T08:00"), "text": "x"}]})
    assert FileInbox().apply(alone) is alone


def test_of_two_interviews_at_the_same_time_the_first_is_found() -> None:
    logbook = LOGBOOK.but(interviews=(ACME, interview("twin")))
    found = find_interview(logbook, "Acme")
    assert found is ACME
    later = interview("twin", held_at=ACME.held_at + timedelta(minutes=1))
    found = find_interview(LOGBOOK.but(interviews=(ACME, later)), "Acme")
    assert found is later


def test_a_line_for_no_company_waits_for_the_first_interview_and_is_not_reported() -> None:
    line = InboxLine(at=at("2026-11-24T08:00"), text="x\ny")
    waiting = AddToInbox(line).apply(Logbook())
    assert waiting.inbox == (line,)
    assert waiting_lines(waiting) == ("x", "y")
    assert unfiled_messages(waiting) == ()
    added = AddInterview(ACME.but(notes="")).apply(waiting)
    assert (added.interviews[0].notes, added.inbox) == ("x\ny\n", ())
    assert AddInterviews((ACME.but(notes=""),)).apply(waiting) == added
    assert AddToInbox(line).apply(LOGBOOK).inbox == ()
