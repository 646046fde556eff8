"""Letters that are copies of another person's, or repeat the last one to the same person."""

from collections.abc import Iterator
from itertools import islice

from followup_tui.core.letters.earlier import MAX_TEXT_LENGTH
from followup_tui.core.letters.kinds import Check
from followup_tui.core.letters.names import WORD, fold_word, parse_recipients
from followup_tui.core.letters.openings import stock_text
from followup_tui.core.model.logbook import Contact, ContactKind, Draft
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.details import SOURCE
from followup_tui.core.proofreading.finding import Finding, FindingKind
from followup_tui.core.proofreading.words import Run, run_set, shared, word_count

COPY_SHARE = 0.75
"""Share of a letter's three-word runs from which it is a copy of another (ours)."""
PADDED_SHARE = 0.8
"""Share of the other letter's runs from which this one is that letter with more around it (ours)."""
REPEAT_SHARE = 0.6
"""The same for a follow-up and the one before it, where nothing from the notes was added (ours)."""
_MIN_WORDS = 15
"""Words below which a letter is too short to be called a copy."""
_MIN_RUNS = 12
"""Runs, besides those of the opening, that two letters must share."""
_MAX_LETTERS = 60
"""How many letters to other companies are compared, the latest ones (ours): a bound on the time it takes."""


def copy_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where somebody else gets nearly the same text (article).

    Somebody of the panel, or somebody at another company. What our opening says does not count.
    """
    if Check.COPY not in context.kind.checks or word_count(context.body) < _MIN_WORDS:
        return
    for person, text in _letters_to_others(context):
        if span := _copied(context.body, text[:MAX_TEXT_LENGTH], run_set(stock_text(context.interview))):
            message = f"{person} gets nearly the same text: say something here that is for this person alone."
            yield Finding(FindingKind.NEAR_COPY, *span, message)
            return


def _copied(body: str, other: str, common: frozenset[Run]) -> tuple[int, int] | None:
    """Return from where to where `body` is a copy of `other`; None where it is not."""
    share, spans = shared(body, other)
    if share >= COPY_SHARE:
        return spans[0][0], spans[-1][1]
    share, spans = shared(body, other, common)
    padded_share, _ = shared(other, body, common)
    if len(spans) >= _MIN_RUNS and (share >= COPY_SHARE or padded_share >= PADDED_SHARE):
        _, spans = shared(body, other)
        return spans[0][0], spans[-1][1]
    return None


def repeat_findings(context: Context) -> Iterator[Finding]:
    """Yield a finding where a follow-up repeats the last one and adds nothing (ours)."""
    if Check.REPETITION not in context.kind.checks:
        return
    sent = [
        contact
        for contact in context.interview.contacts
        if contact.kind is context.kind.contact and contact.text
    ]
    if not sent:
        return
    last = max(sent, key=lambda contact: contact.at).text[:MAX_TEXT_LENGTH]
    share, spans = shared(context.body, last)
    if share >= REPEAT_SHARE and not _adds_something(context, last):
        message = "This repeats your last follow-up: add something new, a detail or an article."
        yield Finding(FindingKind.REPEATS, spans[0][0], spans[-1][1], message)


def _adds_something(context: Context, last: str) -> bool:
    """Return whether the body has something from the notes, or a source, that the last letter had not."""
    before = {found[0].casefold() for found in WORD.finditer(last)}
    words = (found[0] for found in WORD.finditer(context.body))
    added = " ".join(word for word in words if word.casefold() not in before)
    has_new_source = SOURCE.search(context.body) and not SOURCE.search(last)
    return bool(context.uses_notes(added) or SOURCE.search(added) or has_new_source)


def _letters_to_others(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the letters of this kind to other people, with their recipients: here first, then elsewhere."""
    draft, interview = context.draft, context.interview
    own = {fold_word(name.full) for name in context.recipients}
    letters: list[tuple[Draft | Contact, str]] = [
        *((other, other.body) for other in interview.drafts if other.id != draft.id),
        *((contact, contact.text) for contact in interview.contacts),
    ]
    known = [name.full for name in context.people]
    for letter, text in letters:
        # A second follow-up like the first is a repetition, whoever the first went to.
        is_sent_follow_up = isinstance(letter, Contact) and draft.kind is ContactKind.FOLLOW_UP
        if letter.kind is draft.kind and text and letter.person and not is_sent_follow_up:
            theirs = {fold_word(name.full) for name in parse_recipients(letter.person, known)}
            if not theirs & own:
                yield letter.person, text
    elsewhere = (
        (f"{contact.person} at {other.company}", contact.text)
        for other in reversed(context.logbook.interviews)
        if other.id != interview.id and other.contacts
        for contact in other.contacts
        if contact.kind is draft.kind and contact.text and contact.person
    )
    yield from islice(elsewhere, _MAX_LETTERS)
