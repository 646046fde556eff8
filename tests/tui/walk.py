"""A walk through every screen, dialog and tone, and the files for it."""

from tests.tui.pilot import BOREALIS, NOW

NOW_OPTION = ("--now", NOW.isoformat())
LATE = BOREALIS.replace("2026-11-18", "2026-11-20")
WALK: tuple[tuple[str, ...], ...] = (
    ("2",),
    ("j", "j"),
    ("k", "k", "k"),
    ("3",),
    ("i",),
    ("escape", "4"),
    ("l", "l"),
    ("1", "j"),
    ("1", "k"),
    ("n", "x"),
    ("enter", "escape", "e"),
    ("tab", "tab", "x"),
    ("escape", "2", "c"),
    ("tab", "right"),
    ("escape", "d", "x"),
    ("escape", "slash", "a"),
    ("escape", "f1"),
    ("escape", "A", "j"),
    ("escape", "1", "D"),
    ("escape", "ctrl+p", "a"),
    ("escape", "escape", "u"),
)
"""Keys that lead through every screen, box and tone."""


def look(text: str, line: str) -> str:
    """Return a logbook with a line in its `[look]`."""
    end = "# end of followup-tui logbook\n"
    return f"{text.replace(end, '')}\n[look]\n{line}\n{end}"
