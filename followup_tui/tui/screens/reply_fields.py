"""The fields of their answer: what they said, and the day that comes with it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from followup_tui.core.model.logbook import Promise, Says
from followup_tui.tui.screens.dialogs import show_hint
from followup_tui.tui.screens.field_parsers import parse_coming_moment_field
from followup_tui.tui.screens.form import field
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.line_input import LineInput

ANSWERS = tuple(says for says in Says if says is not Says.UNSPECIFIED)
LETTERS = "tdnore"
"""The letters that choose the answers, in their order."""
_LETTERS = [f"{letter} {says}" for letter, says in zip(LETTERS, ANSWERS, strict=True)]
LETTERS_HINT = f"Answer: {' · '.join(_LETTERS[:3])}\n        {' · '.join(_LETTERS[3:])}"
"""What the letters choose, in two lines that fit on the smallest screen."""
PARTS = {
    Says.DECIDING: "promise",
    Says.NEXT_ROUND: "round-when",
    Says.OFFER: "answer-by",
    Says.OTHER: "promise",
}
"""The field that each answer needs; the others need none."""

FIELDS = {
    "promise": ("New date", "if they named a day, such as “by Friday”"),
    "answer-by": ("Answer by", "by Friday · 4 Dec"),
    "round-when": ("Its day", "Thu 14:00 · 3 Dec 10am · empty: not known yet"),
}
"""The label of each of these fields, and what to type there."""


class Reply(NamedTuple):
    """What the fields say."""

    says: Says
    promise: Promise | None = None
    answer_by: date | None = None
    round_when: str = ""
    """The day of the next round, as it was typed; empty where none is known yet."""


class ReplyFields(Vertical):
    """The choice of what they said, and the field that this answer needs; a letter leads on to that field."""

    class Changed(Message):
        """Something else was typed or chosen."""

    answer = getters.query_one("#says", Choice)
    day_hint = getters.query_one("#reply-hint", Static)

    def __init__(
        self,
        says: Says,
        answer_by: date | None,
        now: datetime,
        read_promise: Callable[[str], tuple[Promise | None, str]],
        read_deadline: Callable[[str], tuple[date | None, str]],
        *,
        is_new: bool,
    ) -> None:
        super().__init__(id="reply-part", classes="text")
        self._says, self._answer_by, self._now, self._is_new = says, answer_by, now, is_new
        self._read_promise, self._read_deadline = read_promise, read_deadline

    def compose(self) -> ComposeResult:
        says = self._says if self._says in ANSWERS else Says.OTHER
        yield field("They said", Choice(ANSWERS, says, letters=LETTERS, id="says"))
        for id, (label, examples) in FIELDS.items():
            day = self._answer_by.isoformat() if self._answer_by and id == "answer-by" else ""
            with Vertical(id=f"{id}-part", classes="text"):
                yield field(label, LineInput(day, placeholder=examples, id=id))
        yield Static("", classes="hint", id="reply-hint", markup=False)

    def on_mount(self) -> None:
        self.show_parts()

    @property
    def says(self) -> Says:
        """The answer that is chosen."""
        return Says(self.answer.value)

    @property
    def field_id(self) -> str:
        """The id of the field that is shown; empty where the answer needs none."""
        id = PARTS.get(self.says, "")
        return id if self._is_new or id == "answer-by" else ""

    def focus_day(self) -> None:
        """Move the focus to the field that is shown, or to the answers."""
        if self.field_id:
            self.query_one(f"#{self.field_id}", LineInput).focus()
        else:
            self.answer.focus()

    def read(self) -> tuple[Reply | None, str]:
        """Return what the fields say, None where a day is not understood, and the preview of the day."""
        id = self.field_id
        text = self.query_one(f"#{id}", LineInput).value if id else ""
        match id:
            case "promise" if text.strip():
                promise, preview = self._read_promise(text)
                # Whoever names a new day is still deciding, whatever else they wrote.
                return (Reply(Says.DECIDING, promise) if promise else None), preview
            case "answer-by":
                # A day on record may be past by now.
                if self._answer_by is not None and text == self._answer_by.isoformat():
                    return Reply(self.says, answer_by=self._answer_by), ""
                day, preview = self._read_deadline(text)
                is_wrong = day is None and bool(text.strip())
                return (None if is_wrong else Reply(self.says, answer_by=day)), preview
            case "round-when" if text.strip():
                moment, preview = parse_coming_moment_field(text, self._now)
                return (Reply(self.says, round_when=text) if moment else None), preview
        return Reply(self.says), ""

    def show_parts(self) -> None:
        """Show the field that the answer needs, and how its text is read."""
        for id in FIELDS:
            self.query_one(f"#{id}-part", Vertical).display = id == self.field_id
        reply, preview = self.read()
        show_hint(self.day_hint, preview, is_wrong=reply is None)
        self.day_hint.display = bool(preview)

    @on(Choice.Changed, "#says")
    @on(LineInput.Changed)
    def _change(self, event: Choice.Changed | LineInput.Changed) -> None:
        event.stop()
        self.show_parts()
        if isinstance(event, Choice.Changed) and event.by_letter:
            self.focus_day()
        self.post_message(self.Changed())
