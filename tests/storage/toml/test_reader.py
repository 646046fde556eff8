"""The file and the logbook: all comes back as it went, hands may write it, small changes stay small."""

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.interviews import EditInterview, SetPromise, TickStep
from followup_tui.core.changes.notes import WriteNotes
from followup_tui.core.model.logbook import Logbook, Promise, StepId
from followup_tui.storage.constants import END, HEADER
from followup_tui.storage.toml.reader import comments_in
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.examples import examples
from tests.storage.strategies import BY_HAND, NASTY, UNKNOWN, canonical, logbooks, unknown_keys
from tests.storage.toml.test_writer import GOLDEN

EAST = timezone(timedelta(hours=1))


def east(moment: datetime) -> datetime:
    return moment.replace(tzinfo=EAST)


def by_hand() -> Logbook:
    return decode(BY_HAND.encode(), east)


@examples(50)
@given(logbooks)
def test_any_logbook_comes_back_as_it_went(logbook: Logbook) -> None:
    written = encode(logbook)
    read = decode(written.encode("utf-8"))
    assert canonical(read) == canonical(logbook)
    assert encode(read) == written


def test_a_file_without_the_newer_keys_gains_none_of_them() -> None:
    contact = {"id": "c", "at": datetime(2026, 11, 23, 15, tzinfo=EAST), "kind": "reply"}
    interview = {"id": "i", "company": "C", "held_at": datetime(2026, 11, 23, 14, tzinfo=EAST)}
    logbook = Logbook.model_validate({"interview": [{**interview, "contact": [contact]}]})
    written = encode(decode(encode(logbook).encode()))
    newer = ("says", "answer_by", "letter", "position", "their_zone", "let_go", "added_on", "signature")
    assert not [key for key in newer if f"{key} =" in written]


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_text_comes_back_from_every_place(nasty: str) -> None:
    more: dict[str, Any] = {
        nasty: nasty,
        f"{nasty} table": {nasty: {nasty: nasty}},
        f"{nasty} tables": [{nasty: [nasty]}, {}],
        f"{nasty} mixed": [nasty, {nasty: nasty}, [[]], float("inf"), date(1, 1, 1)],
    }
    at = datetime(2026, 11, 23, 14, tzinfo=EAST)
    message: dict[str, Any] = {"kind": "reply", "person": nasty, **more}
    interview = {
        "id": f"i{nasty}"[:64],
        "company": f"C{nasty}",
        "role": nasty,
        "held_at": at,
        "outcome": nasty,
        "notes": nasty,
        "ticks": {"ask": at.date(), **more},
        "skips": {"thank": [nasty], "connect": [nasty, nasty], **more},
        "promise": [{"said_on": at.date(), "decide_by": at.date(), "words": nasty, **more}],
        "contact": [{"id": "c", "at": at, "channel": nasty, "text": nasty, "reason": nasty, **message}],
        "draft": [{"id": "d", "subject": nasty, "body": nasty, **message}],
        **more,
    }
    inbox = {"at": at, "to": nasty, "text": nasty, **more}
    raw = {"interview": [interview], "inbox": [inbox], "rules": {"guess_days": 5, **more}, **more}
    logbook = Logbook.model_validate(raw)
    written = encode(logbook)
    assert canonical(decode(written.encode("utf-8"))) == canonical(logbook)
    assert unknown_keys(logbook) == dict.fromkeys(UNKNOWN, more)


@pytest.mark.parametrize("key", ["contacts", "promises", "model_config", "copy", "is_closed", "", "a.b", '"'])
def test_a_key_named_like_our_code_is_only_a_key(key: str) -> None:
    head = HEADER + "format = 1\n"
    record = f'[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00+01:00\n{key!r} = ["kept"]\n'
    read = decode((head + record + END).encode())
    ticked = TickStep(read.interviews[0].id, StepId.ASK, date(2026, 11, 23)).apply(read)
    raw = tomllib.loads(encode(ticked))["interview"][0]
    assert raw[key] == ["kept"]
    assert raw["ticks"] == {"ask": date(2026, 11, 23)}


def test_what_a_hand_wrote_is_read() -> None:
    acme, borealis = by_hand().interviews
    assert (acme.company, acme.role, acme.round) == ("Acme Robotics", "Backend engineer", 2)
    assert (acme.setting, acme.held_at) == ("video", datetime(2026, 11, 23, 14, tzinfo=EAST))
    assert acme.notes == "@ Dana Reyes, engineering manager\n> decision by end of next week\n"
    assert (acme.ticks.ask, acme.ticks.connect, acme.ticks.wait) == (date(2026, 11, 23), "skipped", None)
    assert acme.skips.thank == ("Luis Ortega",)
    assert acme.promises[0].decide_by == date(2026, 12, 4)
    assert (acme.contacts[0].person, acme.drafts[0].body) == ("Dana Reyes", "Dear Dana")
    assert (borealis.company, borealis.role, borealis.round) == ("Borealis", "", 1)
    assert by_hand().inbox[0].text == "one more thing"
    assert by_hand().rules.follow_up_limit == 3
    assert by_hand().rules.holidays == (date(2026, 12, 25),)


