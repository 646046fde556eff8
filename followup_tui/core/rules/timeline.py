"""From a plan to what the timeline shows: lanes of days, marks on them, and a sentence for each day."""

from collections.abc import Iterator
from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple

from followup_tui.core.dates.format import day_name, day_span, distance
from followup_tui.core.dates.workdays import is_working
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, StepId
from followup_tui.core.rules.contacts import answer_words, contact_day, contact_title, is_call
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.outcomes import is_cancelled
from followup_tui.core.rules.plan_types import Blocker, Promised, Status, after_comma_if_estimate
from followup_tui.core.rules.position import Position
from followup_tui.core.rules.round_plan import noted_promises
from followup_tui.core.text import clean_line

_WORDS = {
    Blocker.QUIET: "quiet",
    Blocker.TOO_SOON: "too soon",
    Blocker.SPACING: "too soon",
    Blocker.WEEKEND: "not a working day",
    Blocker.HOLIDAY: "not a working day",
}
"""What the timeline calls a day on which a follow-up may not go out, by the reason."""


class Lane(StrEnum):
    """The rows of the ribbon."""

    NOTES = "notes"
    THANKS = "thanks"
    QUIET = "quiet"
    FOLLOW = "follow up"


class Shade(Enum):
    """How a day is shaded in a lane, and so what may be done on it."""

    NONE = "none"
    DUE = "due"
    """The day for it."""
    FADING = "fading"
    """Past the day for it, and getting worse."""
    QUIET = "quiet"
    GOOD = "good"
    """A day in the window."""
    STILL_GOOD = "still good"
    """Allowed, after the window."""


class MarkKind(StrEnum):
    """What a mark on a day of the timeline is about."""

    INTERVIEW = "interview"
    PROMISED = "promised day"
    EARLIER_PROMISE = "earlier promise"
    MATERIAL = "material due"
    SENT = "sent"
    RECEIVED = "received"
    WINDOW = "window"
    OFFER = "offer"


class Mark(NamedTuple):
    """Something that happened on a day, or is set for it."""

    day: date
    kind: MarkKind
    text: str
    is_past: bool = False
    """Whether it has happened, or its day is over."""
    words: str = ""
    """All that they wrote, of a message received."""


class Timeline(NamedTuple):
    """What the timeline of a position shows, seen from one interview; days run without end both ways."""

    today: date
    held_on: date
    case: FollowUpCase
    notes: Status
    thanks: Status
    marks: tuple[Mark, ...]
    """In the order of their days."""

    def shade(self, lane: Lane, day: date) -> Shade:
        """Return what `day` is in `lane`; for follow-ups a day is good exactly if the verdict allows it."""
        since = (day - self.held_on).days
        if lane is Lane.NOTES:
            return _fading(since, self.case.rules.notes_fade_days)
        if lane is Lane.THANKS:
            return _fading(since, self.case.rules.thank_very_late_days)
        if lane is Lane.QUIET:
            until = self.case.promised.day
            if self.case.answered_on is not None:
                until = min(until, self.case.answered_on)
            elif self.case.waits_for_nothing:
                until = min(until, self.today)
            return Shade.QUIET if since >= 0 and day <= until else Shade.NONE
        if not self.case.allows(day):
            return Shade.NONE
        return Shade.STILL_GOOD if self.case.is_after_window(day) else Shade.GOOD

    def is_pending(self, lane: Lane) -> bool:
        """Return whether what `lane` asks for is still to be done; never in a closed position."""
        return not self.case.outcome and not self.is_finished(lane)

    def status(self, lane: Lane) -> Status | None:
        """Return the status of the step that `lane` belongs to; None of lanes that only show days."""
        return {Lane.NOTES: self.notes, Lane.THANKS: self.thanks}.get(lane)

    def is_finished(self, lane: Lane) -> bool:
        """Return whether what `lane` asks for is done, skipped or lapsed."""
        status = self.status(lane)
        return status is not None and status.is_finished

    def is_free(self, day: date) -> bool:
        """Return whether `day` is a weekend or a holiday."""
        return not is_working(day, self.case.rules.holidays)

    def marks_on(self, day: date) -> tuple[Mark, ...]:
        """Return the marks on `day`."""
        return tuple(mark for mark in self.marks if mark.day == day)

    def explain(self, day: date) -> str:
        """Return one line on `day`: whether a follow-up is right and why, and what happened or is due."""
        name = f"{day_name(day, self.today)}, {distance(day, self.today)}"
        marks = "; ".join(mark.text for mark in self.marks_on(day))
        return " · ".join(part for part in (name, self._follow_up_text(day), marks) if part)

    def _follow_up_text(self, day: date) -> str:
        """Return whether a follow-up is right on `day`, and why."""
        if day < self.case.held_on:
            return "before the interview"
        verdict = self.case.verdict(day, self.today)
        if verdict.allowed:
            is_late = self.case.is_after_window(day)
            good = "late, still fine to follow up" if is_late else "good for a follow-up"
            return f"{good}: {verdict.why}"
        word = _WORDS.get(verdict.blocker, "no follow-up") if verdict.blocker else "no follow-up"
        return f"{word}: {verdict.why}"


