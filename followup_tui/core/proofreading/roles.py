"""The role of another application, named where the role that the letter is about belongs."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, fold_word
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, Kind

_PLACE = re.compile(r"[ ](?:role|position|job|opening|vacancy|post)\b", re.IGNORECASE)
"""What follows a role: "Backend engineer position"."""
_BEFORE = re.compile(r"\b(?:the|this|your|for|as|a|an)[ ]+$", re.IGNORECASE)
"""What precedes a role: "for the"."""


def role_findings(context: Context, text: str, in_subject: bool = False) -> Iterator[Finding]:
    """Yield each role of another interview where the text speaks of the role applied for.

    In a subject wherever it stands; else as "the X role". Silent where the own role or the notes have all its
    words.
    """
    own = _words(context.interview.role) | context.note_words
    if not context.interview.role:
        return
    roles = {interview.role for interview in context.logbook.interviews if interview.role}
    spaced = text.replace("\n", " ")
    folded = spaced.casefold()
    for role in sorted(roles, key=len, reverse=True):
        if _words(role) <= own or _words(context.interview.role) <= _words(role):
            continue
        start = folded.find(role.casefold())
        if start < 0:
            continue
        end = start + len(role)
        is_meant = in_subject or (
            _BEFORE.search(spaced[max(0, start - 12) : start]) and _PLACE.match(spaced, end)
        )
        if is_meant:
            fix = context.interview.role
            message = f"“{text[start:end]}” is the role of another application: this one is {fix}."
            yield Finding(Kind.OTHER_COMPANY, start, end, message, fix)


def _words(role: str) -> set[str]:
    return {fold_word(word[0]) for word in WORD.finditer(role)}
