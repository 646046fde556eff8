"""Makes faults on purpose, and prints one table of what they did to the file.

python -m tests.faults              all, within ten minutes on two cores
python -m tests.faults --short      a little of each, as in the tests
python -m tests.faults --sabotage   what makes saving safe taken out, one by one, and which check finds it
python -m tests.faults --readme     all, and the table written into README.md
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from tests.faults import (
    encoding,
    file_systems,
    others,
    points,
    powercut,
    processes,
    sabotage,
    stops,
    terminal_input,
    whole_app,
)
from tests.faults.slim import IN_SHORT
from tests.faults.table import Tally, markdown, plain
from tests.readme import README, replaced, stacked

BEGIN, END = "<!-- faults: made by python -m tests.faults -->\n", "\n<!-- end -->"
WORKERS = 2


def tallies(
    short: bool, workers: int = WORKERS, say: Callable[[Tally], None] = lambda _: None
) -> list[Tally]:
    """Yield every line of the table as soon as it is there."""
    found: list[Tally] = []

    def add(*lines: Tally) -> None:
        for line in lines:
            found.append(line)
            say(line)

    runs = points.recorded(*(IN_SHORT if short else ()))
    add(points.unfaulted(runs))
    add(points.kill_points(runs, short, workers))
    add(points.errors(runs, short, workers))
    add(points.meetings(points.saves(runs)[: 1 if short else None], short, workers))
    add(powercut.power_cuts(runs))
    add(encoding.wrong_encoders())
    add(processes.random_kills(40 if short else 3000, workers))
    add(*whole_app.ends(2 if short else 60, 1 if short else 10, workers))
    add(processes.many_writers(4, 10) if short else processes.many_writers(8, 250))
    add(*file_systems.lacking(5 if short else 200, workers))
    add(*file_systems.full_disks(1 if short else 10, workers))
    add(*others.others(short, workers))
    add(stops.stops(1 if short else 40, workers))
    add(terminal_input.random_bytes(1_000 if short else 100_000))
    add(terminal_input.typed_scripts(100 if short else 10_000))
    add(sabotage.sabotages())
    return found


def into_readme(text: str, table: str) -> str:
    """Return the text of README.md with the table between its marks."""
    return replaced(text, BEGIN, END, table)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for; return 1 where anything went wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults", description="Makes faults on purpose, and counts what is lost."
    )
    parser.add_argument("--short", action="store_true", help="a little of each")
    parser.add_argument("--sabotage", action="store_true", help="which check finds which sabotage")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args(arguments)
    if options.sabotage:
        text = sabotage.shown()
        print(text)
        return int("NOT CAUGHT" in text)
    if options.readme:
        into_readme(README.read_text(encoding="utf-8"), "")
    start = time.perf_counter()
    found = tallies(options.short, say=lambda line: print(f"… {line.what}", file=sys.stderr, flush=True))
    print(plain(found))
    print(f"in all {time.perf_counter() - start:.0f} seconds")
    if options.readme:
        text = into_readme(README.read_text(encoding="utf-8"), stacked(markdown(found)))
        README.write_text(text, encoding="utf-8")
    return int(any(line.wrong for line in found))


if __name__ == "__main__":
    sys.exit(main())
