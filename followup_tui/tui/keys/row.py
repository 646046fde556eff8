"""The parts of the table of key bindings: rows, the groups that a widget takes, and scopes of groups."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from textual.binding import Binding

NO_FOOTERS: Mapping[str, int] = MappingProxyType({})


class KeyRow(NamedTuple):
    """A key binding."""

    id: str
    """What `[keys]` in the file calls it; of one that changes, the old one goes to `table.FORMER_IDS`."""
    keys: str
    """Its default keys, as Textual names them, joined by commas. Hints show the first."""
    action: str
    """What Textual runs: `action_…` of the widget or screen that takes the group, or `app.…`.

    `MainScreen` lists its actions with the methods of its parts that they run.
    """
    description: str
    """What it does, as help, palette and README say it."""
    label: str = ""
    """The same in a word or two, for footers and hints."""
    footers: Mapping[str, int] = NO_FOOTERS
    """The footers that show it, each with its rank there. Rows with the same rank and label share a hint."""

    yields: bool = False
    """Whether it gives way where the file uses its key for another action: older files may."""

    def binding(self, priority: bool) -> Binding:
        """Return the row as Textual wants it; with `priority` it goes before the keys of a text field."""
        return Binding(
            self.keys,
            self.action,
            self.description,
            show=False,
            priority=priority,
            id=self.id,
            tooltip=self.description,
        )


class KeyGroup(NamedTuple):
    """The bindings that one widget or screen takes."""

    name: str
    readme: str
    """Its heading in the README, which neighbouring groups may share; empty: the README leaves it out."""
    rows: tuple[KeyRow, ...]


class Scope(NamedTuple):
    """Groups that can be active at the same time; those of the app always are."""

    name: str
    """As a message names it: `in the notes`."""
    groups: tuple[str, ...]
