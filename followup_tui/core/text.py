"""Text that people write: removing what would control a terminal, and comparing names."""

import re
import unicodedata

# Compiled by `re` at their first use, which most starts don't come to: 0.7 ms.
_NEWLINES = r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]"
# C0 but tab and newline, DEL and C1, bidi marks and overrides, lone surrogates, non-characters.
_CONTROLS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Letters that Unicode does not take apart into a letter and its accent.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
"""The letters that may be written out as two."""
_WRITTEN_OUT = str.maketrans(UMLAUTS)


def clean_text(text: str) -> str:
    """Return `text` with newlines as `\\n` and without characters that control a terminal."""
    # Printable text holds none of them. The check is quick, and is made for every text of the file.
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_CONTROLS, "", re.sub(_NEWLINES, "\n", text))


def clean_line(text: str) -> str:
    """Return `text` as one line: cleaned, with runs of white space as single blanks, and stripped."""
    return " ".join(clean_text(text).split())


def shorten(text: str, length: int) -> str:
    """Return `text`, cut off with `…` where it is longer than `length` characters."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def capitalized(text: str) -> str:
    """Return `text` with a capital at its beginning; the other letters stay as they are."""
    return text[:1].upper() + text[1:]


def fold_name(name: str) -> str:
    """Return a key that is equal for two spellings of a name that differ in case, blanks or composition."""
    spaced = " ".join(name.split())
    return spaced.lower() if spaced.isascii() else unicodedata.normalize("NFC", spaced).casefold()


def fold_letters(text: str) -> str:
    """Return `text` in lower case and without the accents of an alphabet; blanks stay as they are."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    # Only the accents of alphabets go: in other scripts marks like these make another word.
    letters = (
        letter for letter in unicodedata.normalize("NFKD", folded) if not "\u0300" <= letter <= "\u036f"
    )
    return unicodedata.normalize("NFC", "".join(letters)).translate(_STROKES)


def fold_accents(text: str) -> str:
    """Return a key that is equal for two texts that differ in case, blanks or the accents of an alphabet."""
    return fold_letters(" ".join(text.split()))


def write_out_umlauts(text: str) -> str:
    """Return `text` in lower case, with each umlaut as two letters: `mueller`."""
    return unicodedata.normalize("NFC", text.casefold()).translate(_WRITTEN_OUT)


def spellings(text: str) -> tuple[str, ...]:
    """Return the ways in which a text may be typed: without accents, and with its umlauts written out."""
    return tuple(dict.fromkeys((fold_accents(text), fold_accents(write_out_umlauts(text)))))


def words(text: str) -> frozenset[str]:
    """Return the set of words in `text`, as they are spelled."""
    return frozenset(text.split())


def words_in(text: str) -> set[str]:
    """Return the words of `text`, without accents and in lower case."""
    return set(re.findall(r"[^\W_]+", fold_accents(text)))
