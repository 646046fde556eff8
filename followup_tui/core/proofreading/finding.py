"""What the proofreader finds in a draft."""

from enum import StrEnum
from typing import NamedTuple


class FindingKind(StrEnum):
    """What is wrong: one kind for each check, the most serious first."""

    OTHER_NAME = "other name"
    NEAR_NAME = "near name"
    OTHER_COMPANY = "other company"
    OTHER_ROLE = "other role"
    PLACEHOLDER = "placeholder"
    PAY = "pay"
    WRONG_DAY = "wrong day"
    ACCENTS = "accents"
    TOO_SHORT = "too short"
    TOO_LONG = "too long"
    NOTHING_PERSONAL = "nothing personal"
    NEAR_COPY = "near copy"
    REPEATS = "repeats"
    NO_DETAIL = "no detail"
    ATTACHMENT = "attachment"
    FACEBOOK = "facebook"
    UNSIGNED = "unsigned"
    PRIVATE = "private"
    OTHER_FIGURE = "other figure"
    VERBATIM = "as noted"
    ELSEWHERE = "name from elsewhere"
    SIMILAR_NAME = "similar name"


BLOCKING = frozenset(
    {
        FindingKind.OTHER_NAME,
        FindingKind.NEAR_NAME,
        FindingKind.OTHER_COMPANY,
        FindingKind.PLACEHOLDER,
        FindingKind.PAY,
    }
)
"""The kinds that must be answered before a letter goes out; the others advise."""
_ORDER = {kind: number for number, kind in enumerate(FindingKind)}


class Finding(NamedTuple):
    """Something found in a draft: where it is and what to do about it."""

    kind: FindingKind
    start: int
    """Offset in the body, or in the subject where `in_subject`, in characters."""
    end: int
    message: str
    """One plain sentence that says what to do."""
    fix: str | None = None
    """The text to put there instead, where only one is right."""
    in_subject: bool = False
    """Whether it is in the subject; `proofread` says so, not the check."""

    @property
    def is_blocking(self) -> bool:
        """Whether it must be answered before the letter goes out."""
        return self.kind in BLOCKING

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """The key to sort findings by: blocking ones first, then by position."""
        return not self.is_blocking, self.in_subject, self.start, _ORDER[self.kind]
