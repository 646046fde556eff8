"""Man page and completion are those of the verbs as they are, can be read, and are in the wheel."""

import shutil
import subprocess
import tomllib

import pytest

from followup_tui.cli.main import COMMANDS
from tests import ROOT
from tests.share import FOLDER, files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_they_are_made_from_the_verbs_as_they_are() -> None:
    made = {name: (FOLDER / name).read_text(encoding="utf-8") for name in files()}
    assert made == files(), "make them: python -m tests.share"


def test_each_file_is_put_where_man_and_the_shells_look_for_it() -> None:
    places = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert {ROOT / path for path in places} == {path for path in FOLDER.iterdir() if path.is_file()}
    assert {FOLDER / name for name in files()} <= {ROOT / path for path in places}
    assert places["followup_tui/share/followup-tui.1"] == "share/man/man1/followup-tui.1"


def test_the_man_page_can_be_shown_and_names_every_verb_and_option() -> None:
    if shutil.which("groff") is None:
        pytest.skip("no groff here")
    page = FOLDER / "followup-tui.1"
    words = ["groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou", "-rLL=200n", str(page)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for command in COMMANDS:
        assert command.usage in done.stdout.replace("‐", "-")
        for names, _ in command.arguments:
            assert all(name in done.stdout for name in names if name.startswith("-"))


def test_it_is_not_uploaded_by_mistake_and_names_no_address() -> None:
    project = PROJECT["project"]
    assert "Private :: Do Not Upload" in project["classifiers"]
    assert project["authors"] == [{"name": "followup-tui contributors"}]
    assert "urls" not in project
    assert "license" not in project
    assert project["keywords"]
