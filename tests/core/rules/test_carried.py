"""What is carried over from earlier rounds: what is still open, and pay."""

import pytest

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.carried import CarriedFact, carried_facts
from followup_tui.core.rules.position import position_of
from tests.core.builders import at, interview


def record(id: str, day: str, notes: str, **more: object) -> Interview:
    return interview(notes=notes).but(id=id, held_at=at(f"2026-11-{day}T10:00"), **more)


def carried(*rounds: Interview, shown: int = -1) -> list[tuple[str, int]]:
    """Return sign and text with the round of what is carried into one of the interviews."""
    found = carried_facts(position_of(rounds), rounds[shown], Rules())
    return [(f"{fact.sign} {fact.text}", fact.round_number) for fact in found]


FIRST = record(
    "a", "10", "plain\n! little Kubernetes\n? who leads -> Dana\n? why now\n$ told Luis 70k\n~ hockey"
)


def test_open_concerns_open_questions_and_pay_stay_in_view_in_a_later_round() -> None:
    expected = [("! little Kubernetes", 1), ("? why now", 1), ("$ told Luis 70k", 1)]
    assert carried(FIRST, record("b", "18", "@ Dana")) == expected
    assert carried(FIRST, record("b", "18", ""), record("c", "25", "")) == expected


def test_the_first_round_carries_nothing_and_neither_does_a_record_of_the_same_day() -> None:
    assert carried(FIRST, record("b", "18", "! other"), shown=0) == []
    assert carried(FIRST, record("b", "10", "").but(held_at=at("2026-11-10T15:00"))) == []


@pytest.mark.parametrize(
    "notes",
    ["! little Kubernetes -> course begins Monday", "! little  kubernetes", "! Little Kubernetes -> x"],
)
def test_what_is_answered_or_noted_again_is_no_longer_carried(notes: str) -> None:
    assert [text for text, _ in carried(FIRST, record("b", "18", notes))] == ["? why now", "$ told Luis 70k"]


def test_an_answer_of_any_round_closes_it_for_all() -> None:
    middle = record("b", "18", "? why now -> new funding")
    assert ("? why now", 1) not in carried(FIRST, middle, record("c", "25", ""))


def test_what_was_noted_in_several_rounds_stands_once_with_its_latest_line() -> None:
    middle = record("b", "18", "x\n\n! Little Kubernetes\n$ told Dana 75k")
    rounds = (FIRST, middle, record("c", "25", ""))
    found = carried_facts(position_of(rounds), rounds[-1], Rules())
    assert [(fact.text, fact.round_number, fact.interview_id, fact.line) for fact in found] == [
        ("Little Kubernetes", 2, "b", 2),
        ("why now", 1, "a", 3),
        ("told Luis 70k", 1, "a", 4),
        ("told Dana 75k", 2, "b", 3),
    ]


def test_a_cancelled_round_carries_nothing_on() -> None:
    cancelled = record("b", "18", "! too junior").but(outcome="cancelled")
    assert ("! too junior", 2) not in carried(FIRST, cancelled, record("c", "25", ""))


def test_a_line_is_found_again_by_its_number() -> None:
    rounds = (FIRST, record("b", "18", ""))
    fact: CarriedFact = carried_facts(position_of(rounds), rounds[1], Rules())[0]
    assert FIRST.notes.split("\n")[fact.line] == "! little Kubernetes"
