"""The frame and the fields of a form."""

from collections.abc import Callable

from textual import events, getters, on
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.keys.keymap import keymap_of
from followup_tui.tui.screens.dialogs import close_without_losing, show_hint, show_keys_on_border
from followup_tui.tui.widgets.choice import Choice, MultiChoice
from followup_tui.tui.widgets.styled_lines import plain
from followup_tui.tui.widgets.text_editor import TextEditor

BETWEEN_FIELDS = Hint("form.before form.next")
"""The keys that go from field to field."""
FRAME_CELLS = 6
"""The cells of a line of the frame that its text leaves free."""


class Form(VerticalScroll, can_focus=False):
    """Fields under each other, in a box with a title. Its keys are on its frame, whatever scrolls."""

    BINDINGS = bindings("form-fields")

    hint = getters.query_one("#form-hint", Static)

    def __init__(self, title: str, *hints: Hint) -> None:
        super().__init__(classes="box -form")
        self.border_title = plain(title)
        self._hints = hints
        self._hints_of_field: tuple[Hint, ...] = ()
        self._texts_at_start: tuple[str, ...] = ()
        self._discarded: tuple[str, ...] | None = None
        self._has_explained_letters = False
        self.take_letter: Callable[[Choice, str], bool] = lambda *_: False
        """Takes a letter that the choice under the cursor ignores; returns whether it did something."""

    def on_mount(self) -> None:
        self._texts_at_start = self._texts()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._hints_of_field = _hints_of(event.widget)
        self._show_keys()

    def on_resize(self) -> None:
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys of the field that has the focus, then those of the form; without room, fewer.

        The last of the form's keys goes first, then those of the field: how to save and to leave stays.
        """
        room, own = self.outer_size.width - FRAME_CELLS, self._hints_of_field
        for hints in ((*own, *self._hints), (*own, *self._hints[:-1]), self._hints, self._hints[:-1]):
            if show_keys_on_border(self, *hints) <= room:
                return

    def close(self) -> None:
        """Close the screen of the form without a result; ask first where something was typed."""
        close_without_losing(self.screen, has_typed=self._texts() != self._texts_at_start)

    def complain(self, text: str, wrong: Input | None = None) -> None:
        """Show a text below the fields; go to the one that is `wrong`, if any."""
        show_hint(self.hint, text, is_wrong=wrong is not None)
        if wrong is not None:
            wrong.focus()

    def begin_with(self, field: Input, text: str) -> None:
        """Put a text into a field as if it had been there from the beginning: nobody typed it."""
        at = [*self.query(Input)].index(field)
        field.value = text
        self._texts_at_start = (*self._texts_at_start[:at], text, *self._texts_at_start[at + 1 :])

    @property
    def typed(self) -> tuple[str, ...]:
        """The texts of the fields that were changed, unless all of them are discarded."""
        texts = self._texts()
        if texts == self._discarded:
            return ()
        pairs = zip(texts, self._texts_at_start, strict=False)
        return tuple(text for text, before in pairs if text.strip() and text != before)

    def discard(self) -> None:
        """Treat what is typed now as unwanted: it is not asked about, nor stored, when the app ends."""
        self._discarded = self._texts()

    def _texts(self) -> tuple[str, ...]:
        inputs = [input.value for input in self.query(Input)]
        return (*inputs, *(editor.text for editor in self.query(TextEditor)))

    @on(Choice.LetterIgnored)
    def _explain_letters(self, event: Choice.LetterIgnored) -> None:
        """Say once how to choose, if a letter chooses nothing."""
        event.stop()
        if not self.take_letter(event.choice, event.letter) and not self._has_explained_letters:
            self._has_explained_letters = True
            keymap = keymap_of(self.app)
            is_multiple = isinstance(event.choice, MultiChoice)
            keys = "{choice.toggle}" if is_multiple else "{choice.before} and {choice.next}"
            self.notify(keymap.format(f"Choose with {keys}."), markup=False)


def _hints_of(widget: Widget) -> tuple[Hint, ...]:
    """Return the keys with which a field is filled in that takes no text."""
    match widget:
        case MultiChoice():
            return Hint("choice.toggle"), Hint("choice.before choice.next", "move")
        case Choice():
            return (Hint("choice.before choice.next"),)
        case _:
            return ()


def field(label: str, widget: Input | Choice | TextEditor) -> Horizontal:
    """Return a labelled field of a form."""
    return Horizontal(Label(label), widget, classes="field")
