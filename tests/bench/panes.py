"""The yardstick of a whole screen: four plain panes of Textual."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Header, OptionList, TextArea

NOTES = "@ Dana Reyes, manager\n> decision by end of next week\n" + "what they said about the team\n" * 30


class Panes(App[None]):
    """A list, an editor, and lines above and below."""

    BINDINGS = [("a", "bell", "Add"), ("n", "bell", "Note"), ("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            yield OptionList(*(f"Company {number}" for number in range(100)))
            yield TextArea(NOTES)
        yield Footer()


if __name__ == "__main__":
    Panes().run()
