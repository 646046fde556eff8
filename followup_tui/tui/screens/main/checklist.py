"""The six steps as rows: the state of each in a sign and a few words, people and material below.

Each row has a key that says what it is about, so that the keys that act on a row find it again.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from followup_tui.core.dates.format import clock_time, day_name, near_day
from followup_tui.core.model.logbook import STEP_TITLES, Contact, ContactKind, Interview, Setting, StepId
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import PersonPlan, Plan, Status, StepPlan
from followup_tui.core.text import fold_name
from followup_tui.tui.screens.main.fit_rows import Below, closing_lines, hidden_open, shown_below
from followup_tui.tui.screens.main.step_status import look_of, short_words, state_words, step_look
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone, width_of, wrap_words

if TYPE_CHECKING:
    from followup_tui.core.proofreading.review import LetterStates

WHY_LINES = 3
"""The most lines that say why the step under the cursor stands as it does."""
_SHORT_TITLES = {
    StepId.ASK: "Ask questions",
    StepId.WRITE_DOWN: "Write it down",
    StepId.THANK: "Thank-you notes",
    StepId.CONNECT: "Connect",
    StepId.WAIT: "Wait it out",
    StepId.FOLLOW_UP: "Follow up",
}
_ROOM_FOR_TITLE = {StepId.ASK: 51, StepId.WRITE_DOWN: 49, StepId.THANK: 49, StepId.CONNECT: 58}
"""From how many cells on a step has its whole title, which then leaves room for what is usually said of it:
a title that changed with the state would be taken for another step."""


def checklist_rows(
    interview: Interview,
    plan: Plan,
    cursor: str,
    width: int,
    room: int,
    written: "LetterStates | None" = None,
) -> tuple[Row, ...]:
    """The six steps, with a row for each person or material that a step is about, in `room` lines.

    Below them it is said why the step under the cursor stands as it does. What is left out for want of room
    is told by a mark.
    """
    written, here = written or {}, step_of_key(cursor)
    unsettled = _conflict_rows(interview)
    left = room - len(plan.steps) - len(unsettled)
    at_cursor = plan.step(here or StepId.ASK)
    is_let_go = interview.is_closed and not at_cursor.status.is_finished
    why = "It is closed: nothing is asked for here any more." if is_let_go else at_cursor.why
    below = _below(interview, plan, written)
    shown = shown_below(below, here, cursor, left, min(WHY_LINES, len(wrap_words(why, width - 2))))
    result = unsettled
    for one in plan.steps:
        rows = shown.get(one.step, [])
        hidden = hidden_open(below[one.step], rows) if one.step in below and not rows else 0
        result += [_step_row(one, interview, plan, width, written, hidden), *rows]
    return (*result, *closing_lines(why, width, room - len(result), WHY_LINES))


def _below(interview: Interview, plan: Plan, written: "LetterStates") -> dict[StepId, Below]:
    """The rows of people and material, by their steps."""
    thank, ask, connect = StepId.THANK, StepId.ASK, StepId.CONNECT
    connectable = plan.people if _connects(interview, plan) else ()

    def below(step: StepId, rows: list[Row], open_keys: Iterable[str]) -> Below:
        shows = step is ask or not plan.step(step).status.is_finished
        return Below(rows, frozenset(open_keys if shows and not interview.is_closed else ()), shows)

    return {
        thank: below(
            thank,
            [_thank_row(one, interview, plan, written) for one in plan.people],
            (person_key(thank, one.person.name) for one in plan.people if not one.thank_finished),
        ),
        ask: below(
            ask,
            _material_rows(interview, plan),
            (material_key(one.material.what) for one in plan.materials if one.sent is None),
        ),
        connect: below(
            connect,
            [_connect_row(one, plan, written) for one in connectable],
            (person_key(connect, one.person.name) for one in connectable if not one.connect_finished),
        ),
    }


def _conflict_rows(interview: Interview) -> list[Row]:
    rows = []
    for n, one in enumerate(interview.conflicts):
        line = RowLine(
            (Span("≠ ", Tone.DUE), Span(f"{one.field}: elsewhere “{one.text or one.value}”")),
            (Span("space take · s leave ", Tone.MUTED),),
        )
        rows.append(Row(conflict_key(n), (line,)))
    return rows


def _connects(interview: Interview, plan: Plan) -> bool:
    is_open = plan.step(StepId.CONNECT).status is not Status.UPCOMING
    return interview.setting is Setting.IN_PERSON and is_open


def step_key(step: StepId) -> str:
    """The key of a step's row."""
    return f"step:{step}"


def person_key(step: StepId, name: str) -> str:
    """The key of a person's row under a step."""
    return f"person:{step}:{name}"


def material_key(what: str) -> str:
    """The key of a material's row."""
    return f"material:{what}"


def conflict_key(number: int) -> str:
    """The key of the row of a version that was written elsewhere."""
    return f"conflict:{number}"


