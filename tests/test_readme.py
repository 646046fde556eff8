"""The README says what is true: its keys, verbs, files and figures."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import STEP_TITLES
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_facts
from followup_tui.tui.keys.bindings import by_id
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.help import key_rows
from tests import ROOT
from tests.decoding import decode
from tests.readme import README, made

TEXT = README.read_text(encoding="utf-8")


def test_its_keys_and_verbs_are_those_of_the_program() -> None:
    assert made(TEXT) == TEXT, "make them: python -m tests.readme"


def test_every_picture_and_file_it_names_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert links
    for link in links:
        assert (ROOT / link).is_file(), link


def test_its_two_commands_are_those_of_the_package() -> None:
    first, second = re.findall(r"```sh\n(.*?)\n```", TEXT, flags=re.S)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert first.startswith("python3 -m venv")
    assert all(f".venv/bin/{script}" in first for script in project["scripts"])
    for extra in re.findall(r"\.\[(\w+)\]", second):
        assert extra in project["optional-dependencies"]
    assert "pytest" in second


def test_its_example_is_all_that_an_interview_needs() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.S)
    (interview,) = decode(example.encode()).interviews
    assert interview.company == "Acme Robotics"


def test_its_signs_are_read_as_it_says() -> None:
    examples = dict(re.findall(r"^\| `(.)` \| [^|]+ \| `([^`]+)` \|$", TEXT, flags=re.M))
    assert set(examples) == {str(sign) for sign in signs.SIGNS}
    held = decode(re.findall(r"```toml\n(.*?)```", TEXT, flags=re.S)[0].encode()).interviews[0].held_on
    facts = parse_facts("\n".join(examples.values()), held)
    assert all(map(facts.covers, signs.SIGNS))
    assert facts.people[0].email == "dana@acme.example"
    assert facts.promises[0].reading is not None
    assert facts.materials[0].due_on is not None


def test_its_method_is_that_of_the_rules() -> None:
    assert f"| `{' '.join(map(str, signs.coverage_signs()))}` are covered, or `none` |" in TEXT
    for number, title in enumerate(STEP_TITLES.values(), start=1):
        assert f"| {number} {title} |" in TEXT
    rules = Rules()
    assert (rules.follow_up_limit, rules.second_follow_up_days, rules.guess_days) == (2, 7, 7)
    assert rules.window_working_days == 2
    assert rules.connect_after_days == 1


def test_nothing_else_is_in_the_top_folder() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout can tell what belongs to the project")
    names = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    top = {Path(name).parts[0] for name in names.splitlines()}
    assert "README.md" in top
    assert {name for name in top if not name.startswith(".")} <= {
        "README.md",
        "followup_tui",
        "pyproject.toml",
        "screenshots",
        "tests",
    }


def test_its_folders_are_those_of_the_project() -> None:
    (tree,) = re.findall(r"```text\n(followup_tui/\n.*?)```", TEXT, flags=re.S)
    named = set(re.findall(r"(?<![\w`.])(\w+)/(?= |$)", tree, flags=re.M))
    package = [path.parent.relative_to(ROOT) for path in (ROOT / "followup_tui").rglob("__init__.py")]
    assert {folder.name for folder in package if len(folder.parts) <= 3} <= named
    assert all(list(ROOT.glob(f"**/{name}/")) for name in named - {"screenshots"})


def test_the_keys_of_its_story_are_those_of_the_program() -> None:
    (story,) = re.findall(r"<!-- story: .*?-->(.*?)<!-- end of story -->", TEXT, flags=re.S)
    keys = {key for names, _, _ in key_rows(by_id().values(), Keymap()) for key in names.split()}
    named = re.findall(r"`([^`]+)`", story)
    assert len(named) > 10
    assert [key for key in named if key not in keys] == []


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= 250
