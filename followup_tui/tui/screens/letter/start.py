"""Which letter the key for writing opens, and what is asked before."""

from typing import NamedTuple

from followup_tui.core.dates.format import day_name, on_day
from followup_tui.core.letters.kinds import (
    ACCEPT,
    ANSWER_TO_REJECTION,
    ASK_FOR_TIME,
    CONNECT,
    DECLINE,
    FOLLOW_UP,
    MATERIAL,
    OFFER_IN_HAND,
    THANK_YOU,
    WITHDRAW,
    LetterKind,
)
from followup_tui.core.model.logbook import ContactKind, Interview, Setting, StepId
from followup_tui.core.rules.answers import rejection_reply
from followup_tui.core.rules.contacts import contact_day
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.rules.other_offers import has_accepted_elsewhere
from followup_tui.core.rules.plan_types import Blocker, Status
from followup_tui.core.rules.position import Position, positions
from followup_tui.tui.screens.dialogs import ConfirmDialog, KeyedChoice, KeyedChoiceDialog, PromptDialog
from followup_tui.tui.screens.field_parsers import REASON_PLACEHOLDER
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.row_keys import MaterialRow, PersonRow, RowKey, step_of
from followup_tui.tui.screens.step_commands import Refusal


class NewLetter(NamedTuple):
    """A letter to be written."""

    kind: LetterKind
    person: str


_NOT_HELD = Refusal("This interview is still to come. No one to write to yet.")


def letter_of_kind(plan: Plan, interview: Interview, kind: LetterKind) -> NewLetter | Refusal:
    """Return a letter of a kind without a row: to the recipient of the last follow-up, else the first met."""
    if not plan.has_begun:
        return _NOT_HELD
    return NewLetter(kind, _last_recipient(interview, plan))


def letter_for_row(
    interview: Interview, plan: Plan, position: Position, row: RowKey | None
) -> NewLetter | Refusal:
    """Return the letter that belongs to a row of the checklist, or why there is none."""
    if not plan.has_begun:
        return _NOT_HELD
    step = step_of(row)
    person = row.name if isinstance(row, PersonRow) else ""
    if isinstance(row, MaterialRow):
        return NewLetter(MATERIAL, _first_person(plan))
    rejection = rejection_reply(position, plan.outcome)
    if not person and rejection is not None and rejection.sent is None:
        return NewLetter(ANSWER_TO_REJECTION, _last_recipient(interview, plan))
    if step is StepId.CONNECT:
        return _connect(interview, plan, person)
    if step is StepId.THANK:
        return _thank(plan, person)
    if step in FOLLOW_UP.steps or plan.step(StepId.THANK).status.is_finished:
        kind = OFFER_IN_HAND if plan.verdict.for_offer else FOLLOW_UP
        return NewLetter(kind, _last_recipient(interview, plan))
    return _thank(plan, "")


def _thank(plan: Plan, person: str) -> NewLetter | Refusal:
    if not plan.people:
        return Refusal("Who did you meet? First note each of them: a line with @ and the name.")
    if name := person or _first_unfinished(THANK_YOU, plan):
        return NewLetter(THANK_YOU, name)
    return Refusal("Everyone is thanked. To write again, choose their row.")


def _connect(interview: Interview, plan: Plan, person: str) -> NewLetter | Refusal:
    step = plan.step(StepId.CONNECT)
    if step.status is Status.UPCOMING or interview.setting is not Setting.IN_PERSON:
        return Refusal(step.why)
    if name := person or _first_unfinished(CONNECT, plan):
        return NewLetter(CONNECT, name)
    return Refusal("No one left to connect with.")


def _first_person(plan: Plan) -> str:
    return plan.people[0].person.name if plan.people else ""


def _first_unfinished(kind: LetterKind, plan: Plan) -> str:
    """Return the first person who needs a letter of that kind; empty where nobody does."""
    names = (person.person.name for person in plan.people if not kind.state_for(person).is_finished)
    return next(names, "")


def _last_recipient(interview: Interview, plan: Plan) -> str:
    """Return the recipient of the last follow-up, else the first person met; empty without any."""
    sent = [
        contact for contact in interview.contacts if contact.kind is ContactKind.FOLLOW_UP and contact.person
    ]
    return max(sent, key=lambda contact: contact.at).person if sent else _first_person(plan)


def _last_to_answer(context: StepContext) -> str:
    """Return who answered last in any round; empty where no answer names anybody."""
    answers = (contact.person for contact in context.contacts if contact.kind is ContactKind.REPLY)
    return next((person for person in reversed([*answers]) if person), "")


def repetition_question(letter: NewLetter, plan: Plan) -> str:
    """Return the question before a second letter to somebody; empty before the first."""
    person = next((person for person in plan.people if person.person.name == letter.person), None)
    sent = letter.kind.state_for(person).sent if person is not None else None
    if sent is None:
        return ""
    what = "thank-you note" if letter.kind is THANK_YOU else "invitation"
    return f"{letter.person} got your {what} {on_day(contact_day(sent), plan.today)}. Write another one?"


def next_row(before: Plan, after: Plan, letter: NewLetter) -> PersonRow | None:
    """Return the row of the next person to write to, if a letter has just finished one; else None."""
    kind = letter.kind
    finished_before, finished = (
        sum(kind.state_for(person).is_finished for person in plan.people) for plan in (before, after)
    )
    name = _first_unfinished(kind, after)
    if not kind.is_personal or not name or finished == finished_before:
        return None
    return PersonRow(kind.steps[0], name)


