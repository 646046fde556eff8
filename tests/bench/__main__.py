"""Times the app as its user feels it, against small yardsticks in the same run, taking turns.

    python -m tests.bench [--runs N] [--readme] [ROW...]

A row is named by a word in it; without any, all are measured. Each figure is the median of N runs (7 unless
said otherwise) and a ratio to its yardstick, run by run. Times are taken under a pseudo-terminal, from the
key or the launch to the bytes that show it.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.files import many
from tests.bench.letters import check
from tests.bench.measure import (
    Figures,
    Run,
    again,
    at_launch,
    exit_time,
    idle,
    keys,
    left,
    memory,
    paint,
    paint_again,
    process,
    to_change,
    to_disk,
    to_screen,
)
from tests.readme import put, stacked

BEGIN, END = "<!-- bench: made by python -m tests.bench --readme -->", "<!-- end of bench -->"
HERE = Path(__file__).parent
NOW = ("--now", "2026-11-23T16:00:00+01:00")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    target: str
    ours: Callable[[], Figures]
    yardstick: Callable[[], Figures] | None = None
    unit: str = "ms"
    has_tail: bool = False
    """Whether the 95th percentile is to be seen, too."""


def rows(folder: Path) -> Iterator[Row]:
    """Yield the lines of the table; their files are made in `folder`."""

    used = folder / "used.toml"

    def app(count: int) -> Run:
        path = folder / f"{count}.toml"
        if not path.exists():
            path.write_text(many(count), encoding="utf-8")
        return Run(("-m", "followup_tui", "--data", str(used), *NOW), "Timeline", path)

    def small(name: str, shows: str) -> Run:
        return Run((str(HERE / f"{name}.py"),), shows)

    def verb(*words: str) -> Run:
        # As it is typed: with a clock that was set, the parser would have to look at it.
        return Run(("-m", "followup_tui", *words, "--data", str(used)), "", app(100).file)

    bare, panes = small("bare", "Ready"), small("panes", "Company")
    area, options = small("area", "Ready"), small("options", "Company")
    nothing = Run(("-c", "pass"), "")
    yield Row("first picture, 100 interviews : bare app", "≤ 1.9", paint_again(app(100)), paint(bare))
    yield Row("first picture of a changed file : bare app", "", paint(app(100)), paint(bare))
    yield Row(
        "ready for keys, 100 interviews : bare app",
        "≤ 1.9",
        at_launch(app(100), "n", "Note to"),
        at_launch(bare, "n", "Note to"),
    )
    yield Row("keys typed from 50 ms on that are lost", "0", left(app(100)), unit="keys")
    yield Row("first picture, 1,000 interviews : 10", "≤ 1.5", paint_again(app(1000)), paint_again(app(10)))
    yield Row("first picture of a changed file, 1,000 : 10", "≤ 1.5", paint(app(1000)), paint(app(10)))
    yield Row(
        "a key in the notes, 1,000 interviews : TextArea",
        "≤ 1.15",
        keys(app(1000), "3i", "zxcvbnmzxcvbnm"),
        keys(area, "", "zxcvbnmzxcvbnm"),
        has_tail=True,
    )
    yield Row(
        "cursor in a list of 1,000 : OptionList of 100",
        "≤ 0.5",
        to_change(app(1000), "1", "j", 10),
        to_change(options, "", "<down>", 10),
    )
    yield Row(
        "space on a step, 1,000 interviews, to the screen",
        "≤ 16 ms",
        to_change(app(1000), "2gj", "<space>", 6),
    )
    yield Row(
        "space on a step, 1,000 interviews, to the disk", "≤ 60 ms", to_disk(app(1000), folder / "used.toml")
    )
    yield Row(
        "next interview, 1,000 : a key in four panes",
        "≤ 2",
        to_screen(app(1000), "", "]", 8),
        to_screen(panes, "", "<down>", 8),
    )
    yield Row("a letter checked, 1,000 interviews : 1", "≤ 5", check(1000), check(0))
    yield Row(
        "note, whole process : python -c pass", "≤ 5", process(verb("note", "a line")), process(nothing)
    )
    yield Row(
        "due --brief, whole process : python -c pass",
        "≤ 4",
        again(verb("due", "--brief")),
        process(nothing),
    )
    yield Row("peak memory, 100 interviews : bare app", "≤ 1.7", memory(app(100)), memory(bare), "MiB")
    of_a_core, written = idle(app(1000), 60)
    yield Row("a minute of idling, of a core", "≤ 0.2 %", of_a_core, unit="%")
    yield Row("a minute of idling, to the terminal", "0", written, unit="bytes")
    yield Row("quitting : bare app", "≤ 0.5", exit_time(app(100), "q"), exit_time(bare, "q"))


def lines(row: Row, runs: int) -> Iterator[str]:
    """Yield the measured lines of the table, in Markdown: in turns, after a round that does not count."""
    alone = row.unit not in ("ms", "MiB")
    pairs = [
        (row.ours(), row.yardstick() if row.yardstick else Figures(()))
        for _ in range(1 if alone else runs + 1)
    ]
    pairs = pairs if alone else pairs[1:]
    yield _line(row, row.what, pairs, statistics.median)
    if row.has_tail:
        yield _line(row, "the same, 95th percentile", pairs, _tail)


def _line(
    row: Row, what: str, pairs: list[tuple[Figures, Figures]], of: Callable[[Sequence[float]], float]
) -> str:
    mine = [value for ours, _ in pairs for value in ours.values]
    unit, spread = row.unit, f"{min(mine):.1f}–{max(mine):.1f}"
    if row.yardstick is None:
        return f"| {what} | {of(mine):.1f} {unit} | | | {row.target} | {spread} |"
    other = [value for _, yard in pairs for value in yard.values]
    ratios = [of(ours.values) / of(yard.values) for ours, yard in pairs]
    return (
        f"| {what} | {of(mine):.1f} {unit} | {of(other):.1f} {unit} | "
        f"**{statistics.median(ratios):.2f}** | {row.target} | {min(ratios):.2f}–{max(ratios):.2f} |"
    )


def _tail(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="runs of each row (7)")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    parser.add_argument("words", nargs="*", help="only rows with one of these words")
    options = parser.parse_args()
    sys.setswitchinterval(5e-5)
    table = ["| what | ours | yardstick | ratio | to reach | range |", "|---|---|---|---|---|---|"]
    print("\n".join(table))
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            if not options.words or any(word in row.what for word in options.words):
                for line in lines(row, options.runs):
                    table.append(line)
                    print(line, flush=True)
    if options.readme:
        put(BEGIN, END, stacked("\n".join(table)))


if __name__ == "__main__":
    main()
