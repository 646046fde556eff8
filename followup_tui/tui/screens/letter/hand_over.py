"""How a letter leaves the app: the ways to choose from, and what each of them did."""

from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from followup_tui.core.dates.format import listed
from followup_tui.core.letters.drafts import EMAIL, VIA
from followup_tui.core.model.logbook import ContactKind, Draft
from followup_tui.core.rules.plan_types import Plan
from followup_tui.core.text import fold_name
from followup_tui.export.mail import MAX_MAILTO_LENGTH, Recipient, eml, file_name, is_address, mailto
from followup_tui.tui.desktop import hand_to_clipboard, open_address, save_new
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, plain

_CHANNELS = ("card", "LinkedIn", "phone")
_CONNECT = ("LinkedIn", "Twitter/X")
"""Where to connect (article): not on Facebook."""


def channels(kind: ContactKind, names: tuple[str, ...], plan: Plan) -> tuple[str, ...]:
    """The ways for a letter to those people; through whom, where their address is not known."""
    if kind is ContactKind.CONNECT:
        return _CONNECT
    mine = set(map(fold_name, names))
    have = all(one.person.email for one in plan.people if fold_name(one.person.name) in mine)
    via = [f"{VIA}{one.person.name}" for one in plan.people if not have or len(names) > 1 if one.person.email]
    return (EMAIL, *via, *_CHANNELS)


class Outgoing(NamedTuple):
    """A letter, and whom it is for."""

    draft: Draft
    names: tuple[str, ...]
    plan: Plan
    company: str = ""

    @property
    def to(self) -> tuple[Recipient, ...]:
        """Names and addresses it goes to; an address is empty where the notes have none."""
        channel = self.draft.channel
        names = (channel.removeprefix(VIA),) if channel.startswith(VIA) else self.names
        people = [(name, self.plan.facts.person(name)) for name in names]
        return tuple((name, person.email if person is not None else "") for name, person in people)

    def hand(self, way: str, app: App[Any], folder: Path) -> str:
        """Hands the letter over; what was done, or why it was not."""
        if way in ("text", "subject"):
            return self._copy(app, self.draft.body if way == "text" else self.draft.subject)
        if way == "mailto":
            return self._open()
        return self._save(folder, way)

    def _copy(self, app: App[Any], text: str) -> str:
        if not text.strip():
            return "There is nothing to copy yet."
        app.copy_to_clipboard(text)
        tool = hand_to_clipboard(text)
        if tool:
            return f"Copied with {tool}, and handed to the terminal."
        said = "Handed to the terminal to copy; not every terminal takes it."
        return f"{said} If nothing can be pasted, save it as text instead."

    def _open(self) -> str:
        address = mailto(self.to, self.draft.subject, self.draft.body)
        if len(address) > MAX_MAILTO_LENGTH:
            return "The letter is too long for this way; save it as a mail draft (.eml) instead."
        problem = open_address(address)
        if problem:
            return f"{problem}. Save it as a mail draft (.eml), or copy it."
        return f"Handed to your mail program{self._unaddressed}. Sent from there? Then say so here."

    def _save(self, folder: Path, ending: str) -> str:
        draft = self.draft
        name = file_name(draft.kind, "-".join(self.names), self.company, ending)
        data = eml(self.to, draft.subject, draft.body) if ending == "eml" else _text(draft)
        try:
            path = save_new(folder, name, data)
        except OSError as error:
            return f"{folder / name} can't be written: {error.strerror}."
        more = self._unaddressed if ending == "eml" else ""
        return f"Saved as {path}{more}"

    @property
    def _unaddressed(self) -> str:
        missing = [name for name, address in self.to if not is_address(address)]
        return f" (without an address for {listed(missing)})" if missing else ""


def _text(draft: Draft) -> bytes:
    head = f"{draft.subject}\n\n" if draft.subject else ""
    return f"{head}{draft.body.rstrip()}\n".encode()


class HandOver(ModalScreen[str | None]):
    """The ways out. Its result is the one chosen: text, subject, mailto, eml, txt, sent or discard."""

    BINDINGS = bindings("hand-over")

    def __init__(self, is_mail: bool) -> None:
        super().__init__()
        ways = [("text", "Copy the text")]
        if is_mail:
            ways += [
                ("subject", "Copy the subject"),
                ("mailto", "Open it in your mail program"),
                ("eml", "Save it as a mail draft (.eml), to be opened and sent"),
            ]
        ways += [
            ("txt", "Save it as text"),
            ("sent", "It is sent: put it on the record"),
            ("discard", "Throw this draft away"),
        ]
        self._rows = tuple(Row(name, (RowLine((Span(told),)),)) for name, told in ways)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = plain("Hand over")
            show_keys_on_border(
                box, Hint("list.open", "do it"), Hint("hand.close"), Hint("list.up list.down", "choose")
            )
            yield RowList(id="hand-ways")

    def on_mount(self) -> None:
        ways = self.query_one(RowList)
        ways.rows = self._rows
        ways.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)
