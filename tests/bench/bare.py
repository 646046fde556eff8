"""The yardstick of the start: a bare Textual app with one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        yield Static("Ready")


if __name__ == "__main__":
    Bare().run()
