"""A scan says what a full reading says, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Logbook
from followup_tui.storage.constants import END, HEADER
from followup_tui.storage.quick_scan import scan
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.storage.strategies import logbooks

INTERVIEW = '[[interview]]\nid = "a"\ncompany = "Acme"\nheld_at = 2026-11-23T14:00:00+01:00\n'
GOOD = f'{HEADER}format = 1\n\n{INTERVIEW}notes = """\n@ "Dana" \\\\\n"""\n\n{END}'.replace(
    '"Dana"', '\\"Dana\\"'
)


def agrees(data: bytes) -> bool:
    """Return whether the scan found something; if so, it is what a full reading finds."""
    heads = scan(data)
    if heads is None:
        return False
    logbook = decode(data)
    assert [(head.id, head.company, head.held_at) for head in heads] == [
        (interview.id, interview.company, interview.held_at) for interview in logbook.interviews
    ]
    return True


@given(logbooks)
def test_a_logbook_that_we_wrote_is_scanned_as_it_is_read(logbook: Logbook) -> None:
    agrees(encode(logbook).encode())


def test_all_of_our_plain_layout_is_understood() -> None:
    assert agrees(GOOD.encode())
    rules = '[interview.skips]\nthank = [\n    "Dana",\n]\n\n[rules]\nholidays = [\n    2026-12-25,\n]\n\n'
    assert agrees(GOOD.replace(END, rules + END).encode())
    assert agrees(f'{GOOD}\n[[inbox]]\nat = 2026-11-23T14:00:00+01:00\ntext = "x"\n\n{END}'.encode())


@given(st.data())
def test_with_a_change_anywhere_it_agrees_with_the_reader_or_says_nothing(data: st.DataObject) -> None:
    place = data.draw(st.integers(len(HEADER), len(GOOD)))
    length = data.draw(st.integers(0, 4))
    put = data.draw(st.text('"\\\n[]=#a1 -.', max_size=4))
    changed = (GOOD[:place] + put + GOOD[place + length :]).encode()
    try:
        decode(changed)
    except Unreadable:
        assert scan(changed) is None
    else:
        agrees(changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 1", "format = 2"),
        ('id = "a"\n', ""),
        ('company = "Acme"', 'company = ""'),
        ("2026-11-23T14:00:00+01:00", "2026-02-30T14:00:00+01:00"),
        ("2026-11-23T14:00:00+01:00", "2026-11-23"),
        ("2026-11-23T14:00:00+01:00", "2026-11-23T14:00:00.12345"),
        ("2026-11-23T14:00:00+01:00", '"2026-11-23T14:00:00 UTC"'),
        (END, ""),
        (END, INTERVIEW + END),
        ('"""\n\n', "\n\n"),
    ],
)
def test_a_file_of_another_layout_is_not_scanned(old: str, new: str) -> None:
    assert old in GOOD
    assert scan(GOOD.replace(old, new).encode()) is None


@pytest.mark.parametrize("end", ['"', '""', '\\\\"', '"\\\\', '\\n"'])
def test_a_text_may_end_in_quotes(end: str) -> None:
    notes = f"one line\n{end}"
    interview = {"id": "a", "company": "Acme", "held_at": "2026-11-23T14:00:00+01:00", "notes": notes}
    logbook = Logbook.model_validate({"interview": [interview, {**interview, "id": "b"}]})
    assert agrees(encode(logbook).encode())
