"""The rows of the six steps in the room there is."""

from datetime import datetime

import pytest

from followup_tui.core.model import Contact, ContactKind, Interview
from followup_tui.core.rules import plan
from followup_tui.core.ruleset import Rules
from followup_tui.tui.screens.checklist import checklist_rows

HELD = datetime.fromisoformat("2026-11-23T14:00:00+01:00")
NOTES = "@ Ann\n@ Bob\n@ Cem\n+ references by 2026-11-27\n+ code\n"


def names(room: int, cursor: str = "step:wait", thanked: str = "") -> list[str]:
    contacts = (Contact(id="c", at=HELD, kind=ContactKind.THANK_YOU, person=thanked),) if thanked else ()
    one = Interview(id="i", company="Acme", held_at=HELD, notes=NOTES, contact=contacts)
    rows = checklist_rows(one, plan(one, HELD, Rules()), cursor, 50, room)
    return [row.key.rpartition(":")[2] for row in rows if not row.key.startswith("step:")]


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (6, []),
        (7, ["Ann"]),
        (8, ["Ann", "Bob"]),
        (9, ["Ann", "Bob", "Cem"]),
        (10, ["references", "Ann", "Bob", "Cem"]),
        (11, ["references", "code", "Ann", "Bob", "Cem"]),
    ],
)
def test_no_line_stays_empty_while_something_is_to_be_done(room: int, shown: list[str]) -> None:
    assert names(room) == shown


def test_who_is_not_thanked_comes_before_who_is() -> None:
    assert names(8, thanked="Ann") == ["Bob", "Cem"]


def test_where_rows_are_left_out_a_mark_says_so() -> None:
    one = Interview(id="i", company="Acme", held_at=HELD, notes=NOTES)
    rows = checklist_rows(one, plan(one, HELD, Rules()), "step:wait", 50, 8)
    marks = [row.lines[0].left[0].text for row in rows if row.key.startswith("person:")]
    assert "↓" in marks[-1]
    assert "↓" not in marks[0]
