"""The form of a contact: what was sent or heard, to whom, how and when. What is typed is read at once."""

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from followup_tui.core.changes.contacts import EditContact, RecordContact
from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.dates.format import clock_time
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Promise
from followup_tui.core.rules.plan_types import Plan
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.field_parsers import parse_moment_field
from followup_tui.tui.screens.interview_form import Form, field
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.styled_lines import plain
from followup_tui.tui.widgets.text_editor import TextEditor

NOBODY = "nobody in particular"
CONNECT_BY = "LinkedIn"
CHANNELS = ("email", "card", CONNECT_BY, "phone", "in person")


def _with(chosen: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options, with the chosen value added if it is not among them."""
    return options if not chosen or chosen in options else (*options, chosen)


def _usual_channel(kind: ContactKind) -> str:
    return CONNECT_BY if kind is ContactKind.CONNECT else CHANNELS[0]


def _spelled(contact: Contact, clock: UserClock) -> str:
    at = clock.of(contact.at)
    return f"{at.date().isoformat()} {clock_time(at)}"


class ContactForm(ModalScreen[RecordContact | EditContact | None]):
    """A message or a meeting, either way, to be put on the record, or one that is there to be set right."""

    BINDINGS = bindings("form")

    def __init__(
        self,
        interview: Interview,
        plan: Plan,
        now: datetime,
        new_id: Callable[[], str],
        read_promise: Callable[[str], tuple[Promise | None, str]],
        kind: ContactKind = ContactKind.FOLLOW_UP,
        person: str = "",
        old: Contact | None = None,
        text: str = "",
    ) -> None:
        """`old` is the contact that is to be set right, `text` what a new one begins with."""
        super().__init__()
        self._old, self._text = old, text if old is None else old.text
        self._is_letter = "\n" in self._text
        """Whether the text has more lines than a field: an editor holds it, in which enter begins a line."""
        if old is not None:
            kind, person = old.kind, old.person or NOBODY
        self._interview, self._plan, self._now, self._new_id = interview, plan, now, new_id
        self._read_promise, self._kind, self._person = read_promise, kind, person

    def compose(self) -> ComposeResult:
        old = self._old
        people = _with(self._person, (NOBODY, *(person.person.name for person in self._plan.people)))
        channel = old.channel if old is not None else _usual_channel(self._kind)
        when = "" if old is None else _spelled(old, self._plan.user_clock)
        verb = "Record" if old is None else "Edit"
        with Form(
            f"{verb} a contact · {self._interview.company}",
            Hint("form.save", key="ctrl+s" if self._is_letter else "enter"),
            Hint("form.close"),
            Hint("form.before form.next"),
            Hint("choice.before choice.next"),
        ):
            yield field("What", Choice(tuple(ContactKind), self._kind, id="kind"))
            yield field(
                "Who", Choice(people, self._person or people[-1 if len(people) == 2 else 0], id="person")
            )
            yield field("How", Choice(_with(channel, CHANNELS), channel, id="channel"))
            yield field("When", Input(when, placeholder="now · yesterday 3pm · tue 14:30", id="when"))
            yield Static("", classes="hint", id="when-hint", markup=False)
            if self._is_letter:
                yield field("Text", TextEditor(self._text, id="text"))
            else:
                yield field("Text", Input(self._text, placeholder="what it said, in a line", id="text"))
            with Vertical(id="promise-part", classes="text"):
                yield field("New date", Input(placeholder="did they name a new day? by Friday", id="promise"))
                yield Static("", classes="hint", id="promise-hint", markup=False)
            with Vertical(id="reason-part", classes="text"):
                yield field("Reason", Input(placeholder="why one more is right, kept with it", id="reason"))
            yield Static("", classes="hint", id="form-hint", markup=False)

    def on_mount(self) -> None:
        self._show_parts()
        self._show_hint("when", self._when())

    def on_choice_changed(self, event: Choice.Changed) -> None:
        how = self.query_one("#channel", Choice)
        if event.choice.id == "kind" and self._old is None and how.value in (CHANNELS[0], CONNECT_BY):
            how.value = _usual_channel(self._chosen_kind())
        self._show_parts()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "when":
            self._show_hint("when", self._when())
        elif event.input.id == "promise":
            self._show_hint("promise", self._read_promise(event.value))

    def on_input_submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        kind = self._chosen_kind()
        at, message = self._when()
        promise = None
        if at is None:
            self._complain(message, "when")
            return
        if kind is ContactKind.REPLY and self._value("promise").strip():
            promise, message = self._read_promise(self._value("promise"))
            if promise is None:
                self._complain(message, "promise")
                return
        reason = self._value("reason").strip() if self._needs_reason() else ""
        if self._needs_reason() and not reason:
            self._complain(
                "Your follow-ups are used up. One more needs a reason; it is kept with it.", "reason"
            )
            return
        person = self.query_one("#person", Choice).value
        person = "" if person == NOBODY else person
        channel = self.query_one("#channel", Choice).value
        text = self.query_one("#text", TextEditor).text if self._is_letter else self._value("text")
        old = self._old
        if old is not None:
            contact = old.but(
                at=at, kind=kind, person=person, channel=channel, text=text, reason=reason or old.reason
            )
            self.dismiss(EditContact(self._interview.id, contact))
            return
        contact = Contact(
            id=self._new_id(), at=at, kind=kind, person=person, channel=channel, text=text, reason=reason
        )
        self.dismiss(RecordContact(self._interview.id, contact, promise))

    def _when(self) -> tuple[datetime | None, str]:
        text = self._value("when")
        if self._old is not None and text == _spelled(self._old, self._plan.user_clock):
            return self._old.at, parse_moment_field(text, self._now)[1]
        return parse_moment_field(text, self._now)

    def _needs_reason(self) -> bool:
        was_one = self._old is not None and self._old.kind is ContactKind.FOLLOW_UP
        is_one = self._chosen_kind() is ContactKind.FOLLOW_UP
        return is_one and not was_one and not self._plan.follow_ups.left

    def _chosen_kind(self) -> ContactKind:
        return ContactKind(self.query_one("#kind", Choice).value)

    def _show_parts(self) -> None:
        kind = self._chosen_kind()
        self.query_one("#promise-part").display = kind is ContactKind.REPLY and self._old is None
        self.query_one("#reason-part").display = self._needs_reason()
        verdict = self._plan.verdict
        is_new = self._old is None
        says = verdict.why if kind is ContactKind.FOLLOW_UP and is_new and not verdict.allowed else ""
        self._complain(says)

    def _show_hint(self, id: str, read: tuple[object | None, str]) -> None:
        hint = self.query_one(f"#{id}-hint", Static)
        hint.update(plain(read[1]))
        hint.set_class(read[0] is None and bool(self._value(id).strip()), "-wrong")

    def _complain(self, text: str, id: str = "") -> None:
        hint = self.query_one("#form-hint", Static)
        hint.update(plain(text))
        hint.set_class(bool(id), "-wrong")
        if id:
            self.query_one(f"#{id}", Input).focus()

    def _value(self, id: str) -> str:
        return self.query_one(f"#{id}", Input).value
