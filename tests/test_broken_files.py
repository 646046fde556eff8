"""Files that the app can't use as they are.

Each time a line or a screen names the file, the line and the problem; nothing is lost, and no traceback is
shown.
"""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from followup_tui.storage.constants import END, HEADER
from tests.one_interview import ACME, NOW
from tests.terminal import Terminal, opened, ready

OURS = HEADER + "\n" + ACME + "\n" + END


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


def shown(terminal: Terminal) -> str:
    """Return the text on the screen without frames and what is around them, its wrapped lines joined."""
    rows = (line.strip("╱│╭╮╰╯─ ") for line in terminal.text.split("\n"))
    return " ".join(row for row in rows if row)


def see(terminal: Terminal, *texts: str, of: str) -> None:
    terminal.wait_for(lambda: all(text in shown(terminal) for text in texts), f"{texts} of {of}")


def quit_from_problem(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_end() == 1
    assert terminal.left_as_found() == []
    assert b"Traceback" not in terminal.output, terminal.output[-6000:].decode()


PROBLEMS: dict[str, tuple[bytes, str]] = {
    "cut off in a string": (
        ACME.encode() + b'notes = """\n@ Dana\n',
        "line 5: the text that begins here",
    ),
    "cut off between records": (OURS.removesuffix(END).encode(), "the file has lost its end"),
    "cut off in the first line": (HEADER[:30].encode(), "line 1: the file has lost its end"),
    "not UTF-8": (ACME.encode() + b'role = "caf\xe9"\n', "line 5: this is not UTF-8 text"),
    "UTF-16": (ACME.encode("utf-16"), "line 1: this is not UTF-8 text"),
    "zeros": (b"\0" * 100, "line 1: this line is not valid TOML"),
    "a number for a name": (
        ACME.replace('"Acme"', "3").encode(),
        "line 3: interview 1, company: should be text in quotes",
    ),
    "a word for a time": (
        ACME.replace("2026-11-19T15:00:00+01:00", '"soon"').encode(),
        "line 4: interview 1, held_at",
    ),
    "no company": (ACME.replace("company", "firm").encode(), "line 2: interview 1 has no “company”"),
    "one table": (
        ACME.replace("[[interview]]", "[interview]").encode(),
        "line 2: interview: should be written as [[interview]]",
    ),
    "a number for records": (b"interview = 4\n", "line 1: interview: should be written as [[interview]]"),
    "a word for the format": (ACME.replace("1\n", '"one"\n', 1).encode(), "line 1: format"),
    "the year 9999": (ACME.replace("2026", "9999").encode(), "line 4: interview 1, held_at: the year 9999"),
    "the year 1": (ACME.replace("2026", "0001").encode(), "line 4: interview 1, held_at: the year 1"),
    "nested too deep to be read": (b"x = " + b"[" * 5000 + b"]" * 5000, "this is nested too deeply"),
    "nested too deep to be written": (
        b"format = 1\nx = " + b"[" * 150 + b"]" * 150,
        "line 2: this is nested too deeply",
    ),
    "a number of 5,000 digits": (b"format = 1\nx = " + b"9" * 5000, "line 2: a number is too long"),
    "half a character": (
        ACME.encode() + b'role = "\\ud800"\n',
        r'line 5: “role = "\ud800"” is not valid TOML',
    ),
    "hostile words in a key": (
        b'format = 1\n[[interview]]\n"[/x]\\u001b]52;c;AAAA\\u0007" = 3\ncompany = "[/x]"\n',
        "line 2: interview 1 has no “held_at”",
    ),
    "a newer format of another shape": (
        b'format = 7\ninterview = "all"\n',
        "line 1: a newer followup-tui wrote it (format 7)",
    ),
}


def test_a_file_that_cannot_be_used_is_named_with_line_and_problem(data: Path) -> None:
    first, (content, problem) = next(iter(PROBLEMS.items()))
    data.write_bytes(content)
    with opened(data, *NOW, lines=24) as terminal:
        see(terminal, problem, of=first)
        for name, (content, problem) in PROBLEMS.items():
            data.write_bytes(content)
            terminal.press("r")
            see(terminal, "Your file can't be read as it is", problem, "Nothing was changed.", of=name)
            assert data.name in "".join(shown(terminal).split())
            assert data.read_bytes() == content
            assert list(data.parent.iterdir()) == [data]
        quit_from_problem(terminal)


@pytest.mark.parametrize("name", ["not UTF-8", "cut off between records", "nested too deep to be read"])
def test_quitting_leaves_an_unusable_file_byte_for_byte(data: Path, name: str) -> None:
    content, problem = PROBLEMS[name]
    data.write_bytes(content)
    with opened(data, *NOW, lines=24) as terminal:
        see(terminal, problem, "q quit", of=name)
        quit_from_problem(terminal)
    assert data.read_bytes() == content
    assert list(data.parent.iterdir()) == [data]


def test_a_path_that_is_no_file_is_refused(tmp_path: Path) -> None:
    folder, pipe, loop, file = (tmp_path / name for name in ("folder", "pipe", "loop", "file"))
    folder.mkdir()
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    file.write_text("mine")
    for path, problem in (
        (folder, "is a folder; name a file, such as"),
        (Path("/dev/null"), "is not a regular file"),
        (pipe, "is not a regular file"),
        (loop, "too many levels of symbolic links"),
    ):
        with opened(path, *NOW, lines=24) as terminal:
            terminal.wait("Your file can't be read as it is", problem, "q quit")
            quit_from_problem(terminal)
    for path in (tmp_path / "nowhere" / "logbook.toml", file / "logbook.toml"):
        with opened(path, *NOW) as terminal:
            assert terminal.wait_end() == 1
            line = terminal.output.decode().replace("\r\n", "\n")
            assert line.count("\n") == 1
            assert line.startswith(f"followup-tui: --data {path}: the folder {path.parent} ")
            assert "\x1b" not in line
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "loop", "pipe"]
    assert file.read_text() == "mine"


