"""Writing notes: signs, undo, pastes, the mouse, hints for the first use."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from followup_tui.core.model.logbook import (
    StepId,
)
from followup_tui.tui.keys.hints import FIRST_USE
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.row_keys import PersonRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.styled_lines import Span
from followup_tui.tui.widgets.styled_text import StyledText
from tests.tui.pilot import ACME, BOREALIS, EMPTY, Running, running


def editor(run: Running) -> NotesEditor:
    return run.app.screen_stack[0].query_one(NotesEditor)


async def paste(run: Running, text: str) -> None:
    """Paste, as the driver would hand it on."""
    run.app.post_message(events.Paste(text))
    await run.idle()
    await run.saved()


@pytest.mark.parametrize(
    "typed",
    [
        "@ Dana\nWe talked salary",
        "@ Dana\n@ Luis\n\nplain",
        "> by Friday\nthey pay well",
        "! Kubernetes\nnext round on site",
        "= CV\n! none\nplain",
    ],
)
async def test_only_what_is_typed_is_written_and_the_note_bar_agrees(path: Path, typed: str) -> None:
    async with running(
        path, EMPTY + EMPTY.partition("\n")[2].replace("acme", "bore").replace("Acme", "Borealis")
    ) as run:
        await run.press("3", "enter")
        await run.type(f"{typed}\n")
        await run.press("escape", "right_square_bracket", "n")
        await run.type(f"{typed}\n")
        await run.press("escape")
        assert run.interview()["notes"] == f"{typed}\n"
        assert run.interview("bore")["notes"] == f"{typed}\n".replace("\n\n", "\n")


async def test_ctrl_z_takes_back_within_the_text_and_u_outside(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one")
        await paste(run, "\ntwo\nthree")
        assert editor(run).text == "one\ntwo\nthree"
        await run.press("ctrl+z")
        assert editor(run).text == "one"
        await run.press("ctrl+z")
        assert editor(run).text == ""
        await run.press("ctrl+y", "ctrl+y", "escape")
        assert run.interview()["notes"] == "one\ntwo\nthree"
        await run.press("u")
        assert "three" not in run.interview().get("notes", "")


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+y"])
async def test_outside_the_text_no_key_of_its_undo_changes_it(path: Path, key: str) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one")
        await paste(run, " and two")
        await run.press("ctrl+z", "escape", key)
        assert editor(run).text == "one"
        assert run.interview()["notes"] == "one"


async def test_ctrl_z_in_the_pane_of_the_notes_goes_back_to_the_shell(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one")
        await run.press("escape", "ctrl+z")
        assert "There is no shell to go back to." in run.notices()
        assert editor(run).text == "one"


async def test_a_paste_is_a_step_of_undo_of_its_own_outside_the_text_too(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one ")
        await paste(run, "@ two\rthree")
        await run.type(" four")
        await run.press("escape")
        for left in ("one @ two\nthree four", "one @ two\nthree", "one ", ""):
            assert run.interview().get("notes", "") == left
            await run.press("u")


async def test_a_paste_that_a_check_of_the_file_meets_on_its_way_is_a_step_of_its_own(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one ")
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        await editor(run)._on_paste(events.Paste("@ two"))
        screen.flush_typing()
        await run.type(" three")
        await run.press("escape")
        for left in ("one @ two three", "one @ two", "one ", ""):
            assert run.interview().get("notes", "") == left
            await run.press("u")


async def test_a_paste_outside_of_writing_changes_nothing(path: Path) -> None:
    async with running(path) as run:
        before = run.interview()
        await run.press("3")
        await paste(run, "quit\rD\ry")
        assert run.interview() == before


async def test_wide_text_is_typed_and_taken_back(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        for letter in "@ 田中 e\u0301 שלום":
            run.app.post_message(events.Key("any", letter))
            await run.idle()
        await run.press("enter", "backspace", "escape")
        assert run.interview()["notes"] == "@ 田中 e\u0301 שלום"


async def double_click(pilot: Pilot[None], widget: Widget, x: int, y: int) -> None:
    """Two clicks on the same cell."""
    await pilot.click(widget, offset=(x, y), times=2)


async def test_the_mouse_goes_to_rows_and_a_double_click_opens_them(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        rows = run.rows("interviews")
        line = next(y for y, (n, _) in enumerate(rows._lines) if rows.rows[n].key == "bore")
        await run.pilot.click(rows, offset=(4, line + 1))
        await run.idle()
        assert "2 Borealis" in run.shown()
        await double_click(run.pilot, rows, 4, line + 1)
        assert run.rows("steps-list").has_focus


async def test_a_double_click_in_the_notes_writes_there(path: Path) -> None:
    async with running(path) as run:
        box = editor(run)
        await double_click(run.pilot, box, 1 + len("@ Luis"), 1)
        assert not box.read_only
        assert box.cursor_location[0] == 1
        await run.press("end")
        await run.type("!")
        await run.press("escape")
        assert "@ Luis Ortega!\n" in run.interview()["notes"]


async def test_the_wheel_scrolls_the_notes_and_moves_the_day(path: Path) -> None:
    lines = "\n".join(f"line {n}" for n in range(60))
    async with running(path, ACME.replace("! Kubernetes", lines)) as run:
        box = editor(run)
        box._on_mouse_scroll_down(_wheel(box))
        await run.idle()
        assert box.scroll_offset.y > 0


def _wheel(widget: Widget) -> events.MouseScrollDown:
    return events.MouseScrollDown(widget, 1, 1, 0, 0, 0, False, False, False, 1, 1)


async def test_text_can_be_selected_with_the_mouse_and_copied(path: Path) -> None:
    async with running(path) as run:
        box = editor(run)
        await run.pilot.mouse_down(box, offset=(1, 0))
        await run.pilot.hover(box, offset=(7, 0))
        await run.pilot.mouse_up(box, offset=(7, 0))
        await run.idle()
        assert box.selected_text == "@ Dana"
        await run.press("ctrl+c")
        assert run.app.clipboard == "@ Dana"


async def test_a_hint_for_first_use_is_gone_once_the_pane_was_used_even_the_next_time(path: Path) -> None:
    async with running(path) as run:
        assert FIRST_USE["steps"] in run.shown()
        await run.press("space")
        assert FIRST_USE["steps"] not in run.shown()
        assert " space tick  n note" in run.shown()
        await run.press("4")
        assert FIRST_USE["timeline"] in run.shown()
        await run.press("l")
        assert FIRST_USE["timeline"] not in run.shown()
        await run.press("3")
        assert FIRST_USE["notes"] in run.shown()
    async with running(path, "") as run:
        assert FIRST_USE["steps"] not in run.shown()
        await run.press("1")
        assert FIRST_USE["interviews"] in run.shown()


async def test_a_key_that_does_nothing_here_says_where_it_works(path: Path) -> None:
    async with running(path) as run:
        await run.press("t", "t")
        assert run.notices() == "t works in the timeline, 4: Back to today."
        await run.press("left_square_bracket")
        assert "This is your only interview so far." in run.notices()


async def test_slash_in_the_notes_finds_a_line_and_marks_what_fits(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "slash")
        assert "Find in the notes · Acme" in run.shown()
        await run.type("kub")
        assert "Luis" not in run.shown().split("Find in the notes")[1].split("Dana")[0]
        await run.press("enter")
        assert editor(run).has_focus
        assert editor(run).document.get_line(editor(run).cursor_location[0]) == "! Kubernetes"
        await run.press("slash")
        await run.type("nothing like it")
        assert "Nothing here matches" in run.shown()
        await run.press("enter", "escape")
        assert editor(run).has_focus


MAIL = """@ Dana
> decision by 2026-12-01

