"""The lines over the checklist: what is to be done now for a position, and whether a follow-up may go out."""

from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.core.dates.format import count, day_name, distance, near_day
from followup_tui.core.model.logbook import Interview, StepId
from followup_tui.core.rules.answers import rejection_reply
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.outcomes import closed_sentence
from followup_tui.core.rules.plan_types import Blocker, Offer, Source, Todo, TodoKind
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone, truncate, width_of, wrap_words

LONGEST_END = "  and 10 more"
"""The longest words that may follow what is to be done now."""


class HeadlineState(NamedTuple):
    """What the headline of an interview says."""

    interview: Interview
    plan: Plan
    todos: tuple[Todo, ...]
    """What is to be done now for its position, most urgent first."""
    due_elsewhere: int
    """In how many other positions something is to be done now."""
    next: str
    """What comes next, and when; empty where nothing is planned."""
    may_reply: bool
    """Whether a rejection was neither answered yet nor left unanswered on purpose."""
    todo_round: int
    """The round that the first of `todos` is about, where it is not the one shown; else 0."""

    @property
    def says_due_elsewhere(self) -> bool:
        """Whether the headline says how much is due elsewhere, as nothing is to be done for this position."""
        plan = self.plan
        is_over = bool(plan.outcome) or plan.offer is not None or bool(plan.suggest_closing)
        is_to_come = not plan.has_begun and not plan.is_cancelled
        return bool(self.due_elsewhere) and not (self.todos or is_over or is_to_come)


def headline_state(
    interview: Interview, plan: Plan, position: PositionPlan, due_elsewhere: int
) -> HeadlineState:
    """Return what the headline of an interview says."""
    reply = rejection_reply(position.position, position.outcome)
    may_reply = reply is not None and not reply.is_finished
    round_ = _round_of_first_todo(position)
    todo_round = round_ if round_ != plan.round_number else 0
    return HeadlineState(
        interview, plan, position.todos, due_elsewhere, _next(position), may_reply, todo_round
    )


def _round_of_first_todo(position: PositionPlan) -> int:
    """Return the number of the round that the first todo is about; 0 where it is about none."""
    id = position.todos[0].interview_id if position.todos else ""
    return position.plan_of(id).round_number if id else 0


def _next(position: PositionPlan) -> str:
    """Return what comes next for a position, as `send code sample, tomorrow`; empty if nothing is planned."""
    today = position.today
    coming = [
        (owed.due_on, f"send {owed.material.what}")
        for owed in position.owed
        if owed.due_on and owed.due_on > today
    ]
    if position.window.opens is not None and position.window.opens > today:
        coming.append((position.window.opens, "follow up"))
    if position.next_round is not None and position.next_round.held_on > today:
        coming.append((position.next_round.held_on, "the next round"))
    day, what = min(coming, default=(None, ""))
    return f"{what}, {near_day(day, today)}" if day is not None else ""


def headline(state: HeadlineState, width: int, is_short: bool, keymap: Keymap) -> tuple[StyledLine, ...]:
    """Return what to do now, and whether a follow-up may go out today; with the reason unless `is_short`.

    What ends a line is shorter or left out where it would not fit into `width` cells; 0: not known yet.
    """
    return (_now_line(state, width, is_short, keymap), _verdict_line(state.plan, width, is_short, keymap))


def _ended(line: StyledLine, ends: tuple[str, ...], width: int) -> StyledLine:
    """Return the line with the longest of the `ends`, which come longest first, that fits into `width`.

    A line that does not fit by itself wraps in any case, and gets the longest. If `width` is 0, as it is not
    known or does not matter, the second is taken.
    """
    used = width_of(line)
    if used > width > 0:
        return (*line, Span(ends[0], Tone.MUTED))
    fitting = ends[1:] if not width else [end for end in ends if used + cell_len(end) <= width]
    return (*line, Span(fitting[0], Tone.MUTED)) if fitting else line


