"""From plans to rows and lines: what the panes show, as narrow values that can be compared."""

from rich.cells import cell_len

from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.widgets.styled_lines import Span, Tone, truncate

MIN_ROLE_CELLS = 8
"""The minimum cells of a role that is worth showing cut off; with fewer, the company goes first."""
MIN_COMPANY_CELLS = 4
"""The minimum cells of the company."""
FRAME_CELLS = 6
"""The cells of a frame that its title leaves free, with the number of the pane."""


def title(interview: Interview, plan: Plan, due_elsewhere: str = "", width: int = 0) -> str:
    """Return `Acme Robotics · Backend engineer · round 2 of 2`, and then what is due elsewhere.

    The role, the number of rounds and the end of the company are left out as far as the frame of `width`
    cells needs it; 0: not known yet.
    """
    round_ = round_name(interview, plan)
    parts = [interview.company, interview.role, round_, due_elsewhere]
    text = " · ".join(part for part in parts if part)
    room = width - FRAME_CELLS
    if not width or cell_len(text) <= room:
        return text
    ends = "".join(f" · {part}" for part in (round_, due_elsewhere) if part)
    if max(MIN_COMPANY_CELLS, room - cell_len(ends)) < min(cell_len(interview.company), MIN_ROLE_CELLS):
        ends = ends.replace(f" of {plan.round_count}", "")
    company = truncate(interview.company, max(MIN_COMPANY_CELLS, room - cell_len(ends)))
    role = truncate(interview.role, max(0, room - cell_len(company) - cell_len(ends) - 3))
    return f"{company} · {role}{ends}" if cell_len(role) >= MIN_ROLE_CELLS else f"{company}{ends}"


def round_name(interview: Interview, plan: Plan) -> str:
    """Return `round 2 of 2`, or `cancelled`; empty for the only round, unless it has a number."""
    if plan.is_cancelled:
        return "cancelled"
    if plan.round_count > 1:
        return f"round {plan.round_number} of {plan.round_count}"
    return f"round {interview.round}" if interview.round > 1 else ""


def time_and_setting(interview: Interview, plan: Plan) -> str:
    """Return when and how it takes place, such as `today 14:00, in person`."""
    return f"{plan.user_clock.near_moment(interview.held_at, interview.their_zone)}, {interview.setting}"


def coverage(facts: Facts, plan: Plan, set_day: str) -> tuple[Span, ...]:
    """Return the line under the notes: each sign with its count, then the date read in the promise.

    That date replaces the count of promises, so that the line fits into a narrow pane.
    `set_day` is the key that sets the promised day by hand.
    """

    def counted(sign: signs.SignSpec) -> Span:
        number = "–" if sign in facts.answered_none and not facts.count(sign) else str(facts.count(sign))
        return Span(f"{sign}{number} ", Tone.STRONG if facts.covers(sign) else Tone.MUTED)

    reading = _reading(facts, plan, set_day)
    shown = [
        sign
        for sign in signs.SIGNS
        if (facts.covers(sign) if sign.is_optional else sign is not signs.PROMISE or not reading)
    ]
    return (*map(counted, shown), *reading)


def _reading(facts: Facts, plan: Plan, set_day: str) -> tuple[Span, ...]:
    """Return the promised day; nothing where an answer or a later round replaced a day that was read."""
    if not facts.promises:
        return ()
    if plan.promised.is_recorded or not plan.promised.is_guess:
        return (Span(f"> {day_name(plan.promised.day, plan.today)}", Tone.TITLE),)
    if any(promise.reading for promise in facts.promises):
        return ()
    return (Span(f"> no date understood: {set_day} sets it", Tone.DUE),)
