"""All open interviews on one ribbon."""

from datetime import date, datetime, timedelta

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.overview import Overview, overview
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.timeline import Shade

NOW = datetime.fromisoformat("2026-11-23T18:00:00+01:00")


def made(**fields: object) -> Interview:
    return Interview.model_validate(
        {"id": "a", "company": "Acme", "held_at": "2026-11-23T14:00:00+01:00"} | fields
    )


def shown(*interviews: Interview, rules: Rules | None = None) -> Overview:
    used = rules or Rules()
    return overview(plan_positions(interviews, NOW, used), NOW.date(), used)


def test_closed_positions_are_left_out_and_urgent_positions_come_first() -> None:
    rows = shown(
        made(id="later", company="Later", held_at="2026-11-25T10:00:00+01:00"),
        made(id="closed", company="Closed", outcome="rejected"),
        made(id="due", company="Due"),
    ).rows
    assert [row.id for row in rows] == ["due", "later"]


def test_what_can_be_done_comes_before_what_must_wait() -> None:
    (row,) = shown(made(notes="@ Dana\n> 2026-12-04")).rows
    assert row.shade(date(2026, 11, 22)) is Shade.NONE
    assert row.shade(date(2026, 11, 23)) is Shade.DUE
    assert row.shade(date(2026, 12, 1)) is Shade.QUIET
    assert row.shade(date(2026, 12, 7)) is Shade.GOOD
    assert row.shade(date(2026, 12, 5)) is Shade.NONE


def test_what_is_done_no_longer_counts() -> None:
    ticks = {"thank": "2026-11-23", "write-down": "2026-11-23"}
    (row,) = shown(made(notes="> 2026-12-04", ticks=ticks)).rows
    assert row.shade(date(2026, 11, 23)) is Shade.QUIET


def test_a_day_is_good_in_the_row_exactly_when_the_verdict_allows_it() -> None:
    record = made(notes="> 2026-11-27")
    (row,) = shown(record).rows
    case = row.timeline.case
    for day in (NOW.date() + timedelta(days=n) for n in range(-5, 60)):
        good = row.shade(day) in (Shade.GOOD, Shade.STILL_GOOD)
        assert good == case.verdict(day, NOW.date()).allowed


def test_what_is_due_is_listed_across_all() -> None:
    due = shown(made(id="a", notes="@ Dana"), made(id="b", company="Borealis")).due
    assert {(row.company, todo.step) for row, todo in due} >= {
        ("Acme", "thank"),
        ("Borealis", "write-down"),
    }


def test_days_off_are_weekends_and_holidays() -> None:
    seen = shown(made(), rules=Rules(holidays=(date(2026, 11, 25),)))
    assert [day for day in range(23, 30) if seen.is_free(date(2026, 11, day))] == [25, 28, 29]


def test_a_day_is_explained_with_the_company() -> None:
    (row,) = shown(made(notes="> 2026-12-04")).rows
    assert row.explain(date(2026, 12, 4)).startswith("Acme · Fri 4 Dec, in 11 days · ")
