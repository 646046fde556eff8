"""The rows of conflicts: both versions can be read before one is taken."""

from datetime import datetime

import pytest

from followup_tui.core.model.logbook import Conflict, Interview, StepId
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.conflict_rows import conflict_reason, conflict_rows
from followup_tui.tui.screens.row_keys import ConflictRow, StepRow

INTERVIEW = Interview(
    id="i",
    company="Acme",
    role="Data engineer",
    held_at=datetime.fromisoformat("2026-11-23T14:00:00+01:00"),
    conflict=(
        Conflict(field="role", text="Data platform engineer"),
        Conflict(field="outcome", text="rejected"),
        Conflict(field="salary", value=70),
    ),
)


@pytest.mark.parametrize(("width", "has_keys"), [(70, True), (45, False)])
def test_the_version_is_whole_where_the_keys_have_no_room(width: int, has_keys: bool) -> None:
    row = conflict_rows(INTERVIEW, Keymap())[0]
    left = "".join(span.text for span in row.lines[0].left)
    assert left == "≠ role: elsewhere “Data platform engineer”"
    keys = "".join(span.text for span in row.lines[0].right_in(width - len(left)))
    assert keys == ("space take · s leave " if has_keys else "")


@pytest.mark.parametrize(
    ("number", "here", "elsewhere"),
    [
        (0, "“Data engineer”", "“Data platform engineer”"),
        (1, "nothing", "“rejected”"),
        (2, "nothing", "“70”"),
    ],
)
def test_both_versions_and_the_keys_are_shown_at_the_row(number: int, here: str, elsewhere: str) -> None:
    keys = "space takes the version from elsewhere, s keeps yours."
    reason = conflict_reason(INTERVIEW, ConflictRow(number), Keymap())
    assert reason == f"Here: {here}. {keys} Elsewhere: {elsewhere}."


def test_other_rows_and_a_conflict_that_is_gone_say_nothing_of_it() -> None:
    assert conflict_reason(INTERVIEW, StepRow(StepId.ASK), Keymap()) == ""
    assert conflict_reason(INTERVIEW, ConflictRow(3), Keymap()) == ""
