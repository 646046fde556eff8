"""One bad record does not hide the others, and is written back as it was found; two of one id both stay."""

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes.interviews import DeleteInterview, TickStep
from followup_tui.core.changes.notes import WriteNotes
from followup_tui.core.merge.equality import strictly_equal
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.rejected import RejectedField, RejectedRecord
from followup_tui.storage.toml.salvage import Salvaged, salvage
from followup_tui.storage.toml.verify import encode_verified
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.faults.loading import cuts, mutated_files
from tests.storage.strategies import canonical, logbooks
from tests.storage.toml.test_errors import CONTACT, DRAFT, HEAD, encodable, loose_files

GOOD = HEAD + 'id = "good"\n'
BAD = '[[interview]]\nid = "bad"\ncompany = 7\nheld_at = 2026-11-23T14:00:00\nmine = [{a = nan}]\n'
DELETED_AT = datetime(2026, 11, 25, tzinfo=UTC)
SOUND_CHILD = CONTACT.replace('"c"', '"sound"')


def records(salvaged: Salvaged) -> list[RejectedRecord]:
    return [rejected for rejected in salvaged.rejected if isinstance(rejected, RejectedRecord)]


@pytest.mark.parametrize(
    ("text", "kind", "of", "line", "words"),
    [
        (BAD + GOOD, "interview", "", 3, "interview 1, company: should be text in quotes"),
        (GOOD + BAD, "interview", "", 7, "interview 2, company: should be text in quotes"),
        (GOOD + CONTACT.replace("other", "gift") + DRAFT, "contact", "good", 8, "contact 1, kind"),
        (GOOD + SOUND_CHILD + CONTACT.replace("other", "gift"), "contact", "good", 12, "contact 2, kind"),
        (GOOD + "[[interview.promise]]\nwords = 'x'\n", "promise", "good", 5, "has no “said_on”"),
        (GOOD + DRAFT.replace("other", "gift"), "draft", "good", 7, "draft 1, kind"),
        (GOOD + "[[inbox]]\ntext = 3\nat = 2026-11-23T14:00:00\n", "inbox", "", 6, "inbox 1, text"),
    ],
)
def test_a_bad_record_is_rejected_and_written_back(
    text: str, kind: str, of: str, line: int, words: str
) -> None:
    read = salvage(text.encode())
    (rejected,) = records(read)
    assert (rejected.kind, rejected.interview_id, rejected.line) == (kind, of, line)
    assert words in rejected.problem
    assert str(rejected) == f"line {line}: {rejected.problem}"
    assert [interview.id for interview in read.logbook.interviews] == ["good"]
    changed = TickStep("good", StepId.ASK, date(2026, 11, 23)).apply(read.logbook)
    again = salvage(encode_verified(changed, read.rejected))
    assert again.logbook == changed
    assert [(record.kind, record.interview_id) for record in records(again)] == [(kind, of)]
    assert strictly_equal(again.rejected[0].value, rejected.value)


def test_what_was_repaired_by_hand_loads() -> None:
    read = salvage((GOOD + BAD).encode())
    mended = encode(read.logbook, read.rejected).replace("company = 7", 'company = "B"')
    again = salvage(mended.encode())
    assert [interview.company for interview in again.logbook.interviews] == ["A", "B"]
    assert again.rejected == ()


def test_a_rejected_record_goes_with_its_interview_and_comes_back_with_it() -> None:
    read = salvage((GOOD + CONTACT.replace("other", "gift") + HEAD).encode())
    gone = DeleteInterview("good", "A", DELETED_AT).apply(read.logbook)
    assert "gift" not in encode(gone, read.rejected)
    assert "gift" in encode(read.logbook, read.rejected)


@pytest.mark.parametrize(
    "text",
    [
        BAD,
        "format = 'x'\n" + GOOD,
        "interview = [3]\n",
        "format = 2\n" + GOOD + BAD,
    ],
)
def test_more_than_a_record_is_refused_with_every_problem(text: str) -> None:
    with pytest.raises(Unreadable) as salvaging:
        salvage(text.encode())
    with pytest.raises(Unreadable) as decoding:
        decode(text.encode())
    assert salvaging.value.problems == decoding.value.problems


def test_two_records_with_the_same_id_both_stay_with_a_message() -> None:
    repeated = (
        GOOD.replace('"A"', '"First"') + CONTACT + CONTACT + GOOD + CONTACT.replace("other", "gift")
    ).encode()
    read = salvage(repeated)
    first, second = read.logbook.interviews
    assert (first.company, first.id, second.company) == ("First", "good", "A")
    assert second.id != "good"
    assert len({contact.id for contact in first.contacts}) == 2
    assert [message.partition(";")[0] for message in read.messages] == [
        "two interviews have the id “good”",
        "two contacts have the id “c”",
    ]
    # A rejected record stays with the interview that it stood in.
    assert [record.interview_id for record in read.rejected] == [second.id]
    assert salvage(repeated) == read
    again = salvage(encode(read.logbook, read.rejected).encode())
    assert (again.logbook, again.messages) == (read.logbook, ())


