"""What the bytes of a table are: text in one of the encodings that spreadsheets write, or no text at all."""

import re
import unicodedata
from typing import NamedTuple

_WORKBOOK = "save it as CSV (in Excel: File, Save As, CSV UTF-8) and import that"
_NO_TEXT = (
    (b"PK\x03\x04", b"xl/", f"it is an Excel workbook, not CSV; {_WORKBOOK}"),
    (b"\xd0\xcf\x11\xe0", b"", f"it is an old Excel workbook, not CSV; {_WORKBOOK}"),
    (b"PK\x03\x04", b"opendocument", f"it is an OpenDocument workbook, not CSV; {_WORKBOOK}"),
    (b"PK\x03\x04", b"", "it is a zip file; unpack it, and import the .csv that is in it"),
)
"""How a file begins, what else is in it, and what it then is."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ENOUGH = 0.3
"""Share of NULs on one side of the pairs of bytes from which a text is plainly UTF-16 (ours)."""


class NoTable(Exception):
    """The file holds no table of interviews that can be read; the message says why, and what to do."""


class Decoded(NamedTuple):
    """A text, and how it was written."""

    text: str
    is_old: bool = False
    """Whether it was taken for Windows-1252, as Excel writes in western Europe: the letters may be wrong."""


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises NoTable where it is none, or in an encoding that can't be told."""
    for start, within, what in _NO_TEXT:
        if data.startswith(start) and within in data:
            raise NoTable(what)
    if wide := _wide(data):
        encoding, is_old = wide, False
    elif _is_utf8(data):
        encoding, is_old = "utf-8-sig", False
    else:
        encoding, is_old = "cp1252", True
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if _CONTROLS.search(text):
        raise NoTable("it is no text that can be read; export it as CSV in UTF-8")
    return Decoded(text, is_old)


def _wide(data: bytes) -> str:
    """Which UTF-16 it is; empty where it plainly is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 2 * _ENOUGH and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 2 * _ENOUGH and not odd else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def plain(text: str) -> str:
    """`text` in small letters without accents, on one line: what words are compared by."""
    marked = unicodedata.normalize("NFKD", text)
    return " ".join("".join(one for one in marked if not unicodedata.combining(one)).casefold().split())
