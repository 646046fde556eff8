"""A quick scan of a logbook: which interviews it holds, by its lines alone.

Parsing a file of several years takes longer than everything else that `note` does. So this knows the layout
that `toml.writer` writes and nothing else: at any other line it gives up, and the file is loaded in full.
"""

from datetime import datetime

from followup_tui.core.dates.years import is_accepted_year
from followup_tui.storage.constants import ALL_ARRAYS, ALL_TABLES, END, HEADER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARRAYS = {f"[[{name}]]" for name in ALL_ARRAYS}
_TABLES = {f"[{name}]" for name in ALL_TABLES}
_BLOCK = '"""'
_KEY = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_CONTROLS = bytes(n for n in range(32) if n not in (9, 10)) + b"\x7f"
_ESCAPED = set('btnfr"')


class InterviewHead:
    """What a note needs of an interview to find it."""

    __slots__ = ("company", "held_at", "id")

    def __init__(self, id: str, company: str, held_at: datetime) -> None:
        self.id = id
        self.company = company
        self.held_at = held_at


_HELD_AT_LENGTH = len("2026-11-23T14:00:00+01:00")
_MAX_ID_LENGTH = 66
"""The longest id that is read here, with its quotes."""


class _UnknownLayout(Exception):
    """A line is not in the layout of `toml.writer`."""


def scan(data: bytes) -> list[InterviewHead] | None:
    """Return the interviews in `data`, in order; None if the file has to be loaded in full.

    The result is that of loading, or None. Only values that are used are validated: an interview that loading
    would reject for another reason is reported by the app.
    """
    try:
        text = data.decode("utf-8")
        if not text.startswith(HEADER) or len(data.translate(None, _CONTROLS)) != len(data):
            return None
        return _heads(text)
    except (UnicodeDecodeError, _UnknownLayout):
        return None


def _heads(text: str) -> list[InterviewHead]:
    """Return the head of each interview. Raise _UnknownLayout for a file that our writer did not write."""
    lines = _without_blocks(text).split("\n")
    # An appended note is followed by the end line once more.
    if lines[-2:] != [END[:-1], ""]:
        raise _UnknownLayout
    heads: list[InterviewHead] = []
    unique: set[str] = set()  # tables that may not come again: in the file, or in the current interview
    for header, fields in _tables(lines):
        if not header:
            if fields.get("format") != "1":
                raise _UnknownLayout
        elif header == "[[interview]]":
            heads.append(_head(fields))
            unique = {table for table in unique if "." not in table}
        elif "." in header and not heads:
            raise _UnknownLayout
        elif header in _TABLES and header not in unique:
            unique.add(header)
        elif header not in _ARRAYS:
            raise _UnknownLayout
    if len({head.id for head in heads}) != len(heads):
        raise _UnknownLayout
    return heads


def _tables(lines: "Iterable[str]") -> "Iterator[tuple[str, dict[str, str]]]":
    """Yield the header of each table and its values as written, by key; first those above any header."""
    header, fields = "", dict[str, str]()
    remaining = iter(lines)
    for line in remaining:
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            yield header, fields
            header, fields = line, {}
            continue
        key, equals, value = line.partition(" = ")
        if not equals or key in fields or not key or not _KEY.issuperset(key):
            raise _UnknownLayout
        if value == "[":
            _skip_array(remaining)
        elif value != _BLOCK and not _is_simple(value):
            raise _UnknownLayout
        fields[key] = value
    yield header, fields


def _without_blocks(text: str) -> str:
    """Return the text without the content of its multi-line strings."""
    pieces = text.split(_BLOCK)
    if not len(pieces) % 2:
        raise _UnknownLayout
    for number in range(1, len(pieces), 2):
        inner = pieces[number]
        if (len(inner) - len(inner.rstrip("\\"))) % 2:
            # The first of four quotes belongs to the string.
            inner += '"'
            if pieces[number + 1][:1] != '"':
                raise _UnknownLayout
            pieces[number + 1] = pieces[number + 1][1:]
        if inner[:1] != "\n" or pieces[number - 1][-3:] != " = " or pieces[number + 1][:1] != "\n":
            raise _UnknownLayout
        _check_string(inner)
    return _BLOCK.join(pieces[::2])


def _skip_array(lines: "Iterator[str]") -> None:
    for line in lines:
        if line == "]":
            return
        if line[:4] != "    " or line[-1] != "," or not _is_simple(line[4:-1]):
            raise _UnknownLayout
    raise _UnknownLayout


def _check_string(inner: str) -> None:
    if "\\" in inner:
        pieces = inner.replace("\\\\", "").split("\\")
        if any(piece[:1] not in _ESCAPED for piece in pieces[1:]):
            raise _UnknownLayout
        inner = pieces[0] + "".join(piece[1:] for piece in pieces[1:])
    if '"' in inner:
        raise _UnknownLayout


def _is_simple(value: str) -> bool:
    """Return whether it is a one-line string, a whole number, a boolean, a day or a moment, as written."""
    if value[:1] == '"':
        if len(value) < 2 or value[-1] != '"':
            return False
        _check_string(value[1:-1])
        return True
    if value.isascii() and value.isdigit():
        return len(value) < 10 and (value == "0" or value[0] != "0")
    if value in ("true", "false", "[]"):
        return True
    return _is_date(value)


def _is_date(value: str) -> bool:
    if len(value) not in (10, 19, 25) or value[4] != "-" or (len(value) > 10 and value[10] != "T"):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return value.isascii() and " " not in value


def _head(fields: dict[str, str]) -> InterviewHead:
    """Return id, company and time from raw TOML values.

    Raise _UnknownLayout for values that the writer would not have written like this.
    """
    id, company, held_at = (fields.get(key, "") for key in ("id", "company", "held_at"))
    are_plain = all(
        len(text) > 2 and text[0] == '"' and text != _BLOCK and "\\" not in text and text[1:-1].isprintable()
        for text in (id, company)
    )
    # Loading normalises white space.
    is_normalised = " ".join(company[1:-1].split()) == company[1:-1]
    if not are_plain or not is_normalised or len(id) > _MAX_ID_LENGTH or held_at[:1] == '"':
        raise _UnknownLayout
    if len(held_at) != _HELD_AT_LENGTH:
        raise _UnknownLayout
    at = datetime.fromisoformat(held_at)
    if at.tzinfo is None or not is_accepted_year(at.year):
        raise _UnknownLayout
    return InterviewHead(id[1:-1], company[1:-1], at)
