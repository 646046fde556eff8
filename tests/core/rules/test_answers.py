"""What an answer of theirs does, row by row; offers here and elsewhere; letting go."""

from collections.abc import Sequence
from datetime import date

import pytest

from followup_tui.core.changes.interviews import AddInterview
from followup_tui.core.model.logbook import Contact, Interview, Logbook, Promise, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import AgendaGroup, due_lines, entry, group_of
from followup_tui.core.rules.answers import rejection_reply
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION
from followup_tui.core.rules.outcomes import REJECTED
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.plan_types import Blocker, SendState, Status
from followup_tui.core.rules.position_plan import PositionPlan
from tests.core.builders import (
    FULL_NOTES,
    at,
    contact,
    day,
    follow_ups,
    interview,
    position_plan,
    promise,
    reply,
)

DONE = "> 2026-12-04\n+ none\n@ none\n= none\n! none\n~ none"
"""Notes that leave nothing to do but to wait; held on Thursday 19 November."""


def after(
    *contacts: Contact, now: str, promises: Sequence[Promise] = (), notes: str = DONE, **more: object
) -> PositionPlan:
    record = interview(notes=notes, contacts=contacts, promises=promises, **more)  # type: ignore[arg-type]
    return position_plan(record, now=now)


def test_thanks_leave_the_wait_as_it_was() -> None:
    without, thanked = after(now="2026-12-07"), after(reply("thanks", "2026-11-20"), now="2026-12-07")
    assert (thanked.quiet_until, thanked.verdict) == (without.quiet_until, without.verdict)
    assert thanked.plan.steps == without.plan.steps
    # Nor do they hide an answer before them.
    both = after(reply("deciding", "2026-12-07"), reply("thanks", "2026-12-08"), now="2026-12-09")
    assert both.quiet_until == day("2026-12-14")


@pytest.mark.parametrize("says", ["deciding", "next round"])
def test_still_deciding_is_a_new_quiet_period(says: str) -> None:
    estimate = after(reply(says, "2026-12-02"), now="2026-12-03")
    assert (estimate.quiet_until, estimate.promised.is_estimate) == (day("2026-12-09"), True)
    assert estimate.window.opens == day("2026-12-10")
    dated = after(reply(says, "2026-12-02"), now="2026-12-03", promises=[promise("2026-12-02", "2026-12-18")])
    assert (dated.quiet_until, dated.promised.is_estimate) == (day("2026-12-18"), False)
    # A promised day that is further ahead than our estimate stands.
    early = after(reply(says, "2026-11-20"), now="2026-11-21")
    assert (early.quiet_until, early.promised.is_estimate) == (day("2026-12-04"), False)
    assert early.plan.step(StepId.WAIT).status is Status.OPEN


@pytest.mark.parametrize("says", ["other", ""])
def test_another_answer_ends_the_wait_and_leaves_checking_in_possible(says: str) -> None:
    answered = reply(says, "2026-11-24")
    plan = after(answered, now="2026-11-25")
    assert (plan.quiet_until, plan.verdict.blocker) == (None, Blocker.ANSWERED)
    # The promised day's window comes later than 7 days after the answer.
    assert plan.verdict.from_day == day("2026-12-07")
    assert [step.status for step in plan.plan.steps[4:]] == [Status.DONE, Status.DONE]
    later = after(answered, now="2026-12-08")
    assert later.verdict.allowed
    assert (later.todos, group_of(later)) == ((), AgendaGroup.WAITING)
    assert entry(later).next == "may follow up"
    late_answer = after(reply(says, "2026-12-09"), now="2026-12-10")
    assert late_answer.verdict.from_day == day("2026-12-16")
    spent = after(*follow_ups("2026-12-07", "2026-12-14"), reply(says, "2026-12-15"), now="2027-01-04")
    assert spent.verdict.from_day is None


@pytest.mark.parametrize(
    ("says", "quiet_until", "status"), [("", "2026-12-11", Status.DUE), ("other", None, Status.DONE)]
)
def test_a_new_date_begins_a_new_wait_unless_the_answer_is_of_another_kind(
    says: str, quiet_until: str | None, status: Status
) -> None:
    answered, promises = reply(says, "2026-11-24"), [promise("2026-11-24", "2026-12-11")]
    quiet = after(answered, now="2026-11-25", promises=promises)
    assert quiet.quiet_until == (day(quiet_until) if quiet_until else None)
    assert (quiet.verdict.allowed, quiet.verdict.from_day) == (False, day("2026-12-14"))
    past = after(answered, now="2026-12-14", promises=promises)
    assert (past.verdict.allowed, past.plan.step(StepId.FOLLOW_UP).status) == (True, status)
    assert bool(past.todos) == (status is Status.DUE)


