"""What the panes show besides an interview's own record: what earlier rounds left open, other positions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.rules.agenda import AgendaGroup
from followup_tui.core.rules.answers import rejection_reply
from followup_tui.core.rules.carried import CarriedFact, carried_facts
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.plan_types import SendState
from followup_tui.session.session import Session

if TYPE_CHECKING:
    from followup_tui.core.notes.pay import PayNote


class PositionItems(NamedTuple):
    """What the checklist of a round shows of its position."""

    suggest_closing: str
    """Why closing is suggested; empty where it is not."""
    rejection_reply: SendState | None
    """Whether the user answered a rejection; None without one."""
    carried: tuple[CarriedFact, ...]


def position_items(session: Session, interview: Interview) -> PositionItems:
    """Return what the checklist of an interview shows of its position.

    Nothing is carried over once the position is closed: it asks for nothing.
    """
    position_plan = session.position_plan(interview)
    is_current = position_plan.plan_of(interview.id).is_current
    return PositionItems(
        position_plan.suggest_closing if is_current else "",
        rejection_reply(position_plan.position, position_plan.outcome),
        ()
        if position_plan.outcome
        else carried_facts(position_plan.position, interview, session.logbook.rules),
    )


def shown_plan(session: Session, interview: Interview) -> Plan:
    """Return the plan of an interview, with the material that is still owed from earlier rounds.

    An earlier round has only what was asked for in it; a planned one has it, too.
    """
    position = session.position_plan(interview)
    plan = position.plan_of(interview.id)
    if plan.is_cancelled or (plan.has_begun and not plan.is_current):
        return plan
    owed = tuple(material for material in position.owed if material not in plan.materials)
    return plan._replace(materials=plan.materials + owed) if owed else plan


def count_due_elsewhere(session: Session, interview: Interview) -> int:
    """Return in how many other positions something is to be done now."""
    due = (entry for entry in session.agenda() if entry.group is AgendaGroup.DUE)
    return sum(interview.id not in entry.interview_ids for entry in due)


def earlier_pay(interview: Interview, records: Sequence[Interview]) -> "tuple[PayNote, ...]":
    """Return what was said about pay in the records of a position before an interview."""
    earlier = tuple(record for record in records if record.held_at < interview.held_at)
    if not any(signs.PAY.character in record.notes for record in earlier):
        return ()
    # Nothing of pay is loaded before a line is about it.
    from followup_tui.core.notes.pay import pay_notes

    return pay_notes(earlier)
