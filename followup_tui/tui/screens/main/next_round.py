"""The next round of a position: its form, filled in, and their invitation, on record as one change."""

from collections.abc import Callable

from followup_tui.core.changes.contacts import RecordContact
from followup_tui.core.changes.positions import AddNextRound, next_round_fields
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Says
from followup_tui.core.rules.contacts import is_answer
from followup_tui.core.rules.position import Position
from followup_tui.tui.keys.keymap import UNDO_HINT
from followup_tui.tui.screens.contact_messages import INVITATION_RECORDED
from followup_tui.tui.screens.host import Host, StepContext

ALREADY_ON_RECORD = "A round at that time is already on record: {interview.edit} changes it."


def ask_next_round(
    host: Host,
    context: StepContext,
    open_interview: Callable[[str], None],
    answer: Contact | None = None,
    when: str = "",
) -> None:
    """Open the form of the next round of the position shown; `open_interview` makes the new one current.

    `answer` is their invitation, which is recorded even if the form is left or the app ends; without it, one
    that takes place now is recorded with a round to come, unless one is on record. `when` is the typed day.
    """
    from followup_tui.tui.screens.interview_form import InterviewForm, NextRoundStart

    position_plan = host.session.position_plan(context.interview)
    position, id = position_plan.position, context.interview.id
    people = {person.person.name: person.person for plan in position_plan.plans for person in plan.people}
    is_answer_recorded = False

    def record_answer(message: str = "") -> None:
        nonlocal is_answer_recorded
        host.record_pending = None
        if answer is not None and not is_answer_recorded:
            is_answer_recorded = host.do(RecordContact(id, answer), host.keymap.format(message))

    def record(interview: Interview | None) -> None:
        host.record_pending = None
        if interview is None:
            record_answer(
                "Their invitation is recorded, without a day. {interview.next-round} adds the round."
            )
        elif not _is_on_record(interview, position):
            invitation = None if is_answer_recorded else answer or _invitation(context, position, interview)
            open_interview(interview.id)
            undo = host.keymap.format(UNDO_HINT)
            message = f"Round {interview.round} at {interview.company} is on record. {undo}"
            host.do(AddNextRound(id, interview, invitation), message)
        elif answer is None or is_answer_recorded:
            host.show_message(host.keymap.format(ALREADY_ON_RECORD))
        else:
            record_answer(f"{INVITATION_RECORDED} {ALREADY_ON_RECORD}")

    host.record_pending = record_answer
    start = NextRoundStart(next_round_fields(position), tuple(people.values()), when)
    host.ask(InterviewForm(context.now, context.new_id, next_round=start), record)


def _is_on_record(interview: Interview, position: Position) -> bool:
    """Return whether a round of the position begins at the same minute."""
    return any(
        record.held_at == interview.held_at for round_ in position.rounds for record in round_.interviews
    )


def planned_round(host: Host, context: StepContext) -> Interview | None:
    """Return the first record of the round that is planned after the latest round held; None without one."""
    next_round = host.session.position_plan(context.interview).next_round
    return next_round.interviews[0] if next_round is not None else None


def _invitation(context: StepContext, position: Position, interview: Interview) -> Contact | None:
    """Return their invitation as of now; None for a round that was held, or if their last answer is one."""
    if interview.held_at <= context.now:
        return None
    answers = [contact for contact in position.contacts if is_answer(contact)]
    if answers and answers[-1].says is Says.NEXT_ROUND and answers[-1].at >= position.interviews[-1].held_at:
        return None
    return context.new_contact(ContactKind.REPLY).but(says=Says.NEXT_ROUND)
