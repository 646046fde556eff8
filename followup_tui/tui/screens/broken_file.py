"""The screen for a file that can't be used: what is wrong, where, and what can be done."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.end_line import read_without_end
from followup_tui.session.session import BrokenFile
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.styled_lines import plain

MAX_SHOWN = 12
"""The most problems that are shown; the number of the others is."""


class BrokenFileScreen(Screen[None]):
    """Names the file, the lines and the problems."""

    BINDINGS = bindings("broken-file")

    @dataclass
    class Retry(Message):
        """The user asks to read the file again, perhaps after its missing last line is added."""

        adds_end_line: bool = False

    class Backups(Message):
        """The user asks for an earlier state of the file."""

    class Edit(Message):
        """The user asks to edit the file."""

    def __init__(self, broken: BrokenFile) -> None:
        super().__init__()
        self._broken = broken

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", can_focus=True) as box:
            box.border_title = "Your file can't be read as it is"
            lines = [f"{self._broken.path}", "", *self._broken.problems[:MAX_SHOWN]]
            left = len(self._broken.problems) - MAX_SHOWN
            if left > 0:
                lines.append(f"… and {left} more")
            yield Static(plain("\n".join(lines)), classes="text")
            without_end = read_without_end(self._broken.path)
            if without_end is not None:
                yield Static(plain(f"\n{_describe(without_end)}"), classes="text")
            yield Static(plain("\nNothing was changed. Fix the file, then try again."), classes="text")
            hints = ("retry", "quit", *(("end",) if without_end is not None else ()), "edit", "backups")
            show_keys_on_border(box, *(Hint(f"problem.{name}") for name in hints))

    def action_retry(self) -> None:
        self.post_message(self.Retry())

    def action_add_end(self) -> None:
        if read_without_end(self._broken.path) is not None:
            self.post_message(self.Retry(adds_end_line=True))

    def action_backups(self) -> None:
        self.post_message(self.Backups())

    def action_edit(self) -> None:
        self.post_message(self.Edit())


def _describe(logbook: Logbook) -> str:
    """Return what is there of a file that lacks its last line, for the user to say whether it is all."""
    last = logbook.interviews[-1]
    count = len(logbook.interviews)
    what = "one interview" if count == 1 else f"{count} interviews"
    who = f"{last.company}, {last.held_on:%-d %b %Y}"
    return (
        f"Only that line is missing. The file has {what}, the last with {who}. Add the line if that is all."
    )
