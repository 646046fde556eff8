"""The frame and the fields of a form."""

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label

from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.styled_lines import plain
from followup_tui.tui.widgets.text_editor import TextEditor


class Form(VerticalScroll, can_focus=False):
    """Fields under each other, in a box with a title. Its keys stand in its frame, whatever scrolls."""

    BINDINGS = bindings("form-fields")

    def __init__(self, title: str, *hints: Hint) -> None:
        super().__init__(classes="box -form")
        self.border_title = plain(title)
        self._hints = hints

    def on_mount(self) -> None:
        show_keys_on_border(self, *self._hints)


def field(label: str, widget: Input | Choice | TextEditor) -> Horizontal:
    """Return a labelled field of a form."""
    return Horizontal(Label(label), widget, classes="field")
