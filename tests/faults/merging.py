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
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from followup_tui.core.changes import (
    AddInterview,
    AddNotes,
    DeleteContact,
    DeleteInterview,
    FileInbox,
    RecordContact,
    SetPromise,
    SkipPerson,
    TickStep,
    WriteNotes,
)
from followup_tui.core.merge import merge
from followup_tui.core.model import (
    Contact,
    ContactKind,
    Draft,
    InboxLine,
    Interview,
    Logbook,
    Promise,
    Setting,
    StepId,
)
from followup_tui.core.sameness import same, spelled
from followup_tui.core.settling import SettleConflict

NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
_TOKEN = re.compile(r"q\d+z")
_SIGNS = ("@ ", "> ", "+ ", "= ", "! ", "~ ", "", "")
MOST_ROUNDS = 200
"""After so many meetings without a change, machines that still differ have diverged."""


class Counts(NamedTuple):
    """What was run, and in how many of the runs something went wrong."""

    runs: int
    diverged: int
    lost: int


def tokens(logbook: Logbook) -> set[str]:
    """The tokens in all texts of a logbook."""
    return set(_TOKEN.findall(spelled(logbook)))


@dataclass
class Writer:
    """Someone who changes logbooks, by chance. Every change is one that a user can make."""

    chance: random.Random
    count: int = 0
    killed: set[str] = field(default_factory=set)
    """The tokens that were taken away by a change."""
    written: set[str] = field(default_factory=set)
    """The tokens that came by a change."""

    def change(self, logbook: Logbook) -> Logbook:
        """The logbook after one change."""
        new = self._change(logbook)
        before, after = tokens(logbook), tokens(new)
        self.killed |= before - after
        self.written |= after - before
        return new

    def token(self) -> str:
        self.count += 1
        return f"q{self.count}z"

    def logbook(self) -> Logbook:
        """A logbook to begin with."""
        logbook = Logbook()
        for _ in range(self.chance.randint(1, 2)):
            logbook = self._new_interview(logbook)
        for _ in range(self.chance.randint(0, 6)):
            logbook = self._change(logbook)
        return logbook

    def _at(self) -> datetime:
        return NOW + timedelta(minutes=self.count)

    def _new_interview(self, logbook: Logbook) -> Logbook:
        lines = [self.chance.choice(_SIGNS) + self.token() for _ in range(self.chance.randint(0, 4))]
        notes = "\n".join(lines) + "\n" * self.chance.randint(0, 2)
        raw = {"id": f"i{self.token()}", "company": "Acme", "held_at": NOW, "notes": notes, "note": "x"}
        return AddInterview(Interview.model_validate(raw)).apply(logbook)

    def _change(self, logbook: Logbook) -> Logbook:
        chance = self.chance
        if not logbook.interviews or chance.random() < 0.04:
            return self._new_interview(logbook)
        one = chance.choice(logbook.interviews)
        done = chance.random()
        if done < 0.04:
            return DeleteInterview(one.id, one.company, self._at()).apply(logbook)
        if done < 0.10:
            return self._outside(logbook)
        if done < 0.50:
            return WriteNotes(one.id, self._notes(one.notes)).apply(logbook)
        if done < 0.55:
            return AddNotes(one.id, self.token()).apply(logbook)
        if done < 0.62:
            days: tuple[Literal["skipped"] | date | None, ...] = (
                None,
                "skipped",
                NOW.date() + timedelta(days=chance.randint(0, 9)),
            )
            return TickStep(one.id, chance.choice(list(StepId)), chance.choice(days)).apply(logbook)
        if done < 0.66:
            name = chance.choice((*one.skips.thank, self.token()))
            return SkipPerson(one.id, StepId.THANK, name, name not in one.skips.thank).apply(logbook)
        if done < 0.70:
            promise = Promise(said_on=NOW.date(), words=self.token(), decide_by=NOW.date())
            return SetPromise(one.id, promise).apply(logbook)
        if done < 0.76:
            contact = Contact(id=self.token(), at=self._at(), kind=ContactKind.REPLY, person=self.token())
            return RecordContact(one.id, contact).apply(logbook)
        if done < 0.79 and one.contacts:
            return DeleteContact(one.id, chance.choice(one.contacts).id, self._at()).apply(logbook)
        if one.conflicts and done < 0.84:
            return SettleConflict(one.id, chance.choice(one.conflicts), chance.random() < 0.5).apply(logbook)
        new = self._particulars(one)
        return logbook.but(interviews=tuple(new if old is one else old for old in logbook.interviews))

    def _outside(self, logbook: Logbook) -> Logbook:
        match self.chance.randint(0, 4):
            case 0:
                return logbook.but(inbox=(*logbook.inbox, InboxLine(at=self._at(), text=self.token())))
            case 1:
                return FileInbox().apply(logbook)
            case 2:
                days = {*logbook.rules.holidays, NOW.date() + timedelta(days=self.chance.randint(0, 30))}
                return logbook.but(rules=logbook.rules.but(holidays=tuple(sorted(days))))
            case 3:
                return logbook.but(rules=logbook.rules.but(guess_days=self.chance.randint(1, 9)))
            case _:
                return Logbook.model_validate({**dict(_keys(logbook)), "owner": self.token()})

    def _notes(self, notes: str) -> str:
        lines = notes.split("\n")
        place = self.chance.randint(0, len(lines))
        match self.chance.randint(0, 7):
            case 0 | 1:
                lines.append(self.chance.choice(_SIGNS) + self.token())
            case 2:
                lines.insert(place, self.token())
            case 3:
                lines[place : place + 1] = []
            case 4:
                lines[place:place] = [self.token(), "", "said by both", self.token()]
            case 5:
                lines[place : place + self.chance.randint(1, 3)] = [self.token(), self.token()]
            case _:
                if place < len(lines):
                    lines[place] = f"{lines[place]} {self.token()}" if place % 2 else self.token()
        return "\n".join(lines)

    def _particulars(self, one: Interview) -> Interview:
        chance = self.chance
        match chance.randint(0, 8):
            case 0:
                return one.but(role=chance.choice(("", self.token())))
            case 1:
                return one.but(outcome=chance.choice(("", self.token())))
            case 2:
                return one.but(round=chance.randint(1, 4))
            case 3:
                return one.but(setting=chance.choice(list(Setting)))
            case 4:
                return one.but(held_at=NOW + timedelta(hours=chance.randint(0, 50)))
            case 5:
                return one.but(
                    drafts=(*one.drafts, Draft(id=self.token(), kind=ContactKind.OTHER, body=self.token()))
                )
            case 6 if one.drafts:
                old = chance.choice(one.drafts)
                return one.but(drafts=tuple(d.but(body=self.token()) if d is old else d for d in one.drafts))
            case 7 if one.contacts:
                last = one.contacts[-1].but(text=self.token())
                return one.but(contacts=(*one.contacts[:-1], last))
            case _:
                return Interview.model_validate({**dict(_keys(one)), "note": self.token()})


