"""How each kind of figure is taken: one run under a pseudo-terminal each time it is called."""

import os
import shutil
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from sys import executable
from typing import Any

ptybench: Any = import_module("tests.bench.ptybench")
SIZE = (120, 40)
PATIENCE = 20.0
"""How long something is waited for, in seconds."""
GAP = 0.05
"""Before each key, in seconds: a fast hand."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run gave."""

    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A program, what its screen shows once it is there, and the file that it begins with."""

    arguments: tuple[str, ...]
    shows: str
    file: Path | None = None


@contextmanager
def _running(run: Run, home: str = "", is_fresh: bool = True) -> Iterator[Any]:
    with tempfile.TemporaryDirectory() as own:
        home = home or own
        if run.file is not None and is_fresh:
            # Each run changes the file.
            shutil.copy(run.file, run.file.with_name("used.toml"))
        kinds = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        env = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        session = ptybench.Session([executable, *run.arguments], {**env, "LANG": "C.UTF-8", **kinds}, *SIZE)
        try:
            yield session
        finally:
            session.close()


def _shown(session: Any, text: str) -> float:
    """Return the moment at which the screen showed `text`."""
    found: float = session.wait_for(lambda: text in session.term.text(), PATIENCE, text)
    return found


def _ready(session: Any, run: Run, before: str) -> None:
    _shown(session, run.shows)
    session.wait_quiet()
    for key in ptybench.split_keys(before):
        session.write(key)
        session.wait_quiet()


def paint(run: Run) -> Callable[[], Figures]:
    """From the launch to the first picture, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            return Figures(((_shown(session, run.shows) - session.t0) * 1000,))

    return measure


def paint_again(run: Run) -> Callable[[], Figures]:
    """Like `paint`, for a file that is as it was when the app was quit the last time."""

    def measure() -> Figures:
        with tempfile.TemporaryDirectory() as home:
            with _running(run, home) as session:
                _ready(session, run, "")
                session.write(b"q")
                session.wait_exit(PATIENCE)
            end = time.monotonic() + PATIENCE
            while not list(Path(home).rglob("*.picture")) and time.monotonic() < end:
                time.sleep(GAP)
            with _running(run, home, is_fresh=False) as session:
                return Figures(((_shown(session, run.shows) - session.t0) * 1000,))

    return measure


def at_launch(run: Run, key: str, shows: str) -> Callable[[], Figures]:
    """From the launch to what a key does that is pressed 50 ms after it, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            time.sleep(GAP)
            session.write(key.encode())
            return Figures(((_shown(session, shows) - session.t0) * 1000,))

    return measure


def left(run: Run) -> Callable[[], Figures]:
    """Return how many of 40 keys typed from 50 ms after the launch on are lost, ctrl+s among them."""

    def measure() -> Figures:
        with _running(run) as session:
            time.sleep(GAP)
            session.write(b"n")
            text = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"
            for number, letter in enumerate(text):
                session.write(b"\x13" if number == 20 else b"")
                session.write(letter.encode())
                time.sleep(0.01)
            _shown(session, "Note to")
            session.wait_quiet()
            shown = session.term.text()
            there = max(n for n in range(len(text) + 1) if text[:n] in shown)
            return Figures((float(len(text) - there),))

    return measure


def keys(run: Run, before: str, letters: str) -> Callable[[], Figures]:
    """From each letter to the screen that shows it, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, before)
            done = session.step(f"type {letters}", _OPTIONS, [])
            return Figures(tuple(done["values"]))

    return measure


def to_screen(run: Run, before: str, key: str, times: int) -> Callable[[], Figures]:
    """From a key to the whole picture after it, in milliseconds, so many times."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, before)
            values = []
            for _ in range(times):
                session.drain()
                start = time.perf_counter()
                session.write(b"".join(ptybench.split_keys(key)))
                session.t_now = None
                session.wait_for(lambda: session.t_now is not None, PATIENCE, key)
                values.append((session.wait_quiet() - start) * 1000)
            return Figures(tuple(values))

    return measure


def to_change(run: Run, before: str, key: str, times: int) -> Callable[[], Figures]:
    """From a key to the first picture that shows what it did, in milliseconds, so many times."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, before)
            return Figures(tuple(session.step(f"press {key} x{times}", _OPTIONS, [])["values"]))

    return measure


def to_disk(run: Run, path: Path) -> Callable[[], Figures]:
    """From space on a step to the file that has the tick, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, "2gj")
            values = []
            for _ in range(5):
                was, start = path.stat().st_ino, time.perf_counter()
                session.write(b" ")
                while path.stat().st_ino == was and time.perf_counter() - start < PATIENCE:
                    time.sleep(0.0002)
                values.append((time.perf_counter() - start) * 1000)
                session.wait_quiet()
            return Figures(tuple(values))

    return measure


def process(run: Run) -> Callable[[], Figures]:
    """From the launch of a process to its end, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            session.wait_exit(PATIENCE)
            return Figures(((session.end[0] - session.t0) * 1000,))

    return measure


def again(run: Run) -> Callable[[], Figures]:
    """Like `process`, for the second call of two on a file that nobody is writing just now."""

    def measure() -> Figures:
        with tempfile.TemporaryDirectory() as home:
            with _running(run, home) as session:
                session.wait_exit(PATIENCE)
            time.sleep(2.5)
            for _ in range(2):
                with _running(run, home, is_fresh=False) as session:
                    session.wait_exit(PATIENCE)
                    took = (session.end[0] - session.t0) * 1000
            return Figures((took,))

    return measure


def memory(run: Run) -> Callable[[], Figures]:
    """Return the most memory that was resident until the first picture stood, in MiB."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, "")
            return Figures((session.usage()[1],))

    return measure


def idle(run: Run, seconds: float) -> tuple[Callable[[], Figures], Callable[[], Figures]]:
    """Measure how much of a core is used while nothing happens, in per cent; and in the same run, how many
    bytes went to the terminal."""
    written: list[float] = []

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, "")
            time.sleep(1)
            before = session.bytes
            done = session.step(f"idle {seconds}", _OPTIONS, [])
            written[:] = [float(session.bytes - before)]
            return Figures(tuple(value / 1000 for value in done["values"]))

    return measure, lambda: Figures(tuple(written))


def exit_time(run: Run, key: str) -> Callable[[], Figures]:
    """From a key to the end of the process, in milliseconds."""

    def measure() -> Figures:
        with _running(run) as session:
            _ready(session, run, "")
            start = time.perf_counter()
            session.write(key.encode())
            session.wait_exit(PATIENCE)
            return Figures(((session.end[0] - start) * 1000,))

    return measure


_OPTIONS = Namespace(timeout=PATIENCE, gap=GAP)