On Mon, 23 Nov 2026, Dana Reyes <dana@acme.example> wrote:
> Hello
! urgent
@ all
"""


async def test_a_paste_says_how_many_lines_are_facts_and_u_takes_it_back(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await run.type("one\n")
        await paste(run, MAIL)
        assert "2 of 6 lines were read as facts. Outside the text, u takes the paste back." in run.notices()
        await run.press("escape")
        assert run.interview()["notes"] == f"one\n{MAIL}"
        assert "@1 +0" in run.shown()
        await run.press("u")
        assert run.interview()["notes"] == "one\n"


async def test_lines_of_a_mail_alone_are_reported_as_no_facts(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await paste(run, MAIL.partition("\n\n")[2])
        assert "None of the 4 lines was read as facts." in run.notices()
        await run.press("escape")
        assert "@0 >0" in run.shown()


async def test_a_paste_of_a_single_line_says_nothing(path: Path) -> None:
    async with running(path, EMPTY) as run:
        await run.press("3", "enter")
        await paste(run, "@ Dana Reyes")
        assert "read as" not in run.notices()


async def test_enter_begins_a_new_line_below_what_is_there(path: Path) -> None:
    async with running(path, EMPTY + 'notes = "@ Mina\\n> by Friday"\n') as run:
        await run.press("3", "enter")
        await run.type("~ sails")
        await run.press("escape")
        assert run.interview()["notes"] == "@ Mina\n> by Friday\n~ sails"


async def test_a_new_line_in_which_nothing_is_written_is_not_saved(path: Path) -> None:
    async with running(path, EMPTY + 'notes = "@ Mina"\n') as run:
        before = path.read_bytes()
        for _ in range(2):
            await run.press("3", "enter")
            assert editor(run).text == "@ Mina\n"
            await run.press("escape")
            assert editor(run).text == "@ Mina"
        assert path.read_bytes() == before


async def test_letters_are_text_while_writing(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "enter")
        await run.type("aeqnsdcDyuU[]1234?/A")
        await run.press("ctrl+s")
        assert run.interview()["notes"].endswith("aeqnsdcDyuU[]1234?/A")
        assert len(run.app.screen_stack) == 1


async def test_u_takes_typing_back_and_the_editor_shows_it(path: Path) -> None:
    async with running(path) as run:
        notes = run.interview()["notes"] if path.exists() else ""
        await run.press("3", "enter")
        await run.type("typed")
        await run.press("escape", "u")
        assert run.interview()["notes"] == notes
        assert run.app.screen.query_one(NotesEditor).text == notes


async def test_u_takes_back_what_was_stored_before_it_was_posted(path: Path) -> None:
    async with running(path) as run:
        screen, editor = run.app.screen, run.app.screen.query_one(NotesEditor)
        assert isinstance(screen, MainScreen)
        notes = run.interview()["notes"]
        await run.press("3", "enter")
        editor.insert("typed")
        screen.flush_typing()  # as before each check of the file
        await run.press("escape", "u")
        assert run.interview()["notes"] == notes == editor.text
        screen.flush_typing()
        await run.saved()
        assert run.interview()["notes"] == notes


async def test_what_was_stored_before_it_was_posted_is_counted_below_the_notes(path: Path) -> None:
    async with running(path) as run:
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        await run.press("3", "enter")
        assert "@2 " in run.shown()
        screen.query_one(NotesEditor).insert("@ Ana Lima")
        screen.flush_typing()
        await run.saved()
        assert "@3 " in run.shown()


async def test_a_name_corrected_in_the_editor_keeps_its_thank_you(path: Path) -> None:
    async with running(path) as run:
        await run.go(PersonRow(StepId.THANK, "Luis Ortega"))
        await run.press("space", "3", "enter")
        editor = run.app.screen.query_one(NotesEditor)
        row = editor.text.split("\n").index("@ Luis Ortega")
        editor.move_cursor((row, 13))
        await run.press("backspace", "o", "o")
        await run.press("escape")
        assert "@ Luis Ortegoo" in run.interview()["notes"]
        assert run.interview()["contact"][0]["person"] == "Luis Ortegoo"


async def test_i_writes_where_the_cursor_is_and_enter_at_the_end(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "i")
        await run.type("first ")
        await run.press("escape", "j", "home", "i")
        await run.type("second ")
        await run.press("escape")
        await run.idle()
        lines = run.interview()["notes"].split("\n")
        assert lines[0].startswith("first @ Dana")
        assert "second " in lines[1]


async def test_the_editor_shows_what_it_read_and_what_it_did_not(path: Path) -> None:
    async with running(path, ACME + BOREALIS, size=(160, 40)) as run:
        assert "→ Fri 4 Dec" in run.shown()
        await run.press("n")
        await run.type("> they will be in touch soon\n")
        assert "no date: d" in run.shown()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_empty_notes_name_the_key_to_begin_with_until_letters_are_text(
    path: Path, size: tuple[int, int]
) -> None:
    async with running(path, ACME[: ACME.index("notes =")], size) as run:
        assert "Press n to note a line. Signs:" in run.shown()
        await run.press("n")
        assert "Press n" not in run.shown()
        await run.press("escape")
        assert "Press n to note a line. Signs:" in run.shown()
        await run.press("3", "enter")
        assert "Write what you remember. Signs:" in run.shown()


async def test_what_does_not_fit_under_the_notes_ends_in_dots(path: Path) -> None:
    async with running(path) as run:
        run.app.screen.query_one("#coverage", StyledText).lines = ((Span("word " * 100),),)
        await run.idle()
        assert sum("word" in line for line in run.shown().split("\n")) == 1
        assert "…" in run.shown()


async def test_what_is_typed_while_earlier_typing_is_stored_stays(path: Path) -> None:
    """As on a busy machine: the letter is in the text, and the editor has not handled that it was changed."""
    async with running(path) as run:
        await run.press("3", "enter")
        await run.type("they use G")
        box, screen = editor(run), run.app.screen
        edited = box.Edited("acme", box.text)
        box.insert("o")
        assert isinstance(screen, MainScreen)
        screen.notes.store(edited)
        assert box.text.endswith("they use Go")
        await run.press("escape")
        assert run.interview()["notes"].endswith("they use Go")


@pytest.mark.parametrize("is_handled", [True, False])
async def test_a_line_that_is_begun_stays_begun_when_other_programs_write(
    path: Path, is_handled: bool
) -> None:
    async with running(path, ACME.replace("Kubernetes\n", "Kubernetes")) as run:
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        before = run.interview()["notes"]
        await run.press("3")
        if is_handled:
            await run.press("enter")
        else:
            editor(run).action_edit_notes()
        path.write_text(path.read_text().replace("@ Dana", "~ she sails\n@ Dana"))
        screen.file_watcher.check()
        await run.type("Go")
        await run.press("escape")
        assert run.interview()["notes"] == "~ she sails\n" + before + "\nGo"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("G", "! Kubernetes\nGo\n~ she sails\n"),
        ("", "! Kubernetes\n~ she sails\no"),
    ],
    ids=["within a line", "on a line that is begun"],
)
async def test_a_line_that_is_written_stays_whole_when_another_program_adds_lines_below_it(
    path: Path, typed: str, expected: str
) -> None:
    async with running(path, ACME.replace("Kubernetes\n", "Kubernetes")) as run:
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        await run.press("3", "enter")
        await run.type(typed)
        record = '[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "acme"\ntext = "~ she sails"\n'
        path.write_text(path.read_text().rstrip() + "\n" + record)
        screen.file_watcher.check()
        await run.until_shown("~ she sails")
        await run.type("o")
        await run.press("escape")
        assert run.interview()["notes"].endswith(expected)
        await run.press("enter")
        await run.type("the next line")
        await run.press("escape")
        assert run.interview()["notes"].split("\n")[-2:] == [
            expected.split("\n")[-1] or "~ she sails",
            "the next line",
        ]


@pytest.mark.parametrize(("keys", "is_last"), [((), True), (("left",), False), (("up", "end"), False)])
async def test_after_lines_of_another_program_only_a_cursor_right_above_them_moves_to_the_end(
    path: Path, keys: tuple[str, ...], is_last: bool
) -> None:
    async with running(path, ACME.replace("Kubernetes\n", "Kubernetes")) as run:
        screen, notes = run.app.screen, editor(run)
        assert isinstance(screen, MainScreen)
        await run.press("3", "enter")
        await run.type("Go")
        for line in ("she sails", "he swims"):
            record = f'[[inbox]]\nat = 2026-11-23T17:00:00Z\nto = "acme"\ntext = "~ {line}"\n'
            path.write_text(path.read_text().rstrip() + "\n" + record)
            screen.file_watcher.check()
            await run.idle()
        await run.press(*keys)
        row = notes.cursor_location[0]
        await run.press("escape")
        assert "Go\n~ she sails\n~ he swims" in run.interview()["notes"]
        assert notes.cursor_location == (notes.document.end if is_last else (row, notes.cursor_location[1]))
        assert (notes.cursor_location[0] == row) is not is_last
