"""The end of a letter: its sign-off and the name below it (what counts as either: ours)."""

import re
from collections.abc import Iterator

from followup_tui.core.model.logbook import Logbook

_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many) (?:regards|wishes|thanks)|(?:all the )?best|"
    r"(?:yours )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?|regards|respectfully|warmly|"
    r"cordially|gratefully|cheers|thanks(?: again)?|thank you(?: again)?|take care|yours|talk soon|"
    r"(?:viele|liebe|beste|herzliche|schöne|freundliche) grü(?:ß|ss)e|hochachtungsvoll|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|vielen|lieben) grü(?:ß|ss)en|(?:bien )?cordialement|"
    r"(?:un )?(?:cordial )?saludos?|atentamente|atenciosamente|cordiali saluti|met vriendelijke groet(?:en)?|"
    r"(?:med )?vänlig(?:a)? hälsning(?:ar)?|med venlig hilsen|z poważaniem)"
    r"(?: from [\w ]{1,30})?",
    re.IGNORECASE,
)
"""A sign-off, alone on its line but for the mark after it: "Best regards", "Thanks again from Berlin"."""
_AMBIGUOUS = frozenset({"thanks", "thank you", "thanks again", "thank you again", "best", "yours", "cheers"})
"""Sign-offs that may also be the last words of the text: they count only with a comma after them."""
_OF_DEVICE = re.compile(
    r"(?:sent (?:from|with|via) |get outlook |von meinem \w+ gesendet|gesendet von |envoyé (?:de|depuis) )"
    r".{0,40}",
    re.IGNORECASE,
)
"""What a telephone adds below a letter: "Sent from my iPhone"."""
MAX_NAME_LENGTH = 40
"""Characters of a line that can be a name under a letter."""


def unsigned(body: str) -> str:
    """Return the sign-off that has no name below it; empty where there is a name or no sign-off."""
    lines = _lines(body)
    if len(lines) < 2 or not is_sign_off(lines[-1]):
        return ""
    return lines[-1].rstrip(",")


def end_of_body(text: str) -> int:
    """Return the index at which the words of a letter end: before its sign-off, if it has one."""
    lines = text.split("\n")
    for number in range(len(lines) - 1, 0, -1):
        if is_sign_off(lines[number]):
            return len("\n".join(lines[:number]).rstrip())
    return len(text)


def writing_offset(text: str) -> int:
    """Return the index at which writing goes on: in the gap of an opening, else before the sign-off."""
    gap = text.find("\n\n\n\n")
    return gap + 2 if gap >= 0 else end_of_body(text)


def signature(logbook: Logbook) -> str:
    """Return the user's signature, else the name under the letter that was written last; empty without."""
    return logbook.signature.strip() or next(
        (name for text in _letters(logbook) if (name := signed_name(text))), ""
    )


def signed_name(text: str) -> str:
    """Return the name below the sign-off of a letter; empty where there is none."""
    lines = _lines(text)
    for line, below in zip(lines[-4:], lines[-3:], strict=False):
        if is_sign_off(line) and len(below) <= MAX_NAME_LENGTH and _is_name(below):
            return below
    return ""


def is_sign_off(line: str) -> bool:
    """Return whether the line is a sign-off such as "Kind regards,"."""
    found = _SIGN_OFF.fullmatch(line.rstrip(","))
    return found is not None and (line.endswith(",") or found[0].lower() not in _AMBIGUOUS)


def _letters(logbook: Logbook) -> Iterator[str]:
    """Yield the texts of all letters, sent ones first, drafts after them, the newest of each first."""
    sent = [contact for interview in logbook.interviews for contact in interview.contacts if contact.text]
    for contact in sorted(sent, key=lambda contact: contact.at, reverse=True):
        yield contact.text
    for interview in reversed(logbook.interviews):
        for draft in reversed(interview.drafts):
            yield draft.body


def _lines(text: str) -> list[str]:
    """Return the lines of a letter that are not empty, without what a telephone adds at the end."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[:-1] if lines and _OF_DEVICE.fullmatch(lines[-1]) else lines


def _is_name(line: str) -> bool:
    return line[0].isalpha() and not any(letter.isdigit() or letter in "@:;!?,{}[]<>|/" for letter in line)
