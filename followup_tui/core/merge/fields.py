"""Three-way merging of the fields and lists of a record.

Every result is the same whichever side is called ours.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from followup_tui.core.merge.equality import canonical_text, strictly_equal
from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Conflict

V = TypeVar("V", bound=Value)
T = TypeVar("T")
Key = tuple[str, int]
"""The key of an item of a list: its id or canonical text, and how many equal ones come before it."""


class _Missing(Enum):
    MISSING = "missing"


MISSING = _Missing.MISSING
"""Stands for a value that is absent."""


class FieldConflict(NamedTuple):
    """A field that both sides changed."""

    path: str
    current: Any
    """The value that the merged record has."""
    other: Any
    """The value of the other side."""
    is_known: bool
    """Whether it is a field of ours; else it is an unknown key."""

    @property
    def record(self) -> Conflict:
        """The conflict as the file stores it."""
        return make_conflict(self.path, self.other, self.is_known)


FieldMerge = Callable[[Any, Any, Any], Any]
"""Merges one field, given its value in the base (or MISSING), in ours and in theirs."""


def merge_value(
    base: Value | None,
    ours: V,
    theirs: V,
    prefix: str,
    conflicts: list[FieldConflict],
    field_merges: Mapping[str, FieldMerge] | None = None,
) -> V:
    """Return one value made of two, field by field.

    Fields that both changed are added to `conflicts`, with `prefix` before their names. `field_merges` has
    the merges of fields, by their keys in the file, that need one of their own.
    """
    is_decided, merged = merge_whole(MISSING if base is None else base, ours, theirs)
    if is_decided:
        return merged
    base_fields = {} if base is None else base.by_key()
    our_fields, their_fields = ours.by_key(), theirs.by_key()
    fields = {}
    for key in [*our_fields, *sorted(their_fields.keys() - our_fields.keys())]:
        before = base_fields.get(key, MISSING)
        our, their = our_fields.get(key, MISSING), their_fields.get(key, MISSING)
        if field_merges and key in field_merges:
            value = field_merges[key](before, our, their)
        elif isinstance(our, Value) and isinstance(their, Value):
            nested = before if isinstance(before, Value) else None
            value = merge_value(nested, our, their, f"{prefix}{key}.", conflicts)
        elif isinstance(our, tuple) and isinstance(their, tuple):
            value = merge_list(before if isinstance(before, tuple) else None, our, their)
        else:
            value, other = _merge_plain(before, our, their)
            if other is not MISSING:
                is_known = key not in (ours.model_extra or {})
                conflicts.append(FieldConflict(prefix + key, value, other, is_known))
        if value is not MISSING:
            fields[key] = value
    return type(ours).model_validate(fields)


def merge_whole(base: object, ours: T, theirs: T) -> tuple[bool, T]:
    """Return whether one side holds all changes, and that side; ours if both changed differently."""
    if strictly_equal(ours, theirs) or (base is not MISSING and strictly_equal(theirs, base)):
        return True, ours
    if base is not MISSING and strictly_equal(ours, base):
        return True, theirs
    return False, ours


def _merge_plain(base: Any, ours: Any, theirs: Any) -> tuple[Any, Any]:
    """Return the merged value, and the other version if there is a conflict (else MISSING)."""
    is_decided, merged = merge_whole(base, ours, theirs)
    if is_decided:
        return merged, MISSING
    if _is_empty(ours) and _is_empty(theirs):
        return theirs if ours is MISSING else ours, MISSING
    # An edit wins over a deletion.
    if _is_empty(ours) or _is_empty(theirs):
        return theirs if _is_empty(ours) else ours, MISSING
    current, other = sorted((ours, theirs), key=_rank, reverse=True)
    return current, other


def _is_empty(value: Any) -> bool:
    return value is MISSING or value is None or value == ""


def _rank(value: Any) -> tuple[int, str]:
    """Return what decides between two values of a field, the same on both machines."""
    # The greater number, the later day or moment, else the text that sorts later: any rule would do that
    # does not ask which side is ours.
    number = value if isinstance(value, int) else 0
    if hasattr(value, "timestamp"):
        number = int(value.timestamp())
    elif isinstance(value, date):
        number = value.toordinal()
    return number, canonical_text(value)


def merge_list(base: Sequence[T] | None, ours: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Return a list merged by value: what one side added is in it, what one side removed is not.

    Without a base it holds all that either side has.
    """
    our_items, their_items = by_list_key(ours, canonical_text), by_list_key(theirs, canonical_text)
    base_items = None if base is None else by_list_key(base, canonical_text)
    merged = []
    for name in merged_order(base_items, our_items, their_items):
        is_in_both = name in our_items and name in their_items
        if is_in_both or base_items is None or name not in base_items:
            merged.append(our_items[name] if name in our_items else their_items[name])
    return tuple(merged)


def by_list_key(items: Iterable[T], key: Callable[[T], str]) -> dict[Key, T]:
    """Return the items by their keys; equal ones are numbered."""
    counts: dict[str, int] = {}
    keyed: dict[Key, T] = {}
    for item in items:
        name = key(item)
        counts[name] = counts.get(name, -1) + 1
        keyed[name, counts[name]] = item
    return keyed


def merged_order(base: Iterable[Key] | None, ours: Iterable[Key], theirs: Iterable[Key]) -> list[Key]:
    """Return the keys of both sides in one order.

    It is that of the side that changed the order, else of the longer one; what only the other side has
    follows the key that it follows there.
    """
    our_keys, their_keys = list(ours), list(theirs)
    if our_keys == their_keys:
        return our_keys
    if base is not None:
        base_keys = list(base)
        we_moved, they_moved = (_is_reordered(base_keys, keys) for keys in (our_keys, their_keys))
        if we_moved != they_moved:
            return _weave(our_keys, their_keys) if we_moved else _weave(their_keys, our_keys)
    first, second = sorted((our_keys, their_keys), key=lambda keys: (len(keys), keys), reverse=True)
    return _weave(first, second)


def _is_reordered(base: list[Key], side: list[Key]) -> bool:
    common = set(base) & set(side)
    return [key for key in base if key in common] != [key for key in side if key in common]


def _weave(first: list[Key], second: list[Key]) -> list[Key]:
    """Return the first keys in their order, each followed by the keys that follow it only in the second."""
    known = set(first)
    following: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key in known:
            last = key
        else:
            following.setdefault(last, []).append(key)
    woven = following.get(None, [])
    for key in first:
        woven += [key, *following.get(key, [])]
    return woven


def make_conflict(path: str, value: Any, is_known: bool) -> Conflict:
    """Return a value of a field as the other version of a conflict."""
    match value:
        case date():
            text = value.isoformat()
        case str():
            text = str(value)
        case _:
            text = canonical_text(value)
    return Conflict(field=path, text=text, value=None if is_known else value)
