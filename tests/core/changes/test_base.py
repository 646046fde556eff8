"""Each change: what it does, what it is called, and that it leaves alone what it is not about."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from followup_tui.core.changes.base import (
    AddInterview,
    AddNotes,
    Change,
    DeleteContact,
    DeleteInterview,
    EditInterview,
    RecordContact,
    SetPromise,
    SkipPerson,
    TickStep,
    WriteNotes,
    join_notes,
)
from followup_tui.core.changes.inbox import FileInbox, find_interview
from followup_tui.core.model.logbook import Contact, ContactKind, Interview, Logbook, Promise, Setting, StepId
from tests.core.builders import at, day

NOTES = "@ Dana Reyes, manager\n@ Luis Ortega\n+ references by 2026-11-27\n+ portfolio\n"


def contact(id: str, person: str = "", kind: str = "thank-you", text: str = "") -> Contact:
    raw = {"id": id, "at": at("2026-11-23T15:40"), "kind": kind, "person": person, "text": text}
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
        DeleteContact("acme", "c2"),
        "taking a contact off the record",
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
    DeleteContact("acme", "c9"),
    DeleteInterview("gone", "Acme"),
    FileInbox(),
]


@pytest.mark.parametrize(("change", "title", "fields"), TABLE, ids=lambda one: type(one).__name__)
def test_a_change_changes_its_own_and_nothing_else(
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


@pytest.mark.parametrize("change", [row[0] for row in TABLE], ids=lambda one: type(one).__name__)
def test_a_change_of_an_interview_that_is_gone_changes_nothing(change: Change) -> None:
    without = Logbook.model_validate({"interview": (OTHER,)})
    assert change.apply(LOGBOOK) is not LOGBOOK
    assert change.apply(without) is without


@pytest.mark.parametrize("change", NO_EFFECT, ids=lambda one: type(one).__name__)
def test_what_changes_nothing_gives_the_same_logbook(change: Change) -> None:
    assert change.apply(LOGBOOK) is LOGBOOK


def test_adding_and_deleting_an_interview() -> None:
    new = interview("new", company="Cyan")
    added = AddInterview(new).apply(LOGBOOK)
    assert AddInterview(new).title == "adding Cyan"
    assert [one.id for one in added.interviews] == ["acme", "other", "new"]
    assert all(old is kept for old, kept in zip(LOGBOOK.interviews, added.interviews, strict=False))
    deleting = DeleteInterview("acme", "Acme")
    assert deleting.title == "deleting Acme"
    assert deleting.apply(added).interviews == (OTHER, new)
    assert deleting.apply(added).model_extra == {"owner": "Sam"}


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError, match="the year 9999 is outside"):
        TickStep("acme", StepId.ASK, date(9999, 12, 31)).apply(LOGBOOK)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dana Reyes, manager", "Dana Reyes-Diaz, manager"),
        ("Dana Reyes, manager", "Dana Reyes-Diaz <dana@acme.example>"),
        ("Dana Reyes, manager", " \tDana   Reyes-Diaz"),
        ("Dana Reyes, manager\n@", "Dana Reyes-Diaz, manager\r@"),
    ],
)
def test_the_record_follows_a_person_to_another_name(old: str, new: str) -> None:
    after = WriteNotes("acme", NOTES.replace(old, new)).apply(LOGBOOK).interviews[0]
    assert [one.person for one in after.contacts] == ["Dana Reyes-Diaz", "Luis Ortega", "Dana Reyes-Diaz"]
    assert [one.person for one in after.drafts] == ["Dana Reyes-Diaz"]
    assert after.skips.thank == ("Luis Ortega",)
    assert after.skips.connect == ("luis ortega", "Dana Reyes-Diaz")
    assert [one.text for one in after.contacts] == ["", "portfolio", "Portfolio"]
    back = WriteNotes("acme", NOTES).apply(LOGBOOK.but(interviews=(after, OTHER))).interviews[0]
    assert {one.person for one in back.contacts} == {"Dana Reyes", "Luis Ortega"}


def test_what_was_sent_follows_a_material_to_another_name() -> None:
    after = WriteNotes("acme", NOTES.replace("+ portfolio", "+ the printed portfolio")).apply(LOGBOOK)
    texts = [(one.kind, one.text) for one in after.interviews[0].contacts]
    assert texts[1:] == [
        (ContactKind.REPLY, "portfolio"),
        (ContactKind.MATERIAL, "the printed portfolio"),
    ]
    later = WriteNotes("acme", NOTES.replace("+ portfolio", "+ portfolio by 2026-12-01")).apply(LOGBOOK)
    assert later.interviews[0].contacts == ACME.contacts


@pytest.mark.parametrize(
    "notes",
    [
        NOTES.replace("@ Dana Reyes, manager\n", ""),
        NOTES.replace("@ Dana Reyes, manager", "@ Mina Okafor\n@ Dana Reyes"),
        NOTES.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Luis Ortega\n@ Dana Reyes, manager"),
        NOTES.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Mina Okafor\n@ Tom Becker"),
        NOTES.replace("Dana Reyes, manager", "Luis Ortega"),
        NOTES.replace("@ Dana Reyes", "Dana Reyes"),
        NOTES.replace("Dana Reyes", "DANA  REYES"),
        "",
    ],
)
def test_leaving_coming_and_swapping_is_no_renaming(notes: str) -> None:
    after = WriteNotes("acme", notes).apply(LOGBOOK).interviews[0]
    assert after == ACME.but(notes=notes)


@pytest.mark.parametrize(
    ("notes", "lines", "joined"),
    [
        ("", "one", "one\n"),
        (" \n\n", "one", "one\n"),
        ("a", "one", "a\none\n"),
        ("a\n\n\n", "one\ntwo\n\n", "a\none\ntwo\n"),
        ("a\n", "  @ Dana\r\n\x1b[2J", "a\n  @ Dana\n[2J\n"),
        ("a\n\n", "", "a\n\n"),
        ("a\n\n", "\n\n", "a\n\n"),
    ],
)
def test_lines_are_joined_on_lines_of_their_own(notes: str, lines: str, joined: str) -> None:
    assert join_notes(notes, lines) == joined


def with_inbox(*lines: tuple[str, str]) -> Logbook:
    late = interview("late", company="Acme", held_at=at("2026-11-25T09:00"))
    inbox = [{"at": at("2026-11-24T08:00"), "to": to, "text": text} for to, text in lines]
    raw = {"interview": (late, ACME.but(notes="a\n"), OTHER), "inbox": inbox, "owner": "Sam"}
    return Logbook.model_validate(raw)


@pytest.mark.parametrize(
    ("to", "id"),
    [
        ("", "late"),
        ("acme", "acme"),
        ("ACME", "late"),
        ("borealis", "other"),
        ("other", "other"),
        ("Cyan", None),
    ],
)
def test_a_line_goes_to_the_id_else_to_the_latest_of_the_company(to: str, id: str | None) -> None:
    found = find_interview(with_inbox(), to)
    assert (found and found.id) == id


def test_the_inbox_is_filed_in_its_order_and_what_fits_none_stays() -> None:
    before = with_inbox(("acme", "one"), ("Cyan", "lost"), ("", "two"), ("acme", "three\nfour\n"))
    after = FileInbox().apply(before)
    assert FileInbox().title == "filing notes from the shell"
    assert [one.notes for one in after.interviews] == ["two\n", "a\none\nthree\nfour\n", ""]
    assert after.inbox == before.inbox[1:2]
    assert after.model_extra == {"owner": "Sam"}
    assert FileInbox().apply(after) is after


def test_an_inbox_without_interviews_stays() -> None:
    alone = Logbook.model_validate({"inbox": [{"at": at("2026-11-24T08:00"), "text": "x"}]})
    assert FileInbox().apply(alone) is alone


def test_of_two_interviews_at_once_one_is_found() -> None:
    logbook = LOGBOOK.but(interviews=(ACME, interview("twin")))
    found = find_interview(logbook, "Acme")
    assert found is ACME
    later = interview("twin", held_at=ACME.held_at + timedelta(minutes=1))
    found = find_interview(LOGBOOK.but(interviews=(ACME, later)), "Acme")
    assert found is later
