"""From plans to rows and lines: what the panes show, as narrow values that can be compared."""

from rich.cells import cell_len

from followup_tui.core.agenda import Entry, Group, detail
from followup_tui.core.facts import Facts, Sign
from followup_tui.core.model import STEP_TITLES, Contact, Interview, Setting, StepId
from followup_tui.core.plan import PersonPlan, Plan, Status, StepPlan
from followup_tui.core.verdict import contact_day
from followup_tui.core.wording import clock_time, count, day_name, day_span, near_day
from followup_tui.tui.widgets.lines import Span, Tone
from followup_tui.tui.widgets.rows import Row, RowLine

GLYPHS = {
    Status.UPCOMING: "·",
    Status.OPEN: "○",
    Status.DUE: "●",
    Status.LATE: "!",
    Status.DONE: "✓",
    Status.SKIPPED: "–",
}
"""Each state by its sign; no state is told by colour alone."""
_TONES = {
    Status.UPCOMING: Tone.MUTED,
    Status.OPEN: Tone.PLAIN,
    Status.DUE: Tone.DUE,
    Status.LATE: Tone.LATE,
    Status.DONE: Tone.GOOD,
    Status.SKIPPED: Tone.MUTED,
}
_SHORT_TITLES = {
    StepId.ASK: "Ask questions",
    StepId.WRITE_DOWN: "Write it down",
    StepId.THANK: "Thank-you notes",
    StepId.CONNECT: "Connect",
    StepId.WAIT: "Wait it out",
    StepId.FOLLOW_UP: "Follow up",
}

Lines = tuple[tuple[Span, ...], ...]


