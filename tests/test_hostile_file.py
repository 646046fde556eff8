"""Names and pasted text with markup, escape sequences and odd scripts, on every screen of the app."""

import tomllib
from pathlib import Path

import pytest

from tests.one_interview import ACME, NOW
from tests.terminal import opened, ready


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


HOSTILE = {
    "markup": ("[/x] [b]Bold [red]& [/", "[/x] [b]Bold [red]& [/"),
    "escape sequences": (
        r"\u001b]52;c;AAAA\u0007\u001b[31;5;77mA\u009b31;5;77m\u0000\u007f\u0008\u001b]0;owned\u001b\\B",
        "]52;c;AAAA[31;5;77mA31;5;77m]0;owned\\B",
    ),
    "scripts": (
        r"\u202eevil\u2066 \u05d0\u05d1\u05d2 株式会社 👩‍🚀 e\u0301",
        "evil \u05d0\u05d1\u05d2 株式会社",
    ),
    "1,000 characters": ("Ab " * 333 + "C", "Ab Ab Ab"),
}


@pytest.mark.parametrize(("name", "seen"), HOSTILE.values(), ids=HOSTILE)
def test_names_are_names(data: Path, name: str, seen: str) -> None:
    content = f"""\
format = 1
[[interview]]
company = "{name}"
role = "{name}"
held_at = 2026-11-19T15:00:00+01:00
notes = "@ {name}\\n> {name}\\n+ {name}\\n! {name}\\n~ {name}\\n{name}"
[[interview.contact]]
at = 2026-11-19T16:00:00+01:00
kind = "thank-you"
person = "{name}"
channel = "{name}"
text = "{name}"
"""
    data.write_text(content, encoding="utf-8")
    with opened(data, *NOW, columns=120, lines=36) as terminal:
        terminal.wait_for(lambda: seen.encode() in terminal.output, seen)
        terminal.wait("q quit")
        # Over every place that shows a name: checklist, note bar, forms, boxes, switcher, notices, timeline.
        terminal.type("2ggjjjj n")
        terminal.wait("Note to")
        terminal.escape("q quit")
        for key, there in (("e", "Edit"), ("c", "Record a contact"), ("d", "Promised day"), ("?", "Help")):
            terminal.press(key)
            terminal.wait(there)
            terminal.escape("q quit", gone=there)
        terminal.press("1")
        for key, there in (("D", "Delete the interview"), ("/", "Find an interview")):
            terminal.press(key)
            terminal.wait(there)
            terminal.escape("q quit", gone=there)
        terminal.type("1y2y4hlA")
        terminal.wait("All open interviews")
        terminal.escape("q quit", gone="All open interviews")
        terminal.press("ctrl+p")
        terminal.wait("an action, a company")
        terminal.escape("q quit", gone="an action, a company")
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert terminal.left_as_found() == []
        sent = bytes(terminal.output)
    assert b"\x1b]52;c;AAAA" not in sent
    for theirs in (b"\x1b[31;5;77m", "\x9b".encode(), b"\x1b]0;owned", b"\x00", b"\x7f", b"\x08"):
        assert theirs not in sent
    for override in "\u202e\u2066":
        assert override.encode() not in sent


def test_what_is_pasted_is_text(data: Path) -> None:
    """Bytes after an escape in a paste are no keys, and none of them gets into the file."""
    data.write_text(ACME)
    with ready(data) as terminal:
        terminal.type("3i")
        terminal.paste("@ Dana\r\n! [/x]\x07\tand\x00 so on\u202e\r\n")
        terminal.wait_for(lambda: "@ Dana" in data.read_text(), "the paste in the file")
        terminal.escape("enter write")
        terminal.press("q")
        assert terminal.wait_end() == 0
    notes = tomllib.loads(data.read_text())["interview"][0]["notes"]
    assert notes == "@ Dana\n! [/x]\tand so on\n"
