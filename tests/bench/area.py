"""The yardstick of typing: a bare TextArea."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Area(App[None]):
    """An editor and nothing else."""

    def compose(self) -> ComposeResult:
        yield TextArea("Ready\n")


if __name__ == "__main__":
    Area().run()
