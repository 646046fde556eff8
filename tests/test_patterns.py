"""No text of the user makes a regular expression slow: each is tried on texts that provoke backtracking."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

import followup_tui
from followup_tui.core.dates.lazy_regex import LazyRegex

SECONDS = 2.0
"""How long a pattern may take for all the texts below; the slowest takes a tenth of it."""

PIECES = (
    *" \n\t\ra1é李🙂\u200b-._'\"“([<@#\\",
    *("e\u0301", "a ", "a-", "a.", "A.B.", "1 ", "1.", "1:", "2026-11-", "12:30 ", "a, ", "and ", "Dr. "),
    *("a@", "http://", "<a ", "[a", "{{", "'''", '"""', '\\"', "= [", "a = "),
    *("the 99th of May ", "two days ago ", "thank you ", "regards, ", "meet you and ", "said "),
    *("about the role ", "is attached ", "connect on ", "# ", "% ", "the ", "# or % "),
)
"""Pieces of notes and their clauses, of the file and of hostile letters."""

TEXTS = tuple(
    before + piece * (400 // len(piece)) + after
    for piece in PIECES
    for before, after in (("", ""), ("", "\x00"), ("a", "<\x00"), ("\x00", ">"))
)


def _within(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LazyRegex):
        yield value.compiled
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _within(item)


def _patterns() -> dict[str, re.Pattern[Any]]:
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(followup_tui.__path__, "followup_tui."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_within(value)):
                if pattern not in found.values():
                    found[f"{module.name.removeprefix('followup_tui.')}.{name}-{number}"] = pattern
    return found


PATTERNS = _patterns()


class TooSlow(Exception):
    """A pattern went on for longer than it may."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_ends(name: str) -> None:
    pattern = PATTERNS[name]
    for text in TEXTS:
        subject = text if isinstance(pattern.pattern, str) else text.encode()
        pattern.match(subject)
        pattern.fullmatch(subject)
        pattern.search(subject)


def test_an_endless_pattern_would_be_found() -> None:
    endless = re.compile(r"(?:\w+\w*[. ]*)+")
    with pytest.raises(TooSlow):
        [endless.fullmatch(text) for text in TEXTS]
    assert len(PATTERNS) > 200


@pytest.mark.parametrize("name", PATTERNS)
def test_no_group_is_possessive(name: str) -> None:
    """With alternatives it matches too much in Python before 3.11.5; an atomic group does not."""
    text = PATTERNS[name].pattern
    assert not re.search(r"(?<!\\)\)[*+?]\+", text if isinstance(text, str) else text.decode())
