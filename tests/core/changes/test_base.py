"""Each change: its fields change, its title says so, and nothing else is touched."""

import pytest

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.inbox import FileInbox
from followup_tui.core.changes.interviews import (
    DeleteInterview,
    EditInterview,
    SetPromise,
    SkipPerson,
    TickStep,
)
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.changes.settings import SetAppearance
from followup_tui.core.model.logbook import Logbook, Setting, StepId
from tests.core.builders import at, day
from tests.core.changes.examples import ACME, EDITED, LOGBOOK, NEW, NOTES, OTHER, PROMISE, contact

NOW = at("2026-11-25T10:00")
TABLE: list[tuple[Change, str, dict[str, object]]] = [
    (
        EditInterview(EDITED),
        "editing ACME",
        {"company": "ACME", "role": "Engineer", "round": 3, "setting": Setting.VIDEO, "outcome": "offer"},
    ),
    (
        TickStep("acme", StepId.WAIT, day("2026-12-04")),
        "ticking “Wait it out”",
        {"ticks": ACME.ticks.but(wait=day("2026-12-04"))},
    ),
    (
        TickStep("acme", StepId.FOLLOW_UP, "skipped"),
        "skipping “Follow up”",
        {"ticks": ACME.ticks.but(follow_up="skipped")},
    ),
    (
        TickStep("acme", StepId.ASK, None),
        "unticking “Ask the right questions”",
        {"ticks": ACME.ticks.but(ask=None)},
    ),
    (
        SkipPerson("acme", StepId.THANK, "Dana Reyes", True),
        "skipping Dana Reyes",
        {"skips": ACME.skips.but(thank=("Luis Ortega", "Dana Reyes"))},
    ),
    (
        SkipPerson("acme", StepId.CONNECT, "Luis Ortega", False),
        "no longer skipping Luis Ortega",
        {"skips": ACME.skips.but(connect=("Dana Reyes",))},
    ),
    (WriteNotes("acme", NOTES + "more\r\n\x1b"), "typing in the notes", {"notes": NOTES + "more\n"}),
    (AddNotes("acme", "! tests\r\n~ hockey"), "filing a note", {"notes": NOTES + "! tests\n~ hockey\n"}),
    (
        RecordContact("acme", NEW),
        "recording the follow-up to Dana Reyes",
        {"contacts": (*ACME.contacts, NEW)},
    ),
    (
        RecordContact("acme", contact("c8", kind="reply"), PROMISE),
        "recording their answer",
        {
            "contacts": (*ACME.contacts, contact("c8", kind="reply")),
            "promises": (*ACME.promises, PROMISE),
        },
    ),
    (
        RecordContact("acme", contact("c8", kind="material", text="two references")),
        "sent two references",
        {"contacts": (*ACME.contacts, contact("c8", kind="material", text="two references"))},
    ),
    (
        RecordContact("acme", contact("c8", kind="other", person="Dana Reyes", letter="ask for time")),
        "recording your request for more time to Dana Reyes",
        {
            "contacts": (
                *ACME.contacts,
                contact("c8", kind="other", person="Dana Reyes", letter="ask for time"),
            )
        },
    ),
    (
        DeleteContact("acme", "c2", NOW),
        "deleting a contact",
        {"contacts": (ACME.contacts[0], ACME.contacts[2])},
    ),
    (SetPromise("acme", PROMISE), "setting the promised day", {"promises": (*ACME.promises, PROMISE)}),
]
NO_EFFECT: list[Change] = [
    EditInterview(ACME),
    EditInterview(ACME.but(notes="not a particular", ticks={}, contacts=())),
    TickStep("acme", StepId.ASK, day("2026-11-23")),
    TickStep("acme", StepId.THANK, None),
    SkipPerson("acme", StepId.THANK, "Luis Ortega", True),
    SkipPerson("acme", StepId.THANK, "Dana Reyes", False),
    WriteNotes("acme", NOTES.replace("\n", "\r\n")),
    AddNotes("acme", "\r\n\n\x1b"),
    DeleteContact("acme", "c9", NOW),
    DeleteInterview("gone", "Acme", NOW),
    FileInbox(),
    SetAppearance(LOGBOOK.appearance),
]


@pytest.mark.parametrize(("change", "title", "fields"), TABLE, ids=lambda change: type(change).__name__)
def test_a_change_changes_its_own_fields_and_nothing_else(
    change: Change, title: str, fields: dict[str, object]
) -> None:
    after = change.apply(LOGBOOK)
    assert change.title == title
    assert after.interviews[0] == ACME.but(**fields)
    assert after.interviews[0] != ACME
    assert after.interviews[1] is OTHER
    assert after.model_extra == {"owner": "Sam"}
    assert after.interviews[0].model_extra == {"colour": "blue"}
    assert after.interviews[0].ticks.model_extra == {"mood": "good"}
    assert LOGBOOK.interviews == (ACME, OTHER)


@pytest.mark.parametrize("change", [row[0] for row in TABLE], ids=lambda change: type(change).__name__)
def test_a_change_to_a_deleted_interview_changes_nothing(change: Change) -> None:
    without = Logbook.model_validate({"interview": (OTHER,)})
    assert change.apply(LOGBOOK) is not LOGBOOK
    assert change.apply(without) is without


@pytest.mark.parametrize("change", NO_EFFECT, ids=lambda change: type(change).__name__)
def test_a_change_without_effect_returns_the_same_logbook(change: Change) -> None:
    assert change.apply(LOGBOOK) is LOGBOOK
