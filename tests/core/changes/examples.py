"""The logbook that the tests of changes begin with."""

from datetime import date
from typing import Any

from followup_tui.core.model.logbook import Contact, Interview, Logbook, Promise
from tests.core.builders import at, day

NOTES = "@ Dana Reyes, manager\n@ Luis Ortega\n+ references by 2026-11-27\n+ portfolio\n"


def contact(id: str, person: str = "", kind: str = "thank-you", text: str = "", letter: str = "") -> Contact:
    at_ = at("2026-11-23T15:40")
    raw = {"id": id, "at": at_, "kind": kind, "person": person, "text": text, "letter": letter}
    return Contact.model_validate(raw)


def interview(id: str, **more: Any) -> Interview:
    raw = {"id": id, "company": "Acme", "held_at": at("2026-11-23T14:00"), "colour": "blue"}
    return Interview.model_validate(raw | more)


ACME = interview(
    "acme",
    notes=NOTES,
    ticks={"ask": day("2026-11-23"), "connect": "skipped", "mood": "good"},
    skips={"thank": ("Luis Ortega",), "connect": ("luis  ortega", "Dana Reyes")},
    promise=({"said_on": day("2026-11-24"), "decide_by": day("2026-12-04")},),
    contact=(
        contact("c1", "dana reyes"),
        contact("c2", "Luis Ortega", "reply", "portfolio"),
        contact("c3", "Dana Reyes", "material", "Portfolio"),
    ),
    draft=({"id": "d1", "kind": "follow-up", "person": "Dana Reyes", "body": "Dear Dana"},),
)
OTHER = interview("other", company="Borealis")
LOGBOOK = Logbook.model_validate({"interview": (ACME, OTHER), "owner": "Sam"})
PROMISE = Promise(said_on=date(2026, 11, 25), decide_by=date(2026, 12, 7), words="Monday week")
NEW = contact("c9", "Dana Reyes", "follow-up")
EDITED = interview("acme", company="ACME", role="Engineer", round=3, setting="video", outcome="offer")
