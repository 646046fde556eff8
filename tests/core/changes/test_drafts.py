"""Drafts as changes: kept as they are typed, sent in one step, thrown away for good; contacts set right."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.drafts import DiscardDraft, SendLetter, WriteDraft
from followup_tui.core.changes.history import History
from followup_tui.core.letters.drafts import draft_recipients, find_draft, sent_contacts
from followup_tui.core.merge.equality import digest
from followup_tui.core.merge.logbooks import merge
from followup_tui.core.model.logbook import ContactKind, Draft, Interview, Logbook
from followup_tui.core.proofreading.review import LetterState, dismissal, letter_states, review
from tests.core.builders import at, day, interview, planned

NOTES = "@ Dana Reyes <dana@acme.example>\n@ Luis Ortega\n~ Dana plays ice hockey\nthey use Postgres\n"
KNOWN = ("Dana Reyes", "Luis Ortega")
TODAY = day("2026-11-19")
NOW = at("2026-11-19T18:00")
GOOD = (
    "Dear Dana,\n\nThank you for taking the time to talk with me today. Your story about ice hockey made me "
    "smile, and what you told me about Postgres made me want to begin at once. I would enjoy the work, and I "
    "look forward to hearing from you.\n\nKind regards,\nJo\n"
)


def draft(body: str = GOOD, **more: object) -> Draft:
    known = {"id": "d1", "kind": "thank-you", "person": "Dana Reyes", "channel": "email", "body": body}
    return Draft.model_validate({**known, **more})


def book(*drafts: Draft, **more: Any) -> Logbook:
    return Logbook(interview=(interview(notes=NOTES, draft=drafts, **more),))


def only(logbook: Logbook) -> Interview:
    return logbook.interviews[0]


def ids() -> "count[int]":
    return count(1)


def test_a_draft_is_written_and_written_anew() -> None:
    before = book()
    after = WriteDraft("k7f3q2", draft("Dear")).apply(before)
    assert only(after).drafts == (draft("Dear"),)
    after = WriteDraft("k7f3q2", draft("Dear Dana")).apply(after)
    assert only(after).drafts == (draft("Dear Dana"),)
    assert WriteDraft("k7f3q2", draft("Dear Dana")).apply(after) is after
    assert WriteDraft("gone", draft()).apply(before) is before
    assert before == book()


def test_typing_in_one_draft_is_one_step_of_undo() -> None:
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
def test_what_is_a_step_of_its_own(second: Change, seconds: int) -> None:
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


def test_sending_records_ticks_and_removes_the_draft_in_one_step() -> None:
    before = book(draft())
    contacts = sent_contacts(draft(), ("Dana Reyes",), NOW, map(str, ids()))
    change = SendLetter("k7f3q2", "d1", contacts, NOW)
    history, after = History().do(change, before, NOW)
    one = only(after)
    assert [(two.kind, two.person, two.channel, two.text) for two in one.contacts] == [
        ("thank-you", "Dana Reyes", "email", GOOD)
    ]
    assert one.drafts == ()
    assert after.deleted[0].kind == "draft"
    people = planned(one, "2026-11-19T18:00").people
    assert [person.thank_finished for person in people] == [True, False]
    stepped = history.undo(after)
    assert stepped is not None
    assert stepped[1] == before
    assert change.title == "sending the thank-you note to Dana Reyes"


def test_a_note_through_somebody_else_thanks_each_it_covers() -> None:
    through = draft(person="Dana Reyes, Luis Ortega", channel="email via Dana Reyes")
    names = draft_recipients(through, KNOWN)
    sent = sent_contacts(through, names, NOW, map(str, ids()))
    assert [(one.id, one.person, one.channel) for one in sent] == [
        ("1", "Dana Reyes", "email via Dana Reyes"),
        ("2", "Luis Ortega", "email via Dana Reyes"),
    ]


def test_a_follow_up_to_two_people_counts_once() -> None:
    twice = draft(kind="follow-up", person="Dana Reyes, Luis Ortega")
    sent = sent_contacts(
        twice, draft_recipients(twice, KNOWN), NOW, map(str, ids()), reason="they asked me to"
    )
    assert [(one.person, one.reason) for one in sent] == [("Dana Reyes, Luis Ortega", "they asked me to")]
    one = only(SendLetter("k7f3q2", "d1", sent, NOW).apply(book(twice)))
    assert planned(one, "2026-11-19T18:00").follow_ups.sent == 1


@pytest.mark.parametrize(
    ("body", "things"),
    [
        ("Here are the two references.", ["two references"]),
        ("Here it is.", ["two references", "code sample"]),
    ],
)
def test_a_letter_with_material_settles_what_it_names(body: str, things: list[str]) -> None:
    letter = draft(body, kind="material")
    sent = sent_contacts(
        letter, ("Dana Reyes",), NOW, map(str, ids()), wanted=("two references", "code sample")
    )
    assert [one.text for one in sent if one.kind is ContactKind.MATERIAL] == things
    assert [one.text for one in sent if one.kind is ContactKind.OTHER] == [body]


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
def test_whom_a_draft_covers(person: str, names: tuple[str, ...]) -> None:
    assert draft_recipients(draft(person=person), KNOWN) == names


def test_the_draft_of_a_person_is_found_by_kind_and_name() -> None:
    both = draft(id="d2", person="Dana Reyes, Luis Ortega")
    follow_up = draft(id="d3", kind="follow-up", person="Luis Ortega")
    one = only(book(draft(), both, follow_up))
    assert find_draft(one, ContactKind.THANK_YOU, "dana reyes", KNOWN) == both
    assert find_draft(one, ContactKind.THANK_YOU, "Luis Ortega", KNOWN) == both
    assert find_draft(one, ContactKind.FOLLOW_UP, "Dana Reyes", KNOWN) == follow_up
    assert find_draft(one, ContactKind.CONNECT, "Dana Reyes", KNOWN) is None
    assert find_draft(only(book(draft())), ContactKind.THANK_YOU, "Luis Ortega", KNOWN) is None


def state(one: Draft) -> LetterState:
    return review(one, interview(notes=NOTES), book(), TODAY).state(one)


def test_ready_is_what_has_nothing_left_to_answer_or_to_consider() -> None:
    assert state(draft()) is LetterState.READY
    assert state(draft(GOOD.replace("Dana", "Dina"))) is LetterState.DRAFT
    assert state(draft(f"{GOOD.strip()}\n\nKind regards,\n")) is LetterState.DRAFT
    assert state(draft("  \n")) is LetterState.DRAFT


def test_right_so_holds_as_long_as_the_words_stand() -> None:
    one, wrong = interview(notes=NOTES), draft(GOOD.replace("Dana", "Dina"))
    (found,) = review(wrong, one, book(), TODAY).open
    answered = wrong.but(dismissed=(dismissal(found, wrong),))
    assert review(answered, one, book(), TODAY) == ((), 1)
    assert state(answered) is LetterState.READY
    changed = answered.but(body=answered.body.replace("Dina", "Donna"))
    assert state(changed) is LetterState.DRAFT


def test_a_note_through_somebody_else_has_the_length_of_an_email() -> None:
    short = draft("Dear Dana,\n\nThank you for the ice hockey.\n\nJo\n")
    through = short.but(channel="email via Luis Ortega")
    one = interview(notes=NOTES)
    assert "too short" in [found.kind for found in review(through, one, book(), TODAY).open]
    assert review(through, one, book(), TODAY) == review(short, one, book(), TODAY)


def test_how_far_each_letter_is() -> None:
    drafts = (
        draft(),
        draft("Dear Lois,\n", id="d2", person="Luis Ortega"),
        draft("Dear [Name],\n", id="d3", kind="follow-up", person="Luis Ortega"),
    )
    logbook = book(*drafts)
    assert letter_states(only(logbook), logbook, TODAY, KNOWN) == {
        (ContactKind.THANK_YOU, "dana reyes"): LetterState.READY,
        (ContactKind.THANK_YOU, "luis ortega"): LetterState.DRAFT,
        (ContactKind.FOLLOW_UP, ""): LetterState.DRAFT,
        (ContactKind.FOLLOW_UP, "luis ortega"): LetterState.DRAFT,
    }
