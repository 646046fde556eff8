"""The ways to read the table of key bindings.

Widgets and screens take their `BINDINGS` from it; footers, hints, help, palette, README and the check for
clashing keys read it.
"""

from functools import cache

from textual.binding import BindingType

from followup_tui.tui.keys import table
from followup_tui.tui.keys.row import KeyRow, Scope
from followup_tui.tui.keys.table import MAIN, PANE_GROUPS, PRIORITY

__all__ = ["MAIN", "PANE_GROUPS", "KeyRow", "bindings", "by_id", "footer_rows", "rows", "scope_rows"]


def rows(*groups: str) -> tuple[KeyRow, ...]:
    """Return the rows of some groups, in the order given."""
    by_name = {group.name: group.rows for group in table.GROUPS}
    return tuple(row for name in groups for row in by_name[name])


def bindings(*groups: str) -> list[BindingType]:
    """Return the `BINDINGS` of a widget or screen that takes these groups."""
    return [row.binding(name in PRIORITY) for name in groups for row in rows(name)]


def scope_rows(scope: Scope) -> tuple[KeyRow, ...]:
    """Return every row that is active in a scope, those of the app last."""
    return rows(*scope.groups, "app")


@cache
def by_id() -> dict[str, KeyRow]:
    """Return every row by its id."""
    return {row.id: row for group in table.GROUPS for row in group.rows}


@cache
def footer_rows(footer: str) -> tuple[tuple[KeyRow, ...], ...]:
    """Return the rows of a footer by rank, the most important first; those that share a hint together."""
    hints: dict[tuple[int, str], list[KeyRow]] = {}
    for row in by_id().values():
        if footer in row.footers:
            hints.setdefault((row.footers[footer], row.label), []).append(row)
    return tuple(tuple(hints[key]) for key in sorted(hints, key=lambda key: key[0]))
