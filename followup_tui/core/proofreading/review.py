"""How far a letter is: draft, ready, sent.

What is ready has nothing left to answer or to consider. "Keep as is" is kept with the draft, and holds as
long as the text that was found stands.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.letters.drafts import EMAIL, VIA, draft_recipients
from followup_tui.core.model.logbook import ContactKind, Draft, Interview, Logbook
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.proofread import proofread
from followup_tui.core.text import clean_line, fold_name

RIGHT_CHARACTERS = 120
"""How much of the text of an answered finding is kept, in characters (ours): a slip is a word or two."""


class LetterState(StrEnum):
    """How far a letter is that is not sent yet."""

    DRAFT = "draft"
    READY = "ready"


LetterStates = dict[tuple[ContactKind, str], LetterState]
"""How far the unsent letters of an interview are, by kind and folded name; a follow-up's name is empty."""


def dismissal(finding: Finding, draft: Draft) -> str:
    """How the answer "keep as is" to a finding stands in its draft."""
    text = draft.subject if finding.in_subject else draft.body
    return clean_line(f"{finding.kind}: {clean_line(text[finding.start : finding.end])[:RIGHT_CHARACTERS]}")


class Review(NamedTuple):
    """What came of proof-reading a draft."""

    open: tuple[Finding, ...]
    """What was found and not answered yet."""
    dismissed: int = 0
    """How much was found and answered with "keep as is"."""

    def state(self, draft: Draft) -> LetterState:
        """`ready` once nothing is open in a draft that has a text, else `draft`."""
        return LetterState.DRAFT if self.open or not draft.body.strip() else LetterState.READY


def review(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> Review:
    """Has a draft proof-read, to be sent on the day `today`."""
    as_email = draft.but(channel=EMAIL) if draft.channel.startswith(VIA) else draft
    found = proofread(as_email, interview, logbook, today)
    if not draft.dismissed:
        return Review(found)
    still_open = tuple(one for one in found if dismissal(one, draft) not in draft.dismissed)
    return Review(still_open, len(found) - len(still_open))


def letter_states(interview: Interview, logbook: Logbook, today: date, known: Iterable[str]) -> LetterStates:
    """How far each letter is that there is a draft of; drafts of one kind to one person count as the last."""
    names = tuple(known)
    states: LetterStates = {}
    for draft in interview.drafts:
        state = review(draft, interview, logbook, today).state(draft)
        if draft.kind is ContactKind.FOLLOW_UP:
            states[draft.kind, ""] = state
        for name in draft_recipients(draft, names):
            states[draft.kind, fold_name(name)] = state
    return states
