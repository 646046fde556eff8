"""What was tried, how often, and what went wrong: as one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["corrupt", "lost", "other"]
HEADS = ("what", "how many", "corrupt", "lost", "other", "seconds")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that went wrong: a file neither old nor new, something lost, or anything else."""

    kind: Kind
    text: str


@dataclass(slots=True)
class Tally:
    """One line of the table."""

    what: str
    count: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, wrong: Iterable[Wrong], count: int = 1) -> None:
        """Count `count` tries and what went wrong in them."""
        self.count += count
        self.wrong += wrong

    def of(self, kind: Kind) -> int:
        """Return how many things of that kind went wrong."""
        return sum(fault.kind == kind for fault in self.wrong)

    def cells(self) -> tuple[str, ...]:
        """Return the line, cell by cell, as HEADS name them."""
        counts = (self.count, self.of("corrupt"), self.of("lost"), self.of("other"))
        return (self.what, *(f"{count:,}" for count in counts), f"{self.seconds:.1f}")


def plain(tallies: Sequence[Tally]) -> str:
    """Return the table in columns, numbers to the right, and beneath it what went wrong."""
    rows = [HEADS, *(tally.cells() for tally in tallies)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADS))]
    lines = [
        "  ".join(cell.rjust(width) if n else cell.ljust(width) for n, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in rows)
    ]
    return "\n".join([*lines, *details(tallies)])


def details(tallies: Iterable[Tally], most: int = 12) -> list[str]:
    """Return what went wrong, one line each with how often, at most `most` for each line of the table."""
    lines = []
    for tally in tallies:
        times: dict[str, int] = {}
        for fault in tally.wrong:
            text = f"{tally.what}: {fault.kind}: {fault.text}"
            times[text] = times.get(text, 0) + 1
        lines += [f"{text} ({count} ×)" for text, count in list(times.items())[:most]]
        if len(times) > most:
            lines.append(f"{tally.what}: and {len(times) - most} more")
    return lines


def markdown(tallies: Sequence[Tally]) -> str:
    """Return the table for the README."""
    rows = [HEADS, *(tally.cells() for tally in tallies)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, f"|{'---|' + '---:|' * (len(HEADS) - 1)}")
    return "\n".join(lines)
