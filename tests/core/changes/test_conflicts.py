"""Settling a version: it is taken or let go, and what no longer fits changes nothing."""

from typing import Any

import pytest

from followup_tui.core.changes.conflicts import ResolveConflict
from followup_tui.core.merge.equality import strictly_equal
from followup_tui.core.merge.logbooks import merge
from followup_tui.core.model.logbook import Conflict, Interview, Logbook
from tests.core.builders import contact, day, interview
from tests.core.merge.test_logbooks import CLASHES

C1 = contact("reply", "2026-11-20", "Person 0")
REST: dict[str, Any] = {"contacts": [C1]}


@pytest.mark.parametrize(
    ("ours", "theirs", "field", "stands", "other_version"), CLASHES, ids=[row[2] for row in CLASHES]
)
def test_every_version_can_be_taken_or_let_go(
    ours: dict[str, Any], theirs: dict[str, Any], field: str, stands: dict[str, Any], other_version: Conflict
) -> None:
    sides = [interview(**(REST | side)) for side in (ours, theirs)]
    base, our_book, their_book = (Logbook(interview=(side,)) for side in (interview(**REST), *sides))
    merged = merge(base, our_book, their_book).logbook
    kept, lost = (
        (sides[0], sides[1]) if strictly_equal(sides[0], interview(**(REST | stands))) else sides[::-1]
    )
    taken = ResolveConflict("k7f3q2", other_version, take=True)
    assert strictly_equal(taken.apply(merged).interviews[0], lost)
    assert taken.title == f"taking the other version of {field}"
    left = ResolveConflict("k7f3q2", other_version, take=False)
    assert strictly_equal(left.apply(merged).interviews[0], kept)
    assert left.title == f"keeping one version of {field}"


def with_version(version: Conflict) -> Interview:
    return interview().but(conflicts=(version,))


@pytest.mark.parametrize(
    "version",
    [
        Conflict(field="round", text="many"),
        Conflict(field="company", text=""),
        Conflict(field="contact.gone.text", text="x"),
        Conflict(field="ticks.ask", text="yesterday"),
    ],
)
def test_what_does_not_fit_can_only_be_let_go(version: Conflict) -> None:
    logbook = Logbook(interview=(with_version(version),))
    assert ResolveConflict("k7f3q2", version, take=True).apply(logbook) is logbook
    assert ResolveConflict("k7f3q2", version, take=False).apply(logbook) == Logbook(interview=(interview(),))


def test_what_is_gone_changes_nothing() -> None:
    version = Conflict(field="role", text="x")
    logbook = Logbook(interview=(interview(),))
    for id in ("k7f3q2", "gone", ""):
        assert ResolveConflict(id, version, take=True).apply(logbook) is logbook


def test_rules_and_keys_of_the_file() -> None:
    versions = (
        Conflict(field="rules.guess_days", text="5"),
        Conflict(field="owner", text="[1]", value=[1]),
    )
    logbook = Logbook(conflict=versions)
    for version in versions:
        logbook = ResolveConflict("", version, take=True).apply(logbook)
    assert logbook.rules.guess_days == 5
    assert logbook.model_extra == {"owner": [1]}
    assert logbook.conflicts == ()


def test_a_tick_is_taken_as_a_day() -> None:
    version = Conflict(field="ticks.write-down", text="2026-11-20")
    logbook = Logbook(interview=(with_version(version),))
    taken = ResolveConflict("k7f3q2", version, take=True).apply(logbook)
    assert taken.interviews[0].ticks.write_down == day("2026-11-20")
