"""The six steps of a round: for each its state, its days, and one sentence that names the rule.

The last two steps of the current round depend on the whole position. Those of earlier rounds are done once a
later round is on record, held or planned (ours: it is their answer).
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from followup_tui.core.dates.format import count, day_name, day_span, listed, on_day
from followup_tui.core.model.logbook import SKIPPED, Setting, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.plan_types import PersonPlan, Source, Status, StepPlan


class Situation(NamedTuple):
    """All that the six steps of a round depend on."""

    held_on: date
    setting: Setting
    """In person where any of its interviews was."""
    facts: Facts
    has_promise: bool
    """Whether a promised day was put on record for it."""
    people: tuple[PersonPlan, ...]
    ticks: dict[StepId, date | Literal["skipped"]]
    case: FollowUpCase
    """What decides about follow-ups, as of this round."""
    today: date
    has_begun: bool
    window_has_opened: bool
    """Whether the round's first follow-up window had opened, whatever was answered later."""
    next_is_held: bool
    """Whether the next round has been held."""
    is_cancelled: bool
    is_current: bool
    added_on: date | None
    """The day on which it was put on record, where its notes had lapsed by then."""

    @property
    def has_timeline(self) -> bool:
        """Whether it is on record when they will decide, understood or not."""
        return self.facts.covers(signs.PROMISE) or self.has_promise

    @property
    def rules(self) -> Rules:
        """The numbers to go by."""
        return self.case.rules

    @property
    def days_since(self) -> int:
        """Days since the day of the round; below 0 before it."""
        return (self.today - self.held_on).days


def six_steps(situation: Situation) -> tuple[StepPlan, ...]:
    """Return the six steps in their order, all upcoming before the round unless ticked by hand."""
    steps: tuple[StepPlan, ...] = (
        _ask(situation),
        _write_down(situation),
        _thank(situation),
        _connect(situation),
        _wait(situation),
        _follow_up(situation),
    )
    if situation.is_cancelled:
        steps = tuple(map(_without_round, steps[:4])) + steps[4:]
        if not situation.is_current:
            steps = tuple(map(_without_round, steps))
    elif not situation.has_begun:
        steps = tuple(step._replace(status=Status.UPCOMING) for step in steps)
    if not situation.ticks:
        return steps
    return tuple(_by_hand(step, situation) for step in steps)


def _without_round(step: StepPlan) -> StepPlan:
    return step._replace(status=Status.LAPSED, why="This round was cancelled.")


def _by_hand(step: StepPlan, situation: Situation) -> StepPlan:
    """Return the step as the user marked it, if they did: a mark counts for more than what was found."""
    tick = situation.ticks.get(step.step)
    if tick is None:
        return step
    if tick == SKIPPED:
        status, why = Status.SKIPPED, "You skipped this step."
    else:
        status, why = Status.DONE, f"You marked this done {on_day(tick, situation.today)}."
    if step.step is StepId.WAIT and situation.case.is_quiet(situation.today):
        why = f"Still quiet until {day_name(situation.case.promised.day, situation.today)}. {why}"
    return step._replace(status=status, why=why, by_hand=True)


def _ask(situation: Situation) -> StepPlan:
    """Return step 1: done when the notes have a timeline and say whether material is wanted (article)."""
    day, facts = situation.held_on, situation.facts
    has_timeline, has_material = situation.has_timeline, facts.covers(signs.MATERIAL)
    if has_timeline and has_material:
        status, why = Status.DONE, "The timeline and the material question are in your notes (the article)."
    else:
        status = _status(situation, Status.OPEN, 1)
        missing = [
            text
            for text, is_known in (
                ("what happens next and by when (>)", has_timeline),
                ("whether they want more material (+)", has_material),
            )
            if not is_known
        ]
        source = Source.ARTICLE.capitalize()
        when = "says to ask, before you leave," if not situation.has_begun else "says to find out"
        why = f"{source} {when} {listed(missing)}."
    return StepPlan(StepId.ASK, status, why, opens=day, due=day)


