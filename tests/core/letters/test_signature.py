"""The end of a letter: closing words, and the name that stands below them."""

import pytest

from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.kinds import FOLLOW_UP, MATERIAL, THANK_YOU, LetterKind
from followup_tui.core.letters.signature import end_of_body, signature, unsigned, writing_offset
from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import contact, interview, planned

LATER = "2026-12-07"
LETTER = "Dear Dana,\n\nThank you for the tour.\n\nKind regards,\nSam Keller\n"


@pytest.mark.parametrize(
    ("body", "closing"),
    [
        ("Dear Dana,\n\nThank you.\n\nKind regards,\n", "Kind regards"),
        ("Hi Dana,\nit was good.\nBest,", "Best"),
        ("Hi Dana,\nit was good.\n\nSincerely yours\n\n", "Sincerely yours"),
        ("Hi Dana,\nit was good.\nWith warm regards from Berlin,", "With warm regards from Berlin"),
        ("Hi Dana,\nit was good.\nBest wishes,\n\nSent from my iPhone\n", "Best wishes"),
        ("Hi Dana,\nit was good.\nBest wishes,\nSam\n\nGet Outlook for iOS\n", ""),
        (LETTER, ""),
        ("Hi Dana,\nit was good to meet you.\nThank you", ""),
        ("Hi Dana,\nit was good to meet you. Thanks!", ""),
        ("Hi Dana,\nwe talked about\nbest practices,", ""),
        ("Kind regards,", ""),
        ("", ""),
    ],
)
def test_a_sign_off_with_no_name_below_it_is_found(body: str, closing: str) -> None:
    assert unsigned(body) == closing


def test_the_name_is_learned_from_the_letter_written_last() -> None:
    older = interview(
        contacts=[contact("thank-you", "2026-11-20T09:00:00+01:00", text=LETTER.replace("Keller", "K."))]
    )
    newer = interview(id="b", contacts=[contact("thank-you", "2026-11-23T09:00:00+01:00", text=LETTER)])
    assert signature(Logbook(interview=(newer, older))) == "Sam Keller"
    assert signature(Logbook(interview=(older,))) == "Sam K."
    assert signature(Logbook()) == ""
    draft = Draft.model_validate({"id": "d", "kind": "thank-you", "person": "Dana", "body": LETTER})
    assert signature(Logbook(interview=(interview(draft=(draft,)),))) == "Sam Keller"


@pytest.mark.parametrize(
    "below",
    [
        "https://sam.example",
        "+49 30 123",
        "[Your name]",
        "I wrote this in a hurry, sorry",
        "x" * 60,
        "Sent from my phone",
    ],
)
def test_what_is_no_name_is_not_learned(below: str) -> None:
    sent = contact("thank-you", "2026-11-23T09:00:00+01:00", text=LETTER.replace("Sam Keller", below))
    assert signature(Logbook(interview=(interview(contacts=[sent]),))) == ""


@pytest.mark.parametrize("kind", [THANK_YOU, FOLLOW_UP, MATERIAL])
def test_the_next_letter_is_signed(kind: LetterKind) -> None:
    sent = contact("thank-you", "2026-11-23T09:00:00+01:00", text=LETTER)
    at_acme = interview(notes="@ Dana Reyes\n", contacts=[sent])
    body = compose(kind, "Dana Reyes", at_acme, planned(at_acme, LATER), Logbook(interview=(at_acme,)))[1]
    assert body.endswith("Kind regards,\nSam Keller\n")
    bare = interview(notes="@ Dana Reyes\n")
    assert compose(kind, "Dana Reyes", bare, planned(bare, LATER), Logbook(interview=(bare,)))[1].endswith(
        "regards,\n"
    )


@pytest.mark.parametrize(
    "end",
    [
        "Kind regards",
        "Kind regards, ",
        "Kind regards,\n",
        "Kind regards,  \n\n",
        "Kind regards,\n\nSent from my phone",
    ],
)
def test_the_fix_puts_the_name_below(end: str) -> None:
    sent = contact("follow-up", "2026-11-23T09:00:00+01:00", text=LETTER)
    at_acme = interview(notes="@ Dana Reyes\n", contacts=[sent])
    book = Logbook(interview=(at_acme,))
    body = LETTER.partition("FindingKind")[0] + end
    draft = Draft.model_validate({"id": "d", "kind": "other", "person": "Dana Reyes", "body": body})
    [found] = [
        finding
        for finding in proofread(draft, at_acme, book, at_acme.held_on)
        if finding.kind is FindingKind.UNSIGNED
    ]
    mended = body[: found.start] + (found.fix or "") + body[found.end :]
    assert unsigned(mended) == ""
    assert mended.partition("\nSent from")[0].rstrip().splitlines()[-1] == "Sam Keller"


def test_the_signature_in_the_file_goes_before_the_learned_name() -> None:
    sent = contact("thank-you", "2026-11-23T09:00:00+01:00", text=LETTER)
    book = Logbook(interview=(interview(contacts=[sent]),), signature="Samantha Keller\nPlanner\n")
    assert signature(book) == "Samantha Keller\nPlanner"


def test_the_words_of_a_letter_end_before_its_sign_off() -> None:
    body = "Dear Dana,\n\nThank you for the talk."
    assert end_of_body(f"{body}\n\nKind regards,\nSam") == len(body)
    assert end_of_body(body) == len(body)
    assert end_of_body("") == 0


def test_writing_goes_on_in_the_gap_of_an_opening_else_before_the_sign_off() -> None:
    assert writing_offset("Dear Dana,\n\na\n\n\n\nb\n\nKind regards,\n") == len("Dear Dana,\n\na\n\n")
    assert writing_offset("Dear Dana,\n\na\n\nKind regards,\n") == len("Dear Dana,\n\na")
    assert writing_offset("") == 0
