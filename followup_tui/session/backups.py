"""The backups of the file, as the user chooses among them."""

from collections.abc import Callable
from datetime import datetime

from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.dates.format import near_day
from followup_tui.core.model.logbook import Logbook
from followup_tui.core.summary import describe_contents, describe_difference
from followup_tui.storage.atomic import FileProblem, read
from followup_tui.storage.backups import list_backups, restore
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.salvage import salvage


class Backups:
    """The backups that are there when this is made, by the names of their files."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], logbook: Logbook | None) -> None:
        """`logbook` is what is in the file now; None if it can't be read."""
        self._paths, self._clock, self._logbook = paths, clock, logbook
        self._backups = {backup.path.name: backup for backup in list_backups(paths)}

    def times(self) -> dict[str, str]:
        """Return when each backup was made, as the user's clock shows it, newest first."""
        clock = UserClock.at(self._clock())
        moments = ((name, clock.to_local(backup.at)) for name, backup in self._backups.items())
        return {name: f"{near_day(at.date(), clock.today)} {at:%H:%M:%S}" for name, at in moments}

    def describe(self, name: str) -> tuple[str, ...]:
        """Return what a backup would bring back, in parts; what is in it if the file can't be read now."""
        try:
            logbook = salvage(self._backups[name].read()).logbook
        except Unreadable:
            return ("can't be read",)
        except FileProblem:
            return ("is damaged",)
        if self._logbook is None:
            return describe_contents(logbook)
        return describe_difference(logbook, self._logbook)

    def restore(self, name: str) -> str:
        """Put a backup in place of the file; return why that failed, or nothing."""
        try:
            restore(self._paths, self._backups[name], read(self._paths.data), self._clock())
        except FileProblem as problem:
            return str(problem)
        return ""