def test_a_link_to_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """Such as one to a disk that is not plugged in: what is written now would be missed when it is."""
    link = tmp_path / "logbook.toml"
    link.symlink_to(tmp_path / "unplugged" / "logbook.toml")
    with opened(link, *NOW, lines=24) as terminal:
        terminal.wait("is a link to", "q quit")
        assert "/unplugged/" in shown(terminal).replace(" ", "")
        quit_from_problem(terminal)
    assert link.is_symlink()
    assert list(tmp_path.iterdir()) == [link]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, target = tmp_path / "logbook.toml", tmp_path / "elsewhere.toml"
    link.symlink_to(target)
    target.write_text(ACME)
    target.chmod(0o640)
    with opened(link, *NOW, lines=24) as terminal:
        terminal.wait("2 Acme", "q quit")
        terminal.type("n@ Dana\r")
        terminal.wait_for(lambda: "@ Dana" in target.read_text(), "the note in the file")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n", "\ufeff".encode()], ids=["empty", "blanks", "a mark"])
def test_an_empty_file_is_welcomed_and_not_touched(data: Path, content: bytes) -> None:
    data.write_bytes(content)
    with opened(data, *NOW, lines=24) as terminal:
        terminal.wait("Just out of an interview?", "Press a", "q quit")
        # Nothing is there to be changed: no key does anything, and each says so.
        terminal.type(" sdcDe[]w4y1jA")
        terminal.wait("Add the interview first: a, the company, enter.")
        terminal.type("u")
        terminal.wait("Nothing to undo")
        terminal.type("U")
        terminal.wait("Nothing to redo")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert data.read_bytes() == content


