"""Concerns, which are noted for the user's own eyes, in the text (ours)."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, fold_word
from followup_tui.core.letters.telling_words import is_telling_word
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import fact_lines
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import line_around

PRIVATE_RUN = 4
"""How many consecutive words of a concern are taken for that concern (ours)."""


def private_findings(context: Context) -> Iterator[Finding]:
    """Yield each concern whose words are in the body.

    All of its words in a row count, or `PRIVATE_RUN` of a longer one; a word or two that anybody may use
    only on a line of their own. Speaking of the matter in other words is what the note is for.
    """
    words = list(WORD.finditer(context.body))
    folded = [fold_word(word[0]) for word in words]
    for line in fact_lines(context.interview.notes):
        if line.sign is signs.CONCERN and (span := _find_again(context.body, words, folded, line.text)):
            start, end = span
            if _is_answered(context.body, start, end):
                continue
            message = (
                f"“{context.body[start:end]}” is a concern that you noted for yourself: "
                "answer it, or take it out."
            )
            yield Finding(FindingKind.PRIVATE, start, end, message)


_ADMITTED = re.compile(r"\bI(?:['’]ve| have| had| am|['’]m)\b[^.!?\n]{0,20}$")
"""What precedes a concern that the writer speaks about openly: "I have …"."""
_ANSWER = re.compile(
    r"\b(?:signed up|enrol\w*|learn\w*|learnt|begins?|began|begun|started?|course|training|"
    r"stud(?:y|ied|ying)|practi[sc]\w+|certif\w+|taught|taking|booked|"
    r"catch up|working on|reading up|have since|since then)\b",
    re.IGNORECASE,
)
"""What follows it, if the writer says what they do about it."""


def _is_answered(body: str, start: int, end: int) -> bool:
    """Return whether the writer admits the concern and says what they do about it."""
    before = body[max(0, start - 60) : start]
    return bool(_ADMITTED.search(before) and _ANSWER.search(body, end, min(len(body), end + 160)))


def _find_again(
    body: str, words: list[re.Match[str]], folded: list[str], noted: str
) -> tuple[int, int] | None:
    """Return where the words of a noted line are in the body; None where they don't."""
    noted_words = [found[0] for found in WORD.finditer(noted)]
    noted_folded = [fold_word(word) for word in noted_words]
    size = min(len(noted_words), PRIVATE_RUN)
    for begin in range(len(noted_words) - size + 1) if noted_words else ():
        for at in range(len(folded) - size + 1):
            if folded[at : at + size] != noted_folded[begin : begin + size]:
                continue
            run = size
            while folded[at + run : at + run + 1] == noted_folded[begin + run : begin + run + 1] != []:
                run += 1
            start, end = words[at].start(), words[at + run - 1].end()
            has_telling_word = size > 1 and any(map(is_telling_word, noted_words[begin : begin + run]))
            if has_telling_word or line_around(body, start).strip(" .!") == body[start:end]:
                return start, end
    return None
