"""The editors draw only what changed, and what stands there is what they would draw anew."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

import followup_tui.tui.app
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.tui.widgets.letter_editor import LetterEditor
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.notes_rendering import Notes
from followup_tui.tui.widgets.text_editor import TextEditor
from tests.tui.waiting import idle, press

TEXT = """\
@ Dana Reyes, manager (the one who asks
> decision by Friday
+ references [two] by 2026-11-27
! a concern that is much longer than one line of the view can be, so it goes on (here)
~ 漢字 and an é
\ttabs\there
""" + "".join(f"line {n}\n" for n in range(12))
NOTES = Notes("acme", TEXT, date(2026, 11, 23), date(2026, 11, 23))
KEYS = (
    *"abz()[]>@+! ",
    *("enter", "backspace", "delete", "left", "right", "up", "down", "home", "end", "pageup", "pagedown"),
    *("shift+left", "shift+right", "shift+up", "shift+down", "shift+end", "ctrl+left", "ctrl+right", "tab"),
    *("ctrl+z", "ctrl+y", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+x", "f6", "f7"),
)
NAMES = {" ": "space"}
OTHER = ("today", "said", "text", "findings", "paste", "width", "theme", "focus", "read-only")
"""What else can happen to an editor."""


class Host(App[None]):
    """An editor, and something else that the focus can go to."""

    CSS_PATH = Path(followup_tui.tui.app.__file__).with_name("app.tcss")
    CSS = "Input { height: 3; } #editor { height: 9; border: none; }"

    def __init__(self, editor: TextEditor) -> None:
        super().__init__()
        self.editor = editor

    def compose(self) -> ComposeResult:
        yield self.editor
        yield Input()

    async def on_mount(self) -> None:
        self.editor.focus()


def stale(editor: TextEditor) -> list[str]:
    """Return the lines that would be other ones if all were drawn anew."""

    def drawn() -> list[Strip]:
        return editor.render_lines(Region(0, 0, *editor.outer_size))

    were = drawn()
    editor._styles_cache.clear()
    pairs = zip(were, drawn(), strict=True)
    return [f"{was.text!r} {now.text!r}" for was, now in pairs if list(was) != list(now)]


async def happens(pilot: Pilot[None], editor: TextEditor, what: str) -> None:
    """Do one of OTHER."""
    if isinstance(editor, NotesEditor) and editor.notes is not None:
        notes = editor.notes
        if what == "today":
            editor.notes = notes._replace(today=date(2026, 11, 25))
        elif what == "said":
            editor.notes = notes._replace(said_on=date(2026, 12, 9))
        elif what == "text":
            editor.notes = notes._replace(text=f"> by Monday\n{editor.text}")
    elif isinstance(editor, LetterEditor) and what == "findings":
        places = [
            (FindingKind.NEAR_NAME, 2, 6),
            (FindingKind.REPEATS, 10, 12),
            (FindingKind.NO_DETAIL, 24, 33),
        ]
        editor.findings = tuple(Finding(*place, "message") for place in places)
    if what == "paste":
        editor.post_message(events.Paste("pasted\n> by Tuesday"))
    elif what == "width":
        await pilot.resize_terminal(60 if pilot.app.size.width == 40 else 40, 14)
    elif what == "theme":
        pilot.app.theme = "textual-light" if pilot.app.theme == "textual-dark" else "textual-dark"
    elif what == "focus":
        pilot.app.query_one(Input).focus() if editor.has_focus else editor.focus()
    elif what == "read-only":
        editor.read_only = not editor.read_only


async def play(editor: TextEditor, steps: list[str]) -> None:
    """Check after each step that what is cached of each line is what would be drawn."""
    async with Host(editor).run_test(size=(40, 14)) as pilot:
        if isinstance(editor, NotesEditor):
            editor.notes = NOTES
            editor.read_only = False
        await idle(pilot.app)
        assert not stale(editor)
        for n, step in enumerate(steps):
            if step in OTHER:
                await happens(pilot, editor, step)
            else:
                await press(pilot.app, NAMES.get(step, step))
            await idle(pilot.app)
            assert not stale(editor), steps[: n + 1]


steps = st.lists(st.sampled_from((*KEYS, *KEYS, *OTHER)), min_size=20, max_size=40)


@settings(max_examples=3, deadline=None, derandomize=True)
@given(steps)
def test_notes_stand_as_they_would_be_drawn_anew(steps: list[str]) -> None:
    asyncio.run(play(NotesEditor(id="editor"), steps))


@settings(max_examples=3, deadline=None, derandomize=True)
@given(steps)
def test_a_letter_stands_as_it_would_be_drawn_anew(steps: list[str]) -> None:
    asyncio.run(play(LetterEditor(TEXT, id="editor"), steps))


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(steps, st.booleans())
def test_writing_stands_as_it_would_be_drawn_anew_whatever_happens(steps: list[str], is_letter: bool) -> None:
    asyncio.run(play(LetterEditor(TEXT, id="editor") if is_letter else NotesEditor(id="editor"), steps))


async def drawn_by(pilot: Pilot[None], editor: TextEditor, *keys: str) -> set[int]:
    """Return the lines that are drawn for some keys."""
    drawn: set[int] = set()
    draw = editor.render_line

    def noted(y: int) -> Strip:
        drawn.add(y)
        return draw(y)

    editor.render_line = noted  # type: ignore[method-assign]
    await press(pilot.app, *keys)
    editor.render_line = draw  # type: ignore[method-assign]
    return drawn


async def test_a_letter_that_is_typed_has_its_line_drawn_alone() -> None:
    editor = LetterEditor(TEXT, id="editor")
    async with Host(editor).run_test(size=(60, 14)) as pilot:
        await press(pilot.app, "down", "end")
        assert await drawn_by(pilot, editor, "x") == {1}
        assert await drawn_by(pilot, editor, "down") == {1, 2}
        assert await drawn_by(pilot, editor, "enter") >= set(range(2, 8)), "what stood below has moved"
        editor.refresh()
        await idle(pilot.app)
        assert await drawn_by(pilot, editor, "up", "down") == {2, 3}


def test_the_oracle_finds_a_line_that_was_not_drawn() -> None:
    class Forgetful(LetterEditor):
        row_state = TextEditor.row_state

    with pytest.raises(AssertionError, match="findings"):
        asyncio.run(play(Forgetful(TEXT, id="editor"), ["findings"]))
