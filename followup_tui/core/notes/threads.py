"""Pasted mail threads in the notes: their lines are plain text, whatever signs they begin with."""

import re
from functools import lru_cache

from followup_tui.core.notes import signs
from followup_tui.core.notes.signs import find_sign

_QUOTING = r"[>\s]*+"
# A day or an address has to be there: “On the whiteboard they wrote:” begins no thread.
_ATTRIBUTION = re.compile(
    _QUOTING + r"(?=.*[\d@])(?:On\b.{3,300}\bwrote|Am\b.{3,200}\bschrieb\b.{0,150}|Le\b.{3,300}\ba écrit"
    r"|El\b.{3,300}\bescribió|Il\b.{3,300}\bha scritto|Op\b.{3,200}\bschreef\b.{0,150}) ?:\s*",
    re.DOTALL,
)
"""The line above an answer, of programs in English, German, French, Spanish, Italian or Dutch."""
_SEPARATOR = re.compile(
    _QUOTING + r"(?:-{2,}\s*(?:(?:original|forwarded) message|(?:ursprüngliche|weitergeleitete) nachricht|"
    r"original-nachricht|message (?:d'origine|transféré|original)|mensaje original)\s*-{2,}|"
    r"(?:begin forwarded message|anfang der weitergeleiteten nachricht) ?:)\s*",
    re.IGNORECASE,
)
"""The line that mail programs put above a forwarded message."""
_HEADER = re.compile(
    _QUOTING
    + r"\**(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|datum|betreff|de|à|envoyé|objet"
    r"|para|enviado|fecha|asunto)\s?:\**\s.*",
    re.IGNORECASE,
)
"""A line of the head of a mail: `From: Dana Reyes`."""
# Nearly all notes hold no thread; those without any of these are not examined further.
_HINTS = (
    *(
        "wrote:",
        "from:",
        "subject:",
        "to:",
        "date:",
        "sent:",
        "message",
        "schrieb",
        "von:",
        "betreff:",
        "gesendet:",
    ),
    *(
        "nachricht",
        "écrit",
        "de :",
        "objet",
        "envoyé",
        "escribió",
        "asunto:",
        "mensaje",
        "scritto",
        "schreef",
    ),
)


@lru_cache(maxsize=32)
def quoted_lines(notes: str) -> frozenset[int]:
    """Return the numbers of the lines, from 0, that belong to a pasted thread.

    A thread begins with `On … wrote:` (which mail programs may break into two lines), with two mail headers
    in a row, or with `-----Original Message-----`. It ends at the first blank line that is followed by a sign
    and a blank; `>` does not count, because it quotes.
    """
    folded = notes.lower()
    if not any(hint in folded for hint in _HINTS):
        return frozenset()
    lines = notes.split("\n")
    quoted: set[int] = set()
    number = 0
    while number < len(lines):
        if _begins_thread(lines, number):
            end = _end_of_thread(lines, number)
            quoted.update(range(number, end))
            number = end
        else:
            number += 1
    return frozenset(quoted)


def _begins_thread(lines: list[str], number: int) -> bool:
    line, following = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    if _SEPARATOR.fullmatch(line) or _ATTRIBUTION.fullmatch(line):
        return True
    if _HEADER.fullmatch(line) and _HEADER.fullmatch(following):
        return True
    return bool(line.strip()) and _ATTRIBUTION.fullmatch(f"{line} {following}") is not None


def _end_of_thread(lines: list[str], start: int) -> int:
    """Return the number of the first line after a thread."""
    for number in range(start + 1, len(lines)):
        if not lines[number - 1].strip() and _begins_fact(lines[number]):
            return number
    return len(lines)


def _begins_fact(line: str) -> bool:
    body = line.lstrip()
    sign = find_sign(body[0]) if body else None
    return sign is not None and sign is not signs.PROMISE and body[1:2].isspace()
