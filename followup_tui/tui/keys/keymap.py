"""The keys in use: the defaults of the table of bindings, and what `[keys]` in the file gives instead.

An unknown id, a key that can't be used and a clash are each reported by name; the rest of `[keys]` holds.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from textual.keys import KEY_NAME_REPLACEMENTS, REPLACED_KEYS, key_to_character
from textual.keys import Keys as TextualKeys

from followup_tui.core.text import clean_line
from followup_tui.tui.keys.bindings import by_id, rows, scope_rows
from followup_tui.tui.keys.layouts import LATIN
from followup_tui.tui.keys.row import KeyRow
from followup_tui.tui.keys.table import FORMER_IDS, PRIORITY, SCOPES

MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
UNUSABLE = {
    "ctrl+h": "terminals send it for backspace",
    "ctrl+i": "terminals send it for tab",
    **dict.fromkeys(("ctrl+j", "ctrl+m", "ctrl+enter"), "terminals send it for enter"),
    "ctrl+k": "editing uses it itself",
    "ctrl+left_square_bracket": "terminals send it for esc",
}
"""Keys that terminals can't tell from others, or use themselves, each with the reason."""
_DISPLAY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
}
"""Textual's name of a key -> how it is shown."""
_ALIASES = {
    **{name: key for key, name in _DISPLAY_NAMES.items()},
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    " ": "space",
}
"""Other names that may be written in the file -> Textual's name of the key."""
_MODIFIER_ALIASES = {"control": "ctrl", "c": "ctrl", "option": "alt", "cmd": "super"}
"""The same of the modifiers."""
_KNOWN = frozenset(str(key.value) for key in TextualKeys)
"""All names of keys that Textual has."""
_ID_IN_TEXT = re.compile(r"\{([a-z]+\.[a-z-]+)\}")
"""The id of an action in a text, in whose place its key is shown: `{letter.write}`."""


UNDO_HINT = "{history.undo} takes that back."
"""What a message says of the change that it reports, for `Keymap.format`."""


def key_name(keys: str) -> str:
    """Return keys as a reader knows them: `n,f2` as `n F2`."""
    return " ".join(_key_name(key) for key in keys.split(",") if key)


def _key_name(key: str) -> str:
    modifiers, plus, base = key.rpartition("+")
    character = _character(base)
    is_typed = character is not None and base != "space" and character.isprintable()
    name = _DISPLAY_NAMES.get(base, character if character and is_typed else base)
    if name[:1] == "f" and name[1:].isdigit():
        name = name.upper()
    return f"{modifiers}{plus}{name}"


@dataclass(eq=False, repr=False)
class Keymap:
    """The keys in use."""

    remapped: Mapping[str, str] = field(default_factory=dict)
    """The ids whose keys the file changes, each with its keys, joined by commas."""

    def keys(self, id: str) -> str:
        """Return the keys of a binding, joined by commas."""
        return self.remapped[id] if id in self.remapped else by_id()[id].keys

    def key(self, id: str, typing: bool = False) -> str:
        """Return the first key of a binding as a reader knows it.

        While `typing`, letters are left out; the result is empty where nothing else is left.
        """
        return key_name(self.press(id, typing))

    def press(self, id: str, typing: bool = False) -> str:
        """Return the same key as Textual names it."""
        keys = (key for key in self.keys(id).split(",") if not (typing and _is_text(key)))
        return next(keys, "")

    def format(self, text: str) -> str:
        """Return a text of ours with each `{history.undo}` replaced by the key of that id.

        Never pass what a user wrote: join it to the result instead.
        """
        return _ID_IN_TEXT.sub(lambda found: self.key(found[1]), text)


def keymap_of(app: object) -> Keymap:
    """Return the keys in use in an app; the default ones of an app without keys of its own."""
    keymap: Keymap = getattr(app, "keymap", Keymap())
    return keymap


def remap(
    wanted: Iterable[tuple[str, object]], line_of: Callable[[str], int | None] = lambda _: None
) -> tuple[Keymap, tuple[str, ...]]:
    """Return the keymap that `[keys]` asks for, as far as possible, and a sentence for each problem.

    `line_of` returns the line of the file on which an id is, None where that is unknown.
    """
    known = by_id()
    with_priority = {row.id for row in rows(*PRIORITY)}
    problems: list[str] = []
    remapped: dict[str, str] = {}
    written: dict[str, str] = {}
    """The ids as the file has them."""

    def report(id: str, why: str) -> None:
        line = line_of(written[id])
        problems.append(f"{f'line {line}: ' if line else ''}[keys] {clean_line(written[id])}: {why}")

    for name, value in wanted:
        id = FORMER_IDS.get(name, name)
        written[id] = name
        if id not in known:
            near = difflib.get_close_matches(id, known, n=1)
            hint = (
                f"; do you mean {near[0]}?"
                if near
                else "; the help (F1) names the ids of the actions, in a wide terminal, and so does README.md"
            )
            report(id, f"no such action{hint}")
            continue
        keys, why = read_keys(value, id in with_priority)
        if why:
            report(id, f"{why}. Its usual key stays: {key_name(known[id].keys)}")
        else:
            remapped[id] = keys
    while clash := _clash(remapped):
        id, key, other, scope = clash
        del remapped[id]
        owner, default = f"{other.id} ({other.description})", key_name(known[id].keys)
        report(id, f"{key_name(key)} belongs to {owner} {scope}. Its usual key stays: {default}")
    return Keymap({**_without_yielded_keys(remapped), **remapped}), tuple(problems)


