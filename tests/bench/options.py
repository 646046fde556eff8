"""The yardstick of a list: a bare OptionList of a hundred."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Options(App[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Company {number}" for number in range(100)))


if __name__ == "__main__":
    Options().run()
