"""What text from people may hold: everything but the characters that steer a terminal."""

import re
import unicodedata

_NEWLINES = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# C0 but tab and newline, DEL and C1, bidi marks and overrides, lone surrogates, non-characters.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def clean_text(text: str) -> str:
    """`text` with newlines as `\\n` and without the characters that steer a terminal."""
    # What can be printed steers nothing. This is asked of every text of the file at each start.
    if text.replace("\n", "").isprintable():
        return text
    return _STEERING.sub("", _NEWLINES.sub("\n", text))


def clean_line(text: str) -> str:
    """`text` as one line: cleaned, white space folded to single blanks, ends stripped."""
    return " ".join(clean_text(text).split())


def fold_name(name: str) -> str:
    """A name in the form in which two spellings of it are the same: case, blanks, composition."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def words(text: str) -> frozenset[str]:
    """Return the set of words in `text`, as they are spelled."""
    return frozenset(text.split())
