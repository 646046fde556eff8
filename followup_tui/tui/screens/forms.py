"""The forms: an interview, a contact. What is typed is read as it is typed, and kept when it is refused."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from followup_tui.core.changes import RecordContact
from followup_tui.core.drafts import EditContact
from followup_tui.core.model import Contact, ContactKind, Interview, Promise, Setting
from followup_tui.core.plan import Plan
from followup_tui.core.wording import clock_time
from followup_tui.tui.screens.reading import read_moment
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.lines import plain


class Form(VerticalScroll, can_focus=False):
    """Fields under each other, in a box with a title."""

    def __init__(self, title: str) -> None:
        super().__init__(classes="box")
        self.border_title = plain(title)


def _field(label: str, widget: Input | Choice) -> Horizontal:
    return Horizontal(Label(label), widget, classes="field")


class InterviewForm(ModalScreen[Interview | None]):
    """An interview's particulars. Only the company is required; the time is now unless said otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="form.close", tooltip="Close, changing nothing"),
        Binding("enter,ctrl+s", "submit", "Save", id="form.save", tooltip="Save"),
    ]

    def __init__(self, now: datetime, new_id: Callable[[], str], old: Interview | None = None) -> None:
        super().__init__()
        self._now, self._new_id, self._old = now, new_id, old

    def compose(self) -> ComposeResult:
        old = self._old
        with Form(f"Edit {old.company}" if old else "Add an interview"):
            yield _field("Company", Input(old.company if old else "", placeholder="needed", id="company"))
            when = "" if old is None else f"{old.held_on.isoformat()} {clock_time(old.held_at)}"
            yield _field("When", Input(when, placeholder="now · yesterday 3pm · tue 14:30", id="when"))
            yield Static("", classes="hint", id="when-hint", markup=False)
            yield _field("Role", Input(old.role if old else "", id="role"))
            yield _field("Round", Input(str(old.round) if old else "1", type="integer", id="round"))
            yield _field(
                "Met", Choice(tuple(Setting), old.setting if old else Setting.IN_PERSON, id="setting")
            )
            if old is not None:
                placeholder = "empty while open · offer · rejected · let go"
                yield _field("Outcome", Input(old.outcome, placeholder=placeholder, id="outcome"))
            yield Static("", classes="hint", id="form-hint", markup=False)
            yield Static(plain("enter save · tab next field · esc close"), classes="keys")

    def on_mount(self) -> None:
        self.query_one("#company", Input).focus()
        self._show_when()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "when":
            self._show_when()
        elif event.input.id == "company":
            self._complain("")

    def on_input_submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        company = " ".join(self._value("company").split())
        at, said = self._held_at()
        number = self._value("round").strip() or "1"
        if not company:
            self._complain("The company is needed.")
            self.query_one("#company", Input).focus()
        elif at is None:
            self._complain(said)
            self.query_one("#when", Input).focus()
        elif not number.isdecimal() or not 1 <= int(number) <= 99:
            self._complain("The round is a number from 1 to 99.")
            self.query_one("#round", Input).focus()
        else:
            self.dismiss(self._made(company, at, int(number)))

    def _made(self, company: str, at: datetime, number: int) -> Interview:
        setting = Setting(self.query_one("#setting", Choice).value)
        role = self._value("role")
        if self._old is None:
            return Interview(
                id=self._new_id(), company=company, role=role, round=number, held_at=at, setting=setting
            )
        outcome = self._value("outcome")
        return self._old.but(
            company=company, role=role, round=number, held_at=at, setting=setting, outcome=outcome
        )

    def _held_at(self) -> tuple[datetime | None, str]:
        text = self._value("when")
        if (
            self._old is not None
            and text == f"{self._old.held_on.isoformat()} {clock_time(self._old.held_at)}"
        ):
            return self._old.held_at, read_moment(text, self._now)[1]
        return read_moment(text, self._now)

    def _show_when(self) -> None:
        at, text = self._held_at()
        hint = self.query_one("#when-hint", Static)
        hint.update(plain(text))
        hint.set_class(at is None, "-wrong")

    def _complain(self, text: str) -> None:
        hint = self.query_one("#form-hint", Static)
        hint.update(plain(text))
        hint.set_class(bool(text), "-wrong")

    def _value(self, id: str) -> str:
        return self.query_one(f"#{id}", Input).value


