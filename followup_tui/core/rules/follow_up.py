"""May I write today? The verdict on a follow-up for any day, with the reason that decided."""

from datetime import date, timedelta
from typing import NamedTuple

from followup_tui.core.dates.format import count, day_name, near_day
from followup_tui.core.dates.workdays import add_working_days, is_working, next_working
from followup_tui.core.model.logbook import Contact, ContactKind, Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan_types import Blocker, FollowUps, Promised, Source, Verdict, Window

_ONE_DAY = timedelta(days=1)


class FollowUpCase(NamedTuple):
    """All that decides about follow-ups for one interview."""

    held_on: date
    outcome: str
    promised: Promised
    answered_on: date | None
    sent_on: tuple[date, ...]
    """The days of the follow-ups sent, in order."""
    rules: Rules

    @property
    def budget(self) -> FollowUps:
        """How many were sent, and how many may be."""
        return FollowUps(len(self.sent_on), self.rules.follow_up_limit)

    @property
    def is_over(self) -> bool:
        """Whether no day will be right for a follow-up, as things stand."""
        return bool(self.outcome) or self.answered_on is not None or not self.budget.left

    def is_quiet(self, today: date) -> bool:
        """Whether the quiet period lasts, whatever is ticked by hand."""
        return not self.outcome and self.answered_on is None and today <= self.promised.day

    @property
    def too_soon_until(self) -> date:
        """The last day that is too soon after the interview (article)."""
        return self.held_on + timedelta(days=self.rules.too_soon_days)

    @property
    def spaced_until(self) -> date | None:
        """The last day that is too close to the follow-up before; None before the first (career guides)."""
        if not self.sent_on:
            return None
        return self.sent_on[-1] + timedelta(days=self.rules.second_follow_up_days) - _ONE_DAY

    @property
    def opens(self) -> date:
        """The first day that no date forbids: after the quiet period, not too soon, spaced, working."""
        blocked = [self.promised.day, self.too_soon_until, self.spaced_until or self.held_on]
        return next_working(max(blocked) + _ONE_DAY, self.rules.holidays)

    @property
    def window(self) -> Window:
        """The working days that are right for the next follow-up; empty where none will be."""
        return Window() if self.is_over else Window(*self.days_from(self.opens))

    @property
    def first_opens(self) -> date:
        """The first day that would be right if nothing had been sent yet."""
        return self._replace(sent_on=()).opens

    def days_from(self, opens: date) -> tuple[date, date]:
        """The first and last day of the window that opens with the working day `opens`."""
        return opens, add_working_days(opens, self.rules.window_working_days - 1, self.rules.holidays)

    def verdict(self, day: date, today: date) -> Verdict:
        """Whether `day` is right for a follow-up; days are named as seen from `today`."""
        blocker = self._blocker(day)
        if blocker is None:
            from_day: date | None = day
        elif self.is_over or blocker is Blocker.CLOSED:
            from_day = None
        else:
            from_day = max(self.opens, next_working(day, self.rules.holidays))
        return Verdict(day, blocker is None, from_day, self._why(blocker, day, today), blocker)

    def _blocker(self, day: date) -> Blocker | None:
        if self.outcome:
            return Blocker.CLOSED
        if self.answered_on is not None:
            return Blocker.ANSWERED
        if not self.budget.left:
            return Blocker.BUDGET
        if day < self.held_on:
            return Blocker.NOT_HELD
        # The blocker that holds longest is the most useful to name.
        until = {Blocker.QUIET: self.promised.day, Blocker.TOO_SOON: self.too_soon_until}
        if self.spaced_until is not None:
            until[Blocker.SPACING] = self.spaced_until
        longest = max(until, key=lambda blocker: until[blocker])
        if day <= until[longest]:
            return longest
        if self.rules.is_holiday(day):
            return Blocker.HOLIDAY
        return None if is_working(day, self.rules.holidays) else Blocker.WEEKEND

    def _why(self, blocker: Blocker | None, day: date, today: date) -> str:
        promised = self.promised
        if blocker is None:
            return self._why_allowed(day, today)
        if blocker is Blocker.QUIET:
            until = day_name(promised.day, today)
            if promised.is_guess:
                days = count((promised.day - self.held_on).days, "day")
                return f"No date is known; quiet for {days}, until {until} ({Source.GUIDES})."
            words = f"“{promised.words}” is {until}" if promised.words else f"The promised day is {until}"
            return f"{words}; wait until it has passed ({Source.ARTICLE})."
        if blocker is Blocker.WEEKEND:
            return f"{day_name(day, today)} is a weekend; follow-ups go out on working days ({Source.OURS})."
        if blocker is Blocker.HOLIDAY:
            free = f"{day_name(day, today)} is one of your holidays"
            return f"{free}; follow-ups go out on working days ({Source.OURS})."
        if blocker is Blocker.TOO_SOON:
            days = count(self.rules.too_soon_days, "day")
            return f"The {days} after the interview are too soon to follow up ({Source.ARTICLE})."
        if blocker is Blocker.SPACING:
            days = count(self.rules.second_follow_up_days, "day")
            sent = near_day(self.sent_on[-1], today)
            return f"The last follow-up went out {sent}; the next waits {days} ({Source.GUIDES})."
        if blocker is Blocker.BUDGET:
            sent = count(self.budget.sent, "follow-up")
            return f"{sent} sent, and {Source.ARTICLE} allows one, maybe two. Now it is their turn."
        if blocker is Blocker.ANSWERED:
            answered = near_day(self.answered_on or day, today)
            return f"They answered {answered}, so there is nothing to ask. Replying is no follow-up."
        if blocker is Blocker.CLOSED:
            return f"This one is closed: {self.outcome}."
        return f"The interview is only on {day_name(self.held_on, today)}."

    def _why_allowed(self, day: date, today: date) -> str:
        passed = day_name(self.promised.day, today)
        late = self.window.closes is not None and day > self.window.closes
        if self.sent_on:
            text = f"{count(self.rules.second_follow_up_days, 'day')} have passed since the last one"
            number = f"this would be number {len(self.sent_on) + 1} of {self.budget.limit}"
            return f"{text} ({Source.GUIDES}); {number}."
        which = "the day we guessed" if self.promised.is_guess else "the promised day"
        if late:
            days = count((day - self.promised.day).days, "day")
            past = f"{which.capitalize()}, {passed}, is {days} past"
            return f"{past}; late is better than never ({Source.ARTICLE})."
        return (
            f"{which.capitalize()}, {passed}, has passed; a day or two after it is right ({Source.ARTICLE})."
        )


