"""Help: the step at hand in our own words, and the keys, taken from the bindings themselves."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.core.model import STEP_TITLES, StepId
from followup_tui.tui.widgets.lines import plain

METHOD = {
    StepId.ASK: "Two questions before you leave: what happens next and by when, and whether they would like "
    "anything more from you. Write the answers down with > and +.",
    StepId.WRITE_DOWN: "Memory is quick to go: up to 73 % within a day or two. Write at once, in any order. "
    "Names @, documents given =, their concerns !, personal things ~; “none” says that there was nothing.",
    StepId.THANK: "One short, personal note to each person you met, by email or card, by tonight. Late is "
    "still worth it. Mind the name.",
    StepId.CONNECT: "Optional, and only with people you met in person: LinkedIn, perhaps Twitter/X on a "
    "professional account. Not Facebook: that is for friends.",
    StepId.WAIT: "Until the promised day is over, keep quiet and go on looking. You have one follow-up, at "
    "most two.",
    StepId.FOLLOW_UP: "A day or two after the promised day, check in on the status, with a detail or an "
    "article on something you talked about. Promised material goes out first.",
}
"""The method, step by step, in a few sentences (after the article)."""

_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
}


def key_name(keys: str) -> str:
    """`n,f2` as a reader knows the keys: `n F2`."""
    names = []
    for key in keys.split(","):
        name = _NAMES.get(key, key)
        names.append(name.upper() if name[:1] == "f" and name[1:].isdigit() else name)
    return " ".join(names)


def key_rows(bindings: Iterable[BindingType]) -> list[tuple[str, str]]:
    """Each binding with an id as its keys and what they do."""
    return [
        (key_name(one.key), one.tooltip or one.description)
        for one in bindings
        if isinstance(one, Binding) and one.id is not None
    ]


class HelpBox(ModalScreen[None]):
    """What the step at hand is about, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Close", id="help.close", tooltip="Close the help")
    ]

    def __init__(self, step: StepId, why: str, groups: Sequence[tuple[str, Iterable[BindingType]]]) -> None:
        """`groups` are bindings under their headings."""
        super().__init__()
        self._step, self._why, self._groups = step, why, groups

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", id="help-text") as box:
            box.border_title = plain(f"Help · {STEP_TITLES[self._step]}")
            yield Static(plain(METHOD[self._step]), classes="text")
            if self._why:
                yield Static(plain(f"Now: {self._why}").stylize("$text-muted"), classes="text")
            for title, bindings in self._groups:
                lines = [Content.assemble("\n", (title, "bold $primary"))]
                lines += [
                    Content.assemble((key.ljust(12), "bold"), plain(what)) for key, what in key_rows(bindings)
                ]
                yield Static(Content("\n").join(lines), classes="text")
            yield Static(plain("\n↑ ↓ scroll · esc close"), classes="keys")
