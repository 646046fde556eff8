"""The recall card next to other panes: as much of it as there is room for, and how much more there is.

It does not scroll: with another number of lines to scroll, the whole screen would be laid out again for each
interview, which takes longer than all else.
"""

from asyncio import TimerHandle
from collections.abc import Callable

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from followup_tui.core.dates.format import count
from followup_tui.core.rules.recall_text import Section
from followup_tui.tui.timers import call_in
from followup_tui.tui.widgets.card_layout import lay_out
from followup_tui.tui.widgets.pane import Framed
from followup_tui.tui.widgets.styled_lines import StyledLine, ToneStyles, spans_strip

SHOW_SECONDS = 0.08
"""How long after a change the card shows it, in seconds: the other panes are drawn first, and of several
interviews passed quickly only the last is shown."""


class CardPane(Framed):
    """Shows the sections of a recall card."""

    sections: reactive[tuple[Section, ...]] = reactive(())

    def __init__(self, open_key: str, *, id: str | None = None, classes: str | None = None) -> None:
        """`open_key` is the key that opens the whole card."""
        super().__init__(id=id, classes=classes)
        self._open_key = open_key
        self._lines: tuple[StyledLine, ...] = ()
        self._timer: TimerHandle | None = None

    def show_soon(self, make: Callable[[], tuple[Section, ...]]) -> None:
        """Show the sections that `make` returns, at once if nothing is shown yet."""

        def show() -> None:
            self.sections = make()

        if self._timer is not None:
            self._timer.cancel()
        if self.sections:
            self._timer = call_in(self, SHOW_SECONDS, show)
        else:
            show()

    def on_mount(self) -> None:
        self.label(f"{self._open_key} Recall card")

    def watch_sections(self) -> None:
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        size = self.content_size
        if size.width:
            self._lines = lay_out(self.sections, size.width, size.height)
            more = len(self._lines) - size.height
            self.label(subtitle=f"{count(more, 'more line')} · {self._open_key}" if more > 0 else "")

    def render_lines(self, crop: Region) -> list[Strip]:
        self._styles = ToneStyles(self)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else ()
        return spans_strip(line, (), self.content_size.width, self._styles)