def wrong_day_warning(plan: Plan) -> str:
    """Return the warning before a follow-up on a day that the rules advise against; else empty."""
    verdict = plan.verdict
    if verdict.allowed:
        return ""
    when = f" Better to send it from {day_name(verdict.from_day, plan.today)}." if verdict.from_day else ""
    return f"{verdict.why}{when}"


def open_letter(host: Host, context: StepContext, row: RowKey | None, kind: LetterKind | None) -> None:
    """Open the letter for a row, or of a `kind` if given; ask first which, where there are several."""
    host.flush_typing()
    if host.session.is_read_only:
        host.show_warning(host.session.document.save_status.reason)
    elif kind is not None:
        _open(host, context, letter_of_kind(context.plan, context.interview, kind))
    else:
        letter = letter_for_row(context.interview, context.plan, context.position, row)
        answers = _answers_to_choose(host, context, row)
        if answers:
            _ask_which(host, context, letter, answers)
        else:
            _open(host, context, letter)


def _answers_to_choose(
    host: Host, context: StepContext, row: RowKey | None
) -> tuple[tuple[str, LetterKind], ...]:
    """Return the letters that may be meant instead of the one for a row, each with its key; usually none.

    An open offer is accepted, declined or put off; once another offer is accepted, the user withdraws. A row
    that names a person is about that person alone.
    """
    plan, logbook = context.plan, host.session.logbook
    if plan.outcome or isinstance(row, PersonRow):
        return ()
    if plan.offer is not None:
        return ("a", ACCEPT), ("d", DECLINE), ("t", ASK_FOR_TIME)
    if isinstance(row, MaterialRow) or not plan.has_begun:
        return ()
    has_accepted = has_accepted_elsewhere(context.position, positions(logbook.interviews), logbook.rules)
    return (("w", WITHDRAW),) if has_accepted else ()


def _ask_which(
    host: Host,
    context: StepContext,
    letter: NewLetter | Refusal,
    answers: tuple[tuple[str, LetterKind], ...],
) -> None:
    """Ask for one of the `answers` or the `letter` for the row, and open it."""
    recipient = _last_recipient(context.interview, context.plan)
    letters = {kind.id: NewLetter(kind, recipient) for _, kind in answers}
    choices = [KeyedChoice(key, kind.title, kind.advice, kind.id) for key, kind in answers]
    if isinstance(letter, NewLetter):
        is_check_in = letter.kind.contact is ContactKind.FOLLOW_UP
        if context.plan.offer is None or not is_check_in:  # an open offer is answered, not asked about
            choices.append(KeyedChoice("o", letter.kind.title, "what this row is about", ""))

    def chosen(id: str | None) -> None:
        if id is not None:
            _open(host, context, letters.get(id, letter))

    title = f"Write · {context.interview.company}"
    host.ask(KeyedChoiceDialog(title, "Which letter?", tuple(choices)), chosen)


def _open(host: Host, context: StepContext, letter: NewLetter | Refusal) -> None:
    """Open a letter, or show why there is none; ask first where the rules advise against it."""
    if isinstance(letter, Refusal):
        host.show_message(letter.why)
        return

    is_follow_up = letter.kind.contact is ContactKind.FOLLOW_UP
    if is_follow_up and context.plan.verdict.blocker is Blocker.OFFER:
        letters = "{app.palette} has the letters that accept it, decline it or ask for time."
        host.show_message(host.keymap.format(f"{context.plan.verdict.why} {letters}"))
        return

    def write(reason: str | None) -> None:
        if reason is not None:
            person = letter.person or _last_to_answer(context)
            _write(host, context, letter._replace(person=person), reason)

    def confirmed(yes: bool | None) -> None:
        write("" if yes else None)

    warning = wrong_day_warning(context.plan) if is_follow_up else repetition_question(letter, context.plan)
    if not warning:
        write("")
    elif not is_follow_up:
        host.ask(ConfirmDialog("Once more", warning, is_harmless=True), confirmed)
    elif context.plan.verdict.blocker is Blocker.BUDGET:
        text = f"{warning} One more needs a reason, which is saved with it."
        prompt = PromptDialog("One more follow-up", text, REASON_PLACEHOLDER, _parse_reason)
        host.ask(prompt, write)
    else:
        host.ask(ConfirmDialog("Not today", f"{warning} Write it now anyway?", is_harmless=True), confirmed)


def _write(host: Host, context: StepContext, letter: NewLetter, reason: str) -> None:
    """Show the screen of a letter; after it, the cursor goes to the next person to write to.

    `reason` says why a follow-up goes out although the budget is spent.
    """

    def closed(message: str | None) -> None:
        host.letter = None
        interview = host.session.logbook.interview(context.interview.id)
        after = None if interview is None else next_row(context.plan, host.session.plan(interview), letter)
        host.refresh_panes()
        if after is not None:
            host.select_row(after)
        if message:
            host.show_message(message)

    screen = LetterScreen(host.session, context.interview, letter.kind, letter.person, reason, host.keymap)
    host.letter = screen
    host.ask(screen, closed)


def _parse_reason(text: str) -> tuple[str | None, str]:
    reason = " ".join(text.split())
    return reason or None, "" if reason else "In your own words."
