"""Parsing of what the terminal sends: keys, the mouse, pastes, and replies that nobody reads.

The input is cut into text and whole escape sequences here. Textual's parser gets only what it is known to
understand: it raises on some sequences, takes unknown ones and replies of the terminal for typed keys, and
reads control characters in a paste as keys. None of its names used here are public.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, FOCUSIN, FOCUSOUT, XTermParser
from textual.message import Message

from followup_tui.core.text import clean_text
from followup_tui.tui.keys.keymap import key_of
from followup_tui.tui.keys.layouts import LATIN

ESCAPE = "\x1b"
REPLY_SECONDS = 1.0
"""How long the rest of a sequence that was cut in two is waited for, in seconds."""
MAX_PENDING = 4096
"""How many characters of a reply are kept until its end; it is dropped anyway."""
MAX_CELLS = 5000
"""The most columns and lines that a terminal is believed to have."""
JOINERS = frozenset("\u200c\u200d")
"""Characters without a form of their own that are parts of letters (Persian and others) and of emoji."""
_STRING = r"(?:\][0-9][^\x07\x1b]*|P[0-9>!$+|=?][^\x1b]*|_G[^\x1b]*)"
"""A reply with a text in it (OSC, DCS, APC), without its end."""
_COMPLETE = re.compile(
    rf"\x1b(?:\[\[.|\[M...|\[(?!M)[0-?]*[ -/]*[@-Z\\-~]|O[0-9;]*[A-Za-z]|{_STRING}(?:\x07|\x1b\\))", re.DOTALL
)
"""A whole escape sequence."""
_BEGUN = re.compile(rf"\x1b(?:\[(?:\[|M.{{0,2}}|[0-?]*[ -/]*)?|O[0-9;]*|{_STRING}\x1b?|[\]P_])?\Z", re.DOTALL)
"""The beginning of an escape sequence at the end of what was read, the rest of which may come."""
_UNKNOWN = re.compile(r"\x1b\[[^0-?M]", re.DOTALL)
"""Alt and a bracket, then a character that sends no parameter: two keys, if the second comes late."""
_MALFORMED = re.compile(rf"\x1b(?:\[[0-?]+[ -/]*|\[[ -/]+|{_STRING})", re.DOTALL)
"""The beginning of a sequence that broke off: it is dropped."""
_KEY = re.compile(
    r"\x1b\[(?P<code>\d*)(?::(?P<shifted>\d*)(?::(?P<base>\d*))?)?"
    r"(?:;(?P<modifiers>\d*)(?::(?P<kind>\d*))?(?:;(?P<text>[\d:]*))?)?(?P<end>[u~ABCDEFHPQRS])"
)
"""A key as the protocol of kitty sends it."""
_MOUSE = re.compile(r"\x1b\[<\d{1,5};-?\d{1,6};-?\d{1,6}[Mm]")
"""A report of the mouse."""
_MODE = re.compile(r"\x1b\[\?\d{1,6};\d\$y")
"""A reply that says whether a mode of the terminal is set."""
_SIZE = re.compile(r"\x1b\[48;(\d{1,5});(\d{1,5});\d{1,6};\d{1,6}t")
"""A report of a new size: lines and columns, then both in pixels."""
_CURSOR = re.compile(r"\x1b\[\d{1,5};\d{1,5}R")
"""A report of where the cursor is."""
FOCUS = (FOCUSIN, FOCUSOUT)
SHIFT, RELEASED = 1, "3"


class Key(events.Key):
    """A key of another than a Latin keyboard. Named as its base class, it is handled as any key is."""

    def __init__(self, key: str, character: str | None, base: str) -> None:
        super().__init__(key, character)
        self.base = base
        """The name of the same key on a Latin keyboard."""


class InputParser:
    """Turns what a terminal sends into Textual's messages, in pieces of any size. It never raises."""

    def __init__(self, debug: bool = False, time: Callable[[], float] = monotonic) -> None:
        self._debug, self._time = debug, time
        self._textual = XTermParser(debug)
        self._pending = ""
        """The beginning of an escape sequence whose rest has not come."""
        self._begun = self._deadline = 0.0
        self._pasted: list[str] | None = None
        """The pieces of the paste that is being received."""
        self._tail = ""
        """The end of the last piece, as far as it may be the beginning of the mark that ends a paste."""
        self._is_after_return = False

    def feed(self, data: str) -> Iterator[Message]:
        """Yield the messages for what came, as far as it is complete."""
        is_late = self._pending == "\x1b[" and self._time() >= self._begun + constants.ESCAPE_DELAY
        data, self._pending = self._pending + data, ""
        if is_late and _UNKNOWN.match(data) and data[:3] not in (*ANSI_SEQUENCES_KEYS, *FOCUS):
            data = data[2:]
            yield from self._with_alt("\x1b[")
        while data:
            if self._pasted is not None:
                data, paste = self._receive_paste(self._pasted, data)
                if paste is not None:
                    yield paste
            elif not data.startswith(ESCAPE):
                text, mark, rest = data.partition(ESCAPE)
                yield from self._typed(text)
                data = mark + rest
            elif (match := _COMPLETE.match(data)) is not None:
                data = data[match.end() :]
                yield from self._sequence(match[0])
            elif _BEGUN.match(data):
                self._wait_for_rest(data)
                data = ""
            elif (match := _MALFORMED.match(data)) is not None:
                data = data[match.end() :]
            else:
                sequence = data[:1] if data[1] == ESCAPE else data[:2]
                data = data[len(sequence) :]
                yield from self._with_alt(sequence)

    def tick(self) -> Iterator[Message]:
        """Yield the keys that were taken for the beginning of a sequence, once its rest is overdue."""
        if self._pending and self._time() >= self._deadline:
            pending, self._pending = self._pending, ""
            if len(pending) <= 2:
                yield from self._with_alt(pending)

    def _wait_for_rest(self, begun: str) -> None:
        self._pending = begun if len(begun) <= MAX_PENDING else begun[:3]
        self._begun = self._time()
        self._deadline = self._begun + (
            constants.ESCAPE_DELAY if begun in (ESCAPE, "\x1bO") else REPLY_SECONDS
        )

    def _receive_paste(self, pasted: list[str], data: str) -> tuple[str, events.Paste | None]:
        """Collect a paste; return what comes after it, and the paste once it is complete."""
        seen = self._tail + data
        end = seen.find(BRACKETED_PASTE_END)
        if end < 0:
            keep = 1 - len(BRACKETED_PASTE_END)
            self._tail = seen[keep:]
            pasted.append(seen[:keep])
            return "", None
        text = "".join((*pasted, seen[:end]))
        self._pasted, self._tail = None, ""
        return seen[end + len(BRACKETED_PASTE_END) :], events.Paste(clean_text(text))

    def _typed(self, text: str) -> Iterator[Message]:
        """Yield the keys of plain characters. A line feed is how a terminal without pastes breaks a line."""
        if self._is_after_return:
            text = text.removeprefix("\n")
        self._is_after_return = text.endswith("\r")
        return self._by_textual(text.replace("\r\n", "\r").replace("\n", "\r"))

    def _with_alt(self, sequence: str) -> Iterator[Message]:
        """Yield the escape key, or a key that was pressed together with alt."""
        if sequence == ESCAPE:
            yield events.Key("escape", ESCAPE)
        elif sequence in ANSI_SEQUENCES_KEYS:
            yield from self._by_textual(sequence)
        else:
            yield from map(_with_base, self._textual._sequence_to_key_events(sequence[1:], alt=True))

    def _sequence(self, sequence: str) -> Iterator[Message]:
        """Yield what a whole sequence says; nothing if it is a reply, or one that nobody knows."""
        self._is_after_return = False
        if sequence == BRACKETED_PASTE_START:
            self._pasted, self._tail = [], ""
        elif sequence in ANSI_SEQUENCES_KEYS or sequence in FOCUS or _CURSOR.fullmatch(sequence):
            yield from self._by_textual(sequence)
        elif (key := _KEY.fullmatch(sequence)) is not None:
            yield from self._key(key)
        elif (size := _SIZE.fullmatch(sequence)) is not None:
            if all(0 < int(cells) <= MAX_CELLS for cells in size.groups()):
                yield from self._by_textual(sequence)
        elif _MOUSE.fullmatch(sequence) or _MODE.fullmatch(sequence):
            yield from self._by_textual(sequence)

    def _key(self, match: re.Match[str]) -> Iterator[Message]:
        """Yield a key of kitty's protocol, written as Textual reads it: without alternate codes.

        For a key pressed with ctrl or alt, the letter that it has on a Latin keyboard counts; a letter that
        is typed carries it along.
        """
        if match["kind"] == RELEASED or (not match["code"] and ":" in match[0]):
            return
        code, base = match["code"] or "1", match["base"] or ""
        modifiers, text = int(match["modifiers"] or "1") - 1, match["text"] or ""
        if not all(_is_character(number) for number in (code, base or "1", *text.split(":")) if number):
            return
        if not 0 <= modifiers < 256:
            return
        is_plain = not modifiers & 0b111110  # neither alt nor ctrl, super, hyper, meta
        if not text and modifiers & SHIFT and is_plain and _is_character(match["shifted"] or ""):
            text = match["shifted"]
        if base and not is_plain:
            code = base
        parts = [code, str(modifiers + 1), text] if text else [code, str(modifiers + 1)]
        sequence = f"\x1b[{';'.join(parts) if modifiers or text else code}{match['end']}"
        for message in self._by_textual(sequence):
            if base and is_plain and isinstance(message, events.Key):
                letter = chr(int(base))
                own = key_of(letter.upper() if modifiers & SHIFT else letter)
                yield Key(message.key, message.character, own)
            else:
                yield message

    def _by_textual(self, sequence: str) -> Iterator[Message]:
        """Yield what Textual's parser makes of a sequence; nothing where it raises."""
        try:
            messages: Iterable[Message] = list(self._textual.feed(sequence)) if sequence else ()
        except Exception:
            # What it was is unknown; a parser that has raised reads nothing more.
            self._textual = XTermParser(self._debug)
            return
        for message in messages:
            if not isinstance(message, events.Key):
                yield message
            elif message.character in JOINERS:
                # As a key it would be dropped, because it has no form of its own.
                yield events.Paste(message.character or "")
            else:
                yield _with_base(message)


def _with_base(key: events.Key) -> events.Key:
    """Return a key with its place on a Latin keyboard, if its letter tells it; with ctrl or alt, that key."""
    modifiers, plus, letter = key.key.rpartition("+")
    base = key_of(LATIN[letter]) if letter in LATIN else ""
    if not base:
        return key
    return events.Key(f"{modifiers}+{base}", None) if plus else Key(key.key, key.character, base)


def _is_character(number: str) -> bool:
    """Return whether a number is the code of a character that can be written."""
    if not number.isdecimal() or len(number) > 7:
        return False
    code = int(number)
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
