"""The draft being written: what it says, who it goes to, when it is saved, what the proofreader finds.

It knows no widget: the screen that it belongs to is a `DraftHost`.
"""

from asyncio import TimerHandle
from collections.abc import Callable
from datetime import date
from itertools import count
from typing import NamedTuple, Protocol

from followup_tui.core.changes.drafts import DiscardDraft, SendLetter, WriteDraft
from followup_tui.core.changes.interviews import AddInterview
from followup_tui.core.changes.notes import AnswerLine
from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.drafts import draft_recipients, find_draft, sent_contacts
from followup_tui.core.letters.facts import LetterFact, eased_concerns, facts_for
from followup_tui.core.letters.kinds import LetterKind
from followup_tui.core.model.logbook import Draft, Interview, StepId
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.review import LetterStates, Review, dismissal, letter_states, review
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import Status
from followup_tui.core.rules.position import Position
from followup_tui.core.text import fold_name
from followup_tui.session.session import Session
from followup_tui.tui.screens.letter.hand_over import Outgoing, channels

AUTOSAVE_SECONDS = 0.25
"""Delay from a keystroke to the save that includes it: on disk well within half a second."""
PROOFREAD_SECONDS = 0.4
"""Pause in typing after which the draft is proofread (ours)."""


class Fields(NamedTuple):
    """What the fields of the screen hold."""

    channel: str
    subject: str
    body: str


class DraftHost(Protocol):
    """The screen on which a draft is written."""

    def call_in(self, seconds: float, callback: Callable[[], None]) -> TimerHandle:
        """Call back after a number of seconds."""

    def read_fields(self) -> Fields | None:
        """Return what the fields hold; None while they are not there."""

    def show_draft(self) -> None:
        """Show the draft and its findings as they are now."""


