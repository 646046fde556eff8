"""Which sign would make a fact of a line that was noted without one (our own rules of thumb).

They only suggest: a line is never changed. The first rule that matches counts; no suggestion is better than
a wrong one.
"""

import re

from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_line
from followup_tui.core.notes.signs import SignSpec

_NAME = r"(?-i:^[A-Z][\w’'-]{1,30}(?: (?:de|van|von|der|la)){0,2}(?: [A-Z][\w’'.-]{0,30}){1,3})"
_RULES: tuple[tuple[SignSpec, str], ...] = (
    (
        signs.PERSON,
        rf"{_NAME}(?:, [a-z][\w /&-]{{1,60}}$|,? <?[^\s@]{{1,64}}@|, [^@]{{1,60}}, [^\s@]{{1,64}}@)",
    ),
    (signs.QUESTION, r"\?$"),
    (signs.PAY, r"\b\d{2,3} ?k\b|[€$£] ?\d{2}|\d{2} ?[€£]|\b(?:salary|day rate|compensation)\b"),
    (signs.CONCERN, r"\b(?:worried about|concerned about|their concern|too (?:little|junior|senior))\b"),
    (
        signs.MATERIAL,
        r"^(?:they )?(?:want|wants|asked for|send them|need|would like)\b.{0,80}\b"
        r"(?:references?|portfolio|samples?|certificates?|transcripts?|cv|resume|code)\b",
    ),
    (signs.GIVEN, r"^(?:i )?(?:gave|handed|left) (?:them|her|him|over|my|the|a)\b"),
    (
        signs.PROMISE,
        r"\b(?:decision|decide|hear back|hear from them|let me know|get back to me|answer|call me)\b.{0,80}"
        r"\b(?:by|in|on|within|next|end of|tomorrow|until)\b",
    ),
)
_PATTERNS = tuple((sign, re.compile(pattern, re.IGNORECASE)) for sign, pattern in _RULES)
MAX_LENGTH = 200
"""Longer lines are prose, and get no suggestion."""


def suggest_sign(line: str) -> SignSpec | None:
    """Return the sign that a line without one most likely lacks; None if there is none, or it has a sign."""
    text = line.strip()
    if not text or len(text) > MAX_LENGTH or parse_line(0, text).sign is not None:
        return None
    return next((sign for sign, pattern in _PATTERNS if pattern.search(text)), None)


def plain_text_hint(line: str) -> str:
    """Return what the note bar says of a line that was filed as plain text; empty if the line has a sign."""
    text = line.strip()
    if not text or parse_line(0, text).sign is not None:
        return ""
    sign = suggest_sign(text)
    if sign is None:
        return "noted as plain text"
    return f"noted as plain text; with {sign} it is {re.split('[:,;]', sign.meaning)[0]}"
