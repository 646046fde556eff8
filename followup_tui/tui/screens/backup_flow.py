"""Bringing back an earlier state of the file: the list of backups, and what is chosen from it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from textual.app import App

from followup_tui.core.dates.format import near_day
from followup_tui.core.model.logbook import Logbook
from followup_tui.core.summary import describe_contents, describe_difference
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.backups import Backup, list_backups
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage
from followup_tui.tui.screens.backups import BackupsDialog


def choose_backup(app: App[Any], places: Paths, bring_back: Callable[[Paths, Backup], None]) -> None:
    """Shows the backups; calls `bring_back` with the one that is chosen."""
    session = getattr(app, "session", None)
    logbook: Logbook | None = session.logbook if session is not None else None
    now: datetime = session.now() if session is not None else datetime.now().astimezone()
    found = {one.path.name: one for one in list_backups(places)}
    times = {name: _when(one, now.date()) for name, one in found.items()}
    box = BackupsDialog(times, lambda name: _told(found[name], logbook))
    app.push_screen(box, partial(_chosen, places, found, bring_back))


def _chosen(
    places: Paths,
    found: dict[str, Backup],
    bring_back: Callable[[Paths, Backup], None],
    name: str | None,
) -> None:
    if name is not None:
        bring_back(places, found[name])


def _when(backup: Backup, today: date) -> str:
    at = backup.at.astimezone()
    return f"{near_day(at.date(), today)} {at:%H:%M:%S}"


def _told(backup: Backup, now: Logbook | None) -> str:
    """What the backup would bring back; what is in it where no file is open."""
    try:
        then = salvage(backup.read()).logbook
    except Unreadable:
        return "can't be read"
    except FileProblem:
        return "is damaged"
    return describe_contents(then) if now is None else describe_difference(then, now)
