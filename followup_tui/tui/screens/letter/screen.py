"""The letter screen: a letter is written, proofread, handed over and put on record."""

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from followup_tui.core.letters.kinds import FOLLOW_UP, THANK_YOU, LetterKind
from followup_tui.core.merge.notes import merge_notes
from followup_tui.core.model.logbook import Interview
from followup_tui.core.proofreading.words import word_count
from followup_tui.core.text import clean_text
from followup_tui.session.session import Session
from followup_tui.tui.external_editor import POLL_SECONDS, OpenFile, edit_text
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.layout import HORIZONTAL_BREAKPOINTS
from followup_tui.tui.screens.letter.draft import DraftInHand, Fields
from followup_tui.tui.screens.letter.fact_insertion import insert_fact
from followup_tui.tui.screens.letter.finding_navigation import FindingNavigation
from followup_tui.tui.screens.letter.letter_form import EarlierFollowUps, LetterForm
from followup_tui.tui.screens.letter.sending import Sending
from followup_tui.tui.screens.letter.signing import sign_letter
from followup_tui.tui.screens.letter.view_model import (
    PRIVATE,
    count_findings,
    earlier_follow_ups,
    fact_rows,
    finding_rows,
    findings_title,
    people_rows,
)
from followup_tui.tui.timers import call_in
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.footer import KeyFooter
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.styled_lines import plain


