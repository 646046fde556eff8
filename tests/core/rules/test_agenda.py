"""What can be done today, and the list of interviews: groups, order, and the next thing for each."""

import pytest

from followup_tui.core.model.logbook import Contact, Interview, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import (
    AgendaGroup,
    Entry,
    due_lines,
    entry,
    next_date,
    role_and_round,
    sort_entries,
)
from followup_tui.core.rules.plan import plan_positions
from tests.core.builders import (
    FULL_NOTES,
    at,
    contact,
    day,
    follow_ups,
    holidays,
    interview,
    planned,
    position_plan,
    promise,
)


def todos(record: Interview, now: str) -> list[str]:
    plan = planned(record, now)
    return [f"{todo.text}: {todo.when(plan.today)}".removesuffix(": ") for todo in plan.todos]


MATERIALS = "\n+ references by 2026-12-09\n+ code by 2026-12-02\n+ a photo"


@pytest.mark.parametrize(
    ("record", "now", "expected"),
    [
        pytest.param(interview(), "2026-11-19T13:00", [], id="before"),
        pytest.param(
            interview(),
            "2026-11-19T15:00",
            ["write it down: today", "note when they decide: today", "thank the people you met: today"],
            id="that day",
        ),
        pytest.param(
            interview(notes="@ Dana\n@ Luis\n! none"),
            "2026-11-19T15:00",
            ["finish the notes: today", "note when they decide: today", "thank 2 people: today"],
            id="half written",
        ),
        pytest.param(
            interview(notes="@ Dana\n! none\n= none\n~ none\n> by Friday"),
            "2026-11-19T15:00",
            ["note what they want: today", "thank Dana: today"],
            id="the timeline is known, the material question open",
        ),
        pytest.param(
            interview(notes="@ Dana"),
            "2026-11-20",
            ["thank Dana: late", "finish the notes: late"],
            id="the day after: asking is past",
        ),
        pytest.param(interview(notes=FULL_NOTES), "2026-11-20", ["thank 2 people: late"], id="written down"),
        pytest.param(
            interview(notes=FULL_NOTES, skips={"thank": ["Luis"]}),
            "2026-11-20",
            ["thank Dana: late"],
            id="skip",
        ),
        pytest.param(
            interview(notes=FULL_NOTES, ticks={"thank": "2026-11-19"}), "2026-12-09", [], id="calm: quiet"
        ),
        pytest.param(
            interview(notes=FULL_NOTES + MATERIALS, ticks={"thank": "skipped"}),
            "2026-12-09",
            ["send code: late", "send references: today", "send a photo"],
            id="materials by their days",
        ),
        pytest.param(
            interview(notes=FULL_NOTES + MATERIALS),
            "2026-12-10",
            ["send code: late", "send references: late", "send a photo", "follow up: by tomorrow"],
            id="material before the check-in",
        ),
        pytest.param(
            interview(notes=FULL_NOTES, ticks={"thank": "skipped"}),
            "2026-12-11",
            ["follow up: today"],
            id="last day",
        ),
        pytest.param(
            interview(notes=FULL_NOTES, ticks={"thank": "skipped"}),
            "2026-12-12",
            [],
            id="late, but a Saturday",
        ),
        pytest.param(
            interview(notes=FULL_NOTES, ticks={"thank": "skipped"}),
            "2026-12-14",
            ["follow up: late"],
            id="late",
        ),
        pytest.param(
            interview(notes="> 2026-12-10\n+ none", ticks={"thank": "skipped", "write-down": "skipped"}),
            "2026-12-12",
            [],
            id="a weekend inside the window",
        ),
        pytest.param(interview(outcome="offer"), "2026-12-14", [], id="closed"),
        pytest.param(
            interview(ticks={step.value: "skipped" for step in StepId}), "2026-12-14", [], id="all skipped"
        ),
    ],
)
def test_the_list_says_what_can_be_done_today(record: Interview, now: str, expected: list[str]) -> None:
    assert todos(record, now) == expected


DONE = "> {}\n+ none\n@ none\n= none\n! none\n~ none"
"""Notes that leave nothing to do but to wait for the day that fills the gap."""