def timeline(interview: Interview, plan: Plan, position: Position) -> Timeline:
    """Return the timeline seen from `interview`, with all rounds and contacts of its position."""
    marks = [mark._replace(is_past=mark.is_past or mark.day < plan.today) for mark in _marks(position, plan)]
    marks.sort(key=lambda mark: mark.day)
    return Timeline(
        today=plan.today,
        held_on=interview.held_on,
        case=plan.case,
        notes=plan.step(StepId.WRITE_DOWN).status,
        thanks=plan.step(StepId.THANK).status,
        marks=tuple(marks),
    )


def _marks(position: Position, plan: Plan) -> Iterator[Mark]:
    """Yield a mark for whatever happened, or is to happen, in any round of the position."""
    for record in position.interviews:
        has_begun = plan.has_begun if record.held_on == plan.held_on else record.held_on < plan.today
        what = "cancelled interview" if is_cancelled(record) else "interview"
        at = plan.user_clock.time(record.held_at, record.their_zone)
        yield Mark(record.held_on, MarkKind.INTERVIEW, f"{what} {at}", has_begun)
    for decide_by, said_on in _earlier_promises(position, plan).items():
        text = f"promised earlier, on {day_name(said_on, plan.today)}"
        yield Mark(decide_by, MarkKind.EARLIER_PROMISE, text)
    yield from _promised_marks(plan)
    if plan.offer is not None:
        estimate = after_comma_if_estimate(plan.offer.is_estimate)
        yield Mark(plan.offer.answer_by, MarkKind.OFFER, f"answer the offer{estimate}")
    for material in plan.materials:
        if material.due_on is not None and material.status is not Status.DONE and not plan.outcome:
            estimate = after_comma_if_estimate(material.is_estimate)
            yield Mark(material.due_on, MarkKind.MATERIAL, f"send {material.material.what}{estimate}")
    for contact in position.contacts:
        kind = MarkKind.RECEIVED if contact.kind is ContactKind.REPLY else MarkKind.SENT
        how = f", {contact.channel}" if contact.channel else ""
        text = f"{_describe(contact)}{how} {plan.user_clock.time(contact.at)}"
        words = contact.text.strip() if kind is MarkKind.RECEIVED else ""
        yield Mark(contact_day(contact), kind, text, is_past=True, words=words)
    if plan.window.opens is not None and plan.window.closes is not None and plan.answered_on is None:
        which = "second follow-up" if plan.follow_ups.sent else "follow up"
        span = day_span(plan.window.opens, plan.window.closes, plan.today)
        yield Mark(plan.window.opens, MarkKind.WINDOW, f"{which} {span}")


def _promised_marks(plan: Plan) -> Iterator[Mark]:
    """Yield the promised day, unless nothing is owed on it; of a planned round our estimate from its day."""
    promised, wait = plan.promised, plan.step(StepId.WAIT)
    if plan.case.awaits_decision or (promised.day < plan.today and not promised.is_estimate):
        yield Mark(promised.day, MarkKind.PROMISED, _promise_text(promised))
    is_ahead = not plan.has_begun and not plan.is_current and not plan.outcome
    if is_ahead and wait.is_estimate and wait.closes is not None:
        yield Mark(wait.closes, MarkKind.PROMISED, ESTIMATE_TEXT)


ESTIMATE_TEXT = "their answer, our estimate"


def _describe(contact: Contact) -> str:
    """Return what a contact was, for the list below the ribbon: `thank-you note to Dana`, `sent CV`."""
    if contact.kind is ContactKind.REPLY:
        did, answer = "called" if is_call(contact) else "answered", answer_words(contact)
        return f"{contact.person or 'they'} {did}{': ' if answer else ''}{answer}"
    if contact.kind is ContactKind.MATERIAL:
        what = f"sent {clean_line(contact.text) or 'what they asked for'}"
        return f"{what} to {contact.person}" if contact.person else what
    return contact_title(contact)


def _earlier_promises(position: Position, plan: Plan) -> dict[date, date]:
    """Return the days promised before the one that counts, each with the last day on which it was said."""
    if not plan.promised.is_recorded:
        return {}
    promised = [(noted.said_on, noted.day) for noted in noted_promises(plan.facts, plan.held_on)]
    promised += [(promise.said_on, promise.decide_by) for promise in position.promises]
    return {day: said_on for said_on, day in promised if day != plan.promised.day}


def _promise_text(promised: Promised) -> str:
    if promised.is_estimate:
        return ESTIMATE_TEXT
    return f"promised day “{promised.words}”" if promised.words else "promised day"


def _fading(since: int, days: int) -> Shade:
    if since == 0:
        return Shade.DUE
    return Shade.FADING if 0 < since <= days else Shade.NONE
