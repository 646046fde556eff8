"""Changes to a position: what is written where, and that one step of undo takes all of it back."""

import pytest

from followup_tui.core.changes.contacts import RecordContact
from followup_tui.core.changes.positions import (
    AddNextRound,
    DeclineClosing,
    EditRound,
    SetOutcome,
    next_round_fields,
    outcome_of,
)
from followup_tui.core.model.logbook import Contact, Interview, Logbook
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.position import positions
from tests.core.builders import at, book, contact, grouped, interview

FIRST = interview("2026-11-10T10:00", "@ Dana\n@ Luis", id="a", role="Engineer", setting="video")
SECOND = interview("2026-11-17T10:00", "@ Dana", id="b", role="Engineer", round=2)

THIRD = interview("2026-12-18T10:00", id="c", role="Engineer", round=3)


def outcomes(logbook: Logbook) -> list[str]:
    return [each.outcome for each in logbook.interviews]


def reply(says: str, when: str = "2026-11-20", **more: object) -> Contact:
    return contact("reply", when).but(says=says, **more)


@pytest.mark.parametrize("shown", ["a", "b"])
def test_a_rejection_closes_the_position_on_its_last_record(shown: str) -> None:
    after = RecordContact(shown, reply("rejection")).apply(book(FIRST, SECOND))
    assert outcomes(after) == ["", "rejected"]
    assert [len(each.contacts) for each in after.interviews] == [int(shown == "a"), int(shown == "b")]


@pytest.mark.parametrize("says", ["thanks", "deciding", "offer", "other", ""])
def test_no_other_answer_sets_an_outcome(says: str) -> None:
    assert outcomes(RecordContact("b", reply(says)).apply(book(FIRST, SECOND))) == ["", ""]


def test_an_invitation_reopens_a_closed_position_and_leaves_an_open_position() -> None:
    closed = book(FIRST, SECOND.but(outcome="rejected"))
    assert outcomes(RecordContact("a", reply("next round")).apply(closed)) == ["", "went on"]
    assert outcomes(RecordContact("a", reply("next round")).apply(book(FIRST, SECOND))) == ["", ""]


@pytest.mark.parametrize(
    ("letter", "outcome"),
    [
        ("accept", "accepted"),
        ("decline", "declined"),
        ("withdraw", "withdrawn"),
        ("ask for time", ""),
        ("offer in hand", ""),
        ("answer to rejection", ""),
    ],
)
def test_the_users_own_answers_close_the_position(letter: str, outcome: str) -> None:
    sent = contact("other", "2026-11-20").but(letter=letter)
    assert outcomes(RecordContact("a", sent).apply(book(FIRST, SECOND))) == ["", outcome]


@pytest.mark.parametrize(
    ("says", "expected"),
    [("rejection", "rejected"), ("deciding", "went on"), ("other", "went on"), ("offer", "went on")],
)
def test_of_the_answers_to_a_position_that_went_on_a_rejection_alone_replaces_the_outcome(
    says: str, expected: str
) -> None:
    after = RecordContact("b", reply(says)).apply(book(FIRST, SECOND.but(outcome="went on")))
    assert outcomes(after) == ["", expected]


@pytest.mark.parametrize(
    ("outcome", "answer", "expected", "closed_as"),
    [
        ("accepted", None, ["", "accepted"], "accepted"),
        ("no answer", None, ["", "no answer"], "no answer"),
        ("offer", reply("offer"), ["", ""], ""),
        ("rejected", reply("rejection"), ["", "rejected"], "rejected"),
        ("cancelled", None, ["cancelled", ""], ""),
        ("went on", None, ["", "went on"], ""),
    ],
)
def test_an_outcome_stands_on_the_last_record(
    outcome: str, answer: Contact | None, expected: list[str], closed_as: str
) -> None:
    after = SetOutcome("a", outcome, answer).apply(book(FIRST, SECOND))
    assert outcomes(after) == expected
    (plan,) = plan_positions(after.interviews, at("2026-11-21"), Rules())
    assert plan.outcome == closed_as
    assert (plan.offer is not None) == (outcome == "offer")