def listed(record: Interview, now: str, rules: Rules | None = None) -> Entry:
    return entry(position_plan(record, now=now, rules=rules))


@pytest.mark.parametrize(
    ("record", "now", "expected"),
    [
        pytest.param(interview(), "2026-11-18", "due: interview tomorrow 14:00", id="tomorrow"),
        pytest.param(interview(), "2026-11-01", "upcoming: Thu 19 Nov 14:00", id="in weeks"),
        pytest.param(interview(), "2025-11-01", "upcoming: Thu 19 Nov 2026 14:00", id="in a year"),
        pytest.param(interview(), "2026-11-19T13:59", "due: interview today 14:00", id="in a minute"),
        pytest.param(interview(), "2026-11-19T14:00", "due: write it down today", id="now"),
        pytest.param(interview(), "2026-11-20", "due: thank the people you met late", id="late"),
        pytest.param(
            interview(notes="> 2026-12-09\n+ none"),
            "2026-11-19T15:00",
            "due: write it down today",
            id="asked",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-12-09")),
            "2026-12-09",
            "waiting: quiet until Wed 9 Dec",
            id="quiet",
        ),
        pytest.param(
            interview(notes=DONE.format("soon")),
            "2026-11-20",
            "waiting: quiet until Thu 26 Nov (our estimate)",
            id="a guess",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-11-20")),
            "2026-11-21",
            "waiting: follow up from Mon 23 Nov",
            id="past the promise, too soon",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-12-09")),
            "2026-12-10",
            "due: follow up by tomorrow",
            id="window",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-12-09")),
            "2026-12-11",
            "due: follow up today",
            id="its last day",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-12-10")),
            "2026-12-12",
            "waiting: follow up Mon 14 Dec",
            id="a weekend inside the window",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-12-09")), "2026-12-14", "due: follow up late", id="after it"
        ),
        pytest.param(
            interview(notes=DONE.format("2026-11-26"), contacts=follow_ups("2026-11-27")),
            "2026-11-30",
            "waiting: follow up again from Fri 4 Dec",
            id="between two",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-11-26"), contacts=follow_ups("2026-11-27")),
            "2026-12-04",
            "waiting: may follow up again",
            id="time for the second",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-11-26"), contacts=follow_ups("2026-11-27")),
            "2026-12-05",
            "waiting: follow up again Mon 7 Dec",
            id="the second, on a Saturday",
        ),
        pytest.param(
            interview(notes=DONE.format("2026-11-26"), contacts=follow_ups("2026-11-27", "2026-12-04")),
            "2026-12-05",
            "waiting: both follow-ups sent",
            id="both sent",
        ),
        pytest.param(
            interview(notes=DONE.format("x"), contacts=follow_ups("2026-11-27", "2026-12-04", "2026-12-14")),
            "2026-12-15",
            "waiting: 3 follow-ups sent",
            id="a third, with a reason",
        ),
        pytest.param(
            interview(notes=DONE.format("x"), contacts=[contact("reply", "2026-11-24")]),
            "2026-11-25",
            "waiting: they answered yesterday",
            id="answered",
        ),
        pytest.param(
            interview(
                notes=DONE.format("x").replace(
                    "+ none", "+ CV by 2026-11-25\n+ references by 2026-11-24\n+ x"
                )
            ),
            "2026-11-20",
            "waiting: send x by tomorrow (our estimate)",
            id="material comes first, undated on the day of our estimate",
        ),
        pytest.param(
            interview(notes=DONE.format("x").replace("+ none", "+ references by 2026-12-24")),
            "2026-11-20",
            "waiting: quiet until Thu 26 Nov (our estimate)",
            id="material comes later",
        ),
        pytest.param(
            interview(notes=DONE.format("x"), contacts=follow_ups("2026-11-27", "2026-12-04")),
            "2026-12-18",
            "waiting: let it go?",
            id="silence",
        ),
        pytest.param(interview(outcome="offer"), "2026-11-18", "closed: offer", id="closed"),
        pytest.param(interview(outcome="no"), "2026-11-20", "closed: no", id="closed with things to do"),
    ],
)
def test_an_entry_says_what_comes_next(record: Interview, now: str, expected: str) -> None:
    row = listed(record, now)
    assert f"{row.group}: {row.next} {row.when}".rstrip() == expected
    assert row.is_late == expected.endswith(" late")


