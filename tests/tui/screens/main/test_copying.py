"""What `y` copies: what one wants of a row elsewhere."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION
from followup_tui.tui.screens.main.copying import text_to_copy
from followup_tui.tui.screens.row_keys import ClosingRow, LetterRow, MaterialRow, PersonRow, RowKey, StepRow
from tests.tui.pilot import ACME, running
from tests.tui.screens.main.fake_host import FakeHost

SENT = """\
[[interview.contact]]
id = "f"
at = 2026-11-23T15:00:00+01:00
kind = "follow-up"
text = "Dear Dana"
[[interview.contact]]
id = "r"
at = 2026-11-23T15:30:00+01:00
kind = "other"
letter = "answer to rejection"
text = "Thank you"
"""
TEXT = ACME.replace("Dana Reyes, manager", "Dana Reyes, manager <dana@acme.example>") + SENT


@pytest.mark.parametrize(
    ("row", "copied"),
    [
        (PersonRow(StepId.THANK, "Dana Reyes"), "dana@acme.example"),
        (PersonRow(StepId.THANK, "Luis Ortega"), "Luis Ortega"),
        (MaterialRow("references"), "references"),
        (StepRow(StepId.WAIT), "2026-12-04"),
        (StepRow(StepId.FOLLOW_UP), "Dear Dana"),
        (LetterRow(ANSWER_TO_REJECTION), "Thank you"),
        (StepRow(StepId.ASK), ""),
        (ClosingRow(), ""),
        (None, ""),
    ],
)
def test_of_a_row_what_is_wanted_elsewhere_is_copied(tmp_path: Path, row: RowKey | None, copied: str) -> None:
    context = FakeHost(tmp_path / "logbook.toml", TEXT).context()
    assert context is not None
    assert text_to_copy(context, row) == copied


async def test_y_copies_by_pane_the_row_the_line_or_the_day(tmp_path: Path) -> None:
    async with running(tmp_path / "logbook.toml", TEXT) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("y")
        assert run.app.clipboard == "dana@acme.example"
        await run.go(StepRow(StepId.ASK))
        await run.press("y")
        assert run.app.clipboard.startswith("1 Ask the right questions")
        await run.press("3", "y")
        assert run.app.clipboard == "@ Dana Reyes, manager <dana@acme.example>"
        await run.press("4", "l", "y")
        assert run.app.clipboard == "2026-11-24"
        await run.press("1", "y")
        assert run.app.clipboard.startswith("Acme")