def test_after_an_answer_with_a_new_date_a_follow_up_is_left() -> None:
    sent = follow_ups("2026-12-07", "2026-12-14")
    answered = reply("deciding", "2026-12-15")
    without = after(*sent, answered, now="2026-12-23")
    assert without.follow_ups.left == 0
    dated = after(*sent, answered, now="2026-12-24", promises=[promise("2026-12-15", "2026-12-22")])
    assert (dated.follow_ups.left, dated.verdict.allowed) == (1, True)
    third = [*sent, *follow_ups("2026-12-24")]
    used = after(*third, answered, now="2027-01-04", promises=[promise("2026-12-15", "2026-12-22")])
    assert used.follow_ups.left == 0


def test_a_later_answer_without_a_date_takes_no_follow_up_back() -> None:
    sent = follow_ups("2026-12-07", "2026-12-14")
    answers = [reply("deciding", "2026-12-15"), reply("deciding", "2026-12-18")]
    plan = after(*sent, *answers, now="2026-12-24", promises=[promise("2026-12-15", "2026-12-30")])
    assert plan.follow_ups == (2, 3)


@pytest.mark.parametrize("says", ["deciding", "other", ""])
def test_an_answer_dated_by_the_day_of_the_interview_alone_counts(says: str) -> None:
    assert after(reply(says, "2026-11-19"), now="2026-11-20").plan.case.promised.day == day("2026-12-04")
    ended = after(reply(says, "2026-11-19"), now="2026-11-20").plan.answered_on
    assert ended == (None if says == "deciding" else day("2026-11-19"))
    assert after(reply(says, "2026-11-19T13:00"), now="2026-11-20").plan.answered_on is None


@pytest.mark.parametrize(
    ("answers", "quiet_until", "is_estimate"),
    [
        pytest.param([], "2026-12-17", True, id="nothing but the round"),
        pytest.param([reply("deciding", "2026-12-02")], "2026-12-08", False, id="a day after it"),
        pytest.param(
            [reply("deciding", "2026-12-02"), reply("next round", "2026-12-03")], "2026-12-17", True,
            id="a day before the invitation",
        ),
        pytest.param(
            [reply("next round", "2026-12-01"), reply("deciding", "2026-12-02")], "2026-12-08", False,
            id="a day after the invitation",
        ),
    ],
)  # fmt: skip
def test_a_round_called_off_yields_to_a_day_that_they_named_after_the_invitation(
    answers: list[Contact], quiet_until: str, is_estimate: bool
) -> None:
    promises = [promise("2026-12-02", "2026-12-08")] if len(answers) else []
    first = interview(notes=DONE, contacts=answers, promises=promises)
    called_off = interview("2026-12-10T10:00", id="b", outcome="cancelled")
    plan = position_plan(first, called_off, now="2026-12-04")
    assert (plan.promised.day, plan.promised.is_estimate) == (day(quiet_until), is_estimate)


@pytest.mark.parametrize(
    ("answers", "blocker"),
    [
        pytest.param([], Blocker.PLANNED, id="no answer on record"),
        pytest.param([reply("next round", "2026-12-02")], Blocker.PLANNED, id="the invitation"),
        # Without an invitation on record any answer may be older: the outcome is final for its round.
        pytest.param([reply("deciding", "2026-12-01")], Blocker.PLANNED, id="deciding, the day unknown"),
        pytest.param([reply("other", "2026-12-03")], Blocker.PLANNED, id="other, the day unknown"),
        pytest.param([reply("rejection", "2026-12-03")], Blocker.PLANNED, id="rejection, the day unknown"),
        pytest.param([reply("offer", "2026-12-03")], Blocker.OFFER, id="an offer"),
        pytest.param(
            [reply("deciding", "2026-12-01"), reply("next round", "2026-12-02")], Blocker.PLANNED,
            id="before it",
        ),
        pytest.param(
            [reply("next round", "2026-12-02"), reply("thanks", "2026-12-03")], Blocker.PLANNED, id="thanks"
        ),
        pytest.param(
            [reply("next round", "2026-12-02"), reply("deciding", "2026-12-03")], Blocker.QUIET, id="after it"
        ),
        pytest.param(
            [reply("next round", "2026-12-02"), reply("other", "2026-12-03")], Blocker.ANSWERED, id="other"
        ),
    ],
)  # fmt: skip
def test_the_last_answer_decides_whether_there_will_be_another_round(
    answers: list[Contact], blocker: Blocker
) -> None:
    assert after(*answers, now="2026-12-04", outcome="went on").verdict.blocker is blocker