def read_keys(value: object, is_priority: bool = False) -> tuple[str, str]:
    """Return the keys that the file gives, in Textual's names joined by commas, and why not if it can't be.

    A key of an action that has priority over typing (`is_priority`) may be no letter.
    """
    given = list(value) if isinstance(value, list | tuple) else [value]
    if not given or not all(isinstance(text, str) for text in given):
        return "", 'a key is needed, such as "N" or "ctrl+n"'
    keys: list[str] = []
    for text in given:
        for name in [text] if text in (",", " ") else str(text).split(","):
            key, why = _read_key(name)
            if not why and is_priority and _is_text(key):
                why = f"“{name}” would do this while you type; choose a key that is not a letter"
            if why:
                return "", why
            keys.append(key)
    return ",".join(dict.fromkeys(keys)), ""


def _read_key(text: str) -> tuple[str, str]:
    """Return the key that a text names, in Textual's words, and what is wrong with it; either is empty."""
    name = clean_line(text) or ("space" if text == " " else "")
    if not name:
        return "", "the key is empty"
    head, _, base = name.rpartition("+")
    if not base:
        head, base = head.removesuffix("+"), "+"
    modifiers = {_MODIFIER_ALIASES.get(part, part) for part in head.lower().split("+") if part}
    base = base if len(base) == 1 else base.lower()
    base = _ALIASES.get(base, base)
    if "shift" in modifiers and len(base) == 1 and base.isalpha():
        modifiers.remove("shift")
        base = base.upper()
    elif modifiers and len(base) == 1:
        base = base.lower()
    if modifiers:
        # As it comes from the terminal: with ctrl or alt, the place of the key counts.
        base = LATIN.get(base, base)
    base = key_of(base) if len(base) == 1 else base
    if not modifiers <= MODIFIERS or not _is_known(base):
        return "", f"“{name}” is not a known key; write it like N, ?, f5, ctrl+n or pageup"
    key = "+".join([*sorted(modifiers), base])
    if key in UNUSABLE:
        return "", f"{name} can't be used: {UNUSABLE[key]}"
    if "alt" in modifiers and base.isdigit():
        return "", f"{name} can't be used: many terminals keep it for themselves"
    return key, ""


def key_of(character: str) -> str:
    """Return Textual's name of the key that types a character."""
    if character.isalnum():
        return character
    key = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(key, key)


def _is_known(base: str) -> bool:
    return len(base) == 1 or base in _KNOWN or _character(base) is not None


def _is_text(key: str) -> bool:
    character = _character(key)
    return character is not None and character.isprintable()


def _character(key: str) -> str | None:
    """Return the character that a key types, None if it types none."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def _without_yielded_keys(remapped: Mapping[str, str]) -> dict[str, str]:
    """Return the keys left to each action that yields some to another of its scope, by its id."""
    left: dict[str, str] = {}
    for row in by_id().values():
        if not row.yields or row.id in remapped:
            continue
        together = {other.id for scope in SCOPES if row in scope_rows(scope) for other in scope_rows(scope)}
        taken = {key for id in together & remapped.keys() for key in remapped[id].split(",")}
        keys = row.keys.split(",")
        if taken & set(keys):
            left[row.id] = ",".join(key for key in keys if key not in taken)
    return left


def _clash(remapped: Mapping[str, str]) -> tuple[str, str, KeyRow, str] | None:
    """Return the first clash found: the remapped id, the key, the other action and the scope.

    Return None if there is none. Later ids in the file are checked first, so they lose.
    """
    for id in reversed(list(remapped)):
        own = by_id()[id]
        for scope in SCOPES:
            together = scope_rows(scope)
            if own not in together:
                continue
            for other in together:
                if other.id == id or (other.yields and other.id not in remapped):
                    continue
                theirs = remapped.get(other.id, other.keys).split(",")
                # Keys that both have by default are no clash: the inner widget comes first.
                shared = set(own.keys.split(",")) & set(other.keys.split(","))
                for key in remapped[id].split(","):
                    if key in theirs and key not in shared:
                        return id, key, other, scope.name
    return None