def follow_up_case(interview: Interview, promised: Promised, rules: Rules) -> FollowUpCase:
    """What decides about follow-ups for `interview`, as its record of contacts stands."""
    replies = [one for one in interview.contacts if one.kind is ContactKind.REPLY]
    return FollowUpCase(
        held_on=interview.held_on,
        outcome=interview.outcome,
        promised=promised,
        answered_on=_answered_on(replies, promised, interview),
        sent_on=tuple(
            sorted(contact_day(one) for one in interview.contacts if one.kind is ContactKind.FOLLOW_UP)
        ),
        rules=rules,
    )


def contact_day(contact: Contact) -> date:
    """The calendar day on which a contact took place, where it took place."""
    return contact.at.date()


def _answered_on(replies: list[Contact], promised: Promised, interview: Interview) -> date | None:
    last = max(replies, key=lambda one: one.at, default=None)
    if last is None or last.at < interview.held_at:
        return None
    return None if _is_revised_by(promised, last) else contact_day(last)


def _is_revised_by(promised: Promised, answer: Contact) -> bool:
    """Whether the promised day came with the answer or after it: a new quiet period begins (article)."""
    if not promised.is_recorded:
        return False
    answered_on = contact_day(answer)
    if promised.said_on == answered_on and promised.at is not None:
        return promised.at >= answer.at
    return promised.said_on >= answered_on
