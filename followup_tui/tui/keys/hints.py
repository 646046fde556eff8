"""What the screen says to those who are new: the welcome, hints, the keys of the bottom line."""

from collections.abc import Iterable
from typing import NamedTuple

from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.footer import KeyHint
from followup_tui.tui.widgets.styled_lines import Span, Tone


class Hint(NamedTuple):
    """An action, or several (ids with blanks between), its usual key, and a word or two for it."""

    ids: str
    key: str
    label: str

    def shown(self, keys: Keymap, typing: bool = False) -> KeyHint | None:
        """The hint with the keys in use; None where there is no key for it here."""
        ids = self.ids.split()
        if any(id in keys.remapped for id in ids):
            usual = self.key.split() if len(self.key.split()) == len(ids) else [""] * len(ids)
            shown = [keys.shown(id, key, typing) for id, key in zip(ids, usual, strict=True)]
            name = " ".join(key for key in shown if key)
        else:
            name = self.key
        return KeyHint(name, self.label) if name else None


def in_words(hints: Iterable[KeyHint]) -> str:
    """Hints in one line: `enter save · esc close`."""
    return " · ".join(f"{one.key} {one.label}" for one in hints)


def welcome(keys: Keymap) -> tuple[tuple[Span, ...], ...]:
    """What an empty logbook is welcomed with."""
    return (
        (Span("Just out of an interview?", Tone.STRONG),),
        (),
        (
            Span("Press "),
            Span(keys.shown("interview.add", "a"), Tone.TITLE),
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


_PANES = Hint("pane.interviews pane.steps pane.notes pane.timeline", "1-4", "panes")
_ADD = Hint("interview.add", "a", "add")
_NOTE = Hint("note.open", "n", "note")
_FIND = Hint("find.here", "/", "find")
_UNDO = Hint("history.undo", "u", "undo")
_DATE = Hint("step.promise", "d", "date")
_WRITE = Hint("letter.write", "w", "write")
_CONTACT = Hint("contact.add", "c", "contact")
_HINTS: dict[str, tuple[Hint, ...]] = {
    "empty": (Hint("interview.add", "a", "add an interview"),),
    "writing": (
        Hint("app.back", "esc", "done"),
        Hint("", "@ > + = ! ~", "signs"),
        Hint("note.open", "F2", "note"),
    ),
    "interviews": (
        Hint("list.open", "enter", "open"),
        _ADD,
        _NOTE,
        Hint("interview.edit", "e", "edit"),
        _FIND,
        Hint("row.delete", "D", "delete"),
        _UNDO,
        _PANES,
    ),
    "steps": (
        Hint("step.tick", "space", "tick"),
        _NOTE,
        _ADD,
        _WRITE,
        _CONTACT,
        _DATE,
        _FIND,
        _UNDO,
        Hint("step.skip", "s", "skip"),
        _PANES,
    ),
    "notes": (Hint("notes.edit", "enter", "write"), _NOTE, _ADD, _DATE, _FIND, _UNDO, _PANES),
    "timeline": (
        Hint("timeline.back timeline.on", "← →", "day"),
        Hint("timeline.today", "t", "today"),
        _DATE,
        Hint("timeline.all", "A", "all"),
        _CONTACT,
        _NOTE,
        _PANES,
    ),
}
_ALWAYS = (Hint("app.help", "?", "help"), Hint("app.quit-letter", "q", "quit"))
_ALWAYS_WRITING = (Hint("app.help-anywhere", "F1", "help"), Hint("app.quit", "ctrl+q", "quit"))

_FIRST_USE = {
    "interviews": "open, ↑ ↓ choose",
    "steps": "tick what is done",
    "notes": "write: lines with @ > + = ! ~ are facts",
    "timeline": "choose a day, read about it below",
}
"""What is said of the first key of a pane to those who have not used the pane yet."""


def hints_for(where: str, is_single: bool, keys: Keymap, is_new: bool = False) -> tuple[KeyHint, ...]:
    """The keys of the bottom line in a pane, or in another state of the screen, most important first.

    Where one pane has the whole screen (`is_single`), the way to the others comes second. Who `is_new` to the
    pane is told more of what to try first.
    """
    first, *others = _HINTS[where]
    if is_new and where in _FIRST_USE:
        first = first._replace(label=_FIRST_USE[where])
    if is_single and _PANES in others:
        others = [_PANES, *(hint for hint in others if hint is not _PANES)]
    return _shown((first, *others), keys, typing=where == "writing")


def always(keys: Keymap, writing: bool) -> tuple[KeyHint, ...]:
    """The keys that the bottom line always has room for."""
    return _shown(_ALWAYS_WRITING if writing else _ALWAYS, keys, typing=writing)


def _shown(hints: tuple[Hint, ...], keys: Keymap, typing: bool = False) -> tuple[KeyHint, ...]:
    return tuple(shown for one in hints if (shown := one.shown(keys, typing)) is not None)
