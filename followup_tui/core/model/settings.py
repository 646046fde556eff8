"""How the people of an interview were met, from the words that people use for it."""

import re

from followup_tui.core.model.logbook import Setting
from followup_tui.core.text import fold_accents

_SETTINGS = {
    Setting.PHONE: r"\b(?:phone|telephone|telefon\w*)\b|^call$",
    Setting.VIDEO: r"\b(?:video\w*|visio|zoom|teams|meet|skype|webex|virtual|online|remote)\b",
    Setting.IN_PERSON: r"\b(?:in.person|on.?site|office|face to face|vor ort|sur place|presencial)\b",
}
"""The words for each way of meeting, without accents and in lower case."""


def parse_setting(text: str) -> Setting | None:
    """Return how people meet in an interview that `text` describes; None where it does not say."""
    found = [setting for setting, form in _SETTINGS.items() if re.search(form, fold_accents(text))]
    return found[0] if len(found) == 1 else None
