"""From plans to rows and lines: what the panes show, as narrow values that can be compared."""

from rich.cells import cell_len

from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import Facts
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, fit_title, truncate

SEPARATOR = " · "
"""What comes between the parts of the title."""
MIN_NAME_CELLS = 8
"""The cells that keep the name of a company or of a role recognisable where it is cut off."""
MIN_COMPANY_CELLS = 4
"""The minimum cells of the company."""
FRAME_CELLS = 6
"""The cells of a frame that its title leaves free, with the number of the pane."""


def title(
    interview: Interview, plan: Plan, due_elsewhere: str = "", width: int = 0, short_due: str = ""
) -> str:
    """Return `Acme Robotics · Backend engineer · round 2 of 2`, and then what is due elsewhere.

    As far as the frame of `width` cells needs it, the role is cut off, then the number of rounds goes, then
    the role, and what is due is said by `short_due`; where not even that leaves room for the company, the
    longer of company and role is cut off. A width of 0 is not known yet.
    """
    company, role = interview.company, interview.role
    ends = [part for part in (round_name(interview, plan), due_elsewhere) if part]
    text = SEPARATOR.join(part for part in (company, role, *ends) if part)
    room = width - FRAME_CELLS
    if not width or cell_len(text) <= room:
        return text
    fewer = [part.removesuffix(f" of {plan.round_count}") for part in ends]
    shortest = [short_due if part == due_elsewhere else part for part in fewer]
    for shown_role, parts in ((role, ends), (role, fewer), ("", ends), ("", fewer), ("", shortest)):
        without_role = SEPARATOR.join([company, *parts])
        if not shown_role and cell_len(without_role) <= room:
            return without_role
        role_room = room - cell_len(without_role + SEPARATOR)
        if shown_role and role_room >= min(cell_len(role), MIN_NAME_CELLS):
            return SEPARATOR.join([company, truncate(role, role_room), *parts])
    for shown_role, parts in ((role, ends), (role, fewer), (role, shortest), ("", shortest)):
        names = [name for name in (company, shown_role) if name]
        names_room = room - cell_len("".join(SEPARATOR + part for part in parts))
        least = sum(min(cell_len(name), MIN_NAME_CELLS) for name in names)
        if names_room >= least + cell_len(SEPARATOR) * (len(names) - 1):
            return SEPARATOR.join([fit_title(company, shown_role, names_room), *parts])
    return SEPARATOR.join([fit_title(company, "", max(MIN_COMPANY_CELLS, names_room)), *shortest])


def round_name(interview: Interview, plan: Plan) -> str:
    """Return `round 2 of 2`, or `cancelled`; empty for the only round, unless it has a number."""
    if plan.is_cancelled:
        return "cancelled"
    if plan.round_count > 1:
        return f"round {plan.round_number} of {plan.round_count}"
    return f"round {interview.round}" if interview.round > 1 else ""


def time_and_setting(interview: Interview, plan: Plan, width: int) -> str:
    """Return when and how it takes place, such as `today 14:00, in person`; only when, if that is too long
    for a frame of `width` cells.
    """
    when = plan.user_clock.near_moment(interview.held_at, interview.their_zone)
    text = f"{when}, {interview.setting}"
    return text if not width or cell_len(text) <= width - FRAME_CELLS else when


def coverage(facts: Facts, plan: Plan, set_day: str) -> StyledLine:
    """Return the line under the notes: each sign with its count, then the date read in the promise.

    That date replaces the count of promises, so that the line fits into a narrow pane.
    `set_day` is the key that sets the promised day by hand.
    """

    def counted(sign: signs.SignSpec) -> Span:
        number = "–" if sign in facts.answered_none and not facts.count(sign) else str(facts.count(sign))
        return Span(f"{sign}{number} ", Tone.STRONG if facts.covers(sign) else Tone.MUTED)

    reading = _reading(facts, plan, set_day)
    shown_signs = [
        sign
        for sign in signs.SIGNS
        if (facts.covers(sign) if sign.is_optional else sign is not signs.PROMISE or not reading)
    ]
    return (*map(counted, shown_signs), *reading)


def _reading(facts: Facts, plan: Plan, set_day: str) -> StyledLine:
    """Return the promised day; nothing where an answer or a later round replaced a day that was read."""
    if not facts.promises:
        return ()
    if plan.promised.is_recorded or not plan.promised.is_estimate:
        return (Span(f"> {day_name(plan.promised.day, plan.today)}", Tone.TITLE),)
    if any(promise.reading for promise in facts.promises):
        return ()
    return (Span(f"> no date understood: {set_day} sets it", Tone.DUE),)
