"""What the program can show is plain English: no word or turn that a reader would stumble over.

Walks every text in the package that is not a docstring, and the README. The words are those that readers
stumbled over, with what a native speaker says instead.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT
from tests.readme import README
from tests.trees import nodes

REFUSED = {
    r"\bmend(s|ed|ing)?\b": "fix",
    r"\bheld\b": "on (a day)",
    r"\bit is told\b": "it is reported",
    r"\bwhom\b": "who",
    r"\bnumber \d of\b": "2 of 2",
    r"\ba guess\b": "our estimate",
    r"\ball the same\b": "anyway",
    r"\bstands\b": "is",
    r"\bnobody\b": "no one",
    r"\banew\b": "again",
    r"\bof (yours|theirs)\b": "your, their",
    r"\bset aside\b": "not used",
    r"\bput on the record\b": "recorded",
    r"\bis no (text|number|time|regular|command|key|answer|heading)\b": "is not a",
    r"\bthere is no such\b": "no such",
    r"\bit is left as it is\b": "the app leaves it alone",
    r"\bsigns? left\b": "kinds noted",
    r"\bnearly:": "did you mean",
    r"\bcalled so\b": "also found",
    r"\bgoing nowhere\b": "stay here",
    r"\bis wanted\b": "is needed",
    r"\bI (can|will|won't|know)\b": "the app, or no subject: it speaks with one voice",
    r"\bno working day\b": "not a working day",
    r"\b(speak|speaks|wrote) of\b": "mention",
    r"\bwork in\b": "mention, use",
    r"\bdraw (it|them) together\b": "combine",
    r", changing nothing\b": "without changes",
    r"\bkept in the file\b": "saved in the file",
    r"\bthere already\b": "already there",
    r"\bthe coming one\b": "the next one",
    r"(\bfollowup-tui [a-z]+|--[a-z-]+) “": "straight quotes, as a shell reads them",
}
"""What is refused, and what to say instead."""
READ_ONLY = ("core/dates/", "core/proofreading/", "core/csv_import/parsing", "core/letters/telling_words")
"""Where texts are patterns and words that are read, not shown, unless they are sentences."""


def shown_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are not docstrings, with their lines."""
    docstrings = {
        id(node.value)
        for node in nodes(path)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def is_shown(path: Path, text: str) -> bool:
    """Return whether a text may be shown: one with a blank, and no pattern or list of words that are read."""
    if " " not in text.strip() or "\\" in text or "(?" in text:
        return False
    name = path.relative_to(ROOT / "followup_tui").as_posix()
    return not name.startswith(READ_ONLY) or text.rstrip().endswith((".", "?", "!", ":"))


def faults(text: str) -> list[str]:
    """Return what is refused in a text, each with what to say instead."""
    return [
        f"“{found[0]}”: say “{better}”"
        for pattern, better in REFUSED.items()
        if (found := re.search(pattern, text, re.IGNORECASE)) is not None
    ]


@pytest.mark.parametrize(
    "folder", sorted(path.name for path in (ROOT / "followup_tui").iterdir() if path.is_dir())
)
def test_every_text_of_the_package_is_plain(folder: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {fault} in {text!r}"
        for path in sorted((ROOT / "followup_tui" / folder).rglob("*.py"))
        for line, text in shown_texts(path)
        if is_shown(path, text)
        for fault in faults(text)
    ]
    assert wrong == [], "\n".join(wrong)


def test_every_sentence_of_the_readme_is_plain() -> None:
    wrong = [
        f"README.md:{number}: {fault}"
        for number, line in enumerate(README.read_text(encoding="utf-8").splitlines(), start=1)
        for fault in faults(line)
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    "text", ["It is mended", "number 2 of 2", "until Mon 30 Nov, a guess", "the people whom you met"]
)
def test_what_readers_stumbled_over_is_refused(text: str) -> None:
    assert faults(text)


def test_the_walk_finds_texts_and_leaves_docstrings_out() -> None:
    texts = [text for _, text in shown_texts(ROOT / "followup_tui" / "core" / "method.py")]
    assert "before you leave" in texts
    assert not any("Where the rules of each step are from" in text for text in texts)
