"""What is done under faults: a table of named functions. Another one is a few lines.

`lay_out` makes the files as they are found. `act` opens what is needed while nothing fails; the attempt that
it returns is done under faults. What the files must be afterwards is taken from a run without any.
"""

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from followup_tui.core.changes.interviews import AddInterview
from followup_tui.core.changes.notes import WriteNotes
from followup_tui.core.model.logbook import InboxLine, Interview, Logbook
from followup_tui.session.session import BrokenFile, SaveState, Session
from followup_tui.storage import atomic, backups
from followup_tui.storage.atomic import FileProblem
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode

NOW = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
ID = "acme"
ESCAPED = "an exception that nobody handles:"
OLD_NOTES = "@ Dana Reyes\n" + "".join(f"old line {n} of what was said\n" for n in range(40))
NEW_NOTES = "@ Dana Reyes\n" + "".join(f"new line {n} of what was said, longer\n" for n in range(60))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scenario happens: a folder of its own."""

    root: Path

    @property
    def data(self) -> Path:
        """The logbook."""
        return self.root / "data" / "logbook.toml"

    @property
    def state(self) -> Path:
        """The folder of what the program keeps for itself."""
        return self.root / "state"

    @property
    def paths(self) -> Paths:
        """The files, by their own names."""
        return Paths(self.data, self.state)

    def session(self, path: Path | None = None) -> Session:
        """Return the logbook, opened at an hour that stands still."""
        return Session(Paths(path or self.data, self.state), lambda: NOW)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is done under faults."""

    do: Callable[[], str]
    """Why it was refused; empty when it is acknowledged. Raises FileProblem or BrokenFile as well."""
    again: Callable[[], str]
    """The same, for a second try with what is still in hand."""

    def failure(self, again: bool = False) -> str:
        """Return why it was refused, by answer or by exception; empty when it is acknowledged."""
        try:
            return (self.again if again else self.do)()
        except (FileProblem, BrokenFile) as problem:
            return str(problem) or "refused without a reason"
        except Exception as error:
            return f"{ESCAPED} {error!r}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that must hold under any fault."""

    name: str
    lay_out: Callable[[Place], None]
    act: Callable[[Place], Attempt]


def logbook(notes: str = OLD_NOTES) -> Logbook:
    """One interview with those notes."""
    return Logbook(interview=(Interview(id=ID, company="Acme", held_at=NOW, notes=notes),))


def saved(session: Session) -> str:
    """Return why the last save failed; empty when all is on the disk."""
    if session.document.save_status.state is SaveState.SAVED:
        return ""
    return session.document.save_status.reason or "not saved, without a reason"


def _file(place: Place, text: str, mode: int = 0o600) -> None:
    place.data.parent.mkdir(mode=0o700)
    place.data.write_text(text, encoding="utf-8")
    place.data.chmod(mode)


def _nothing(place: Place) -> None:
    place.root.mkdir(exist_ok=True)


def _single_interview(place: Place) -> None:
    _file(place, encode(logbook()))


def _by_hand(place: Place) -> None:
    _file(place, "# what I know\n" + encode(logbook()))


def _read_only(place: Place) -> None:
    _file(place, encode(logbook()), 0o400)


def _inbox(place: Place) -> None:
    line = InboxLine(at=NOW, text="! noted from the shell")
    _file(place, encode(logbook().but(inbox=(line,))))


def _linked(place: Place) -> None:
    _single_interview(place)
    (place.root / "link.toml").symlink_to("data/second.toml")
    (place.data.parent / "second.toml").symlink_to("logbook.toml")


def _write(place: Place, path: Path | None = None) -> Attempt:
    session = place.session(path)

    def do() -> str:
        session.do(WriteNotes(ID, NEW_NOTES))
        return saved(session)

    def again() -> str:
        session.document.save()
        return saved(session)

    return Attempt(do, again)


def _write_linked(place: Place) -> Attempt:
    return _write(place, place.root / "link.toml")


def _add(place: Place) -> Attempt:
    session = place.session()

    def do() -> str:
        session.do(AddInterview(logbook(NEW_NOTES).interviews[0]))
        return saved(session)

    def again() -> str:
        session.document.save()
        return saved(session)

    return Attempt(do, again)


def _open(place: Place) -> Attempt:
    def do() -> str:
        return saved(place.session())

    def again() -> str:
        # The next start takes in what the last one could not save, and whose end gave its lock back.
        gc.collect()
        session = place.session()
        session.document.merge_copies()
        return saved(session)

    return Attempt(do, again)


def _close_unsaved(place: Place) -> Attempt:
    session = place.session()
    session.do(WriteNotes(ID, NEW_NOTES), save=False)

    def do() -> str:
        return "" if session.document.close(is_last_chance=False) else "nothing was kept"

    return Attempt(do, do)


def _backed_up(place: Place) -> None:
    _single_interview(place)
    older = encode(logbook("what was there before")).encode()
    backups.make_backup(place.paths, older, NOW - timedelta(days=1))


def _replace_with_backup(place: Place) -> Attempt:
    data = encode(logbook(NEW_NOTES)).encode()
    seen = atomic.read(place.data)

    def do() -> str:
        atomic.replace_if_unchanged(
            place.data,
            data,
            seen,
            place.state,
            lambda replaced: backups.make_backup(place.paths, replaced, NOW),
        )
        return ""

    return Attempt(do, do)


def _restore(place: Place) -> Attempt:
    (backup,) = backups.list_backups(place.paths)
    seen = atomic.read(place.data)

    def do() -> str:
        backups.restore(place.paths, backup, seen, NOW)
        return ""

    return Attempt(do, do)


def _too_many_backups(place: Place) -> None:
    _single_interview(place)
    for n in range(60):
        backups.make_backup(place.paths, encode(logbook(str(n))).encode(), NOW - timedelta(days=60 - n))


SCENARIOS = (
    Scenario("save with a backup", _single_interview, _replace_with_backup),
    Scenario("save with a backup, the oldest removed", _too_many_backups, _replace_with_backup),
    Scenario("restore a backup", _backed_up, _restore),
    Scenario("save first", _nothing, _add),
    Scenario("save over", _single_interview, _write),
    Scenario("save through a link", _linked, _write_linked),
    Scenario("save over comments", _by_hand, _write),
    Scenario("file the inbox", _inbox, _open),
    Scenario("keep aside", _read_only, _close_unsaved),
)


def save_once_more(place: Place) -> str:
    """Open what is there, change it and save; return what was wrong with that, or nothing."""
    if place.data.exists():
        os.chmod(place.data, 0o600)
    try:
        session = place.session()
        if session.logbook.interview(ID) is None:
            session.do(AddInterview(logbook("").interviews[0]))
        session.do(WriteNotes(ID, "a save after it"))
        if saved(session):
            return saved(session)
        found = place.session().logbook.interview(ID)
    except (FileProblem, BrokenFile) as problem:
        return str(problem)
    return "" if found is not None and found.notes == "a save after it" else "the next save is not there"
