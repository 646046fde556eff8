"""What the screen says to those who are new: the welcome, and the keys of the bottom line."""

from followup_tui.tui.widgets.keyline import KeyHint
from followup_tui.tui.widgets.lines import Span, Tone

WELCOME: tuple[tuple[Span, ...], ...] = (
    (Span("Just out of an interview?", Tone.STRONG),),
    (),
    (
        Span("Press "),
        Span("a", Tone.TITLE),
        Span(", type the company, press "),
        Span("enter", Tone.TITLE),
        Span(": then write."),
    ),
    (
        Span("Lines that begin with "),
        Span("@ > + = ! ~", Tone.TITLE),
        Span(" become facts and dates."),
    ),
    (
        Span("Nothing to add yet? "),
        Span("followup-tui demo", Tone.TITLE),
        Span(" shows four made-up interviews."),
    ),
)
"""What an empty logbook is welcomed with."""

_PANES = KeyHint("1-4", "panes")
_HINTS = {
    "empty": (KeyHint("a", "add an interview"),),
    "writing": (
        KeyHint("esc", "done"),
        KeyHint("@ > + = ! ~", "signs"),
        KeyHint("F2", "note"),
    ),
    "interviews": (
        KeyHint("enter", "open"),
        KeyHint("a", "add"),
        KeyHint("n", "note"),
        KeyHint("e", "edit"),
        KeyHint("/", "find"),
        KeyHint("D", "delete"),
        KeyHint("u", "undo"),
        _PANES,
    ),
    "steps": (
        KeyHint("space", "tick"),
        KeyHint("n", "note"),
        KeyHint("a", "add"),
        KeyHint("c", "contact"),
        KeyHint("d", "date"),
        KeyHint("/", "find"),
        KeyHint("u", "undo"),
        KeyHint("s", "skip"),
        _PANES,
    ),
    "notes": (
        KeyHint("i", "write"),
        KeyHint("n", "note"),
        KeyHint("a", "add"),
        KeyHint("d", "date"),
        KeyHint("/", "find"),
        KeyHint("u", "undo"),
        _PANES,
    ),
    "timeline": (
        KeyHint("← →", "day"),
        KeyHint("t", "today"),
        KeyHint("d", "date"),
        KeyHint("A", "all"),
        KeyHint("c", "contact"),
        KeyHint("n", "note"),
        _PANES,
    ),
}


def hints_for(where: str, is_single: bool) -> tuple[KeyHint, ...]:
    """The keys of the bottom line in a pane, or in another state of the screen, most important first.

    Where one pane has the whole screen (`is_single`), the way to the others comes second.
    """
    hints = _HINTS[where]
    if not is_single or _PANES not in hints:
        return hints
    return (hints[0], _PANES, *(hint for hint in hints[1:] if hint is not _PANES))


ALWAYS = (KeyHint("?", "help"), KeyHint("q", "quit"))
"""The keys that the bottom line always has room for."""
ALWAYS_WRITING = (KeyHint("F1", "help"), KeyHint("ctrl+q", "quit"))
"""The same while letters are being typed."""
