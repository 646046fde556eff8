"""How far a letter is: draft, ready or sent.

A letter is ready when no finding is open. A dismissed finding ("keep as is") is stored with the draft and
stays dismissed as long as the text that was found is the same.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.letters.drafts import VIA, draft_recipients
from followup_tui.core.letters.kinds import letter_kind_of
from followup_tui.core.model.logbook import ContactKind, Draft, Interview, Logbook
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.proofread import proofread
from followup_tui.core.rules.contacts import EMAIL
from followup_tui.core.text import clean_line, fold_name

MAX_DISMISSAL_LENGTH = 120
"""Characters of a dismissed text that are stored (ours): a misspelling is a word or two."""


class LetterState(StrEnum):
    """How far a letter is that is not sent yet."""

    DRAFT = "draft"
    READY = "ready"


LetterStates = dict[tuple[ContactKind, str], LetterState]
"""The state of each unsent letter of an interview, by kind and folded name; of a shared kind, no name."""


def dismissal(finding: Finding, draft: Draft) -> str:
    """Return how the dismissal of a finding is stored in its draft."""
    text = draft.subject if finding.in_subject else draft.body
    words = clean_line(text[finding.start : finding.end])[:MAX_DISMISSAL_LENGTH]
    return clean_line(f"{finding.kind}: {words}")


class Review(NamedTuple):
    """The result of proofreading a draft."""

    open: tuple[Finding, ...]
    """The findings that are not dismissed."""
    dismissed: int = 0
    """The number of dismissed findings."""

    def state(self, draft: Draft) -> LetterState:
        """Return `ready` for a draft that has a text and no open finding, else `draft`."""
        return LetterState.DRAFT if self.open or not draft.body.strip() else LetterState.READY


def review(draft: Draft, interview: Interview, logbook: Logbook, today: date) -> Review:
    """Proofread a draft that is to be sent on the day `today`, and leave out what was dismissed."""
    as_email = draft.but(channel=EMAIL) if draft.channel.startswith(VIA) else draft
    findings = proofread(as_email, interview, logbook, today)
    if not draft.dismissed:
        return Review(findings)
    still_open = tuple(finding for finding in findings if dismissal(finding, draft) not in draft.dismissed)
    return Review(still_open, len(findings) - len(still_open))


def letter_states(interview: Interview, logbook: Logbook, today: date, known: Iterable[str]) -> LetterStates:
    """Return the state of each letter with a draft; of several drafts to one person the last counts.

    Only of the kinds that a step asks for: the checklist shows no others.
    """
    names = tuple(known)
    states: LetterStates = {}
    for draft in interview.drafts:
        if letter_kind_of(draft).id != draft.kind:
            continue
        state = review(draft, interview, logbook, today).state(draft)
        if letter_kind_of(draft).is_shared:
            states[draft.kind, ""] = state
        for name in draft_recipients(draft, names):
            states[draft.kind, fold_name(name)] = state
    return states
