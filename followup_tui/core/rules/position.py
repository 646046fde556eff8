"""Positions: which interviews are rounds of the same role at the same company.

A position is derived, never stored: the records of a logbook go in, in any order, and the same positions come
out. Records with the same text in their field `position` belong together, whatever their names. All others
are grouped by company and role (our own rules):

- Companies are the same by name without case, accents and legal form; "Acme" and "Acme Robotics" are two.
- Roles are the same without case and accents. A record without a role joins the only position that is open
  at its company, and of several none; and a position without a role takes the first role that comes.
- A closed position stays closed: a later interview at that company begins a new one. An outcome that begins
  with `went on` continues it, however long the next round takes.
- The records of one calendar day are one round. Rounds are ordered by their time, not by their number.
- A record that is set by hand joins others of the same text only, so that two positions with equal names can
  be kept apart: what is set by hand decides, never the names.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from followup_tui.core.companies import company_key
from followup_tui.core.dates.clocks import local_today
from followup_tui.core.model.logbook import Contact, Interview, Promise, Says
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.contacts import contact_day, is_answer, last_says
from followup_tui.core.rules.offers import open_offer
from followup_tui.core.rules.outcomes import REJECTED, goes_on, is_cancelled, is_closing
from followup_tui.core.text import fold_accents

DAY_ALONE = time(12)
"""The time on record of what was dated without one."""
# A note is filed without functools, which takes longer to import than the rest of its way.
_company_key = lru_cache(maxsize=4096)(company_key)
_RECORD_ORDER = attrgetter("held_at", "id")
_CONTACT_ORDER = attrgetter("at", "id")


class Round(NamedTuple):
    """The records of one calendar day."""

    interviews: tuple[Interview, ...]
    """Earliest first."""

    @property
    def begins_at(self) -> datetime:
        """When the first of its interviews begins."""
        return self.interviews[0].held_at

    @property
    def held_on(self) -> date:
        """The calendar day, where it took place."""
        return self.interviews[0].held_on

    def precedes(self, contact: Contact) -> bool:
        """Return whether a contact counts from this round on.

        What was dated by its day alone, which is noon on record, counts on the round's own day, too (ours):
        few people answer an interview before it is held.
        """
        if contact.at >= self.begins_at:
            return True
        return contact_day(contact) == self.held_on and contact.at.time() == DAY_ALONE

    @property
    def outcome(self) -> str:
        """The outcome of the last of its records that has one; empty where none has."""
        if len(self.interviews) == 1:
            return self.interviews[0].outcome
        outcomes = [record.outcome for record in self.interviews if record.outcome]
        closing = [outcome for outcome in outcomes if is_closing(outcome)]
        return (closing or outcomes or [""])[-1]


class Position(NamedTuple):
    """One role at one company, with all its rounds."""

    interviews: tuple[Interview, ...]
    """All its records, earliest first, cancelled ones included."""
    rounds: tuple[Round, ...]
    """Its rounds, earliest first, without the records that were cancelled."""
    contacts: tuple[Contact, ...]
    """All contacts on record, earliest first."""
    promises: tuple[Promise, ...]
    """All promised days that were put on record, in the order in which they were said."""
    recorded_outcome: str
    """The outcome of its last round; `rejected` where their last answer says so."""

    @property
    def id(self) -> str:
        """The id of its first record."""
        return self.interviews[0].id

    @property
    def company(self) -> str:
        """The company's name, as the last record spells it."""
        return self.interviews[-1].company

    @property
    def role(self) -> str:
        """The role, as the last record that names one spells it; empty where none does."""
        return next((record.role for record in reversed(self.interviews) if record.role), "")

    @property
    def rounds_or_last(self) -> tuple[Round, ...]:
        """Its rounds; where all were cancelled, the last of them."""
        return self.rounds or (Round(self.interviews[-1:]),)

    @property
    def round_numbers(self) -> range:
        """The numbers of `rounds_or_last`.

        They count from the number on the first record, as earlier rounds may not be on record (ours).
        """
        first = self.rounds_or_last[0].interviews[0].round
        return range(first, first + len(self.rounds_or_last))

    @property
    def round_count(self) -> int:
        """How many rounds there were, as far as they are numbered; 1 where only one is on record."""
        return self.round_numbers[-1] if len(self.rounds) > 1 else 1

    @property
    def last_record(self) -> Interview:
        """The last record that was not cancelled; where all were, the last."""
        return self.rounds[-1].interviews[-1] if self.rounds else self.interviews[-1]

    def outcome(self, today: date, rules: Rules) -> str:
        """Return the outcome that closes the position on `today`; empty while it is open."""
        outcome = self.recorded_outcome
        if is_closing(outcome):
            return outcome
        if not goes_on(outcome) or (today - self.rounds[-1].held_on).days <= rules.went_on_days:
            return ""
        # An open offer waits for the user, however long ago the last round was (ours).
        return "" if open_offer(self.contacts, rules) is not None else outcome

    def today(self, now: datetime) -> date:
        """Return the calendar day it is at `now` where its latest round was held; else where it will be."""
        held = [round_.begins_at for round_ in self.rounds if round_.begins_at <= now]
        first = self.rounds[0].begins_at if self.rounds else self.interviews[-1].held_at
        return local_today(now, held[-1] if held else first)

    @property
    def awaits_round(self) -> bool:
        """Whether its last round went on to another, which is not on record yet.

        The last answer decides: one after their invitation that says something else takes it back (ours).
        Where the outcome alone says that it went on, as in a file written by hand, the day of the invitation
        is not known and any answer may be older: the outcome is final for its round (ours: to wait too long
        does less harm than to ask before a planned round). It gives way to another outcome, which a
        rejection on record with the app brings, to a round or an offer, and after `went_on_days`.
        """
        if not self.rounds or not goes_on(self.rounds[-1].outcome):
            return False
        answers = [contact.says for contact in self.contacts_since(self.rounds[-1]) if is_answer(contact)]
        return Says.NEXT_ROUND not in answers or answers[-1] in (Says.NEXT_ROUND, Says.OFFER)

    def is_first(self, round_: Round) -> bool:
        """Return whether it is the first round: what was put on record before it belongs to it, too."""
        return not self.rounds or round_ is self.rounds[0] or round_ == self.rounds[0]

    def contacts_since(self, round_: Round) -> tuple[Contact, ...]:
        """Return the contacts that count from a round on, earliest first."""
        return tuple([contact for contact in self.contacts if round_.precedes(contact)])

    def round_of(self, interview: Interview) -> Round:
        """Return the round of a record; a cancelled record is a round of its own."""
        return next((round_ for round_ in self.rounds if interview in round_.interviews), Round((interview,)))


