"""The six steps: for each its state, its days, and one sentence that says whose rule made them."""

from datetime import date, timedelta
from typing import NamedTuple

from followup_tui.core.dates.format import count, day_name, day_span, listed, near_day
from followup_tui.core.model.logbook import SKIPPED, Interview, Setting, StepId
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.follow_up import FollowUpCase
from followup_tui.core.rules.plan_types import PersonPlan, Promised, Source, Status, StepPlan


class Situation(NamedTuple):
    """All that the six steps depend on."""

    interview: Interview
    facts: Facts
    people: tuple[PersonPlan, ...]
    case: FollowUpCase
    today: date
    has_begun: bool

    @property
    def rules(self) -> Rules:
        """The numbers to go by."""
        return self.case.rules

    @property
    def days_since(self) -> int:
        """Days since the day of the interview; below 0 before it."""
        return (self.today - self.interview.held_on).days


def six_steps(now: Situation) -> tuple[StepPlan, ...]:
    """The six steps in their order. Before the interview all of them are upcoming, unless ticked by hand."""
    made: tuple[StepPlan, ...] = (
        _ask(now),
        _write_down(now),
        _thank(now),
        _connect(now),
        _wait(now),
        _follow_up(now),
    )
    if not now.has_begun:
        made = tuple(step._replace(status=Status.UPCOMING) for step in made)
    return tuple(_by_hand(step, now) for step in made)


def _by_hand(step: StepPlan, now: Situation) -> StepPlan:
    tick = now.interview.ticks.of(step.step)
    if tick is None:
        return step
    if tick == SKIPPED:
        status, why = Status.SKIPPED, f"You skipped this step ({Source.USER})."
    else:
        status, why = Status.DONE, f"You ticked this step {near_day(tick, now.today)} ({Source.USER})."
    if step.step is StepId.WAIT and now.case.is_quiet(now.today):
        why = f"Still quiet until {day_name(now.case.promised.day, now.today)}. {why}"
    return StepPlan(step.step, status, why, step.opens, step.due, step.closes, by_hand=True)


def _ask(now: Situation) -> StepPlan:
    interview, facts = now.interview, now.facts
    day = interview.held_on
    has_timeline = facts.covers(signs.PROMISE) or bool(interview.promises)
    has_material = facts.covers(signs.MATERIAL)
    if has_timeline and has_material:
        status, why = Status.DONE, "The timeline and the material question are in your notes (the article)."
    else:
        status = _status(now, Status.OPEN, 1)
        missing = [
            text
            for text, there in (
                ("what happens next and by when (>)", has_timeline),
                ("whether they want more material (+)", has_material),
            )
            if not there
        ]
        why = f"{Source.ARTICLE.capitalize()} says to ask, before you leave, {listed(missing)}."
    return StepPlan(StepId.ASK, status, why, opens=day, due=day)


def _write_down(now: Situation) -> StepPlan:
    day, rules, facts = now.interview.held_on, now.rules, now.facts
    missing = [f"{sign.missing} ({sign})" for sign in signs.coverage_signs() if not facts.covers(sign)]
    if not missing:
        status, why = Status.DONE, "Your notes cover every kind that the article names."
    else:
        status = _status(now, Status.LATE, rules.write_down_late_days)
        fade = f"Up to {rules.notes_fade_percent} % is forgotten in 1 to {rules.notes_fade_days} days"
        why = f"Still missing: {listed(missing)}, or “none”. {fade} ({Source.ARTICLE})."
    return StepPlan(StepId.WRITE_DOWN, status, why, opens=day, due=day)


