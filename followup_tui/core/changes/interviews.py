"""Changes to interviews: add, edit, delete, tick or skip a step, skip a person, set the promised day."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from followup_tui.core.changes.base import edit_interview, remember_deleted
from followup_tui.core.changes.inbox import FileInbox
from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import STEP_TITLES, Interview, Logbook, Promise, StepId
from followup_tui.core.rules.position import position_with
from followup_tui.core.text import fold_name

_IN_FORM = ("company", "role", "round", "position", "held_at", "their_zone", "setting", "outcome", "let_go")
"""The fields of an interview that its form shows."""


class AddInterview(NamedTuple):
    """Add an interview to the end of the logbook, with the lines of the inbox that are for it.

    Where its notes would have lapsed by `today`, as it is long past or a later round was held, that day
    becomes its `added_on`: its notes are asked for on it.
    """

    interview: Interview
    today: date | None = None

    @property
    def title(self) -> str:
        return f"adding {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        interview, today = self.interview, self.today
        if today is not None and self._notes_have_lapsed(logbook, today):
            interview = interview.but(added_on=today)
        return FileInbox().apply(logbook.but(interviews=(*logbook.interviews, interview)))

    def _notes_have_lapsed(self, logbook: Logbook, today: date) -> bool:
        """Return whether it is too late to ask for notes: long past, or a later round was held."""
        held_on = self.interview.held_on
        if (today - held_on).days > logbook.rules.notes_lapse_days:
            return True
        rounds = position_with(self.interview, (*logbook.interviews, self.interview)).rounds
        return any(held_on < round_.held_on <= today for round_ in rounds)


class AddInterviews(NamedTuple):
    """Add several interviews to the end of the logbook, with the lines of the inbox that are for them."""

    interviews: tuple[Interview, ...]

    @property
    def title(self) -> str:
        return f"adding {count(len(self.interviews), 'interview')}"

    def apply(self, logbook: Logbook) -> Logbook:
        return FileInbox().apply(logbook.but(interviews=(*logbook.interviews, *self.interviews)))


class EditInterview(NamedTuple):
    """Replace the fields of an interview that its form shows: not its notes, ticks, contacts or drafts."""

    interview: Interview

    @property
    def title(self) -> str:
        return f"editing {self.interview.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        new = {name: getattr(self.interview, name) for name in _IN_FORM}
        return edit_interview(logbook, self.interview.id, lambda old: old.but(**new))


class DeleteInterview(NamedTuple):
    """Delete an interview; the logbook remembers the deletion (`Deleted`), made at the moment `at`."""

    interview_id: str
    company: str
    at: datetime

    @property
    def title(self) -> str:
        return f"deleting {self.company}"

    def apply(self, logbook: Logbook) -> Logbook:
        old = logbook.interview(self.interview_id)
        if old is None:
            return logbook
        after = logbook.but(
            interviews=tuple(interview for interview in logbook.interviews if interview is not old)
        )
        return remember_deleted(after, "interview", (old,), self.at)


class TickStep(NamedTuple):
    """Tick a step by hand (`tick` is a day), skip it (`skipped`), or leave it to the rules (None)."""

    interview_id: str
    step: StepId
    tick: date | Literal["skipped"] | None

    @property
    def title(self) -> str:
        verb = "unticking" if self.tick is None else "skipping" if self.tick == "skipped" else "ticking"
        return f"{verb} “{STEP_TITLES[self.step]}”"

    def apply(self, logbook: Logbook) -> Logbook:
        return edit_interview(
            logbook, self.interview_id, lambda old: old.but(ticks=old.ticks.with_tick(self.step, self.tick))
        )


class SkipPerson(NamedTuple):
    """Skip thanking, or connecting with, one person; with `skip` false, no longer skip it."""

    interview_id: str
    step: Literal[StepId.THANK, StepId.CONNECT]
    person: str
    skip: bool

    @property
    def title(self) -> str:
        return f"{'skipping' if self.skip else 'no longer skipping'} {self.person}"

    def apply(self, logbook: Logbook) -> Logbook:
        field = "thank" if self.step is StepId.THANK else "connect"

        def edit(old: Interview) -> Interview:
            names: tuple[str, ...] = getattr(old.skips, field)
            names = tuple(name for name in names if fold_name(name) != fold_name(self.person))
            return old.but(skips=old.skips.but(**{field: (*names, self.person) if self.skip else names}))

        return edit_interview(logbook, self.interview_id, edit)


class SetPromise(NamedTuple):
    """Set or revise the promised day; earlier promises stay on record."""

    interview_id: str
    promise: Promise

    @property
    def title(self) -> str:
        return "setting the promised day"

    def apply(self, logbook: Logbook) -> Logbook:
        return edit_interview(
            logbook, self.interview_id, lambda old: old.but(promises=(*old.promises, self.promise))
        )
