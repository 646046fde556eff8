"""Fields and lists changed in two places as one, by the base that both come from."""

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
"""What tells an item of a list: its id or its spelling, and which of the equal ones it is, from 0."""


class _Missing(Enum):
    MISSING = "missing"


MISSING = _Missing.MISSING
"""In place of a value that is not there."""


class FieldConflict(NamedTuple):
    """A field that both sides changed: where, what stands, and what was set aside."""

    field: str
    stands: Any
    other: Any
    is_known: bool
    """Whether it is a field of ours; else it is a key that we do not know."""


Special = Callable[[Any, Any, Any], Any]
"""Merges one field: its base (MISSING without one), and both sides."""


def merge_value(
    base: Value | None,
    one: V,
    other: V,
    place: str,
    clashes: list[FieldConflict],
    special: Mapping[str, Special] | None = None,
) -> V:
    """One value of two, field by field; `place` goes before the names of the fields in clashes."""
    if strictly_equal(one, other) or (base is not None and strictly_equal(other, base)):
        return one
    if base is not None and strictly_equal(one, base):
        return other
    old = {} if base is None else base.by_key()
    ours, theirs = one.by_key(), other.by_key()
    merged = {}
    for key in [*ours, *sorted(theirs.keys() - ours.keys())]:
        a, b = ours.get(key, MISSING), theirs.get(key, MISSING)
        before = old.get(key, MISSING)
        if special and key in special:
            value = special[key](before, a, b)
        elif isinstance(a, Value) and isinstance(b, Value):
            under = before if isinstance(before, Value) else None
            value = merge_value(under, a, b, f"{place}{key}.", clashes)
        elif isinstance(a, tuple) and isinstance(b, tuple):
            value = merge_list(before if isinstance(before, tuple) else None, a, b)
        else:
            value, aside = _pick(before, a, b)
            if aside is not MISSING:
                clashes.append(FieldConflict(place + key, value, aside, key not in (one.model_extra or {})))
        if value is not MISSING:
            merged[key] = value
    return type(one).model_validate(merged)


def _pick(base: Any, one: Any, other: Any) -> tuple[Any, Any]:
    """The value that stands, and the one to set aside (else MISSING)."""
    if strictly_equal(one, other) or (base is not MISSING and strictly_equal(other, base)):
        return one, MISSING
    if base is not MISSING and strictly_equal(one, base):
        return other, MISSING
    if _is_nothing(one) and _is_nothing(other):
        return other if one is MISSING else one, MISSING
    # An edit wins over a deletion.
    if _is_nothing(one) or _is_nothing(other):
        return other if _is_nothing(one) else one, MISSING
    first, second = sorted((one, other), key=_rank, reverse=True)
    return first, second


def _is_nothing(value: Any) -> bool:
    return value is MISSING or value is None or value == ""


def _rank(value: Any) -> tuple[int, str]:
    # The greater number, the later day or moment, else the text that sorts later: any rule that does not
    # ask which side is ours would do.
    number = value if isinstance(value, int) else 0
    if hasattr(value, "timestamp"):
        number = int(value.timestamp())
    elif isinstance(value, date):
        number = value.toordinal()
    return number, canonical_text(value)


def merge_list(
    base: Sequence[T] | None, one: Sequence[T], other: Sequence[T], key: Callable[[T], str] = canonical_text
) -> tuple[T, ...]:
    """A list merged by value: what one side added is there, what one side took out is gone.

    Without a base it is all that either side has.
    """
    ours, theirs = keyed(one, key), keyed(other, key)
    old = None if base is None else keyed(base, key)
    result = []
    for place in merged_order(old, ours, theirs):
        in_both = place in ours and place in theirs
        if in_both or old is None or place not in old:
            result.append(ours[place] if place in ours else theirs[place])
    return tuple(result)


def keyed(items: Iterable[T], key: Callable[[T], str]) -> dict[Key, T]:
    """The items by their keys; equal ones are counted."""
    counts: dict[str, int] = {}
    result: dict[Key, T] = {}
    for item in items:
        name = key(item)
        counts[name] = counts.get(name, -1) + 1
        result[name, counts[name]] = item
    return result


def merged_order(base: Iterable[Key] | None, one: Iterable[Key], other: Iterable[Key]) -> list[Key]:
    """All keys of both sides, in an order that is the same whichever side comes first.

    It is that of the side that changed the order, else of the longer one; what only the other side has stands
    after what it stands after there.
    """
    ours, theirs = list(one), list(other)
    if ours == theirs:
        return ours
    if base is not None:
        old = list(base)
        moved = [_order(old, side) for side in (ours, theirs)]
        if moved[0] != moved[1]:
            first, second = (ours, theirs) if moved[0] else (theirs, ours)
            return _woven(first, second)
    first, second = sorted((ours, theirs), key=lambda keys: (len(keys), keys), reverse=True)
    return _woven(first, second)


def _order(base: list[Key], side: list[Key]) -> bool:
    """Whether the side has the keys of the base in another order."""
    common = set(base) & set(side)
    return [key for key in base if key in common] != [key for key in side if key in common]


def _woven(first: list[Key], second: list[Key]) -> list[Key]:
    there = set(first)
    after: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key in there:
            last = key
        else:
            after.setdefault(last, []).append(key)
    result = after.get(None, [])
    for key in first:
        result += [key, *after.get(key, [])]
    return result


def conflict_record(clash: FieldConflict) -> Conflict:
    """The version of a field that was set aside, as the file keeps it."""
    return version_of(clash.field, clash.other, clash.is_known)


def version_of(field: str, value: Any, is_known: bool) -> Conflict:
    """A value as one version of its field."""
    text = str(value) if isinstance(value, str) else canonical_text(value)
    if isinstance(value, date):
        text = value.isoformat()
    return Conflict(field=field, text=text, value=None if is_known else value)
