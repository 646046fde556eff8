"""What the words of a status are taken to tell."""

import pytest

from followup_tui.core.csv_import.status import (
    denies_interview,
    is_early,
    is_ended,
    names_interview,
)

ENDED = """
Rejected; REJECTED; ❌ Rejected; 05 - Rejected; Rejected after interview; Rejected – after 2nd round
Interviewed, rejected; Denied; Declined; I declined; Offer declined
Unsuccessful; Failed; Interview failed; Failed interview; Ghosted
Ghosted after interview; Withdrawn; I withdrew; Withdrew; Closed; Archived; Position filled; Role was filled
Position has been filled; Filled; Cancelled
Offer accepted; Accepted; Accepted offer; Hired; Position closed; Job expired
Absage; Absage erhalten; Abgelehnt; Zusage; Refus; Refusé; Rechazado; Reprovado
"""
OPEN = """
No offer yet; Not closed; Not rejected; Not yet rejected; No response yet; No answer so far; Still no response
Waiting; Waiting for answer; Awaiting decision; Pending; Offer pending; Interview, offer pending; In progress
Under review; Under consideration; Negotiating; On hold; Active; Open; Ongoing; Not closed yet
Offen; Noch offen; Warte auf Antwort; In Bearbeitung; En attente; En cours; À relancer
Rejected (waiting for feedback); No response; Not selected; Keine Zusage; No
Interview; Interviewing; Interviewed; Interview scheduled; Interview offered; Offered an interview
Accepted for interview; Accepted for 2nd round; Interview accepted; Interview invite accepted; 2nd interview
Phone screen; SCREEN; Final round; Onsite; Passed interview; Rescheduled; No decision; ; ?; N/A; ✅
Vorstellungsgespräch; Eingeladen; Entretien; Entretien passé; Technical
Offer; Offer received; Offered; Job offer; 🟢 Offer!; Interview → Offer; Interviewed - offer
"""
NOT_YET = """
Applied; APPLIED; applied ✅; 1. Applied; Applied online; Applied, no response; Applied - rejected; Saved
Bookmarked; Wishlist; To apply; Applying; Not started; Submitted; Application submitted; Not applied
No interview; No interview yet; Rejected without interview; Rejected - no interview; Not interviewed
Beworben; Bewerbung versendet; Postulé; Candidature envoyée; Sans entretien; Kein Gespräch
"""
MET = """
Interview; Interviewing; Interviewed; Interview scheduled; Interview offered; Offered an interview
Accepted for interview; 2nd interview; Phone screen; SCREEN; Final round; Onsite; Passed interview
Vorstellungsgespräch; Entretien; Technical; Offer; Hired; Rejected after interview
"""


def words(text: str) -> list[str]:
    return [word.strip() for word in text.strip().replace("\n", ";").split(";")]


@pytest.mark.parametrize("status", words(ENDED))
def test_a_status_that_plainly_ends_it_is_an_end(status: str) -> None:
    assert is_ended(status)
    assert not denies_interview(status)
    assert not is_early(status)


@pytest.mark.parametrize("status", words(OPEN))
def test_any_other_status_leaves_it_open(status: str) -> None:
    assert not is_ended(status)
    assert not denies_interview(status)
    assert not is_early(status)


@pytest.mark.parametrize("status", words(NOT_YET))
def test_a_status_may_say_that_there_was_no_interview(status: str) -> None:
    assert denies_interview(status) or is_early(status)
    assert not names_interview(status)


@pytest.mark.parametrize("status", words(MET))
def test_a_status_may_say_that_there_was_an_interview(status: str) -> None:
    assert names_interview(status)


@pytest.mark.parametrize("status", ["", "Rejected", "Ghosted", "Withdrawn", "Absage", "Refus", "In progress"])
def test_any_other_status_says_nothing_of_an_interview(status: str) -> None:
    assert not names_interview(status)
