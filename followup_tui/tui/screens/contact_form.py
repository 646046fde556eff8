"""The form of a contact: what was sent or heard, to whom, how and when; parsed while the user types."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.core.changes.contacts import EditContact, RecordContact
from followup_tui.core.model.logbook import Contact, ContactKind, Says
from followup_tui.core.rules.contacts import CARD, EMAIL, LINKEDIN, PHONE
from followup_tui.session.session import Session
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.contact_messages import answer_effect
from followup_tui.tui.screens.dialogs import show_hint
from followup_tui.tui.screens.field_parsers import (
    REASON_PLACEHOLDER,
    deadline_parser,
    moment_text,
    parse_moment_field,
    promise_parser,
)
from followup_tui.tui.screens.form import BETWEEN_FIELDS, Form, field
from followup_tui.tui.screens.host import StepContext
from followup_tui.tui.screens.reply_fields import LETTERS_HINT, Reply, ReplyFields
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.line_input import LineInput
from followup_tui.tui.widgets.text_editor import TextEditor

NOBODY = "no one in particular"
CHANNELS = (EMAIL, CARD, LINKEDIN, PHONE, "in person")
KIND_LABELS = {ContactKind.REPLY.value: "their answer"}
"""What is shown for a kind whose word in the file does not say whose message it is."""


class NextRound(NamedTuple):
    """They invite to a next round whose day is known: its form comes next."""

    answer: Contact
    when: str
    """Its day and time, as typed."""


class Start(NamedTuple):
    """What a form for a new contact begins with."""

    kind: ContactKind = ContactKind.FOLLOW_UP
    person: str = ""
    text: str = ""
    says: Says = Says.OTHER
    channel: str = ""
    """How; empty for what is usual for the kind."""


class ContactForm(ModalScreen[RecordContact | EditContact | NextRound | None]):
    """The form for a message or a meeting, either way: for a new one, or for one on record."""

    BINDINGS = bindings("form")

    kind = getters.query_one("#kind", Choice)
    letters_hint = getters.query_one("#letters-hint", Static)
    person = getters.query_one("#person", Choice)
    channel = getters.query_one("#channel", Choice)
    when = getters.query_one("#when", LineInput)
    when_hint = getters.query_one("#when-hint", Static)
    reason = getters.query_one("#reason", LineInput)
    reason_part = getters.query_one("#reason-part", Vertical)
    form = getters.query_one(Form)
    reply = getters.query_one(ReplyFields)

    def __init__(
        self, context: StepContext, session: Session, start: Start | None = None, old: Contact | None = None
    ) -> None:
        """`old` is the contact to be edited, `start` what a new one begins with."""
        super().__init__()
        start = start or Start()
        if old is not None:
            start = Start(old.kind, old.person or NOBODY, old.text, old.says)
        self._interview, self._plan, self._now = context.interview, context.plan, context.now
        self._new_id, self._session, self._start, self._old = context.new_id, session, start, old
        self._is_letter = "\n" in start.text
        """Whether the text has more lines than a field: an editor holds it, in which enter begins a line."""

    def compose(self) -> ComposeResult:
        old, start = self._old, self._start
        people = _with(start.person, (NOBODY, *self._names()))
        own = self._plan.people
        who = start.person or (own[0].person.name if len(own) == 1 else NOBODY)
        channel = old.channel if old is not None else start.channel or _usual_channel(start.kind)
        when = "" if old is None else moment_text(old.at, self._plan.user_clock)
        with Form(
            f"{'Record' if old is None else 'Edit'} a contact · {self._interview.company}",
            Hint("form.save", key="ctrl+s" if self._is_letter else "enter"),
            Hint("form.close"),
            BETWEEN_FIELDS,
        ) as form:
            form.take_letter = self._choose_answer
            yield field("What", Choice(tuple(ContactKind), start.kind, labels=KIND_LABELS, id="kind"))
            yield Static(LETTERS_HINT, classes="hint", id="letters-hint", markup=False)
            yield ReplyFields(
                start.says,
                old.answer_by if old else None,
                self._now,
                promise_parser(self._session, self._interview),
                deadline_parser(self._session, self._interview, old, self._now),
                is_new=old is None,
            )
            yield field("Who", Choice(people, who, id="person"))
            yield field("How", Choice(_with(channel, CHANNELS), channel, id="channel"))
            yield field("When", LineInput(when, placeholder="now · yesterday 3pm · tue 14:30", id="when"))
            yield Static("", classes="hint", id="when-hint", markup=False)
            if self._is_letter:
                yield field("Text", TextEditor(start.text, id="text"))
            else:
                yield field("Text", LineInput(start.text, placeholder="what it said, in one line", id="text"))
            with Vertical(id="reason-part", classes="text"):
                yield field("Reason", LineInput(placeholder=REASON_PLACEHOLDER, id="reason"))
            yield Static("", classes="hint", id="form-hint", markup=False)

    def _names(self) -> tuple[str, ...]:
        """Return the names of the people of all rounds, those of this one first."""
        plan = self._session.plan_with_everybody(self._interview)
        return tuple(person.person.name for person in plan.people)

    def on_mount(self) -> None:
        self._show_when()
        self._show_parts()
        if self._chosen_kind() is ContactKind.REPLY and self._old is None:
            if self._start.says is Says.OFFER:
                self.reply.focus_day()
            else:
                self.reply.answer.focus()

    @on(Choice.Changed, "#kind")
    def _change_kind(self) -> None:
        if self._old is None and self.channel.value in (EMAIL, LINKEDIN):
            self.channel.value = _usual_channel(self._chosen_kind())
        self._fit_text()
        self._show_parts()

    def _fit_text(self) -> None:
        """Leave the text that names what the row is about to the kind that the row is of."""
        name = self._start.text
        if self._old is not None or self._is_letter or not name:
            return
        is_of_row, text = self._chosen_kind() is self._start.kind, self.query_one("#text", LineInput)
        if text.value == ("" if is_of_row else name):
            self.form.begin_with(text, name if is_of_row else "")

    def _choose_answer(self, choice: Choice, letter: str) -> bool:
        """Choose their answer by its letter, from the field of the kind as well; return whether it has it."""
        if choice is not self.kind or self._old is not None or not self.reply.answer.choose_letter(letter):
            return False
        self.kind.value = ContactKind.REPLY
        self._change_kind()
        return True

    def action_close(self) -> None:
        self.form.close()

    @on(LineInput.Submitted)
    def action_submit(self) -> None:
        at, message = self._read_when()
        if at is None:
            self.form.complain(message, self.when)
            return
        is_reply = self._chosen_kind() is ContactKind.REPLY
        reply, message = self.reply.read() if is_reply else (Reply(Says.UNSPECIFIED), "")
        if reply is None:
            self.form.complain(message)
            self.reply.focus_day()
            return
        if self._needs_reason() and not self.reason.value.strip():
            self.form.complain(
                "You have used your follow-ups. To send one more, say why; the reason is saved with it.",
                self.reason,
            )
            return
        change = self._change(at, reply, self._new_id)
        if reply.round_when:
            self.dismiss(NextRound(change.contact, reply.round_when))
        else:
            self.dismiss(change)

    def _change(self, at: datetime, reply: Reply, new_id: Callable[[], str]) -> RecordContact | EditContact:
        """Return the change that the fields ask for."""
        person, old = self.person.value, self._old
        says, answer_by = reply.says, reply.answer_by
        if old is not None and old.says is Says.UNSPECIFIED and says is Says.OTHER:
            # What an older file leaves open stays open, until another answer is chosen.
            says = Says.UNSPECIFIED
        values = {
            "at": at,
            "kind": self._chosen_kind(),
            "person": "" if person == NOBODY else person,
            "channel": self.channel.value,
            "text": self._text(),
            "says": says,
            "answer_by": answer_by,
        }
        reason = self.reason.value.strip() if self._needs_reason() else ""
        if old is not None:
            return EditContact(self._interview.id, old.but(**values, reason=reason or old.reason))
        contact = Contact.model_validate({"id": new_id(), **values, "reason": reason})
        return RecordContact(self._interview.id, contact, reply.promise)

    def _text(self) -> str:
        if self._is_letter:
            return self.query_one("#text", TextEditor).text
        return self.query_one("#text", LineInput).value

    def _read_when(self) -> tuple[datetime | None, str]:
        text = self.when.value
        moment, preview = parse_moment_field(text, self._now)
        if self._old is not None and text == moment_text(self._old.at, self._plan.user_clock):
            return self._old.at, preview
        return moment, preview

    def _needs_reason(self) -> bool:
        """Return whether the contact is one follow-up more than the rules allow, which needs a reason."""
        was_follow_up = self._old is not None and self._old.kind is ContactKind.FOLLOW_UP
        is_follow_up = self._chosen_kind() is ContactKind.FOLLOW_UP
        return is_follow_up and not was_follow_up and not self._plan.follow_ups.left

    def _chosen_kind(self) -> ContactKind:
        return ContactKind(self.kind.value)

    def _show_parts(self) -> None:
        is_reply = self._chosen_kind() is ContactKind.REPLY
        self.reply.display = is_reply
        self.letters_hint.display = self._old is None and not is_reply
        self.reason_part.display = self._needs_reason()
        self._show_advice()

    @on(LineInput.Changed, "#when")
    def _show_when(self) -> None:
        moment, preview = self._read_when()
        show_hint(self.when_hint, preview, is_wrong=moment is None and bool(self.when.value.strip()))

    @on(LineInput.Changed, "#when")
    @on(ReplyFields.Changed)
    def _show_advice(self) -> None:
        """Show what the contact changes, or what speaks against it."""
        kind, verdict, text = self._chosen_kind(), self._plan.verdict, ""
        if self._old is None and kind is ContactKind.FOLLOW_UP and not verdict.allowed:
            text = verdict.why
        elif self._old is None and kind is ContactKind.REPLY:
            text = self._reply_effect()
        self.form.complain(text)

    def _reply_effect(self) -> str:
        """Return what their answer changes; empty while a day in the form is not understood."""
        at, _ = self._read_when()
        reply, _ = self.reply.read()
        if at is None or reply is None:
            return ""
        if reply.round_when:
            return "→ the form of that round comes next"
        after = self._session.plan_after(self._change(at, reply, lambda: "preview"), self._interview)
        return f"→ {answer_effect(reply.says, after)}"


def _with(chosen: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options, with the chosen value added if it is not among them."""
    return options if not chosen or chosen in options else (*options, chosen)


def _usual_channel(kind: ContactKind) -> str:
    return LINKEDIN if kind is ContactKind.CONNECT else EMAIL
