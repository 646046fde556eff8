"""The change of how the app looks: kept in the file and taken back by undo, like every other."""

from typing import NamedTuple

from followup_tui.core.model.logbook import Logbook, Look


class ChooseLook(NamedTuple):
    """Another theme, or other glyphs."""

    look: Look

    @property
    def title(self) -> str:
        return "choosing how it looks"

    def apply(self, logbook: Logbook) -> Logbook:
        return logbook if self.look == logbook.look else logbook.but(look=self.look)
