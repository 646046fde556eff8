"""Lines of the notes that are in the letter as noted: they speak about its reader, not to them."""

import re
from collections.abc import Iterator

from followup_tui.core.letters.names import WORD, fold_word
from followup_tui.core.notes.facts import fact_lines
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.greeting import greeting_end
from followup_tui.core.proofreading.words import Spans, signature_start

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]+)*[.!?]*")
"""A sentence; a dot within a word does not end it."""
_MIN_WORDS = 3
"""Words from which a sentence that equals a noted line is that line (ours)."""
_SLACK = 20
"""Characters by which a sentence may be longer than the line, for its punctuation."""
_VERB = (
    r"(?:is|was|has|had|does|did|said|told|asked|wants|likes|loves|plays|knows|works|keeps|runs|grew|wrote|"
    r"mentioned|showed|explained|thinks|thought|met|leads|comes|lives|studied|started|built|collects|sings|climbs|"
    r"rides|paints|reads|speaks|teaches|enjoys|owns)"
)
"""Verbs that say something of a person: a sentence about them, not to them."""
_BEFORE = r"(?:(?:^|[.!?]\s+|\n\s*)|\b(?:that|how|because|when|where|what|while|since|if) )"
"""What precedes the subject of a sentence or a clause."""


def verbatim_spans(context: Context) -> Spans:
    """Return where a whole sentence of the body is a line of the notes, word by word."""
    lines = fact_lines(context.interview.notes)
    texts = [line.text for line in lines if line.sign is None or not line.sign.is_private]
    noted = {words for words in map(_words, texts) if len(words) >= _MIN_WORDS}
    spans = []
    longest = max(map(len, texts), default=0) + _SLACK
    for found in _SENTENCE.finditer(context.body) if noted else ():
        if found.end() - found.start() <= longest and _words(found[0]) in noted:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            spans.append((start, start + len(found[0].strip())))
    return spans


def verbatim_findings(context: Context) -> Iterator[Finding]:
    """Yield each noted line that is in the body as it is, and the reader in the third person."""
    body, taken = context.body, verbatim_spans(context)
    for start, end in taken:
        message = f"“{body[start:end]}” is still a note to yourself: say it to them in a sentence."
        yield Finding(FindingKind.VERBATIM, start, end, message)
    if len(context.recipients) != 1:
        return
    [reader] = context.recipients
    others = {fold_word(word) for name in context.others for word in name.known}
    names = [name for name in (reader.full, reader.first) if others.isdisjoint(map(fold_word, name.split()))]
    own = {fold_word(word[0]) for word in WORD.finditer(body[signature_start(body) :])}
    begin = greeting_end(body)
    for name in names:
        if fold_word(name.split()[0]) in own:
            continue  # the writer has the same name
        for found in re.finditer(rf"{_BEFORE}(?P<name>{re.escape(name)}) {_VERB}\b", body[begin:]):
            start, end = begin + found.start("name"), begin + found.end("name")
            if not any(first <= start < last for first, last in taken):
                message = f"“{name}” is reading this: write “you”."
                yield Finding(FindingKind.VERBATIM, start, end, message)
                return


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold_word(word[0]) for word in WORD.finditer(text[:500]))
