"""Key hints: what the footers of panes and the frames of dialogs name, most important first."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.core.notes.signs import legends
from followup_tui.tui.keys.bindings import KeyRow, by_id, footer_rows
from followup_tui.tui.keys.keymap import Keymap


class KeyHint(NamedTuple):
    """A key and what it does, in a word or two."""

    key: str
    label: str
    presses: tuple[str, ...] = ()
    """The keys that a click on it presses, as Textual names them: one for each key that is named."""

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return cell_len(self.key) + cell_len(self.label) + 3


SIGN_HINT = KeyHint(legends()[-1], "signs")
"""What the footer says while notes are written, next to the keys."""
FIRST_USE = {
    "interviews": "open, ↑ ↓ choose",
    "steps": "tick what is done",
    "notes": f"write: lines with {legends()[-1]} are facts",
    "timeline": "choose a day, read about it below",
}
"""The label of the first key of a pane for users who have not used the pane yet."""


class Hint(NamedTuple):
    """A hint for one binding, or for several that belong together, whatever their keys."""

    ids: str
    """The ids of the bindings, with blanks between."""
    label: str = ""
    """By default that of the first binding."""
    key: str = ""
    """The default key to be named, where it is not the first of the binding."""

    def resolve(self, keymap: Keymap) -> KeyHint | None:
        """Return the hint with the keys in use, None where there is no key for it."""
        if self.key and self.ids not in keymap.remapped:
            return KeyHint(self.key, self.label or by_id()[self.ids].label, (self.key,))
        return _joined(keymap, [by_id()[id] for id in self.ids.split()], self.label)


def footer(footer: str, keymap: Keymap, typing: bool = False) -> tuple[KeyHint, ...]:
    """Return the hints of a footer, the most important first."""
    hints = (_joined(keymap, rows, typing=typing) for rows in footer_rows(footer))
    return tuple(hint for hint in hints if hint is not None)


def pane_footer(pane: str, is_single: bool, keymap: Keymap, is_new: bool = False) -> tuple[KeyHint, ...]:
    """Return the hints for a pane of the main screen, or for its states `writing`, `conflict` and `empty`.

    Where a single pane has the whole screen, the keys of the other panes come second, and that for writing
    third. For users who are new to the pane, the first hint says more.
    """
    if pane == "empty":
        add = Hint("interview.add", "add an interview").resolve(keymap)
        return (add,) if add is not None else ()
    is_conflict = pane == "conflict"
    hints = list(footer("steps" if is_conflict else pane, keymap, typing=pane == "writing"))
    if pane == "writing":
        hints.insert(1, SIGN_HINT)
    if is_new and pane in FIRST_USE:
        hints[0] = hints[0]._replace(label=FIRST_USE[pane])
    if is_single:
        hints[1:] = sorted(hints[1:], key=lambda hint: (hint.label != "panes", hint.label != "write"))
    if is_conflict:
        decide = (Hint("step.tick", "take it").resolve(keymap), Hint("step.skip", "leave it").resolve(keymap))
        hints = [*filter(None, decide), *(hint for hint in hints if hint.label not in ("tick", "skip"))]
    return tuple(hints)


def always_footer(is_single: bool, is_writing: bool, keymap: Keymap) -> tuple[KeyHint, ...]:
    """Return the hints at the right end of the main screen, whatever the pane.

    Where a single pane has the whole screen, its own keys need the room of the palette, which help names.
    """
    hints = footer("always-writing" if is_writing else "always", keymap, is_writing)
    return tuple(hint for hint in hints if not is_single or hint.label != "palette")


def in_words(hints: Iterable[KeyHint | None]) -> str:
    """Return hints in a line, without those that are None: `enter save · esc close`."""
    return " · ".join(f"{hint.key} {hint.label}" for hint in hints if hint is not None)


def _joined(keymap: Keymap, rows: Iterable[KeyRow], label: str = "", typing: bool = False) -> KeyHint | None:
    rows = list(rows)
    keys = [key for row in rows if (key := keymap.key(row.id, typing))]
    is_run = len(keys) > 2 and all(key.isdigit() for key in keys)
    if is_run and _is_consecutive(keys):
        return KeyHint(f"{keys[0]}-{keys[-1]}", label or rows[0].label)
    presses = tuple(press for row in rows if (press := keymap.press(row.id, typing)))
    return KeyHint(" ".join(keys), label or rows[0].label, presses) if keys else None


def _is_consecutive(keys: list[str]) -> bool:
    return [int(key) for key in keys] == list(range(int(keys[0]), int(keys[0]) + len(keys)))
