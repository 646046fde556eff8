"""Help: what the step at hand is about, in our own words, and the keys, taken from the bindings."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.core.model import StepId
from followup_tui.tui.screens.keymap import Keymap, key_name
from followup_tui.tui.widgets.lines import plain

__all__ = ["METHOD", "SIGNS", "SOURCES", "HelpBox", "about_step", "key_name", "key_rows"]

METHOD = {
    StepId.ASK: "Two questions before you leave: what happens next and by when, and whether they would like "
    "anything more from you. The first answer tells how long to keep quiet, the second gives you a reason to "
    "write. Note them with > and +; “none” says that there was nothing.",
    StepId.WRITE_DOWN: "Memory is quick to go: up to 73 % within a day or two. Write at once, in any order. "
    "Names @ keep you from the worst slip, the wrong name; documents given =, their concerns ! and personal "
    "things ~ are what later letters live on. “none” after a sign says that there was nothing.",
    StepId.THANK: "One short, personal note to each person you met, by email or card, by tonight. A quarter "
    "of interviewers count on it within two days; late is still worth it. Take up something you talked "
    "about, and mind the name.",
    StepId.CONNECT: "Optional, and only with people you met in person: LinkedIn, perhaps Twitter/X on a "
    "professional account. Not Facebook: that is for friends. A day’s distance looks less eager.",
    StepId.WAIT: "Until the promised day is over, keep quiet and go on looking. You have one follow-up, at "
    "most two: spent too early, they are gone when you need them. A wait that is on track is a good sign.",
    StepId.FOLLOW_UP: "A day or two after the promised day, ask how things stand, with a detail or an "
    "article on something you talked about. What you promised to send goes out before that. Two follow-ups "
    "are all there is; an answer from them ends the wait.",
}
"""The method, step by step, in a few sentences (after the article)."""
SOURCES = {
    StepId.ASK: "After the article on six steps after an interview. Without a date, 7 days are taken as a "
    "guess (career guides).",
    StepId.WRITE_DOWN: "After the article, which has the 73 %. Late after one day: article.",
    StepId.THANK: "After the article; the quarter is 26 % of interviewers (CareerBuilder survey, 2005).",
    StepId.CONNECT: "After the article; the day’s distance: career guides.",
    StepId.WAIT: "After the article. The quiet ends with the day they named; a range counts to its last day "
    "(ours).",
    StepId.FOLLOW_UP: "After the article; working days: ours; 7 days between two follow-ups: career guides.",
}
"""Where each step's rules are from."""
SIGNS = (
    ("@", "someone you met: name, role <address>"),
    (">", "when they will decide, in their words"),
    ("+", "material they want, and by when"),
    ("=", "a document you gave them"),
    ("!", "a concern they have about you"),
    ("~", "a personal thing they mentioned"),
)
"""What each sign at the beginning of a line says."""
KEY_WIDTH = 12
"""Cells for the keys, left of what they do."""


def key_rows(bindings: Iterable[BindingType], keys: Keymap | None = None) -> list[tuple[str, str]]:
    """Each binding with an id as its keys, as they are in use, and what they do."""
    keys = keys or Keymap()
    return [
        (key_name(keys.keys(one)), one.tooltip or one.description)
        for one in bindings
        if isinstance(one, Binding) and one.id is not None
    ]


def about_step(step: StepId, why: str, shows_signs: bool) -> tuple[Content, ...]:
    """What a step is about, how it stands (`why`), where the rules are from; the signs where one writes."""
    parts = [plain(METHOD[step])]
    if why:
        parts.append(Content.assemble(("Now: ", "bold"), plain(why)))
    parts.append(plain(SOURCES[step]).stylize("$text-muted"))
    if shows_signs:
        lines = [Content.assemble("\n", ("A line that begins with", "bold $primary"))]
        lines += [Content.assemble((sign.ljust(KEY_WIDTH), "bold"), plain(what)) for sign, what in SIGNS]
        parts.append(Content("\n").join(lines))
    return tuple(parts)


class HelpBox(ModalScreen[None]):
    """What one is about here, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Close", id="help.close", tooltip="Close the help")
    ]

    def __init__(
        self,
        title: str,
        about: Sequence[Content],
        groups: Sequence[tuple[str, Iterable[BindingType]]],
        keys: Keymap,
    ) -> None:
        """`groups` are bindings under their headings, those of the focused pane first."""
        super().__init__()
        self._title, self._about, self._groups, self._keys = title, about, groups, keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", id="help-text") as box:
            box.border_title = plain(self._title)
            for part in self._about:
                yield Static(part, classes="text")
            for title, bindings in self._groups:
                rows = key_rows(bindings, self._keys)
                if not rows:
                    continue
                lines = [Content.assemble("\n", (title, "bold $primary"))]
                lines += [Content.assemble((key.ljust(KEY_WIDTH), "bold"), plain(what)) for key, what in rows]
                yield Static(Content("\n").join(lines), classes="text")
            yield Static(plain("\n↑ ↓ scroll · esc close"), classes="keys")
