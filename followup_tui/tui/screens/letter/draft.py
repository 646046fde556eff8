"""A letter in hand, and what stands around it: the notes, the people, what the proof-reader finds."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Label, Static

from followup_tui.core.changes.drafts import WriteDraft
from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.drafts import draft_recipients, find_draft
from followup_tui.core.letters.facts import facts_for
from followup_tui.core.letters.kinds import LETTER_KINDS
from followup_tui.core.model.logbook import ContactKind, Draft, Interview
from followup_tui.core.notes import signs
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.proofreading.proofread import word_count
from followup_tui.core.proofreading.review import Review, letter_states, review
from followup_tui.core.rules.plan_types import Plan
from followup_tui.session.session import Session
from followup_tui.tui.keys.bindings import by_id
from followup_tui.tui.keys.hints import footer, in_words
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.letter.hand_over import Outgoing, channels
from followup_tui.tui.screens.letter.recipient import advice, is_mail, recipient_line
from followup_tui.tui.screens.letter.view_model import (
    PRIVATE_MEANS,
    TITLES,
    before_text,
    fact_rows,
    finding_rows,
    findings_title,
    people_rows,
)
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.footer import KeyLine
from followup_tui.tui.widgets.letter_editor import LetterEditor
from followup_tui.tui.widgets.overflow_input import OverflowInput
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain
from followup_tui.tui.widgets.styled_text import StyledText

KEEP_SECONDS = 0.25
"""Typing is kept this long after its first letter, in seconds: on disk well within half a second."""
PROOF_SECONDS = 0.4
"""Pause in typing, in seconds, after which the proof-reader looks at the text (ours)."""


class LetterDesk(ModalScreen[str]):
    """A letter in hand: its text is kept as it is typed, and proof-read at each pause."""

    AUTO_FOCUS = "#letter-text"
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (70, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (14, "-low"), (22, "-tall"), (32, "-roomy")]  # noqa: RUF012

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
        self._widths: dict[str, int] = {}
        """For how many cells the lists of folded lines were made."""
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
        return draft_recipients(self._draft, self._known)

    def _load(self, person: str) -> None:
        """Takes the draft of that person in hand; where there is none, an opening, which is not stored."""
        found = find_draft(self.interview, LETTER_KINDS[self._kind], person, self._known)
        self._is_stored = found is not None
        if found is None:
            subject, body = compose(
                LETTER_KINDS[self._kind], person, self.interview, self.plan, self._session.logbook
            )
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
        self._review = self._read()

    @property
    def _findings(self) -> tuple[Finding, ...]:
        """What was found and is open."""
        return self._review.open

    def _read(self) -> Review:
        """Has the draft in hand proof-read."""
        return review(self._draft, self.interview, self._session.logbook, self.plan.today)

    def _as_written(self) -> Draft:
        return self._draft.but(
            channel=self.query_one("#letter-channel", Choice).value,
            subject=self.query_one("#letter-subject", Input).value,
            body=self.query_one(LetterEditor).text,
        )

    def keep(self, is_typed: bool = True) -> None:
        """Keeps the draft as it stands in the fields; an untouched opening is not stored."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if not self._is_over and self.is_mounted and self.query(LetterEditor):
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
                yield StyledText(id="letter-to")
                options = self._channels()
                yield Horizontal(
                    Label("How"),
                    Choice(options, draft.channel or options[0], id="letter-channel"),
                    classes="field",
                )
                yield Horizontal(
                    Label("Subject"),
                    OverflowInput(draft.subject, id="letter-subject"),
                    classes="field",
                    id="letter-head",
                )
                yield StyledText(id="letter-hint")
                yield LetterEditor(draft.body, id="letter-text")
            with Vertical(id="letter-side"):
                with VerticalScroll(id="letter-before", classes="pane"):
                    yield Static("", id="letter-before-text", markup=False)
                yield RowList(id="letter-facts", classes="pane")
                yield RowList(id="letter-people", classes="pane")
        yield RowList(id="letter-findings", classes="pane")
        yield KeyLine()

    def on_mount(self) -> None:
        line = self.query_one(KeyLine)
        line.hints = footer("letter", self._keymap, typing=True)
        line.always = footer("always-letter", self._keymap, typing=True)
        self.query_one("#letter-facts").border_title = "Notes · enter adds one"
        deed = "opens" if self._kind is ContactKind.THANK_YOU else "picks one"
        self.query_one("#letter-people").border_title = f"People · enter {deed}"
        before = before_text(self.interview, self.plan) if self._kind is ContactKind.FOLLOW_UP else ""
        self.query_one("#letter-before").display = bool(before)
        self.query_one("#letter-before").border_title = "What you wrote before"
        self.query_one("#letter-before-text", Static).update(plain(before))
        self._to_the_room()
        self.show()

    def _channels(self) -> tuple[str, ...]:
        options = channels(self._kind, self._names, self.plan)
        own = self._draft.channel
        return options if not own or own in options else (*options, own)

    def _to_the_room(self) -> None:
        """Puts the cursor where an opening leaves room for what only the user knows."""
        text = self.query_one(LetterEditor)
        room = text.text.find("\n\n\n\n")
        text.move_cursor(text.document.end if room < 0 else text.location(room + 2))

        def from_the_top() -> None:
            text.scroll_home(animate=False, immediate=True)
            text.scroll_cursor_visible()

        self.call_after_refresh(from_the_top)

    def show(self) -> None:
        """Shows the draft in hand with all that belongs to it."""
        plan, interview, draft = self.plan, self.interview, self._draft
        main = self.query_one("#letter-main")
        main.border_title = plain(f"{TITLES.get(self._kind, 'Letter')} · {interview.company}")
        saved = f"{self._review.state(draft)} · {self._session.document.save_status.state.value}"
        main.border_subtitle = saved if self._is_stored else "not begun yet"
        self.query_one("#letter-head").display = self._is_mail
        self._show_recipient(plan)
        facts = self.query_one("#letter-facts", RowList)
        noted = facts_for(draft.person, interview)
        facts.rows = fact_rows(noted, facts.room.width)
        facts.border_subtitle = PRIVATE_MEANS if any(one.sign is signs.CONCERN for one in noted) else ""
        states = letter_states(interview, self._session.logbook, plan.today, self._known)
        self.query_one("#letter-people", RowList).rows = people_rows(self._kind, plan, states, self._names)
        text = self.query_one(LetterEditor)
        text.findings = self._findings
        findings = self.query_one("#letter-findings", RowList)
        findings.rows = finding_rows(self._review, findings.room.width or self.app.size.width - 2)
        if 0 <= self._at < len(self._findings):
            findings.cursor = str(self._at)
        findings.border_title = findings_title(self._review, word_count(draft.body))
        findings.border_subtitle = plain(self._finding_keys())

    def _finding_keys(self) -> str:
        """The keys that answer a finding; empty without one."""
        if not self._findings:
            return ""
        has_fix = any(finding.fix is not None for finding in self._findings)
        hints = footer("finding", self._keymap, typing=True)
        return in_words(hint for hint in hints if has_fix or hint.label != by_id()["letter.mend"].label)

    @property
    def _is_mail(self) -> bool:
        return is_mail(self._draft)

    def _show_recipient(self, plan: Plan) -> None:
        draft = self._draft
        addresses = [address for _, address in Outgoing(draft, self._names, plan).to if address]
        self.query_one("#letter-to", StyledText).lines = (recipient_line(draft, self._names, addresses),)
        hint = advice(draft, plan, addresses, self._channels())
        self.query_one("#letter-hint", StyledText).lines = ((Span(hint, Tone.MUTED),),) if hint else ()
        self.query_one("#letter-hint").display = bool(hint)

    def on_row_list_resized(self, event: RowList.Resized) -> None:
        event.stop()
        # More or fewer lines change nothing in them; another width wraps them anew.
        width, id = event.row_list.room.width, event.row_list.id or ""
        if id in ("letter-findings", "letter-facts") and self._widths.get(id) != width:
            self._widths[id] = width
            self.show()

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
        self._review = self._read()
        self._at = min(self._at, len(self._findings) - 1)
        self.show()