def _thank(now: Situation) -> StepPlan:
    day, rules, people = now.interview.held_on, now.rules, now.people
    left = [one.person.name for one in people if not one.thank_finished]
    if not left and now.facts.covers(signs.PERSON):
        status, why = Status.DONE, "Everyone you met is thanked (the article)."
    else:
        status = _status(now, Status.LATE, rules.thank_late_days)
        who = listed(left) if left else "each person you met (write them down with @)"
        why = f"A short, personal note to {who} by the end of the day ({Source.ARTICLE})."
        if status is Status.LATE:
            share = f"{rules.thank_expected_percent} % of interviewers expect one"
            share += f" within {count(rules.thank_very_late_days, 'day')} ({Source.SURVEY})"
            very = "Very late" if now.days_since > rules.thank_very_late_days else "Late"
            why = f"{very}, and still worth sending, to {who}: {share}."
    return StepPlan(StepId.THANK, status, why, opens=day, due=day)


def _connect(now: Situation) -> StepPlan:
    interview, people, rules = now.interview, now.people, now.rules
    opens = interview.held_on + timedelta(days=rules.connect_after_days)
    if now.facts.covers(signs.PERSON) and all(one.connect_finished for one in people):
        status, why = Status.DONE, "Connected or skipped, each of them."
    elif now.today < opens:
        status, who = Status.UPCOMING, f"only with people met in person ({Source.ARTICLE})"
        why = f"Optional, from the day after ({Source.GUIDES}); {who}."
    elif interview.setting is not Setting.IN_PERSON:
        status = Status.DONE
        why = f"You met by {interview.setting}; {Source.ARTICLE} connects only with people met in person."
    else:
        status = Status.OPEN
        why = f"Optional: LinkedIn, perhaps Twitter/X; never Facebook ({Source.ARTICLE})."
    return StepPlan(StepId.CONNECT, status, why, opens=opens)


def _wait(now: Situation) -> StepPlan:
    case, today = now.case, now.today
    promised = case.promised
    until = day_name(promised.day, today)
    if case.answered_on is not None:
        status, why = Status.DONE, f"They answered {near_day(case.answered_on, today)}; the wait is over."
    elif case.outcome:
        status, why = Status.DONE, f"Closed: {case.outcome}."
    elif today > promised.day:
        status, why = Status.DONE, f"The quiet period ended with {until} ({Source.ARTICLE})."
    else:
        status = Status.OPEN
        if promised.is_guess:
            days = count(case.rules.guess_days, "day")
            why = f"Quiet until {until}, a guess: {days} when no date is known ({Source.GUIDES})."
        else:
            why = f"Quiet until {until}, the day they promised ({Source.ARTICLE}). Go on looking meanwhile."
    return StepPlan(StepId.WAIT, status, why, opens=case.held_on, closes=promised.day)


def _follow_up(now: Situation) -> StepPlan:
    case, today = now.case, now.today
    # The first window after the promised day stays this step's, whatever is sent or answered later;
    # only a follow-up that belonged to an earlier promise can push it back.
    sent_on = [day for day in case.sent_on if _counts_for(day, case.promised)]
    opens, closes = case.days_from(case.opens if case.sent_on and not sent_on else case.first_opens)
    span = day_span(opens, closes, today)
    if case.answered_on is not None:
        status, why = Status.DONE, f"They answered {near_day(case.answered_on, today)}."
    elif case.outcome:
        status, why = Status.DONE, f"Closed: {case.outcome}."
    elif sent_on:
        status = Status.DONE
        why = f"Sent {near_day(sent_on[-1], today)}."
        if case.window.opens is not None:
            again = day_name(case.window.opens, today)
            why += f" A second one is possible from {again} ({Source.GUIDES})."
    elif not case.budget.left:
        status, why = Status.DONE, f"All {case.budget.limit} follow-ups are sent ({Source.ARTICLE})."
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


def _counts_for(sent_on: date, promised: Promised) -> bool:
    # One that went out before a new promise was made belonged to the promise before.
    return not promised.is_recorded or sent_on > promised.said_on or sent_on > promised.day


def _status(now: Situation, after: Status, after_days: int) -> Status:
    return after if now.days_since >= max(1, after_days) else Status.DUE
