"""What a terminal may send: random bytes, pieces of sequences, and text in five scripts."""

import random
import time
from codecs import getincrementaldecoder
from dataclasses import dataclass

from textual import events

from followup_tui.tui.terminal.input_parser import InputParser
from tests.faults.table import Tally, Wrong

BEGINNINGS = (b"", b"[", b"]", b"]11;", b"P", b"P1$", b"O", b"[<", b"[?", b"[200~")
HEADS = (b"", *(b"\x1b" + beginning for beginning in BEGINNINGS))
TAILS = (b"", b"u", b"R", b"~", b"t", b"M", b"$y", b"\x07", b"\x1b\\", b"\x1b[201~")
NUMBERS = b"0123456789;:?<>"
CLOSED = "\x1b[201~\x1b\\\x07"
"""What ends any paste and any reply."""
SCRIPTS = (
    "The quick brown fox",
    "Съешь же ещё этих мягких булок",
    "می\u200cخواهم بنویسم",
    "我能吞下玻璃而不伤身体",
    "क्\u200dष हिन्दी 👩\u200d💻",
)


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def random_bytes(count: int) -> Tally:
    """Feed that many random byte strings to the parser, and see that it reads a key after each."""
    tally = Tally("random bytes as input")
    started = time.perf_counter()
    source = random.Random(18)
    clock = Clock()
    parser, decode = InputParser(time=clock), getincrementaldecoder("utf-8")(errors="replace").decode
    for _ in range(count):
        middle = bytes(source.choices(NUMBERS, k=source.randrange(12))) if source.random() < 0.5 else b""
        data = source.choice(HEADS) + middle + source.randbytes(source.randrange(10)) + source.choice(TAILS)
        try:
            for piece in (data[: len(data) // 2], data[len(data) // 2 :]):
                list(parser.feed(decode(piece)))
                clock.now += source.random() * 2
                list(parser.tick())
            clock.now += 10
            list(parser.tick())
            last = list(parser.feed(f"{decode(b'', True)}{CLOSED}z"))[-1:]
            read = bool(last) and isinstance(last[0], events.Key) and last[0].key == "z"
            tally.add([] if read else [Wrong("other", f"deaf after {data!r}")])
        except Exception as error:
            tally.add([Wrong("other", f"{type(error).__name__} at {data!r}")])
            parser = InputParser(time=clock)
    tally.seconds = time.perf_counter() - started
    return tally


def typed_scripts(count: int) -> Tally:
    """Type texts in five scripts, cut into pieces at random, and see that every character arrives."""
    tally = Tally("typed text in five scripts")
    started = time.perf_counter()
    source = random.Random(18)
    for _ in range(count):
        text = source.choice(SCRIPTS)
        data, parser = text.encode(), InputParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        cuts = sorted(source.choices(range(len(data) + 1), k=source.randrange(6)))
        arrived = ""
        for begin, end in zip([0, *cuts], [*cuts, len(data)], strict=True):
            for message in parser.feed(decode(data[begin:end])):
                if isinstance(message, events.Paste):
                    arrived += message.text
                elif isinstance(message, events.Key):
                    arrived += message.character or ""
        tally.add([] if arrived == text else [Wrong("lost", f"{text} arrived as {arrived}")])
    tally.seconds = time.perf_counter() - started
    return tally
