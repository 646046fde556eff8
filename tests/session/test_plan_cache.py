"""How long plans hold."""

from datetime import datetime

from followup_tui.core.model.logbook import Logbook
from followup_tui.core.rules.position import positions
from followup_tui.session.plan_cache import PlanCache, plan_validity
from tests.core.builders import at, contact, interview


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


def test_positions_after_any_edit_are_those_of_the_whole_logbook() -> None:
    first, second = interview("2026-11-10T10:00", id="a"), interview("2026-11-17T10:00", id="b")
    other = interview("2026-11-12T10:00", id="c", company="Borealis")
    cache = PlanCache()
    no = contact("reply", "2026-11-12").but(says="rejection")
    edits: list[dict[str, object]] = [
        {"notes": "@ Dana"},
        {"contacts": (contact("follow-up", "2026-11-13"),)},
        {"contacts": (no,)},
        {"outcome": "rejected"},
        {"outcome": ""},
        {"contacts": ()},
        {"company": "Borealis"},
        {"held_at": at("2026-11-30T10:00")},
        {"position": "x"},
    ]
    logbook = Logbook(interview=(first, second, other))
    assert cache.positions(logbook) == positions(logbook.interviews)
    for edit in edits:
        changed, *rest = logbook.interviews
        logbook = logbook.but(interviews=(changed.but(**edit), *rest))
        assert cache.positions(logbook) == positions(logbook.interviews)
    untouched = cache.positions(logbook)
    again = logbook.but(interviews=(logbook.interviews[0].but(notes="x"), *logbook.interviews[1:]))
    assert sum(a is b for a, b in zip(untouched, cache.positions(again), strict=True)) == len(untouched) - 1
