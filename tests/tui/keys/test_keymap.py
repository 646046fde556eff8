"""`[keys]` in the file: what it changes, and what it says where it can't."""

from pathlib import Path

import pytest

from followup_tui.core.model.logbook import Keys, Logbook, StepId
from followup_tui.storage.toml.writer import encode
from followup_tui.tui.keys.bindings import by_id
from followup_tui.tui.keys.keymap import Keymap, read_keys, remap
from followup_tui.tui.keys.table import FORMER_IDS
from followup_tui.tui.screens.row_keys import PersonRow
from followup_tui.tui.widgets.note_bar import NoteBar
from tests.decoding import decode
from tests.tui.pilot import ACME, running


def test_a_text_names_the_keys_in_use() -> None:
    text = "{contact.add} records another; {history.undo} takes it back. {a} |"
    assert Keymap().format(text) == "c records another; u takes it back. {a} |"
    assert (
        Keymap({"history.undo": "ctrl+z,z"}).format(text) == "c records another; ctrl+z takes it back. {a} |"
    )


async def test_boxes_and_notices_name_the_keys_in_use(tmp_path: Path) -> None:
    keys = '[keys]\n"form.close" = "f9"\n"history.undo" = "Z"\n"contacts.delete" = "X"\n"row.delete" = "K"\n'
    async with running(tmp_path / "logbook.toml", ACME.replace("format = 1\n", f"format = 1\n{keys}")) as run:
        await run.press("2", "c")
        assert "F9 close" in run.shown()
        await run.press("f9")
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space", "K")
        assert "Z brings it back" in run.notices()
        await run.press("Z", "C")
        assert "enter edit · X delete · esc close" in run.shown()


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ("N", "N"),
        ("?", "question_mark"),
        ("F5", "f5"),
        ("Ctrl+N", "ctrl+n"),
        ("shift+n", "N"),
        ("N, f2", "N,f2"),
        (["N", "F2"], "N,f2"),
        (",", "comma"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+", "ctrl+plus"),
        (" ", "space"),
        ("esc", "escape"),
        ("→", "right"),
        ("pgdn", "pagedown"),
        ("alt+x", "alt+x"),
        ("ctrl+l", "ctrl+l"),
        ("ctrl+alt+x", "alt+ctrl+x"),
        ("ä", "ä"),
    ],
)
def test_keys_are_read_as_people_write_them(given: object, keys: str) -> None:
    assert read_keys(given) == (keys, "")


@pytest.mark.parametrize(
    "given",
    [
        *("ctrl+h", "ctrl+j", "ctrl+k", "ctrl+K", "ctrl+i", "ctrl+m", "CTRL+M", "ctrl+enter", "alt+1"),
        *("", "  ", "nokey", "hyperr+x", 5, [], [5], True),
    ],
)
def test_keys_that_cannot_be_had_are_refused_with_a_reason(given: object) -> None:
    keys, why = read_keys(given)
    assert (keys, bool(why)) == ("", True)


def test_keys_that_can_be_had_are_and_the_rest_is_reported_by_name() -> None:
    keymap, problems = remap(
        [
            ("note.open", "N"),
            ("step.skip", "d"),
            ("note.opne", "x"),
            ("row.copy", "ctrl+m"),
            ("app.quit", "Q"),
            ("list.down", "n"),
        ],
    )
    assert keymap.remapped == {"note.open": "N", "list.down": "n", "interview.next-round": ""}
    message = "\n".join(problems)
    assert "step.skip: d belongs to step.promise" in message
    assert "note.opne: no such action; do you mean note.open?" in message
    assert "row.copy: ctrl+m can't be used: terminals send it for enter. Its usual key stays: y" in message
    assert "app.quit: “Q” would do this while you type; choose a key that is not a letter" in message
    assert len(problems) == 4


def test_an_id_of_an_earlier_version_still_names_its_action() -> None:
    keymap, problems = remap([("letter.mend", "f9"), ("letter.right", "ctrl+m")], {"letter.right": 7}.get)
    assert dict(keymap.remapped) == {"letter.fix": "f9"}
    assert problems[0].startswith("line 7: [keys] letter.right: ctrl+m can't be used")
    assert FORMER_IDS.keys().isdisjoint(by_id())
    assert by_id().keys() >= set(FORMER_IDS.values())


