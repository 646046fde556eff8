"""What the proof-reader finds in a draft."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What is wrong; one for each check. The first four must be answered, the rest advise."""

    OTHER_NAME = "other name"
    NEAR_NAME = "near name"
    OTHER_COMPANY = "other company"
    PLACEHOLDER = "placeholder"
    WRONG_DAY = "wrong day"
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
    ELSEWHERE = "name from elsewhere"


BLOCKING = frozenset({Kind.OTHER_NAME, Kind.NEAR_NAME, Kind.OTHER_COMPANY, Kind.PLACEHOLDER})
"""The kinds that must be answered before a letter can be marked sent."""
ORDER = {kind: number for number, kind in enumerate(Kind)}


class Finding(NamedTuple):
    """One thing found in a draft, with its place, and what to do about it."""

    kind: Kind
    start: int
    """Place in the text it stands in, in characters from 0: the body, or the subject where `in_subject`."""
    end: int
    message: str
    """One plain sentence that says what to do."""
    fix: str | None = None
    """What would stand there instead, where one thing is plainly right."""
    in_subject: bool = False

    @property
    def is_blocking(self) -> bool:
        """Whether it must be answered before the letter can be marked sent."""
        return self.kind in BLOCKING