def test_a_time_without_offset_is_local_and_others_are_not_touched() -> None:
    logbook = by_hand()
    assert logbook.interviews[1].held_at == datetime(2026, 11, 25, 9, 30, tzinfo=EAST)
    assert logbook.interviews[0].contacts[0].at == datetime(2026, 11, 23, 15, 40, tzinfo=EAST)
    assert logbook.inbox[0].at == datetime(2026, 11, 24, 8, tzinfo=EAST)
    utc = decode(BY_HAND.encode(), lambda moment: moment.replace(tzinfo=UTC))
    assert utc.interviews[1].held_at == datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    assert utc.interviews[0].held_at == datetime(2026, 11, 23, 14, tzinfo=EAST)
    exact = decode(BY_HAND.replace("14:00:00+01:00", "14:00:00.75+01:00").encode()).interviews[0]
    assert exact.held_at == datetime(2026, 11, 23, 14, tzinfo=EAST)
    local = decode(BY_HAND.encode()).interviews[1].held_at
    assert local == datetime(2026, 11, 25, 9, 30).astimezone()


def test_the_moment_of_a_promise_may_be_without_an_offset_too() -> None:
    record = '[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00\n'
    day = "[[interview.promise]]\ndecide_by = 2026-12-04\nsaid_on = 2026-11-23\nat = 2026-11-23T15:00:00\n"
    (promise,) = decode((record + day).encode(), east).interviews[0].promises
    assert promise.at == datetime(2026, 11, 23, 15, tzinfo=EAST)


def test_ids_left_out_are_made_and_stay() -> None:
    record = '[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00\n'
    contact = '[[interview.contact]]\nat = 2026-11-23T14:00:00\nkind = "other"\n'
    repeated = (record + contact * 3) * 3
    first = decode(repeated.encode(), east)
    ids = [interview.id for interview in first.interviews]
    assert len(set(ids)) == 3
    assert all(len(id) == 6 and id.isalnum() for id in ids)
    assert all(len({contact.id for contact in interview.contacts}) == 3 for interview in first.interviews)
    assert decode(repeated.encode(), east) == first
    # On a machine in another zone they are the same; and a new record before them changes none.
    assert [
        interview.id for interview in decode(repeated.encode(), lambda at: at.replace(tzinfo=UTC)).interviews
    ] == ids
    other = record.replace('"A"', '"B"')
    assert [interview.id for interview in decode((other + repeated).encode(), east).interviews[1:]] == ids
    assert decode(encode(first).encode()) == first


def test_unknown_keys_stay_at_every_level_after_changes() -> None:
    logbook = by_hand()
    assert unknown_keys(logbook) == UNKNOWN
    acme = logbook.interviews[0]
    changes: list[Change] = [
        TickStep(acme.id, StepId.WAIT, date(2026, 12, 4)),
        TickStep(acme.id, StepId.ASK, None),
        WriteNotes(acme.id, acme.notes.replace("Reyes", "Reyes-Diaz")),
        EditInterview(acme.but(company="Acme", outcome="offer")),
        SetPromise(acme.id, Promise(said_on=date(2026, 11, 24), decide_by=date(2026, 12, 5))),
    ]
    for change in changes:
        logbook = decode(encode(change.apply(logbook)).encode())
        assert unknown_keys(logbook) == UNKNOWN, change
    assert logbook.interviews[0].contacts[0].person == "Dana Reyes-Diaz"


def test_lists_named_as_ours_inside_unknown_tables_are_left_alone() -> None:
    at = datetime(2026, 11, 23, 14, tzinfo=EAST)
    mine = {"at": at, "draft": [{"kind": "x"}], "contact": [{"at": datetime(2026, 1, 1)}]}
    contact = {"id": "c", "kind": "other", **mine}
    interview = {"id": "i", "company": "A", "held_at": at, "contact": [contact]}
    logbook = Logbook.model_validate({"interview": [interview], "inbox": [{"text": "x", **mine}]})
    assert canonical(decode(encode(logbook).encode())) == canonical(logbook)


def test_windows_files_and_byte_order_marks_are_read_alike() -> None:
    assert decode(GOLDEN.replace("\n", "\r\n").encode()) == decode(GOLDEN.encode())
    assert decode(b"\xef\xbb\xbf" + BY_HAND.encode(), east) == by_hand()


def test_a_record_added_by_hand_after_the_last_line_is_read() -> None:
    text = encode(Logbook()) + '[[interview]]\ncompany = "Late"\nheld_at = 2026-11-23T14:00:00+01:00\n'
    assert [interview.company for interview in decode(text.encode()).interviews] == ["Late"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a = 1\n", False), ("# mine\na = 1\n", True), ("  # mine\n", True), (encode(Logbook()), False)],
)
def test_comments_of_the_user_are_distinguished_from_ours(text: str, expected: bool) -> None:
    assert bool(comments_in(text.encode())) is expected


def test_deletions_and_other_versions_come_back_and_a_time_by_hand_is_local() -> None:
    text = (
        '[[deleted]]\nid = "a"\nat = 2026-11-23T14:00:00\n'
        '[[conflict]]\nfield = "rules.guess_days"\ntext = "5"\n'
        '[[conflict]]\nfield = "owner"\ntext = "[1]"\nvalue = [1]\n'
    )
    logbook = decode(text.encode(), lambda at: at.replace(tzinfo=UTC))
    assert [(record.id, record.kind, record.at.isoformat()) for record in logbook.deleted] == [
        ("a", "interview", "2026-11-23T14:00:00+00:00")
    ]
    assert [(conflict.field, conflict.text, conflict.value) for conflict in logbook.conflicts] == [
        ("rules.guess_days", "5", None),
        ("owner", "[1]", [1]),
    ]
    assert decode(encode(logbook).encode()) == logbook