def test_two_that_change_places_do_not_clash() -> None:
    keymap, problems = remap([("step.skip", "d"), ("step.promise", "s")])
    assert (dict(keymap.remapped), problems) == ({"step.skip": "d", "step.promise": "s"}, ())


def test_of_two_actions_on_the_same_key_the_first_has_it() -> None:
    keymap, problems = remap([("step.skip", "x"), ("row.copy", "x")])
    assert dict(keymap.remapped) == {"step.skip": "x"}
    assert "row.copy: x belongs to step.skip" in problems[0]


def test_a_key_of_another_place_is_free() -> None:
    """`t` is today in the timeline; in a question it may say yes."""
    keymap, problems = remap([("question.yes", "t")])
    assert (dict(keymap.remapped), problems) == ({"question.yes": "t"}, ())


def test_the_file_keeps_its_keys_whatever_they_are() -> None:
    text = ACME + '[keys]\n"note.open" = "N"\nnonsense = 5\nstep.skip = ["x", "X"]\n'
    logbook = decode(text.encode())
    assert dict(logbook.keys.entries) == {"note.open": "N", "nonsense": 5, "step.skip": ["x", "X"]}
    again = decode(encode(logbook).encode())
    assert again == logbook
    assert "[keys]" not in encode(Logbook())
    assert Keys().entries == ()


async def test_a_remapped_key_works_and_is_shown_everywhere(path: Path) -> None:
    text = ACME + '[keys]\n"note.open" = "N,f2"\n"interview.add" = "+"\n"app.palette" = "ctrl+t"\n'
    async with running(path, text, size=(120, 90)) as run:
        assert run.notices() == ""
        assert "N note  + add" in run.shown()
        await run.press("n")
        assert not run.app.query_one(NoteBar).display
        await run.press("N")
        assert run.app.query_one(NoteBar).display
        await run.type("N is a letter here")
        await run.press("enter", "escape")
        assert run.interview()["notes"].endswith("N is a letter here\n")
        await run.press("f1")
        assert "N F2        Write notes line by line" in run.shown()
        await run.press("escape", "ctrl+t")
        await run.type("write notes")
        assert "Write notes line by line  N F2" in run.shown()


async def test_wrong_keys_are_reported_at_the_start_and_the_rest_works(path: Path) -> None:
    text = ACME + '[keys]\n"[/b]" = "x"\n"step.skip" = "d"\n"row.copy" = "Y"\n'
    async with running(path, text) as run:
        line = ACME.count("\n") + 2
        assert f"line {line}: [keys] [/b]: no such action" in run.notices()
        assert f"line {line + 1}: [keys] step.skip: d belongs to step.promise" in run.notices()
        assert len(run.app.toasts.messages) == 2
        await run.press("d")
        assert "Promised day" in run.shown()
        await run.press("escape", "Y")
        assert "Sent to the terminal’s clipboard" in run.notices()


async def test_of_many_wrong_keys_the_first_are_shown_and_the_rest_counted(path: Path) -> None:
    wrong = "".join(f'"no.such-{number}" = "x"\n' for number in range(6))
    async with running(path, f"{ACME}[keys]\n{wrong}") as run:
        assert len(run.app.toasts.messages) == 5
        assert "The file has 2 more problems: `followup-tui check` lists them all." in run.notices()


async def test_the_welcome_names_the_remapped_key(path: Path) -> None:
    async with running(path, 'format = 1\n[keys]\n"interview.add" = "f6"\n') as run:
        assert "Press F6, type the company" in run.shown()
        await run.press("space")
        assert "Add the interview first: F6" in run.notices()


def test_while_typing_only_keys_that_are_no_letters_are_shown() -> None:
    keymap = Keymap({"note.open": "N,f5", "app.back": "B"})
    assert keymap.key("note.open", typing=True) == "F5"
    assert keymap.key("app.back", typing=True) == ""
    assert keymap.key("step.tick") == "space"


def test_the_key_of_a_newer_action_goes_to_the_action_that_the_file_gives_it_to() -> None:
    keymap, problems = remap([("note.open", "N")])
    assert problems == ()
    assert (keymap.key("note.open"), keymap.key("interview.next-round")) == ("N", "")
    keymap, _ = remap([("note.open", "M")])
    assert keymap.key("interview.next-round") == "N"
    keymap, _ = remap([("form.close", "N")])
    assert keymap.key("interview.next-round") == "N"
