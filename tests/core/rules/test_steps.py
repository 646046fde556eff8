"""The six steps: the state of each as time passes, ticks and skips, and the reason in a sentence."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import SKIPPED, Contact, Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan
from followup_tui.core.rules.plan_types import Source, Status
from tests.core.builders import (
    FULL_NOTES,
    all_rules,
    contact,
    day,
    follow_ups,
    interview,
    interviews,
    planned,
    position_plan,
    promise,
    statuses,
)

BEFORE = "upcoming upcoming upcoming upcoming upcoming upcoming"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-18", BEFORE, id="the day before"),
        pytest.param("2026-11-19T13:59:59", BEFORE, id="a second before"),
        pytest.param("2026-11-19T14:00", "due due due upcoming open upcoming", id="as it begins"),
        pytest.param("2026-11-19T23:59:59", "due due due upcoming open upcoming", id="before midnight"),
        pytest.param("2026-11-20T00:00", "open late late open open upcoming", id="midnight"),
        pytest.param("2026-11-22", "open late late open open upcoming", id="very late"),
        pytest.param("2026-11-24T23:59:59", "open late late open open upcoming", id="thanks: the fifth day"),
        pytest.param("2026-11-25T00:00", "open late lapsed open open upcoming", id="thanks lapse"),
        pytest.param("2026-11-26T23:59:59", "open late lapsed open open upcoming", id="the guessed day"),
        pytest.param("2026-11-27T00:00", "open lapsed lapsed open done due", id="Friday, the first day"),
        pytest.param("2026-11-30T23:59:59", "open lapsed lapsed open done due", id="Monday, the second"),
        pytest.param("2026-12-01T00:00", "open lapsed lapsed open done late", id="after the window"),
        pytest.param("2199-12-31", "open lapsed lapsed open done late", id="in the end"),
    ],
)
def test_without_notes_the_steps_become_due_by_their_days(now: str, expected: str) -> None:
    assert statuses(planned(interview(), now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-19T13:59", BEFORE),
        ("2026-11-19T15:00", "done done due upcoming open upcoming"),
        ("2026-11-20", "done done late open open upcoming"),
        ("2026-12-09", "done done lapsed open open upcoming"),
        ("2026-12-10", "done done lapsed open done due"),
        ("2026-12-11", "done done lapsed open done due"),
        ("2026-12-12", "done done lapsed open done late"),
    ],
)
def test_once_it_is_written_down_the_steps_of_the_notes_are_done(now: str, expected: str) -> None:
    assert statuses(planned(interview(notes=FULL_NOTES), now)) == expected


@pytest.mark.parametrize(
    ("notes", "promises", "status"),
    [
        ("", 0, "due"),
        ("> soon", 0, "due"),
        ("+ references", 0, "due"),
        ("> soon\n+ references", 0, "done"),
        ("> none\n+ none", 0, "done"),
        ("+ none", 1, "done"),
        ("", 1, "due"),
        (">\n+", 0, "due"),
    ],
)
def test_asking_wants_the_timeline_and_the_material(notes: str, promises: int, status: str) -> None:
    record = interview(notes=notes, promises=[promise("2026-11-19", "2026-12-04")] * promises)
    assert planned(record, "2026-11-19T15:00").step(StepId.ASK).status == status


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (
            "",
            "what happens next and by when (>) and whether they want more material (+).",
        ),
        ("> soon", "says to find out whether they want more material (+)."),
        ("+ none", "what happens next and by when (>)."),
    ],
)
def test_asking_says_what_is_not_known_yet(notes: str, words: str) -> None:
    assert planned(interview(notes=notes), "2026-11-20").step(StepId.ASK).why.endswith(words)


@pytest.mark.parametrize("now", ["2026-11-19T15:00", "2026-11-20", "2026-11-27"])
def test_only_people_met_in_person_are_connected_with_on_the_day_as_well_as_later(now: str) -> None:
    step = planned(interview(notes="@ Dana", setting="video"), now).step(StepId.CONNECT)
    assert step.status == "done"
    assert step.why.startswith("You met by video")


@pytest.mark.parametrize(
    ("notes", "missing"),
    [
        ("", "names (@), documents given (=), concerns (!) and personal things (~)"),
        ("@ Dana\n= none\n! none", "personal things (~)"),
        ("= portfolio\n~ hockey", "names (@) and concerns (!)"),
        ("plain words\n@\n= \n!\n~", "names (@), documents"),
        ("@ none\n= none\n! none\n~ none", ""),
        ("@ Dana\n= CV\n! k8s\n~ hockey", ""),
    ],
)
def test_writing_down_wants_four_kinds(notes: str, missing: str) -> None:
    step = planned(interview(notes=notes), "2026-11-20").step(StepId.WRITE_DOWN)
    assert step.status == ("late" if missing else "done")
    assert missing in step.why


THANKED = contact("thank-you", "2026-11-19T20:00", "dana")
CONNECTED = contact("connect", "2026-11-20", "Luis")


@pytest.mark.parametrize(
    ("step", "contacts", "skips", "status"),
    [
        ("thank", [], {}, "late"),
        ("thank", [THANKED], {}, "late"),
        ("thank", [THANKED], {"connect": ["Luis"]}, "late"),
        ("thank", [THANKED], {"thank": ["Luis"]}, "done"),
        ("thank", [THANKED], {"thank": ["  LUIS "]}, "done"),
        ("thank", [], {"thank": ["Dana", "Luis"]}, "done"),
        ("thank", [THANKED, contact("thank-you", "2026-11-20", "Luis")], {}, "done"),
        ("thank", [THANKED, contact("thank-you", "2026-11-20", "Louis")], {}, "late"),
        ("thank", [THANKED, contact("other", "2026-11-20", "Luis")], {}, "late"),
        ("thank", [contact("thank-you", "2026-11-20")], {}, "late"),
        ("connect", [CONNECTED], {}, "open"),
        ("connect", [CONNECTED], {"connect": ["Dana"]}, "done"),
        ("connect", [CONNECTED, contact("connect", "2026-11-20", "Dana")], {}, "done"),
        ("connect", [], {"connect": ["Dana", "Luis"]}, "done"),
        ("connect", [], {"thank": ["Dana", "Luis"]}, "open"),
    ],
)
def test_each_person_is_thanked_and_connected_with_or_skipped(
    step: str, contacts: list[Contact], skips: dict[str, list[str]], status: str
) -> None:
    record = interview(notes="@ Dana\n@ Luis, recruiter", contacts=contacts, skips=skips)
    assert planned(record, "2026-11-20").step(StepId(step)).status == status


@pytest.mark.parametrize(
    ("contacts", "now", "who"),
    [
        ([], "2026-11-19T15:00", "note to Dana and Luis by the end"),
        ([THANKED], "2026-11-19T21:00", "note to Luis by the end"),
        ([THANKED], "2026-11-20", "still worth sending, to Luis: 26%"),
    ],
)
def test_thanking_says_whom(contacts: list[Contact], now: str, who: str) -> None:
    record = interview(notes="@ Dana\n@ Luis", contacts=contacts)
    assert who in planned(record, now).step(StepId.THANK).why


@pytest.mark.parametrize(
    ("contacts", "promises", "now", "status"),
    [
        pytest.param([], [], "2026-11-25", Status.LATE, id="before the window"),
        pytest.param([], [], "2026-11-26", Status.LAPSED, id="the window opens"),
        pytest.param(["other 2026-11-25"], [], "2026-11-27", Status.LATE, id="answered before the window"),
        pytest.param(["other 2026-11-26"], [], "2026-11-27", Status.LAPSED, id="answered on its first day"),
        pytest.param(["other 2026-11-27"], [], "2026-11-27", Status.LAPSED, id="answered in the window"),
        pytest.param(["deciding 2026-11-27"], [], "2026-11-28", Status.LAPSED, id="a new wait"),
        pytest.param(["thanks 2026-11-25"], [], "2026-11-27", Status.LAPSED, id="thanks alone end no wait"),
        pytest.param([], ["2026-11-25 2026-12-04"], "2026-11-27", Status.LATE, id="a new day before it"),
        pytest.param([], ["2026-11-27 2026-12-04"], "2026-11-27", Status.LAPSED, id="a new day after it"),
        pytest.param(
            ["deciding 2026-11-25", "other 2026-11-28"],
            ["2026-11-25 2026-11-26"],
            "2026-11-28",
            Status.LAPSED,
            id="answered twice",
        ),
    ],
)
def test_thanks_that_lapsed_with_the_window_stay_lapsed(
    contacts: list[str], promises: list[str], now: str, status: Status
) -> None:
    answers = [contact("reply", when).but(says=says) for says, when in map(str.split, contacts)]
    days = [promise(*each.split()) for each in promises]
    record = interview("2026-11-23T10:00", "@ Dana\n> 2026-11-24", answers, days)
    assert planned(record, now).step(StepId.THANK).status is status


@pytest.mark.parametrize("step", ["thank", "connect"])
def test_where_nobody_was_met_nobody_is_thanked(step: str) -> None:
    assert planned(interview(notes="@ none"), "2026-11-20").step(StepId(step)).status is Status.DONE
    assert planned(interview(notes="@"), "2026-11-20").step(StepId(step)).status is not Status.DONE


def test_connecting_at_once_leaves_nothing_for_the_day_after() -> None:
    record = interview(notes="@ Luis", contacts=[contact("connect", "2026-11-19T18:00", "Luis")])
    assert planned(record, "2026-11-19T19:00").step(StepId.CONNECT).status is Status.DONE


@pytest.mark.parametrize(
    ("setting", "status", "word"),
    [
        ("in person", "open", "never Facebook (the article)"),
        ("video", "done", "by video"),
        ("phone", "done", "by phone"),
    ],
)
def test_connecting_is_for_people_met_in_person(setting: str, status: str, word: str) -> None:
    step = planned(interview(notes="@ Dana", setting=setting), "2026-12-20").step(StepId.CONNECT)
    assert (step.status, step.due, step.opens) == (status, None, day("2026-11-20"))
    assert word in step.why


@pytest.mark.parametrize(
    ("contacts", "now", "expected"),
    [
        pytest.param(follow_ups("2026-11-27"), "2026-11-27", "done done", id="sent"),
        pytest.param(follow_ups("2026-11-27"), "2026-12-20", "done done", id="the second never presses"),
        pytest.param(follow_ups("2026-11-21"), "2026-11-23", "open done", id="sent too soon: still sent"),
        pytest.param([contact("reply", "2026-11-21")], "2026-11-21", "done done", id="answered early"),
        pytest.param([contact("reply", "2026-11-19T13:00")], "2026-11-21", "open upcoming", id="before it"),
        pytest.param([contact("other", "2026-11-21")], "2026-11-23", "open upcoming", id="another message"),
    ],
)
def test_waiting_and_following_up_follow_from_what_happened(
    contacts: list[Contact], now: str, expected: str
) -> None:
    assert statuses(planned(interview(contacts=contacts), now)).endswith(" " + expected)


@pytest.mark.parametrize(
    ("said_on", "now", "expected"),
    [
        pytest.param("2026-12-02", "2026-12-02T18:00", "open upcoming", id="that day: quiet again"),
        pytest.param("2026-12-02", "2026-12-11", "open upcoming", id="the new day"),
        pytest.param("2026-12-02", "2026-12-14", "done due", id="a new window"),
        pytest.param("2026-12-02", "2026-12-15", "done due", id="its second day"),
        pytest.param("2026-12-02", "2026-12-16", "done late", id="after it"),
        pytest.param("2026-12-03", "2026-12-14", "done due", id="the date came a day after the answer"),
        pytest.param("2026-12-01", "2026-12-14", "done done", id="the date is older than the answer"),
    ],
)
@pytest.mark.parametrize("sent", ["2026-11-27", "2026-12-02T09:00"], ids=["days before", "that morning"])
def test_an_answer_with_a_new_date_starts_the_wait_anew(
    said_on: str, now: str, expected: str, sent: str
) -> None:
    contacts = [*follow_ups(sent), contact("reply", "2026-12-02T15:00")]
    plan = planned(interview(contacts=contacts, promises=[promise(said_on, "2026-12-11")]), now)
    assert statuses(plan).endswith(" " + expected)
    assert plan.follow_ups.left == 1


@pytest.mark.parametrize("with_date", [True, False], ids=["their day", "our estimate"])
@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(["2026-11-27"], "done due", id="before the answer"),
        pytest.param(["2026-11-27", "2026-12-10"], "done done", id="for the new day"),
    ],
)
def test_our_estimate_after_an_answer_counts_like_a_day_of_theirs(
    sent: list[str], expected: str, with_date: bool
) -> None:
    contacts = [*follow_ups(*sent), contact("reply", "2026-12-02").but(says="deciding")]
    promises = [promise("2026-12-02", "2026-12-09")] if with_date else []
    plan = planned(interview(contacts=contacts, promises=promises), "2026-12-10T13:00")
    assert statuses(plan).endswith(" " + expected)


@pytest.mark.parametrize(
    ("decide_by", "status"),
    [
        pytest.param("2026-11-30", Status.DONE, id="sent after that day"),
        pytest.param("2026-12-01", Status.UPCOMING, id="sent on that day"),
    ],
)
def test_a_follow_up_counts_for_a_past_day_that_was_put_on_record_later(
    decide_by: str, status: Status
) -> None:
    record = interview(contacts=follow_ups("2026-12-01"), promises=[promise("2026-12-02", decide_by)])
    assert planned(record, "2026-12-03").step(StepId.FOLLOW_UP).status is status


def test_a_follow_up_after_the_new_date_completes_the_step() -> None:
    contacts = [*follow_ups("2026-11-27", "2026-12-14"), contact("reply", "2026-12-02")]
    record = interview(contacts=contacts, promises=[promise("2026-12-02", "2026-12-11")])
    assert statuses(planned(record, "2026-12-15")).endswith(" done done")


@pytest.mark.parametrize(
    ("now", "contacts", "outcome", "is_quiet"),
    [
        pytest.param("2026-11-20", [], "", True, id="early"),
        pytest.param("2026-11-26T23:59", [], "", True, id="the last day"),
        pytest.param("2026-11-27T00:00", [], "", False, id="over"),
        pytest.param("2026-11-20", [contact("reply", "2026-11-20")], "", False, id="they answered"),
        pytest.param("2026-11-20", [], "offer", False, id="closed"),
    ],
)
@pytest.mark.parametrize("tick", ["2026-11-20", SKIPPED])
def test_a_tick_of_the_wait_leaves_the_quiet_period_as_it_is(
    now: str, contacts: list[Contact], outcome: str, is_quiet: bool, tick: str
) -> None:
    plan = planned(interview(contacts=contacts, ticks={"wait": tick}, outcome=outcome), now)
    assert plan.step(StepId.WAIT).why.startswith("Still quiet until Thu 26 Nov.") == is_quiet
    assert plan.step(StepId.WAIT).status.is_finished


@pytest.mark.parametrize(
    ("now", "when"),
    [
        ("2026-11-30", "is on Wed 2 Dec"),
        ("2026-12-01", "is tomorrow"),
        ("2026-12-02", "is today"),
        ("2026-12-03", "was yesterday"),
        ("2026-12-10", "was on Wed 2 Dec"),
    ],
)
def test_an_earlier_round_says_when_the_next_is_or_was(now: str, when: str) -> None:
    first = interview("2026-11-19T14:00", id="a", notes="@ none")
    plan = position_plan(first, interview("2026-12-02T14:00", id="b"), now=f"{now}T18:00").plan_of("a")
    assert plan.step(StepId.WAIT).why == f"The next round {when}; the wait is over."
    assert plan.step(StepId.FOLLOW_UP).why == f"The next round {when}."


@pytest.mark.parametrize("step", list(StepId))
@pytest.mark.parametrize(("tick", "status"), [("2026-11-20", "done"), (SKIPPED, "skipped")])
@pytest.mark.parametrize("now", ["2026-11-18", "2026-11-19T15:00", "2026-12-20"])
def test_a_tick_or_a_skip_decides_for_its_step_alone(step: StepId, tick: str, status: str, now: str) -> None:
    by_rules, by_hand = planned(interview(), now), planned(interview(ticks={step.value: tick}), now)
    made = by_hand.step(step)
    assert (made.status, made.by_hand) == (status, True)
    message = "You skipped this step." if tick == SKIPPED else "You marked this done "
    assert message in made.why
    days = [(record.opens, record.due, record.closes) for record in by_rules.steps]
    assert [(record.opens, record.due, record.closes) for record in by_hand.steps] == days
    assert [record for record in by_hand.steps if record.step is not step] == [
        record for record in by_rules.steps if record.step is not step
    ]


@pytest.mark.parametrize(
    ("step", "now", "words"),
    [
        ("ask", "2026-11-19T15:00", "The article says to find out what"),
        ("write-down", "2026-11-19T15:00", "(~), or “@ none”."),
        ("write-down", "2026-11-19T15:00", "Up to 73% is gone within 2 days (the article)"),
        ("thank", "2026-11-19T15:00", "by the end of the day (the article)"),
        ("thank", "2026-11-20", "Late, and still worth sending"),
        ("thank", "2026-11-21", "Late, and still worth sending"),
        ("thank", "2026-11-22", "Very late, and still worth sending"),
        ("thank", "2026-11-22", "26% of interviewers expect one within 2 days (a survey"),
        ("connect", "2026-11-19T15:00", "from the day after (career guides)"),
        ("wait", "2026-11-20", "Thu 26 Nov, our estimate: 7 days when no date is known (career guides)"),
        ("wait", "2026-11-27", "ended with Thu 26 Nov (the article)"),
        ("follow-up", "2026-11-20", "Fri 27 – Mon 30 Nov: a day or two after the promised day (the article)"),
        ("follow-up", "2026-11-20", "working days (our own rule)"),
        ("follow-up", "2026-11-27", "is the time to check in, with a detail you talked about (the article)"),
        ("follow-up", "2026-12-01", "was the time; a short check-in is still fine (the article)"),
    ],
)
def test_a_step_gives_the_reason_for_its_status(step: str, now: str, words: str) -> None:
    assert words in planned(interview(), now).step(StepId(step)).why


@given(record=interviews(ticked=True), rules=all_rules, after=st.integers(0, 3000))
def test_whatever_is_left_to_do_says_whose_rule_it_is(record: Interview, rules: Rules, after: int) -> None:
    for step in plan(record, record.held_at + timedelta(hours=after), rules).steps:
        assert step.why.strip().endswith((".", "…"))
        assert step.status.is_finished or any(source.value in step.why.lower() for source in Source)


COURSES = {
    StepId.ASK: ("upcoming", "due", "open"),
    StepId.WRITE_DOWN: ("upcoming", "due", "late", "lapsed"),
    StepId.THANK: ("upcoming", "due", "late", "lapsed"),
    StepId.CONNECT: ("upcoming", "open"),
    StepId.WAIT: ("upcoming", "open"),
    StepId.FOLLOW_UP: ("upcoming", "due", "late"),
}
"""The statuses of each step, in their order; each may end in `done`."""


@given(
    record=interviews(),
    rules=all_rules,
    hours=st.lists(st.integers(-300, 3000), max_size=10),
    travels=st.sampled_from(("", "Europe/Berlin", "America/Los_Angeles")),
)
def test_unticked_a_step_only_moves_forward(
    record: Interview, rules: Rules, hours: list[int], travels: str
) -> None:
    zone = ZoneInfo(travels) if travels else record.held_at.tzinfo
    # Edges are where it happens: the hour of the interview, the midnights after it.
    edges = {*hours, -1, 0, 12, 24, 48, 72}
    clock: list[datetime] = [
        (record.held_at + timedelta(hours=number)).astimezone(zone) for number in sorted(edges)
    ]
    plans = [plan(record, now, rules) for now in clock]
    for step, course in COURSES.items():
        went = [(*course, "done").index(step_plan.step(step).status) for step_plan in plans]
        assert went == sorted(went)