def test_a_closed_position_is_opened_again() -> None:
    closed = book(FIRST, SECOND.but(outcome="no answer"))
    assert outcomes(SetOutcome("a", "").apply(closed)) == ["", ""]
    rejected = RecordContact("b", reply("rejection")).apply(book(FIRST, SECOND))
    reopened = SetOutcome("b", "").apply(rejected)
    (plan,) = plan_positions(reopened.interviews, at("2026-11-21"), Rules())
    assert (plan.outcome, plan.position.awaits_round) == ("", False)
    assert reopened == book(FIRST, SECOND)


def test_what_they_wrote_stays_on_record_when_a_rejection_is_taken_back() -> None:
    answers = [reply("rejection", "2026-11-18", id="x"), reply("deciding", "2026-11-19", id="y")]
    last = reply("rejection", id="z", text="Not this time")
    before = book(FIRST, SECOND.but(contacts=(*answers, last), outcome="rejected"))
    after = SetOutcome("a", "").apply(before)
    assert [each.says.value for each in after.interviews[1].contacts] == ["rejection", "deciding", "other"]
    assert outcomes(after) == ["", ""]


OFFER = reply("offer", "2026-11-18", id="o")


@pytest.mark.parametrize("outcome", ["accepted", "Declined", "withdrawn"])
@pytest.mark.parametrize(
    ("change", "when"),
    [
        pytest.param(SetOutcome("b", "went on"), "2026-11-18", id="by the outcome"),
        pytest.param(SetOutcome("b", "went on", reply("next round")), "2026-11-20", id="with an invitation"),
        pytest.param(RecordContact("b", reply("next round")), "2026-11-20", id="by an invitation"),
        pytest.param(AddNextRound("b", THIRD), "2026-11-18", id="by the next round"),
        pytest.param(AddNextRound("b", THIRD, reply("next round")), "2026-11-20", id="by both"),
    ],
)
def test_an_offer_answered_by_the_outcome_alone_stays_answered_when_the_position_goes_on(
    change: SetOutcome | RecordContact | AddNextRound, when: str, outcome: str
) -> None:
    after = change.apply(book(FIRST, SECOND.but(contacts=(OFFER,), outcome=outcome)))
    (plan,) = plan_positions(after.interviews, at("2026-12-20"), Rules())
    assert (plan.outcome, plan.offer) == ("", None)
    (answer,) = [each for each in plan.position.contacts if each.letter]
    letters = {"accepted": "accept", "declined": "decline", "withdrawn": "withdraw"}
    assert (answer.letter, answer.at) == (letters[outcome.casefold()], at(when))


def test_an_offer_that_was_declined_by_mistake_waits_again_once_opened_again() -> None:
    before = book(FIRST, SECOND.but(contacts=(OFFER,)))
    declined = SetOutcome("b", "declined").apply(before)
    assert SetOutcome("b", "").apply(declined) == before


def test_the_next_round_is_filled_in_with_what_is_known() -> None:
    (position,) = positions([FIRST, SECOND])
    fields = next_round_fields(position)
    assert (fields.company, fields.role, fields.round, fields.setting) == ("Acme", "Engineer", 3, "in person")


def test_an_invitation_is_dated_before_its_round_and_the_day_promised_in_that_counts() -> None:
    held = SECOND.but(notes="@ Dana\n> decision by Thursday")
    answer = reply("next round", "2026-11-17T16:10")
    after = AddNextRound("a", held, answer).apply(book(FIRST))
    assert [contact.at for contact in after.interviews[0].contacts] == [at("2026-11-17T09:59")]
    (plan,) = plan_positions(after.interviews, at("2026-11-17T16:10"), Rules())
    assert (str(plan.plan.promised.day), plan.plan.promised.words) == ("2026-11-19", "decision by Thursday")


