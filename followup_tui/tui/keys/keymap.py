"""Which key does what: the bindings' own keys, and those that `[keys]` in the file gives instead.

An id that nobody has, a key that can't be used and a clash are told by name; the rest holds.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character
from textual.keys import Keys as TextualKeys

from followup_tui.core.text import clean_line

MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
UNUSABLE = {
    "ctrl+h": "terminals send it for backspace",
    "ctrl+i": "terminals send it for tab",
    **dict.fromkeys(("ctrl+j", "ctrl+m", "ctrl+enter"), "terminals send it for enter"),
    **dict.fromkeys(("ctrl+k", "ctrl+l"), "editing and terminals use it themselves"),
    "ctrl+left_square_bracket": "terminals send it for esc",
}
"""Keys that terminals can't tell from others, or take for themselves; and why they can't be had."""
_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
}
_SHORT = {
    **{shown: name for name, shown in _NAMES.items()},
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    " ": "space",
}


_KEY_IN_TEXT = re.compile(r"\{([a-z.-]+)\|([^{}|]+)\}")


def key_name(keys: str) -> str:
    """`n,f2` as a reader knows the keys: `n F2`."""
    return " ".join(_key_name(key) for key in keys.split(","))


def _key_name(key: str) -> str:
    modifiers, plus, base = key.rpartition("+")
    character = _character(base)
    name = _NAMES.get(base, character if character and base != "space" and character.isprintable() else base)
    if name[:1] == "f" and name[1:].isdigit():
        name = name.upper()
    return f"{modifiers}{plus}{name}"


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in use."""

    remapped: Mapping[str, str] = field(default_factory=dict)
    """The ids whose keys the file changes, each with its keys, joined by commas."""

    def keys(self, binding: Binding) -> str:
        """The keys of a binding, joined by commas."""
        return self.remapped.get(binding.id or "", binding.key)

    def said(self, text: str) -> str:
        """A text of ours with its keys: `{history.undo|u}` is the key of that id, usually `u`.

        What a user wrote is put beside it afterwards, never into it.
        """
        return _KEY_IN_TEXT.sub(lambda found: self.shown(found[1], found[2]), text)

    def shown(self, id: str, usual: str, typing: bool = False) -> str:
        """The first key of an id as a reader knows it: `usual`, unless the file changes it.

        While `typing`, only a key that is no letter will do; empty where the file gives none.
        """
        if id not in self.remapped:
            return usual
        keys = [key for key in self.remapped[id].split(",") if not (typing and _is_text(key))]
        return key_name(keys[0]) if keys else ""


class Place(NamedTuple):
    """Where a set of bindings holds at the same time."""

    name: str
    """As a reader knows it: `in the notes`."""
    bindings: tuple[Binding, ...]


def remap(wanted: Iterable[tuple[str, object]], places: Sequence[Place]) -> tuple[Keymap, tuple[str, ...]]:
    """The keymap that `wanted` asks for, as far as it can be had; and for the rest why not, a line each."""
    known = {one.id: one for place in places for one in place.bindings if one.id}
    problems: list[str] = []
    taken: dict[str, str] = {}
    for id, value in wanted:
        name = clean_line(id)
        if id not in known:
            near = difflib.get_close_matches(id, known, n=1)
            hint = (
                f"; do you mean {near[0]}?"
                if near
                else "; the help (F1) names the ids of the actions, in a wide terminal, and so does README.md"
            )
            problems.append(f"[keys] {name}: there is no such action{hint}")
            continue
        keys, why = read_keys(value, known[id].priority)
        if why:
            problems.append(f"[keys] {name}: {why}. Its usual key stays: {key_name(known[id].key)}")
        else:
            taken[id] = keys
    while clash := _clash(taken, places):
        id, key, other, place = clash
        del taken[id]
        told = f"{other.id} ({other.tooltip})"
        usual = key_name(known[id].key)
        problems.append(
            f"[keys] {id}: {key_name(key)} belongs to {told} {place}. Its usual key stays: {usual}"
        )
    return Keymap(taken), tuple(problems)


def read_keys(value: object, is_priority: bool = False) -> tuple[str, str]:
    """What the file gives as keys, one or several, in Textual's names joined by commas; or why not.

    A key of an action that has priority over typing (`is_priority`) may be no letter.
    """
    given = list(value) if isinstance(value, list | tuple) else [value]
    if not given or not all(isinstance(one, str) for one in given):
        return "", 'a key is wanted, such as "N" or "ctrl+n"'
    keys: list[str] = []
    for text in given:
        for one in [text] if text in (",", " ") else str(text).split(","):
            key, why = _read_key(one)
            if not why and is_priority and _is_text(key):
                why = f"“{one}” would do this in the middle of typing; take a key that is no letter"
            if why:
                return "", why
            keys.append(key)
    return ",".join(dict.fromkeys(keys)), ""


def _read_key(text: str) -> tuple[str, str]:
    name = clean_line(text) or ("space" if text == " " else "")
    if not name:
        return "", "the key is empty"
    head, _, base = name.rpartition("+")
    if not base:
        head, base = head.removesuffix("+"), "+"
    modifiers = {_MODIFIER_NAMES.get(one, one) for one in head.lower().split("+") if one}
    base = base if len(base) == 1 else base.lower()
    base = _SHORT.get(base, base)
    if "shift" in modifiers and len(base) == 1 and base.isalpha():
        modifiers.remove("shift")
        base = base.upper()
    elif modifiers and len(base) == 1:
        base = base.lower()
    base = _character_to_key(base) if len(base) == 1 else base
    if not modifiers <= MODIFIERS or not _is_known(base):
        return "", f"“{name}” is no key that we know; write it as N, ?, f5, ctrl+n or pageup"
    key = "+".join([*sorted(modifiers), base])
    if key in UNUSABLE:
        return "", f"{name} can't be used: {UNUSABLE[key]}"
    if "alt" in modifiers and base.isdigit():
        return "", f"{name} can't be used: many terminals keep it for themselves"
    return key, ""


_MODIFIER_NAMES = {"control": "ctrl", "c": "ctrl", "option": "alt", "cmd": "super"}
_KNOWN = frozenset(str(key.value) for key in TextualKeys)


def _is_known(base: str) -> bool:
    if len(base) == 1 or base in _KNOWN:
        return True
    try:
        unicodedata.lookup(base.replace("_", " "))
    except KeyError:
        return _character(base) is not None
    return True


def _is_text(key: str) -> bool:
    character = _character(key)
    return character is not None and character.isprintable()


def _character(key: str) -> str | None:
    """The character that a key types, if it does."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def _clash(taken: Mapping[str, str], places: Sequence[Place]) -> tuple[str, str, Binding, str] | None:
    """The last of the remapped ids whose key another action has in the same place; None without any."""
    for id in reversed(list(taken)):
        for place in places:
            own = next((one for one in place.bindings if one.id == id), None)
            if own is None:
                continue
            for other in place.bindings:
                if other.id == id:
                    continue
                theirs = taken.get(other.id or "", other.key).split(",")
                for key in taken[id].split(","):
                    # Keys that the two share from the beginning are no clash: the inner one comes first.
                    if key in theirs and not (key in own.key.split(",") and key in other.key.split(",")):
                        return id, key, other, place.name
    return None
