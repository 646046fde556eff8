"""Changes to the settings in the file; undoable like every other change."""

from typing import NamedTuple

from followup_tui.core.model.logbook import Appearance, Logbook


class SetAppearance(NamedTuple):
    """Choose another theme or other glyphs."""

    appearance: Appearance

    @property
    def title(self) -> str:
        return "choosing how it looks"

    def apply(self, logbook: Logbook) -> Logbook:
        if self.appearance == logbook.appearance:
            return logbook
        return logbook.but(appearance=self.appearance)
