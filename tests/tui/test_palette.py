"""The palette: every action, and jumps to interviews, people and lines of notes."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.keys.bindings import MAIN, rows
from followup_tui.tui.palette import Commands
from followup_tui.tui.screens.recall import RecallScreen
from followup_tui.tui.screens.row_keys import PersonRow
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests.tui.pilot import ACME, BOREALIS, Running, running

HOSTILE = """\
[[interview]]
id = "evil"
company = "[/b] [red]Evil[/red] [/"
held_at = 2026-11-20T10:00:00+01:00
notes = '''
@ [@click=app.exit]Mallory[/]
plain [/] line of Mallory
'''
"""


async def search(run: Running, text: str) -> None:
    """Open the palette and type into it."""
    await run.press("ctrl+p")
    await run.type(text)


async def choose(run: Running, text: str) -> None:
    """Take the first that fits."""
    await search(run, text)
    await run.press("enter")
    assert not CommandPalette.is_open(run.app)  # type: ignore[arg-type]


async def test_every_action_of_the_main_screen_is_there_with_its_key(path: Path) -> None:
    async with running(path) as run:
        entries = list(Commands(run.app.screen).entries(with_lines=False))
        ids = {id for entry in entries for id in entry.ids}
        assert {row.id for row in rows(*MAIN, "app", "list", "notes", "timeline")} <= ids
        keys = {entry.name: entry.details for entry in entries}
        assert keys["Save and quit"] == "q ctrl+q"
        assert keys["Add an interview"] == "a"
        assert keys["Back to today"] == "t"


async def test_it_begins_with_our_actions_and_has_those_of_the_app_everywhere(path: Path) -> None:
    async with running(path) as run:
        await search(run, "")
        assert "an action, a company, a person, a word in your notes" in run.shown()
        assert "│ Add an interview  a" in run.shown()
        await run.press("escape")
        for keys in ("", "c", "?"):
            await run.press(*keys)
            names = [entry.name for entry in Commands(run.app.screen).entries(with_lines=False)]
            assert {
                "Light theme",
                "All themes",
                "Screenshot",
                "Plain glyphs instead of symbols",
            } <= {*names}
            assert names.count("Light theme") == 1
            await run.press("escape")


async def test_what_can_be_done_with_the_interview_comes_first(path: Path) -> None:
    for text, first in ((ACME, "Tick: done, thanked, connected, sent"), ("", "Add an interview")):
        path.unlink(missing_ok=True)
        async with running(path, text) as run:
            assert next(Commands(run.app.screen).entries(with_lines=False)).name == first


async def test_an_action_is_run_from_the_palette(path: Path) -> None:
    async with running(path) as run:
        await choose(run, "promised day")
        assert "Promised day · Acme" in run.shown()


async def test_an_action_of_another_pane_goes_there_first(path: Path) -> None:
    async with running(path) as run:
        await choose(run, "the day after")
        assert run.app.screen.query_one(TimelineRibbon).has_focus
        assert str(run.app.screen.query_one(TimelineRibbon).day) == "2026-11-24"


async def test_the_interview_is_deleted_whatever_row_the_cursor_is_on(path: Path) -> None:
    async with running(path, ACME + BOREALIS, (80, 24)) as run:
        await run.go(PersonRow(StepId.THANK, "Dana Reyes"))
        await run.press("space")
        await choose(run, "delete this interview")
        await run.press("y")
        assert [entry["id"] for entry in run.file()["interview"]] == ["bore"]


async def test_an_interview_is_gone_to(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await choose(run, "go to borea")
        assert "2 Borealis" in run.shown()


async def test_a_person_leads_to_the_recall_card(path: Path) -> None:
    async with running(path, BOREALIS.replace("[[", "format = 1\n[[", 1) + ACME.partition("\n")[2]) as run:
        await run.press("right_square_bracket")
        await choose(run, "luis ort")
        assert isinstance(run.app.screen, RecallScreen)
        frame, *lines = run.shown().splitlines()
        first = next(line for line in lines if line.strip(" │"))
        assert "Acme" in frame
        assert "Luis Ortega" in first
        await run.press("escape")
        assert "2 Acme" in run.shown()


async def test_a_line_of_notes_is_gone_to_and_i_writes_there(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("right_square_bracket")
        await choose(run, "kuber")
        editor = run.app.screen.query_one(NotesEditor)
        assert editor.document.get_line(editor.cursor_location[0]) == "! Kubernetes"
        await run.press("enter", "end")
        await run.type(" again")
        await run.press("escape")
        assert "! Kubernetes again\n" in run.interview()["notes"]


async def test_what_people_wrote_is_shown_to_the_letter(path: Path) -> None:
    async with running(path, ACME + HOSTILE) as run:
        await search(run, "mallory")
        shown = run.shown()
        assert "[@click=app.exit]Mallory[/]" in shown
        assert "plain [/] line of Mallory" in shown
        await run.press("escape")
        await choose(run, "go to evil")
        assert "2 [/b] [red]Evil[/red] [/" in run.shown()
        assert run.app.return_code is None


async def test_over_a_box_the_palette_has_what_the_box_can_do(path: Path) -> None:
    async with running(path) as run:
        await run.press("a")
        await run.type("Zeta")
        await search(run, "save")
        assert "Delete" not in run.shown()
        await run.press("enter")
        assert [entry["company"] for entry in run.file()["interview"]] == ["Acme", "Zeta"]


async def test_a_search_among_many_lines_shows_the_best_first(path: Path) -> None:
    lines = "\n".join(f"line {n} of many about nothing" for n in range(5_000))
    text = ACME.replace("! Kubernetes", f"! Kubernetes\n{lines}\nzebra crossing\n")
    async with running(path, text) as run:
        provider = Commands(run.app.screen)
        hits = [hit async for hit in provider.search("zebra")]
        assert str(getattr(hits[0], "text", "")) == "zebra crossing"
        hits = [hit async for hit in provider.search("line many")]
        assert len(hits) == 50


async def test_the_palette_opens_while_writing_and_writing_goes_on(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "enter")
        await run.type("half a ")
        await search(run, "nothing that fits zzz")
        await run.press("escape")
        await run.type("word")
        await run.press("escape")
        assert run.interview()["notes"].endswith("half a word")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("export", "Export a calendar of what is due"),
        ("calendar", "Export a calendar of what is due"),
        ("json", "Export everything as JSON"),
        ("offer", "Record the outcome: offer, accepted, rejected …"),
        ("close", "Record the outcome: offer, accepted, rejected …"),
        ("second round", "Add the next round, filled in from this one"),
        ("undo", "Undo the last change"),
        ("redo", "Redo what was undone"),
        ("delete", "Delete this interview"),
        ("remove", "Delete this interview"),
        ("thank", "Write: a thank-you note, a follow-up, an invitation"),
        ("signature", "Set your signature for all letters"),
        ("interview", "Add an interview"),
        ("quit", "Save and quit"),
        ("exit", "Save and quit"),
        ("save", "Save now"),
        ("dark", "Dark theme"),
        ("reply", "Record a contact: sent, or their answer"),
        ("phone", "Everything you know about them, for when the phone rings"),
        ("backup", "Restore an earlier state of the file"),
        ("vim", "Write the notes in $VISUAL or $EDITOR"),
        ("deadline", "Set the promised day"),
        ("search", "Find here: a line in the notes, elsewhere a company or a person"),
        ("acme", "Go to Acme"),
        ("kubernetes", "! Kubernetes"),
    ],
)
async def test_the_best_match_comes_first_under_whatever_word(path: Path, query: str, first: str) -> None:
    async with running(path) as run:
        hits = [hit async for hit in Commands(run.app.screen).search(query)]
        assert getattr(hits[0], "text", "") == first


async def test_a_synonym_that_found_an_action_is_shown_after_its_key(path: Path) -> None:
    async with running(path) as run:
        await search(run, "second round")
        assert "Add the next round, filled in from this one  N · second round" in run.shown()


@pytest.mark.parametrize(("over", "action"), [("", "Skip this step or person"), ("c", "Save")])
async def test_where_nothing_is_found_it_says_so_and_enter_shows_every_action(
    path: Path, over: str, action: str
) -> None:
    async with running(path, size=(80, 24)) as run:
        await run.press(*over)
        await search(run, "xyz [/b] qqq")
        await run.until_shown("Nothing found")
        shown = " ".join(run.shown().split())
        assert "Nothing found for “xyz [/b] qqq”. Press enter to see all actions." in shown
        await run.press("enter")
        assert CommandPalette.is_open(run.app)  # type: ignore[arg-type]
        assert "Nothing found" not in run.shown()
        assert action in run.shown()


async def test_letters_that_are_far_apart_find_nothing(path: Path) -> None:
    line = f"~ x{' and' * 30} y{' and' * 30} z\n"
    async with running(path, ACME.replace("! Kubernetes\n", f"! Kubernetes\n{line}")) as run:
        hits = [hit async for hit in Commands(run.app.screen).search("xyz")]
        assert [str(hit.prompt) for hit in hits] == [
            "Nothing found for “xyz”. Press enter to see all actions."
        ]


async def test_an_export_shows_the_command_for_it_with_the_file_in_use_and_copies_it(path: Path) -> None:
    async with running(path) as run:
        await choose(run, "export json")
        command = f"followup-tui export json -o followup.json --data {path}"
        assert f"Run this in your shell: {command}" in run.notices()
        assert run.app.clipboard == command


async def test_the_signature_is_set_from_the_main_screen(path: Path) -> None:
    async with running(path) as run:
        await choose(run, "signature")
        assert "How do you sign your letters?" in run.shown()
        await run.type("Sam Keller\n")
        assert run.file()["signature"] == "Sam Keller"
        assert "Saved as your signature" in run.notices()
        await run.press("u")
        assert "signature" not in run.file()
