"""How long plans hold."""

from datetime import datetime

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.plan_cache import plan_validity
from tests.core.builders import interview


def between(now: str, *held: str) -> list[str]:
    logbook = Logbook(interview=tuple(interview(at) for at in held))
    return [at.isoformat() for at in plan_validity(logbook, datetime.fromisoformat(now))]


def test_plans_hold_from_midnight_to_midnight() -> None:
    assert between("2026-11-23T20:00+01:00") == ["2026-11-23T00:00:00+01:00", "2026-11-24T00:00:00+01:00"]


def test_plans_hold_until_the_next_interview_begins() -> None:
    assert between("2026-11-23T20:00+01:00", "2026-11-23T09:00+01:00", "2026-11-23T21:30+01:00") == [
        "2026-11-23T09:00:00+01:00",
        "2026-11-23T21:30:00+01:00",
    ]


def test_a_midnight_where_an_interview_took_place_counts_too() -> None:
    assert between("2026-11-23T19:00+01:00", "2026-11-19T10:00+05:00") == [
        "2026-11-23T00:00:00+01:00",
        "2026-11-24T00:00:00+05:00",
    ]
