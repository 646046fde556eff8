"""Random keys, clicks, texts and sizes on the demo, as a state machine: nothing raises, and all is undone.

A failure is shrunk by hypothesis to the fewest steps that lead to it, and printed as a program.
"""

import asyncio
import contextvars
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from textual import events
from textual.command import CommandPalette
from textual.widget import Widget

from followup_tui.demo import demo_text
from followup_tui.tui.screens.broken_file import BrokenFileScreen
from followup_tui.tui.screens.dialogs import ConfirmDialog
from tests.decoding import decode
from tests.tui.pilot import NOW, Running, running

KEYS = (
    *"123456789jkhlgGtynpsdDcCeAauUiwxvo?/[]@>+=!~ ".replace(" ", ""),
    *("space", "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup"),
    *(
        "pagedown",
        "backspace",
        "delete",
        "f1",
        "f2",
        "f3",
        "f5",
        "ctrl+o",
        "ctrl+s",
        "ctrl+p",
        "ctrl+a",
        "ctrl+k",
    ),
    *(
        "ctrl+z",
        "ctrl+y",
        "ctrl+x",
        "ctrl+u",
        "ctrl+w",
        "ctrl+e",
        "ctrl+t",
        "ctrl+n",
        "ctrl+r",
        "ctrl+g",
        "ctrl+f",
    ),
)
"""Every key but those that leave the app or start another program (q, ctrl+q, F4)."""
NAMES = {
    "?": "question_mark",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "@": "at",
} | {
    ">": "greater_than_sign",
    "+": "plus",
    "=": "equals_sign",
    "!": "exclamation_mark",
    "~": "tilde",
}
OFTEN = ("space", "enter", "escape", "escape", "j", "k", "n", "s", "u", "U", "3", "2", "4")
TEXTS = (
    "@ Zoë Ölm, lead <z@x.example>\n",
    "> in two weeks\n",
    "+ code by Friday\n",
    "plain\n",
    "[/]",
    "! none\n",
)


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, as it is printed when it fails."""

    what: str
    details: tuple[Any, ...]

    def __call__(self, machine: "AtTheKeys") -> Coroutine[Any, Any, None]:
        done: Coroutine[Any, Any, None] = getattr(machine, self.what)(*self.details)
        return done


keys = st.lists(st.sampled_from((*KEYS, *OFTEN * 4)), min_size=4, max_size=8)
shares = st.floats(0, 1, exclude_max=True)
steps = st.one_of(
    st.builds(Step, st.just("press"), st.tuples(keys)),
    st.builds(Step, st.just("resize"), st.tuples(st.sampled_from((80, 120)), st.integers(1, 60))),
    st.builds(Step, st.just("press"), st.tuples(keys)),
    st.builds(Step, st.just("resize"), st.tuples(st.integers(1, 250), st.integers(1, 60))),
    st.builds(Step, st.just("click"), st.tuples(shares, shares, st.integers(1, 2))),
    st.builds(Step, st.just("paste"), st.tuples(st.sampled_from(TEXTS))),
)


class AtTheKeys(RuleBasedStateMachine):
    """Somebody who presses, clicks, pastes and resizes at random."""

    pressed = sized = 0

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._text = demo_text(NOW)
        self._loop, self._context = asyncio.new_event_loop(), contextvars.copy_context()
        self._app = running(Path(self._folder.name) / "logbook.toml", self._text)
        self.run: Running = self._await(self._app.__aenter__())

    def _await(self, todo: Coroutine[Any, Any, Any]) -> Any:
        # In one context throughout: Textual keeps there which app is in use.
        return self._loop.run_until_complete(self._loop.create_task(todo, context=self._context))

    @rule(step=steps)
    def step(self, step: Step) -> None:
        # One rule for all: hypothesis leaves some rules out of a run, and keys must be in each.
        self._await(step(self))

    async def press(self, keys: list[str]) -> None:
        for key in keys:
            # The palette has an action to quit, and one that writes a picture.
            is_palette = isinstance(self.run.app.screen, CommandPalette)
            await self.run.press("escape" if key == "enter" and is_palette else NAMES.get(key, key))
            type(self).pressed += 1

    async def resize(self, width: int, height: int) -> None:
        await self.run.resize(width, height)
        type(self).sized += 1

    async def click(self, across: float, down: float, times: int) -> None:
        width, height = self.run.app.size
        await self.run.pilot.click(offset=(int(width * across), int(height * down)), times=times)

    async def paste(self, text: str) -> None:
        self.run.app.post_message(events.Paste(text))

    @invariant()
    def goes_on(self) -> None:
        self._await(self.run.idle())
        assert self.run.app.return_code is None
        assert not isinstance(self.run.app.screen, BrokenFileScreen)

    @invariant()
    def shows_what_is(self) -> None:
        old = out_of_date(self.run)
        assert not old, "\n".join(["", *old])

    @invariant()
    def file_is_sound(self) -> None:
        decode(self.run.path.read_bytes())

    def teardown(self) -> None:
        try:
            self._await(undo_all(self.run))
            assert self.run.path.read_text(encoding="utf-8") == self._text
        finally:
            self._await(self._app.__aexit__(None, None, None))
            self._loop.close()
            self._folder.cleanup()


def out_of_date(run: Running) -> list[str]:
    """Return the lines of the screen that would be other ones if every line were drawn anew."""
    screen = run.app.screen
    if screen._dirty_widgets or screen._layout_required:
        return []  # they are about to be
    were = screen._compositor.render_strips()
    for widget in screen.walk_children(Widget):
        widget._styles_cache.clear()
    pairs = zip(were, screen._compositor.render_strips(), strict=True)
    return [f"{was.text}\n{now.text}" for was, now in pairs if list(was) != list(now)]


async def undo_all(run: Running) -> None:
    """Leave whatever is open, and undo until nothing is left: once for each change."""
    await run.resize(120, 36)
    for _ in range(9):
        # What was typed into a form is given up.
        asks = isinstance(run.app.screen, ConfirmDialog) and len(run.app.screen_stack) > 2
        await run.press("y" if asks else "escape")
    assert run.app.session is not None
    for _ in range(len(run.app.session._history.past)):
        await run.press("u")
    assert not run.app.session._history.past
    await run.saved()


def played(examples: int, steps: int, is_always_the_same: bool = False) -> type[AtTheKeys]:
    """Run the machine; return how often a key was pressed and the size changed."""

    class Once(AtTheKeys):
        pressed = sized = 0

    run_state_machine_as_test(
        Once,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=is_always_the_same,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Once


def test_random_keys_and_sizes_raise_nothing_and_are_undone_byte_for_byte() -> None:
    done = played(examples=2, steps=14, is_always_the_same=True)
    assert done.pressed > 30
    assert done.sized > 3


@pytest.mark.slow
def test_a_thousand_random_keys_and_two_hundred_sizes() -> None:
    done = played(examples=13, steps=54)
    assert done.pressed >= 1000
    assert done.sized >= 200