@pytest.mark.parametrize(
    ("limit", "sent", "expected"),
    [(1, 1, "1 follow-up sent"), (0, 0, "0 follow-ups sent"), (3, 3, "3 follow-ups sent")],
)
def test_a_budget_of_another_size_is_counted(limit: int, sent: int, expected: str) -> None:
    sent_messages: list[Contact] = follow_ups("2026-11-27", "2026-12-04", "2026-12-11")[:sent]
    record = interview(notes=DONE.format("x"), contacts=sent_messages)
    assert listed(record, "2026-12-05", holidays(follow_up_limit=limit)).next == expected


@pytest.mark.parametrize(
    ("role", "round", "expected"),
    [("", 1, ""), ("Engineer", 1, "Engineer"), ("", 2, "round 2"), ("Engineer", 3, "Engineer · round 3")],
)
def test_the_detail_is_what_is_known(role: str, round: int, expected: str) -> None:
    assert role_and_round(interview(role=role, round=round)) == expected


CODE = [contact("material", "2026-11-20", text="code")]


@pytest.mark.parametrize(
    ("record", "now", "expected"),
    [
        (interview(), "2026-11-20", "2026-11-27"),
        (interview(notes="+ code by 2026-11-24"), "2026-11-20", "2026-11-24"),
        (interview(notes="+ code by 2026-11-24"), "2026-11-24", "2026-11-24"),
        (interview(notes="+ CV\n+ code by 2026-11-24", contacts=CODE), "2026-11-20", "2026-11-21"),
        (interview(notes="+ code by 2026-11-24"), "2026-11-25", "2026-11-27"),
        (interview(outcome="offer"), "2026-11-20", None),
    ],
)
def test_the_next_day_on_which_something_happens(record: Interview, now: str, expected: str | None) -> None:
    assert next_date(position_plan(record, now=now)) == (day(expected) if expected else None)


NOW = "2026-11-25T12:00"
IN_ORDER = [
    ("in an hour", interview(held="2026-11-25T13:00")),
    ("in an hour and a bit, elsewhere", interview(held="2026-11-25T04:15-08:00")),
    ("thank today", interview(held="2026-11-25T10:00", notes=DONE.format("x").replace("none", "Dana", 2))),
    ("1 day late", interview(held="2026-11-24T10:00", notes="@ Dana")),
    ("window closes tomorrow", interview(notes=DONE.format("2026-11-24"))),
    ("closes tomorrow, thanks lapsed", interview(held="2026-11-18T10:00", notes="@ Dana\n> 2026-11-24")),
    ("6 days late", interview(held="2026-11-19T10:00", notes="@ Dana")),
    ("tomorrow", interview(held="2026-11-26T09:00")),
    ("quiet until 26", interview(held="2026-11-20T10:00", notes=DONE.format("2026-11-26"))),
    ("quiet until 30, newer", interview(held="2026-11-23T10:00", notes=DONE.format("2026-11-30"))),
    ("quiet until 30, older", interview(held="2026-11-20T10:00", notes=DONE.format("2026-11-30"))),
    ("quiet, revised", interview(notes=DONE.format("x"), promises=[promise("2026-11-24", "2026-12-09")])),
    ("they answered", interview(notes=DONE.format("x"), contacts=[contact("reply", "2026-11-24")])),
    ("in two days", interview(held="2026-11-27T09:00")),
    ("in a week", interview(held="2026-12-02T09:00")),
    ("closed, newer", interview(held="2026-11-24T10:00", outcome="no")),
    ("closed, older", interview(held="2026-11-20T10:00", outcome="offer")),
]


@pytest.mark.parametrize("turned", [1, -1])
def test_the_most_urgent_comes_first(turned: int) -> None:
    named = [record.but(id=f"{number:02}", company=name) for number, (name, record) in enumerate(IN_ORDER)]
    entries = sort_entries([entry(position_plan(record, now=NOW)) for record in named[::turned]])
    assert [record.company for record in entries] == [name for name, _ in IN_ORDER]
    assert [record.group for record in entries] == sorted(
        (record.group for record in entries), key=list(AgendaGroup).index
    )
    assert {record.group for record in entries} == set(AgendaGroup)


