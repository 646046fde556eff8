"""How far a letter is: draft, checked, sent.

What is checked has nothing left that must be answered. "Keep as is" is kept with the draft, and holds as
long as the text that was found stands.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from followup_tui.core.drafts import EMAIL, VIA, covered
from followup_tui.core.findings import Finding
from followup_tui.core.model import ContactKind, Draft, Interview, Logbook
from followup_tui.core.proof import proof
from followup_tui.core.text import clean_line, fold_name

RIGHT_CHARACTERS = 120
"""How much of the text of an answered finding is kept, in characters (ours): a slip is a word or two."""


class LetterState(StrEnum):
    """How far a letter is that is not sent yet."""

    DRAFT = "draft"
    CHECKED = "checked"


Written = dict[tuple[ContactKind, str], LetterState]
"""How far the unsent letters of an interview are, by kind and folded name; a follow-up's name is empty."""


def right_so(finding: Finding, draft: Draft) -> str:
    """How the answer "keep as is" to a finding stands in its draft."""
    text = draft.subject if finding.in_subject else draft.body
    return clean_line(f"{finding.kind}: {clean_line(text[finding.start : finding.end])[:RIGHT_CHARACTERS]}")


def findings_of(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> tuple[Finding, ...]:
    """What the proof-reader finds, but for what was answered with "keep as is"."""
    as_email = draft.but(channel=EMAIL) if draft.channel.startswith(VIA) else draft
    found = proof(as_email, interview, logbook, today)
    return tuple(one for one in found if right_so(one, draft) not in draft.right) if draft.right else found


def draft_state(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> LetterState:
    """`checked` once nothing is left in a draft that must be answered, else `draft`."""
    unanswered = any(one.must for one in findings_of(draft, interview, logbook, today))
    return LetterState.DRAFT if unanswered or not draft.body.strip() else LetterState.CHECKED


def written(interview: Interview, logbook: Logbook, today: date, known: Iterable[str]) -> Written:
    """How far each letter is that there is a draft of; drafts of one kind to one person count as the last."""
    names = tuple(known)
    states: Written = {}
    for draft in interview.drafts:
        state = draft_state(draft, interview, logbook, today)
        if draft.kind is ContactKind.FOLLOW_UP:
            states[draft.kind, ""] = state
        for name in covered(draft, names):
            states[draft.kind, fold_name(name)] = state
    return states
