"""The yardstick of the start: a bare Textual app with one line of text, which a key changes."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line."""

    BINDINGS = [("n", "note", "Note"), ("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("Ready")

    def action_note(self) -> None:
        """Do what a key does."""
        self.query_one(Static).update("Note to nobody")


if __name__ == "__main__":
    Bare().run()
