"""Every verb on files that can't be used: one line, the right status, nothing half done."""

import fcntl
import os
from pathlib import Path

import pytest

from followup_tui.storage import inbox_append
from followup_tui.storage.constants import END, HEADER, lock_path
from followup_tui.storage.inbox_append import AppendError, append_note
from tests.cli.conftest import NOW, Run

ONE = '[[interview]]\nid = "a"\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'
BAD = {
    "broken": (ONE + "notes = \n", "line 5"),
    "broken in our layout": (f'{HEADER}format = 1\n\n{ONE}role = "a" b\n\n{END}', "line 8"),
    "cut off": (f"{HEADER}format = 1\n\n{ONE}", "lost its end"),
    "newer": (f"{HEADER}format = 9\n\n{ONE}\n{END}", "newer followup-tui"),
    "not text": ("\udcff", "UTF-8"),
}
WRITING = [["note", "x"], ["note", "x", "--to", "acme"], ["new", "Beta"], ["import", "csv", "t.csv", "--yes"]]
READING = [["due"], ["due", "--brief"], ["export", "ics"], ["export", "md"], ["export", "json"]]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("company,date\nBeta,2026-11-20\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("verb", WRITING + READING, ids=" ".join)
def test_a_file_that_can_not_be_used(tmp_path: Path, run: Run, verb: list[str], kind: str) -> None:
    text, says = BAD[kind]
    data = tmp_path / "logbook.toml"
    data.write_text(text, encoding="utf-8", errors="surrogateescape")
    before = data.read_bytes()
    done = run(*verb, "--data", str(data), "--now", NOW)
    if kind == "newer" and verb in READING:
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert says in done.stderr
        assert "Traceback" not in done.stderr
    assert data.read_bytes() == before


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("verb", WRITING + READING, ids=" ".join)
def test_a_folder_in_its_place(tmp_path: Path, run: Run, verb: list[str]) -> None:
    folder = tmp_path / "logbook.toml"
    folder.mkdir()
    done = run(*verb, "--data", str(folder), "--now", NOW)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "is a folder" in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("text", [None, "", "format = 1\n"], ids=["no file", "empty", "no interview"])
def test_a_note_without_an_interview_names_the_way_to_one(tmp_path: Path, run: Run, text: str | None) -> None:
    data = tmp_path / "logbook.toml"
    if text is not None:
        data.write_text(text, encoding="utf-8")
    done = run("note", "x", "--data", str(data))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "followup-tui new COMPANY" in done.stderr
    assert (data.read_text(encoding="utf-8") if data.exists() else None) == text


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("verb", WRITING, ids=" ".join)
def test_a_read_only_file_stays(data: Path, run: Run, verb: list[str]) -> None:
    data.chmod(0o400)
    before = data.read_bytes()
    done = run(*verb, "--data", str(data), "--now", NOW)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "read-only" in done.stderr
    assert data.read_bytes() == before


def test_a_locked_file_is_told_and_not_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_append, "LOCK_SECONDS", 0.05)
    state = tmp_path / "state"
    state.mkdir()
    handle = os.open(lock_path(str(state), os.path.realpath(data)), os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)
    before = data.read_bytes()
    with pytest.raises(AppendError, match="another program is saving"):
        append_note(str(data), str(state), "2026-11-24T09:00:00+01:00", "x", lambda heads: heads[0])
    assert data.read_bytes() == before
    os.close(handle)
    append_note(str(data), str(state), "2026-11-24T09:00:00+01:00", "x", lambda heads: heads[0])
    assert data.read_bytes() != before


def test_exports_write_over_nothing_unless_forced(data: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    for form in ("ics", "md", "json"):
        arguments = ["export", form, "--data", str(data), "--now", NOW]
        done = run(*arguments, "-o", "out")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "--force" in done.stderr
        assert out.read_text(encoding="utf-8") == "mine"
        assert run(*arguments, "-o", "out", "--force").returncode == 0
        assert out.read_bytes().decode() == run(*arguments).stdout
        out.write_text("mine", encoding="utf-8")
        for wrong, says in ((str(tmp_path), "folder"), (str(data), "your logbook"), ("no/out", "no such")):
            before = data.read_bytes()
            done = run(*arguments, "-o", wrong, "--force")
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
            assert says in done.stderr
            assert data.read_bytes() == before