def _write_down(situation: Situation) -> StepPlan:
    """Return step 2: done once the notes cover every kind of fact, late after a day, lapsed after a week."""
    day, rules, facts = situation.held_on, situation.rules, situation.facts
    missing = [f"{sign.missing} ({sign})" for sign in facts.missing()]
    if not missing:
        status, why = Status.DONE, "Your notes cover every kind that the article names."
    else:
        status = _notes_status(situation)
        fade = f"Up to {rules.notes_fade_percent}% is gone within {rules.notes_fade_days} days"
        none = f"“{facts.missing()[0]} none”"
        why = f"Still missing: {listed(missing)}, or {none}. {fade} ({Source.ARTICLE})."
        if status is Status.LAPSED:
            why = f"Still missing: {listed(missing)}. It is too long ago to ask for it ({Source.OURS})."
    return StepPlan(StepId.WRITE_DOWN, status, why, opens=day, due=day)


def _notes_status(situation: Situation) -> Status:
    """Return the state of unwritten notes: late ones lapse after a week, or when the next round is held.

    A round that was put on record later than that asks for its notes on that day, as open.
    """
    rules = situation.rules
    if situation.next_is_held or situation.days_since > rules.notes_lapse_days:
        is_new = situation.added_on is not None and situation.today <= situation.added_on
        return Status.OPEN if is_new else Status.LAPSED
    return _status(situation, Status.LATE, rules.write_down_late_days)


def _thank(situation: Situation) -> StepPlan:
    """Return step 3: done when each person is thanked or skipped; late after some days, lapsed much later."""
    day, rules, people = situation.held_on, situation.rules, situation.people
    left = [plan.person.name for plan in people if not plan.thank.is_finished]
    if not left and situation.facts.covers(signs.PERSON):
        status, why = Status.DONE, "Everyone you met has been thanked (the article)."
    else:
        status = _status(situation, Status.LATE, rules.thank_late_days)
        who = listed(left) if left else "each person you met (write them down with @)"
        why = f"A short, personal note to {who} by the end of the day ({Source.ARTICLE})."
        if _thanks_lapsed(situation):
            status = Status.LAPSED
            why = f"Too late for a note to {who}; say thank you in your next message ({Source.OURS})."
        elif status is Status.LATE:
            share = f"{rules.thank_expected_percent}% of interviewers expect one"
            share += f" within {count(rules.thank_very_late_days, 'day')} ({Source.SURVEY})"
            very = "Very late" if situation.days_since > rules.thank_very_late_days else "Late"
            why = f"{very}, and still worth sending, to {who}: {share}."
    return StepPlan(StepId.THANK, status, why, opens=day, due=day)


def _thanks_lapsed(situation: Situation) -> bool:
    """Return whether a thank-you note is no longer worth sending.

    That is after 5 days (survey), or from the first day of the round's follow-up window on, when that carries
    the thanks. A wait that was answered before has no window, and a lapse is never undone (ours).
    """
    return situation.days_since > situation.rules.thank_lapse_days or situation.window_has_opened


def _connect(situation: Situation) -> StepPlan:
    """Return step 4: optional, from the day after, with people met in person alone."""
    people, rules = situation.people, situation.rules
    opens = situation.held_on + timedelta(days=rules.connect_after_days)
    if situation.facts.covers(signs.PERSON) and all(plan.connect.is_finished for plan in people):
        status, why = Status.DONE, "Everyone is connected or skipped."
    elif situation.has_begun and situation.setting is not Setting.IN_PERSON:
        status, met = Status.DONE, situation.setting
        why = f"You met by {met}; {Source.ARTICLE} connects only with people met in person."
    elif situation.today < opens:
        status, who = Status.UPCOMING, f"only with people met in person ({Source.ARTICLE})"
        why = f"Optional, from the day after ({Source.GUIDES}); {who}."
    else:
        status = Status.OPEN
        why = f"Optional: LinkedIn, perhaps Twitter/X; never Facebook ({Source.ARTICLE})."
    return StepPlan(StepId.CONNECT, status, why, opens=opens)


