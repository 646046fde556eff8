"""Which letter `w` opens, and what it says first."""

from typing import NamedTuple

from followup_tui.core.dates.format import day_name, near_day
from followup_tui.core.model.logbook import ContactKind, Interview, Setting, StepId
from followup_tui.core.rules.follow_up import contact_day
from followup_tui.core.rules.plan_types import Blocker, Plan, Status
from followup_tui.tui.screens.dialogs import ConfirmDialog, PromptDialog
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.row_keys import MaterialRow, PersonRow, RowKey, step_of
from followup_tui.tui.screens.step_commands import Refusal


class Start(NamedTuple):
    """A letter to be written."""

    kind: ContactKind
    person: str = ""


def start(interview: Interview, plan: Plan, row: RowKey | None) -> Start | Refusal:
    """What `w` opens with the cursor on a row of the checklist."""
    if not plan.has_begun:
        return Refusal("The interview is still to come; there is nobody to write to yet.")
    step = step_of(row)
    person = row.name if isinstance(row, PersonRow) else ""
    if isinstance(row, MaterialRow):
        return Start(ContactKind.MATERIAL, _first(plan))
    if step is StepId.CONNECT:
        return _connect(interview, plan, person)
    if step is StepId.THANK:
        return _thank(plan, person)
    if step in (StepId.FOLLOW_UP, StepId.WAIT) or plan.step(StepId.THANK).status.is_finished:
        return Start(ContactKind.FOLLOW_UP, _last_written_to(interview) or _first(plan))
    return _thank(plan, "")


def _thank(plan: Plan, person: str) -> Start | Refusal:
    left = [one.person.name for one in plan.people if not one.thank_finished]
    if not plan.people:
        return Refusal("Whom did you meet? Write each down first: a line with @ and the name.")
    if person or left:
        return Start(ContactKind.THANK_YOU, person or left[0])
    return Refusal("Everyone is thanked. To write to one of them again, choose their row.")


def _connect(interview: Interview, plan: Plan, person: str) -> Start | Refusal:
    step = plan.step(StepId.CONNECT)
    if step.status is Status.UPCOMING or interview.setting is not Setting.IN_PERSON:
        return Refusal(step.why)
    left = [one.person.name for one in plan.people if not one.connect_finished]
    if person or left:
        return Start(ContactKind.CONNECT, person or left[0])
    return Refusal("Nobody is left to connect with.")


def _first(plan: Plan) -> str:
    return plan.people[0].person.name if plan.people else ""


def _last_written_to(interview: Interview) -> str:
    sent = [one for one in interview.contacts if one.kind is ContactKind.FOLLOW_UP and one.person]
    return max(sent, key=lambda one: one.at).person if sent else ""


def _settled(plan: Plan, kind: ContactKind) -> tuple[str, ...]:
    """Those who need no letter of that kind any more."""
    if kind is ContactKind.CONNECT:
        return tuple(one.person.name for one in plan.people if one.connect_finished)
    return tuple(one.person.name for one in plan.people if one.thank_finished)


def again(begun: Start, plan: Plan) -> str:
    """What is said before a second letter to somebody; empty before the first."""
    one = next((one for one in plan.people if one.person.name == begun.person), None)
    if one is None or begun.kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
        return ""
    sent = one.thanked if begun.kind is ContactKind.THANK_YOU else one.connected
    if sent is None:
        return ""
    done = "got your thank-you note" if begun.kind is ContactKind.THANK_YOU else "got your invitation"
    return f"{one.person.name} {done} {near_day(contact_day(sent), plan.today)}. Write another one?"


def next_row(before: Plan, after: Plan, begun: Start) -> PersonRow | None:
    """The row of the next person to write to, once a letter has settled one; else None."""
    if begun.kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
        return None
    settled = _settled(after, begun.kind)
    left = [one.person.name for one in after.people if one.person.name not in settled]
    if not left or len(settled) == len(_settled(before, begun.kind)):
        return None
    step = StepId.THANK if begun.kind is ContactKind.THANK_YOU else StepId.CONNECT
    return PersonRow(step, left[0])


def warning(plan: Plan) -> str:
    """What is said before a follow-up on a day that the rules call wrong; empty on a right day."""
    verdict = plan.verdict
    if verdict.allowed:
        return ""
    when = f" It will be right from {day_name(verdict.from_day, plan.today)}." if verdict.from_day else ""
    return f"{verdict.why}{when}"


def open_letter(host: Host, context: StepContext, row: RowKey | None) -> None:
    """Opens the letter for a row. A follow-up on a wrong day is a choice; one too many has a reason."""
    host.flush_typing()
    if host.session.is_read_only:
        host.show_warning(host.session.document.save_status.reason)
        return
    begun = start(context.interview, context.plan, row)
    if isinstance(begun, Refusal):
        host.show_message(begun.why)
        return

    def closed(message: str | None) -> None:
        host.letter = None
        interview = host.session.logbook.interview(context.interview.id)
        after = None if interview is None else next_row(context.plan, host.session.plan(interview), begun)
        host.refresh_panes()
        if after is not None:
            host.select_row(after)
        if message:
            host.show_message(message)

    def write(reason: str | None) -> None:
        if reason is not None:
            letter = LetterScreen(
                host.session, context.interview, begun.kind, begun.person, reason, host.keymap
            )
            host.letter = letter
            host.ask(letter, closed)

    said = warning(context.plan) if begun.kind is ContactKind.FOLLOW_UP else again(begun, context.plan)
    if not said:
        write("")
    elif begun.kind is not ContactKind.FOLLOW_UP:
        host.ask(ConfirmDialog("Once more", said), lambda yes: write("" if yes else None))
    elif context.plan.verdict.blocker is Blocker.BUDGET:
        text = f"{said} One more needs a reason; it is kept with it."
        host.ask(PromptDialog("One more follow-up", text, "why one more is right", _reason), write)
    else:
        question = ConfirmDialog("Not today", f"{said} Write it all the same?")
        host.ask(question, lambda yes: write("" if yes else None))


def _reason(text: str) -> tuple[str | None, str]:
    reason = " ".join(text.split())
    return reason or None, "" if reason else "In your own words."
