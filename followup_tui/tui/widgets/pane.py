"""Frames with a title above and a subtitle below."""

from typing import Self

from textual.containers import Vertical
from textual.geometry import Region
from textual.widget import Widget

from followup_tui.tui.widgets.styled_lines import plain


class Framed(Widget):
    """A widget with a frame. To write on the frame does not redraw what is in it."""

    _labels: tuple[str | None, str | None] = (None, None)
    """What is on the frame: the title, the subtitle."""
    _labelled: int | None = None
    """The line of the frame that is just being written on, counted from the top of the widget."""

    def label(self, title: str | None = None, subtitle: str | None = None) -> None:
        """Set the title and the subtitle of the border; None leaves one unchanged."""
        old_title, old_subtitle = self._labels
        if title is None:
            title = old_title
        elif title != old_title:
            self._labelled, self.border_title = 0, plain(title)
        if subtitle is None:
            subtitle = old_subtitle
        elif subtitle != old_subtitle:
            self._labelled, self.border_subtitle = self.outer_size.height - 1, plain(subtitle)
        self._labels, self._labelled = (title, subtitle), None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        if self._labelled is not None:
            # Regions count from the content, and the frame is around that.
            left, top = self.content_offset
            regions = (Region(-left, self._labelled - top, self.outer_size.width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Pane(Framed, Vertical):
    """A frame around other widgets."""
