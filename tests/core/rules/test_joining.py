"""Which positions may be one, and the sentences about what was put together or apart."""

from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.joining import (
    describe_joinable,
    describe_positions,
    describe_regrouping,
    joinable,
)
from followup_tui.core.rules.position import positions
from tests.core.builders import day, record

RULES = Rules()
TODAY = day("2026-11-20")


def test_joining_is_offered_where_the_names_are_near() -> None:
    known = positions(
        [
            record("a", "2026-11-10T10:00", company="Acme", role="x"),
            record("b", "2026-11-11T10:00", company="Acme", role="y"),
            record("c", "2026-11-12T10:00", company="Acme Robotics"),
            record("d", "2026-11-12T10:00", company="Acmeta"),
            record("e", "2026-11-12T10:00", company="Acme", role="z", outcome="rejected"),
        ]
    )
    new = record("n", "2026-11-20T10:00", company="ACME Ltd")
    found = joinable(new, known, day("2026-11-20"), RULES)
    assert [position.id for position in found] == ["a", "b", "c"]


def test_a_merge_that_puts_rounds_together_or_apart_says_so() -> None:
    first, second = record("a", "2026-11-10T10:00"), record("b", "2026-11-17T10:00")
    third = record("c", "2026-11-24T10:00")
    apart = (first, second.but(position="x"))
    assert describe_regrouping((first, second), (first, second, third)) == ()
    assert describe_regrouping((first, second), apart) == ("Acme: two rounds are no longer one position.",)
    assert describe_regrouping(apart, (first, second)) == ("Acme: two rounds are now one position.",)
    assert describe_regrouping((first,), (second,)) == ()


def test_two_roles_at_one_company_are_not_offered_to_be_joined() -> None:
    known = positions([record("a", "2026-11-10T10:00", company="Acme", role="x")])
    assert joinable(record("n", "2026-11-20T10:00", company="Acme", role="y"), known, TODAY, RULES) == ()
    assert joinable(record("n", "2026-11-20T10:00", company="Acme"), known, TODAY, RULES) == known
    own = record("a", "2026-11-10T10:00", company="Acme", added_on="2026-11-10")
    assert joinable(own, known, TODAY, RULES) == (), "it is of that position already"


def test_an_added_interview_that_may_be_a_round_is_named_once() -> None:
    acme = record("a", "2026-11-10T10:00", company="Acme", role="Tester")
    near = record("b", "2026-11-12T10:00", company="Acme Robotics")
    text = "Acme Robotics: perhaps another round at Acme, Tester? J in the app joins them."
    assert describe_joinable((acme,), (acme, near)) == (text,)
    assert describe_positions((acme,), (acme, near)) == (text,)
    assert describe_joinable((acme, near), (acme, near)) == ()
    assert describe_joinable((acme,), (acme, near.but(position="apart"))) == ()
    assert describe_joinable((acme,), (acme.but(outcome="rejected"), near)) == ()


def test_of_two_added_interviews_the_later_is_named() -> None:
    added = (
        record("a", "2026-11-12T10:00", company="Acme"),
        record("b", "2026-11-10T10:00", company="Acme AI"),
    )
    text = "Acme: perhaps another round at Acme AI? J in the app joins them."
    assert describe_joinable((), added) == (text,)