def test_a_rejection_closes_the_position() -> None:
    plan = after(reply("rejection", "2026-12-01"), now="2026-12-02")
    assert (plan.outcome, plan.todos, plan.verdict.blocker) == ("rejected", (), Blocker.CLOSED)
    assert entry(plan).group is AgendaGroup.CLOSED


OFFER = reply("offer", "2026-11-30T10:00", "2026-12-08")


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-11-30T12:00", "Acme: answer the offer, by Tue 8 Dec"),
        ("2026-12-07", "Acme: answer the offer, by tomorrow"),
        ("2026-12-08", "Acme: answer the offer, today"),
        ("2026-12-09", "Acme: answered the offer?"),
        ("2026-12-15", "Acme: answered the offer?"),
        ("2026-12-16", ""),
    ],
)
def test_an_offer_asks_for_an_answer_until_a_week_after_its_day(now: str, line: str) -> None:
    plan = after(OFFER, now=now, notes="@ Dana")
    assert [text for text in due_lines([plan]) if "offer" in text] == ([line] if line else [])
    assert plan.offer is not None
    shown = entry(plan)
    assert (shown.group is AgendaGroup.DUE) == bool(line)
    assert "offer" in shown.next
    assert (plan.verdict.blocker, plan.quiet_until) == (Blocker.OFFER, None)
    assert [todo for todo in plan.todos if todo.step is not None] == []


def test_an_offer_without_a_day_has_an_estimate_and_is_never_late() -> None:
    plan = after(reply("offer", "2026-11-30"), now="2026-12-01")
    assert plan.offer is not None
    assert (plan.offer.answer_by, plan.offer.is_estimate) == (day("2026-12-07"), True)
    assert due_lines([plan]) == ["Acme: answer the offer, by Mon 7 Dec (our estimate)"]
    assert not any(todo.late for todo in after(reply("offer", "2026-11-30"), now="2026-12-10").todos)


@pytest.mark.parametrize(
    ("later", "answer_by"),
    [
        ([], "2026-12-08"),
        ([reply("other", "2026-12-01")], "2026-12-08"),
        ([reply("thanks", "2026-12-01")], "2026-12-08"),
        ([reply("rejection", "2026-12-01")], None),
        ([reply("offer", "2026-12-01", "2026-12-11")], "2026-12-11"),
        ([reply("offer", "2026-12-01", "2026-12-04")], "2026-12-04"),
        ([reply("offer", "2026-12-01")], "2026-12-08"),
        ([reply("offer", "2026-12-10")], "2026-12-17"),
        ([reply("rejection", "2026-12-01"), reply("offer", "2026-12-02", "2026-12-09")], "2026-12-09"),
    ],
)
def test_an_offer_outlives_all_but_a_rejection_and_a_newer_offer(
    later: list[Contact], answer_by: str | None
) -> None:
    offer = after(OFFER, *later, now="2026-12-03").offer
    assert (offer and offer.answer_by) == (day(answer_by) if answer_by else None)


@pytest.mark.parametrize("outcome", ["accepted", "declined", "offer", "withdrawn"])
def test_an_outcome_ends_an_offer(outcome: str) -> None:
    plan = after(OFFER, now="2026-12-03", outcome=outcome)
    assert (plan.offer, plan.todos, plan.outcome) == (None, (), outcome)


def test_asking_for_time_makes_it_their_turn_and_leaves_the_day() -> None:
    asked = contact("other", "2026-12-01").but(letter="ask for time")
    plan = after(OFFER, asked, now="2026-12-02")
    assert plan.offer is not None
    assert (plan.offer.is_their_turn, plan.offer.answer_by) == (True, day("2026-12-08"))
    assert due_lines([plan]) == ["Acme: hear back about the offer, by Tue 8 Dec"]
    assert after(OFFER, asked, now="2026-12-02").follow_ups.sent == 0


def search(now: str, *contacts: Contact, offer: Contact = OFFER, **more: object) -> PositionPlan:
    """Return the plan of Acme while Borealis has made an offer."""
    acme = interview(notes=DONE, contacts=contacts, **more)  # type: ignore[arg-type]
    borealis = interview("2026-11-17T10:00", DONE, [offer], id="b", company="Borealis")
    plans = plan_positions([acme, borealis], at(now), Rules())
    return next(plan for plan in plans if plan.position.company == "Acme")