@lru_cache(maxsize=4096)
def role_key(role: str) -> str:
    """Return a role without case and accents."""
    return fold_accents(role)


def positions(interviews: Iterable[Interview]) -> tuple[Position, ...]:
    """Return the positions that these interviews belong to, by the time of their first round."""
    by_hand: dict[str, list[Interview]] = {}
    groups: list[list[Interview]] = []
    by_company: dict[str, list[_Group]] = {}
    for record in sorted(interviews, key=_RECORD_ORDER):
        if record.position:
            key = fold_accents(record.position)
            if key not in by_hand:
                groups.append(by_hand.setdefault(key, []))
            by_hand[key].append(record)
            continue
        at_company = by_company.setdefault(_company_key(record.company), [])
        group = _find_group(at_company, record) if at_company else None
        if group is None:
            group = _Group(record)
            at_company.append(group)
            groups.append(group.records)
        else:
            group.add(record)
    return tuple(position_of(records) for records in groups)


def position_of(records: Sequence[Interview]) -> Position:
    """Return the position whose records, in any order, are `records`; at least one is needed."""
    if len(records) == 1:
        # Nearly all positions of a long search have a single record: 1.5 ms less for 1,000 of them.
        (record,) = ordered = tuple(records)
        rounds: tuple[Round, ...] = () if is_cancelled(record) else (Round(ordered),)
        contacts, promises = [*record.contacts], [*record.promises]
    else:
        ordered = tuple(sorted(records, key=_RECORD_ORDER))
        days: dict[date, list[Interview]] = {}
        for record in ordered:
            if not is_cancelled(record):
                days.setdefault(record.held_on, []).append(record)
        rounds = tuple([Round(tuple(records)) for records in days.values()])
        contacts = [contact for record in ordered for contact in record.contacts]
        promises = [promise for record in ordered for promise in record.promises]
    contacts.sort(key=_CONTACT_ORDER)
    promises.sort(key=_promise_order)
    outcome = rounds[-1].outcome if rounds else ""
    if not outcome and contacts and last_says(contacts) is Says.REJECTION:
        outcome = REJECTED
    return Position(ordered, rounds, tuple(contacts), tuple(promises), outcome)


def _promise_order(promise: Promise) -> tuple[date, bool, datetime]:
    """Return what promises are ordered by: of one day, those without a time come first (ours)."""
    return promise.said_on, promise.at is not None, promise.at or datetime.min


def position_with(interview: Interview, interviews: Iterable[Interview]) -> Position:
    """Return the position that an interview belongs to; one that is not among `interviews` stands alone."""
    company, label = company_key(interview.company), fold_accents(interview.position)
    related = [
        record
        for record in interviews
        if fold_accents(record.position) == label and (label or company_key(record.company) == company)
    ]
    matching = (
        candidate
        for candidate in positions(related)
        if any(record.id == interview.id for record in candidate.interviews)
    )
    return next(matching, None) or position_of([interview])


class _Group:
    """Records that the names keep together, as they are gathered."""

    def __init__(self, first: Interview) -> None:
        self.records = [first]
        self.role = role_key(first.role)

    def add(self, record: Interview) -> None:
        self.records.append(record)
        self.role = self.role or role_key(record.role)

    def takes(self, record: Interview) -> bool:
        """Return whether the position was open at the time of `record`, or has its day as its last."""
        counting = [known for known in self.records if not is_cancelled(known)]
        if not counting or counting[-1].held_on == record.held_on:
            return True
        last_day = counting[-1].held_on
        outcome = Round(tuple(known for known in counting if known.held_on == last_day)).outcome
        if outcome:
            return not is_closing(outcome)
        before = (
            contact for known in self.records for contact in known.contacts if contact.at <= record.held_at
        )
        return last_says(before) is not Says.REJECTION


def _find_group(groups: Sequence[_Group], record: Interview) -> _Group | None:
    """Return the group of rounds that an interview continues: of its role, or the only candidate."""
    candidates = [group for group in groups if group.takes(record)]
    role = role_key(record.role)
    same_role = [group for group in candidates if role and group.role == role]
    if same_role:
        return same_role[-1]
    if len(candidates) == 1 and not (role and candidates[0].role):
        return candidates[0]
    return None
