"""File systems that lack something: locks, modes, an owner of ours, or space."""

import contextlib
import errno
import fcntl
import os
import random
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from followup_tui.core.changes.notes import AddNotes
from followup_tui.session.session import Session
from followup_tui.storage.inbox_append import append_note
from followup_tui.storage.paths import Paths
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.faults.forks import forked, spread
from tests.faults.points import place
from tests.faults.scenarios import ID, NOW, Place, logbook, saved
from tests.faults.table import Tally, Wrong
from tests.terminal import opened

USER = 4321
"""A user and a group of nobody here."""
CLOCK = ("--now", "2026-11-23T18:00:00+01:00")
SAVES = 4
"""How many lines each run saves."""


def _failing(*numbers: int) -> Callable[..., Any]:
    turn = iter(range(10**9))

    def fail(*_: Any, **__: Any) -> None:
        number = numbers[next(turn) % len(numbers)]
        raise OSError(number, os.strerror(number))

    return fail


def _without_locks(_: Place) -> None:
    fcntl.flock = _failing(errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


def _without_modes(_: Place) -> None:
    os.chmod = os.fchmod = _failing(errno.EPERM, errno.ENOTSUP)


def _of_another_user(here: Place) -> None:
    for path in (here.root, here.data.parent, here.data):
        os.chown(path, USER, USER)


KINDS: dict[str, Callable[[Place], None]] = {
    "a file system without locks": _without_locks,
    "a file system without modes": _without_modes,
    **({"a file of another user, saved by root": _of_another_user} if os.geteuid() == 0 else {}),
}


def lacking(count: int, workers: int) -> list[Tally]:
    """Save and note on each kind of file system, so many times; everything that was acknowledged must be
    there."""
    return [
        spread(
            f"saves and notes on {what}",
            [(seed, what) for seed in range(count)],
            lambda run, tally: tally.add(_saved_on(*run)),
            workers,
        )
        for what in KINDS
    ]


def _saved_on(seed: int, what: str) -> list[Wrong]:
    chance = random.Random(seed)
    lines = [f"line {seed} {n} {chance.random()}" for n in range(SAVES)]
    with place() as here:
        here.data.parent.mkdir()
        here.data.write_text(encode(logbook("")), encoding="utf-8")

        def work() -> list[str]:
            KINDS[what](here)
            session = here.session()
            failures = []
            for line in lines[:-1]:
                session.do(AddNotes(ID, line))
                failures.append(saved(session))
            append_note(str(here.data), str(here.state), NOW.isoformat(), lines[-1], lambda heads: heads[0])
            failures.append(str(session.document.close() or ""))
            return [failure for failure in failures if failure]

        wrong = [Wrong("other", f"{what}: {failure}") for failure in forked(work).result]
        found = decode(here.data.read_bytes())
        notes = found.interviews[0].notes + "\n".join(line.text for line in found.inbox)
        wrong += [Wrong("lost", f"{what}: {line}") for line in lines if line not in notes]
        foreign = [path for path in here.root.rglob("*") if path.stat().st_uid == 0]
        if what in KINDS and KINDS[what] is _of_another_user and foreign:
            wrong.append(Wrong("other", f"{foreign[0].name} belongs to root now"))
    return wrong


def can_mount() -> bool:
    """Return whether a small file system can be made here."""
    if os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run([*_MOUNT, folder], capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", folder], check=True)
    return True


_MOUNT = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs"]


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """Mount a file system of 512 KiB."""
    folder = tempfile.mkdtemp(prefix="followup-faults-")
    subprocess.run([*_MOUNT, folder], check=True)
    try:
        yield Path(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        os.rmdir(folder)


def _fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (4096, 1):
            while file.write(bytes(size)):
                pass
    return filler


ENDS: tuple[signal.Signals | None, ...] = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, None)
"""What ends the app on a full disk; None: the user quits, and saves elsewhere."""


def full_disks(count: int, workers: int) -> list[Tally]:
    """Type into the app, fill the disk, type on, and end the app, so many times in each way."""
    return [
        spread(
            f"full disk, then {'quit' if number is None else number.name}",
            [(seed, number) for seed in range(count)],
            lambda run, tally: tally.add(ended_on_full_disk(*run)),
            workers,
        )
        for number in (ENDS if can_mount() else ())
    ]


def ended_on_full_disk(seed: int, number: signal.Signals | None) -> list[Wrong]:
    """Type on a full disk and end the app; what was typed must be found by the next start."""
    chance = random.Random(seed)
    before, after = ("".join(chance.choices("abcdefgh-xyz", k=30)) for _ in range(2))
    with small_disk() as disk, tempfile.TemporaryDirectory(prefix="followup-faults-") as elsewhere:
        data, state = disk / "logbook.toml", disk / "state"
        data.write_text(encode(logbook("")), encoding="utf-8")
        env = {"XDG_STATE_HOME": str(state), "XDG_DATA_HOME": str(disk), "TMPDIR": elsewhere}
        with opened(data, *CLOCK, lines=24, env=env) as terminal:
            terminal.wait("Acme", "q quit")
            terminal.type("3i")
            terminal.wait("esc")
            terminal.write(before)
            terminal.wait_for(lambda: before in data.read_text(encoding="utf-8"), "a save")
            terminal.pump(0.3)  # a save that goes on would give back space in the end
            filler = _fill(disk)
            # On a line of its own, to be seen whole: what was not read yet can't be saved.
            terminal.write(f"\r{after}")
            terminal.wait("Not saved", after)
            if number is None:
                terminal.press("ctrl+q")
                terminal.wait("Save it in another file")
                terminal.press("down", "enter")
                terminal.wait("Save elsewhere")
                terminal.press("enter")
            else:
                terminal.signal(number)
            terminal.wait_end()
        filler.unlink()
        return _found_at_next_start(Paths(data, state / "followup-tui"), elsewhere, f"{before}\n{after}")


def _found_at_next_start(paths: Paths, elsewhere: str, typed: str) -> list[Wrong]:
    def work() -> str:
        tempfile.tempdir = elsewhere
        session = Session(paths, lambda: NOW)
        session.document.merge_copies()
        return session.logbook.interviews[0].notes

    notes = forked(work).result
    if notes.strip() == typed:
        return []
    return [Wrong("lost", f"typed on a full disk: {typed}, found: {notes.strip()}")]
