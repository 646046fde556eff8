"""How the status of a step is shown: its glyph, its tone, and a few words."""

from datetime import date

from followup_tui.core.dates.format import count, day_name, day_span, near_day
from followup_tui.core.model.logbook import Interview, Setting, StepId
from followup_tui.core.notes.signs import coverage_signs
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import Status, StepPlan, after_comma_if_estimate
from followup_tui.tui.widgets.styled_lines import Tone

STATUS_STYLES = {
    Status.UPCOMING: ("·", Tone.MUTED),
    Status.OPEN: ("○", Tone.PLAIN),
    Status.DUE: ("●", Tone.DUE),
    Status.LATE: ("!", Tone.LATE),
    Status.LAPSED: ("–", Tone.MUTED),
    Status.DONE: ("✓", Tone.GOOD),
    Status.SKIPPED: ("–", Tone.MUTED),
}
"""The glyph and the tone of each status; colour is never the only difference."""


def is_over(plan: Plan) -> bool:
    """Return whether nothing of a round stands out: its position is closed, or a later round was held."""
    return bool(plan.outcome) or plan.is_cancelled or (plan.has_begun and not plan.is_current)


def status_style(status: Status, plan: Plan) -> tuple[str, Tone]:
    """Return the glyph and the tone of a status; of a round that is over nothing stands out."""
    if is_over(plan) and not status.is_finished:
        return "○", Tone.MUTED
    return STATUS_STYLES[status]


def step_style(step: StepPlan, interview: Interview, plan: Plan) -> tuple[str, Tone]:
    """Return the glyph and the tone of a step; a step that does not apply here looks skipped, not done."""
    is_empty = _why_not_applicable(step, interview, plan)
    return status_style(Status.SKIPPED if is_empty else step.status, plan)


def _why_not_applicable(step: StepPlan, interview: Interview, plan: Plan) -> str:
    """Return why a step counts as done although nothing was done for it; empty otherwise."""
    if step.status is not Status.DONE or step.by_hand:
        return ""
    if step.step is StepId.CONNECT and interview.setting is not Setting.IN_PERSON:
        return "not met in person"
    nothing_sent = step.step is StepId.FOLLOW_UP and plan.answered_on is None and not plan.follow_ups.sent
    return "none sent" if nothing_sent and plan.outcome else ""


def state_words(step: StepPlan, interview: Interview, plan: Plan) -> str:
    """Return the status of a step in a few words."""
    today, which = plan.today, step.step
    if step.by_hand:
        quiet = f", quiet until {day_name(plan.promised.day, today)}" if _is_overruled(step, plan) else ""
        return _by_hand(step) + quiet
    if plan.outcome and not step.status.is_finished:
        return f"not done{_share(step, plan)}"
    if step.status is Status.LAPSED:
        return f"lapsed{_share(step, plan)}"
    if reason := _why_not_applicable(step, interview, plan):
        return reason
    if which is StepId.WRITE_DOWN and step.status is not Status.UPCOMING:
        share = _kinds_noted(plan)
        return _word(step) + (f" · {share} kinds noted" if share else "")
    if which is StepId.CONNECT:
        if step.status is Status.UPCOMING and step.opens is not None and plan.has_begun:
            return f"optional, from {near_day(step.opens, today)}"
        return "done" if step.status is Status.DONE else "optional"
    if which is StepId.WAIT:
        return _wait_state(step, plan)
    if which is StepId.FOLLOW_UP:
        return _follow_up_state(step, plan)
    if step.status is Status.UPCOMING:
        return near_day(plan.held_on, today)
    return f"{_when(step, today)}{_share(step, plan)}"


def _share(step: StepPlan, plan: Plan) -> str:
    """Return how many of several people are thanked, such as ` · 1/3`; empty for other steps."""
    if step.step is not StepId.THANK or len(plan.people) < 2:
        return ""
    return f" · {sum(person.thank.is_finished for person in plan.people)}/{len(plan.people)}"


def _word(step: StepPlan) -> str:
    return {Status.DONE: "done", Status.DUE: "due today", Status.LATE: "late"}.get(step.status, "open")


def _kinds_noted(plan: Plan) -> str:
    """Return how many of the kinds that the article names are noted, such as `2 of 4`; empty once all are."""
    wanted = coverage_signs()
    covered = sum(map(plan.facts.covers, wanted))
    return f"{covered} of {len(wanted)}" if covered < len(wanted) else ""


def shorter_words(step: StepPlan, plan: Plan) -> tuple[str, ...]:
    """Return shorter forms of `state_words`, the longest first; none if there are none."""
    until = day_name(step.closes or plan.promised.day, plan.today)
    if _is_overruled(step, plan):
        return (f"{_by_hand(step)}; to {until}",)
    if step.step is StepId.WRITE_DOWN and (share := _kinds_noted(plan)):
        return f"{_word(step)} · {share}", share
    if step.step is StepId.THANK and step.status is Status.LATE:
        return (f"{_word(step)}{_share(step, plan)}",)
    if step.step is StepId.WAIT and step.is_estimate:
        return f"our estimate: {until}", f"est. {until}"
    if step.step is StepId.FOLLOW_UP and step.closes is not None:
        words = {Status.DUE: f"now, until {until}", Status.LATE: f"was due by {until}"}.get(step.status)
        return (words,) if words else ()
    return ()


def _by_hand(step: StepPlan) -> str:
    return "skipped" if step.status is Status.SKIPPED else "ticked"


def _is_overruled(step: StepPlan, plan: Plan) -> bool:
    """Return whether the wait was ticked or skipped in the quiet period: the tick does not end it."""
    return step.step is StepId.WAIT and step.by_hand and plan.case.is_quiet(plan.today)


def _when(step: StepPlan, today: date) -> str:
    if step.status is Status.LATE and step.due is not None:
        return f"late by {count((today - step.due).days, 'day')}"
    return _word(step)


def _wait_state(step: StepPlan, plan: Plan) -> str:
    if step.status is Status.DONE:
        return "they answered" if plan.answered_on is not None else "over"
    # The wait of a planned round counts from its own day.
    estimate = after_comma_if_estimate(step.is_estimate)
    return f"until {day_name(step.closes or plan.promised.day, plan.today)}{estimate}"


def _follow_up_state(step: StepPlan, plan: Plan) -> str:
    if step.status is Status.DONE:
        if plan.answered_on is not None:
            return "they answered"
        return "sent" if plan.follow_ups.sent else "done"
    if step.opens is None or step.closes is None:
        return ""
    span = day_span(step.opens, step.closes, plan.today)
    return {Status.DUE: f"now: {span}", Status.LATE: f"late: {span}"}.get(step.status, span)