def test_due_lines_begin_with_todays_interviews_and_end_with_tomorrows() -> None:
    records = [
        interview("2026-11-19T20:00", id="late", company="Cyan"),
        interview("2026-11-19T14:00", id="held", company="Acme", notes=FULL_NOTES),
        interview("2026-11-19T18:30", id="soon", company="Acme", round=2),
        interview("2026-11-20T09:00", id="next", company="Delta"),
        interview("2026-11-19T19:00", id="shut", company="Echo", outcome="withdrawn"),
    ]
    assert due_lines(plan_positions(records, at("2026-11-19T15:00"), Rules())) == [
        "Acme (round 2): interview today, 18:30",
        "Cyan: interview today, 20:00",
        "Acme (2026-11-19): thank 2 people, today",
        "Delta: interview tomorrow, 09:00",
    ]


@pytest.mark.parametrize(
    ("answer_by", "expected"),
    [
        ("2026-11-21", ["offer", "today", "today", "interview tomorrow"]),
        ("2026-11-22", ["today", "today", "offer", "interview tomorrow"]),
    ],
)
def test_the_list_leads_with_what_due_leads_with(answer_by: str, expected: list[str]) -> None:
    offer = contact("reply", "2026-11-12").but(says="offer", answer_by=day(answer_by))
    records = [
        interview("2026-11-10T10:00", FULL_NOTES, [offer], id="a"),
        interview("2026-11-20T10:00", id="b", round=2),
        interview("2026-11-21T10:00", id="c", round=3),
        interview("2026-11-20T15:00", id="z", company="Zeta"),
    ]
    plans = plan_positions(records, at("2026-11-20T08:00"), Rules())
    lines = due_lines(plans)
    assert all(word in line for word, line in zip(expected, lines, strict=True))
    first = sort_entries(map(entry, plans))[0]
    assert first.company == "Acme"
    assert lines[0].endswith(f": {first.next}, {first.when}")
    acme = next(plan for plan in plans if plan.position.company == "Acme")
    # The sentence names the offer before it says what to do about it.
    assert f"{first.next.replace('the offer', 'it')}, {first.when}" in acme.why_now


def test_material_of_any_round_comes_before_the_check_in() -> None:
    first = interview("2026-11-02T10:00", "@ none\n+ references by 2026-11-05", id="a")
    second = interview("2026-11-12T10:00", DONE.format("2026-11-20"), id="b", round=2)
    plan = position_plan(first, second, now="2026-11-24")
    assert [todo.text for todo in plan.todos] == ["send references", "follow up"]
    assert entry(plan).next == "send references"


NOTHING_LEFT = interview("2026-11-10T10:00", FULL_NOTES, [contact("thank-you", "2026-11-10", "Dana")], id="a")
PLANNED = interview("2026-11-20T10:00", id="b", round=2)


@pytest.mark.parametrize(
    ("held", "now", "opened"),
    [
        pytest.param(NOTHING_LEFT, "2026-11-19", "b", id="tomorrow"),
        pytest.param(NOTHING_LEFT, "2026-11-20T08:00", "b", id="today"),
        pytest.param(NOTHING_LEFT, "2026-11-17", "a", id="later"),
        pytest.param(NOTHING_LEFT.but(notes="+ CV by 2026-11-18"), "2026-11-19", "a", id="something is due"),
    ],
)
def test_a_planned_round_of_today_or_tomorrow_is_opened_unless_something_is_due(
    held: Interview, now: str, opened: str
) -> None:
    assert entry(position_plan(held, PLANNED, now=now)).id == opened


def test_an_invitation_without_a_day_is_what_comes_next() -> None:
    invited = contact("reply", "2026-11-11").but(says="next round")
    position = position_plan(NOTHING_LEFT.but(contacts=(invited,)), now="2026-11-18")
    assert entry(position).next == "next round, no day yet"
