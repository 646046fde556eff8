"""Equality as the user sees it, which is finer than `==`, and a digest that goes by it.

By `==`, `14:00+01:00` equals `13:00Z`, though they may be on two days; `1` equals `true`; and NaN does not
equal itself.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from followup_tui.core.model.base import Value


def canonical_text(value: Any) -> str:
    """Return a text that two values share exactly if they are strictly equal.

    Neither the order of keys nor fields that hold their default make a difference. Digests of this text are
    stored in the file (`Deleted.was`), so it may never change.
    """
    if isinstance(value, Value):
        value = value.model_dump(by_alias=True, exclude_defaults=True)
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{canonical_text(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(canonical_text, value)) + "]"
    if isinstance(value, str):
        return repr(str(value))
    if isinstance(value, date | time):
        return f"{type(value).__name__} {value.isoformat()}"
    return repr(value)


def strictly_equal(first: Any, second: Any) -> bool:
    """Return whether two values are the same to the user."""
    if first is second:
        return True
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(map(strictly_equal, first, second))
    if not isinstance(first, Value) or type(first) is not type(second):
        return canonical_text(first) == canonical_text(second)
    # Nearly all records of two files are equal, and comparing is far quicker than building texts.
    if first == second:
        return list(_ignored_by_eq(first)) == list(_ignored_by_eq(second))
    # Values that differ may still be the same: a NaN is not equal to itself.
    if canonical_text(first.model_extra) != canonical_text(second.model_extra):
        return False
    return all(map(strictly_equal, first.__dict__.values(), second.__dict__.values()))


def digest(value: Value) -> str:
    """Return 16 hexadecimal digits that are the same for strictly equal values, on every machine."""
    import hashlib  # slow to import, and rarely needed

    return hashlib.blake2b(canonical_text(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _ignored_by_eq(value: Any) -> Iterator[object]:
    """Yield what `==` does not compare strictly: unknown keys, and the offsets of moments."""
    if isinstance(value, Value):
        if value.model_extra:
            yield canonical_text(value.model_extra)
        for item in value.__dict__.values():
            if isinstance(item, Value | tuple | datetime):
                yield from _ignored_by_eq(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _ignored_by_eq(item)
    elif isinstance(value, datetime):
        yield value.utcoffset()