class LetterScreen(ModalScreen[str]):
    """One letter at a time. Its result is a message about it; empty where nothing was written."""

    AUTO_FOCUS = "#letter-text"
    BINDINGS = bindings("letter")
    HORIZONTAL_BREAKPOINTS = HORIZONTAL_BREAKPOINTS[:3]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (14, "-low"), (22, "-tall"), (32, "-roomy")]  # noqa: RUF012

    form = getters.query_one(LetterForm)
    fact_list = getters.query_one("#letter-facts", RowList)
    people_list = getters.query_one("#letter-people", RowList)
    finding_list = getters.query_one("#letter-findings", RowList)
    key_line = getters.query_one(KeyFooter)
    call_in = call_in

    def __init__(
        self,
        session: Session,
        interview: Interview,
        kind: LetterKind,
        person: str,
        reason: str,
        keymap: Keymap,
    ) -> None:
        """Open a letter; `reason` says why a follow-up goes out against the budget."""
        super().__init__()
        self.draft = DraftInHand(session, interview, kind, person, self, reason)
        self._session, self._kind, self._keymap = session, kind, keymap
        self.navigation = FindingNavigation(self.draft, self.show_message, keymap)
        folder = session.document.paths.data.parent / "letters"
        self.sending = Sending(self, self.draft, folder, keymap, self._refuse_blocking)
        self._open_file: OpenFile | None = None
        """The file of an editor that may be open still."""
        self._widths: dict[str, int] = {}
        """The width for which the rows of each list were wrapped."""

    # Textual runs `action_NAME` for the action NAME of a binding.
    action_hand_over = property(lambda self: self.sending.choose_way)
    action_copy = property(lambda self: self.sending.copy)
    action_sent = property(lambda self: self.sending.confirm_sent)

    def compose(self) -> ComposeResult:
        with Horizontal(id="letter-top"):
            yield LetterForm(self.draft.draft, self.draft.channels, id="letter-main", classes="pane")
            with Vertical(id="letter-side"):
                earlier = earlier_follow_ups(self.draft.interview, self.draft.plan)
                shown = earlier if self._kind is FOLLOW_UP else ""
                yield EarlierFollowUps(shown, id="letter-before", classes="pane")
                yield RowList(id="letter-facts", classes="pane")
                yield RowList(id="letter-people", classes="pane")
        yield RowList(id="letter-findings", classes="pane")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.key_line.show("letter", self._keymap, typing=True)
        self.fact_list.border_title = "Notes · enter adds one"
        effect = "opens" if self._kind is THANK_YOU else "picks one"
        self.people_list.border_title = (
            f"People · enter {effect}" if self.draft.people else "No one noted yet"
        )
        self.form.move_to_gap()
        self.show_draft()

    def read_fields(self) -> Fields | None:
        """Return what the fields hold; None before they are there and after they are gone."""
        return self.form.read() if self.is_mounted and self.query(LetterForm) else None

    def show_draft(self) -> None:
        """Show the draft with its recipients, facts and findings; nothing once the fields are gone."""
        if self.read_fields() is None:
            return  # proofreading was due while the letter was being closed
        draft, review = self.draft.draft, self.draft.review
        plan, recipients = self.draft.plan, self.draft.recipients
        self.form.border_title = plain(f"{self._kind.title} · {self.draft.interview.company}")
        saved = f"{review.state(draft)} · {self._session.document.save_status.state.value}"
        self.form.border_subtitle = saved if self.draft.is_stored else "not started"
        self.form.show_recipients(self._kind, draft, recipients, plan, self.draft.channels)
        facts = self.draft.facts
        self.fact_list.rows = fact_rows(facts, self.fact_list.room.width, plan.today)
        has_private = any(fact.is_private for fact in facts)
        self.fact_list.border_subtitle = PRIVATE if has_private else ""
        self.people_list.rows = people_rows(self._kind, plan, self.draft.states, recipients, self.draft.eased)
        if self.focused is not self.people_list and (to := self.draft.first_recipient):
            self.people_list.cursor = to
        self.form.editor.findings = review.open
        width = self.finding_list.room.width or self.app.size.width - 2
        self.finding_list.rows = finding_rows(review, width, self._keymap)
        self.navigation.clamp()
        self._show_current()
        self.finding_list.border_title = findings_title(review, word_count(draft.body))
        self.finding_list.border_subtitle = plain(self.navigation.keys)

    def keep(self) -> None:
        """Store what was typed and is not stored yet."""
        self.draft.save()
        self._merge_open_file(is_last=True)

    @on(TextArea.Changed, "#letter-text")
    @on(Input.Changed, "#letter-subject")
    def _schedule_save(self, event: TextArea.Changed | Input.Changed) -> None:
        event.stop()
        self.draft.typed()

    @on(Choice.Changed, "#letter-channel")
    def _change_channel(self, event: Choice.Changed) -> None:
        event.stop()
        self.draft.check()

    @on(RowList.Resized, "#letter-findings, #letter-facts")
    def _wrap_rows(self, event: RowList.Resized) -> None:
        """Wrap the rows again where the width of their list has changed."""
        event.stop()
        width, id = event.row_list.room.width, event.row_list.id or ""
        if self._widths.get(id) != width:
            self._widths[id] = width
            self.show_draft()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.set_class(event.widget in (self.fact_list, self.people_list), "-side")

    def action_notes(self) -> None:
        self.add_class("-side")
        (self.form.editor if self.fact_list.has_focus else self.fact_list).focus()

    @on(RowList.Chosen, "#letter-facts")
    def _insert_fact(self, event: RowList.Chosen) -> None:
        """Put a line of the notes into the letter; of a concern the answer, which is asked for if missing."""
        event.stop()
        facts = self.draft.facts
        if int(event.key) < len(facts):
            insert_fact(self.app, self.draft, facts[int(event.key)], self.form.editor)

    @on(RowList.Chosen, "#letter-people")
    def _choose_person(self, event: RowList.Chosen) -> None:
        event.stop()
        self._write_to(event.key)

    @on(RowList.Moved, "#letter-findings")
    def _select_finding(self, event: RowList.Moved) -> None:
        event.stop()
        self.navigation.current = int(event.key)

    @on(RowList.Chosen, "#letter-findings")
    def _choose_finding(self, event: RowList.Chosen) -> None:
        event.stop()
        self.navigation.go_to(int(event.key), self.form)

    def action_next_finding(self) -> None:
        self.navigation.next(self.form)
        self._show_current()

    def action_fix(self) -> None:
        self.draft.check()
        self.navigation.fix(self._selected_finding(), self.form)
        self._show_current()

    def action_dismiss_finding(self) -> None:
        self.draft.check()
        self.navigation.dismiss(self._selected_finding())

    def _selected_finding(self) -> int:
        """Return the index of the finding under the cursor of the list, or one past the last."""
        cursor = self.finding_list.cursor or ""
        return int(cursor) if cursor.isdecimal() else len(self.draft.findings)

    def _show_current(self) -> None:
        if self.navigation.current >= 0:
            self.finding_list.cursor = str(self.navigation.current)

    def _write_to(self, person: str) -> None:
        """Switch to writing to `person`.

        A stored letter that is not personal is re-addressed; else the draft for them is loaded.
        """
        self.draft.save()
        if self.draft.is_stored and not self._kind.is_personal:
            self.draft.address((person,))
        else:
            self.draft.load(person)
            self.form.load(self.draft.draft, self.draft.channels)
            self.navigation.current = -1
        self.form.editor.focus()
        self.draft.check()

    def action_next_person(self) -> None:
        if (person := self.draft.next_person()) is None:
            self.show_message("No one else to write to.")
        else:
            self._write_to(person)

    def action_toggle_recipient(self) -> None:
        if not self.people_list.has_focus:
            return
        if self._kind is not THANK_YOU or not (name := self.people_list.cursor):
            self.show_message("Only a thank-you note can go to several people.")
            return
        self.draft.toggle_recipient(name)
        self.form.offer_channels(self.draft.channels)
        self.draft.check()

    def action_external_editor(self) -> None:
        self.draft.save()
        self._session.document.save()  # nothing is saved while the editor has the terminal
        edit = edit_text(self.app, self.draft.draft.body)
        if edit.text is not None:
            self._take(edit.text)
        elif edit.open_file is not None:
            if self._open_file is None:
                self.set_interval(POLL_SECONDS, self._merge_open_file)
            self._open_file = edit.open_file
            self.show_message(edit.problem)
        elif edit.problem:
            self.notify(edit.problem, severity="warning", markup=False)

    def _take(self, text: str) -> None:
        self.form.editor.take(clean_text(text))
        self.draft.save(is_typed=False)
        self.draft.check()

    def _merge_open_file(self, is_last: bool = False) -> None:
        """Merge into the letter what was saved in an editor that is open still."""
        saved = self._open_file.poll(is_last) if self._open_file is not None else None
        if saved is not None:
            self.draft.save()
            self._take(merge_notes(saved[0], self.draft.draft.body, saved[1])[0])

    def action_save(self) -> None:
        self.draft.check()
        self._session.document.save()
        self.show_draft()

    def action_set_signature(self) -> None:
        sign_letter(self, self._session, self.draft, self.form)

    def _refuse_blocking(self) -> bool:
        is_refused = self.navigation.refuse_blocking(self.form)
        if is_refused:
            self._show_current()
        return is_refused

    def action_leave(self) -> None:
        if self.has_class("-side") and self.has_class("-single"):
            self.form.editor.focus()
            return
        self._merge_open_file(is_last=True)
        self.draft.check()
        left = count_findings(self.draft.findings) or "ready"
        self.dismiss(f"Draft kept: {left}, not sent yet." if self.draft.is_stored else "")

    def show_message(self, text: str) -> None:
        """Show a short message."""
        # Always a passing message: what one key has to say is over with the next.
        self.notify(text, markup=False)