def interview_rows(entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """The list of interviews: a heading for each group, two lines for each interview."""
    rows: list[Row] = []
    group: Group | None = None
    for one in entries:
        if one.group is not group:
            group = one.group
            number = sum(other.group is group for other in entries)
            heading = RowLine((Span(f"{group}", Tone.MUTED),), (Span(f"{number} ", Tone.MUTED),))
            rows.append(Row(f"group:{group}", (heading,), selectable=False))
        rows.append(Row(one.id, (_company_line(one), _next_line(one))))
    return tuple(rows)


def _company_line(one: Entry) -> RowLine:
    tone = Tone.MUTED if one.group is Group.CLOSED else Tone.STRONG if one.group is Group.DUE else Tone.PLAIN
    return RowLine((Span(one.company, tone),))


def _next_line(one: Entry) -> RowLine:
    if one.group is Group.DUE:
        tone, glyph = (Tone.LATE, "! ") if one.is_late else (Tone.DUE, "● ")
    else:
        tone, glyph = Tone.MUTED, "  "
    return RowLine((Span(glyph + one.next, tone),), (Span(f"{one.when} ", tone),) if one.when else ())


def title(interview: Interview) -> str:
    """`Acme Robotics · Backend engineer · round 2`."""
    more = detail(interview)
    return f"{interview.company} · {more}" if more else interview.company


def held(interview: Interview, plan: Plan) -> str:
    """`today 14:00, in person`."""
    return f"{near_day(plan.held_on, plan.today)} {clock_time(interview.held_at)}, {interview.setting}"


def headline(interview: Interview, plan: Plan, is_short: bool) -> Lines:
    """What to do now, and whether a follow-up may go out today; with the reason unless `is_short`."""
    return (_now_line(interview, plan), _verdict_line(plan, is_short))


def _now_line(interview: Interview, plan: Plan) -> tuple[Span, ...]:
    if interview.is_closed:
        return (Span("Closed", Tone.STRONG), Span(f": {interview.outcome}.", Tone.MUTED))
    if not plan.has_begun:
        when = f"{near_day(plan.held_on, plan.today)} at {clock_time(interview.held_at)}"
        return (
            Span("Not yet held", Tone.STRONG),
            Span(f": {when}. Before you leave, ask when they decide (step 1)."),
        )
    if plan.todos:
        todo = plan.todos[0]
        tone = Tone.LATE if todo.late else Tone.DUE
        when = f", {todo.when(plan.today)}" if todo.due is not None else ""
        rest = (Span(f"  +{len(plan.todos) - 1}", Tone.MUTED),) if len(plan.todos) > 1 else ()
        return (Span("Now: ", tone), Span(f"{todo.text}{when}", tone), *rest)
    if plan.suggest_closing:
        return (Span("Nothing to do today. ", Tone.STRONG), Span(plan.suggest_closing))
    return (
        Span("Nothing to do today", Tone.GOOD),
        Span(": all is on track. Go on looking meanwhile.", Tone.MUTED),
    )


def _verdict_line(plan: Plan, is_short: bool) -> tuple[Span, ...]:
    verdict, budget = plan.verdict, plan.follow_ups
    if verdict.allowed:
        answer, tone = "yes, today. ", Tone.GOOD
    elif verdict.from_day is None:
        answer, tone = "no. ", Tone.STRONG
    else:
        answer, tone = f"not before {day_name(verdict.from_day, plan.today)}. ", Tone.STRONG
    left = "●" * budget.left + "○" * min(budget.sent, budget.limit)
    why = () if is_short else (Span(" " + verdict.why),)
    return (
        Span("Follow up? ", Tone.MUTED),
        Span(answer, tone),
        Span(f"Left {left or 'none'}", Tone.MUTED),
        *why,
    )


def checklist_rows(
    interview: Interview, plan: Plan, expanded: StepId | None, width: int, room: int
) -> tuple[Row, ...]:
    """The six steps, with a row for each person or material that a step is about.

    The rows of the step under the cursor (`expanded`) always show; the others as far as all of it fits
    into `room` lines of `width` cells.
    """
    rows = {step.step: _step_row(step, interview, plan, width) for step in plan.steps}
    below = {
        StepId.ASK: _material_rows(plan),
        StepId.THANK: [_thank_row(one) for one in plan.people],
        StepId.CONNECT: [_connect_row(one) for one in plan.people] if _connects(interview, plan) else [],
    }
    shown = {expanded} if expanded in below else set()
    spare = room - len(rows) - sum(len(below[step]) for step in shown if step is not None)
    for step in (StepId.THANK, StepId.ASK, StepId.CONNECT):
        wanted = step in (StepId.ASK,) or not plan.step(step).status.is_settled
        if step not in shown and wanted and below[step] and len(below[step]) <= spare:
            shown.add(step)
            spare -= len(below[step])
    result: list[Row] = []
    for step, row in rows.items():
        result.append(row)
        if step in shown:
            result += below[step]
    return tuple(result)


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


def step_of_key(key: str) -> StepId | None:
    """The step that a row belongs to."""
    kind, _, rest = key.partition(":")
    if kind == "material":
        return StepId.ASK
    name = rest.partition(":")[0]
    return StepId(name) if name in set(StepId) else None


def _step_row(step: StepPlan, interview: Interview, plan: Plan, width: int) -> Row:
    number = list(StepId).index(step.step) + 1
    tone, state = _TONES[step.status], _state(step, interview, plan)
    name = STEP_TITLES[step.step]
    if cell_len(name) + cell_len(state) + 8 > width:
        name = _SHORT_TITLES[step.step]
    quiet = step.status.is_settled or step.status is Status.UPCOMING
    line = RowLine(
        (
            Span(f"{GLYPHS[step.status]} ", tone),
            Span(f"{number} {name}", Tone.PLAIN if not quiet else Tone.MUTED),
        ),
        (Span(f"{state} ", tone if not step.status.is_settled else Tone.MUTED),),
    )
    return Row(step_key(step.step), (line,))


def _state(step: StepPlan, interview: Interview, plan: Plan) -> str:
    """The state of a step in a few words."""
    today, which = plan.today, step.step
    if step.status is Status.SKIPPED:
        return "skipped"
    if step.by_hand:
        return "ticked"
    if which is StepId.WRITE_DOWN and step.status is not Status.UPCOMING:
        signs = f"{plan.facts.covered}/{len(Sign)} signs"
        word = {Status.DONE: "done", Status.DUE: "due today", Status.LATE: "late"}.get(step.status, "open")
        return f"{word} · {signs}"
    if which is StepId.CONNECT:
        if step.status is Status.DONE and interview.setting is not Setting.IN_PERSON:
            return "not met in person"
        if step.status is Status.UPCOMING and step.opens is not None and plan.has_begun:
            return f"optional, from {near_day(step.opens, today)}"
        return "done" if step.status is Status.DONE else "optional"
    if which is StepId.WAIT:
        return _wait_state(step, plan)
    if which is StepId.FOLLOW_UP:
        return _follow_up_state(step, plan)
    if step.status is Status.UPCOMING:
        return near_day(plan.held_on, today)
    if step.status is Status.LATE and step.due is not None:
        return f"late by {count((today - step.due).days, 'day')}"
    return {Status.DUE: "due today", Status.DONE: "done"}.get(step.status, "open")


def _wait_state(step: StepPlan, plan: Plan) -> str:
    if step.status is Status.DONE:
        return "they answered" if plan.answered_on is not None else "over"
    guess = ", a guess (d)" if plan.promised.is_guess else ""
    return f"until {day_name(plan.promised.day, plan.today)}{guess}"


def _follow_up_state(step: StepPlan, plan: Plan) -> str:
    if step.status is Status.DONE:
        return "they answered" if plan.answered_on is not None else "sent" if plan.follow_ups.sent else "done"
    if step.opens is None or step.closes is None:
        return ""
    span = day_span(step.opens, step.closes, plan.today)
    return {Status.DUE: f"now: {span}", Status.LATE: f"late: {span}"}.get(step.status, span)


def _person_line(glyph: str, tone: Tone, one: PersonPlan, right: str) -> RowLine:
    role = (Span(f", {one.person.role}", Tone.MUTED),) if one.person.role else ()
    return RowLine(
        (Span(f"    {glyph} ", tone), Span(one.person.name), *role),
        (Span(f"{right} ", Tone.MUTED),) if right else (),
    )


def _thank_row(one: PersonPlan) -> Row:
    if one.thanked is not None:
        line = _person_line("✓", Tone.GOOD, one, _how(one.thanked))
    elif one.thank_skipped:
        line = _person_line("–", Tone.MUTED, one, "skipped")
    else:
        line = _person_line("○", Tone.DUE, one, "")
    return Row(person_key(StepId.THANK, one.person.name), (line,))


def _connect_row(one: PersonPlan) -> Row:
    if one.connected is not None:
        line = _person_line("✓", Tone.GOOD, one, _how(one.connected))
    elif one.connect_skipped:
        line = _person_line("–", Tone.MUTED, one, "skipped")
    else:
        line = _person_line("○", Tone.PLAIN, one, "")
    return Row(person_key(StepId.CONNECT, one.person.name), (line,))


def _material_rows(plan: Plan) -> list[Row]:
    rows = []
    for one in plan.materials:
        due = one.material.due_on
        if one.sent is not None:
            right = f"sent {near_day(contact_day(one.sent), plan.today)}"
        else:
            right = f"send by {near_day(due, plan.today)}" if due else "send it; no date"
            if one.status is Status.LATE:
                right = f"late: {right}"
        tone = _TONES[one.status]
        line = RowLine(
            (Span(f"    {GLYPHS[one.status]} ", tone), Span(one.material.what)),
            (Span(f"{right} ", tone if one.status in (Status.DUE, Status.LATE) else Tone.MUTED),),
        )
        rows.append(Row(material_key(one.material.what), (line,)))
    return rows


def _how(contact: Contact) -> str:
    at = f"{day_name(contact_day(contact), contact_day(contact))} {clock_time(contact.at)}"
    return f"{contact.channel}, {at}" if contact.channel else at


def coverage(facts: Facts, plan: Plan) -> tuple[Span, ...]:
    """The line under the notes: each sign with its count, and the date read in the promise."""
    spans: list[Span] = []
    for sign in Sign:
        number = "–" if sign in facts.nothing and not facts.count(sign) else str(facts.count(sign))
        spans.append(Span(f"{sign}{number} ", Tone.STRONG if facts.covers(sign) else Tone.MUTED))
    return (*spans, *_reading(facts, plan))


def _reading(facts: Facts, plan: Plan) -> tuple[Span, ...]:
    if not facts.promises:
        return ()
    if plan.promised.is_recorded or not plan.promised.is_guess:
        return (Span(f" > {day_name(plan.promised.day, plan.today)}", Tone.TITLE),)
    return (Span(" > no date understood: d sets it", Tone.DUE),)
