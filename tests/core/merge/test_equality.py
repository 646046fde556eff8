"""What is the same to the user, where `==` is too coarse or too fine."""

import math
from datetime import UTC, datetime
from typing import Any

import pytest

from followup_tui.core.merge.equality import canonical_text, digest, strictly_equal
from followup_tui.core.model.logbook import Interview, Ticks
from tests.core.builders import HELD, at, contact, interview


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"held_at": at("2026-11-19T00:30+01:00")}, {"held_at": at("2026-11-18T23:30+00:00")}),
        ({"odd": 1}, {"odd": True}),
        ({"odd": 1}, {"odd": 1.0}),
        ({"odd": [1]}, {"odd": [True]}),
        ({"odd": "1"}, {"odd": 1}),
        ({"odd": None}, {}),
        ({"contact": (contact("reply", "2026-11-19T12:00+01:00"),)},
         {"contact": (contact("reply", "2026-11-19T12:00+01:00").but(at=at("2026-11-19T11:00+00:00")),)}),
    ],
)  # fmt: skip
def test_values_that_the_user_would_tell_apart_are_different(
    left: dict[str, Any], right: dict[str, Any]
) -> None:
    first, second = interview(**left), interview(**right)
    assert not strictly_equal(first, second)
    assert digest(first) != digest(second)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"odd": math.nan}, {"odd": float("nan")}),
        ({"odd": {"a": 1, "b": 2}}, {"odd": {"b": 2, "a": 1}}),
        ({"odd": 1, "even": 2}, {"even": 2, "odd": 1}),
        ({"role": ""}, {}),
        ({"ticks": {}}, {"ticks": Ticks()}),
        ({"setting": "in person"}, {}),
    ],
)
def test_values_that_the_user_would_not_tell_apart_are_equal(
    left: dict[str, Any], right: dict[str, Any]
) -> None:
    first, second = interview(**left), interview(**right)
    assert strictly_equal(first, second)
    assert digest(first) == digest(second)


def test_a_digest_is_the_same_on_every_machine() -> None:
    left = Interview(id="a", company="Acme", held_at=datetime(2026, 11, 23, 14, tzinfo=UTC))
    assert canonical_text(left) == "{'company':'Acme','held_at':datetime 2026-11-23T14:00:00+00:00,'id':'a'}"
    assert digest(left) == digest(interview(id="a", held="2026-11-23T14:00+00:00"))
    assert digest(left) == "2b798d7f945659ce"
    assert digest(left) != digest(interview(id="a", held=HELD))
