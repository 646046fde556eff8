"""Times the app as its user feels it, against small yardsticks in the same run, taking turns.

    python -m tests.bench [RUNS]

Each figure is the median of RUNS runs (7 unless said otherwise), and a ratio to its yardstick, run by run.
Times are taken under a pseudo-terminal, from the key or the launch to the screen that shows it.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from followup_tui.core.model import Interview, Logbook
from followup_tui.storage.codec import encode
from tests.terminal import Terminal

NOW = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
HERE = Path(__file__).parent
NOTES = "@ Dana Reyes, manager\n> decision by end of next week\n+ references\n! Kubernetes\n~ hockey\n"


def many(count: int) -> str:
    """A file of `count` interviews of about 2 kB each."""
    plain = "".join(f"line {n}: what they said about the team and how they work\n" for n in range(30))
    return encode(
        Logbook(
            interview=tuple(
                Interview(
                    id=f"i{n:05}",
                    company=f"Company {n}",
                    held_at=NOW - timedelta(days=2 * n, hours=2),
                    outcome="rejected" if n > 8 else "",
                    notes=NOTES + plain,
                )
                for n in range(count)
            )
        )
    )


def start(terminal: Callable[[], Terminal], shows: str) -> float:
    """Seconds from the launch until the screen shows that."""
    begun = time.perf_counter()
    run = terminal()
    try:
        run.wait(shows)
        return time.perf_counter() - begun
    finally:
        run.close()


def keys(terminal: Callable[[], Terminal], shows: str, before: str, letters: str) -> float:
    """Seconds from a letter to the screen that shows it, the median over `letters`."""
    run = terminal()
    try:
        run.wait(shows)
        run.pump(0.5)
        for key in before:
            run.type(key)
            run.pump(0.3)
        times, typed = [], ""
        for letter in letters:
            typed += letter
            begun = time.perf_counter()
            run.type(letter)
            run.wait(typed)
            times.append(time.perf_counter() - begun)
            run.pump(0.05)
        return statistics.median(times)
    finally:
        run.close()


def compare(name: str, runs: int, ours: Callable[[], float], yardstick: Callable[[], float]) -> None:
    """Prints a row: both in turns, after one round that is not counted."""
    pairs = [(ours(), yardstick()) for _ in range(runs + 1)][1:]
    mine, other = [a for a, _ in pairs], [b for _, b in pairs]
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"{name:<46}{statistics.median(mine) * 1000:>8.0f} ms{statistics.median(other) * 1000:>8.0f} ms"
        f"{ratio:>8.2f}   {min(mine) * 1000:.0f}–{max(mine) * 1000:.0f} ms",
        flush=True,
    )


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"{'':<46}{'ours':>11}{'yardstick':>11}{'ratio':>8}   range of ours")
    with tempfile.TemporaryDirectory() as folder:
        for count in (100, 1000):
            path = Path(folder, f"{count}.toml")
            path.write_text(many(count), encoding="utf-8")

            def app(path: Path = path) -> Terminal:
                return Terminal("--data", str(path), "--now", NOW.isoformat(), columns=120, lines=40)

            def bare() -> Terminal:
                return Terminal(columns=120, lines=40, program=[str(HERE / "bare.py")])

            def area() -> Terminal:
                return Terminal(columns=120, lines=40, program=[str(HERE / "area.py")])

            compare(
                f"first picture, {count} interviews : bare app",
                runs,
                partial(start, app, "Timeline"),
                partial(start, bare, "Ready"),
            )
            compare(
                f"a key in the notes, {count} interviews : TextArea",
                runs,
                partial(keys, app, "Timeline", "3i", "qzxjvk"),
                partial(keys, area, "Ready", "", "qzxjvk"),
            )


if __name__ == "__main__":
    main()