NOBODY = "nobody in particular"
CHANNELS = ("email", "card", "LinkedIn", "phone", "in person")


def _with(chosen: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options, with one that is on record though it is not among them."""
    return options if not chosen or chosen in options else (*options, chosen)


def _spelled(contact: Contact) -> str:
    return f"{contact.at.date().isoformat()} {clock_time(contact.at)}"


class ContactForm(ModalScreen[RecordContact | EditContact | None]):
    """A message or a meeting, either way, to be put on the record, or one that is there to be set right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="form.close", tooltip="Close, changing nothing"),
        Binding("enter,ctrl+s", "submit", "Save", id="form.save", tooltip="Save"),
    ]

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
        self._old, self._text = old, text
        if old is not None:
            kind, person = old.kind, old.person or NOBODY
        self._interview, self._plan, self._now, self._new_id = interview, plan, now, new_id
        self._read_promise, self._kind, self._person = read_promise, kind, person

    def compose(self) -> ComposeResult:
        old = self._old
        people = _with(self._person, (NOBODY, *(one.person.name for one in self._plan.people)))
        channel = old.channel if old is not None else CHANNELS[0]
        when = "" if old is None else _spelled(old)
        # A letter has many lines, and a field has one: it is kept as it is unless another text is typed.
        is_letter = old is not None and "\n" in old.text
        text = self._text if old is None else "" if is_letter else old.text
        hint = "a letter of many lines; kept unless you type" if is_letter else "what it said, in a line"
        verb = "Record" if old is None else "Edit"
        with Form(f"{verb} a contact · {self._interview.company}"):
            yield _field("What", Choice(tuple(ContactKind), self._kind, id="kind"))
            yield _field(
                "Who", Choice(people, self._person or people[-1 if len(people) == 2 else 0], id="person")
            )
            yield _field("How", Choice(_with(channel, CHANNELS), channel, id="channel"))
            yield _field("When", Input(when, placeholder="now · yesterday 3pm · tue 14:30", id="when"))
            yield Static("", classes="hint", id="when-hint", markup=False)
            yield _field("Text", Input(text, placeholder=hint, id="text"))
            with Vertical(id="promise-part", classes="text"):
                yield _field(
                    "New date", Input(placeholder="did they name a new day? by Friday", id="promise")
                )
                yield Static("", classes="hint", id="promise-hint", markup=False)
            with Vertical(id="reason-part", classes="text"):
                yield _field("Reason", Input(placeholder="why one more is right, kept with it", id="reason"))
            yield Static("", classes="hint", id="form-hint", markup=False)
            yield Static(plain("← → choose · tab next field · enter save · esc close"), classes="keys")

    def on_mount(self) -> None:
        self._show_parts()
        self._show_hint("when", self._when())

    def on_choice_changed(self) -> None:
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
        at, said = self._when()
        promise = None
        if at is None:
            self._complain(said, "when")
            return
        if kind is ContactKind.REPLY and self._value("promise").strip():
            promise, said = self._read_promise(self._value("promise"))
            if promise is None:
                self._complain(said, "promise")
                return
        reason = self._value("reason").strip() if self._needs_reason() else ""
        if self._needs_reason() and not reason:
            self._complain(
                "Your follow-ups are used up. One more needs a reason; it is kept with it.", "reason"
            )
            return
        person = self.query_one("#person", Choice).value
        person = "" if person == NOBODY else person
        channel, text = self.query_one("#channel", Choice).value, self._value("text")
        old = self._old
        if old is not None:
            if "\n" in old.text and not text.strip():
                text = old.text
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
        if self._old is not None and text == _spelled(self._old):
            return self._old.at, read_moment(text, self._now)[1]
        return read_moment(text, self._now)

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
