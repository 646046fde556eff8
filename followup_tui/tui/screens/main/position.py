"""What the panes show of an interview beside its own record: it is a round of a position among others."""

from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.agenda import Group
from followup_tui.core.rules.plan_types import Plan
from followup_tui.session.session import Session


def shown_plan(session: Session, interview: Interview) -> Plan:
    """Return the plan of an interview, with the material that is still owed from earlier rounds.

    An earlier round has only what was asked for in it.
    """
    position = session.position_plan(interview.id)
    if position is None:
        return session.plan(interview)
    plan = position.of(interview.id)
    if not plan.is_current:
        return plan
    owed = tuple(material for material in position.owed if material not in plan.materials)
    return plan._replace(materials=plan.materials + owed) if owed else plan


def count_due_elsewhere(session: Session, interview: Interview) -> int:
    """Return in how many other positions something is to be done now."""
    due = (entry for entry in session.agenda() if entry.group is Group.DUE)
    return sum(interview.id not in entry.interview_ids for entry in due)
