"""Keys that nobody knows and that look like a slip of the hand. They are kept; but they do nothing."""

import difflib
from collections.abc import Iterator

from followup_tui.core.model.base import Value
from followup_tui.core.model.logbook import Keys, Logbook
from followup_tui.core.text import clean_line

LIKENESS = 0.75
"""How like a key that is known an unknown one must be to be taken for a slip, from 0 to 1 (ours)."""


def find_typos(logbook: Logbook) -> tuple[str, ...]:
    """A sentence for each key that is nearly one that is known."""
    found = [
        f"{where}“{clean_line(key)}” is not known, and kept; did you mean “{near}”?"
        for where, value in _values(logbook, "")
        for key in value.model_extra or ()
        if (near := _near(key, value)) is not None
    ]
    return tuple(dict.fromkeys(found))


def _values(value: Value, where: str) -> Iterator[tuple[str, Value]]:
    """Each value in `value`, itself the first, with the words that say where it stands."""
    yield where, value
    for name, field in type(value).model_fields.items():
        inner = getattr(value, name)
        called = field.alias or name
        if isinstance(inner, Value) and not isinstance(inner, Keys):
            yield from _values(inner, f"{where}{called}: ")
        elif isinstance(inner, tuple):
            for number, one in enumerate(inner, 1):
                if isinstance(one, Value):
                    yield from _values(one, f"{where}{called} {number}: ")


def _near(key: str, value: Value) -> str | None:
    known = [field.alias or name for name, field in type(value).model_fields.items()]
    return next(iter(difflib.get_close_matches(key, known, 1, LIKENESS)), None)
