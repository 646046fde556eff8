"""A thank-you note in a terminal, from `w` to the contact in the file."""

from pathlib import Path

from tests.terminal import opened
from tests.test_story import contacts, interview, quit_by, saved
from tests.tui.screens.letter.letter_pilot import LETTERS, PERSONAL

NOW = "2026-11-23T16:00:00+01:00"


def test_a_note_from_the_first_word_to_the_record(tmp_path: Path) -> None:
    data = tmp_path / "logbook.toml"
    data.write_text(LETTERS, encoding="utf-8")
    with opened(data, "--now", NOW, env={"DISPLAY": "", "WAYLAND_DISPLAY": ""}) as terminal:
        terminal.wait("2 Acme", "q quit")
        terminal.press("w")
        terminal.wait("Thank-you note", "Dear Dana,", "Mention one thing", "due tonight")
        assert data.read_text(encoding="utf-8") == LETTERS
        terminal.write(PERSONAL)
        saved(terminal, lambda: PERSONAL in str(interview(data, "Acme").get("draft")), "the draft")
        terminal.wait("Add your name below", "draft · saved", "1 to consider")
        terminal.press("ctrl+o")
        terminal.wait("Nothing more to fix; 1 kept as is.", "ready · saved")
        terminal.paste("\n\nYours, Dina Reyes\x1b\x11")
        terminal.wait("to answer")
        terminal.press("f5")
        terminal.wait("Not yet.")
        assert contacts(data, "Acme") == []
        terminal.press("ctrl+r")
        terminal.wait("Yours, Dana Reyes", gone="to answer")
        terminal.press("ctrl+g")
        terminal.wait("Save it as a mail draft")
        terminal.press("down", "down", "down", "enter")
        draft = tmp_path / "letters" / "thank-you-dana-reyes-acme.eml"
        terminal.wait_for(draft.is_file, "the mail draft")
        terminal.wait("Saved as")
        terminal.press("f5")
        terminal.wait("Did you send this to", "by email?")
        terminal.press("y")
        saved(terminal, lambda: contacts(data, "Acme") == [("thank-you", "Dana Reyes")], "the note")
        assert PERSONAL in interview(data, "Acme")["contact"][0]["text"]
        assert "draft" not in interview(data, "Acme")
        terminal.wait("✓ Dana Reyes")
        quit_by(terminal)
