"""The form of a letter: recipients, channel, subject, advice and text."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label, Static

from followup_tui.core.letters.kinds import LetterKind
from followup_tui.core.letters.signature import writing_offset
from followup_tui.core.model.logbook import Draft
from followup_tui.core.proofreading.finding import Finding
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.tui.screens.letter.draft import Fields
from followup_tui.tui.screens.letter.hand_over import Outgoing
from followup_tui.tui.screens.letter.view_model import advice, is_mail, recipient_line
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.letter_editor import LetterEditor
from followup_tui.tui.widgets.overflow_input import OverflowInput
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain
from followup_tui.tui.widgets.styled_text import StyledText


class EarlierFollowUps(VerticalScroll):
    """The follow-ups that went out, to be read while the next one is written; hidden before the first."""

    def __init__(self, text: str, *, id: str, classes: str) -> None:
        super().__init__(Static(plain(text), id=f"{id}-text", markup=False), id=id, classes=classes)
        self.display = bool(text)
        self.border_title = "What you wrote before"


class LetterForm(Vertical):
    """The fields of a letter. Only an email has a subject."""

    recipients = getters.query_one("#letter-to", StyledText)
    channel = getters.query_one("#letter-channel", Choice)
    head = getters.query_one("#letter-head", Horizontal)
    subject = getters.query_one("#letter-subject", OverflowInput)
    hint = getters.query_one("#letter-hint", StyledText)
    editor = getters.query_one("#letter-text", LetterEditor)

    def __init__(self, draft: Draft, channels: tuple[str, ...], *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self._draft, self._channels = draft, channels

    def compose(self) -> ComposeResult:
        draft, channels = self._draft, self._channels
        yield StyledText(id="letter-to")
        choice = Choice(channels, draft.channel or channels[0], id="letter-channel")
        yield Horizontal(Label("How"), choice, classes="field")
        subject = OverflowInput(draft.subject, id="letter-subject")
        yield Horizontal(Label("Subject"), subject, classes="field", id="letter-head")
        yield StyledText(id="letter-hint")
        yield LetterEditor(draft.body, id="letter-text")

    def read(self) -> Fields | None:
        """Return what the fields hold; None before they are there and after they are gone."""
        if not self.is_mounted or len(self.query("#letter-channel, #letter-subject, #letter-text")) < 3:
            return None  # they come and go one by one
        return Fields(self.channel.value, self.subject.value, self.editor.text)

    def load(self, draft: Draft, channels: tuple[str, ...]) -> None:
        """Put another draft into the fields."""
        self.offer_channels(channels)
        self.channel.value = draft.channel or channels[0]
        self.subject.value = draft.subject
        self.editor.load_text(draft.body)
        self.move_to_gap()

    def offer_channels(self, channels: tuple[str, ...]) -> None:
        """Set the channels to choose from."""
        self.channel.options = channels
        self.channel.refresh()

    def show_recipients(
        self, kind: LetterKind, draft: Draft, names: tuple[str, ...], plan: Plan, channels: tuple[str, ...]
    ) -> None:
        """Show who the draft goes to, with advice for a letter of its kind."""
        self.head.display = is_mail(draft)
        addresses = [address for _, address in Outgoing(draft, names, plan).recipients if address]
        self.recipients.lines = (recipient_line(draft, names, addresses),)
        text = advice(kind, draft, plan, addresses, channels)
        self.hint.lines = ((Span(text, Tone.MUTED),),) if text else ()
        self.hint.display = bool(text)

    def move_to_gap(self) -> None:
        """Put the cursor where an opening leaves room, or where writing goes on: above the sign-off.

        The beginning of the text is in view if the cursor is, too.
        """
        editor = self.editor
        editor.move_cursor(editor.location(writing_offset(editor.text)))

        def scroll() -> None:
            editor.scroll_home(animate=False, immediate=True)
            editor.scroll_cursor_visible()

        self.call_after_refresh(scroll)

    def go_to(self, finding: Finding) -> None:
        """Select the text of a finding; of one over several lines, go to its start.

        Of one about the whole text, go to where writing goes on.
        """
        if finding.in_subject and self.head.display:
            self.subject.focus()
            self.subject.cursor_position = finding.start
            return
        self.editor.focus()
        is_single_line = "\n" not in self.editor.text[finding.start : finding.end]
        if finding.start == 0 and not is_single_line:
            self.move_to_gap()
            return
        self.editor.go_to(finding.start, finding.end if is_single_line else finding.start)

    def apply(self, finding: Finding, fix: str) -> None:
        """Replace the text of a finding by its fix."""
        if finding.in_subject:
            old = self.subject.value
            self.subject.value = old[: finding.start] + fix + old[finding.end :]
        else:
            self.editor.put(fix, finding.start, finding.end)

    def sign(self, finding: Finding, name: str) -> None:
        """Put the name below the letter, and leave the cursor where it is."""
        location = self.editor.cursor_location
        self.apply(finding, name)
        self.editor.move_cursor(location)