def conflict_of_key(key: str) -> int | None:
    """Which of the interview's unsettled versions a row is about."""
    kind, _, rest = key.partition(":")
    return int(rest) if kind == "conflict" else None


def step_of_key(key: str) -> StepId | None:
    """The step that a row belongs to."""
    kind, _, rest = key.partition(":")
    if kind == "material":
        return StepId.ASK
    name = rest.partition(":")[0]
    return StepId(name) if name in set(StepId) else None


def _step_row(
    step: StepPlan, interview: Interview, plan: Plan, width: int, written: "LetterStates", hidden: int
) -> Row:
    """The row of a step; `hidden` rows of what is to be done about it have no room below."""
    number = list(StepId).index(step.step) + 1
    glyph, tone = step_look(step, interview, plan)
    state = state_words(step, interview, plan)
    if step.step is StepId.FOLLOW_UP and (begun := written.get((ContactKind.FOLLOW_UP, ""))):
        state = f"{begun} · {state}"
    more = (Span(f" · {hidden} to send", _material_tone(plan)),) if hidden and step.step is StepId.ASK else ()
    name = STEP_TITLES[step.step] if width >= _ROOM_FOR_TITLE.get(step.step, 0) else _SHORT_TITLES[step.step]
    if cell_len(name) + cell_len(state) + width_of(more) + 7 > width:
        state = short_words(step, plan) or state
    quiet = step.status.is_finished or step.status is Status.UPCOMING or interview.is_closed
    # One thing at a time asks for attention.
    is_next = bool(plan.todos) and plan.todos[0].step is step.step
    said = Tone.MUTED if quiet else tone if is_next else Tone.PLAIN
    line = RowLine(
        (
            Span(f"{glyph} ", tone),
            Span(f"{number} {name}", Tone.PLAIN if not quiet else Tone.MUTED),
        ),
        (Span(state, said), *more, Span(" ")),
    )
    return Row(step_key(step.step), (line,))


def _material_tone(plan: Plan) -> Tone:
    """How much what they asked for asks for attention."""
    statuses = {one.status for one in plan.materials}
    return Tone.LATE if Status.LATE in statuses else Tone.DUE if Status.DUE in statuses else Tone.PLAIN


def _person_line(glyph: str, tone: Tone, one: PersonPlan, right: str) -> RowLine:
    role = (Span(f", {one.person.role}", Tone.MUTED),) if one.person.role else ()
    return RowLine(
        (Span(f"    {glyph} ", tone), Span(one.person.name), *role),
        (Span(f"{right} ", Tone.MUTED),) if right else (),
    )


def _thank_row(one: PersonPlan, interview: Interview, plan: Plan, written: "LetterStates") -> Row:
    if one.thanked is not None:
        line = _person_line("✓", Tone.GOOD, one, _how(one.thanked, plan.today))
    elif one.thank_skipped:
        line = _person_line("–", Tone.MUTED, one, "skipped")
    else:
        status = plan.step(StepId.THANK).status
        line = _person_line(
            "○",
            Tone.MUTED if status.is_finished else look_of(status, interview)[1],
            one,
            _begun(written, ContactKind.THANK_YOU, one),
        )
    return Row(person_key(StepId.THANK, one.person.name), (line,))


def _begun(written: "LetterStates", kind: ContactKind, one: PersonPlan) -> str:
    """How far the letter to a person is that has not gone out; empty where there is none."""
    return str(written.get((kind, fold_name(one.person.name)), ""))


def _connect_row(one: PersonPlan, plan: Plan, written: "LetterStates") -> Row:
    if one.connected is not None:
        line = _person_line("✓", Tone.GOOD, one, _how(one.connected, plan.today))
    elif one.connect_skipped:
        line = _person_line("–", Tone.MUTED, one, "skipped")
    else:
        line = _person_line("○", Tone.PLAIN, one, _begun(written, ContactKind.CONNECT, one))
    return Row(person_key(StepId.CONNECT, one.person.name), (line,))


def _material_rows(interview: Interview, plan: Plan) -> list[Row]:
    rows: dict[str, Row] = {}
    for one in plan.materials:
        due = one.material.due_on
        if one.sent is not None:
            right = f"sent {near_day(contact_day(one.sent), plan.today)}"
        elif interview.is_closed:
            right = "not sent"
        else:
            right = f"send by {near_day(due, plan.today)}" if due else "send it; no date"
            if one.status is Status.LATE:
                right = f"late: {right}"
        glyph, tone = look_of(one.status, interview)
        line = RowLine(
            (Span(f"    {glyph} ", tone), Span(one.material.what)),
            (Span(f"{right} ", tone if one.status in (Status.DUE, Status.LATE) else Tone.MUTED),),
        )
        # What they asked for twice is sent once.
        rows.setdefault(fold_name(one.material.what), Row(material_key(one.material.what), (line,)))
    return list(rows.values())


def _how(contact: Contact, today: date) -> str:
    day = contact_day(contact)
    at = clock_time(contact.at) if day == today else day_name(day, today)
    return f"{contact.channel}, {at}" if contact.channel else at