def test_a_file_that_is_repaired_opens(data: Path) -> None:
    data.write_bytes(PROBLEMS["not UTF-8"][0])
    with opened(data, *NOW, lines=24) as terminal:
        terminal.wait("not UTF-8 text", "r try again")
        terminal.press("r")
        terminal.pump(0.2)
        terminal.wait("not UTF-8 text")
        data.write_bytes(PROBLEMS["the year 1"][0])
        terminal.press("r")
        terminal.wait("the year 1 is outside", gone="UTF-8")
        data.write_text(ACME)
        terminal.press("r")
        terminal.wait("2 Acme", "today 15:00", "q quit", gone="try again")
        terminal.type("n! mended\r")
        terminal.wait_for(lambda: "! mended" in data.read_text(), "the note in the file")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


def test_the_file_can_be_repaired_in_an_editor(data: Path, tmp_path: Path) -> None:
    data.write_bytes(PROBLEMS["the year 1"][0])
    editor = tmp_path / "an editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "print('now editing')\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('0001', '2026'))\n"
    )
    env = {"VISUAL": f'"{sys.executable}" "{editor}"', "EDITOR": "false"}
    with opened(data, *NOW, lines=24, env=env) as terminal:
        terminal.wait("the year 1 is outside")
        terminal.press("e")
        terminal.wait("2 Acme", "today 15:00", "q quit")
        assert b"now editing" in terminal.output
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []
    with opened(data, *NOW, lines=24, env={"VISUAL": "", "EDITOR": "no-such-editor --wait"}) as terminal:
        data.write_bytes(PROBLEMS["the year 1"][0])
        terminal.wait("the year 1 is outside")
        terminal.press("e")
        terminal.wait("no-such-editor")
        quit_from_problem(terminal)


def test_what_is_typed_into_a_read_only_file_is_saved_for_recovery(data: Path, tmp_path: Path) -> None:
    data.write_text(ACME)
    data.chmod(0o400)
    state = tmp_path / "state"
    with ready(data, env={"XDG_STATE_HOME": str(state)}) as terminal:
        terminal.type("n! kept [/x]\r")
        terminal.wait("! kept [/x]", "Not saved", "not saved ─╯")
        see(terminal, "is read-only; make it writable", of="the reason")
        terminal.escape("space tick")
        terminal.press("q")
        assert terminal.wait_end() == 1
        assert terminal.left_as_found() == []
        farewell = " ".join(terminal.output.rpartition(b"\x1b[?1006l")[2].decode().split())
    assert data.read_text() == ACME
    assert data.stat().st_mode & 0o777 == 0o400
    recovered = list((state / "followup-tui").rglob("unsaved/*.toml"))
    assert len(recovered) == 1
    assert recovered[0].stat().st_mode & 0o777 == 0o600
    assert tomllib.loads(recovered[0].read_text())["interview"][0]["notes"] == "! kept [/x]\n"
    assert farewell.startswith("followup-tui: not saved: ")
    assert str(data) in farewell
    assert farewell.endswith(f"Your changes are in {recovered[0]}; the next start adds them")


def test_a_read_only_file_is_saved_once_it_is_writable(data: Path) -> None:
    data.write_text(ACME)
    data.chmod(0o400)
    with ready(data) as terminal:
        terminal.type("n! kept\r")
        terminal.wait("Not saved")
        data.chmod(0o600)
        terminal.wait(" saved ─╯", gone="Not saved")
        assert "! kept" in data.read_text()
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


def test_a_newer_format_is_shown_and_not_changed(data: Path) -> None:
    newer = ACME.replace("format = 1", "format = 7") + "mood = 3\n[[interview.horoscope]]\nsign = 'lion'\n"
    data.write_text(newer)
    with opened(data, *NOW, lines=24) as terminal:
        terminal.wait("2 Acme", "Read-only", "(format 7)", "q quit")
        terminal.type("snx\r")
        terminal.wait("Note to")
        terminal.escape("space tick", gone="Note to")
        for keys, box in (("d2026-11-30\r", "Promised day"), ("aB\r", "Add an interview")):
            terminal.press(keys[0])
            terminal.wait(box)
            terminal.type(keys[1:])
            terminal.wait("q quit", gone=box)
        terminal.type("U u3ino")
        terminal.press("ctrl+s")
        terminal.wait("2 Acme", "Read-only")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert data.read_text() == newer
