"""The rows of the checklist about the position: advice to let it go, a letter it calls for, carried facts."""

from collections.abc import Sequence

from rich.cells import cell_len

from followup_tui.core.dates.format import near_day
from followup_tui.core.notes import signs
from followup_tui.core.rules.carried import CarriedFact
from followup_tui.core.rules.contacts import ANSWER_TO_REJECTION, contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import SendState
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.main.position import PositionItems
from followup_tui.tui.screens.row_keys import CarriedRow, ClosingRow, LetterRow, RowKey
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, Tone

MIN_WIDTH_FOR_KEY = 54
"""The width in cells from which the row of an optional letter names the key that writes it."""
_WHAT = {signs.CONCERN: "open concern", signs.QUESTION: "open question", signs.PAY: "pay"}
"""What a carried line is, in a word or two."""


def closing_row(keymap: Keymap) -> Row[RowKey]:
    """Return the row that offers to close the position."""
    keys = keymap.format("{list.open} yes · {step.skip} not yet ")
    return Row(ClosingRow(), (RowLine((Span("    ○ "), Span("Let it go?")), (Span(keys, Tone.MUTED),)),))


def rejection_row(reply: SendState, plan: Plan, width: int, keymap: Keymap) -> Row[RowKey]:
    """Return the row of the user's answer to a rejection: grey, until it is sent or skipped."""
    tone = Tone.MUTED
    if reply.sent is not None:
        glyph, tone, state = "✓", Tone.GOOD, f"sent {near_day(contact_day(reply.sent), plan.today)}"
    elif reply.is_skipped:
        glyph, state = "–", "skipped"
    else:
        glyph, state = "○", "optional"
        if width >= MIN_WIDTH_FOR_KEY:
            state = keymap.format("optional · {letter.write} write")
    what = "Thank them for the answer"
    if cell_len(f"    {glyph} {what} {state} ") >= width:
        what = "Thank them"
    left = (Span(f"    {glyph} ", tone), Span(what, Tone.MUTED))
    return Row(LetterRow(ANSWER_TO_REJECTION), (RowLine(left, (Span(f"{state} ", Tone.MUTED),)),))


def carried_rows(carried: Sequence[CarriedFact], width: int) -> list[Row[RowKey]]:
    """Return a row for each line of earlier rounds, in `width` cells; what it is gives way to its text."""
    return [_carried_row(fact, width) for fact in carried]


def _carried_row(fact: CarriedFact, width: int) -> Row[RowKey]:
    in_round = f"round {fact.round_number}"
    state = f"{_WHAT[fact.sign]} · {in_round}"
    if cell_len(fact.text) + cell_len(state) + 9 > width:
        state = in_round
    left = (Span(f"    {fact.sign} ", Tone.MUTED), Span(fact.text))
    line = RowLine(left, (Span(f"{state} ", Tone.MUTED),))
    return Row(CarriedRow(fact.interview_id, fact.line), (line,))


def row_reason(row: RowKey | None, items: PositionItems, keymap: Keymap) -> str:
    """Return what to say below the checklist while the cursor is on a row about the position; else empty."""
    match row:
        case ClosingRow():
            keys = "{list.open} closes it as no answer; {step.skip} keeps it open and stops asking."
            return f"{items.suggest_closing} {keymap.format(keys)}"
        case LetterRow():
            keys = "{letter.write} writes it, {step.skip} skips it."
            return f"Optional: thanks, one question for feedback, the door left open. {keymap.format(keys)}"
        case CarriedRow():
            facts = [fact for fact in items.carried if CarriedRow(fact.interview_id, fact.line) == row]
            return _carried_reason(facts[0], keymap) if facts else ""
        case _:
            return ""


def _carried_reason(fact: CarriedFact, keymap: Keymap) -> str:
    whose = {signs.CONCERN: "your", signs.QUESTION: "their"}.get(fact.sign)
    text = f"write {whose} answer after ->" if whose else f"its line in round {fact.round_number}"
    return f"{fact.text}. {keymap.key('list.open')}: {text}."
