"""The article's own story, lived through in a terminal: after each action the file is read."""

import itertools
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT
from tests.terminal import Terminal, opened

BY_HAND = ROOT / "tests" / "data" / "thursday.toml"
THURSDAY = "2026-11-19T18:00:00+01:00"
MONDAY = "2026-11-23T09:00:00+01:00"
WEDNESDAY = "2026-11-25T10:00:00+01:00"

Table = dict[str, Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.toml"
    path.write_bytes(BY_HAND.read_bytes())
    return path


def interview(path: Path, company: str = "Northlight Studio") -> Table:
    """Return the interview as the file on the disk has it; empty while it has none."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    found: list[Table] = [
        interview for interview in raw.get("interview", []) if interview["company"] == company
    ]
    assert len(found) <= 1, raw
    return found[0] if found else {}


def contacts(path: Path, company: str = "Northlight Studio") -> list[tuple[str, str]]:
    """Return kind and person of each contact on record."""
    return [(contact["kind"], contact["person"]) for contact in interview(path, company).get("contact", [])]


def saved(terminal: Terminal, test: Callable[[], object], what: str) -> None:
    """Wait until the file holds what `test` asks for, however busy the machine is.

    How soon that is to be is tested with a clock of its own, and measured by the bench.
    """
    terminal.wait_for(test, f"{what} in the file")


def notes_end(terminal: Terminal, path: Path, end: str, company: str = "Northlight Studio") -> None:
    """Wait until the notes in the file end with `end`."""

    def ends_so() -> bool:
        return str(interview(path, company).get("notes", "")).endswith(end)

    saved(terminal, ends_so, f"notes …{end!r}")


def go_to(terminal: Terminal, keys: str, text: str) -> None:
    """Move the cursor of the checklist to the row with `text`, by these keys."""
    terminal.type(f"2{keys}")

    def is_there() -> bool:
        rows = [line for line in terminal.text.split("\n") if "▌" in line]
        return len(rows) == 1 and text in rows[0]

    terminal.wait_for(is_there, f"the cursor on {text!r}")


def close_warning(terminal: Terminal) -> None:
    """Close the warning about the comments, which stays for as long as it takes to read it."""
    terminal.wait("The next save drops")
    terminal.escape("q quit", gone="The next save drops")


def quit_by(terminal: Terminal, key: str = "q") -> None:
    terminal.press(key)
    assert terminal.wait_end() == 0
    assert terminal.left_as_found() == []


def test_the_story_from_launch_to_quit(data: Path) -> None:
    with opened(data, "--now", THURSDAY) as terminal:
        terminal.wait("2 Northlight Studio", "today 15:00", "q quit")
        terminal.wait(
            "1 Ask", "due today", "until Fri 20 Nov", "Mon 23 – Tue 24 Nov", "not before Mon 23 Nov"
        )
        assert data.read_bytes() == BY_HAND.read_bytes(), "opening a file must not write it"
        close_warning(terminal)
        thanking(terminal, data)
        skipping(terminal, data)
        noting(terminal, data)
        undoing(terminal, data)
        setting_the_day(terminal, data)
        the_other_interview(terminal, data)
        quit_by(terminal)
    evening = data.read_bytes()
    nothing_of_the_users_is_lost(data)

    with opened(data, "--now", MONDAY, lines=40) as terminal:
        terminal.wait("2 Northlight Studio", "Thu 19 Nov 15:00", "q quit")
        terminal.wait("@ Ellen Ward", "she caught the game on Tuesday", "until Tue 24 Nov")
        assert data.read_bytes() == evening, "opening again must not write either"
        they_answer(terminal, data)
        quit_by(terminal, "ctrl+q")
    nothing_of_the_users_is_lost(data)

    with opened(data, "--now", WEDNESDAY) as terminal:
        # It opens on what is due today, not on what was seen last.
        terminal.wait("2 Harbor Books", "follow up", "q quit")
        terminal.press("]")
        terminal.wait("2 Northlight S", "they answered")
        assert contacts(data)[-1] == ("reply", "Marcus Okoye")
        quit_by(terminal)


def thanking(terminal: Terminal, data: Path) -> None:
    go_to(terminal, "gjjj", "Ellen Ward")
    terminal.press("space")
    thanked = [("thank-you", "Ellen Ward")]
    saved(terminal, lambda: contacts(data) == thanked, "the thank-you")
    terminal.wait("✓ Ellen Ward")
    contact = interview(data)["contact"][0]
    assert contact["at"].isoformat().startswith("2026-11-19T18:0")
    # A tick is taken back where it was made.
    terminal.press("space")
    saved(terminal, lambda: contacts(data) == [], "no thank-you")
    terminal.press("space")
    saved(terminal, lambda: contacts(data) == thanked, "the thank-you again")
    go_to(terminal, "gjjjj", "Marcus Okoye")
    terminal.press("s")
    saved(terminal, lambda: interview(data).get("skips") == {"thank": ["Marcus Okoye"]}, "the skip")
    terminal.press("s")
    saved(terminal, lambda: "skips" not in interview(data), "no skip")
    terminal.press("space")
    thanked.append(("thank-you", "Marcus Okoye"))
    saved(terminal, lambda: contacts(data) == thanked, "the second thank-you")
    terminal.wait_for(lambda: "✓ 3 Send thank-you" in terminal.text, "step 3 done")


def skipping(terminal: Terminal, data: Path) -> None:
    go_to(terminal, "gjjjjj", "4 Con")
    terminal.press("s")
    saved(terminal, lambda: interview(data).get("ticks") == {"connect": "skipped"}, "the skipped step")
    terminal.wait("– 4 Con")


def noting(terminal: Terminal, data: Path) -> None:
    terminal.press("n")
    terminal.wait("Note to Northlight Studio")
    for line in ("= reel on a stick", "! no experience with live shows", "she said [/x] twice"):
        terminal.write(line)
        terminal.press("enter")
        notes_end(terminal, data, f"would like to see\n{line}\n" if line[0] == "=" else f"\n{line}\n")
    terminal.wait("✓ 3 lines")
    # Several lines at once are several notes; letters are no commands; esc files what stands in the line.
    terminal.paste("start in January\n~ Marcus has two cats\n")
    notes_end(terminal, data, "\nstart in January\n~ Marcus has two cats\n")
    terminal.write("q")
    terminal.escape("space tick")
    notes_end(terminal, data, "\n~ Marcus has two cats\nq\n")

    terminal.press("3", "enter")
    terminal.write("~ Ellen: she caught the game on Tuesday")
    # The first half of a long line is on the disk while the second is still being typed.
    saved(terminal, lambda: "\n~ Ellen: she" in interview(data)["notes"], "the beginning of the line")
    notes_end(terminal, data, "\nq\n~ Ellen: she caught the game on Tuesday")
    terminal.escape("enter write")
    terminal.press("2")
    terminal.wait("@2 +0 =1 !1 ~3")


def undoing(terminal: Terminal, data: Path) -> None:
    written = interview(data)["notes"]
    # Typing is taken back at once, then the bar's last lines.
    terminal.press("u")
    notes_end(terminal, data, "\nq\n")
    terminal.press("u")
    notes_end(terminal, data, "\n~ Marcus has two cats\n")
    terminal.press("U", "U")
    saved(terminal, lambda: interview(data)["notes"] == written, "what was undone")


def setting_the_day(terminal: Terminal, data: Path) -> None:
    terminal.press("d")
    terminal.wait("Promised day · Northlight Studio")
    terminal.write("2026-11-24")
    terminal.wait("→ Tue 24 Nov, in 5 days", "follow up Wed 25 – Thu 26 Nov")
    assert "promise" not in interview(data)
    terminal.press("enter")

    def is_set() -> bool:
        promise = [
            {key: str(value) for key, value in promise.items() if key != "at"}
            for promise in interview(data).get("promise", [])
        ]
        return promise == [{"said_on": "2026-11-19", "words": "2026-11-24", "decide_by": "2026-11-24"}]

    saved(terminal, is_set, "the promised day")
    terminal.wait("until Tue 24 Nov", "Wed 25 – Thu 26 Nov")
    terminal.press("u")
    saved(terminal, lambda: "promise" not in interview(data), "no promised day")
    terminal.wait("until Fri 20 Nov")
    terminal.press("U")
    saved(terminal, is_set, "the promised day")


def the_other_interview(terminal: Terminal, data: Path) -> None:
    terminal.press("]")
    terminal.wait("2 Harbor Books")
    terminal.press("n")
    terminal.wait("Note to Harbor Books")
    terminal.write("a card came")
    terminal.press("enter")
    terminal.escape("space tick")
    notes_end(terminal, data, "~ none\na card came\n", "Harbor Books")
    terminal.press("[")
    terminal.wait("2 Northlight Studio")


def they_answer(terminal: Terminal, data: Path) -> None:
    go_to(terminal, "Gk", "5 Wait")
    terminal.press("c")
    terminal.wait("Record a contact · Northlight Studio", "● their answer")
    terminal.press("tab", "tab", "right", "right")
    terminal.wait("● Marcus Okoye")
    terminal.press("tab", "right", "right", "right")
    terminal.wait("● phone")
    terminal.press("tab", "tab")
    terminal.write("they chose me, papers follow")
    terminal.press("enter")
    saved(terminal, lambda: contacts(data)[-1] == ("reply", "Marcus Okoye"), "the answer")
    answer = interview(data)["contact"][-1]
    assert (answer["channel"], answer["text"]) == ("phone", "they chose me, papers follow")
    assert answer["at"].isoformat().startswith("2026-11-23T09:00:")  # the clock goes on
    terminal.wait("they answered")


def nothing_of_the_users_is_lost(data: Path) -> None:
    raw = tomllib.loads(data.read_text(encoding="utf-8"))
    found = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    assert raw["motto"] == found["motto"]
    for now, before in zip(raw["interview"], found["interview"], strict=True):
        assert now["notes"].startswith(before["notes"])
        for key in before.keys() - {"notes", "contact"}:
            assert now[key] == before[key]
        for then in before.get("contact", []):
            assert then.items() <= now["contact"][0].items()


def test_after_undoing_everything_the_file_is_as_it_was_written_by_hand(data: Path) -> None:
    with opened(data, "--now", THURSDAY) as terminal:
        terminal.wait("2 Northlight Studio", "q quit")
        close_warning(terminal)
        go_to(terminal, "gjjj", "Ellen Ward")
        terminal.press("space")
        saved(terminal, lambda: contacts(data) == [("thank-you", "Ellen Ward")], "the thank-you")
        terminal.press("u")
        saved(terminal, lambda: data.read_bytes() == BY_HAND.read_bytes(), "the old file")
        quit_by(terminal)
    assert data.read_bytes() == BY_HAND.read_bytes()


def test_from_launch_to_a_note_on_the_latest_interview(data: Path) -> None:
    with opened(data, "--now", THURSDAY) as terminal:
        # Typed before there is a picture: the next thing after launching is writing a note.
        terminal.wait_for(lambda: terminal.output, "the first byte")
        terminal.type("n! they worry I move away\r")
        terminal.wait("✓ 1 line")
        notes_end(terminal, data, "\n! they worry I move away\n")
        quit_by(terminal, "ctrl+q")
    assert "move away" not in interview(data, "Harbor Books")["notes"]
    assert "ticks" not in interview(data), "letters and blanks of a note are no commands"


def test_keys_in_a_burst_do_what_they_do_singly(data: Path) -> None:
    """A slow line, or a fast hand: each key goes where the key before it led."""
    with opened(data, "--now", THURSDAY) as terminal:
        terminal.wait("2 Northlight Studio", "q quit")
        terminal.type("2gjjj ")
        thanked = [("thank-you", "Ellen Ward")]
        saved(terminal, lambda: contacts(data) == thanked, "the thank-you")
        terminal.type("d2026-11-24\r")
        saved(terminal, lambda: len(interview(data).get("promise", [])) == 1, "the promised day")
        terminal.type("aAcme\r@ Dana\rq")
        notes_end(terminal, data, "@ Dana\nq", "Acme")
        # What is typed right before quitting is kept.
        terminal.type(" and more\x11")
        assert terminal.wait_end() == 0
    assert interview(data, "Acme")["notes"] == "@ Dana\nq and more"
    assert contacts(data) == thanked


def test_from_launch_to_the_first_character_for_a_new_interview(tmp_path: Path) -> None:
    data = tmp_path / "logbook.toml"
    data.touch()
    with opened(data, "--now", THURSDAY) as terminal:
        terminal.wait("Just out of an interview?", "Press a")
        terminal.press("w")
        terminal.wait("Add the interview first")
        terminal.press("n")
        terminal.wait("Company")
        terminal.press("enter")
        terminal.wait("Type the company first.")
        terminal.write("Acme [b]")
        terminal.press("enter")
        terminal.write("@ Dana Reyes")
        notes_end(terminal, data, "@ Dana Reyes", "Acme [b]")
        terminal.press("enter")
        terminal.write("q")
        notes_end(terminal, data, "@ Dana Reyes\nq", "Acme [b]")
        terminal.wait("2 Acme [b]", "@ Dana Reyes", "@1 >0 +0 =0 !0 ~0")
        quit_by(terminal, "ctrl+q")
    added = interview(data, "Acme [b]")
    assert added["held_at"].isoformat() == THURSDAY
    assert data.stat().st_mode & 0o777 == 0o644 & ~_umask(), "the mode of a file that was there is kept"


def test_typing_is_on_the_disk_while_it_goes_on(data: Path) -> None:
    with opened(data, "--now", THURSDAY) as terminal:
        terminal.wait("2 Northlight Studio", "q quit")
        terminal.press("3")
        terminal.wait("enter write")
        terminal.press("enter")
        terminal.wait("esc done", gone="enter write")
        digits = itertools.cycle("0123456789")

        def is_saved_amid_typing() -> bool:
            terminal.press(next(digits))
            return "see\n0" in interview(data)["notes"]

        saved(terminal, is_saved_amid_typing, "the first digit")
        terminal.write("end")
        notes_end(terminal, data, "end")
        terminal.escape("enter write")
        quit_by(terminal)


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