class DraftInHand:
    """The draft that is being written. An opening that nobody has touched is not stored."""

    def __init__(
        self,
        session: Session,
        interview: Interview,
        kind: LetterKind,
        person: str,
        host: DraftHost,
        reason: str,
    ) -> None:
        """Load the draft for a person; `reason` says why a follow-up is sent although the budget is spent."""
        self.kind = kind
        self._session, self._interview, self._host, self._reason = session, interview, host, reason
        self._autosave: TimerHandle | None = None
        self._proofreading: TimerHandle | None = None
        self._is_closed = False
        self.load(person)

    @property
    def interview(self) -> Interview:
        """The interview as it is now, or as it was last if it has been deleted elsewhere."""
        self._interview = self._session.logbook.interview(self._interview.id) or self._interview
        return self._interview

    @property
    def plan(self) -> Plan:
        """The plan of the interview, with the people of all rounds unless each of this one gets a letter."""
        plan = self._session.plan if self.kind.is_personal else self._session.plan_with_everybody
        return plan(self.interview)

    @property
    def people(self) -> tuple[str, ...]:
        """The names of everybody met."""
        return tuple(person.person.name for person in self.plan.people)

    @property
    def recipients(self) -> tuple[str, ...]:
        """The names of the recipients."""
        return draft_recipients(self.draft, self.people)

    @property
    def first_recipient(self) -> str | None:
        """The first recipient who was met."""
        folded = set(map(fold_name, self.recipients))
        return next((name for name in self.people if fold_name(name) in folded), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the proofreader found, without what was dismissed."""
        return self.review.open

    @property
    def position(self) -> Position:
        """The position of the interview, with all its rounds."""
        return self._session.position_plan(self.interview).position

    @property
    def facts(self) -> tuple[LetterFact, ...]:
        """The lines of the notes that the letter can use, and the concerns of all rounds."""
        return facts_for(self.draft.person, self.interview, self.position)

    @property
    def eased(self) -> dict[str, tuple[str, ...]]:
        """The concerns that letters of the position answered, by the folded names of the recipients."""
        return eased_concerns(self.position)

    @property
    def states(self) -> LetterStates:
        """How far all unsent letters of the interview are."""
        return letter_states(self.interview, self._session.logbook, self.plan.today, self.people)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels to choose from, among them that of the draft."""
        options = channels(self.kind, self.recipients, self.plan)
        own = self.draft.channel
        return options if not own or own in options else (*options, own)

    @property
    def outgoing(self) -> Outgoing:
        """The letter with all that is needed to hand it over."""
        return Outgoing(self.draft, self.recipients, self.plan, self.interview.company)

    def load(self, person: str) -> None:
        """Take up the draft for a person; without one, an opening."""
        draft = find_draft(self.interview, self.kind, person, self.people)
        self.is_stored = draft is not None
        if draft is None:
            subject, body = compose(
                self.kind,
                person,
                self.interview,
                self.plan,
                self._session.logbook,
                owes_thanks=self._owes_thanks(person),
                answer_by=self._other_offer_by(),
            )
            draft = Draft(
                id=self._session.new_id(),
                kind=self.kind.contact,
                letter="" if self.kind.id == self.kind.contact else self.kind.id,
                person=person,
                channel=channels(self.kind, (person,), self.plan)[0],
                subject=subject,
                body=body,
            )
        self.draft = self._loaded = draft
        self.review: Review = self._proofread()

    def _owes_thanks(self, person: str) -> bool:
        """Return whether the time for thanking a person passed without a note."""
        plan = self.plan
        unthanked = [fold_name(other.person.name) for other in plan.people if other.thank.sent is None]
        return plan.step(StepId.THANK).status is Status.LAPSED and fold_name(person) in unthanked

    def _other_offer_by(self) -> date | None:
        """Return the first day by which an offer for another position has to be answered; None without."""
        own = self.position.id
        plans = [plan for plan in self._session.open_plans() if plan.position.id != own]
        offers = [plan.offer for plan in plans if plan.offer is not None]
        return min((offer.answer_by for offer in offers if not offer.is_estimate), default=None)

    def typed(self) -> None:
        """Schedule a save and, at the next pause, proofreading."""
        if self._autosave is None:
            self._autosave = self._host.call_in(AUTOSAVE_SECONDS, self.save)
        if self._proofreading is not None:
            self._proofreading.cancel()
        self._proofreading = self._host.call_in(PROOFREAD_SECONDS, self.check)

    def save(self, is_typed: bool = True) -> None:
        """Store the fields. With `is_typed`, it may be one step of undo with earlier typing."""
        if self._autosave is not None:
            self._autosave.cancel()
            self._autosave = None
        fields = None if self._is_closed else self._host.read_fields()
        if fields is not None:
            self._store(self.draft.but(**fields._asdict()), is_typed=is_typed)

    def check(self) -> None:
        """Save and proofread the draft, and show the result."""
        if self._proofreading is not None:
            self._proofreading.cancel()
            self._proofreading = None
        self.save()
        self.review = self._proofread()
        self._host.show_draft()

    def address(self, names: tuple[str, ...]) -> None:
        """Send this draft to other people."""
        self._store(self.draft.but(person=", ".join(names)), is_typed=False)

    def toggle_recipient(self, name: str) -> None:
        """Add a person to the recipients, or take them out; the last one stays."""
        names = self.recipients
        self.save()
        if name not in names:
            self.address((*names, name))
        elif len(names) > 1:
            self.address(tuple(recipient for recipient in names if recipient != name))
        else:
            self.address(names)

    def answer(self, concern: LetterFact, text: str) -> None:
        """Write the answer to a concern after its line in the notes."""
        self._session.do(AnswerLine(concern.interview_id, concern.text, text))

    def dismiss(self, finding: Finding) -> None:
        """Keep the text that was found as it is: the finding is not open any more."""
        dismissed = (*self.draft.dismissed, dismissal(finding, self.draft))
        self._store(self.draft.but(dismissed=dismissed), is_typed=False)

    def next_person(self) -> str | None:
        """Return the next person who still needs a letter of this kind; None if there is nobody."""
        people = self.plan.people
        finished = {person.person.name for person in people if self.kind.state_for(person).is_finished}
        own, names = set(map(fold_name, self.recipients)), self.people
        here = max((n for n, name in enumerate(names) if fold_name(name) in own), default=-1)
        following = (*names[here + 1 :], *names[: here + 1])
        return next((name for name in following if fold_name(name) not in own and name not in finished), None)

    def record(self) -> str:
        """Put the letter on record as sent, and remove the draft; return what else follows, in a sentence."""
        session = self._session
        before = self.plan.outcome
        owed = [planned.material.what for planned in self.plan.materials if planned.sent is None]
        new_ids = (session.new_id() for _ in count())
        contacts = sent_contacts(self.draft, self.recipients, session.now(), new_ids, self._reason, owed)
        session.do(SendLetter(self.interview.id, self.draft.id, contacts, session.now()))
        self._close()
        return self.kind.result if self.plan.outcome != before else ""

    def discard(self) -> None:
        """Delete the draft."""
        self._session.do(DiscardDraft(self.interview.id, self.draft.id, self._session.now()))
        self._close()

    def _close(self) -> None:
        for timer in (self._autosave, self._proofreading):
            if timer is not None:
                timer.cancel()
        self._is_closed = True

    def _store(self, draft: Draft, *, is_typed: bool) -> None:
        """Put a draft in place of this one; one that was not stored yet only if it was changed."""
        is_changed, self.draft = draft != self.draft, draft
        interview = self.interview
        is_untouched = draft.but(channel=self._loaded.channel) == self._loaded
        if self.is_stored or not is_untouched:
            self.is_stored = True
            if is_changed and self._session.logbook.interview(interview.id) is None:
                # Deleted elsewhere, and written to here: it stays, as in a merge, or the text would be lost.
                self._session.do(AddInterview(interview), save=False)
            self._session.do(WriteDraft(interview.id, draft, is_typed))

    def _proofread(self) -> Review:
        return review(self.draft, self.interview, self._session.logbook, self.plan.today)