def _wait(situation: Situation) -> StepPlan:
    """Return step 5: open until the promised day has passed, or something ended the wait."""
    case, today = situation.case, situation.today
    promised = case.promised
    until = day_name(promised.day, today)
    if ended := _why_ended(case, today, "; the wait is over"):
        status, why = Status.DONE, ended
    elif today > promised.day:
        status, why = Status.DONE, f"The quiet period ended with {until} ({Source.ARTICLE})."
    else:
        status = Status.OPEN
        if promised.is_estimate:
            days = count((promised.day - promised.said_on).days, "day")
            why = f"Quiet until {until}, our estimate: {days} when no date is known ({Source.GUIDES})."
        else:
            why = f"Quiet until {until}, the day they promised ({Source.ARTICLE}). Keep applying elsewhere."
    return StepPlan(
        StepId.WAIT, status, why, opens=case.held_on, closes=promised.day, is_estimate=promised.is_estimate
    )


def _follow_up(situation: Situation) -> StepPlan:
    """Return step 6: sent, due, late or not open yet."""
    case, today = situation.case, situation.today
    # This step keeps the first window after the promised day, whatever is sent or answered later. Only
    # a follow-up that was sent for an earlier promise moves it.
    sent_on = [day for day in case.sent_on if _counts_for(day, case)]
    all_were_for_earlier_promise = bool(case.sent_on) and not sent_on
    if all_were_for_earlier_promise:
        opens, closes = case.days_from(case._replace(answered_on=None).opens)
    else:
        opens, closes = case.days_from(case.first_opens)
    span = day_span(opens, closes, today)
    if ended := _why_ended(case, today, ""):
        # After an answer that asks for nothing this step is done: a further check-in is possible later,
        # but never due or late (our rule).
        status, why = Status.DONE, ended
    elif sent_on:
        status = Status.DONE
        why = f"Sent {on_day(sent_on[-1], today)}."
        if case.window.opens is not None:
            again = day_name(case.window.opens, today)
            why += f" A second one is possible from {again} ({Source.GUIDES})."
    elif case.is_spent:
        limit = case.limit
        status, why = Status.DONE, f"All {limit} follow-ups are sent ({Source.ARTICLE})."
        if not limit:
            why = "Your rules allow no follow-ups."
    elif today < opens:
        status = Status.UPCOMING
        why = f"{span}: a day or two after the promised day ({Source.ARTICLE}); working days ({Source.OURS})."
    elif today <= closes:
        status = Status.DUE
        why = f"{span} is the time to check in, with a detail you talked about ({Source.ARTICLE})."
    else:
        status = Status.LATE
        why = f"{span} was the time; a short check-in is still fine ({Source.ARTICLE})."
    return StepPlan(StepId.FOLLOW_UP, status, why, opens=opens, due=closes, closes=closes)


def _why_ended(case: FollowUpCase, today: date, over: str) -> str:
    """Return why there is nothing to wait for; empty while there is."""
    if case.offer is not None:
        return f"They made you an offer {on_day(case.offer.made_on, today)}{over}."
    if case.next_round_at is not None:
        day = case.next_round_at.date()
        return f"The next round {'was' if day < today else 'is'} {on_day(day, today)}{over}."
    if case.goes_on:
        return f"They invited you to another round{over}."
    if case.answered_on is not None:
        return f"They answered {on_day(case.answered_on, today)}{over}."
    return f"Closed: {case.outcome}." if case.outcome else ""


def _counts_for(sent_on: date, case: FollowUpCase) -> bool:
    """Return whether a follow-up sent on a day was about the promise that counts now.

    One that went out before a new promise was made belonged to the promise before; our estimate after an
    answer is such a promise, too (ours).
    """
    promised = case.promised
    is_new = promised.is_recorded or promised.said_on > case.held_on
    return not is_new or sent_on > promised.said_on or sent_on > promised.day


def _status(situation: Situation, after: Status, after_days: int) -> Status:
    return after if situation.days_since >= max(1, after_days) else Status.DUE
