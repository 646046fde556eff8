"""The lines over the steps: what ends them never breaks over two lines."""

from datetime import datetime

import pytest
from rich.cells import cell_len

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan import plan
from followup_tui.tui.screens.main.view_model import headline

HELD = datetime.fromisoformat("2026-11-23T14:00:00+01:00")


def lines(width: int, is_short: bool = True, notes: str = "@ Ann\n> by 2026-12-04\n+ none") -> list[str]:
    one = Interview(id="i", company="Acme", held_at=HELD, notes=notes)
    shown = headline(one, plan(one, HELD, Rules()), width, is_short)
    return ["".join(span.text for span in line) for line in shown]


@pytest.mark.parametrize(
    ("width", "now", "verdict"),
    [
        (60, "Now: finish the notes, today  and 1 more", "Follow up? not before Mon 7 Dec. ●● left"),
        (40, "Now: finish the notes, today  and 1 more", "Follow up? not before Mon 7 Dec. ●● left"),
        (39, "Now: finish the notes, today  +1 more", "Follow up? not before Mon 7 Dec. ●●"),
        (37, "Now: finish the notes, today  +1 more", "Follow up? not before Mon 7 Dec. ●●"),
        (36, "Now: finish the notes, today  +1", "Follow up? not before Mon 7 Dec. ●●"),
        (34, "Now: finish the notes, today  +1", "Follow up? not before Mon 7 Dec."),
        (0, "Now: finish the notes, today  +1 more", "Follow up? not before Mon 7 Dec. ●●"),
    ],
)
def test_what_ends_a_line_is_shorter_where_it_would_cost_another(width: int, now: str, verdict: str) -> None:
    assert lines(width) == [now, verdict]
    assert not width or all(cell_len(line) <= width for line in lines(width))


def test_what_wraps_anyway_is_told_whole() -> None:
    assert lines(20)[0].endswith("  and 1 more")


def test_a_reason_begins_a_sentence_of_its_own() -> None:
    assert "●● left. “by 2026-12-04” is Fri 4 Dec" in lines(40, is_short=False)[1]