@pytest.mark.parametrize(
    ("before", "new", "outcome", "by_hand"),
    [
        pytest.param([FIRST], SECOND, "", False, id="the names keep them together"),
        pytest.param([FIRST.but(outcome="rejected")], SECOND, "went on", False, id="closed: it goes on"),
        pytest.param([FIRST], SECOND.but(company="Acme Robotics"), "", True, id="another name"),
        pytest.param([FIRST], SECOND.but(role="Lead"), "", True, id="another role"),
        pytest.param([FIRST.but(position="x")], SECOND, "", True, id="put together by hand before"),
    ],
)
def test_the_next_round_belongs_to_the_position(
    before: list[Interview], new: Interview, outcome: str, by_hand: bool
) -> None:
    after = AddNextRound("a", new, reply("next round", "2026-11-12")).apply(book(*before))
    assert grouped(after) == ["ab"]
    assert after.interviews[0].outcome == outcome
    assert [contact.says for contact in after.interviews[0].contacts] == ["next round"]
    assert all(bool(each.position) == by_hand for each in after.interviews)


def test_letting_go_is_declined_until_a_later_round() -> None:
    now = at("2027-01-20")
    open_book = book(FIRST)
    (plan,) = plan_positions(open_book.interviews, now, Rules())
    assert plan.suggest_closing
    declined = DeclineClosing("a").apply(open_book)
    assert declined.interviews[0].let_go == "not yet"
    (plan,) = plan_positions(declined.interviews, now, Rules())
    assert not plan.suggest_closing
    (plan,) = plan_positions((*declined.interviews, SECOND), now, Rules())
    assert plan.suggest_closing


@pytest.mark.parametrize(
    ("shown", "outcome", "expected"),
    [("a", "rejected", ["", "rejected"]), ("b", "", ["", ""]), ("a", "cancelled", ["cancelled", ""])],
)
def test_an_edit_records_the_outcome_on_the_last_record_whichever_round_is_shown(
    shown: str, outcome: str, expected: list[str]
) -> None:
    edited = (FIRST if shown == "a" else SECOND).but(setting="phone", outcome=outcome)
    start = book(FIRST, SECOND.but(outcome="" if outcome else "withdrawn"))
    after = EditRound(edited, outcome=SetOutcome(shown, outcome)).apply(start)
    assert outcomes(after) == expected
    assert after.interview(shown).setting == "phone"  # type: ignore[union-attr]


def test_an_edit_without_a_new_outcome_leaves_the_one_on_record() -> None:
    start = book(FIRST, SECOND.but(outcome="withdrawn"))
    after = EditRound(FIRST.but(role="Lead", outcome="withdrawn")).apply(start)
    assert outcomes(after) == ["", "withdrawn"]
    assert [each.role for each in after.interviews] == ["Lead", "Engineer"]
    after = EditRound(FIRST.but(role="Lead", outcome="withdrawn"), all_rounds=True).apply(start)
    assert [each.role for each in after.interviews] == ["Lead", "Lead"]
    assert outcomes(after) == ["", "withdrawn"]


def test_a_cancelled_round_is_opened_again_by_itself() -> None:
    cancelled = book(FIRST, SECOND.but(outcome="cancelled"))
    (position,) = positions(cancelled.interviews)
    assert [outcome_of(position, each) for each in cancelled.interviews] == ["", "cancelled"]
    assert outcomes(SetOutcome("b", "").apply(cancelled)) == ["", ""]
    assert outcomes(SetOutcome("b", "rejected").apply(cancelled)) == ["rejected", "cancelled"]


@pytest.mark.parametrize(
    "change",
    [
        RecordContact("gone", reply("rejection")),
        SetOutcome("gone", "rejected"),
        AddNextRound("gone", SECOND),
        DeclineClosing("gone"),
        EditRound(FIRST.but(id="gone"), all_rounds=True),
    ],
)
def test_a_change_to_an_interview_that_is_gone_changes_nothing(change: SetOutcome) -> None:
    start = book(FIRST)
    assert change.apply(start) is start
    assert change.title
