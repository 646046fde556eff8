"""Bringing back an earlier state of the file: the list of backups, and what is chosen from it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from followup_tui.core.wording import count
from followup_tui.storage.backups import Backup, backups
from followup_tui.storage.locations import Locations
from followup_tui.tui.screens.backups import BackupsBox
from followup_tui.tui.widgets.lines import Span, Tone
from followup_tui.tui.widgets.rows import Row, RowLine


def choose_backup(app: App[Any], places: Locations, bring_back: Callable[[Locations, Backup], None]) -> None:
    """Shows the backups; calls `bring_back` with the one that is chosen."""
    found = {one.path.name: one for one in backups(places)}
    app.push_screen(BackupsBox(tuple(map(_row, found.values()))), partial(_chosen, places, found, bring_back))


def _chosen(
    places: Locations,
    found: dict[str, Backup],
    bring_back: Callable[[Locations, Backup], None],
    name: str | None,
) -> None:
    if name is not None:
        bring_back(places, found[name])


def _row(backup: Backup) -> Row:
    at = backup.at.astimezone()
    holds = "can't be read" if backup.interviews is None else count(backup.interviews, "interview")
    left = (Span(f"{at:%a} {at.day} {at:%b %Y, %H:%M:%S}"), Span(f"  {holds}", Tone.MUTED))
    return Row(backup.path.name, (RowLine(left, (Span(f"{backup.size:,} bytes ", Tone.MUTED),)),))
