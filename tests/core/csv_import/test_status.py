"""What the words of a status are taken to tell."""

import pytest

from followup_tui.core.csv_import.status import Fate, denies_interview, fate_of, is_early, names_interview

ENDED = """
Rejected; REJECTED; ❌ Rejected; 05 - Rejected; Rejected after interview; Rejected – after 2nd round
Interviewed, rejected; Rejected (waiting for feedback); Denied; Declined; I declined; Offer declined
Unsuccessful; Not successful; Failed; Interview failed; Failed interview; no; No; Nope; Interview: no; Ghosted
Ghosted after interview; Withdrawn; I withdrew; Withdrew; Closed; Archived; Position filled; Role was filled
Position has been filled; Filled; Cancelled; Turned down; No response; No reply; No answer; No offer
No response after interview; Not selected; Not Selected; Not a fit; Not moving forward; Not hired
Not accepted; No longer under consideration; No longer interested; Not interested; Never heard back
Went with another candidate
Offer; Offer received; Offered; Job offer; 🟢 Offer!; Offer accepted; Accepted; Accepted offer; Hired
Interview → Offer; Interviewed - offer; Position closed; Job expired; Dead
Absage; Absage erhalten; Abgelehnt; Zurückgezogen; Zusage; Keine Zusage; Keine Rückmeldung; Nein
Stelle besetzt
Angebot; Refus; Refusé; Refusée; Sans réponse; Sans suite; Non retenu; Offre reçue; Accepté; Embauché; Non
"""
ALIVE = """
No offer yet; Not closed; Not rejected; Not yet rejected; No response yet; No answer so far; Still no response
Waiting; Waiting for answer; Awaiting decision; Pending; Offer pending; Interview, offer pending; In progress
Under review; Under consideration; Negotiating; On hold; Active; Open; Ongoing; Not closed yet
Offen; Noch offen; Warte auf Antwort; In Bearbeitung; En attente; En cours; À relancer
"""
OPEN = """
Interview; Interviewing; Interviewed; Interview scheduled; Interview offered; Offered an interview
Accepted for interview; Accepted for 2nd round; Interview accepted; Interview invite accepted; 2nd interview
Phone screen; SCREEN; Final round; Onsite; Passed interview; Rescheduled; No decision; ; ?; N/A; ✅
Vorstellungsgespräch; Einladung zum Gespräch; Eingeladen; Entretien; Entretien passé; Technical
"""
NOT_YET = """
Applied; APPLIED; applied ✅; 1. Applied; Applied online; Applied, no response; Applied - rejected; Saved
Bookmarked; Wishlist; To apply; Applying; Not started; Interested; Submitted; Application submitted
Not applied
No interview; No interview yet; Rejected without interview; Rejected - no interview; Not interviewed
Beworben; Bewerbung versendet; Postulé; À postuler; Candidature envoyée; Sans entretien; Kein Gespräch
"""


def tells_of_none(status: str) -> bool:
    return denies_interview(status) or is_early(status)


def words(text: str) -> list[str]:
    return [word.strip() for word in text.strip().replace("\n", ";").split(";")]


CASES = [
    (status, fate)
    for fate, text in ((Fate.ENDED, ENDED), (Fate.ALIVE, ALIVE), (Fate.OPEN, OPEN))
    for status in words(text)
]


@pytest.mark.parametrize(("status", "fate"), CASES, ids=str)
def test_what_a_status_tells_of_the_end(status: str, fate: Fate) -> None:
    assert fate_of(status) is fate
    assert not tells_of_none(status)


@pytest.mark.parametrize("status", words(NOT_YET))
def test_these_tell_that_there_was_none(status: str) -> None:
    assert tells_of_none(status)
    ended = "reject" in status.casefold() or "no response" in status
    assert (fate_of(status) is Fate.ENDED) == ended


@pytest.mark.parametrize(
    "status", words(OPEN.replace("Rescheduled; No decision; ; ?; N/A; ✅", "Offer; Hired"))
)
def test_these_tell_of_an_interview(status: str) -> None:
    assert names_interview(status)


@pytest.mark.parametrize(
    "status", [*words(NOT_YET), "", "Rejected", "Ghosted", "Withdrawn", "Absage", "Refus"]
)
def test_these_do_not(status: str) -> None:
    assert not names_interview(status)
