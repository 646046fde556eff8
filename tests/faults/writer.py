"""Someone who changes logbooks by chance; every text written holds a token of its own."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from followup_tui.core.changes.conflicts import ResolveConflict
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.inbox import FileInbox
from followup_tui.core.changes.interviews import (
    AddInterview,
    DeleteInterview,
    SetPromise,
    SkipPerson,
    TickStep,
)
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.merge.equality import canonical_text
from followup_tui.core.model.logbook import (
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

NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
TOKEN = re.compile(r"q\d+z")
_SIGNS = ("@ ", "> ", "+ ", "= ", "! ", "~ ", "? ", "$ ", "", "")


def tokens(logbook: Logbook) -> set[str]:
    """Return the tokens in all texts of a logbook."""
    return set(TOKEN.findall(canonical_text(logbook)))


@dataclass
class Writer:
    """Someone who changes logbooks, by chance. Every change is one that a user can make."""

    chance: random.Random
    count: int = 0
    killed: set[str] = field(default_factory=set)
    """The tokens that were taken away by a change."""
    written: set[str] = field(default_factory=set)
    """The tokens that came by a change."""
    _seen: tuple[Logbook | None, set[str]] = field(default=(None, set()), repr=False)

    def change(self, logbook: Logbook) -> Logbook:
        """Return the logbook after one change."""
        new = self._change(logbook)
        before, after = self._tokens(logbook), tokens(new)
        self._seen = (new, after)
        self.killed |= before - after
        self.written |= after - before
        return new

    def _tokens(self, logbook: Logbook) -> set[str]:
        known, found = self._seen
        return found if known is logbook else tokens(logbook)

    def token(self) -> str:
        self.count += 1
        return f"q{self.count}z"

    def logbook(self) -> Logbook:
        """Return a logbook to begin with."""
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
        interview = chance.choice(logbook.interviews)
        done = chance.random()
        if done < 0.04:
            return DeleteInterview(interview.id, interview.company, self._at()).apply(logbook)
        if done < 0.10:
            return self._outside(logbook)
        if done < 0.50:
            return WriteNotes(interview.id, self._notes(interview.notes)).apply(logbook)
        if done < 0.55:
            return AddNotes(interview.id, self.token()).apply(logbook)
        if done < 0.62:
            days: tuple[Literal["skipped"] | date | None, ...] = (
                None,
                "skipped",
                NOW.date() + timedelta(days=chance.randint(0, 9)),
            )
            return TickStep(interview.id, chance.choice(list(StepId)), chance.choice(days)).apply(logbook)
        if done < 0.66:
            name = chance.choice((*interview.skips.thank, self.token()))
            return SkipPerson(interview.id, StepId.THANK, name, name not in interview.skips.thank).apply(
                logbook
            )
        if done < 0.70:
            promise = Promise(said_on=NOW.date(), words=self.token(), decide_by=NOW.date())
            return SetPromise(interview.id, promise).apply(logbook)
        if done < 0.76:
            contact = Contact(id=self.token(), at=self._at(), kind=ContactKind.REPLY, person=self.token())
            return RecordContact(interview.id, contact).apply(logbook)
        if done < 0.79 and interview.contacts:
            return DeleteContact(interview.id, chance.choice(interview.contacts).id, self._at()).apply(
                logbook
            )
        if interview.conflicts and done < 0.84:
            return ResolveConflict(
                interview.id, chance.choice(interview.conflicts), chance.random() < 0.5
            ).apply(logbook)
        new = self._particulars(interview)
        return logbook.but(interviews=tuple(new if old is interview else old for old in logbook.interviews))

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

    def _particulars(self, interview: Interview) -> Interview:
        chance = self.chance
        match chance.randint(0, 8):
            case 0:
                return interview.but(role=chance.choice(("", self.token())))
            case 1:
                return interview.but(outcome=chance.choice(("", self.token())))
            case 2:
                return interview.but(round=chance.randint(1, 4))
            case 3:
                return interview.but(setting=chance.choice(list(Setting)))
            case 4:
                return interview.but(held_at=NOW + timedelta(hours=chance.randint(0, 50)))
            case 5:
                return interview.but(
                    drafts=(
                        *interview.drafts,
                        Draft(id=self.token(), kind=ContactKind.OTHER, body=self.token()),
                    )
                )
            case 6 if interview.drafts:
                old = chance.choice(interview.drafts)
                return interview.but(
                    drafts=tuple(d.but(body=self.token()) if d is old else d for d in interview.drafts)
                )
            case 7 if interview.contacts:
                last = interview.contacts[-1].but(text=self.token())
                return interview.but(contacts=(*interview.contacts[:-1], last))
            case _:
                return Interview.model_validate({**dict(_keys(interview)), "note": self.token()})


def _keys(value: Interview | Logbook) -> Iterator[tuple[str, Any]]:
    yield from (value.model_extra or {}).items()
    for name, known in type(value).model_fields.items():
        yield known.alias or name, getattr(value, name)
