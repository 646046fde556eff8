"""The frozen values: what they accept, what they refuse, and that they keep what they do not know."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from followup_tui.core.model.logbook import Interview, Logbook, Promise, Setting, StepId, Ticks
from followup_tui.core.model.rules import Rules
from tests.core.builders import HELD, at, contact, day, interview

LEAST: dict[str, Any] = {"id": "a", "company": "Acme", "held_at": at(HELD)}


def test_an_interview_needs_a_company_and_a_time_and_nothing_else() -> None:
    acme = Interview.model_validate(LEAST)
    assert (acme.round, acme.setting, acme.notes, acme.outcome) == (1, Setting.IN_PERSON, "", "")
    assert (acme.contacts, acme.promises, acme.drafts) == ((), (), ())
    for key in LEAST:
        with pytest.raises(ValidationError):
            Interview.model_validate({name: value for name, value in LEAST.items() if name != key})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("company", "", id="no company"),
        pytest.param("company", " \n ", id="a blank company"),
        pytest.param("company", "\x1b\u202e", id="nothing but steering"),
        pytest.param("company", 7, id="a number"),
        pytest.param("company", None, id="none"),
        pytest.param("id", "", id="no id"),
        pytest.param("id", "x" * 65, id="a long id"),
        pytest.param("round", 0, id="round 0"),
        pytest.param("round", 100, id="round 100"),
        pytest.param("round", "second", id="round in words"),
        pytest.param("setting", "by mail", id="a setting"),
        pytest.param("held_at", datetime(2026, 11, 19, 14), id="no offset"),
        pytest.param("held_at", date(2026, 11, 19), id="no time"),
        pytest.param("held_at", "2026-11-19", id="no time, as text"),
        pytest.param("held_at", 1795093200, id="seconds since 1970"),
        pytest.param("held_at", 1.5, id="a fraction"),
        pytest.param("held_at", True, id="yes"),
        pytest.param("held_at", "tomorrow", id="words"),
        pytest.param("held_at", at("1999-12-31T23:59"), id="1999"),
        pytest.param("held_at", at("2200-01-01T00:00"), id="2200"),
        pytest.param("held_at", datetime.max.replace(tzinfo=UTC), id="9999"),
        pytest.param("held_at", datetime.min.replace(tzinfo=UTC), id="1"),
        pytest.param("notes", 3, id="notes"),
        pytest.param("notes", ["a"], id="a list of notes"),
        pytest.param("ticks", {"ask": "yes"}, id="a tick in words"),
        pytest.param("ticks", {"ask": 20261119}, id="a tick as a number"),
        pytest.param("ticks", {"write-down": date(1, 1, 1)}, id="a tick in the year 1"),
        pytest.param("ticks", "skipped", id="ticks"),
        pytest.param("skips", {"thank": "Dana"}, id="skips"),
        pytest.param("contact", [{"id": "c", "at": at(HELD), "kind": "call"}], id="a contact of no kind"),
        pytest.param("contact", [{"id": "c", "kind": "reply"}], id="a contact without a time"),
        pytest.param("promise", [{"said_on": date(2026, 11, 19)}], id="a promise without a day"),
        pytest.param(
            "promise", [{"said_on": date(2026, 11, 19), "decide_by": date(9999, 12, 31)}], id="year 9999"
        ),
        pytest.param("draft", [{"id": "d", "kind": "poem"}], id="a draft of no kind"),
        pytest.param(
            "contact", [{"id": "c", "at": at(HELD), "kind": "reply", "says": "maybe"}], id="an unknown answer"
        ),
        pytest.param(
            "contact",
            [{"id": "c", "at": at(HELD), "kind": "reply", "answer_by": date(1999, 1, 1)}],
            id="an offer of 1999",
        ),
    ],
)
def test_what_does_not_fit_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Interview.model_validate(LEAST | {key: value})


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("2000-01-01T00:00:00+14:00", "2000-01-01T00:00:00+14:00"),
        ("2199-12-31T23:59:59-12:00", "2199-12-31T23:59:59-12:00"),
        ("2026-11-19T14:00:00.999999+01:00", "2026-11-19T14:00:00+01:00"),
        ("2026-11-19T14:00:00Z", "2026-11-19T14:00:00+00:00"),
        ("2026-11-19T14:00:00+05:45", "2026-11-19T14:00:00+05:45"),
        ("2026-11-19T14:00:10+00:53:20", "2026-11-19T13:59:50+00:53"),
    ],
)
def test_a_moment_keeps_its_offset_in_minutes(held: str, expected: str) -> None:
    acme = Interview.model_validate(LEAST | {"held_at": datetime.fromisoformat(held)})
    assert acme.held_at.isoformat() == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [("2026-11-19T23:30+01:00", "2026-11-19"), ("2026-11-19T00:10-11:00", "2026-11-19")],
)
def test_the_day_of_an_interview_is_that_of_its_place(held: str, expected: str) -> None:
    assert interview(held=held).held_on == day(expected)


def test_text_is_cleaned_as_it_comes_in() -> None:
    acme = interview(company=" A\x1bcme\n Robotics ", notes="@ Dana\r\n\x00x", outcome="no\u202e")
    assert (acme.company, acme.notes, acme.outcome) == ("Acme Robotics", "@ Dana\nx", "no")
    assert interview(company="[/x]").company == "[/x]"


def test_keys_that_are_not_known_are_kept_at_every_level() -> None:
    raw = LEAST | {
        "colour": "red",
        "ticks": {"ask": "skipped", "later": 1},
        "contact": [{"id": "c", "at": at(HELD), "kind": "reply", "mood": {"good": True}}],
    }
    book = Logbook.model_validate({"interview": [raw], "theme": "x", "rules": {"lucky": 7}})
    (acme,) = book.but(format=1).interviews
    changed = acme.but(company="B", ticks=acme.ticks.with_tick(StepId.WAIT, date(2026, 12, 1)))
    assert changed.model_extra == {"colour": "red"}
    assert changed.ticks.model_extra == {"later": 1}
    assert changed.contacts[0].model_extra == {"mood": {"good": True}}
    assert (book.model_extra, book.rules.model_extra) == ({"theme": "x"}, {"lucky": 7})


def test_values_do_not_change() -> None:
    acme = interview()
    with pytest.raises(ValidationError):
        setattr(acme, "company", "B")  # noqa: B010
    assert acme.but(company="B").company == "B"
    assert acme.company == "Acme"


def test_a_change_is_checked_and_the_rest_is_shared() -> None:
    acme = interview(contacts=[contact("reply", HELD)])
    assert acme.but(role="x").contacts[0] is acme.contacts[0]
    with pytest.raises(ValidationError):
        acme.but(round=0)
    with pytest.raises(ValidationError):
        Promise(said_on=day("2026-11-19"), decide_by=date(2200, 1, 1))


@pytest.mark.parametrize("step", list(StepId))
def test_each_step_has_a_tick_of_its_own(step: StepId) -> None:
    ticked = Ticks().with_tick(step, day("2026-11-20"))
    assert [ticked_step for ticked_step in StepId if ticked.get(ticked_step) is not None] == [step]
    assert ticked.with_tick(step, "skipped").get(step) == "skipped"
    assert ticked.with_tick(step, None) == Ticks()
    assert Ticks.model_validate({step.value: "skipped"}).get(step) == "skipped"


def test_an_interview_is_found_by_its_id() -> None:
    acme, other = interview(), interview(id="b")
    book = Logbook(interview=(acme, other))
    assert (book.interview("b"), book.interview("c")) == (other, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("too_soon_days", -1),
        ("guess_days", 0),
        ("guess_days", 366),
        ("window_working_days", 0),
        ("follow_up_limit", -1),
        ("follow_up_limit", "two"),
        ("holidays", [date(1, 1, 1)]),
        ("holidays", ["Christmas"]),
        ("holidays", [20261225]),
        ("notes_fade_percent", 101),
    ],
)
def test_rules_out_of_bounds_are_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Rules.model_validate({name: value})


def test_the_default_numbers_are_those_of_the_method() -> None:
    rules = Rules()
    assert (rules.notes_fade_percent, rules.notes_fade_days, rules.write_down_late_days) == (73, 2, 1)
    assert (rules.thank_late_days, rules.thank_very_late_days, rules.thank_expected_percent) == (1, 2, 26)
    assert (rules.thank_words_min, rules.thank_words_max, rules.thank_paragraphs_max) == (40, 150, 3)
    assert (rules.connect_after_days, rules.too_soon_days, rules.window_working_days) == (1, 2, 2)
    assert (rules.guess_days, rules.follow_up_limit, rules.second_follow_up_days) == (7, 2, 7)
    assert (rules.close_after_silence_days, rules.close_after_promise_days, rules.holidays) == (14, 30, ())


@given(
    st.datetimes(datetime(2000, 1, 2), datetime(2199, 12, 30)),
    st.integers(-86_000, 86_000).map(lambda seconds: timezone(timedelta(seconds=seconds))),
)
def test_a_moment_stays_the_same_moment(moment: datetime, zone: timezone) -> None:
    held = interview(held=moment.replace(tzinfo=zone).isoformat()).held_at
    assert timedelta(0) <= moment.replace(tzinfo=zone) - held < timedelta(seconds=1)
    offset = held.utcoffset()
    assert offset is not None
    assert offset % timedelta(minutes=1) == timedelta(0)
