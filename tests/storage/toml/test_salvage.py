"""One bad record does not hide the others, and is written back as it was found; two of one id both stay."""

import tomllib
from datetime import date
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes.interviews import DeleteInterview, TickStep
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.storage.toml.reader import Unreadable, decode, encode
from followup_tui.storage.toml.salvage import salvage
from followup_tui.storage.toml.verify import encode_verified, same
from tests.faults.loading import cuts, mutated_files
from tests.storage.strategies import canonical, logbooks
from tests.storage.toml.test_errors import CONTACT, DRAFT, HEAD, encodable, loose_files

GOOD = HEAD + 'id = "good"\n'
BAD = '[[interview]]\nid = "bad"\ncompany = 7\nheld_at = 2026-11-23T14:00:00\nmine = [{a = nan}]\n'
SOUND_CHILD = CONTACT.replace('"c"', '"sound"')


@pytest.mark.parametrize(
    ("text", "kind", "of", "line", "words"),
    [
        (BAD + GOOD, "interview", "", 3, "interview 1, company: should be a text in quotes"),
        (GOOD + BAD, "interview", "", 7, "interview 2, company: should be a text in quotes"),
        (GOOD + CONTACT.replace("other", "gift") + DRAFT, "contact", "good", 8, "contact 1, kind"),
        (GOOD + SOUND_CHILD + CONTACT.replace("other", "gift"), "contact", "good", 12, "contact 2, kind"),
        (GOOD + "[[interview.promise]]\nwords = 'x'\n", "promise", "good", 5, "has no “said_on”"),
        (GOOD + DRAFT.replace("other", "gift"), "draft", "good", 7, "draft 1, kind"),
        (GOOD + "[[inbox]]\ntext = 3\nat = 2026-11-23T14:00:00\n", "inbox", "", 6, "inbox 1, text"),
    ],
)
def test_a_bad_record_is_set_aside_and_written_back(
    text: str, kind: str, of: str, line: int, words: str
) -> None:
    read = salvage(text.encode())
    (aside,) = read.rejected
    assert (aside.kind, aside.of, aside.line) == (kind, of, line)
    assert words in aside.problem
    assert str(aside) == f"line {line}: {aside.problem}"
    assert [one.id for one in read.logbook.interviews] == ["good"]
    changed = TickStep("good", StepId.ASK, date(2026, 11, 23)).apply(read.logbook)
    again = salvage(encode_verified(changed, read.rejected))
    assert again.logbook == changed
    assert [(one.kind, one.of) for one in again.rejected] == [(kind, of)]
    assert same(again.rejected[0].value, aside.value)


def test_what_was_mended_by_hand_loads() -> None:
    read = salvage((GOOD + BAD).encode())
    mended = encode(read.logbook, read.rejected).replace("company = 7", 'company = "B"')
    again = salvage(mended.encode())
    assert [one.company for one in again.logbook.interviews] == ["A", "B"]
    assert again.rejected == ()


def test_a_record_set_aside_goes_with_its_interview_and_comes_back_with_it() -> None:
    read = salvage((GOOD + CONTACT.replace("other", "gift") + HEAD).encode())
    gone = DeleteInterview("good", "A").apply(read.logbook)
    assert "gift" not in encode(gone, read.rejected)
    assert "gift" in encode(read.logbook, read.rejected)


@pytest.mark.parametrize(
    "text",
    [
        BAD,
        GOOD + "[rules]\nguess_days = 'x'\n",
        GOOD + BAD + "[rules]\nguess_days = 'x'\n",
        "format = 2\n" + GOOD + BAD,
    ],
)
def test_more_than_a_record_is_refused_with_every_problem(text: str) -> None:
    with pytest.raises(Unreadable) as salvaging:
        salvage(text.encode())
    with pytest.raises(Unreadable) as decoding:
        decode(text.encode())
    assert salvaging.value.problems == decoding.value.problems


def test_two_of_one_id_both_stay_and_it_is_told() -> None:
    twins = (
        GOOD.replace('"A"', '"First"') + CONTACT + CONTACT + GOOD + CONTACT.replace("other", "gift")
    ).encode()
    read = salvage(twins)
    first, second = read.logbook.interviews
    assert (first.company, first.id, second.company) == ("First", "good", "A")
    assert second.id != "good"
    assert len({one.id for one in first.contacts}) == 2
    assert [one.partition(";")[0] for one in read.messages] == [
        "two interviews have the id “good”",
        "two contacts have the id “c”",
    ]
    # What was set aside stays with the one that it stood in.
    assert [one.of for one in read.rejected] == [second.id]
    assert salvage(twins) == read
    again = salvage(encode(read.logbook, read.rejected).encode())
    assert (again.logbook, again.messages) == (read.logbook, ())


@given(logbooks, st.lists(st.sampled_from(("interview", "inbox", "contact", "draft")), max_size=4))
def test_any_logbook_comes_back_with_what_is_wrong_in_it(logbook: Logbook, kinds: list[str]) -> None:
    raw = tomllib.loads(encode(logbook))
    bad: dict[str, Any] = {"id": 3, "at": 1, "nan": float("nan"), "deep": [{"a": [{}]}]}
    for kind in kinds:
        within = kind in ("contact", "draft")
        (raw["interview"][0] if within else raw).setdefault(kind, []).append(bad)
    read = salvage(tomli_w.dumps(raw).encode())
    assert canonical(read.logbook) == canonical(logbook)
    assert sorted(one.kind for one in read.rejected) == sorted(kinds)
    written = encode_verified(read.logbook, read.rejected)
    again = salvage(written)
    assert canonical(again.logbook) == canonical(logbook)
    assert encode_verified(again.logbook, again.rejected) == written
    assert all(same(one.value, bad) for one in again.rejected)


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
    aside = [one for one in again.rejected if one.kind == key]
    assert len(again.logbook.interviews) + len(aside) == len(raw.get(key, ()))


def test_mangled_files_raise_only_handled_errors_and_lose_nothing() -> None:
    loaded = mutated_files(3000, seed=1)
    assert (loaded.crashes, loaded.losses) == ([], [])
    assert loaded.read > 200
    assert loaded.refused > 200


def test_no_cut_is_silent() -> None:
    loaded = cuts()
    assert (loaded.crashes, loaded.losses) == ([], [])
    assert loaded.refused > 700
