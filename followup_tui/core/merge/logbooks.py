"""Two logbooks and the base that both come from, as one in which nothing of either is lost.

By record and by field. What one side changed is taken. What both changed is kept twice: in the notes
between marks (`merge_lines`), in every other field as an `Conflict` version beside the one that stands. The
result is the same whichever side comes first.

`base` has to be a version from which both sides were made, such as what this machine last read or wrote of
the file. With a base that one side never saw, all that this side lacks would look deleted: then give None.

Without a base nothing is dropped but a record that is, to the letter, the one that the other side says it
deleted (`Deleted.was`): a copy of the file from before a deletion does not bring the record back, but one in
which it was edited does. An edit wins over a deletion in every case, and the `Deleted` record goes; so it
does when a record came back by undo after both sides had seen it deleted. A `Deleted` record without `was`
(as written by hand) takes nothing away.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from followup_tui.core.merge.equality import canonical_text, digest, strictly_equal
from followup_tui.core.merge.field_paths import get_field
from followup_tui.core.merge.fields import (
    MISSING,
    FieldConflict,
    Special,
    conflict_record,
    keyed,
    merge_list,
    merge_value,
    merged_order,
    version_of,
)
from followup_tui.core.merge.notes import merge_notes
from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Conflict, Contact, Deleted, Draft, Interview, Logbook

R = TypeVar("R", Interview, Contact, Draft)
S = TypeVar("S", Interview, Logbook)
Kind = Literal["interview", "contact", "draft"]
LONGEST_TEXT = 40
"""How many characters of a version are told (ours)."""


class ConflictNotice(NamedTuple):
    """A place that both sides changed, and that is for the user to settle."""

    interview_id: str
    """Empty for the rules, and for keys of the file that we do not know."""
    field: str
    text: str
    """One sentence for the user."""


class Merged(NamedTuple):
    """One logbook of two, and what this merge left for the user to settle."""

    logbook: Logbook
    conflicts: tuple[ConflictNotice, ...] = ()


def merge(base: Logbook | None, ours: Logbook, theirs: Logbook) -> Merged:
    """One logbook of ours and theirs; `base` is what both were made from, None where that is not known.

    No two records of a logbook may share an id. See the head of this module for the rules.
    """
    if strictly_equal(ours, theirs) or (base is not None and strictly_equal(theirs, base)):
        return Merged(ours)
    if base is not None and strictly_equal(ours, base):
        return Merged(theirs)
    return _Merge(base, ours, theirs).merged()


class _Merge:
    """One merge: its sides, and what it found on the way."""

    def __init__(self, base: Logbook | None, ours: Logbook, theirs: Logbook) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.conflicts: list[ConflictNotice] = []
        self._deaths = (_deaths(ours), _deaths(theirs))
        self._old_deaths = {} if base is None else _deaths(base)

    def merged(self) -> Merged:
        clashes: list[FieldConflict] = []
        logbook = merge_value(
            self.base,
            self.ours,
            self.theirs,
            "",
            clashes,
            {
                "format": lambda _, one, other: max(one, other),
                "interview": lambda old, one, other: self._records("interview", "", old, one, other),
                "conflict": _other_versions,
                "deleted": lambda _, one, other: _merged_deleted(one, other),
            },
        )
        if clashes or logbook.conflicts:
            logbook = self._with_versions(logbook, clashes, "", "In your file")
        logbook = _without_living(logbook)
        order = {one.id: n for n, one in enumerate(logbook.interviews)}
        self.conflicts.sort(key=lambda one: (order.get(one.interview_id, -1), one.field, one.text))
        return Merged(logbook, tuple(self.conflicts))

    def _records(
        self, kind: Kind, of: str, old: Any, ours: tuple[R, ...], theirs: tuple[R, ...],
        clashes: list[FieldConflict] | None = None,
    ) -> tuple[R, ...]:  # fmt: skip
        bases = {} if old is MISSING else keyed(old, _id)
        sides = (keyed(ours, _id), keyed(theirs, _id))
        result: list[R] = []
        for key in merged_order(None if old is MISSING else bases, *sides):
            one, other, base = sides[0].get(key), sides[1].get(key), bases.get(key)
            if one is not None and other is not None:
                result.append(self._record(base, one, other, clashes))
                continue
            left = one or other
            lacking = self._deaths[1 if other is None else 0]
            if left is not None and not self._is_gone(base, left, lacking.get((kind, of, key[0]))):
                result.append(left)
        return tuple(result)

    def _is_gone(self, base: R | None, left: R, deaths: list[Deleted] | None) -> bool:
        """Whether a record that one side lacks was deleted there, and `left` as it was on the other."""
        if base is not None:
            return strictly_equal(base, left)
        if not deaths or (deaths[0].kind, deaths[0].of, left.id) in self._old_deaths:
            return False
        return digest(left) in {one.was for one in deaths}

    def _record(self, base: R | None, one: R, other: R, clashes: list[FieldConflict] | None) -> R:
        if isinstance(one, Interview) and isinstance(other, Interview):
            under = base if isinstance(base, Interview) else None
            return self._interview(under, one, other)
        kind = "contact" if isinstance(one, Contact) else "draft"
        return merge_value(base, one, other, f"{kind}.{one.id}.", [] if clashes is None else clashes)

    def _interview(self, base: Interview | None, one: Interview, other: Interview) -> Interview:
        if strictly_equal(one, other) or (base is not None and strictly_equal(other, base)):
            return one
        if base is not None and strictly_equal(one, base):
            return other
        clashes: list[FieldConflict] = []
        marked = False

        def notes(old: Any, ours: str, theirs: str) -> str:
            nonlocal marked
            text, marked = merge_notes(None if old is MISSING else old, ours, theirs)
            return text

        def records(kind: Kind) -> Callable[[Any, Any, Any], Any]:
            return lambda old, ours, theirs: self._records(kind, one.id, old, ours, theirs, clashes)

        special: dict[str, Special] = {
            "notes": notes,
            "contact": records("contact"),
            "draft": records("draft"),
            "conflict": _other_versions,
        }
        merged = merge_value(base, one, other, "", clashes, special)
        if marked:
            text = (
                f"{merged.company}: lines of the notes were changed in two places; both versions are marked."
            )
            self.conflicts.append(ConflictNotice(one.id, "notes", text))
        return self._with_versions(merged, clashes, one.id, merged.company)

    def _with_versions(self, record: S, clashes: Sequence[FieldConflict], id: str, where: str) -> S:
        """The record with the versions that were set aside, but those that stand by now."""
        for clash in clashes:
            stands_now, aside = (_short(one) for one in (clash.stands, clash.other))
            text = (
                f"{where}: “{clash.field}” was changed in two places; {stands_now} stands, {aside} is kept."
            )
            self.conflicts.append(ConflictNotice(id, clash.field, text))
        versions = {canonical_text(one): one for one in (*record.conflicts, *map(conflict_record, clashes))}
        left = tuple(one for one in versions.values() if not _is_current(record, one))
        if not clashes and len(left) == len(record.conflicts):
            return record
        return record.but(conflicts=_sorted(left))


def _is_current(record: Value, conflict: Conflict) -> bool:
    """Return whether the other version is what the field holds now."""
    value = get_field(record, conflict.field)
    return value is not MISSING and any(
        strictly_equal(conflict, version_of(conflict.field, value, is_known)) for is_known in (True, False)
    )


def _id(record: R) -> str:
    return record.id


def _short(value: Any) -> str:
    text = " ".join((str(value) if isinstance(value, str) else f"{value}").split())
    return f"“{text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + '…'}”"


def _sorted(versions: Sequence[Conflict]) -> tuple[Conflict, ...]:
    return tuple(sorted(versions, key=lambda one: (one.field, one.text, canonical_text(one))))


def _other_versions(old: Any, one: Sequence[Conflict], other: Sequence[Conflict]) -> tuple[Conflict, ...]:
    return merge_list(None if old is MISSING else old, one, other)


def _deaths(logbook: Logbook) -> dict[tuple[str, str, str], list[Deleted]]:
    deaths: dict[tuple[str, str, str], list[Deleted]] = {}
    for one in logbook.deleted:
        deaths.setdefault((one.kind, one.of, one.id), []).append(one)
    return deaths


def _merged_deleted(one: Sequence[Deleted], other: Sequence[Deleted]) -> tuple[Deleted, ...]:
    # By union: a deletion that one side no longer tells is one whose record lives there again, and then
    # it lives in the result, too.
    latest: dict[tuple[str, ...], Deleted] = {}
    for death in sorted((*one, *other), key=lambda death: (death.at, canonical_text(death))):
        key = (death.kind, death.of, death.id, death.was)
        latest.pop(key, None)
        latest[key] = death
    return tuple(latest.values())


def _without_living(logbook: Logbook) -> Logbook:
    """The logbook without the `Deleted` records of what is there."""
    if not logbook.deleted:
        return logbook
    living = {("interview", "", one.id) for one in logbook.interviews}
    for one in logbook.interviews:
        living |= {("contact", one.id, contact.id) for contact in one.contacts}
        living |= {("draft", one.id, draft.id) for draft in one.drafts}
    left = tuple(one for one in logbook.deleted if (one.kind, one.of, one.id) not in living)
    return logbook if len(left) == len(logbook.deleted) else logbook.but(deleted=left)
