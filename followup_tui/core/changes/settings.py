"""Changes to the settings in the file; undoable like every other change."""

from typing import NamedTuple

from followup_tui.core.model.logbook import AppearanceSettings, Logbook
from followup_tui.core.text import clean_text


class SetSignature(NamedTuple):
    """Set what is below the user's letters; empty: the name under the last letter is taken."""

    text: str

    @property
    def title(self) -> str:
        return "setting your signature"

    def apply(self, logbook: Logbook) -> Logbook:
        text = clean_text(self.text).strip()
        return logbook if text == logbook.signature else logbook.but(signature=text)


class SetAppearance(NamedTuple):
    """Choose another theme or other glyphs."""

    appearance: AppearanceSettings

    @property
    def title(self) -> str:
        return "changing the appearance"

    def apply(self, logbook: Logbook) -> Logbook:
        if self.appearance == logbook.appearance:
            return logbook
        return logbook.but(appearance=self.appearance)
