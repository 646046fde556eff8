"""Copies without a known base: what two machines recorded of one interview becomes one interview."""

from followup_tui.core.merge.copies import has_more, merge_copy
from followup_tui.core.model.logbook import (
    Contact,
    ContactKind,
    Deleted,
    Draft,
    InboxLine,
    Logbook,
)
from tests.core.builders import at, book, interview

ACME = interview("2026-11-20T12:00", id="acme", company="Marrow Lane", role="SRE")
TIDE = interview("2026-11-21T12:00", id="tide", company="Tidewright", role="QA", outcome="Rejected")


def test_a_table_imported_on_two_machines_gives_each_interview_once() -> None:
    ours, theirs = book(ACME, TIDE), book(ACME.but(id="x1"), TIDE.but(id="a2"))
    merged = merge_copy(ours, theirs)
    assert merged.conflicts == ()
    assert merged.logbook == book(ACME, TIDE.but(id="a2"))
    assert merge_copy(theirs, ours).logbook == merged.logbook, "both machines come to the same"
    assert merge_copy(merged.logbook, theirs).logbook == merged.logbook


def test_what_was_written_on_either_machine_stays() -> None:
    ours = book(ACME.but(notes="@ Dana\n"))
    theirs = book(ACME.but(id="b", notes="@ Luis\n", company="marrow lane"))
    (merged,) = merge_copy(ours, theirs).logbook.interviews
    assert "@ Dana" in merged.notes
    assert "@ Luis" in merged.notes
    inbox = InboxLine(at=at("2026-11-22T12:00"), to="b", text="~ hockey")
    (line,) = merge_copy(ours, Logbook(interview=theirs.interviews, inbox=(inbox,))).logbook.inbox
    assert line.to == merged.id


def test_a_message_that_is_the_same_in_all_but_its_id_is_one() -> None:
    contact = Contact(id="k2", at=at("2026-11-22T12:00"), kind=ContactKind.FOLLOW_UP, text="Hello")
    ours = book(ACME.but(contacts=(contact,)))
    theirs = book(ACME.but(id="b", contacts=(contact.but(id="k1"),)))
    (merged,) = merge_copy(ours, theirs).logbook.interviews
    assert merged.contacts == (contact.but(id="k1"),)
    assert not has_more(theirs, ours)
    other = book(ACME.but(contacts=(contact.but(id="k1", text="Hello again"),)))
    assert len(merge_copy(ours, other).logbook.interviews[0].contacts) == 2


def test_interviews_that_differ_in_day_role_or_round_stay_apart() -> None:
    for other in (
        ACME.but(id="b", held_at=at("2026-11-20T13:00")),
        ACME.but(id="b", role="QA"),
        ACME.but(id="b", round=2),
        ACME.but(id="b", company="Marrow"),
    ):
        assert len(merge_copy(book(ACME), book(other)).logbook.interviews) == 2


def test_two_similar_records_on_the_same_machine_are_not_joined() -> None:
    merged = merge_copy(book(ACME, ACME.but(id="b")), book(ACME.but(id="c")))
    assert len(merged.logbook.interviews) == 3


def test_a_copy_has_more_if_a_record_or_a_line_is_only_there() -> None:
    contact = Contact(id="c", at=at("2026-11-22T12:00"), kind=ContactKind.REPLY)
    line = InboxLine(at=at("2026-11-22T12:00"), to="acme", text="x")
    ours = book(ACME.but(notes="@ Dana\n~ hockey\n"))
    for theirs in (
        book(TIDE),
        book(ACME.but(notes="@ Dana\n~ sailing\n")),
        book(ACME.but(contacts=(contact,))),
        book(ACME.but(drafts=(Draft(id="d", kind=ContactKind.OTHER),))),
        Logbook(interview=(ACME,), inbox=(line,)),
    ):
        assert has_more(theirs, ours)
        assert not has_more(theirs, merge_copy(ours, theirs).logbook)


def test_an_older_copy_has_no_more() -> None:
    ours = book(ACME.but(notes="@ Dana\n~ hockey\n"), TIDE)
    assert not has_more(ours, ours)
    assert not has_more(book(ACME.but(notes="@ Dana\n")), ours)
    assert not has_more(book(ACME.but(notes="@  Dana \n")), ours), "the same line with other blanks"
    assert not has_more(book(ACME.but(id="b", notes="~ hockey")), ours), "the same interview by another id"
    gone = Deleted(id="tide", at=at("2026-11-22T12:00"))
    assert not has_more(book(TIDE), Logbook(interview=(ACME,), deleted=(gone,)))
