"""Explaining keys that do nothing in the pane with the focus: where they work, and what they do there."""

from followup_tui.tui.keys.bindings import rows
from followup_tui.tui.keys.keymap import Keymap, key_name

PANE_GROUPS = (
    ("in the timeline, 4", "timeline"),
    ("in the lists, 1 and 2", "list"),
    ("in the notes, 3", "notes"),
)
"""The panes as messages name them, with the groups of their bindings."""


class UnusedKeys:
    """Finds where unused keys work. A key that is pressed several times in a row is explained once."""

    def __init__(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._last = ""

    def reset(self) -> None:
        """Forget the last key: it is explained again."""
        self._last = ""

    def is_new(self, key: str) -> bool:
        """Return whether the last unused key was another one."""
        is_new, self._last = key != self._last, key
        return is_new

    def explanation(self, key: str) -> str:
        """Return where a key works and what it does there; empty if it works nowhere."""
        for where, group in PANE_GROUPS:
            for row in rows(group):
                if key in self._keymap.keys(row.id).split(","):
                    return f"{key_name(key)} works {where}: {row.description}."
        if len(key) == 1 and key.isalpha() and not key.isascii():
            return f"{key} is no command: switch the keyboard to Latin letters, or set keys under [keys]."
        return ""
