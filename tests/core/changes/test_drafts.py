"""Drafts as changes: kept as they are typed, sent in one step, thrown away for good; contacts set right."""

from datetime import timedelta

import pytest

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.drafts import DiscardDraft, SendLetter, SkipLetter, WriteDraft
from followup_tui.core.changes.history import History
from followup_tui.core.letters.drafts import sent_contacts
from followup_tui.core.merge.equality import digest
from followup_tui.core.merge.logbooks import merge
from followup_tui.core.model.logbook import Logbook
from tests.core.builders import planned
from tests.core.letters.builders import GOOD, NOW, book, draft, ids, only


def test_a_draft_is_written_and_written_anew() -> None:
    before = book()
    after = WriteDraft("k7f3q2", draft("Dear")).apply(before)
    assert only(after).drafts == (draft("Dear"),)
    after = WriteDraft("k7f3q2", draft("Dear Dana")).apply(after)
    assert only(after).drafts == (draft("Dear Dana"),)
    assert WriteDraft("k7f3q2", draft("Dear Dana")).apply(after) is after
    assert WriteDraft("gone", draft()).apply(before) is before
    assert before == book()


def test_typing_in_a_draft_is_a_single_step_of_undo() -> None:
    history, logbook = History(), book()
    first = logbook
    for n, body in enumerate(("D", "De", "Dear")):
        history, logbook = history.do(WriteDraft("k7f3q2", draft(body)), logbook, NOW + timedelta(seconds=n))
    assert len(history.past) == 1
    stepped = history.undo(logbook)
    assert stepped is not None
    assert stepped[1] == first
    assert stepped[2].title == "writing the thank-you note to Dana Reyes"


@pytest.mark.parametrize(
    ("second", "seconds"),
    [
        pytest.param(WriteDraft("k7f3q2", draft("x", id="d2")), 1, id="another draft"),
        pytest.param(WriteDraft("k7f3q2", draft("x"), is_typed=False), 1, id="from another editor"),
        pytest.param(WriteDraft("k7f3q2", draft("x")), 3, id="after a pause"),
    ],
)
def test_another_change_or_a_pause_begins_a_new_step(second: Change, seconds: int) -> None:
    history, logbook = History().do(WriteDraft("k7f3q2", draft("D")), book(), NOW)
    history, logbook = history.do(second, logbook, NOW + timedelta(seconds=seconds))
    assert len(history.past) == 2


def test_a_draft_thrown_away_is_not_brought_back_by_an_old_copy() -> None:
    before = book(draft())
    after = DiscardDraft("k7f3q2", "d1", NOW).apply(before)
    assert only(after).drafts == ()
    (mark,) = after.deleted
    assert (mark.id, mark.kind, mark.of, mark.was) == ("d1", "draft", "k7f3q2", digest(draft()))
    assert only(merge(Logbook(), after, before).logbook).drafts == ()
    assert DiscardDraft("k7f3q2", "d2", NOW).apply(before) is before
    assert DiscardDraft("gone", "d1", NOW).apply(before) is before


def test_sending_records_ticks_and_removes_the_draft_in_a_single_step() -> None:
    before = book(draft())
    contacts = sent_contacts(draft(), ("Dana Reyes",), NOW, map(str, ids()))
    change = SendLetter("k7f3q2", "d1", contacts, NOW)
    history, after = History().do(change, before, NOW)
    noted = only(after)
    assert [(sent.kind, sent.person, sent.channel, sent.text) for sent in noted.contacts] == [
        ("thank-you", "Dana Reyes", "email", GOOD)
    ]
    assert noted.drafts == ()
    assert after.deleted[0].kind == "draft"
    people = planned(noted, "2026-11-19T18:00").people
    assert [person.thank.is_finished for person in people] == [True, False]
    stepped = history.undo(after)
    assert stepped is not None
    assert stepped[1] == before
    assert change.title == "sending the thank-you note to Dana Reyes"


def test_a_letter_is_skipped_for_its_position_and_no_longer() -> None:
    first, second = book().interviews[0], book().interviews[0].but(id="later")
    second = second.but(held_at=second.held_at + timedelta(days=7))
    before = book().but(interviews=(first, second))
    skipped = SkipLetter(second.id, "answer to rejection", True).apply(before)
    assert [record.skips.letters for record in skipped.interviews] == [(), ("answer to rejection",)]
    assert SkipLetter(second.id, "answer to rejection", True).apply(skipped) is skipped
    # From whichever round it is taken back, it is taken back for all.
    assert SkipLetter(first.id, "answer to rejection", False).apply(skipped) == before
    assert SkipLetter("gone", "accept", True).apply(before) is before


@pytest.mark.parametrize(
    ("letter", "outcome", "expected"),
    [
        ("accept", "", "accepted"),
        ("decline", "", "declined"),
        ("withdraw", "", "withdrawn"),
        ("withdraw", "declined", "declined"),
        ("ask for time", "", ""),
    ],
)
def test_the_outcome_follows_from_the_letter_in_the_same_step(
    letter: str, outcome: str, expected: str
) -> None:
    written = draft("Dear Dana", kind="other", letter=letter)
    before = book(written)
    before = before.but(interviews=(only(before).but(outcome=outcome),))
    contacts = sent_contacts(written, ("Dana Reyes",), NOW, map(str, ids()))
    history, after = History().do(SendLetter("k7f3q2", "d1", contacts, NOW), before, NOW)
    assert only(after).outcome == expected
    stepped = history.undo(after)
    assert stepped is not None
    assert stepped[1] == before
