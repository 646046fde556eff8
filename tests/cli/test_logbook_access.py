"""Reading and changing the logbook: every verb on files that can't be used, and what reading leaves alone."""

from pathlib import Path

import pytest

from followup_tui.storage.constants import END, HEADER
from tests.cli.conftest import HAND_WRITTEN, NOW, Run, run_in_shell

ACME = '[[interview]]\nid = "a"\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'
BAD = {
    "broken": (ACME + "notes = \n", "line 5"),
    "broken in our layout": (f'{HEADER}format = 1\n\n{ACME}role = "a" b\n\n{END}', "line 8"),
    "cut off": (f"{HEADER}format = 1\n\n{ACME}", "lost its end"),
    "newer": (f"{HEADER}format = 9\n\n{ACME}\n{END}", "newer followup-tui"),
    "not text": ("\udcff", "UTF-8"),
}
WRITING = [["note", "x"], ["note", "x", "--to", "acme"], ["new", "Beta"], ["import", "csv", "t.csv", "--yes"]]
READING = [["due"], ["due", "--brief"], ["export", "ics"], ["export", "md"], ["export", "json"]]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("company,interview date\nBeta,2026-11-20\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("verb", WRITING + READING, ids=" ".join)
def test_a_file_that_can_not_be_used_is_reported_and_left_alone(
    tmp_path: Path, run: Run, verb: list[str], kind: str
) -> None:
    text, message = BAD[kind]
    data = tmp_path / "logbook.toml"
    data.write_text(text, encoding="utf-8", errors="surrogateescape")
    before = data.read_bytes()
    done = run(*verb, "--data", str(data), "--now", NOW)
    if kind == "newer" and verb in READING:
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert message in done.stderr
        assert "Traceback" not in done.stderr
    assert data.read_bytes() == before


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("verb", WRITING + READING, ids=" ".join)
def test_a_folder_in_its_place_is_reported_and_left_alone(tmp_path: Path, run: Run, verb: list[str]) -> None:
    folder = tmp_path / "logbook.toml"
    folder.mkdir()
    done = run(*verb, "--data", str(folder), "--now", NOW)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "is a folder" in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("text", [None, "", "format = 1\n"], ids=["no file", "empty", "no interview"])
def test_a_note_without_an_interview_says_how_to_add_an_interview(
    tmp_path: Path, run: Run, text: str | None
) -> None:
    data = tmp_path / "logbook.toml"
    if text is not None:
        data.write_text(text, encoding="utf-8")
    done = run("note", "x", "--data", str(data))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "followup-tui new COMPANY" in done.stderr
    assert (data.read_text(encoding="utf-8") if data.exists() else None) == text


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("verb", WRITING, ids=" ".join)
def test_a_read_only_file_is_not_written(data: Path, run: Run, verb: list[str]) -> None:
    data.chmod(0o400)
    before = data.read_bytes()
    done = run(*verb, "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "read-only" in done.stderr
    assert data.read_bytes() == before


def test_asking_writes_nothing(hand_written: Path, run: Run) -> None:
    for verb in (["due"], ["due", "--json"], ["export", "json"], ["where"]):
        assert run(*verb, "--data", str(hand_written), "--now", NOW).returncode == 0
    assert hand_written.read_text(encoding="utf-8") == HAND_WRITTEN
    assert [path.name for path in hand_written.parent.iterdir()] == ["logbook.toml"]


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
def test_a_broken_file_is_reported_in_a_single_line(
    data: Path, run: Run, verb: list[str], text: str, line: str
) -> None:
    data.write_text(text, encoding="utf-8")
    done = run(*verb, "--data", str(data))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert str(data) in done.stderr
    assert line in done.stderr


def test_a_rejected_record_is_reported_by_every_verb_that_reads(data: Path, tmp_path: Path) -> None:
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("2026-11-23T14:00:00+01:00", '"Monday 2pm"'), encoding="utf-8")
    for verb in (["due"], ["due", "--json"], ["export", "json"], ["export", "md"]):
        done = run_in_shell(f"{' '.join(verb)} DATA", data, tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (0, 1)
        assert "held_at: should be a date and a time" in done.stderr
        assert "it is ignored; see `followup-tui check`" in done.stderr
    assert run_in_shell("due --brief DATA", data, tmp_path).stderr == ""


def test_a_file_that_became_empty_is_not_taken_for_a_new_file(data: Path, tmp_path: Path) -> None:
    assert run_in_shell("new Beta DATA", data, tmp_path).returncode == 0
    data.write_bytes(b"")
    for command in ("due DATA", "check DATA", "new Gamma DATA", "note x DATA", "export json DATA"):
        done = run_in_shell(command, data, tmp_path)
        assert done.returncode == 1, command
        assert "it is empty, and was not: `followup-tui restore`" in done.stdout + done.stderr
        assert data.read_bytes() == b""
    assert run_in_shell("restore 1 DATA", data, tmp_path).returncode == 0
    assert "Acme Robotics" in data.read_text(encoding="utf-8")


def test_a_broken_file_with_backups_names_the_way_back(data: Path, tmp_path: Path) -> None:
    assert run_in_shell("new Beta DATA", data, tmp_path).returncode == 0
    data.write_text("[[interview\n", encoding="utf-8")
    for command in ("due DATA", "new Gamma DATA", "export json DATA"):
        done = run_in_shell(command, data, tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "`followup-tui restore` lists its backups" in done.stderr
