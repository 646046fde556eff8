"""Whether a follow-up may be sent on a day, and which rule decides.

A position has one verdict, one quiet period, one window and one budget: those of its latest round.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from followup_tui.core.dates.format import count, day_name, on_day
from followup_tui.core.dates.workdays import add_working_days, is_working, next_working
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.plan_types import Blocker, FollowUps, Offer, Promised, Source, Verdict, Window

_DAY = timedelta(days=1)
_YIELDS_TO_OFFER = (
    Blocker.QUIET, Blocker.TOO_SOON, Blocker.SPACING, Blocker.ANSWERED, Blocker.PLANNED,
)  # fmt: skip
"""What an offer in hand elsewhere overrules: all that asks for patience, but neither budget nor outcome."""


class FollowUpCase(NamedTuple):
    """All that decides about the follow-ups of a position, and the rules applied to it."""

    held_on: date
    """The day of the latest round held; where none was held, of the first that is planned."""
    outcome: str
    """The outcome that closed the position; empty while it is open."""
    promised: Promised
    answered_on: date | None
    """The day of the answer that ended the wait; None while a quiet period or a window counts."""
    sent_on: tuple[date, ...]
    """The days of the follow-ups sent since that round, in order."""
    limit: int
    """How many follow-ups may be sent since that round."""
    rules: Rules
    next_round_at: datetime | None = None
    """When the next round begins, where one is on record."""
    offer: Offer | None = None
    """Their offer, which waits for the user's answer."""
    is_cancelled: bool = False
    """Whether no round was held and the latest was called off."""
    goes_on: bool = False
    """Whether the latest round went on to another, which is not on record yet."""
    invited_on: date | None = None
    """The day of their invitation to a round that is not on record yet; None without one."""
    other_offer_by: date | None = None
    """The last day on which an offer in hand elsewhere is a reason to write; None without one."""

    @property
    def budget(self) -> FollowUps:
        """How many follow-ups were sent, and how many may be."""
        return FollowUps(len(self.sent_on), self.limit)

    @property
    def is_spent(self) -> bool:
        """Whether no follow-up is left."""
        return len(self.sent_on) >= self.limit

    @property
    def _awaits_round(self) -> bool:
        return self.next_round_at is not None or self.goes_on

    @property
    def waits_for_nothing(self) -> bool:
        """Whether nothing is to be asked of them: closed, an offer is open, or a next round is to come."""
        return bool(self.outcome) or self.offer is not None or self._awaits_round

    @property
    def awaits_decision(self) -> bool:
        """Whether a decision of theirs is still to come: none after an offer or an outcome.

        A planned round is their answer to what was promised for before it (ours).
        """
        if self.outcome or self.offer is not None:
            return False
        planned = self.next_round_at
        return planned is None or (not self.promised.is_estimate and self.promised.day >= planned.date())

    @property
    def awaits_round_day(self) -> bool:
        """Whether they invited the user to a round whose day is not known yet."""
        return not self.outcome and (self.goes_on or self.invited_on is not None)

    @property
    def is_over(self) -> bool:
        """Whether no day will be right for a follow-up, as matters stand."""
        return self.waits_for_nothing or self.is_spent

    def is_quiet(self, today: date) -> bool:
        """Return whether the quiet period lasts, whatever was ticked by hand."""
        return not self.waits_for_nothing and self.answered_on is None and today <= self.promised.day

    @property
    def too_soon_until(self) -> date:
        """The last day that is too soon after the round (article)."""
        return self.held_on + timedelta(days=0 if self.is_cancelled else self.rules.too_soon_days)

    @property
    def spaced_until(self) -> date | None:
        """The last day that is too close to the follow-up before; None before the first (career guides)."""
        if not self.sent_on:
            return None
        return self.sent_on[-1] + timedelta(days=self.rules.second_follow_up_days) - _DAY

    @property
    def answered_until(self) -> date | None:
        """The last day that is too soon after the answer that ended the wait; None without one (ours)."""
        if self.answered_on is None:
            return None
        after_answer = self.answered_on + timedelta(days=self.rules.answer_days) - _DAY
        return max(after_answer, self.promised.day, self.too_soon_until)

    @property
    def opens(self) -> date:
        """The first day that no date forbids: after the quiet period, not too soon, spaced, working."""
        blocked = [self.promised.day, self.too_soon_until, self.spaced_until, self.answered_until]
        last = max(filter(None, blocked))
        return next_working(last + _DAY, self.rules.holidays)

    @property
    def window(self) -> Window:
        """The working days that are right for the next follow-up; empty where none will be."""
        return Window() if self.is_over else Window(*self.days_from(self.opens))

    def is_after_window(self, day: date) -> bool:
        """Return whether `day` is after the window of the next follow-up."""
        closes = self.window.closes
        return closes is not None and day > closes

    @property
    def first_opens(self) -> date:
        """The first day of the window after the promised day, whatever was sent or answered since."""
        is_untouched = not self.sent_on and self.answered_on is None
        return self.opens if is_untouched else self._replace(sent_on=(), answered_on=None).opens

    def days_from(self, opens: date) -> tuple[date, date]:
        """Return the first and last day of the window that opens with the working day `opens`."""
        return opens, add_working_days(opens, self.rules.window_working_days - 1, self.rules.holidays)

    def verdict(self, day: date, today: date) -> Verdict:
        """Return whether `day` is right for a follow-up; days are named as seen from `today`."""
        blocker, for_offer = self._decide(day)
        if blocker is None and for_offer:
            why = self._why_offer_elsewhere(today)
            return Verdict(allowed=True, from_day=day, why=why, for_offer=True)
        from_day = day if blocker is None else self._next_right_day(day)
        why = self._why(blocker, day, today)
        return Verdict(allowed=blocker is None, from_day=from_day, why=why, blocker=blocker)

    def allows(self, day: date) -> bool:
        """Return whether `day` is right for a follow-up, as `verdict` does, without its sentence."""
        blocker, _ = self._decide(day)
        return blocker is None

    def _decide(self, day: date) -> tuple[Blocker | None, bool]:
        """Return what forbids a follow-up on `day`, and whether an offer elsewhere overrules all but that."""
        blocker = self._blocker(day)
        if blocker in _YIELDS_TO_OFFER and self._is_offer_day(day):
            return self._free_day(day), True
        return blocker, False

    def _next_right_day(self, day: date) -> date | None:
        """Return the first day from `day` on that is right for a follow-up; None if none will be."""
        working_day = next_working(day, self.rules.holidays)
        may_write = not self.outcome and not self.is_spent and day >= self.held_on
        if may_write and self._is_offer_day(working_day):
            return working_day
        return None if self.is_over else max(self.opens, working_day)

    def _free_day(self, day: date) -> Blocker | None:
        """Return why `day` is not a working day; None if it is."""
        if day in self.rules.holidays:
            return Blocker.HOLIDAY
        return None if is_working(day, self.rules.holidays) else Blocker.WEEKEND

    def _is_offer_day(self, day: date) -> bool:
        return self.other_offer_by is not None and self.offer is None and day <= self.other_offer_by

    def _blocker(self, day: date) -> Blocker | None:
        """Return the rule against a follow-up on `day` that is the most useful to name; None if none is."""
        if self.outcome:
            return Blocker.CLOSED
        if self.offer is not None:
            return Blocker.OFFER
        # A spent budget is worth naming before a planned round only where one more message would be right.
        if self.is_spent and (not self._awaits_round or self._is_offer_day(day)):
            return Blocker.BUDGET
        if day < self.held_on and not self.is_cancelled:
            return Blocker.NOT_HELD
        if self._awaits_round:
            return Blocker.PLANNED
        # The blocker that holds longest is the most useful to name.
        if self.answered_until is not None:
            longest, until = Blocker.ANSWERED, self.answered_until
        else:
            longest, until = Blocker.QUIET, self.promised.day
            if self.too_soon_until > until:
                longest, until = Blocker.TOO_SOON, self.too_soon_until
        spaced_until = self.spaced_until
        if spaced_until is not None and spaced_until > until:
            longest, until = Blocker.SPACING, spaced_until
        return longest if day <= until else self._free_day(day)

    def _why(self, blocker: Blocker | None, day: date, today: date) -> str:
        """Return the sentence that says what is against `day`, or why it is right."""
        match blocker:
            case None:
                return self._why_allowed(day, today)
            case Blocker.QUIET:
                return self._why_quiet(today)
            case Blocker.WEEKEND:
                name = day_name(day, today)
                return f"{name} is a weekend; follow-ups go out on working days ({Source.OURS})."
            case Blocker.HOLIDAY:
                free = f"{day_name(day, today)} is one of your holidays"
                return f"{free}; follow-ups go out on working days ({Source.OURS})."
            case Blocker.TOO_SOON:
                days = count(self.rules.too_soon_days, "day")
                return f"The {days} after the interview are too soon to follow up ({Source.ARTICLE})."
            case Blocker.SPACING:
                days = count(self.rules.second_follow_up_days, "day")
                sent = on_day(self.sent_on[-1], today)
                return f"The last follow-up went out {sent}; the next waits {days} ({Source.GUIDES})."
            case Blocker.BUDGET:
                sent = count(self.budget.sent, "follow-up")
                return f"{sent} sent, and {Source.ARTICLE} allows one, maybe two. Now it is their turn."
            case Blocker.ANSWERED:
                answered = on_day(self.answered_on or day, today)
                return f"They answered {answered}, so there is nothing to ask."
            case Blocker.CLOSED:
                return f"This one is closed: {self.outcome}."
            case Blocker.OFFER if self.offer is not None and self.offer.is_their_turn:
                return "They made you an offer, and you asked about it; now it is their turn."
            case Blocker.OFFER:
                return "They made you an offer and are waiting for your answer; nothing to ask."
            case Blocker.PLANNED:
                if self.next_round_at is None:
                    return f"They invited you to another round; add it once you know the day ({Source.OURS})."
                when = on_day(self.next_round_at.date(), today)
                return f"The next round is {when}; before it there is nothing to ask ({Source.OURS})."
            case Blocker.NOT_HELD:
                return f"The interview is {on_day(self.held_on, today)}; follow up after it."

    def _why_quiet(self, today: date) -> str:
        """Return until when it is quiet, and whose rule or which words say so."""
        promised = self.promised
        until = day_name(promised.day, today)
        if promised.is_estimate:
            days = count((promised.day - promised.said_on).days, "day")
            if self.invited_on is not None:
                invited = f"They invited you to the next round {on_day(self.invited_on, today)}"
                return f"{invited}, without a day; quiet for {days}, until {until} ({Source.OURS})."
            return f"No date is known; quiet for {days}, until {until} ({Source.GUIDES})."
        words = f"“{promised.words}” is {until}" if promised.words else f"The promised day is {until}"
        return f"{words}; wait until it has passed ({Source.ARTICLE})."

    def _why_allowed(self, day: date, today: date) -> str:
        """Return why a follow-up is right on `day`: what has passed since when."""
        if self.answered_on is not None:
            answered = on_day(self.answered_on, today)
            return f"They answered {answered}, and nothing since; checking in is fine ({Source.OURS})."
        if self.sent_on:
            text = f"{count(self.rules.second_follow_up_days, 'day')} have passed since the last one"
            left = self.budget.left
            then = "this would be the last" if left == 1 else f"{left} are left"
            return f"{text} ({Source.GUIDES}); {then}."
        which = "the day we estimated" if self.promised.is_estimate else "the promised day"
        passed = day_name(self.promised.day, today)
        if self.is_after_window(day):
            days = count((day - self.promised.day).days, "day")
            past = f"{which.capitalize()}, {passed}, is {days} past"
            return f"{past}; late is better than never ({Source.ARTICLE})."
        return (
            f"{which.capitalize()}, {passed}, has passed; a day or two later is the time ({Source.ARTICLE})."
        )

    def _why_offer_elsewhere(self, today: date) -> str:
        """Return that the offer of another company is a reason to write before the promised day."""
        until = day_name(self.other_offer_by or today, today)
        if self.answered_on is not None or self.waits_for_nothing:
            comes = ""
        elif self.promised.day < (self.other_offer_by or today):
            comes = f" Their day, {day_name(self.promised.day, today)}, comes before it."
        else:
            comes = f" Their day, {day_name(self.promised.day, today)}, comes too late for it."
        return (
            f"You have an offer elsewhere, to be answered by {until}: tell them so ({Source.GUIDES}).{comes}"
        )
