"""The form of an interview. What is typed is read as it is typed, and kept when it is refused."""

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.dates.format import clock_time
from followup_tui.core.dates.moments import ZonedMoment
from followup_tui.core.model.logbook import Interview, Setting
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.screens.field_parsers import parse_zoned_moment_field
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.styled_lines import plain
from followup_tui.tui.widgets.text_editor import TextEditor

OPEN, OTHER = "open", "other"
OUTCOMES = ("offer", "rejected", "withdrawn", "no answer")
"""How interviews usually end; every other end is told in the user's words."""


class Form(VerticalScroll, can_focus=False):
    """Fields under each other, in a box with a title. Its keys stand in its frame, whatever scrolls."""

    BINDINGS = bindings("form-fields")

    def __init__(self, title: str, *hints: Hint) -> None:
        super().__init__(classes="box -form")
        self.border_title = plain(title)
        self._hints = hints

    def on_mount(self) -> None:
        show_keys_on_border(self, *self._hints)


def field(label: str, widget: Input | Choice | TextEditor) -> Horizontal:
    """Return a labelled field of a form."""
    return Horizontal(Label(label), widget, classes="field")


def _outcome_known(outcome: str) -> str:
    """Return the option that stands for an outcome."""
    return outcome if outcome in OUTCOMES else OTHER if outcome else OPEN


class InterviewForm(ModalScreen[Interview | None]):
    """An interview's particulars. Only the company is required; the time is now unless said otherwise."""

    BINDINGS = bindings("form")

    def __init__(self, now: datetime, new_id: Callable[[], str], old: Interview | None = None) -> None:
        super().__init__()
        self._now, self._new_id, self._old = now, new_id, old

    def compose(self) -> ComposeResult:
        old = self._old
        with Form(
            f"Edit {old.company}" if old else "Add an interview",
            Hint("form.save"),
            Hint("form.close"),
            Hint("form.before form.next"),
        ):
            yield field("Company", Input(old.company if old else "", placeholder="needed", id="company"))
            yield field(
                "When", Input(self._old_when(), placeholder="now · yesterday 3pm · tue 9am PT", id="when")
            )
            yield Static("", classes="hint", id="when-hint", markup=False)
            yield field("Role", Input(old.role if old else "", id="role"))
            yield field("Round", Input(str(old.round) if old else "1", type="integer", id="round"))
            yield field(
                "Met", Choice(tuple(Setting), old.setting if old else Setting.IN_PERSON, id="setting")
            )
            if old is not None:
                known = _outcome_known(old.outcome)
                yield field("Outcome", Choice((OPEN, *OUTCOMES, OTHER), known, id="outcome"))
                with Vertical(id="words-part", classes="text"):
                    words = old.outcome if known == OTHER else ""
                    yield field("", Input(words, placeholder="how it ended, in your words", id="words"))
            yield Static("", classes="hint", id="form-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one("#company", Input).focus()
        self._show_when()
        self._show_words()

    def on_choice_changed(self) -> None:
        self._show_words()

    def _show_words(self) -> None:
        if self._old is not None:
            self.query_one("#words-part").display = self._chosen_outcome() == OTHER

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "when":
            self._show_when()
        elif event.input.id == "company":
            self._complain("")

    def on_input_submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        company = " ".join(self._value("company").split())
        moment, _ = self._held_at()
        number = self._value("round").strip() or "1"
        if not company:
            self._complain("The company is needed.")
            self.query_one("#company", Input).focus()
        elif moment is None:
            # What is wrong with it stands below it already.
            self.query_one("#when", Input).focus()
        elif not number.isdecimal() or not 1 <= int(number) <= 99:
            self._complain("The round is a number from 1 to 99.")
            self.query_one("#round", Input).focus()
        elif self._chosen_outcome() == OTHER and not self._value("words").strip():
            self._complain(f"Say how it ended, or choose “{OPEN}”.")
            self.query_one("#words", Input).focus()
        else:
            self.dismiss(self._made(company, moment, int(number)))

    def _made(self, company: str, moment: ZonedMoment, number: int) -> Interview:
        setting = Setting(self.query_one("#setting", Choice).value)
        role = self._value("role")
        if setting is Setting.IN_PERSON:
            moment = moment.at_place()
        if self._old is None:
            return Interview(
                id=self._new_id(),
                company=company,
                role=role,
                round=number,
                held_at=moment.at,
                their_zone=moment.their_zone,
                setting=setting,
            )
        chosen = self._chosen_outcome()
        outcome = {OPEN: "", OTHER: self._value("words")}.get(chosen, chosen)
        return self._old.but(
            company=company,
            role=role,
            round=number,
            held_at=moment.at,
            their_zone=moment.their_zone,
            setting=setting,
            outcome=outcome,
        )

    def _chosen_outcome(self) -> str:
        return OPEN if self._old is None else self.query_one("#outcome", Choice).value

    def _old_when(self) -> str:
        """Return the time of the interview that is edited, on the user's clock, as it stands in the field."""
        if self._old is None:
            return ""
        held_at = UserClock.at(self._now).of(self._old.held_at)
        return f"{held_at.date().isoformat()} {clock_time(held_at)}"

    def _held_at(self) -> tuple[ZonedMoment | None, str]:
        text = self._value("when")
        moment, preview = parse_zoned_moment_field(text, self._now)
        if self._old is not None and text == self._old_when():
            return ZonedMoment(self._old.held_at, self._old.their_zone), preview
        return moment._replace(at=moment.at.replace(second=0, microsecond=0)) if moment else None, preview

    def _show_when(self) -> None:
        moment, text = self._held_at()
        hint = self.query_one("#when-hint", Static)
        hint.update(plain(text))
        hint.set_class(moment is None, "-wrong")

    def _complain(self, text: str) -> None:
        hint = self.query_one("#form-hint", Static)
        hint.update(plain(text))
        hint.set_class(bool(text), "-wrong")

    def _value(self, id: str) -> str:
        return self.query_one(f"#{id}", Input).value
