"""The rows of the checklist: the six steps with their status, and people and material below them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Size

from followup_tui.core.dates.format import clock_time, day_name, near_day
from followup_tui.core.model.logbook import (
    STEP_TITLES,
    Contact,
    ContactKind,
    Interview,
    Setting,
    StepId,
)
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import MaterialPlan, PersonPlan, Status, StepPlan
from followup_tui.core.text import fold_name
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.conflict_rows import conflict_reason, conflict_rows
from followup_tui.tui.screens.main.fit_rows import (
    Details,
    carried_height,
    carried_part,
    carried_room,
    closing_lines,
    fit_details,
    hidden_open,
)
from followup_tui.tui.screens.main.position import PositionItems
from followup_tui.tui.screens.main.position_rows import carried_rows, closing_row, rejection_row, row_reason
from followup_tui.tui.screens.main.step_status import (
    is_over,
    shorter_words,
    state_words,
    status_style,
    step_style,
)
from followup_tui.tui.screens.row_keys import (
    CarriedRow,
    MaterialRow,
    PersonRow,
    RowKey,
    StepRow,
    step_of,
)
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone, width_of, wrap_words

if TYPE_CHECKING:
    from followup_tui.core.proofreading.review import LetterStates

WHY_LINES = 3
"""How many lines are kept for the reason of the selected step's status; it takes more that are free."""
_SHORT_TITLES = {
    StepId.ASK: "Ask questions",
    StepId.WRITE_DOWN: "Write it down",
    StepId.THANK: "Thank-you notes",
    StepId.CONNECT: "Connect",
    StepId.WAIT: "Wait it out",
    StepId.FOLLOW_UP: "Follow up",
}
_ROOM_FOR_TITLE = {StepId.ASK: 51, StepId.WRITE_DOWN: 58, StepId.THANK: 49, StepId.CONNECT: 58}
"""The width in cells from which a step has its full title; it leaves room for the usual words of its status.

The title does not depend on the status: a title that changes would be taken for another step."""


def checklist_rows(
    interview: Interview,
    plan: Plan,
    cursor: RowKey | None,
    size: Size,
    letter_states: "LetterStates",
    items: PositionItems,
    keymap: Keymap,
) -> tuple[Row[RowKey], ...]:
    """Return the six steps, each with rows for its people or material, in the lines and cells of `size`.

    Below them come the facts carried over from earlier rounds, then the reason for the status of the row
    under the cursor. Marks say how many rows are left out because they do not fit. `letter_states` has the
    states of unsent letters.
    """
    width, room = size
    conflicts = conflict_rows(interview, keymap)
    free_lines = room - len(plan.steps) - len(conflicts)
    why = (
        conflict_reason(interview, cursor, keymap)
        or row_reason(cursor, items, keymap)
        or _step_reason(plan, step_of(cursor) or StepId.ASK)
    )
    why_lines = min(WHY_LINES, len(wrap_words(why, width - 2)))
    details = _details(interview, plan, width, letter_states)
    details[StepId.FOLLOW_UP] = _closing_details(plan, items, width, keymap)
    carried = carried_rows(items.carried, width)
    reserved = carried_room(len(carried), isinstance(cursor, CarriedRow), free_lines)
    # Rows that are done give way to the reason and to all that is carried over.
    spare = why_lines + carried_height(len(carried)) - reserved
    shown = fit_details(details, cursor, free_lines - reserved, spare)
    result = conflicts
    for step in plan.steps:
        rows = shown.get(step.step, [])
        hidden = hidden_open(details[step.step], rows) if step.step in details and not rows else 0
        result += [_step_row(step, interview, plan, width, letter_states, hidden), *rows]
    lines = max(reserved, room - len(result) - why_lines) if carried else 0
    result += carried_part(carried, cursor, min(lines, carried_height(len(carried))))
    return (*result, *closing_lines(why, width, room - len(result)))


def _step_reason(plan: Plan, step: StepId) -> str:
    is_let_go = bool(plan.outcome) and not plan.step(step).status.is_finished
    return "Closed: nothing more to do here." if is_let_go else plan.step(step).why


def _closing_details(plan: Plan, items: PositionItems, width: int, keymap: Keymap) -> Details:
    """Return the rows about how the position ends: the advice to let it go, the answer to a rejection."""
    rows: list[Row[RowKey]] = []
    if items.suggest_closing:
        rows.append(closing_row(keymap))
    if items.rejection_reply is not None:
        rows.append(rejection_row(items.rejection_reply, plan, width, keymap))
    return Details(rows, frozenset(row.key for row in rows if row.key is not None), shows_done=True)


def _details(
    interview: Interview, plan: Plan, width: int, letter_states: "LetterStates"
) -> dict[StepId, Details]:
    """Return the rows of people and material by step."""

    def of_step(step: StepId, rows: list[Row[RowKey]], open_keys: Iterable[RowKey]) -> Details:
        shows = step is StepId.ASK or not plan.step(step).status.is_finished
        return Details(rows, frozenset(open_keys if shows and not is_over(plan) else ()), shows)

    def of_people(step: StepId, people: Iterable[PersonPlan]) -> Details:
        rows = [_person_row(step, person, plan, letter_states) for person in people]
        left = (person.person.name for person in people if not person.state_of(step).is_finished)
        return of_step(step, rows, (PersonRow(step, name) for name in left))

    wanted = (MaterialRow(material.material.what) for material in plan.materials if material.sent is None)
    return {
        StepId.THANK: of_people(StepId.THANK, plan.people),
        StepId.ASK: of_step(StepId.ASK, _material_rows(plan, width), wanted),
        StepId.CONNECT: of_people(StepId.CONNECT, plan.people if _connects(interview, plan) else ()),
    }


