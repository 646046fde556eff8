"""A scan at a logbook: which interviews are in it, by its lines alone.

To parse a file of years takes longer than all else that `note` does. So this knows the layout that we write,
and nothing else: on any other line it gives up, and the file is read in full.
"""

from datetime import datetime

from followup_tui.core.dates.years import FIRST_YEAR, LAST_YEAR
from followup_tui.storage.constants import END, HEADER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ARRAYS = {
    "[[interview.promise]]",
    "[[interview.contact]]",
    "[[interview.draft]]",
    "[[inbox]]",
    "[[deleted]]",
    "[[conflict]]",
    "[[interview.conflict]]",
}
_TABLES = {"[interview.ticks]", "[interview.skips]", "[rules]", "[templates]", "[keys]", "[look]"}
_BLOCK = '"""'
_KEY = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_CONTROLS = bytes(n for n in range(32) if n not in (9, 10)) + b"\x7f"
_ESCAPED = set('btnfr"')


class InterviewHead:
    """The little of an interview that a note needs to find it."""

    __slots__ = ("company", "held_at", "id")

    def __init__(self, id: str, company: str, held_at: datetime) -> None:
        self.id = id
        self.company = company
        self.held_at = held_at


class _Odd(Exception):
    """The layout is not ours."""


def scan(data: bytes) -> list[InterviewHead] | None:
    """The interviews in `data`, in their order; None where that takes a full reading.

    The result is what a full reading gives, or None. That a value is of the right kind is looked at in what
    is used only: records that are set aside for another reason are told by the app.
    """
    try:
        text = data.decode("utf-8")
        if not text.startswith(HEADER) or len(data.translate(None, _CONTROLS)) != len(data):
            return None
        return _heads(text)
    except (UnicodeDecodeError, _Odd):
        return None


def _heads(text: str) -> list[InterviewHead]:
    lines = _without_blocks(text).split("\n")
    # A note appended to it is followed by the last line once more.
    if lines[-2:] != [END[:-1], ""]:
        raise _Odd
    found: list[dict[str, str]] = []
    fields: dict[str, str] = {}
    top = fields
    tables: set[str] = set()
    rest = iter(lines)
    for line in rest:
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            fields = {}
            if line == "[[interview]]":
                found.append(fields)
                tables = {one for one in tables if "." not in one}
            elif "." in line and not found:
                raise _Odd
            elif line in _TABLES and line not in tables:
                tables.add(line)
            elif line not in _ARRAYS:
                raise _Odd
            continue
        key, equals, value = line.partition(" = ")
        if not equals or key in fields or not key or not _KEY.issuperset(key):
            raise _Odd
        if value == "[":
            _pass_array(rest)
        elif value != _BLOCK and not _is_simple(value):
            raise _Odd
        fields[key] = value
    if top.get("format") != "1":
        raise _Odd
    heads = [_head(one) for one in found]
    if len({one.id for one in heads}) != len(heads):
        raise _Odd
    return heads


def _without_blocks(text: str) -> str:
    """The text without what stands in its strings of many lines."""
    pieces = text.split(_BLOCK)
    if not len(pieces) % 2:
        raise _Odd
    for number in range(1, len(pieces), 2):
        inner = pieces[number]
        if (len(inner) - len(inner.rstrip("\\"))) % 2:
            # The first of four quotes belongs to the text.
            inner += '"'
            if pieces[number + 1][:1] != '"':
                raise _Odd
            pieces[number + 1] = pieces[number + 1][1:]
        if inner[:1] != "\n" or pieces[number - 1][-3:] != " = " or pieces[number + 1][:1] != "\n":
            raise _Odd
        _check_string(inner)
    return _BLOCK.join(pieces[::2])


def _pass_array(rest: "Iterator[str]") -> None:
    for line in rest:
        if line == "]":
            return
        if line[:4] != "    " or line[-1] != "," or not _is_simple(line[4:-1]):
            raise _Odd
    raise _Odd


def _check_string(inner: str) -> None:
    if "\\" in inner:
        pieces = inner.replace("\\\\", "").split("\\")
        if any(piece[:1] not in _ESCAPED for piece in pieces[1:]):
            raise _Odd
        inner = pieces[0] + "".join(piece[1:] for piece in pieces[1:])
    if '"' in inner:
        raise _Odd


def _is_simple(value: str) -> bool:
    """Whether it is a string of one line, a whole number, a day or a moment, as we write them."""
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
    id, company, held_at = (fields.get(key, "") for key in ("id", "company", "held_at"))
    plain = all(
        len(one) > 2 and one[0] == '"' and one != _BLOCK and "\\" not in one and one[1:-1].isprintable()
        for one in (id, company)
    )
    # White space at an end would be taken away in reading.
    if not plain or len(held_at) != 25 or " ".join(company[1:-1].split()) != company[1:-1] or len(id) > 66:
        raise _Odd
    at = datetime.fromisoformat(held_at)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise _Odd
    return InterviewHead(id[1:-1], company[1:-1], at)