def _keys(value: Interview | Logbook) -> Iterator[tuple[str, Any]]:
    yield from (value.model_extra or {}).items()
    for name, known in type(value).model_fields.items():
        yield known.alias or name, getattr(value, name)


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
        one, other = base, base
        for _ in range(writer.chance.randint(1, 5)):
            one = writer.change(one)
        for _ in range(writer.chance.randint(0, 5)):
            other = writer.change(other)
        known = base if run % 4 else None
        merged = merge(known, one, other).logbook
        again = [merge(known, merged, side).logbook for side in (one, other)]
        diverged += not (
            same(merged, merge(known, other, one).logbook)
            and same(merge(base, merged, merged).logbook, merged)
            and (known is not None or all(same(side, merged) for side in again))
        )
        lost += any(tokens(merged) - tokens(side) for side in again)
        lost += not _is_all_there(known, one, other, merged)
    return Counts(count, diverged, lost)


def _is_all_there(base: Logbook | None, one: Logbook, other: Logbook, merged: Logbook) -> bool:
    there, old = tokens(merged), tokens(base) if base else set()
    ours, theirs = tokens(one), tokens(other)
    gone = {death.id for side in (one, other) for death in side.deleted}
    if base is None:
        # What one side deleted and the other did not touch is meant to go.
        untouched = [i for side in (one, other) for i in side.interviews if i.id in gone]
        untouched_contacts = [
            c for side in (one, other) for i in side.interviews for c in i.contacts if c.id in gone
        ]
        old = {
            token for value in (*untouched, *untouched_contacts) for token in _TOKEN.findall(spelled(value))
        }
    if not ((ours | theirs) - old) | (ours & theirs) <= there:
        return False
    if base is None:
        return True
    for before in base.interviews:
        sides = [side.interview(before.id) for side in (one, other)]
        now = merged.interview(before.id)
        left = [side for side in sides if side is not None]
        if len(left) < 2:
            if (now is None) != all(same(side, before) for side in left):
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
        diverged += not all(same(ends[0], end) for end in ends)
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
    for one, writes in [*turns, *((n % 3, False) for n in range(6))]:
        if writes:
            memory[one] = _changed(writer, memory[one])
        else:
            file = memory[one] = bases[one] = merge(bases[one], memory[one], file).logbook
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

    def look(self, number: int) -> None:
        """The app looks at its file and at the copies, and saves what is new under that number."""
        self.memory = merge(self.base, self.memory, self.file).logbook
        for copy in self.copies:
            self.memory = merge(None, self.memory, copy).logbook
        self.copies.clear()
        if not same(self.memory, self.file):
            self.file, self.saves = self.memory, self.saves | {number}
        self.base = self.file

    def receive(self, other: "_Machine") -> None:
        """The synchroniser brings the file of another machine."""
        if self.saves <= other.saves:
            self.file, self.saves = other.file, other.saves
        elif not other.saves <= self.saves:
            newer, older = (self, other) if max(self.saves) > max(other.saves) else (other, self)
            kept, aside, saves = newer.file, older.file, self.saves | other.saves
            for one in (self, other):
                one.file, one.saves = kept, saves
                one.copies.append(aside)


