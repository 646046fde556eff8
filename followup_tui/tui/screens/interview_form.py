"""The form of an interview. Its fields are parsed while the user types."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.core.changes.positions import NextRoundFields
from followup_tui.core.dates.clocks import UserClock
from followup_tui.core.dates.moments import ZonedMoment
from followup_tui.core.model.logbook import MAX_ROUND, Interview, Setting
from followup_tui.core.notes import signs
from followup_tui.core.notes.people import Person, person_line
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_hint
from followup_tui.tui.screens.field_parsers import (
    COMING_MOMENTS,
    moment_text,
    parse_coming_moment_field,
    parse_zoned_moment_field,
)
from followup_tui.tui.screens.form import BETWEEN_FIELDS, Form, field
from followup_tui.tui.screens.outcomes import OUTCOMES
from followup_tui.tui.widgets.choice import Choice, MultiChoice
from followup_tui.tui.widgets.line_input import LineInput

OPEN, OTHER = "open", "other"
_NAMES = tuple(outcome.name for outcome in OUTCOMES)


def _outcome_option(outcome: str) -> str:
    """Return the option that stands for an outcome."""
    if not outcome:
        return OPEN
    return outcome if outcome in _NAMES else OTHER


class NextRoundStart(NamedTuple):
    """What the form of a next round begins with."""

    fields: NextRoundFields
    people: tuple[Person, ...]
    """All people the user met so far, to choose from who will be there."""
    when: str
    """Its day and time, as typed."""


class InterviewForm(ModalScreen[Interview | None]):
    """An interview's particulars. Only the company is required; the time is now unless said otherwise.

    The form of a next round is filled in, and asks when it is.
    """

    BINDINGS = bindings("form")

    company = getters.query_one("#company", LineInput)
    when = getters.query_one("#when", LineInput)
    when_hint = getters.query_one("#when-hint", Static)
    role = getters.query_one("#role", LineInput)
    number = getters.query_one("#round", LineInput)
    setting = getters.query_one("#setting", Choice)
    outcome = getters.query_one("#outcome", Choice)
    words = getters.query_one("#words", LineInput)
    words_part = getters.query_one("#words-part", Vertical)
    form = getters.query_one(Form)
    people = getters.query_one("#people", MultiChoice)

    def __init__(
        self,
        now: datetime,
        new_id: Callable[[], str],
        old: Interview | None = None,
        next_round: NextRoundStart | None = None,
    ) -> None:
        super().__init__()
        self._now, self._new_id, self._old, self._next = now, new_id, old, next_round

    def compose(self) -> ComposeResult:
        old, start = self._old, self._next
        known = start.fields if start is not None else old
        with Form(self._title(), Hint("form.save"), Hint("form.close"), BETWEEN_FIELDS):
            yield field(
                "Company", LineInput(known.company if known else "", placeholder="needed", id="company")
            )
            example = COMING_MOMENTS if start else "now · yesterday 3pm · tue 9am PT"
            yield field("When", LineInput(self._old_when(), placeholder=example, id="when"))
            yield Static("", classes="hint", id="when-hint", markup=False)
            yield field("Role", LineInput(known.role if known else "", id="role"))
            yield field("Round", LineInput(str(known.round) if known else "1", type="integer", id="round"))
            setting = known.setting if known else Setting.IN_PERSON
            yield field("Met", Choice(tuple(Setting), setting, id="setting"))
            if start is not None and start.people:
                names = tuple(person.name for person in start.people)
                yield field("Who", MultiChoice(names, id="people"))
            if old is not None:
                outcome = _outcome_option(old.outcome)
                yield field("Outcome", Choice((OPEN, *_NAMES, OTHER), outcome, id="outcome"))
                with Vertical(id="words-part", classes="text"):
                    words = old.outcome if outcome == OTHER else ""
                    yield field("", LineInput(words, placeholder="how it ended, in your words", id="words"))
            yield Static("", classes="hint", id="form-hint", markup=False)

    def _title(self) -> str:
        if self._next is not None:
            return f"Next round · {self._next.fields.company}"
        return f"Edit {self._old.company}" if self._old else "Add an interview"

    def on_mount(self) -> None:
        if self._next is not None:
            # Set only now, as it was typed, if in another form: it is asked about before it is discarded.
            self.when.value = self._next.when
            self.when.cursor_position = len(self._next.when)
        (self.when if self._next is not None else self.company).focus()
        self._show_when()
        self._show_words()

    @on(Choice.Changed, "#outcome")
    def _show_words(self) -> None:
        if self._old is not None:
            self.words_part.display = self._chosen_outcome() == OTHER

    @on(LineInput.Changed, "#company")
    def _forget_complaint(self) -> None:
        self.form.complain("")

    def action_close(self) -> None:
        self.form.close()

    @on(LineInput.Submitted)
    def action_submit(self) -> None:
        company = " ".join(self.company.value.split())
        moment, _ = self._held_at()
        number = self.number.value.strip() or "1"
        if not company:
            self.form.complain("Type the company first.", self.company)
        elif moment is None:
            # What is wrong with it is shown below it already.
            self.when.focus()
        elif not number.isdecimal() or not 1 <= int(number) <= MAX_ROUND:
            self.form.complain(f"The round is a number from 1 to {MAX_ROUND}.", self.number)
        elif self._chosen_outcome() == OTHER and not self.words.value.strip():
            self.form.complain(f"Type how it ended, or choose “{OPEN}”.", self.words)
        else:
            self.dismiss(self._interview(company, moment, int(number)))

    def _interview(self, company: str, moment: ZonedMoment, number: int) -> Interview:
        """Return the interview as the form has it: an edited one, a new one, or the next round."""
        setting = Setting(self.setting.value)
        if setting is Setting.IN_PERSON:
            moment = moment.at_place()
        old, start = self._old, self._next
        if old is not None:
            chosen = self._chosen_outcome()
            outcome = {OPEN: "", OTHER: self.words.value}.get(chosen, chosen)
            base = old.but(outcome=outcome)
        else:
            base = Interview(id=self._new_id(), company=company, held_at=moment.at)
        if start is not None:
            base = base.but(position=start.fields.position, notes=self._people_notes(start))
        return base.but(
            company=company,
            role=self.role.value,
            round=number,
            held_at=moment.at,
            their_zone=moment.their_zone,
            setting=setting,
        )

    def _people_notes(self, start: NextRoundStart) -> str:
        """Return the lines of notes that name who will be there."""
        chosen = self.people.chosen if start.people else frozenset()
        return "".join(
            f"{signs.PERSON.character} {person_line(person)}\n"
            for person in start.people
            if person.name in chosen
        )

    def _chosen_outcome(self) -> str:
        return OPEN if self._old is None else self.outcome.value

    def _old_when(self) -> str:
        """Return the time of the interview that is edited, on the user's clock, as it is in the field."""
        if self._old is None:
            return ""
        return moment_text(self._old.held_at, UserClock.at(self._now))

    def _held_at(self) -> tuple[ZonedMoment | None, str]:
        """Return the moment in the form, and its preview or what is wrong with it."""
        text = self.when.value
        if self._next is not None and not text.strip():
            return None, "When is it? No day yet? Close this and record “next round” as their answer."
        parse = parse_coming_moment_field if self._next is not None else parse_zoned_moment_field
        moment, preview = parse(text, self._now)
        if self._old is not None and text == self._old_when():
            return ZonedMoment(self._old.held_at, self._old.their_zone), preview
        return moment._replace(at=moment.at.replace(second=0, microsecond=0)) if moment else None, preview

    @on(LineInput.Changed, "#when")
    def _show_when(self) -> None:
        moment, text = self._held_at()
        show_hint(self.when_hint, text, is_wrong=moment is None and bool(self.when.value.strip()))
