"""The change of how the app looks: kept in the file and taken back by undo, like every other."""

from typing import NamedTuple

from followup_tui.core.model.logbook import Appearance, Logbook


class SetAppearance(NamedTuple):
    """Another theme, or other glyphs."""

    appearance: Appearance

    @property
    def title(self) -> str:
        return "choosing how it looks"

    def apply(self, logbook: Logbook) -> Logbook:
        return logbook if self.appearance == logbook.appearance else logbook.but(appearance=self.appearance)
