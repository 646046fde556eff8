"""Quitting: everything is saved first, and nothing holds it up."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.session.document import Document
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import running


async def test_quitting_does_not_wait_for_what_is_prepared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "prepare_first_save", lambda _: False)
    async with running(path) as run:
        await run.go(StepRow(StepId.WRITE_DOWN))
        await run.pilot.press("space", "q")
    assert "write-down" in path.read_text(encoding="utf-8")
