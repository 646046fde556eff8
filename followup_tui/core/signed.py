"""What `enter` does in the notes: it keeps the indentation, and goes on with the sign of the line."""

import re
from typing import NamedTuple

from followup_tui.core.facts import Sign, read_line

_BEGINNING = re.compile(r"(?P<indent>\s*)(?P<sign>[@>+=!~])(?P<gap>\s*)")
ONCE = (Sign.PROMISE,)
"""Signs that nobody writes twice in a row: they say their timeline once."""


class NewLine(NamedTuple):
    """What to do for a new line."""

    remove: int
    """How many characters before the cursor go."""
    insert: str
    sign: str
    """The part of `insert` that goes on with a sign; empty where none does."""


def new_line(line: str, column: int) -> NewLine:
    """What `enter` does with the cursor before the character `column` of `line`.

    A line with nothing but a sign loses it: that ends a list. `none` ends it as well.
    """
    indent = line[: min(column, len(line) - len(line.lstrip()))]
    begun = _BEGINNING.match(line)
    if begun is None or column < begun.end("sign"):
        return NewLine(0, "\n" + indent, "")
    read = read_line(0, line[:column])
    if not read.text:
        return NewLine(column, "", "") if not line[column:].strip() else NewLine(0, "\n" + indent, "")
    if read.is_none or read.sign in ONCE:
        return NewLine(0, "\n" + indent, "")
    sign = begun["sign"] + begun["gap"]
    return NewLine(0, "\n" + indent + sign, sign)
