"""A letter being written: its text, what the notes hold for it, what is found in it, whom it is for."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Label, Static

from followup_tui.core.drafts import (
    VIA,
    DiscardDraft,
    SendLetter,
    WriteDraft,
    covered,
    draft_for,
    sent_contacts,
)
from followup_tui.core.letter_states import LetterState, draft_state, findings_of, right_so, written
from followup_tui.core.letters import SHORT_INVITATION, facts_for, opening
from followup_tui.core.model import ContactKind, Draft, Interview
from followup_tui.core.plan import Plan
from followup_tui.core.proof import word_count
from followup_tui.core.text import clean_text, fold_name
from followup_tui.core.wording import listed
from followup_tui.session import Session
from followup_tui.tui.external import edit_text
from followup_tui.tui.screens.boxes import Question
from followup_tui.tui.screens.hints import Hint
from followup_tui.tui.screens.keymap import Keymap
from followup_tui.tui.screens.letter_out import HandOver, Outgoing, channels
from followup_tui.tui.screens.letter_rows import (
    NO_FACEBOOK,
    TITLES,
    before_text,
    fact_rows,
    finding_rows,
    findings_title,
    people_rows,
)
from followup_tui.tui.screens.panes import key
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.keyline import KeyLine
from followup_tui.tui.widgets.letter import LetterText
from followup_tui.tui.widgets.lines import Span, Tone, plain
from followup_tui.tui.widgets.rows import RowList
from followup_tui.tui.widgets.tonetext import ToneText

KEEP_SECONDS = 0.25
"""Typing is kept this long after its first letter, in seconds: on disk well within half a second."""
PROOF_SECONDS = 0.4
"""Pause in typing, in seconds, after which the proof-reader looks at the text (ours)."""
_HINTS = (
    Hint("letter.hand", "ctrl+g", "hand over"),
    Hint("letter.sent", "F5", "sent?"),
    Hint("letter.notes", "F3", "notes"),
    Hint("letter.finding", "ctrl+n", "finding"),
    Hint("letter.mend", "ctrl+r", "mend"),
    Hint("letter.right", "ctrl+t", "right so"),
    Hint("letter.next", "F2", "next person"),
    Hint("letter.external", "F4", "editor"),
)
_ALWAYS = (Hint("app.help-anywhere", "F1", "help"), Hint("letter.close", "esc", "leave"))


class LetterScreen(ModalScreen[str]):
    """One letter at a time, kept as it is typed. Its result is what to say of it; empty where nothing was."""

    AUTO_FOCUS = "#letter-text"
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (70, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-tall"), (32, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", "letter.close", "Leave; the draft is kept"),
        key("ctrl+g", "hand", "letter.hand", "Hand the letter over: copy, mail program, file"),
        key("f5", "sent", "letter.sent", "It is sent: put it on the record"),
        key("f3", "notes", "letter.notes", "To your notes and back; enter puts the line into the letter"),
        key("ctrl+n", "finding", "letter.finding", "Go to the next finding"),
        key("ctrl+r", "mend", "letter.mend", "Mend the finding"),
        key("ctrl+t", "right", "letter.right", "The finding is right so, as long as these words stand"),
        key("f2", "next", "letter.next", "The next person to write to"),
        key("space", "cover", "letter.cover", "In the list of people: this note is for them, too, or not"),
        key("f4", "external", "letter.external", "Write the letter in $VISUAL or $EDITOR"),
        key("ctrl+s", "save", "letter.save", "Save the draft now"),
    ]

    def __init__(
        self,
        session: Session,
        interview: Interview,
        kind: ContactKind,
        person: str,
        reason: str,
        keymap: Keymap,
    ) -> None:
        """`reason` is why a follow-up goes out against the budget, in the user's words."""
        super().__init__()
        self._session, self._last, self._kind, self._reason = session, interview, kind, reason
        self._keymap = keymap
        self._at = -1
        """Which finding the user is at; -1 before the first."""
        self._keeping: Timer | None = None
        self._proofing: Timer | None = None
        self._is_over = False
        """Whether the letter went out or was thrown away: what stands in the fields is kept no more."""
        self._load(person)

    # What is in hand

    @property
    def interview(self) -> Interview:
        """The interview as it is now; as it was last where it was deleted elsewhere."""
        self._last = self._session.logbook.interview(self._last.id) or self._last
        return self._last

    @property
    def plan(self) -> Plan:
        return self._session.plan(self.interview)

    @property
    def _known(self) -> tuple[str, ...]:
        return tuple(one.person.name for one in self.plan.people)

    @property
    def _names(self) -> tuple[str, ...]:
        """Whom the letter covers."""
        return covered(self._draft, self._known)

    def _load(self, person: str) -> None:
        """Takes the draft of that person in hand; where there is none, an opening, which is not stored."""
        found = draft_for(self.interview, self._kind, person, self._known)
        self._is_stored = found is not None
        if found is None:
            subject, body = opening(self._kind, person, self.interview, self.plan, self._session.logbook)
            channel = channels(self._kind, (person,), self.plan)[0]
            found = Draft(
                id=self._session.new_id(),
                kind=self._kind,
                person=person,
                channel=channel,
                subject=subject,
                body=body,
            )
        self._draft = self._first = found
        self._findings = findings_of(found, self.interview, self._session.logbook, self.plan.today)

    def _as_written(self) -> Draft:
        return self._draft.but(
            channel=self.query_one("#letter-channel", Choice).value,
            subject=self.query_one("#letter-subject", Input).value,
            body=self.query_one(LetterText).text,
        )

    def keep(self, is_typed: bool = True) -> None:
        """Keeps the draft as it stands in the fields; an untouched opening is not stored."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if not self._is_over and self.is_mounted and self.query(LetterText):
            self._store(self._as_written(), is_typed)

    def _store(self, draft: Draft, is_typed: bool = True) -> None:
        self._draft = draft
        untouched = draft.but(channel=self._first.channel) == self._first
        if self._is_stored or not untouched:
            self._is_stored = True
            self._session.do(WriteDraft(self.interview.id, draft, is_typed))

    # What is shown

    def compose(self) -> ComposeResult:
        draft = self._draft
        with Horizontal(id="letter-top"):
            with Vertical(id="letter-main", classes="pane"):
                yield ToneText(id="letter-to")
                options = self._channels()
                yield Horizontal(
                    Label("How"),
                    Choice(options, draft.channel or options[0], id="letter-channel"),
                    classes="field",
                )
                yield Horizontal(
                    Label("Subject"),
                    Input(draft.subject, id="letter-subject"),
                    classes="field",
                    id="letter-head",
                )
                yield ToneText(id="letter-hint")
                yield LetterText(draft.body, id="letter-text")
            with Vertical(id="letter-side"):
                with VerticalScroll(id="letter-before", classes="pane"):
                    yield Static("", id="letter-before-text", markup=False)
                yield RowList(id="letter-facts", classes="pane")
                yield RowList(id="letter-people", classes="pane")
        yield RowList(id="letter-findings", classes="pane")
        yield KeyLine()

    def on_mount(self) -> None:
        line = self.query_one(KeyLine)
        line.hints = tuple(shown for one in _HINTS if (shown := one.shown(self._keymap, typing=True)))
        line.always = tuple(shown for one in _ALWAYS if (shown := one.shown(self._keymap, typing=True)))
        self.query_one("#letter-facts").border_title = "Your notes · enter puts a line in"
        self.query_one("#letter-people").border_title = self._people_title()
        before = before_text(self.interview, self.plan) if self._kind is ContactKind.FOLLOW_UP else ""
        self.query_one("#letter-before").display = bool(before)
        self.query_one("#letter-before").border_title = "What you wrote before"
        self.query_one("#letter-before-text", Static).update(plain(before))
        self._to_the_room()
        self.show()

    def _people_title(self) -> str:
        if self._kind is ContactKind.THANK_YOU:
            return "People · enter theirs · space both"
        return "People · enter writes to them"

    def _channels(self) -> tuple[str, ...]:
        options = channels(self._kind, self._names, self.plan)
        own = self._draft.channel
        return options if not own or own in options else (*options, own)

    def _to_the_room(self) -> None:
        """Puts the cursor where an opening leaves room for what only the user knows."""
        text = self.query_one(LetterText)
        room = text.text.find("\n\n\n\n")
        text.move_cursor(text.document.end if room < 0 else text.location(room + 2))

    def show(self) -> None:
        """Shows the draft in hand with all that belongs to it."""
        plan, interview, draft = self.plan, self.interview, self._draft
        state = (
            draft_state(draft, interview, self._session.logbook, plan.today) if self._is_stored else "opening"
        )
        main = self.query_one("#letter-main")
        main.border_title = plain(f"{TITLES.get(self._kind, 'Letter')} · {interview.company}")
        main.border_subtitle = plain(
            f"{state} · {self._session.saving.state.value}" if self._is_stored else state
        )
        self.query_one("#letter-head").display = self._is_mail
        self._show_recipient(plan)
        facts = facts_for(draft.person, interview)
        self.query_one("#letter-facts", RowList).rows = fact_rows(facts)
        states = written(interview, self._session.logbook, plan.today, self._known)
        self.query_one("#letter-people", RowList).rows = people_rows(self._kind, plan, states, self._names)
        text = self.query_one(LetterText)
        text.findings = self._findings
        findings = self.query_one("#letter-findings", RowList)
        findings.rows = finding_rows(self._findings)
        if 0 <= self._at < len(self._findings):
            findings.cursor = str(self._at)
        findings.border_title = findings_title(self._findings, word_count(draft.body))

    @property
    def _is_mail(self) -> bool:
        return self._draft.channel in ("", "email") or self._draft.channel.startswith(VIA)

    def _show_recipient(self, plan: Plan) -> None:
        names, draft = self._names, self._draft
        addresses = [address for _, address in Outgoing(draft, names, plan).to if address]
        spans = [Span("To          ", Tone.MUTED), Span(listed(names) or "nobody in particular", Tone.STRONG)]
        if self._is_mail:
            said = f"  {', '.join(addresses)}" if addresses else "  no address in the notes"
            spans.append(Span(said, Tone.MUTED))
        self.query_one("#letter-to", ToneText).lines = (tuple(spans),)
        hint = ""
        if self._kind is ContactKind.CONNECT:
            left = SHORT_INVITATION - len(draft.body)
            many = f"{left} characters left" if left >= 0 else f"{-left} characters over {SHORT_INVITATION}"
            hint = f"{NO_FACEBOOK} LinkedIn: {many}."
        elif self._kind is ContactKind.FOLLOW_UP:
            number, limit = plan.follow_ups.sent + 1, plan.follow_ups.limit
            hint = f"Number {number} of {limit}. {plan.verdict.why}"
        elif self._is_mail and not addresses and names:
            hint = "No address? Write to somebody who has one: “email via …” under How."
        self.query_one("#letter-hint", ToneText).lines = ((Span(hint, Tone.MUTED),),) if hint else ()
        self.query_one("#letter-hint").display = bool(hint)

    # Typing

    def on_text_area_changed(self) -> None:
        self._typed()

    def on_input_changed(self) -> None:
        self._typed()

    def on_choice_changed(self) -> None:
        self.check()

    def _typed(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_SECONDS, self.keep)
        if self._proofing is not None:
            self._proofing.stop()
        self._proofing = self.set_timer(PROOF_SECONDS, self.check)

    def check(self) -> None:
        """Keeps the draft, has it proof-read, and shows what came of it."""
        if self._proofing is not None:
            self._proofing.stop()
            self._proofing = None
        self.keep()
        found = findings_of(self._draft, self.interview, self._session.logbook, self.plan.today)
        if found != self._findings:
            self._at = min(self._at, len(found) - 1)
        self._findings = found
        self.show()

    # Findings

    def action_finding(self) -> None:
        self.check()
        if not self._findings:
            self._tell("Nothing found.")
            return
        self._go_to_finding((self._at + 1) % len(self._findings))

    def _go_to_finding(self, number: int) -> None:
        self._at = number
        found = self._findings[number]
        self.query_one("#letter-findings", RowList).cursor = str(number)
        if found.in_subject and self._is_mail:
            line = self.query_one("#letter-subject", Input)
            line.focus()
            line.cursor_position = found.start
            return
        text = self.query_one(LetterText)
        text.focus()
        text.go_to(found.start, found.start if "\n" in text.text[found.start : found.end] else found.end)

    def _here(self) -> int:
        """The finding that the keys act on: that under the cursor of the list; -1 without any."""
        cursor = self.query_one("#letter-findings", RowList).cursor
        return int(cursor) if cursor.isdecimal() and int(cursor) < len(self._findings) else -1

    def action_mend(self) -> None:
        self.check()
        here = self._here()
        if here < 0:
            self._tell("Nothing to mend.")
            return
        found = self._findings[here]
        if found.mend is None:
            self._go_to_finding(here)
            self._tell(f"That is for you to write: {found.message}")
            return
        if found.in_subject:
            line = self.query_one("#letter-subject", Input)
            line.value = line.value[: found.start] + found.mend + line.value[found.end :]
        else:
            self.query_one(LetterText).put(found.mend, found.start, found.end)
        self._at = here - 1
        self.check()

    def action_right(self) -> None:
        self.check()
        here = self._here()
        if here < 0:
            self._tell("Nothing was found.")
            return
        answer = right_so(self._findings[here], self._draft)
        self._at = here - 1
        self._store(self._draft.but(right=(*self._draft.right, answer)), is_typed=False)
        self.check()

    # The notes, the people

    def on_descendant_focus(self) -> None:
        inside = self.focused is not None and self.focused.id in ("letter-facts", "letter-people")
        self.set_class(inside, "-side")

    def action_notes(self) -> None:
        is_there = self.focused is not None and self.focused.id == "letter-facts"
        self.add_class("-side")
        self.query_one("#letter-text" if is_there else "#letter-facts").focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row_list.id == "letter-findings":
            self._at = int(event.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row_list.id == "letter-facts":
            facts = facts_for(self._draft.person, self.interview)
            text = self.query_one(LetterText)
            if int(event.key) < len(facts):
                text.put_line(facts[int(event.key)].text)
            text.focus()
        elif event.row_list.id == "letter-people":
            self._write_to(event.key)
        elif int(event.key) < len(self._findings):
            self._go_to_finding(int(event.key))

    def _write_to(self, person: str) -> None:
        """Goes on with the letter of another person; a follow-up that is begun goes to them instead."""
        self.keep()
        if self._is_stored and self._kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
            self._store(self._draft.but(person=person))
        else:
            self._load(person)
            draft = self._draft
            choice = self.query_one("#letter-channel", Choice)
            choice.options = self._channels()
            choice.value = draft.channel or choice.options[0]
            choice.refresh()
            self.query_one("#letter-subject", Input).value = draft.subject
            self.query_one(LetterText).load_text(draft.body)
            self._to_the_room()
            self._at = -1
        self.query_one(LetterText).focus()
        self.check()

    def action_next(self) -> None:
        people = self.plan.people
        names = [one.person.name for one in people]
        settled = {
            one.person.name
            for one in people
            if (one.connect_settled if self._kind is ContactKind.CONNECT else one.thank_settled)
        }
        if self._kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
            settled = set()
        mine = set(map(fold_name, self._names))
        here = max((n for n, name in enumerate(names) if fold_name(name) in mine), default=-1)
        later = [name for name in (*names[here + 1 :], *names[: here + 1]) if fold_name(name) not in mine]
        following = next((name for name in later if name not in settled), None)
        if following is None:
            self._tell("There is nobody else left to write to.")
        else:
            self._write_to(following)

    def action_cover(self) -> None:
        if self.focused is None or self.focused.id != "letter-people":
            return
        name = self.query_one("#letter-people", RowList).cursor
        if self._kind is not ContactKind.THANK_YOU or not name:
            self._tell("Only a thank-you note can be for several people.")
            return
        names = list(self._names)
        if name not in names:
            names.append(name)
        elif len(names) > 1:
            names.remove(name)
        self.keep()
        self._store(self._draft.but(person=", ".join(names)), is_typed=False)
        choice = self.query_one("#letter-channel", Choice)
        choice.options = self._channels()
        choice.refresh()
        self.check()

    # Out of the app, and onto the record

    def action_external(self) -> None:
        self.keep()
        text, problem = edit_text(self.app, self._draft.body)
        if text is not None:
            self.query_one(LetterText).take(clean_text(text))
            self.keep(is_typed=False)
            self.check()
        elif problem:
            self.notify(problem, severity="warning", markup=False)

    def action_save(self) -> None:
        self.check()
        self._session.save()
        self.show()

    def action_hand(self) -> None:
        self.check()
        draft, names, plan = self._draft, self._names, self.plan

        def chosen(what: str | None) -> None:
            if what == "sent":
                self.action_sent()
            elif what == "discard":
                self._discard()
            elif what is not None:
                folder = self._session.locations.data.parent / "letters"
                said, is_done = Outgoing(draft, names, plan, self.interview.company).hand(
                    what, self.app, folder
                )
                self.notify(said, severity="information" if is_done else "warning", timeout=12, markup=False)

        self.app.push_screen(HandOver(self._is_mail), chosen)

    def action_sent(self) -> None:
        self.check()
        must = next((n for n, one in enumerate(self._findings) if one.must), None)
        if must is not None:
            self._go_to_finding(must)
            mend, right = (
                self._keymap.shown("letter.mend", "ctrl+r"),
                self._keymap.shown("letter.right", "ctrl+t"),
            )
            answer = f"{mend} mends it, " if self._findings[must].mend is not None else ""
            self._tell(f"Not yet. {self._findings[must].message} {answer}{right}: it is right so.", "warning")
            return
        draft = self._draft
        if not draft.body.strip() and draft.channel not in ("phone", "card"):
            self._tell("There is no text yet.", "warning")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._record()

        to = f" to {listed(self._names)}" if self._names else ""
        question = (
            f"Has it gone out{to}, by {draft.channel or 'email'}? Then it goes on the record with its text."
        )
        self.app.push_screen(Question("Sent?", question), answered)

    def _record(self) -> None:
        session, draft = self._session, self._draft
        wanted = [one.material.what for one in self.plan.materials if one.sent is None]
        new_ids: Callable[[], str] = session.new_id
        contacts = sent_contacts(draft, self._names, session.now(), iter(new_ids, ""), self._reason, wanted)
        session.do(SendLetter(self.interview.id, draft.id, contacts, session.now()))
        self._is_gone()
        to = f" to {listed(self._names)}" if self._names else ""
        self.dismiss(f"On the record: {draft.kind}{to}. u takes it back.")

    def _discard(self) -> None:
        self._session.do(DiscardDraft(self.interview.id, self._draft.id, self._session.now()))
        self._is_gone()
        self.dismiss("The draft is thrown away; u brings it back." if self._is_stored else "")

    def _is_gone(self) -> None:
        for timer in (self._keeping, self._proofing):
            if timer is not None:
                timer.stop()
        self._is_over = True

    def action_leave(self) -> None:
        if self.has_class("-side") and self.has_class("-single"):
            self.query_one(LetterText).focus()
            return
        self.keep()
        state = draft_state(self._draft, self.interview, self._session.logbook, self.plan.today)
        kept = "checked, not sent yet" if state is LetterState.CHECKED else "not sent yet"
        self.dismiss(f"The draft is kept: {kept}." if self._is_stored else "")

    def _tell(self, text: str, severity: str = "information") -> None:
        self.notify(text, severity="warning" if severity == "warning" else "information", markup=False)
