"""The table of kinds: each is complete, and a draft finds its own."""

import pytest

from followup_tui.core.letters import openings
from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.drafts import find_draft, sent_contacts
from followup_tui.core.letters.kinds import (
    FOLLOW_UP,
    LETTER_KINDS,
    OTHER,
    THANK_YOU,
    Check,
    LetterKind,
    letter_kind_of,
    offered_kinds,
)
from followup_tui.core.model.logbook import ContactKind, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from followup_tui.core.rules.contacts import kind_name
from followup_tui.core.rules.outcomes import is_closing
from tests.core.builders import interview, planned
from tests.core.letters.builders import KNOWN, NOTES, NOW, TODAY, book, draft, ids, only


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=lambda kind: kind.id)
def test_each_kind_has_a_title_and_an_opening(kind: LetterKind) -> None:
    at_acme = interview(notes=NOTES)
    assert kind.title
    assert compose(kind, "Dana Reyes", at_acme, planned(at_acme, "2026-12-07"), Logbook()).body


def test_the_kinds_of_contacts_are_the_ids_of_the_first_kinds() -> None:
    assert [kind.id for kind in LETTER_KINDS.values() if kind.id == kind.contact] == [
        "thank-you",
        "follow-up",
        "material",
        "connect",
        "other",
    ]


def test_a_draft_names_its_kind_or_has_that_of_its_contact() -> None:
    assert letter_kind_of(draft()) is THANK_YOU
    assert letter_kind_of(draft(kind="follow-up", letter="unknown")) is FOLLOW_UP
    assert letter_kind_of(draft(kind="reply")) is OTHER


def test_a_new_kind_is_a_single_row(monkeypatch: pytest.MonkeyPatch) -> None:
    postcard = LetterKind(
        "postcard",
        "Postcard",
        ContactKind.OTHER,
        openings.blank,
        action="Write: a postcard",
        checks=frozenset({Check.PERSONAL}),
    )
    monkeypatch.setitem(LETTER_KINDS, postcard.id, postcard)
    assert postcard in offered_kinds()
    card = draft("Dear Dana,\n\nGreetings.\n\nSam\n", kind="other", letter="postcard", channel="card")
    logbook = book(draft(kind="other"), card)
    assert find_draft(only(logbook), postcard, "Dana Reyes", KNOWN) == card
    assert find_draft(only(logbook), OTHER, "Dana Reyes", KNOWN) == draft(kind="other")
    found = proofread(card, only(logbook), logbook, TODAY)
    assert FindingKind.NOTHING_PERSONAL in [finding.kind for finding in found]
    [contact] = sent_contacts(card, ("Dana Reyes",), NOW, map(str, ids()))
    assert (contact.kind, contact.letter) == ("other", "postcard")


def test_a_letter_that_closes_a_position_says_so() -> None:
    closing = {kind.id: kind.outcome for kind in LETTER_KINDS.values() if kind.outcome}
    assert closing == {"accept": "accepted", "decline": "declined", "withdraw": "withdrawn"}
    assert all(kind.result and is_closing(kind.outcome) for kind in LETTER_KINDS.values() if kind.outcome)
    assert kind_name("accept", "Maria Gomez") == "your acceptance to Maria Gomez"
    assert kind_name(THANK_YOU.id, "Maria Gomez") == "the thank-you note to Maria Gomez"
    assert kind_name("decline", "Maria Gomez") == "your answer to Maria Gomez declining the offer"
    assert kind_name("decline", "") == "your answer declining the offer"
    assert kind_name("withdraw", "") == "your withdrawal"