def _now_line(state: HeadlineState, width: int, is_short: bool, keymap: Keymap) -> StyledLine:
    """Return the line that says what to do now."""
    plan, todos = state.plan, state.todos
    if plan.outcome:
        return _closed_line(state, width if is_short else 0, keymap)
    if plan.offer is not None and (not todos or todos[0].kind is TodoKind.OFFER):
        return _offer_line(plan.offer, plan, len(todos) - 1, width, keymap)
    is_first = not todos or todos[0].kind is TodoKind.INTERVIEW
    if not plan.has_begun and not plan.is_cancelled and is_first:
        clock, interview = plan.user_clock, state.interview
        day = near_day(clock.to_local(interview.held_at).date(), clock.today)
        when = f"{day} at {clock.time(interview.held_at, interview.their_zone)}"
        return (
            Span("Still to come", Tone.STRONG),
            Span(f": {when}. Before you leave, ask when they decide (step 1)."),
        )
    if todos:
        todo = todos[0]
        tone = Tone.LATE if todo.late else Tone.DUE
        when = todo.when(plan.today)
        head = f"Round {state.todo_round}: " if state.todo_round else "Now: "
        end = f", {when}" if when else ""
        now = (Span(head, tone), Span(f"{_fitting(head, todo.text, end, width)}{end}", Tone.STRONG))
        if plan.suggest_closing and todo.step is StepId.FOLLOW_UP:
            return _ended(now, (", or let it go", ", or let it go"), width)
        return _with_more(now, len(todos) - 1, width)
    return _calm_line(state, width if is_short else 0, keymap)


def _fitting(head: str, text: str, end: str, width: int) -> str:
    """Return a text that fits, with what is around it, into two lines of `width` cells; cut if need be.

    The words of a material may be as long as the notes have them.
    """
    if not width:
        return text
    room = 2 * width - cell_len(f"{head}{end}{LONGEST_END}")
    while room > 1 and len(wrap_words(f"{head}{truncate(text, room)}{end}{LONGEST_END}", width)) > 2:
        room -= 1
    return truncate(text, room)


def _with_more(line: StyledLine, more: int, width: int) -> StyledLine:
    """Return the line with how much `more` is to be done now, if anything is."""
    return _ended(line, (f"  and {more} more", f"  +{more} more", f"  +{more}"), width) if more > 0 else line


def _closed_line(state: HeadlineState, width: int, keymap: Keymap) -> StyledLine:
    """Return the line of a closed position, and how to thank them where that is fitting."""
    first, point, rest = closed_sentence(state.plan.outcome).partition(":")
    closed: StyledLine = (
        (Span(first, Tone.STRONG), Span(f"{point}{rest}", Tone.MUTED))
        if point
        else (Span(first, Tone.STRONG),)
    )
    if not state.may_reply:
        return closed
    text = keymap.format(" If you like, thank them and ask for feedback ({letter.write}).")
    return _ended(
        closed,
        (
            text,
            text,
            keymap.format(" {letter.write} thanks them, if you like."),
            keymap.format(" {letter.write}: thank them"),
        ),
        width,
    )


def _offer_line(offer: Offer, plan: Plan, more: int, width: int, keymap: Keymap) -> StyledLine:
    """Return the line about an offer, until it is accepted or declined; an estimate asks for the day.

    Where nothing else is to be said of it, the line ends with how much `more` is to be done now.
    """
    day = day_name(offer.answer_by, plan.today)
    head = Span("Offer: ", Tone.DUE)
    if offer.answer_by < plan.today:
        return (head, Span("did you answer?", Tone.STRONG), Span(f" It was due {day}.", Tone.MUTED))
    if offer.is_estimate:
        ask = keymap.format(" Ask for the deadline, and for the offer in writing ({letter.write}).")
        return (head, Span(f"answer by {day}, our estimate.", Tone.STRONG), Span(ask, Tone.MUTED))
    if offer.is_their_turn:
        return (head, Span("their turn", Tone.STRONG), Span(f"; the offer is open until {day}.", Tone.MUTED))
    answer = Span(f"answer by {day}, {distance(offer.answer_by, plan.today)}", Tone.STRONG)
    return _with_more((head, answer), more, width)


