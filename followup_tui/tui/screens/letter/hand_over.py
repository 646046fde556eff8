"""How a letter leaves the app: its channels, the ways to hand it over, and what each of them does."""

from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App

from followup_tui.core.dates.format import listed
from followup_tui.core.errors import failure
from followup_tui.core.letters.drafts import VIA
from followup_tui.core.letters.kinds import CONNECT, LetterKind
from followup_tui.core.model.logbook import Draft
from followup_tui.core.rules.contacts import CARD, EMAIL, LINKEDIN, PHONE
from followup_tui.core.rules.interview_plan import Plan
from followup_tui.core.text import fold_name
from followup_tui.export.mail import MAX_MAILTO_LENGTH, Recipient, eml, file_name, is_address, mailto
from followup_tui.tui.desktop import hand_to_clipboard, open_address, save_new
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import ListDialog
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span

_CHANNELS = (CARD, LINKEDIN, PHONE)
_CONNECT_CHANNELS = (LINKEDIN, "Twitter/X")
"""Where to connect (article): not on Facebook."""


def channels(kind: LetterKind, names: tuple[str, ...], plan: Plan) -> tuple[str, ...]:
    """Return the channels for a letter to these people; also through others if an address is missing."""
    if kind is CONNECT:
        return _CONNECT_CHANNELS
    folded = set(map(fold_name, names))
    people = [person.person for person in plan.people]
    has_all = all(person.email for person in people if fold_name(person.name) in folded)
    via = [f"{VIA}{person.name}" for person in people if person.email and (not has_all or len(names) > 1)]
    return (EMAIL, *via, *_CHANNELS)


class Way(StrEnum):
    """What can be done with a letter, and what the dialog calls it."""

    COPY_TEXT = "Copy the text"
    COPY_SUBJECT = "Copy the subject"
    MAIL_PROGRAM = "Open it in your mail program"
    MAIL_DRAFT = "Save it as a mail draft (.eml) to open and send"
    TEXT_FILE = "Save it as text"
    SENT = "I sent it: record it"
    DISCARD = "Discard this draft"


_MAIL_ONLY = frozenset({Way.COPY_SUBJECT, Way.MAIL_PROGRAM, Way.MAIL_DRAFT})


class Outgoing(NamedTuple):
    """A letter and the people it goes to."""

    draft: Draft
    names: tuple[str, ...]
    plan: Plan
    company: str = ""

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """The names and addresses that it goes to; an address is empty where the notes have none."""
        channel = self.draft.channel
        names = (channel.removeprefix(VIA),) if channel.startswith(VIA) else self.names
        people = [(name, self.plan.facts.person(name)) for name in names]
        return tuple((name, person.email if person is not None else "") for name, person in people)

    def hand_over(self, way: Way, app: App[Any], folder: Path) -> str:
        """Hand the letter over; return what was done, or why it was not."""
        match way:
            case Way.COPY_TEXT:
                return self._copy(app, self.draft.body)
            case Way.COPY_SUBJECT:
                return self._copy(app, self.draft.subject)
            case Way.MAIL_PROGRAM:
                return self._open_mail_program()
            case Way.MAIL_DRAFT:
                return self._save(folder, "eml")
            case _:
                return self._save(folder, "txt")

    def _copy(self, app: App[Any], text: str) -> str:
        if not text.strip():
            return "Nothing to copy yet."
        app.copy_to_clipboard(text)
        tool = hand_to_clipboard(text)
        if tool:
            return f"Copied with {tool}, and sent to the terminal’s clipboard."
        message = "Sent to the terminal’s clipboard; not every terminal supports that."
        return f"{message} If you can’t paste it, save it as text instead."

    def _open_mail_program(self) -> str:
        address = mailto(self.recipients, self.draft.subject, self.draft.body)
        if len(address) > MAX_MAILTO_LENGTH:
            return "The letter is too long for that. Save it as a mail draft (.eml) instead."
        problem = open_address(address)
        if problem:
            return f"{problem}. Save it as a mail draft (.eml), or copy it."
        return f"Handed to your mail program{self._unaddressed}. Once you have sent it, record that here."

    def _save(self, folder: Path, ending: str) -> str:
        draft = self.draft
        name = file_name(draft.kind, "-".join(self.names), self.company, ending)
        data = eml(self.recipients, draft.subject, draft.body) if ending == "eml" else _text(draft)
        try:
            path = save_new(folder, name, data)
        except OSError as error:
            return f"{failure(folder / name, 'written', error)}."
        more = self._unaddressed if ending == "eml" else ""
        return f"Saved as {path}{more}"

    @property
    def _unaddressed(self) -> str:
        missing = [name for name, address in self.recipients if not is_address(address)]
        return f" (without an address for {listed(missing)})" if missing else ""


def _text(draft: Draft) -> bytes:
    head = f"{draft.subject}\n\n" if draft.subject else ""
    return f"{head}{draft.body.rstrip()}\n".encode()


class HandOverDialog(ListDialog[Way]):
    """A list of the ways to hand a letter over. Its result is the chosen one."""

    BINDINGS = bindings("hand-over")

    def __init__(self, is_mail: bool) -> None:
        ways = [way for way in Way if is_mail or way not in _MAIL_ONLY]
        hints = Hint("list.open", "do it"), Hint("hand.close"), Hint("list.up list.down", "choose")
        super().__init__("Hand over", tuple(Row(way, (RowLine((Span(way.value),)),)) for way in ways), hints)