def _connects(interview: Interview, plan: Plan) -> bool:
    is_open = plan.step(StepId.CONNECT).status is not Status.UPCOMING
    return interview.setting is Setting.IN_PERSON and is_open


def _step_row(
    step: StepPlan, interview: Interview, plan: Plan, width: int, letter_states: "LetterStates", hidden: int
) -> Row[RowKey]:
    """Return the row of a step; `hidden` of its rows are to be done and do not fit."""
    number = list(StepId).index(step.step) + 1
    glyph, tone = step_style(step, interview, plan)
    state = state_words(step, interview, plan)
    if step.step is StepId.FOLLOW_UP and (begun := letter_states.get((ContactKind.FOLLOW_UP, ""))):
        state = f"{begun} · {state}"
    more = (Span(f" · {hidden} to send", _material_tone(plan)),) if hidden and step.step is StepId.ASK else ()
    name = STEP_TITLES[step.step] if width >= _ROOM_FOR_TITLE.get(step.step, 0) else _SHORT_TITLES[step.step]
    # Two blanks between them: with one, they would read as a sentence.
    room = width - cell_len(name) - width_of(more) - 8
    if cell_len(state) > room and (shorter := shorter_words(step, plan)):
        state = next((words for words in shorter if cell_len(words) <= room), shorter[-1])
    elif more and cell_len(state) > room + 1:
        # What is to be sent matters more than that all else is done.
        state, more = "", (Span(f"{hidden} to send", _material_tone(plan)),)
    quiet = step.status.is_finished or step.status is Status.UPCOMING or is_over(plan)
    # Only the next step to do catches the eye.
    is_next = bool(plan.todos) and plan.todos[0].step is step.step
    state_tone = Tone.MUTED if quiet else tone if is_next else Tone.PLAIN
    line = RowLine(
        (
            Span(f"{glyph} ", tone),
            Span(f"{number} {name}", Tone.PLAIN if not quiet else Tone.MUTED),
        ),
        (Span(state, state_tone), *more, Span(" ")),
    )
    return Row(StepRow(step.step), (line,))


def _material_tone(plan: Plan) -> Tone:
    """Return the tone of what they asked for, by how urgent it is."""
    statuses = {material.status for material in plan.materials}
    if Status.LATE in statuses:
        return Tone.LATE
    return Tone.DUE if Status.DUE in statuses else Tone.PLAIN


def _person_line(glyph: str, tone: Tone, person: PersonPlan, right: str) -> RowLine:
    role = (Span(f", {person.person.role}", Tone.MUTED),) if person.person.role else ()
    return RowLine(
        (Span(f"    {glyph} ", tone), Span(person.person.name), *role),
        (Span(f"{right} ", Tone.MUTED),) if right else (),
    )


def _person_row(step: StepId, person: PersonPlan, plan: Plan, letter_states: "LetterStates") -> Row[RowKey]:
    """Return the row of a person to be thanked or to connect with; only thanking can be due."""
    kind, tone, letter = ContactKind.CONNECT, Tone.PLAIN, person.state_of(step)
    if step is StepId.THANK:
        status = plan.step(step).status
        _, due_tone = status_style(status, plan)
        kind, tone = ContactKind.THANK_YOU, Tone.MUTED if status.is_finished else due_tone
    if letter.sent is not None:
        line = _person_line("✓", Tone.GOOD, person, _channel_and_day(letter.sent, plan))
    elif letter.is_skipped:
        line = _person_line("–", Tone.MUTED, person, "skipped")
    else:
        state = letter_states.get((kind, fold_name(person.person.name)), "")
        line = _person_line("○", tone, person, str(state))
    return Row(PersonRow(step, person.person.name), (line,))


def _material_rows(plan: Plan, width: int) -> list[Row[RowKey]]:
    """Return the rows of the materials that they want, each once."""
    rows: dict[str, Row[RowKey]] = {}
    for material in plan.materials:
        glyph, tone = status_style(material.status, plan)
        right_tone = tone if material.status in (Status.DUE, Status.LATE) else Tone.MUTED
        states = _material_states(material, plan)
        fitting = [
            state for state in states if cell_len(material.material.what) + cell_len(state) + 9 <= width
        ]
        line = RowLine(
            (Span(f"    {glyph} ", tone), Span(material.material.what)),
            (Span(f"{(fitting or states[-1:])[0]} ", right_tone),),
        )
        # What they asked for twice is sent once.
        rows.setdefault(fold_name(material.material.what), Row(MaterialRow(material.material.what), (line,)))
    return list(rows.values())


def _material_states(material: MaterialPlan, plan: Plan) -> tuple[str, ...]:
    """Return the state of wanted material in words, the longest form first."""
    today = plan.today
    if material.sent is not None:
        return (f"sent {near_day(contact_day(material.sent), today)}",)
    if plan.outcome or material.due_on is None:
        return ("not sent",)
    day = near_day(material.due_on, today)
    if material.is_estimate:
        return f"due {day}, our estimate", f"our estimate: {day}", f"est. {day}"
    return (_send_by(material, material.due_on, today),)


def _send_by(material: MaterialPlan, due_on: date, today: date) -> str:
    """Return when wanted material is to be sent."""
    if material.status is Status.LATE:
        return f"late, was due {near_day(due_on, today)}"
    return "send today" if due_on == today else f"send by {near_day(due_on, today)}"


def _channel_and_day(contact: Contact, plan: Plan) -> str:
    day = contact_day(contact)
    is_today = day == plan.today
    at = clock_time(plan.user_clock.to_local(contact.at)) if is_today else day_name(day, plan.today)
    return f"{contact.channel}, {at}" if contact.channel else at
