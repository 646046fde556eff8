"""What is put on record from the checklist: steps done and skipped, contacts, promised days, letters.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.changes.interviews import SetPromise
from followup_tui.core.dates.format import day_name
from followup_tui.core.model.logbook import ContactKind, Promise, Says, StepId
from followup_tui.core.rules.plan_types import after_comma_if_estimate
from followup_tui.tui.keys.keymap import UNDO_HINT
from followup_tui.tui.screens import step_commands
from followup_tui.tui.screens.host import Host, StepContext
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.next_round import ask_next_round, planned_round
from followup_tui.tui.screens.main.outcome import ask_outcome
from followup_tui.tui.screens.row_keys import (
    CarriedRow,
    ClosingRow,
    ConflictRow,
    LetterRow,
    MaterialRow,
    PersonRow,
    step_of,
)

if TYPE_CHECKING:
    from followup_tui.core.changes.contacts import EditContact, RecordContact
    from followup_tui.core.letters.kinds import LetterKind
    from followup_tui.tui.screens.contact_form import NextRound


class StepActions:
    """The actions on the selected row of the checklist."""

    def __init__(
        self,
        host: Host,
        navigation: Navigation,
        timeline_day: Callable[[], date | None],
        edit_interview: Callable[[], None],
    ) -> None:
        """`timeline_day` returns the day chosen in the timeline; it is offered as the promised day.

        `edit_interview` opens the form of the interview shown.
        """
        self._host, self._navigation, self._timeline_day = host, navigation, timeline_day
        self._edit_interview = edit_interview

    def tick(self) -> None:
        """Tick the row, or take its tick back; ask first where the rules advise against it."""
        context = self._host.context()
        if context is None:
            return
        self._host.mark_used("steps")
        self._do_confirmed(step_commands.tick(context, self._host.selected_row()), context)

    def skip(self) -> None:
        """Skip the row, or take that back; ask first where the rules advise against it."""
        context = self._host.context()
        if context is not None:
            self._do_confirmed(step_commands.skip(context, self._host.selected_row()), context)

    def delete_record(self) -> bool:
        """Delete the contact on record for the row; return False if there is none."""
        context = self._host.context()
        change = step_commands.delete_contact_of_row(context, self._host.selected_row()) if context else None
        if context is None or change is None:
            return context is None
        self._do_or_explain(change, context)
        return True

    def _do_confirmed(self, change: Change | step_commands.Refusal, context: StepContext) -> None:
        """Apply a change; if the rules advise against it, only when the user confirms it."""
        confirmation = step_commands.confirmation(change, context)
        if confirmation is None:
            self._do_or_explain(change, context)
            return
        from followup_tui.tui.screens.dialogs import ConfirmDialog

        def answered(yes: bool | None) -> None:
            if yes:
                self._do_or_explain(change, context)

        question = f"{confirmation.why} {self._host.keymap.format(confirmation.ask)}"
        self._host.ask(ConfirmDialog(confirmation.title, question, is_harmless=True), answered)

    def _do_or_explain(self, change: Change | step_commands.Refusal, context: StepContext) -> None:
        """Apply a change, or show why nothing changes."""
        if isinstance(change, step_commands.Refusal):
            self._host.show_message(self._host.keymap.format(change.why))
            return
        message = ""
        if step_commands.is_follow_up(change):
            text = "Follow-up recorded as sent now. Another day? Change it with {contact.list}."
            message = self._host.keymap.format(f"{text} {UNDO_HINT}")
        elif isinstance(change, DeleteContact):
            removed = next(contact for contact in context.contacts if contact.id == change.contact_id)
            message = self._host.keymap.format(step_commands.removed_message(removed))
        elif closing := step_commands.closing_message(change):
            message = self._host.keymap.format(closing)
        self._host.do(change, message)

    def set_promise(self) -> None:
        """Ask for the promised day."""
        from followup_tui.tui.screens.dialogs import PromptDialog
        from followup_tui.tui.screens.field_parsers import example_days, promise_parser

        context = self._host.context()
        if context is None:
            return

        def record(promise: Promise | None) -> None:
            if promise is not None:
                until = day_name(promise.decide_by, context.plan.today)
                undo = self._host.keymap.format(UNDO_HINT)
                self._host.do(SetPromise(context.interview.id, promise), f"They decide by {until}. {undo}")

        title = f"Promised day · {context.interview.company}"
        today, known = context.plan.today, context.plan.promised
        so_far = f"So far: {day_name(known.day, today)}{after_comma_if_estimate(known.is_estimate)}. "
        text = f"{so_far}By when will they decide? Their words, as said today, or a date."
        day = self._timeline_day()
        start = day.isoformat() if day is not None and day != today else ""
        parse = promise_parser(self._host.session, context.interview)
        self._host.ask(PromptDialog(title, text, example_days(today), parse, start), record)

    def record_contact(self) -> None:
        """Ask for a contact; the row selects what kind it is."""
        row = self._host.selected_row()
        match row:
            case MaterialRow(what):
                self.ask_contact(ContactKind.MATERIAL, text=what)
            case PersonRow(StepId.CONNECT, name):
                self.ask_contact(ContactKind.CONNECT, name)
            case PersonRow(_, name):
                self.ask_contact(ContactKind.THANK_YOU, name)
            case _:
                context = self._host.context()
                if context is not None:
                    self.ask_contact(step_commands.contact_kind(context, step_of(row)))

    def ask_contact(
        self, kind: ContactKind, person: str = "", text: str = "", says: Says = Says.OTHER, channel: str = ""
    ) -> None:
        """Open the form for a contact with what is known of it."""
        from followup_tui.tui.screens.contact_form import ContactForm, NextRound, Start
        from followup_tui.tui.screens.contact_messages import saved_message

        context = self._host.context()
        if context is None:
            return

        def record(change: "RecordContact | EditContact | NextRound | None") -> None:
            if isinstance(change, NextRound):
                ask_next_round(self._host, context, self._navigation.make_current, change.answer, change.when)
                return
            if change is None or not self._host.do(change):
                return
            after = self._host.context()
            if after is not None:
                self._host.show_message(saved_message(change, after.plan, self._host.keymap))

        start = Start(kind, person, text, says, channel)
        self._host.ask(ContactForm(context, self._host.session, start), record)

    def add_next_round(self) -> None:
        """Open the form of the next round; one that is planned already is edited instead."""
        context = self._host.context()
        planned = planned_round(self._host, context) if context is not None else None
        if planned is not None:
            self._navigation.go_to(planned.id)
            self._edit_interview()
            text = "This round is planned already: change it here. Another one? Leave, then {interview.add}."
            self._host.show_message(self._host.keymap.format(text))
        elif context is not None:
            ask_next_round(self._host, context, self._navigation.make_current)

    def ask_outcome(self) -> None:
        """Ask how it ended."""
        context = self._host.context()
        if context is not None:
            ask_outcome(self._host, context, lambda: self.ask_contact(ContactKind.REPLY, says=Says.OFFER))

    def show_contacts(self) -> None:
        """Open the list of the contacts on record."""
        from followup_tui.tui.screens.contacts import show_contacts

        show_contacts(self._host)

    def write_letter(self, kind: "LetterKind | None" = None) -> None:
        """Open the letter that the row is about, or one of another kind."""
        context = self._host.context()
        row = self._host.selected_row()
        if kind is None and isinstance(row, LetterRow):
            self._write_letter_of(row.kind)
        elif context is not None:
            from followup_tui.tui.screens.letter.start import open_letter

            open_letter(self._host, context, row, kind)

    def _write_letter_of(self, kind: str) -> None:
        from followup_tui.core.letters.kinds import LETTER_KINDS

        self.write_letter(LETTER_KINDS[kind])

    def open(self) -> None:
        """Open the contact on record for the row, else the way to do what it asks for.

        On the advice to let a position go, close the position.
        """
        from followup_tui.tui.screens.contacts import edit_contact

        context = self._host.context()
        if context is None:
            return
        row = self._host.selected_row()
        contact = step_commands.recorded_contact(context, row)
        if contact is not None:
            edit_contact(self._host, context, contact)
            return
        match row:
            case ConflictRow():
                text = "{step.tick} takes the version from elsewhere; {step.skip} keeps this one."
                self._host.show_message(self._host.keymap.format(text))
            case MaterialRow(what):
                self.ask_contact(ContactKind.MATERIAL, text=what)
            case ClosingRow():
                self.tick()
            case LetterRow(kind):
                self._write_letter_of(kind)
            case CarriedRow(interview_id, line):
                self._navigation.go_to_note_line(interview_id, line)
            case _:
                self._open_step(step_of(row))

    def _open_step(self, step: StepId | None) -> None:
        match step:
            case StepId.ASK | StepId.WRITE_DOWN:
                self._navigation.write_notes()
            case StepId.WAIT:
                self.set_promise()
            case _:
                self.write_letter()
