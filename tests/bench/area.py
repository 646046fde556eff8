"""The yardstick of typing: a bare TextArea with two hundred lines."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Area(App[None]):
    """An editor and nothing else."""

    def compose(self) -> ComposeResult:
        yield TextArea("Ready\n" + "what they said about the team and how they work\n" * 200)


if __name__ == "__main__":
    Area().run()
