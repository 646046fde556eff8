"""Logbooks changed in several places at once, by chance: do they become one again, and is anything lost?

Every text that is written holds a token of its own, so that loss can be seen: a token may be missing in the
end only where someone who saw it took it away. `merge_cases` merges two sides of one base. `replica_runs`
lets three machines write, and meet in three ways:

- one shared file, each machine with its own base: what it last saw of it;
- a synchroniser with a file on each machine, that sets the older of two versions aside as a copy; the app
  merges that copy without a base;
- in pairs, each pair with the base of its last meeting.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from followup_tui.core.merge.equality import canonical_text, strictly_equal
from followup_tui.core.merge.logbooks import merge
from followup_tui.core.model.logbook import Logbook
from tests.faults.writer import TOKEN, Writer, tokens

MOST_ROUNDS = 200
"""After so many meetings without a change, machines that still differ have diverged."""


class Counts(NamedTuple):
    """What was run, and in how many of the runs something went wrong."""

    runs: int
    diverged: int
    lost: int


def merge_cases(count: int, seed: int = 0) -> Counts:
    """Two sides of one base, merged `count` times.

    Three times with the base, the fourth time without. Diverged: it matters which side comes first, or,
    without a base, merging again what went into it changes something. Lost: a token that one side wrote is
    gone, at once or after merging again; or a field that one side alone changed is not as it is there.
    """
    diverged = lost = 0
    for run in range(count):
        writer = Writer(random.Random(f"{seed} {run}"))
        base = writer.logbook()
        ours, theirs = base, base
        for _ in range(writer.chance.randint(1, 5)):
            ours = writer.change(ours)
        for _ in range(writer.chance.randint(0, 5)):
            theirs = writer.change(theirs)
        known = base if run % 4 else None
        merged = merge(known, ours, theirs).logbook
        again = [merge(known, merged, side).logbook for side in (ours, theirs)]
        diverged += not (
            strictly_equal(merged, merge(known, theirs, ours).logbook)
            and strictly_equal(merge(base, merged, merged).logbook, merged)
            and (known is not None or all(strictly_equal(side, merged) for side in again))
        )
        lost += any(tokens(merged) - tokens(side) for side in again)
        lost += not _is_all_there(known, ours, theirs, merged)
    return Counts(count, diverged, lost)


def _is_all_there(base: Logbook | None, ours: Logbook, theirs: Logbook, merged: Logbook) -> bool:
    there, old = tokens(merged), tokens(base) if base else set()
    our_tokens, their_tokens = tokens(ours), tokens(theirs)
    gone = {death.id for side in (ours, theirs) for death in side.deleted}
    if base is None:
        # What one side deleted and the other did not touch is meant to go.
        untouched = [i for side in (ours, theirs) for i in side.interviews if i.id in gone]
        untouched_contacts = [
            c for side in (ours, theirs) for i in side.interviews for c in i.contacts if c.id in gone
        ]
        old = {
            token
            for value in (*untouched, *untouched_contacts)
            for token in TOKEN.findall(canonical_text(value))
        }
    if not ((our_tokens | their_tokens) - old) | (our_tokens & their_tokens) <= there:
        return False
    if base is None:
        return True
    for before in base.interviews:
        sides = [side.interview(before.id) for side in (ours, theirs)]
        now = merged.interview(before.id)
        left = [side for side in sides if side is not None]
        if len(left) < 2:
            if (now is None) != all(strictly_equal(side, before) for side in left):
                return False
        elif now is not None:
            for key in ("company", "role", "round", "held_at", "setting", "outcome", "ticks"):
                values = [getattr(side, key) for side in left]
                if any(
                    values[n] != getattr(before, key) == values[1 - n] and getattr(now, key) != values[n]
                    for n in (0, 1)
                ):
                    return False
    return True


def replica_runs(count: int, seed: int = 0) -> Counts:
    """Three machines that write and meet in random order, `count` times.

    Diverged: they are not the same after they all met often enough. Lost: a token is gone in the end that
    nobody took away.
    """
    ways: tuple[Callable[[Writer, Logbook], list[Logbook]], ...] = (_shared_file, _synchroniser, _pairs)
    diverged = lost = 0
    for run in range(count):
        writer = Writer(random.Random(f"replicas {seed} {run}"))
        start = writer.logbook()
        writer.killed.clear()
        ends = ways[run % len(ways)](writer, start)
        diverged += not all(strictly_equal(ends[0], end) for end in ends)
        kept = (writer.written | tokens(start)) - writer.killed
        lost += any(kept - tokens(end) for end in ends)
    return Counts(count, diverged, lost)


def _changed(writer: Writer, logbook: Logbook) -> Logbook:
    for _ in range(writer.chance.randint(1, 3)):
        logbook = writer.change(logbook)
    return logbook


def _shared_file(writer: Writer, start: Logbook) -> list[Logbook]:
    file = start
    memory, bases = [start] * 3, [start] * 3
    turns = [(writer.chance.randrange(3), writer.chance.random() < 0.5) for _ in range(12)]
    for machine, writes in [*turns, *((n % 3, False) for n in range(6))]:
        if writes:
            memory[machine] = _changed(writer, memory[machine])
        else:
            file = memory[machine] = bases[machine] = merge(bases[machine], memory[machine], file).logbook
    return memory


@dataclass
class _Machine:
    """One machine of a synchroniser: what its app holds, its file, and how that came to be."""

    memory: Logbook
    base: Logbook
    file: Logbook
    saves: frozenset[int] = frozenset()
    """Every save that the file comes from."""
    copies: list[Logbook] = field(default_factory=list)
    """What the synchroniser set aside."""

    def synchronize(self, number: int) -> None:
        """Merge the file and the copies into memory, and save what is new under that number."""
        self.memory = merge(self.base, self.memory, self.file).logbook
        for copy in self.copies:
            self.memory = merge(None, self.memory, copy).logbook
        self.copies.clear()
        if not strictly_equal(self.memory, self.file):
            self.file, self.saves = self.memory, self.saves | {number}
        self.base = self.file

    def receive(self, other: "_Machine") -> None:
        """Have the synchroniser bring the file of another machine."""
        if self.saves <= other.saves:
            self.file, self.saves = other.file, other.saves
        elif not other.saves <= self.saves:
            newer, older = (self, other) if max(self.saves) > max(other.saves) else (other, self)
            kept, older_file, saves = newer.file, older.file, self.saves | other.saves
            for machine in (self, other):
                machine.file, machine.saves = kept, saves
                machine.copies.append(older_file)


def _synchroniser(writer: Writer, start: Logbook) -> list[Logbook]:
    machines = [_Machine(start, start, start) for _ in range(3)]
    number = 0
    for _ in range(14):
        machine, other = writer.chance.sample(machines, 2)
        match writer.chance.randint(0, 3):
            case 0 | 1:
                machine.memory = _changed(writer, machine.memory)
            case 2:
                number += 1
                machine.synchronize(number)
            case _:
                machine.receive(other)
    for _ in range(MOST_ROUNDS):
        for machine in machines:
            number += 1
            machine.synchronize(number)
        if all(
            strictly_equal(machine.memory, machines[0].memory) and not machine.copies for machine in machines
        ):
            break
        machine, other = writer.chance.sample(machines, 2)
        machine.receive(other)
    return [machine.memory for machine in machines]


def _pairs(writer: Writer, start: Logbook) -> list[Logbook]:
    memory = [start] * 3
    bases = {frozenset(pair): start for pair in ((0, 1), (0, 2), (1, 2))}

    def meet() -> None:
        first, second = writer.chance.sample(range(3), 2)
        pair = frozenset((first, second))
        merged = merge(bases[pair], memory[first], memory[second]).logbook
        bases[pair] = memory[first] = memory[second] = merged

    for _ in range(12):
        if writer.chance.random() < 0.5:
            first = writer.chance.randrange(3)
            memory[first] = _changed(writer, memory[first])
        else:
            meet()
    for _ in range(MOST_ROUNDS):
        if strictly_equal(memory[0], memory[1]) and strictly_equal(memory[0], memory[2]):
            break
        meet()
    return memory
