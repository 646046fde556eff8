"""The end of a letter: the words that close it, and the name below them (what counts as either: ours)."""

import re
from collections.abc import Iterator

from followup_tui.core.model.logbook import Logbook

_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many) (?:regards|wishes|thanks)|(?:all the )?best|"
    r"(?:yours )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?|regards|respectfully|warmly|"
    r"cordially|gratefully|cheers|thanks(?: again)?|thank you(?: again)?|take care|yours|talk soon)"
    r"(?: from [\w ]{1,30})?",
    re.IGNORECASE,
)
_COMMON = frozenset({"thanks", "thank you", "thanks again", "thank you again", "best", "yours", "cheers"})
"""Closings that may just as well be the last words of a letter: with a comma after them they are none."""
LONGEST_NAME = 40
"""Characters of a line that can be a name under a letter."""


def unsigned(body: str) -> str:
    """The closing words that nothing stands under; empty where there are none, or a name follows."""
    lines = _lines(body)
    if len(lines) < 2 or not _closes(lines[-1]):
        return ""
    return lines[-1].rstrip(",")


def signature(logbook: Logbook) -> str:
    """The name under the letter that was written last; empty where no letter has one."""
    return next((name for text in _letters(logbook) if (name := _name_under(text))), "")


def _letters(logbook: Logbook) -> Iterator[str]:
    """The texts of all letters, sent ones first, each kind from the newest on."""
    sent = [one for interview in logbook.interviews for one in interview.contacts if one.text]
    for contact in sorted(sent, key=lambda one: one.at, reverse=True):
        yield contact.text
    for interview in reversed(logbook.interviews):
        for draft in reversed(interview.drafts):
            yield draft.body


def _name_under(text: str) -> str:
    lines = _lines(text)
    for line, below in zip(lines[-4:], lines[-3:], strict=False):
        if _closes(line) and len(below) <= LONGEST_NAME and _is_name(below):
            return below
    return ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _is_name(line: str) -> bool:
    return line[0].isalpha() and not any(one.isdigit() or one in "@:;!?,{}[]<>|/" for one in line)


def _closes(line: str) -> bool:
    found = _CLOSING.fullmatch(line.rstrip(","))
    return found is not None and (line.endswith(",") or found[0].lower() not in _COMMON)
