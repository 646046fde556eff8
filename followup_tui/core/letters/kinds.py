"""The kinds of letters, one row each.

Everything that depends on the kind of a letter reads it here: what it begins with, what is put on record
once it is sent, which checks apply, what it is called. A new kind is one row of `LETTER_KINDS`, its opening,
and its name in a sentence, which the rules need, too (`core.rules.contacts`).
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from followup_tui.core.letters import openings
from followup_tui.core.letters.openings import Occasion, Opening
from followup_tui.core.model.logbook import ContactKind, Draft, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules import contacts
from followup_tui.core.rules.outcomes import ACCEPTED, DECLINED, WITHDRAWN
from followup_tui.core.rules.plan_types import PersonPlan, SendState


class Check(StrEnum):
    """A check of the proofreader that only some kinds of letters need."""

    PERSONAL = "personal"
    """It uses something from the notes (article)."""
    DETAIL = "detail"
    """It has a detail or a source on something that was talked about (article)."""
    COPY = "copy"
    """It differs from the letters of this kind to others (article)."""
    REPETITION = "repetition"
    """It differs from the last letter of this kind (ours)."""


class Length(NamedTuple):
    """The limits of a text; 0 where there is none."""

    min_words: int = 0
    max_words: int = 0
    max_paragraphs: int = 0
    max_characters: int = 0


class LetterKind(NamedTuple):
    """What is particular to one kind of letter."""

    id: str
    """How a draft names its kind; for the first kinds, also the kind of the contact."""
    title: str
    """What the letter screen is called."""
    contact: ContactKind
    """The kind of contact that goes on record once it is sent."""
    opening: Callable[[Occasion], Opening]
    action: str = ""
    """What the palette and the help call writing one; empty where only the checklist offers it."""
    steps: tuple[StepId, ...] = ()
    """The steps in whose rows the key for writing offers it."""
    checks: frozenset[Check] = frozenset()
    length: Callable[[Rules], Length] = lambda _rules: Length()
    advice: str = ""
    """What is good to know before it is sent."""
    is_personal: bool = False
    """Whether each person gets one of their own: it is recorded for each, and done for each."""
    is_shared: bool = False
    """Whether there is one draft of it, whoever it goes to."""
    outcome: str = ""
    """The outcome of the position once it is sent; empty where it leaves the position open."""
    result: str = ""
    """That outcome in a sentence."""

    def state_for(self, person: PersonPlan) -> SendState:
        """Return whether a person got a letter of this kind; of kinds that are not personal, nobody did."""
        return person.state_of(self.steps[0]) if self.is_personal else SendState()


FOLLOW_UP_LENGTH = Length(min_words=15, max_words=200)
"""Of a follow-up (ours)."""
INVITATION_LENGTH = Length(max_characters=300)
"""What LinkedIn takes with an invitation."""

THANK_YOU = LetterKind(
    "thank-you", "Thank-you note", ContactKind.THANK_YOU, openings.thank_you, steps=(StepId.THANK,),
    checks=frozenset({Check.PERSONAL, Check.COPY}),
    length=lambda rules: Length(rules.thank_words_min, rules.thank_words_max, rules.thank_paragraphs_max),
    is_personal=True,
)  # fmt: skip
FOLLOW_UP = LetterKind(
    "follow-up", "Follow-up", ContactKind.FOLLOW_UP, openings.follow_up,
    steps=(StepId.WAIT, StepId.FOLLOW_UP), checks=frozenset({Check.DETAIL, Check.COPY, Check.REPETITION}),
    length=lambda _rules: FOLLOW_UP_LENGTH, is_shared=True,
)  # fmt: skip
MATERIAL = LetterKind("material", "Material", ContactKind.MATERIAL, openings.material)
CONNECT = LetterKind(
    "connect", "Invitation", ContactKind.CONNECT, openings.invitation, steps=(StepId.CONNECT,),
    length=lambda _rules: INVITATION_LENGTH, is_personal=True,
)  # fmt: skip
OTHER = LetterKind("other", "Letter", ContactKind.OTHER, openings.blank, action="Write: a letter")
OFFER_IN_HAND = LetterKind(
    contacts.OFFER_IN_HAND, "Offer in hand", ContactKind.FOLLOW_UP, openings.offer_in_hand,
    action="Write: I have another offer", length=lambda _rules: FOLLOW_UP_LENGTH,
    advice="Say neither what they offer nor who they are.",
)  # fmt: skip
ACCEPT = LetterKind(
    contacts.ACCEPT, "Accepting the offer", ContactKind.OTHER, openings.accept,
    action="Write: accept the offer", outcome=ACCEPTED, result="The offer is accepted.",
)  # fmt: skip
DECLINE = LetterKind(
    contacts.DECLINE, "Declining the offer", ContactKind.OTHER, openings.decline,
    action="Write: decline the offer", outcome=DECLINED, result="The offer is declined.",
)  # fmt: skip
ASK_FOR_TIME = LetterKind(
    contacts.ASK_FOR_TIME, "Asking for time", ContactKind.OTHER, openings.ask_for_time,
    action="Write: ask for more time to answer the offer", advice="The deadline still applies.",
)  # fmt: skip
WITHDRAW = LetterKind(
    contacts.WITHDRAW, "Withdrawal", ContactKind.OTHER, openings.withdraw,
    action="Write: withdraw the application", advice="Send it when the other contract is signed.",
    outcome=WITHDRAWN, result="The application is withdrawn.",
)  # fmt: skip
ANSWER_TO_REJECTION = LetterKind(
    contacts.ANSWER_TO_REJECTION, "Answer to a rejection", ContactKind.OTHER, openings.answer_to_rejection,
    action="Write: answer a rejection", advice="Thanks, one question, the door left open.",
)  # fmt: skip

LETTER_KINDS: dict[str, LetterKind] = {
    kind.id: kind
    for kind in (
        THANK_YOU, FOLLOW_UP, MATERIAL, CONNECT,
        OFFER_IN_HAND, ACCEPT, DECLINE, ASK_FOR_TIME, WITHDRAW, ANSWER_TO_REJECTION, OTHER,
    )
}  # fmt: skip
"""Every kind of letter by its id."""


def letter_kind_of(draft: Draft) -> LetterKind:
    """Return the kind of a draft: by its `letter` where that is known, else by the kind of its contact."""
    return LETTER_KINDS.get(draft.letter) or LETTER_KINDS.get(draft.kind, OTHER)


def offered_kinds() -> tuple[LetterKind, ...]:
    """Return the kinds that the palette and the help offer, in the order of the table."""
    return tuple(kind for kind in LETTER_KINDS.values() if kind.action)
