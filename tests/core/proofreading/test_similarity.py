"""Copies: of what a colleague or somebody at another company gets, padded or with sentences changed."""

import pytest

from followup_tui.core.letters.compose import compose
from followup_tui.core.letters.kinds import THANK_YOU
from followup_tui.core.model.logbook import Draft, Logbook
from followup_tui.core.proofreading.finding import FindingKind
from followup_tui.core.proofreading.proofread import proofread
from tests.core.builders import contact, interview, planned

NOTES = "@ Rebecca Stone\n@ Jose Garcia\nthey plan on a whiteboard\n"
TEXT = (
    "Thank you for taking the time to talk with me today about the role. I was struck by how openly you "
    "spoke of the cranes, and by how calmly you plan for the tide.\n\nI would be very glad to work with "
    "you. If there is anything else that I can send you, please tell me."
)
MORE = (
    " The sea smelled of tar. My schedules are in good order, and so are my references. I have never been so "
    "glad of a walk."
)
CHANGED = TEXT.replace("I would be very glad to work with you.", "Your whiteboard is a marvel.")


def letter(person: str, text: str, id: str = "d") -> Draft:
    body = f"Dear {person.split()[0]},\n\n{text}\n\nBest,\nNora\n"
    return Draft.model_validate({"id": id, "kind": "thank-you", "person": person, "body": body})


def is_copy(draft: Draft, other: Draft) -> bool:
    at_harbour = interview(notes=NOTES, draft=(draft, other))
    found = proofread(draft, at_harbour, Logbook(interview=(at_harbour,)), at_harbour.held_on)
    return FindingKind.NEAR_COPY in [finding.kind for finding in found]


@pytest.mark.parametrize("text", [TEXT, TEXT + MORE, CHANGED], ids=["same", "padded", "changed"])
def test_a_copy_is_found(text: str) -> None:
    assert is_copy(letter("Rebecca Stone", text), letter("Jose Garcia", TEXT, "other"))


def test_letters_that_share_our_opening_are_no_copies() -> None:
    at_harbour = interview(notes=NOTES)
    plan = planned(at_harbour, "2026-11-19T18:00")
    bodies = {
        person: compose(THANK_YOU, person, at_harbour, plan, Logbook()).body
        for person in ("Rebecca Stone", "Jose Garcia")
    }
    own = "What you said of the whiteboard, and of how the night shift reads it, has not left me since."
    mine = letter("Rebecca Stone", "").but(body=bodies["Rebecca Stone"].replace("\n\n\n\n", f"\n\n{own}\n\n"))
    assert not is_copy(mine, letter("Jose Garcia", "", "other").but(body=bodies["Jose Garcia"]))


def test_a_copy_of_a_letter_to_another_company_is_found() -> None:
    sent = contact("thank-you", "2026-11-18T18:00:00+01:00", "Ann Boyd", text=f"Dear Ann,\n\n{TEXT}\n\nNora")
    elsewhere = interview(id="other", company="Borealis", contacts=[sent])
    draft = letter("Rebecca Stone", TEXT)
    at_harbour = interview(notes=NOTES)
    found = proofread(draft, at_harbour, Logbook(interview=(at_harbour, elsewhere)), at_harbour.held_on)
    [copy] = [finding for finding in found if finding.kind is FindingKind.NEAR_COPY]
    assert "Ann Boyd at Borealis" in copy.message