def test_the_same_id_counts_within_one_list_alone() -> None:
    children, control = CONTACT + DRAFT, 'id = "x\\u001b[2J"\n'
    assert salvage((GOOD + children + HEAD + children).encode()).messages == ()
    repeated = HEAD + control + children + children + HEAD + control
    assert [message.partition(";")[0] for message in salvage(repeated.encode()).messages] == [
        "two interviews have the id “x[2J”",
        "two contacts have the id “c”",
        "two drafts have the id “d”",
    ]


@given(logbooks, st.lists(st.sampled_from(("interview", "inbox", "contact", "draft")), max_size=4))
def test_any_logbook_comes_back_with_what_is_wrong_in_it(logbook: Logbook, kinds: list[str]) -> None:
    raw = tomllib.loads(encode(logbook))
    bad: dict[str, Any] = {"id": 3, "at": 1, "nan": float("nan"), "deep": [{"a": [{}]}]}
    for kind in kinds:
        within = kind in ("contact", "draft")
        (raw["interview"][0] if within else raw).setdefault(kind, []).append(bad)
    read = salvage(tomli_w.dumps(raw).encode())
    assert canonical(read.logbook) == canonical(logbook)
    assert sorted(record.kind for record in records(read)) == sorted(kinds)
    written = encode_verified(read.logbook, read.rejected)
    again = salvage(written)
    assert canonical(again.logbook) == canonical(logbook)
    assert encode_verified(again.logbook, again.rejected) == written
    assert all(strictly_equal(record.value, bad) for record in again.rejected)


@given(loose_files)
def test_wrong_types_anywhere_lose_no_record(raw: dict[str, Any]) -> None:
    raw = encodable(raw)
    try:
        read = salvage(tomli_w.dumps(raw).encode())
    except Unreadable:
        return
    again = salvage(encode_verified(read.logbook, read.rejected))
    assert canonical(again.logbook) == canonical(read.logbook)
    key = "interview"
    rejected = [record for record in records(again) if record.kind == key]
    assert len(again.logbook.interviews) + len(rejected) == len(raw.get(key, ()))


def test_mangled_files_raise_only_handled_errors_and_lose_nothing() -> None:
    loaded = mutated_files(3000, seed=1)
    assert (loaded.crashes, loaded.losses) == ([], [])
    assert loaded.read > 200
    assert loaded.refused > 200


def test_no_cut_is_silent() -> None:
    loaded = cuts()
    assert (loaded.crashes, loaded.losses) == ([], [])
    assert loaded.refused > 700


FIELDS = [
    # (text behind the interview "good", of, path, line, words, what holds meanwhile)
    ("[rules]\nguess_days = 'ten'\n", "", ("rules", "guess_days"), 6, "rules, guess_days: should be a whole"),
    ("[rules]\nholidays = '2026-12-25'\n", "", ("rules", "holidays"), 6, "write holidays = [2026-12-25]"),
    ("[rules]\nholidays = '25.12.2026'\n", "", ("rules", "holidays"), 6, "write holidays = [2026-12-25]"),
    ("[rules]\nfollow_up_limit = 99\n", "", ("rules", "follow_up_limit"), 6, "at most 20"),
    ("[look]\nglyphs = 'ascii'\n", "", ("look", "glyphs"), 6, "should be 'symbols' or 'plain'"),
    ("[templates]\nconnect = 3\n", "", ("templates", "connect"), 6, 'write connect = "3"'),
    ("[[rules]]\nguess_days = 3\n", "", ("rules",), 5, "rules: "),
    ("setting = 'Video'\n", "good", ("setting",), 5, 'write setting = "video"'),
    ("setting = 'in-person'\n", "good", ("setting",), 5, 'write setting = "in person"'),
    ("round = 'two'\n", "good", ("round",), 5, "round: should be a whole number"),
    ("notes = ['@ Sam Ito', 'nice']\n", "good", ("notes",), 5, 'write notes = "@ Sam Ito\\nnice"'),
    ("[interview.ticks]\nask = 'done'\n", "good", ("ticks", "ask"), 6, "should be a day such as"),
    ("ticks = 3\n", "good", ("ticks",), 5, "should be written as [interview.ticks]"),
    (
        "[interview.skips]\nconnect = 'Dana'\n",
        "good",
        ("skips", "connect"),
        6,
        'write connect = ["Dana"]',
    ),
    (
        "[interview.contact]\nat = 2026-11-23\nkind = 'reply'\n",
        "good",
        ("contact",),
        5,
        "should be written as [[interview.contact]]",
    ),
]