def _synchroniser(writer: Writer, start: Logbook) -> list[Logbook]:
    machines = [_Machine(start, start, start) for _ in range(3)]
    number = 0
    for _ in range(14):
        one, other = writer.chance.sample(machines, 2)
        match writer.chance.randint(0, 3):
            case 0 | 1:
                one.memory = _changed(writer, one.memory)
            case 2:
                number += 1
                one.look(number)
            case _:
                one.receive(other)
    for _ in range(MOST_ROUNDS):
        for one in machines:
            number += 1
            one.look(number)
        if all(same(one.memory, machines[0].memory) and not one.copies for one in machines):
            break
        one, other = writer.chance.sample(machines, 2)
        one.receive(other)
    return [one.memory for one in machines]


def _pairs(writer: Writer, start: Logbook) -> list[Logbook]:
    memory = [start] * 3
    bases = {frozenset(pair): start for pair in ((0, 1), (0, 2), (1, 2))}

    def meet() -> None:
        one, other = writer.chance.sample(range(3), 2)
        pair = frozenset((one, other))
        merged = merge(bases[pair], memory[one], memory[other]).logbook
        bases[pair] = memory[one] = memory[other] = merged

    for _ in range(12):
        if writer.chance.random() < 0.5:
            one = writer.chance.randrange(3)
            memory[one] = _changed(writer, memory[one])
        else:
            meet()
    for _ in range(MOST_ROUNDS):
        if same(memory[0], memory[1]) and same(memory[0], memory[2]):
            break
        meet()
    return memory
