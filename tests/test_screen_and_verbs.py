"""The app and the verbs say the same of the same file."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from followup_tui.core.rules.agenda import AgendaGroup
from followup_tui.tui.screens.row_keys import StepRow
from tests.cli.conftest import HAND_WRITTEN, NOW
from tests.tui.pilot import running


def run(*arguments: str) -> str:
    """Return what a verb prints."""
    command = [sys.executable, "-m", "followup_tui", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


async def test_the_screen_and_the_verbs_say_the_same(tmp_path: Path) -> None:
    data = tmp_path / "logbook.toml"
    data.write_text(HAND_WRITTEN, encoding="utf-8")
    exported = json.loads(run("export", "json", "--data", str(data), "--now", NOW))["interviews"]
    due = json.loads(run("due", "--json", "--data", str(data), "--now", NOW))["due"]
    async with running(data, "", at=datetime.fromisoformat(NOW)) as app:
        rows = app.rows("interviews").rows
        shown = {
            row.key: "".join(span.text for line in row.lines for span in (*line.left, *line.right))
            for row in rows
        }
        for interview in exported:
            expected = [todo["text"] for todo in interview["plan"]["todos"]]
            assert [todo["text"] for todo in due if todo["id"] == interview["id"]] == expected
            if expected:
                assert expected[0] in shown[interview["id"]]
        first = app.rows("steps-list").rows
        steps = {
            row.key.step: row.lines[0].left[0].text.strip() for row in first if isinstance(row.key, StepRow)
        }
        glyphs = {"upcoming": "·", "open": "○", "due": "●", "late": "!", "done": "✓", "skipped": "–"}
        assert steps == {step["step"]: glyphs[step["status"]] for step in exported[0]["plan"]["steps"]}
        headings = ["".join(span.text for span in row.lines[0].left) for row in rows if not row.selectable]
        assert AgendaGroup.DUE in map(str.strip, headings)
