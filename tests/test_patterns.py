"""No text of the user makes a regular expression slow: each is tried on texts that provoke backtracking."""

import importlib
import pkgutil
import re
import signal
import tracemalloc
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest

import followup_tui
from followup_tui.core.dates.lazy_regex import LazyRegex
from followup_tui.storage.toml.errors import STRING_OR_COMMENT

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


def _possessive_groups(parsed: Iterable[Any]) -> Iterator[bool]:
    """Yield for each possessive repeat of more than a character whether it is of an atomic group."""
    for code, value in parsed:
        if str(code) == "POSSESSIVE_REPEAT":
            body = [str(inner) for inner, _ in value[2]]
            if body not in (["IN"], ["LITERAL"], ["NOT_LITERAL"], ["ANY"]):
                yield body == ["ATOMIC_GROUP"]
        yield from _possessive_groups(_parsed_within(value))


def _parsed_within(value: object) -> Iterator[Any]:
    if isinstance(value, tuple | list):
        for part in value:
            yield from _parsed_within(part)
    elif isinstance(value, _parser.SubPattern):
        yield from value


@pytest.mark.parametrize("name", PATTERNS)
def test_of_groups_only_atomic_ones_are_possessive(name: str) -> None:
    """Any other with alternatives matches too much in Python before 3.11.5."""
    pattern = PATTERNS[name]
    assert all(_possessive_groups(_parser.parse(pattern.pattern, pattern.flags)))


def test_another_possessive_group_would_be_found() -> None:
    assert not all(_possessive_groups(_parser.parse("x(?:(?=(?:ab|c)++)y|z)")))
    assert list(_possessive_groups(_parser.parse("[ab]*+(?>a|bc)++"))) == [True]


@pytest.mark.parametrize("text", ['"""{}"""', "'''{}'''", '"{}"', '"""{}'])
@pytest.mark.parametrize("piece", ["\\n", 'a"', "a'", "é "])
def test_a_long_string_of_the_file_takes_no_memory_for_each_character(text: str, piece: str) -> None:
    whole = text.format(piece * 50_000)
    tracemalloc.start()
    try:
        STRING_OR_COMMENT.match(whole)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 50_000