def _calm_line(state: HeadlineState, width: int, keymap: Keymap) -> StyledLine:
    """Return the line of an interview that asks for nothing today, short enough for two of `width` cells."""
    calm: StyledLine = (Span("Nothing due here today.", Tone.YES),)
    is_invited = state.plan.case.awaits_round_day
    if is_invited:
        text = keymap.format(": {interview.next-round} adds it once you know the day.")
        calm = (Span("Invited to the next round", Tone.YES), Span(text))
    if state.plan.suggest_closing:
        return (Span("Nothing due here today. ", Tone.STRONG), Span(state.plan.suggest_closing))
    if state.says_due_elsewhere:
        key = keymap.key("pane.interviews")
        return (*calm, Span(f" {state.due_elsewhere} due elsewhere: press {key}.", Tone.STRONG))
    if is_invited:
        return calm
    following = f" Next: {state.next}." if state.next else ""
    advice = " Keep applying elsewhere."
    text = "".join(span.text for span in calm) + following + advice
    has_room = not following or not width or len(wrap_words(text, width)) <= 2
    return (*calm, Span(following + advice if has_room else following, Tone.MUTED))


def _offer_elsewhere_line(plan: Plan, width: int, is_short: bool, keymap: Keymap) -> StyledLine:
    """Return the line about an offer of another position: whether their day comes in time, and what to do."""
    key, today = keymap.key("letter.write"), plan.today
    if plan.todos:
        # On the step at which the interview opens the key writes another letter.
        key = f"{key} on step {list(StepId).index(StepId.FOLLOW_UP) + 1}"
    answer_by = plan.case.other_offer_by or today
    day, offer_day = day_name(plan.promised.day, today), day_name(answer_by, today)
    line = (Span("Offer elsewhere", Tone.YES),)
    if plan.quiet_until is None:
        when, short = "", ""
    elif plan.promised.day < answer_by:
        when, short = f" They decide by {day}, in time for it.", " They decide in time."
    else:
        when, short = f" They decide by {day}, too late for it.", " They decide too late."
    ends = (
        f": answer it by {offer_day}.{when} {key} lets them know.",
        f": due {offer_day}.{short} {key} lets them know.",
        f":{short.lower()} {key} lets them know." if short else f". {key} lets them know.",
        f". {key} lets them know.",
        f": {key} says so.",
    )
    if is_short:
        return _ended(line, ends, width)
    left = count(plan.follow_ups.left, "follow-up")
    return (*line, Span(ends[0]), Span(f" {left} left ({Source.GUIDES}).", Tone.MUTED))


def _verdict_line(plan: Plan, width: int, is_short: bool, keymap: Keymap) -> StyledLine:
    """Return the line that says whether a follow-up may be sent, and until when not."""
    verdict, budget = plan.verdict, plan.follow_ups
    if verdict.blocker is Blocker.CLOSED:
        return (Span("Nothing else to do here.", Tone.MUTED),)
    if verdict.for_offer:
        return _offer_elsewhere_line(plan, width, is_short, keymap)
    if verdict.allowed:
        answer, tone = "yes, today.", Tone.YES
    elif verdict.from_day is None:
        answer, tone = "no.", Tone.STRONG
    else:
        answer, tone = f"not before {day_name(verdict.from_day, plan.today)}.", Tone.STRONG
    left = count(budget.left, "follow-up")
    line = (Span("Follow up? ", Tone.MUTED), Span(answer, tone))
    if is_short:
        return _ended(line, (f" {left} left", f" {budget.left} left"), width)
    return (*line, Span(f" {left} left. ", Tone.MUTED), Span(verdict.why))
