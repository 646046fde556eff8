"""What both editors need beyond Textual's: a text that is right on screen whatever changed it."""

from textual.geometry import Offset
from textual.widgets import TextArea


class Writing(TextArea):
    """An editor whose text may be changed from outside, too."""

    def on_resize(self) -> None:
        self.refresh()  # the lines may be wrapped elsewhere, and be as many as before

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scrolls to the cursor, if it stands in the text.

        While an undo makes the text shorter, the cursor is still where the text was; Textual fails over it.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)
