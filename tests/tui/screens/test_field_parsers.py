"""What fields for days and moments understand, and the preview that they show."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan_types import Offer
from followup_tui.session.session import Session
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from followup_tui.tui.screens.field_parsers import (
    deadline_parser,
    parse_coming_moment_field,
    parse_deadline_field,
    parse_moment_field,
    parse_promise_field,
    parse_zoned_moment_field,
)
from tests.core.builders import at, reply

NOW = datetime(2026, 11, 26, 11, 20, 33, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Thursday."""
INTERVIEW = Interview(id="a", company="Acme", held_at=NOW.replace(hour=9))


@pytest.mark.parametrize(
    ("text", "preview"),
    [
        ("tomorrow 9am PT", "→ Fri 27 Nov 18:00 (09:00 there), tomorrow"),
        ("1 Dec 20:00 Los Angeles", "→ Wed 2 Dec 05:00 (20:00 there), in 6 days"),
        ("tomorrow 14:00 CET", "→ Fri 27 Nov 14:00, tomorrow"),
        ("tomorrow 9-10", "→ Fri 27 Nov 09:00, tomorrow"),
        ("at 6", "→ Thu 26 Nov 18:00, today"),
        ("tue 14:30", "→ Tue 24 Nov 14:30, 2 days ago · for the next one: 1 Dec 14:30"),
        ("last tue 14:30", "→ Tue 24 Nov 14:30, 2 days ago"),
        ("next tue 14:30", "→ Tue 1 Dec 14:30, in 5 days"),
    ],
)
def test_the_preview_says_which_moment_is_meant_on_both_clocks(text: str, preview: str) -> None:
    assert parse_zoned_moment_field(text, NOW)[1] == preview


def test_the_coming_weekday_is_understood_as_the_preview_writes_it() -> None:
    preview = parse_moment_field("tue 14:30", NOW)[1]
    moment, _ = parse_moment_field(preview.partition("for the next one: ")[2], NOW)
    assert moment is not None
    assert moment.isoformat() == "2026-12-01T14:30:00+01:00"


def test_the_clocks_of_two_zones_may_differ_by_more_on_the_coming_weekday() -> None:
    """Those of Europe are put back a week before those of America."""
    preview = parse_zoned_moment_field("thu 9am PT", NOW.replace(month=10, day=28))[1]
    past = "→ Thu 22 Oct 18:00 (09:00 there), 6 days ago"
    assert preview == f"{past} · for the next one: 29 Oct 17:00"


def test_letters_of_several_zones_are_asked_below_the_field() -> None:
    moment, preview = parse_zoned_moment_field("tomorrow 9am CST", NOW)
    assert moment is None
    assert preview == (
        "CST stands for several zones; write one of America/Chicago, Asia/Shanghai, America/Havana."
    )


@pytest.mark.parametrize("text", ["", "  ", "now", "11:20"])
def test_nothing_typed_and_this_minute_are_now_to_the_second(text: str) -> None:
    assert parse_moment_field(text, NOW)[0] == NOW


def test_what_is_no_moment_is_refused_with_examples() -> None:
    moment, preview = parse_moment_field("whenever", NOW)
    assert moment is None
    assert preview.startswith("Not understood. For example: yesterday 3pm")


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        *(("fri 27", True), ("the 4th", True), ("2026-12-03", True), ("in two weeks", True)),
        *(("fri noon", False), ("3 Dec 12:00", False), ("2026-12-03 12pm", False), ("fri 14:00", False)),
        *(("today", False), ("", False), ("noon, fri", False), ("Fri, midday", False)),
    ],
)
def test_where_no_time_is_named_of_a_moment_to_come_the_preview_calls_noon_ours(
    text: str, is_named: bool
) -> None:
    assert parse_coming_moment_field(text, NOW)[1].endswith(" · noon, as no time is named") == is_named


def test_examples_of_a_moment_to_come_are_to_come() -> None:
    assert parse_coming_moment_field("whenever", NOW)[1].startswith("Not understood. For example: Thu 14:00")