IN_HAND = follow_ups("2026-11-30T15:00")[0].but(letter="offer in hand")


@pytest.mark.parametrize(
    ("now", "contacts", "allowed", "word"),
    [
        pytest.param("2026-11-30", [], True, "by Tue 8 Dec", id="in the quiet period"),
        pytest.param("2026-12-05", [], False, "weekend", id="a Saturday"),
        pytest.param("2026-12-01", [IN_HAND], False, "", id="sent already"),
        pytest.param("2026-12-01", follow_ups("2026-11-30"), True, "elsewhere", id="a day after another"),
        pytest.param("2026-12-01", follow_ups("2026-11-23", "2026-11-30"), False, "2 follow-ups", id="spent"),
        pytest.param("2026-12-01", [reply("other", "2026-11-30")], True, "elsewhere", id="answered"),
        pytest.param("2026-12-01", [reply("rejection", "2026-11-30")], False, "closed", id="closed"),
        pytest.param("2026-12-01", [OFFER], False, "offer", id="an offer of its own"),
    ],
)
def test_an_offer_in_hand_is_a_reason_to_write_elsewhere(
    now: str, contacts: list[Contact], allowed: bool, word: str
) -> None:
    plan = search(now, *contacts)
    assert plan.verdict.allowed == allowed
    assert word in plan.verdict.why
    assert "Borealis" not in plan.verdict.why
    assert not any(todo.step is StepId.FOLLOW_UP for todo in plan.todos)


def test_an_offer_in_hand_changes_neither_window_nor_steps() -> None:
    alone, with_offer = after(now="2026-12-01"), search("2026-12-01")
    assert (alone.window, alone.quiet_until) == (with_offer.window, with_offer.quiet_until)
    assert alone.plan.steps == with_offer.plan.steps
    weekend = search("2026-12-05").verdict
    assert weekend.from_day == day("2026-12-07")
    past = search("2026-12-09", offer=reply("offer", "2026-11-20", "2026-12-01"), promises=[
        promise("2026-11-20", "2026-12-18")
    ])  # fmt: skip
    assert not past.verdict.allowed


def test_the_verdict_says_whether_their_day_comes_before_the_deadline() -> None:
    assert "Fri 4 Dec, comes before it" in search("2026-11-30").verdict.why
    late = search("2026-11-30", promises=[promise("2026-11-20", "2026-12-18")])
    assert "comes too late for it" in late.verdict.why


def test_before_it_is_held_no_offer_in_hand_matters() -> None:
    assert not search("2026-12-01", held="2026-12-02T10:00").verdict.allowed


TWO_SENT = follow_ups("2026-12-01", "2026-12-08")


@pytest.mark.parametrize(
    ("record", "now", "is_suggested"),
    [
        pytest.param(
            interview(contacts=[reply("thanks", "2026-12-01")]), "2026-12-30", False, id="a message"
        ),
        pytest.param(
            interview(contacts=[reply("thanks", "2026-12-01")]), "2026-12-31", True, id="30 days on"
        ),
        pytest.param(interview(contacts=[OFFER]), "2027-03-01", False, id="an offer"),
        pytest.param(interview(let_go="not yet"), "2027-03-01", False, id="declined"),
        pytest.param(interview(outcome="went on"), "2027-01-10", False, id="it went on"),
        pytest.param(
            interview(contacts=[*TWO_SENT, reply("thanks", "2026-12-16")]), "2026-12-29", False, id="13 days"
        ),
        pytest.param(
            interview(contacts=[*TWO_SENT, reply("thanks", "2026-12-16")]), "2026-12-30", True, id="14 days"
        ),
    ],
)
def test_letting_go_is_suggested_where_nothing_is_to_come(
    record: Interview, now: str, is_suggested: bool
) -> None:
    assert bool(position_plan(record, now=now).suggest_closing) == is_suggested


def test_from_the_closing_on_nothing_is_due() -> None:
    first = interview("2026-11-19T10:00", "@ Dana\n+ references by 2026-11-20", id="a")
    second = interview("2026-11-26T10:00", "@ Luis", id="b", outcome="no answer")
    planned = interview("2026-11-26T18:00", id="c")
    plan = position_plan(first, second, planned, now="2026-11-26T12:00")
    assert (plan.outcome, plan.todos) == ("no answer", ())
    assert all(record_plan.todos == () for record_plan in plan.plans)


