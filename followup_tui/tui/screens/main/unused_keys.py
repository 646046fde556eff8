"""Explaining keys that do nothing in the pane with the focus: where they work, and what they do there."""

from collections.abc import Callable

from followup_tui.tui.keys.bindings import rows
from followup_tui.tui.keys.keymap import key_name
from followup_tui.tui.screens.host import Host

PLACES = (
    ("in the timeline, 4", "timeline"),
    ("in the lists, 1 and 2", "list"),
    ("in the notes, 3", "notes"),
)
"""The panes as messages name them, with the groups of their bindings."""


class UnusedKeys:
    """Says where unused keys work. A key that is pressed several times in a row is explained once."""

    def __init__(self, host: Host, has_interview: Callable[[], bool]) -> None:
        """`has_interview` returns whether there is one; if not, it shows how to add it."""
        self._host, self._has_interview = host, has_interview
        self._last = ""

    def reset(self) -> None:
        """Forget the last key: it is explained again."""
        self._last = ""

    def explain(self, key: str) -> None:
        """Show in which pane a key works, and what it does there."""
        is_new, self._last = key != self._last, key
        text = self._explanation(key) if is_new else ""
        if text:
            self._host.show_message(text)

    def _explanation(self, key: str) -> str:
        """Return where a key works and what it does there; empty if it works nowhere."""
        letter = key.rpartition("+")[2]
        if len(letter) == 1 and letter.isalpha() and not letter.isascii():
            return f"{key} is not a command. Switch to Latin letters, or set other keys under [keys]."
        if not self._has_interview():
            return ""
        for where, group in PLACES:
            for row in rows(group):
                if key in self._host.keymap.keys(row.id).split(","):
                    return f"{key_name(key)} works {where}: {row.description}."
        return ""