def test_a_day_in_numbers_that_may_be_two_is_asked_about_below_each_field() -> None:
    question = "“12/11” may be 12 Nov or 11 Dec; write one of these."
    assert parse_coming_moment_field("12/11 14:30", NOW) == (None, question)
    assert parse_zoned_moment_field("12/11", NOW) == (None, question)
    assert parse_promise_field("by 12/11", INTERVIEW, NOW, Rules()) == (None, question)
    assert parse_deadline_field("12/11", NOW, Rules(), None, NOW.date()) == (None, question)


def test_a_day_that_is_no_promise_is_refused_with_the_reason() -> None:
    promise, preview = parse_promise_field("I start in January", INTERVIEW, NOW, Rules())
    assert promise is None
    assert preview.startswith("“in January” is about a start. No date understood.")


def test_a_promised_day_is_shown_with_what_follows_from_it() -> None:
    promise, preview = parse_promise_field("decision by Friday, start in January", INTERVIEW, NOW, Rules())
    assert promise is not None
    assert str(promise.decide_by) == "2026-11-27"
    assert preview.startswith("→ Fri 27 Nov, tomorrow")


def test_a_date_that_was_passed_over_is_named_next_to_the_promised_day() -> None:
    text = "start in January, decision by 4 December"
    promise, preview = parse_promise_field(text, INTERVIEW, NOW, Rules())
    assert promise is not None
    assert preview.startswith("→ Fri 4 Dec, in 8 days")
    assert preview.endswith(" · “in January” is about a start")


@pytest.mark.parametrize(
    ("offer", "preview"),
    [
        (None, "Without a day: Thu 3 Dec, our estimate."),
        (Offer(date(2026, 11, 24), date(2026, 12, 1), is_estimate=False), "Without a day: still Tue 1 Dec."),
        (
            Offer(date(2026, 11, 24), date(2026, 12, 1), is_estimate=True),
            "Without a day: Thu 3 Dec, our estimate.",
        ),
        (
            Offer(date(2026, 11, 1), date(2026, 11, 20), is_estimate=False),
            "Without a day: Thu 3 Dec, our estimate.",
        ),
    ],
)
def test_without_a_day_an_offer_is_to_be_answered_by_the_day_that_is_on_record(
    offer: Offer | None, preview: str
) -> None:
    assert parse_deadline_field("", NOW, Rules(), offer, NOW.date()) == (None, preview)


def test_without_its_day_an_offer_that_is_edited_has_that_of_an_earlier_one_or_none(tmp_path: Path) -> None:
    first = reply("offer", "2026-11-24T10:00", "2026-12-01").but(id="first")
    second = reply("offer", "2026-11-25T10:00", "2026-12-04").but(id="second")
    interview = INTERVIEW.but(held_at=at("2026-11-20T10:00"), contacts=(first, second))
    paths = Paths(tmp_path / "logbook.toml", tmp_path / "state")
    paths.data.write_text(encode(Logbook(interview=(interview,))))
    session = Session(paths, lambda: NOW)
    for edited, preview in (
        (None, "Without a day: still Fri 4 Dec."),
        (first, "Without a day: still Fri 4 Dec."),
        (second, "Without a day: still Tue 1 Dec."),
    ):
        assert deadline_parser(session, interview, edited, NOW)("") == (None, preview)
    alone = interview.but(contacts=(first,))
    paths.data.write_text(encode(Logbook(interview=(alone,))))
    preview = "Without a day: Tue 1 Dec, our estimate."  # seven days from that on which it was made
    assert deadline_parser(Session(paths, lambda: NOW), alone, first, NOW)("") == (None, preview)


def test_a_day_that_is_over_is_no_promise_and_no_deadline() -> None:
    promise, preview = parse_promise_field("2026-11-01", INTERVIEW, NOW, Rules())
    assert (promise, preview.endswith("before the interview.")) == (None, True)
    assert parse_deadline_field("2026-11-01", NOW, Rules(), None, NOW.date()) == (None, "Sun 1 Nov is past.")
