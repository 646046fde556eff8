"""The whole app under a pseudo-terminal, ended amid typing: by SIGKILL, SIGTERM and SIGHUP."""

import random
import signal
import tempfile
import time
from pathlib import Path

from followup_tui.storage.toml import reader
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.faults.forks import spread
from tests.faults.scenarios import ID, logbook
from tests.faults.table import Tally, Wrong
from tests.terminal import opened

NOW = ("--now", "2026-11-23T18:00:00+01:00")
UNSAVED_SECONDS = 1.0
"""How much typing a SIGKILL may cost at most, in seconds."""
TYPING_SECONDS = 2.5
"""How long is typed at most before it is ended, in seconds."""
PACES = (0.02, 0.05, 0.12)
"""Seconds from key to key: a key held down, a fast hand, a slow one."""


def ended_amid_typing(seed: int, number: signal.Signals, allowed: float = UNSAVED_SECONDS) -> list[Wrong]:
    """Type into the notes, end the app at a random time, and look at what is in the file.

    `allowed` is how much typing a SIGKILL may cost, in seconds.
    """
    chance = random.Random(seed)
    # No blanks: a new line goes on with the indent of the last one.
    letters = [chance.choice("abcdefghijklm-nopqrstuvwxyz\r") for _ in range(2000)]
    typed: list[tuple[float, str]] = []
    with tempfile.TemporaryDirectory(prefix="followup-faults-") as folder:
        data = Path(folder, "logbook.toml")
        data.write_text(encode(logbook("")), encoding="utf-8")
        env = {"XDG_STATE_HOME": str(Path(folder, "state")), "XDG_DATA_HOME": folder}
        with opened(data, *NOW, lines=24, env=env) as terminal:
            terminal.wait("Acme", "q quit")
            terminal.type("3i")
            terminal.wait("esc")
            until = time.monotonic() + chance.uniform(0.05, TYPING_SECONDS)
            pace = chance.choice(PACES)
            for letter in letters:
                if time.monotonic() >= until:
                    break
                terminal.type(letter)
                typed.append((time.monotonic(), letter.replace("\r", "\n")))
                terminal.pump(chance.uniform(0, 2 * pace))
            if number is not signal.SIGKILL:
                # What was not read yet can't be saved: the last letters must have arrived.
                terminal.wait_read()
                terminal.pump(0.1)
            at = time.monotonic()
            terminal.signal(number)
            terminal.wait_end()
        name = number.name
        try:
            found = decode(data.read_bytes()).interview(ID)
        except reader.Unreadable as error:
            return [Wrong("corrupt", f"{name}: {error}")]
    notes = "" if found is None else found.notes
    text = "".join(letter for _, letter in typed)
    if not text.startswith(notes.rstrip("\n")):
        return [Wrong("corrupt", f"{name}: the notes are not what was typed (seed {seed})")]
    if number is not signal.SIGKILL:
        allowed = 0.0
    missing = text[len(notes) :].rstrip() if number is not signal.SIGKILL else text[len(notes) :]
    if not missing:
        return []
    age = at - typed[len(notes)][0]
    if age > allowed:
        return [Wrong("lost", f"{name}: typing of {age:.2f} seconds before (seed {seed})")]
    return []


def ends(kills: int, signals: int, workers: int) -> list[Tally]:
    """Kill the app so many times, and end it by each of the two signals so many times."""
    lines = (
        ("SIGKILL of the whole app amid typing", kills, signal.SIGKILL),
        ("SIGTERM amid typing", signals, signal.SIGTERM),
        ("SIGHUP amid typing", signals, signal.SIGHUP),
    )
    return [
        spread(
            what,
            [(1000 * number + n, number) for n in range(count)],
            lambda run, tally: tally.add(ended_amid_typing(*run)),
            workers,
        )
        for what, count, number in lines
    ]
