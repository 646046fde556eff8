"""Writing: the text is for reading, in an order that never changes."""

import difflib
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.changes.interviews import TickStep
from followup_tui.core.changes.notes import WriteNotes
from followup_tui.core.model.logbook import Interview, Logbook, StepId
from followup_tui.storage.constants import END, HEADER
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.storage.strategies import canonical, logbooks

EAST = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 25, 14, tzinfo=EAST)
LONG = [
    "[[interview.contact]]",
    'id = "long"',
    "at = 2026-11-23T14:00:00+01:00",
    'kind = "other"',
    'person = ""',
    'channel = ""',
    f'text = "{"x" * 200}"',
]
DELETION = [
    "[[deleted]]",
    'id = "long"',
    "at = 2026-11-25T14:00:00+01:00",
    'kind = "contact"',
    'of = "i2"',
    'was = "0b7dac0187ca4f4a"',
]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (TickStep("i1", StepId.WAIT, date(2026, 12, 4)), [], ["wait = 2026-12-04"]),
        (TickStep("i1", StepId.ASK, date(2026, 11, 24)), ["ask = 2026-11-23"], ["ask = 2026-11-24"]),
        (TickStep("i1", StepId.CONNECT, None), ['connect = "skipped"'], []),
        (TickStep("i2", StepId.ASK, "skipped"), [], ["[interview.ticks]", 'ask = "skipped"']),
        (WriteNotes("i1", "one\ntwo\nthree\n"), [], ["two"]),
        (WriteNotes("i2", "one\nthree\nfour\n"), [], ["four"]),
        (DeleteContact("i2", "long", AT), LONG, DELETION),
    ],
)
def test_a_small_change_changes_few_lines(change: Change, gone: list[str], come: list[str]) -> None:
    at = datetime(2026, 11, 23, 14, tzinfo=EAST)
    short = {"id": "short", "at": at, "kind": "reply"}
    long = {"id": "long", "at": at, "kind": "other", "text": "x" * 200}
    record = {"company": "A", "held_at": at, "notes": "one\nthree\n", "contact": [short, long]}
    ticks = {"ask": at.date(), "connect": "skipped"}
    records = [{**record, "id": "i1", "ticks": ticks}, {**record, "id": "i2"}, {**record, "id": "i3"}]
    before = Logbook.model_validate({"interview": records})
    old, new = encode(before).splitlines(), encode(change.apply(before)).splitlines()
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "+-" and line[2:]]
    assert [line[2:] for line in changed if line[0] == "-"] == gone
    assert [line[2:] for line in changed if line[0] == "+"] == come


GOLDEN = f"""\
{HEADER}
format = 1

[[interview]]
id = "k7f3q2"
company = "Acme Robotics"
role = ""
round = 1
held_at = 2026-11-23T14:00:00+01:00
setting = "in person"
notes = \"""
@ Dana Reyes, engineering manager
say \\"hi\\"
C:\\\\temp
\"""
"x y" = true

[interview.ticks]
ask = 2026-11-23

[interview.skips]
thank = [
    "Luis",
]

[[interview.promise]]
said_on = 2026-11-24
decide_by = 2026-12-04

[[interview.contact]]
id = "c"
at = 2026-11-23T15:40:00+01:00
kind = "thank-you"
person = "Dana Reyes"
channel = "email"

[[interview.contact]]
id = "d"
at = 2026-11-23T15:40:00+01:00
kind = "reply"
person = ""
channel = ""

[[interview.draft]]
id = "e"
kind = "follow-up"
body = \"""
Dear Dana,
how are you?\"""

[[inbox]]
at = 2026-11-24T08:00:00+01:00
text = "x"

[rules]
holidays = [
    2026-12-25,
]

{END}"""


def test_what_is_written_is_for_reading() -> None:
    logbook = decode(GOLDEN.encode())
    assert logbook.interviews[0].notes == '@ Dana Reyes, engineering manager\nsay "hi"\nC:\\temp\n'
    assert encode(logbook) == GOLDEN
    assert encode(Logbook()) == f"{HEADER}\nformat = 1\n\n{END}"


def test_records_are_never_inline_however_they_were_written() -> None:
    fields = (
        'company = "A", held_at = 2026-11-23T14:00:00+01:00, ticks = {ask = 2026-11-23}',
        'skips = {thank = ["B"]}, promise = [{said_on = 2026-11-23, decide_by = 2026-11-24}]',
        'contact = [{at = 2026-11-23T14:00:00Z, kind = "reply"}], draft = [{kind = "other"}]',
        "mine = {a = {b = [{c = 1}]}}",
    )
    inbox = '{at = 2026-11-23T14:00:00Z, text = "x"}'
    inline = f"interview = [{{{', '.join(fields)}}}]\ninbox = [{inbox}]\nrules = {{guess_days = 3}}\n"
    written = encode(decode(inline.encode()))
    assert not [line for line in written.splitlines() if "{" in line]
    assert [line for line in written.splitlines() if line.startswith("[")] == [
        "[[interview]]",
        "[interview.ticks]",
        "[interview.skips]",
        "[[interview.promise]]",
        "[[interview.contact]]",
        "[[interview.draft]]",
        "[[interview.mine.a.b]]",
        "[[inbox]]",
        "[rules]",
    ]


@given(logbooks)
def test_an_inbox_line_can_be_appended_to_any_file(logbook: Logbook) -> None:
    line = '[[inbox]]\nat = 2026-11-24T08:00:00Z\ntext = "noted"\n'
    read = decode((encode(logbook) + line + END).encode())
    assert [line.text for line in read.inbox] == [*(line.text for line in logbook.inbox), "noted"]
    assert canonical(read.interviews) == canonical(logbook.interviews)


def test_a_frozen_interview_is_rendered_as_it_is_not_as_another_was() -> None:
    def made(company: str) -> Interview:
        return Interview(id="i", company=company, held_at=datetime(2026, 11, 23, 14, tzinfo=EAST))

    # Each is dropped after it was written, so that the next may stand at its address.
    texts = [encode(Logbook(interview=(made(f"C{n}"),))) for n in range(200)]
    assert [f'company = "C{n}"\n' in text for n, text in enumerate(texts)] == [True] * 200
