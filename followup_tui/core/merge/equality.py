"""When two values are the same to the user, which is finer than `==`, and a digest that tells it.

`==` takes `14:00+01:00` for `13:00Z`, though they may lie on two days; `1` for `true`; and no NaN for itself.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from followup_tui.core.model.base import Value


def canonical_text(value: Any) -> str:
    """`value` spelled out so that two spellings are equal where the values are the same.

    The order of keys and fields that say no more than their default leave no trace in it.
    """
    if isinstance(value, Value):
        fields = {
            field.alias or name: getattr(value, name)
            for name, field in type(value).model_fields.items()
            if field.is_required() or getattr(value, name) != field.default
        }
        return canonical_text({**(value.model_extra or {}), **fields})
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{canonical_text(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(canonical_text, value)) + "]"
    if isinstance(value, str):
        return repr(str(value))
    if isinstance(value, date | time):
        return f"{type(value).__name__} {value.isoformat()}"
    return repr(value)


def strictly_equal(one: Any, other: Any) -> bool:
    """Whether two values are the same to the user."""
    if one is other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(strictly_equal, one, other))
    if not isinstance(one, Value) or type(one) is not type(other):
        return canonical_text(one) == canonical_text(other)
    # Nearly all records of two files are equal, and to compare is far quicker than to spell.
    if one == other:
        return list(_overlooked(one)) == list(_overlooked(other))
    # Values that differ may still be the same: a NaN is not equal to itself.
    if canonical_text(one.model_extra) != canonical_text(other.model_extra):
        return False
    return all(map(strictly_equal, one.__dict__.values(), other.__dict__.values()))


def digest(value: Value) -> str:
    """16 letters that are the same for the same values, on every machine."""
    import hashlib  # takes longer than all else here, and little needs it

    return hashlib.blake2b(canonical_text(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _overlooked(value: Any) -> Iterator[object]:
    """What `==` does not look at, in the order in which it stands."""
    if isinstance(value, Value):
        if value.model_extra:
            yield canonical_text(value.model_extra)
        for item in value.__dict__.values():
            if isinstance(item, Value | tuple | datetime):
                yield from _overlooked(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _overlooked(item)
    elif isinstance(value, datetime):
        yield value.utcoffset()
    else:
        yield from ()
