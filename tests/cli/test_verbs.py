"""The verbs that answer questions: what they print, with what status, and that they write nothing."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.core.rules.agenda import Group
from followup_tui.session.session import Session
from followup_tui.storage.paths import Paths
from followup_tui.tui.app import FollowUpApp
from followup_tui.tui.widgets.row_list import RowList

NOW = "2026-11-24T09:00+01:00"
FILE = """\
format = 1
[[interview]]
id = "acme"
company = "Acme [/x] Robotics"
held_at = 2026-11-23T14:00:00+01:00
notes = '''
@ Dana Reyes
> decision by 2026-12-04
+ none
= none
! none
~ hockey
'''
[[interview]]
id = "cyan"
company = "Cyan Labs"
held_at = 2026-11-27T11:00:00+01:00
[[inbox]]
at = 2026-11-24T08:00:00+01:00
to = "Acme [/x] Robotics"
text = "+ references by 2026-11-24"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "followup_tui", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def test_due_says_what_to_do_now_one_line_each(data: Path) -> None:
    done = run("due", "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Acme [/x] Robotics: thank Dana Reyes, late",
        "Acme [/x] Robotics: send references, today",
    ]


def test_due_brief_is_one_line_and_empty_when_calm(data: Path) -> None:
    assert run("due", "--brief", "--data", str(data), "--now", NOW).stdout == (
        "Acme [/x] Robotics: thank Dana Reyes, late (+1)\n"
    )
    data.write_text(FILE.partition("[[interview]]")[0], encoding="utf-8")
    assert run("due", "--brief", "--data", str(data), "--now", NOW).stdout == ""
    assert run("due", "--data", str(data), "--now", NOW).stdout == "Nothing to do today.\n"


def test_asking_writes_nothing(data: Path) -> None:
    for verb in (["due"], ["due", "--json"], ["export", "json"], ["where"]):
        assert run(*verb, "--data", str(data), "--now", NOW).returncode == 0
    assert data.read_text(encoding="utf-8") == FILE
    assert [path.name for path in data.parent.iterdir()] == ["logbook.toml"]


def test_export_goes_to_a_new_file_and_over_none(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("export", "json", "-o", str(out), "--data", str(data), "--now", NOW).returncode == 0
    assert [one["company"] for one in json.loads(out.read_text())["interviews"]] == [
        "Acme [/x] Robotics",
        "Cyan Labs",
    ]
    again = run("export", "json", "-o", str(out), "--data", str(data), "--now", NOW)
    assert again.returncode == 1
    assert (
        again.stderr
        == f"followup-tui: {out} is there already; name another file, or write over it with --force\n"
    )
    missing = run("export", "json", "-o", str(tmp_path / "no" / "out.json"), "--data", str(data))
    assert (missing.returncode, len(missing.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    "verb", [["due"], ["due", "--brief"], ["due", "--json"], ["export", "json"]], ids=" ".join
)
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format = 1\n[[interview]]\ncompany = 3\n", "line 3"),
        ("format = [\n", "line"),
        ("format = 9\ninterview = 1", "newer"),
    ],
)
def test_a_broken_file_is_one_clear_line(data: Path, verb: list[str], text: str, line: str) -> None:
    data.write_text(text, encoding="utf-8")
    done = run(*verb, "--data", str(data))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert str(data) in done.stderr
    assert line in done.stderr


def test_no_file_yet_is_calm(tmp_path: Path) -> None:
    done = run("due", "--data", str(tmp_path / "logbook.toml"))
    assert (done.returncode, done.stdout) == (0, "Nothing to do today.\n")
    assert done.stderr == f"--data {tmp_path / 'logbook.toml'}: there is no such file yet\n"


async def test_the_screen_and_the_verbs_say_the_same(data: Path, tmp_path: Path) -> None:
    exported = json.loads(run("export", "json", "--data", str(data), "--now", NOW).stdout)["interviews"]
    due = json.loads(run("due", "--json", "--data", str(data), "--now", NOW).stdout)["due"]
    now = datetime.fromisoformat(NOW)
    app = FollowUpApp(lambda: Session(Paths(data, tmp_path / "state"), lambda: now))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one("#interviews", RowList).rows
        shown = {
            row.key: "".join(span.text for line in row.lines for span in (*line.left, *line.right))
            for row in rows
        }
        for one in exported:
            expected = [todo["text"] for todo in one["plan"]["todos"]]
            assert [todo["text"] for todo in due if todo["id"] == one["id"]] == expected
            if expected:
                assert expected[0] in shown[one["id"]]
        first = app.screen.query_one("#steps-list", RowList).rows
        steps = {row.key: row.lines[0].left[0].text.strip() for row in first if row.key.startswith("step:")}
        glyphs = {"upcoming": "·", "open": "○", "due": "●", "late": "!", "done": "✓", "skipped": "–"}
        assert steps == {
            f"step:{step['step']}": glyphs[step["status"]] for step in exported[0]["plan"]["steps"]
        }
        assert f"group:{Group.DUE}" in shown