@pytest.mark.parametrize(("text", "of", "path", "line", "words"), FIELDS)
def test_a_wrong_field_is_rejected_alone_and_written_back(
    text: str, of: str, path: tuple[str, ...], line: int, words: str
) -> None:
    salvaged = salvage((GOOD + text).encode())
    (rejected,) = salvaged.rejected
    assert isinstance(rejected, RejectedField)
    assert (rejected.interview_id, rejected.path, rejected.line) == (of, path, line)
    assert words in rejected.problem
    assert [interview.id for interview in salvaged.logbook.interviews] == ["good"]
    assert salvaged.logbook.rules == Logbook().rules
    (interview,) = salvaged.logbook.interviews
    changed = salvaged.logbook.but(interviews=(interview.but(role="SRE"),))
    again = salvage(encode_verified(changed, salvaged.rejected))
    assert again.logbook == changed
    assert [strictly_equal(field.value, rejected.value) for field in again.rejected] == [True]


@pytest.mark.parametrize("text", [text for text, *_, words in FIELDS if "write " in words])
def test_the_repair_of_a_value_works(text: str) -> None:
    (rejected,) = salvage((GOOD + text).encode()).rejected
    repair = rejected.problem.partition("; write ")[2]
    assert repair
    lines = (GOOD + text).split("\n")
    assert rejected.line is not None
    lines[rejected.line - 1] = repair
    assert salvage("\n".join(lines).encode()).rejected == ()


def test_a_new_value_of_the_user_goes_before_a_rejected_value() -> None:
    salvaged = salvage((GOOD + "setting = 'Video'\nnotes = ['@ Sam']\n").encode())
    changed = WriteNotes("good", "@ Sam Ito\n").apply(salvaged.logbook)
    again = salvage(encode_verified(changed, salvaged.rejected))
    (interview,) = again.logbook.interviews
    assert interview.notes == "@ Sam Ito\n"
    assert interview.model_extra == {"notes-set-aside": ["@ Sam"]}
    assert [str(rejected).partition(": ")[2] for rejected in again.rejected] == [
        "interview 1, setting: should be 'in person', 'video' or 'phone'; write setting = \"video\""
    ]


def test_rejected_fields_of_several_interviews_go_with_their_own() -> None:
    text = "".join(
        f'[[interview]]\nid = "i{n}"\ncompany = "C{n}"\nheld_at = 2026-11-23\nround = "x{n}"\n'
        for n in range(3)
    )
    salvaged = salvage(text.encode())
    gone = DeleteInterview("i1", "C1", DELETED_AT).apply(salvaged.logbook)
    written = encode_verified(gone, salvaged.rejected)
    assert (b'"x0"' in written, b'"x1"' in written, b'"x2"' in written) == (True, False, True)
    again = salvage(written)
    assert [(rejected.interview_id, rejected.value) for rejected in again.rejected] == [
        ("i0", "x0"),
        ("i2", "x2"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-19", "2026-11-19T12:00:00"),
        ("'2026-11-19'", "2026-11-19T12:00:00"),
        ("'2026-11-19 14:00'", "2026-11-19T14:00:00"),
        ("'19.11.2026 14:00'", "2026-11-19T14:00:00"),
        ("'2026-11-19T14:00:30'", "2026-11-19T14:00:30"),
        ("'2026-11-19T14:00:00+02:00'", "2026-11-19T14:00:00+02:00"),
    ],
)
def test_a_day_alone_is_noon_and_a_time_may_stand_in_quotes(written: str, read: str) -> None:
    text = HEAD.replace("2026-11-23T14:00:00+01:00", written) + CONTACT.replace(
        "2026-11-23T14:00:00Z", written
    )
    logbook = salvage(text.encode(), lambda at: at.replace(tzinfo=UTC)).logbook
    (interview,) = logbook.interviews
    expected = datetime.fromisoformat(read)
    expected = expected if expected.tzinfo else expected.replace(tzinfo=UTC)
    assert (interview.held_at, interview.contacts[0].at) == (expected, expected)


def test_two_rejected_values_of_the_same_field_both_stay() -> None:
    ours = salvage((GOOD + "setting = 'Video'\n").encode())
    theirs = salvage((GOOD + "setting = 'Zoom'\n").encode())
    written = encode_verified(ours.logbook, (*ours.rejected, *theirs.rejected))
    assert b'setting = "Video"' in written
    assert b'setting-set-aside = "Zoom"' in written
