"""Contacts on record are corrected in their place."""

from followup_tui.core.changes.contacts import EditContact
from followup_tui.core.model.logbook import Logbook
from tests.core.builders import contact, interview


def test_an_edited_contact_keeps_its_place() -> None:
    first, second = contact("thank-you", "2026-11-19", "Dana"), contact("other", "2026-11-20")
    before = Logbook(interview=(interview(contact=(first, second)),))
    corrected = first.but(person="Dana Reyes", channel="card")
    after = EditContact("k7f3q2", corrected).apply(before)
    assert after.interviews[0].contacts == (corrected, second)
    assert EditContact("k7f3q2", corrected.but(id="gone")).apply(before) is before
