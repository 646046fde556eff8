"""The file is there and can't be used: what is wrong, where, and what can be done. Nothing was changed."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.session.session import BrokenFile, Paths
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.styled_lines import plain


class BrokenFileScreen(Screen[None]):
    """Names the file, the lines and the problems."""

    BINDINGS = bindings("broken-file")

    class Retry(Message):
        """The file may be mended now."""

    class Backups(Message):
        """An earlier state of the file is wanted."""

    class Edit(Message):
        """The file is wanted in an editor."""

    def __init__(self, broken: BrokenFile) -> None:
        super().__init__()
        self._broken = broken

    @property
    def path(self) -> Path:
        """The file in question."""
        return self._broken.path

    @property
    def paths(self) -> Paths | None:
        """Where its backups are, if that is known."""
        return self._broken.paths

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", can_focus=True) as box:
            box.border_title = "Your file can't be read as it is"
            lines = [f"{self._broken.path}", "", *self._broken.problems[:12]]
            left = len(self._broken.problems) - 12
            if left > 0:
                lines.append(f"… and {left} more")
            yield Static(plain("\n".join(lines)), classes="text")
            yield Static(plain("\nNothing was changed. Mend the file, then try again."), classes="text")
            show_keys_on_border(
                box,
                Hint("problem.retry"),
                Hint("problem.quit"),
                Hint("problem.edit"),
                Hint("problem.backups"),
            )

    def action_retry(self) -> None:
        self.post_message(self.Retry())

    def action_backups(self) -> None:
        self.post_message(self.Backups())

    def action_edit(self) -> None:
        self.post_message(self.Edit())
