"""May I follow up on that day: every rule about it at its edges, and what holds for any interview."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Promise
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan
from followup_tui.core.rules.plan_types import Blocker, Source, Verdict
from tests.core.builders import (
    all_rules,
    at,
    contact,
    day,
    days,
    follow_ups,
    holidays,
    interview,
    interviews,
    planned,
    promise,
)

case = pytest.param


def window(record: Interview, rules: Rules | None = None) -> str:
    """Return the window for the next follow-up, as its two days of the month."""
    window = planned(record, "2026-11-19T23:00", rules).window
    return f"{window.opens:%a %d %b} – {window.closes:%a %d %b}" if window.opens and window.closes else "none"


def verdict(record: Interview, on: str, rules: Rules | None = None) -> Verdict:
    return planned(record, on, rules).verdict


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        ("2026-12-07", "Tue 08 Dec – Wed 09 Dec"),
        ("2026-12-08", "Wed 09 Dec – Thu 10 Dec"),
        ("2026-12-09", "Thu 10 Dec – Fri 11 Dec"),
        ("2026-12-10", "Fri 11 Dec – Mon 14 Dec"),
        ("2026-12-11", "Mon 14 Dec – Tue 15 Dec"),
        ("2026-12-12", "Mon 14 Dec – Tue 15 Dec"),
        ("2026-12-13", "Mon 14 Dec – Tue 15 Dec"),
        ("2026-12-31", "Fri 01 Jan – Mon 04 Jan"),
    ],
)
def test_the_window_is_the_two_working_days_after_the_promised_day(promised: str, expected: str) -> None:
    assert window(interview(notes=f"> by {promised}")) == expected


@pytest.mark.parametrize(
    ("held", "promised", "expected"),
    [
        case("2026-11-19", "2026-11-19", "Mon 23 Nov – Tue 24 Nov", id="Thu, promised that day"),
        case("2026-11-19", "2026-11-20", "Mon 23 Nov – Tue 24 Nov", id="Thu, promised Fri"),
        case("2026-11-19", "2026-11-21", "Mon 23 Nov – Tue 24 Nov", id="Thu, promised Sat"),
        case("2026-11-19", "2026-11-23", "Tue 24 Nov – Wed 25 Nov", id="Thu, promised Mon"),
        case("2026-11-16", "2026-11-16", "Thu 19 Nov – Fri 20 Nov", id="Mon, promised that day"),
        case("2026-11-16", "2026-11-17", "Thu 19 Nov – Fri 20 Nov", id="Mon, promised Tue"),
        case("2026-11-16", "2026-11-18", "Thu 19 Nov – Fri 20 Nov", id="Mon, promised Wed"),
        case("2026-11-16", "2026-11-19", "Fri 20 Nov – Mon 23 Nov", id="Mon, promised Thu"),
        case("2026-11-17", "2026-11-17", "Fri 20 Nov – Mon 23 Nov", id="Tue, promised that day"),
        case("2026-11-18", "2026-11-18", "Mon 23 Nov – Tue 24 Nov", id="Wed, promised that day"),
        case("2026-11-20", "2026-11-20", "Mon 23 Nov – Tue 24 Nov", id="Fri, promised that day"),
        case("2026-11-21", "2026-11-21", "Tue 24 Nov – Wed 25 Nov", id="Sat, promised that day"),
        case("2026-11-22", "2026-11-22", "Wed 25 Nov – Thu 26 Nov", id="Sun, promised that day"),
    ],
)
def test_days_that_are_too_soon_are_passed_over(held: str, promised: str, expected: str) -> None:
    assert window(interview(held=held, notes=f"> by {promised}")) == expected


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        case(["2026-12-10"], "Fri 11 Dec – Mon 14 Dec", id="the first day"),
        case(["2026-12-11"], "Thu 10 Dec – Mon 14 Dec", id="the second day"),
        case(["2026-12-10", "2026-12-11"], "Mon 14 Dec – Tue 15 Dec", id="both"),
        case(["2026-12-11", "2026-12-14"], "Thu 10 Dec – Tue 15 Dec", id="around a weekend"),
        case(["2026-12-09", "2026-12-12"], "Thu 10 Dec – Fri 11 Dec", id="beside it: no matter"),
    ],
)
def test_holidays_are_no_working_days(free: list[str], expected: str) -> None:
    assert window(interview(notes="> by 2026-12-09"), holidays(*free)) == expected


def test_without_a_timeline_the_window_follows_seven_days() -> None:
    assert window(interview()) == "Fri 27 Nov – Mon 30 Nov"
    assert window(interview(notes="> they will call\n> none")) == "Fri 27 Nov – Mon 30 Nov"


REVISED = promise("2026-11-27", "2026-12-04", "next Friday")


@pytest.mark.parametrize(
    ("contacts", "promises", "expected"),
    [
        case(follow_ups("2026-11-27"), [], "Fri 04 Dec – Mon 07 Dec", id="7 days later"),
        case(follow_ups("2026-11-28"), [], "Mon 07 Dec – Tue 08 Dec", id="7 days after a Saturday"),
        case(follow_ups("2026-11-20"), [], "Fri 27 Nov – Mon 30 Nov", id="one sent too soon"),
        case(follow_ups("2026-11-30", "2026-11-27"), [], "none", id="two sent"),
        case(follow_ups("2026-11-27")[:1] * 3, [], "none", id="three sent"),
        case(
            [contact(kind, "2026-11-27") for kind in ("thank-you", "material", "connect", "other")],
            [],
            "Fri 27 Nov – Mon 30 Nov",
            id="nothing that counts",
        ),
        case([contact("reply", "2026-11-27")], [], "Fri 04 Dec – Mon 07 Dec", id="they answered"),
        case([], [REVISED], "Mon 07 Dec – Tue 08 Dec", id="revised by hand"),
        case(
            [contact("reply", "2026-11-27")],
            [REVISED],
            "Mon 07 Dec – Tue 08 Dec",
            id="answer with a new date",
        ),
        case(
            [contact("reply", "2026-11-28")],
            [REVISED],
            "Mon 07 Dec – Tue 08 Dec",
            id="answered again, without a date",
        ),
        case(
            [*follow_ups("2026-12-01"), contact("reply", "2026-12-02")],
            [promise("2026-12-02", "2026-12-03")],
            "Tue 08 Dec – Wed 09 Dec",
            id="a new date soon after the first: still 7 days",
        ),
        case(
            [*follow_ups("2026-11-27", "2026-12-04"), contact("reply", "2026-12-07")],
            [promise("2026-12-07", "2026-12-11")],
            "Mon 14 Dec – Tue 15 Dec",
            id="a new date leaves at least one",
        ),
    ],
)
def test_the_window_follows_from_what_happened(
    contacts: list[Contact], promises: list[Promise], expected: str
) -> None:
    assert window(interview(contacts=contacts, promises=promises)) == expected


@pytest.mark.parametrize(
    ("set_at", "answered", "ends_the_wait"),
    [
        case("2026-11-27T10:00:00", "2026-11-27T09:59:59", False, id="set a second after it"),
        case("2026-11-27T10:00:00", "2026-11-27T10:00:00", False, id="came with it"),
        case("2026-11-27T10:00:00", "2026-11-27T10:00:01", True, id="answered a second after it"),
        case("2026-11-27T10:00:00", "2026-11-27T11:30:00+03:00", False, id="earlier, in another zone"),
        case("2026-11-27T10:00:00", "2026-11-28T00:01", True, id="answered the next day"),
        case("2026-11-27T10:00:00", "2026-11-26T23:59", False, id="set the next day"),
        case("2026-11-30T10:00:00", "2026-11-27T12:00", False, id="put on record later"),
        case(None, "2026-11-27T23:59", False, id="by hand, without a time: the day's end"),
        case(None, "2026-11-28T00:00", True, id="by hand, answered the next day"),
    ],
)
def test_of_an_answer_and_a_promise_the_later_counts(
    set_at: str | None, answered: str, ends_the_wait: bool
) -> None:
    revised = promise("2026-11-27", "2026-12-04").but(at=at(set_at) if set_at else None)
    plan = planned(interview(contacts=[contact("reply", answered)], promises=[revised]), "2026-12-01")
    assert (plan.answered_on is not None, plan.quiet_until is None) == (ends_the_wait, ends_the_wait)
    assert (plan.verdict.blocker is Blocker.ANSWERED) == ends_the_wait


def test_of_two_days_set_the_last_is_compared_with_the_answer() -> None:
    first, second = promise("2026-11-27", "2026-12-04"), promise("2026-11-27", "2026-12-11")
    both = [first.but(at=at("2026-11-27T09:00")), second.but(at=at("2026-11-27T11:00"))]
    plan = planned(interview(contacts=[contact("reply", "2026-11-27T10:00")], promises=both), "2026-12-01")
    assert plan.quiet_until == day("2026-12-11")


def test_a_second_follow_up_passes_over_holidays() -> None:
    record = interview(contacts=follow_ups("2026-11-27"))
    assert window(record, holidays("2026-12-04", "2026-12-08")) == "Mon 07 Dec – Wed 09 Dec"


PROMISED = "> by 2026-12-09"


@pytest.mark.parametrize(
    ("notes", "contacts", "on", "blocker", "from_day"),
    [
        case(PROMISED, [], "2026-11-18", Blocker.NOT_HELD, "2026-12-10", id="the day before"),
        case(PROMISED, [], "2026-11-19T15:00", Blocker.QUIET, "2026-12-10", id="that day"),
        case(PROMISED, [], "2026-12-09T23:59", Blocker.QUIET, "2026-12-10", id="the promised day's end"),
        case(PROMISED, [], "2026-12-10T00:00", None, "2026-12-10", id="a minute later"),
        case(PROMISED, [], "2026-12-11", None, "2026-12-11", id="the second day"),
        case(PROMISED, [], "2026-12-12", Blocker.WEEKEND, "2026-12-14", id="a Saturday"),
        case(PROMISED, [], "2026-12-13", Blocker.WEEKEND, "2026-12-14", id="a Sunday"),
        case(PROMISED, [], "2026-12-14", None, "2026-12-14", id="late is allowed"),
        case(PROMISED, [], "2026-12-25", Blocker.HOLIDAY, "2026-12-28", id="a holiday, then a weekend"),
        case("> 2026-11-19", [], "2026-11-20", Blocker.TOO_SOON, "2026-11-23", id="too soon: Friday"),
        case("> 2026-11-19", [], "2026-11-21", Blocker.TOO_SOON, "2026-11-23", id="too soon: Saturday"),
        case("> 2026-11-19", [], "2026-11-22", Blocker.WEEKEND, "2026-11-23", id="Sunday"),
        case("> 2026-11-20", [], "2026-11-20", Blocker.TOO_SOON, "2026-11-23", id="quiet and too soon"),
        case("", [], "2026-11-26", Blocker.QUIET, "2026-11-27", id="the guessed day"),
        case("", [], "2026-11-27", None, "2026-11-27", id="after the guessed day"),
        case(
            "",
            follow_ups("2026-11-27"),
            "2026-11-27",
            Blocker.SPACING,
            "2026-12-04",
            id="on the day of the first",
        ),
        case(
            "",
            follow_ups("2026-11-27"),
            "2026-12-03",
            Blocker.SPACING,
            "2026-12-04",
            id="6 days after the first",
        ),
        case("", follow_ups("2026-11-27"), "2026-12-04", None, "2026-12-04", id="7 days after it"),
        case("", follow_ups("2026-11-28"), "2026-12-05", Blocker.WEEKEND, "2026-12-07", id="7: a Saturday"),
        case("", follow_ups("2026-11-27", "2026-12-04"), "2026-12-14", Blocker.BUDGET, None, id="spent"),
        case(
            "",
            [contact("reply", "2026-11-24")],
            "2026-11-30",
            Blocker.ANSWERED,
            "2026-12-01",
            id="answered",
        ),
        case("", [contact("reply", "2026-11-24")], "2026-12-01", None, "2026-12-01", id="7 days after it"),
    ],
)
def test_a_day_is_allowed_unless_a_blocker_forbids_it(
    notes: str, contacts: list[Contact], on: str, blocker: Blocker | None, from_day: str | None
) -> None:
    result = verdict(interview(notes=notes, contacts=contacts), on, holidays("2026-12-25"))
    assert (result.blocker, result.allowed) == (blocker, blocker is None)
    assert result.from_day == (day(from_day) if from_day else None)


def test_nothing_is_to_send_once_it_is_closed() -> None:
    result = verdict(interview(outcome="offer"), "2026-11-30")
    assert (result.allowed, result.from_day, result.blocker) == (False, None, Blocker.CLOSED)
    assert "offer" in result.why


@pytest.mark.parametrize(
    ("limit", "sent", "left", "allowed"),
    [(0, 0, 0, False), (1, 0, 1, True), (1, 1, 0, False), (2, 1, 1, True), (2, 3, 0, False), (3, 2, 1, True)],
)
def test_the_budget_is_as_large_as_the_rules_say(limit: int, sent: int, left: int, allowed: bool) -> None:
    record = interview(contacts=follow_ups("2026-11-27", "2026-12-04", "2026-12-11")[:sent])
    plan = planned(record, "2026-12-22", holidays(follow_up_limit=limit))
    assert (plan.follow_ups.left, plan.verdict.allowed) == (left, allowed)


@pytest.mark.parametrize(
    ("record", "on", "source", "word"),
    [
        (interview(notes=PROMISED), "2026-12-01", Source.ARTICLE, "“by 2026-12-09” is Wed 9 Dec"),
        (interview(promises=[REVISED]), "2026-12-01", Source.ARTICLE, "“next Friday” is Fri 4 Dec"),
        (interview(), "2026-11-24", Source.GUIDES, "quiet for 7 days, until Thu 26 Nov"),
        (interview(notes="> 2026-11-19"), "2026-11-20", Source.ARTICLE, "2 days after the interview"),
        (interview(), "2026-11-28", Source.OURS, "Sat 28 Nov is a weekend"),
        (interview(), "2026-12-25", Source.OURS, "Fri 25 Dec is one of your holidays"),
        (interview(contacts=follow_ups("2026-11-27")), "2026-11-30", Source.GUIDES, "next waits 7 days"),
        (
            interview(contacts=follow_ups("2026-11-27", "2026-11-30")),
            "2026-12-14",
            Source.ARTICLE,
            "2 follow-",
        ),
        (interview(notes=PROMISED), "2026-12-10", Source.ARTICLE, "Wed 9 Dec, has passed"),
        (interview(notes=PROMISED), "2026-12-14", Source.ARTICLE, "late is better than never"),
        (interview(), "2026-11-27", Source.ARTICLE, "The day we estimated, Thu 26 Nov"),
        (interview(contacts=follow_ups("2026-11-27")), "2026-12-04", Source.GUIDES, "this would be the last"),
        (interview(contacts=[contact("reply", "2026-11-27")]), "2026-11-28", None, "They answered yesterday"),
        (interview(), "2026-11-18", None, "The interview is tomorrow; follow up after it."),
    ],
)
def test_the_reason_is_a_sentence_that_says_whose_rule_it_is(
    record: Interview, on: str, source: Source | None, word: str
) -> None:
    why = verdict(record, on, holidays("2026-12-25")).why
    assert word in why
    assert why.endswith(".")
    assert source is None or source in why


@pytest.mark.parametrize(("on", "blocker"), [("2026-11-24", Blocker.ANSWERED), ("2026-11-25", None)])
def test_their_answer_leaves_nothing_to_ask_on_the_days_that_are_too_soon(
    on: str, blocker: Blocker | None
) -> None:
    answered = interview(notes="> 2026-11-20", contacts=[contact("reply", "2026-11-20")])
    rules = holidays(answer_days=1, too_soon_days=5)
    assert verdict(answered, on, rules).blocker is blocker


def _days_allowed(record: Interview, rules: Rules, since: date) -> list[date]:
    """Return the days of 400 that the rules of the method allow, written down again."""
    interview_plan = plan(record, at("2026-11-19"), rules)
    sent = [record.at.date() for record in record.contacts if record.kind is ContactKind.FOLLOW_UP]
    if record.outcome or len(sent) >= interview_plan.follow_ups.limit:
        return []
    answered = interview_plan.answered_on
    return [
        on
        for on in (since + timedelta(days=number) for number in range(400))
        if on > interview_plan.promised.day
        and (on - record.held_on).days > rules.too_soon_days
        and all((on - day).days >= rules.second_follow_up_days for day in sent)
        and (answered is None or (on - answered).days >= rules.answer_days)
        and f"{on:%a}" not in ("Sat", "Sun")
        and on not in rules.holidays
    ]


@given(record=interviews(), rules=all_rules, since=days)
def test_every_day_is_judged_as_the_method_says(record: Interview, rules: Rules, since: date) -> None:
    case = plan(record, at("2026-11-19"), rules).case
    every_day = [since + timedelta(days=number) for number in range(400)]
    verdicts = [case.verdict(on, since) for on in every_day]
    allowed = _days_allowed(record, rules, since)
    assert [on for on, verdict in zip(every_day, verdicts, strict=True) if verdict.allowed] == allowed
    assert verdicts[0].from_day == (allowed[0] if allowed else None)
    assert all((day_verdict.blocker is None) == day_verdict.allowed for day_verdict in verdicts)


@given(record=interviews(), rules=all_rules)
def test_the_window_is_the_first_days_that_are_allowed(record: Interview, rules: Rules) -> None:
    window = plan(record, at("2026-11-19"), rules).window
    allowed = _days_allowed(record, rules, record.held_on)[: rules.window_working_days]
    assert (window.opens, window.closes) == ((allowed[0], allowed[-1]) if allowed else (None, None))