def test_notes_of_an_interview_put_on_record_late_are_asked_for_on_that_day() -> None:
    late = interview("2026-11-01T10:00", added_on=date(2026, 11, 20))
    today, tomorrow = position_plan(late, now="2026-11-20"), position_plan(late, now="2026-11-21")
    assert today.plan.step(StepId.WRITE_DOWN).status is Status.OPEN
    assert "write it down" in [todo.text for todo in today.todos]
    assert tomorrow.plan.step(StepId.WRITE_DOWN).status is Status.LAPSED
    assert "write it down" not in [todo.text for todo in tomorrow.todos]


@pytest.mark.parametrize(("today", "kept"), [("2026-11-26", None), ("2026-11-27", "2026-11-27")])
def test_the_day_is_kept_where_an_interview_is_added_after_its_notes_lapsed(
    today: str, kept: str | None
) -> None:
    after_adding = AddInterview(interview(), day(today)).apply(Logbook())
    assert after_adding.interviews[0].added_on == (day(kept) if kept else None)
    assert AddInterview(interview()).apply(Logbook()).interviews[0].added_on is None


@pytest.mark.parametrize(("today", "status"), [("2026-11-22", Status.OPEN), ("2026-11-23", Status.LAPSED)])
def test_notes_of_a_round_put_on_record_after_the_next_are_asked_for_on_that_day(
    today: str, status: Status
) -> None:
    second = interview("2026-11-21T10:00", id="b")
    added = AddInterview(interview("2026-11-19T10:00", id="a"), day("2026-11-22"))
    first, _ = sorted(
        added.apply(Logbook().but(interviews=(second,))).interviews, key=lambda record: record.id
    )
    plan = position_plan(first, second, now=today).plan_of("a")
    assert plan.step(StepId.WRITE_DOWN).status is status


def test_notes_lapse_when_the_next_round_is_held() -> None:
    first = interview("2026-11-19T10:00", id="a")
    second = interview("2026-11-21T10:00", id="b")
    before = position_plan(first, second, now="2026-11-21T09:00").plan_of("a")
    held = position_plan(first, second, now="2026-11-21T10:00").plan_of("a")
    assert (before.step(StepId.WRITE_DOWN).status, held.step(StepId.WRITE_DOWN).status) == ("late", "lapsed")


def test_thanks_lapse_with_the_first_day_of_the_window() -> None:
    soon = interview(notes="@ Dana\n> 2026-11-20")
    assert position_plan(soon, now="2026-11-22").plan.step(StepId.THANK).status is Status.LATE
    assert position_plan(soon, now="2026-11-23").plan.step(StepId.THANK).status is Status.LAPSED


def test_the_answer_to_a_rejection_waits_until_it_is_sent_or_skipped() -> None:
    rejection = reply("rejection", "2026-11-24T09:00")
    sent = contact("other", "2026-11-25T09:00").but(letter=ANSWER_TO_REJECTION)
    waiting = after(rejection, now="2026-11-25")
    assert waiting.outcome == REJECTED
    assert rejection_reply(waiting.position, waiting.outcome) == SendState(None, False)
    assert not waiting.todos
    answered = after(rejection, sent, now="2026-11-25")
    assert rejection_reply(answered.position, answered.outcome) == SendState(sent, False)
    skips = {"letters": (ANSWER_TO_REJECTION,)}
    skipped = after(rejection, now="2026-11-25", skips=skips)
    assert rejection_reply(skipped.position, skipped.outcome) == SendState(None, True)


def test_a_rejection_written_by_hand_in_capitals_asks_for_such_an_answer() -> None:
    position = after(now="2026-11-25", outcome="Rejected")
    assert rejection_reply(position.position, position.outcome) == SendState(None, False)


@pytest.mark.parametrize("outcome", ["", "withdrawn", "no answer", "accepted"])
def test_only_a_rejection_asks_for_such_an_answer(outcome: str) -> None:
    position = after(now="2026-11-25", outcome=outcome)
    assert rejection_reply(position.position, position.outcome) is None


def test_an_invitation_without_a_day_is_named_with_the_quiet_period() -> None:
    invited = contact("reply", "2026-11-24").but(says="next round")
    plan = position_plan(interview(notes=FULL_NOTES, contacts=[invited]), now="2026-11-25").plan
    assert plan.quiet_until == day("2026-12-09")
    plan = position_plan(interview(contacts=[invited]), now="2026-11-25").plan
    assert plan.quiet_until == day("2026-12-01")
    assert plan.verdict.why == (
        "They invited you to the next round yesterday, without a day; quiet for 7 days, until Tue 1 Dec "
        "(our own rule)."
    )
    assert plan.case.awaits_round_day
