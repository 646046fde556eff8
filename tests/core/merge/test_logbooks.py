"""Two logbooks as one: a table for each rule, both ways round; and that nothing of either is lost."""

import time
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from followup_tui.core.changes.contacts import DeleteContact
from followup_tui.core.changes.interviews import DeleteInterview
from followup_tui.core.merge.equality import digest, strictly_equal
from followup_tui.core.merge.logbooks import Merged, merge
from followup_tui.core.merge.marked_blocks import OPEN
from followup_tui.core.model.logbook import Conflict, Deleted, Interview, Logbook
from tests.core.builders import at, contact, day, interview, promise
from tests.storage import strategies

NOW = at("2026-11-24")
C1, C2, C3 = (contact("reply", f"2026-11-2{n}", f"Person {n}") for n in (0, 1, 2))
DRAFT = {"id": "d1", "kind": "follow-up", "body": "Dear Dana"}
P1, P2 = promise("2026-11-20", "2026-12-01"), promise("2026-11-21", "2026-12-04", "Friday")


def book(*interviews: Interview, **more: Any) -> Logbook:
    return Logbook.model_validate({"interview": interviews, **more})


def both_ways(base: Logbook | None, ours: Logbook, theirs: Logbook) -> Merged:
    """Return the merge, which is the same from the other side."""
    merged = merge(base, ours, theirs)
    turned = merge(base, theirs, ours)
    assert strictly_equal(merged.logbook, turned.logbook)
    assert merged.conflicts == turned.conflicts
    return merged


def of_interviews(base: dict[str, Any] | None, ours: dict[str, Any], theirs: dict[str, Any]) -> Interview:
    """One interview merged, of these fields; nothing is left to settle."""
    merged = both_ways(
        None if base is None else book(interview(**base)), book(interview(**ours)), book(interview(**theirs))
    )
    assert merged.conflicts == ()
    return merged.logbook.interviews[0]


FIELDS: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    # what it is about, base, one, other, merged
    ("one field each", {}, {"role": "x"}, {"outcome": "offer"}, {"role": "x", "outcome": "offer"}),
    ("the same edit", {}, {"round": 2}, {"round": 2}, {"round": 2}),
    ("back to what is usual", {"round": 2}, {"round": 1}, {"round": 2, "role": "x"}, {"role": "x"}),
    ("another zone", {"held": "2026-11-19T00:30+01:00"}, {"held": "2026-11-18T23:30+00:00"},
     {"held": "2026-11-19T00:30+01:00", "role": "x"}, {"held": "2026-11-18T23:30+00:00", "role": "x"}),
    ("cleared on one side", {"role": "x"}, {"role": ""}, {"role": "x", "round": 2}, {"round": 2}),
    ("an edit wins over clearing", {"role": "x"}, {"role": ""}, {"role": "y"}, {"role": "y"}),
    ("notes by line", {"notes": "a\nb"}, {"notes": "A\nb"}, {"notes": "a\nb\nc"}, {"notes": "A\nb\nc"}),
    ("ticks one by one", {"ticks": {"ask": day("2026-11-20")}}, {"ticks": {"wait": "skipped"}},
     {"ticks": {"ask": day("2026-11-20"), "thank": "skipped", "mood": "x"}},
     {"ticks": {"wait": "skipped", "thank": "skipped", "mood": "x"}}),
    ("skips by name", {"skips": {"thank": ["A", "B"]}}, {"skips": {"thank": ["B"], "connect": ["C"]}},
     {"skips": {"thank": ["A", "B", "D"]}}, {"skips": {"thank": ["B", "D"], "connect": ["C"]}}),
    ("contacts of both", {"contacts": [C1]}, {"contacts": [C1, C2]}, {"contacts": [C1, C3]},
     {"contacts": [C1, C2, C3]}),
    ("a contact edited", {"contacts": [C1, C2]}, {"contacts": [C1.but(text="x"), C2]},
     {"contacts": [C1.but(channel="mail"), C2]}, {"contacts": [C1.but(text="x", channel="mail"), C2]}),
    ("a contact taken off", {"contacts": [C1, C2]}, {"contacts": [C2]}, {"contacts": [C1, C2, C3]},
     {"contacts": [C2, C3]}),
    ("a contact taken off and edited", {"contacts": [C1, C2]}, {"contacts": [C2]},
     {"contacts": [C1.but(text="x"), C2]}, {"contacts": [C1.but(text="x"), C2]}),
    ("contacts in another order", {"contacts": [C1, C2]}, {"contacts": [C2, C1]}, {"contacts": [C1, C2, C3]},
     {"contacts": [C2, C3, C1]}),
    ("a draft deleted", {"draft": [DRAFT]}, {"draft": []}, {"draft": [DRAFT], "role": "x"}, {"role": "x"}),
    ("promises of both", {"promises": [P1]}, {"promises": [P1, P2]}, {"promises": []}, {"promises": [P2]}),
    ("the same promise twice", {}, {"promises": [P1, P1]}, {"promises": [P1]}, {"promises": [P1, P1]}),
    ("keys that we do not know", {"pay": 1, "odd": [1]}, {"pay": 2, "odd": [1]}, {"pay": 1, "new": {"a": 1}},
     {"pay": 2, "new": {"a": 1}}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"), [row[1:] for row in FIELDS], ids=[r[0] for r in FIELDS]
)
def test_a_field_changed_on_either_side_is_taken(
    base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], merged: dict[str, Any]
) -> None:
    assert strictly_equal(of_interviews(base, ours, theirs), interview(**merged))


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ({"role": "x"}, {"outcome": "y"}, {"role": "x", "outcome": "y"}),
        ({"contacts": [C1, C3]}, {"contacts": [C1, C2]}, {"contacts": [C1, C2, C3]}),
        ({"promises": [P1]}, {}, {"promises": [P1]}),
        ({"notes": "a\nb\n"}, {"notes": "b\n= 401k\n"}, {"notes": "a\nb\n= 401k\n"}),
        ({"skips": {"thank": ["A"]}}, {"skips": {"thank": ["B"]}}, {"skips": {"thank": ["A", "B"]}}),
        ({"ticks": {"ask": "skipped"}}, {"pay": 1}, {"ticks": {"ask": "skipped"}, "pay": 1}),
    ],
)
def test_without_a_base_all_is_kept(
    ours: dict[str, Any], theirs: dict[str, Any], merged: dict[str, Any]
) -> None:
    assert strictly_equal(of_interviews(None, ours, theirs), interview(**merged))


CLASHES: list[tuple[dict[str, Any], dict[str, Any], str, dict[str, Any], Conflict]] = [
    # one, other, the field, what stands, what is kept beside it
    ({"role": "A"}, {"role": "B"}, "role", {"role": "B"}, Conflict(field="role", text="A")),
    ({"round": 2}, {"round": 10}, "round", {"round": 10}, Conflict(field="round", text="2")),
    ({"setting": "video"}, {"setting": "phone"}, "setting", {"setting": "video"},
     Conflict(field="setting", text="phone")),
    ({"held": "2026-11-20T14:00+01:00"}, {"held": "2026-11-21T13:00+01:00"}, "held_at",
     {"held": "2026-11-21T13:00+01:00"}, Conflict(field="held_at", text="2026-11-20T14:00:00+01:00")),
    ({"ticks": {"write-down": "skipped"}}, {"ticks": {"write-down": day("2026-11-20")}}, "ticks.write-down",
     {"ticks": {"write-down": day("2026-11-20")}}, Conflict(field="ticks.write-down", text="skipped")),
    ({"pay": {"low": 1}}, {"pay": "much"}, "pay", {"pay": {"low": 1}},
     Conflict(field="pay", text="much", value="much")),
    ({"contacts": [C1.but(text="A")]}, {"contacts": [C1.but(text="B")]}, f"contact.{C1.id}.text",
     {"contacts": [C1.but(text="B")]}, Conflict(field=f"contact.{C1.id}.text", text="A")),
]  # fmt: skip


@pytest.mark.parametrize("base", [{"contacts": [C1]}, None], ids=["base", "no base"])
@pytest.mark.parametrize(
    ("ours", "theirs", "field", "stands", "other_version"), CLASHES, ids=[row[2] for row in CLASHES]
)
def test_a_field_that_both_changed_is_kept_twice(
    base: dict[str, Any] | None,
    ours: dict[str, Any],
    theirs: dict[str, Any],
    field: str,
    stands: dict[str, Any],
    other_version: Conflict,
) -> None:
    rest = {"contacts": [C1]}
    old = None if base is None else book(interview(**base))
    first, second = (book(interview(**(rest | side))) for side in (ours, theirs))
    merged = both_ways(old, first, second)
    assert strictly_equal(merged.logbook, book(interview(**(rest | stands)).but(conflicts=(other_version,))))
    (conflict,) = merged.conflicts
    assert (conflict.interview_id, conflict.field) == ("k7f3q2", field)
    assert conflict.text.startswith(f"Acme: “{field}” was changed in two places; “")
    for side in (first, second):
        assert strictly_equal(both_ways(old, merged.logbook, side).logbook, merged.logbook)


def test_a_conflict_resolved_on_either_side_is_resolved() -> None:
    ours = interview(role="B").but(conflicts=(Conflict(field="role", text="A"),))
    left = both_ways(book(ours), book(ours.but(conflicts=())), book(ours.but(outcome="offer"))).logbook
    assert left.interviews[0] == interview(role="B", outcome="offer")
    taken = both_ways(book(ours), book(ours), book(ours.but(role="A"))).logbook
    assert taken.interviews[0].role == "A"


def test_a_conflict_goes_when_its_version_becomes_current() -> None:
    ours = interview(role="B").but(conflicts=(Conflict(field="role", text="A"),))
    merged = both_ways(book(ours), book(ours.but(role="A")), book(ours.but(outcome="offer"))).logbook
    assert merged.interviews[0] == interview(role="A", outcome="offer")


def test_a_line_of_the_notes_changed_on_both_sides_gives_a_notice() -> None:
    merged = both_ways(*(book(interview(notes=f"> {text}")) for text in ("soon", "Friday", "Monday")))
    assert merged.logbook.interviews[0].notes.count(OPEN) == 1
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.text) == (
        "notes",
        "Acme: lines of the notes were changed in two places; both versions are marked.",
    )


A, B, C = interview(id="a"), interview(id="b"), interview(id="c")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("ab", "ab", "abc", "abc"),
        ("a", "ab", "ac", "abc"),
        ("ab", "b", "abc", "bc"),
        ("abc", "cab", "abc", "cab"),
        (None, "ab", "bc", "abc"),
        (None, "", "ab", "ab"),
    ],
)
def test_interviews_keep_their_order_or_the_changed_order(
    base: str | None, ours: str, theirs: str, merged: str
) -> None:
    known = {"a": A, "b": B, "c": C}
    books = [None if ids is None else book(*(known[id] for id in ids)) for ids in (base, ours, theirs)]
    assert books[1] is not None
    assert books[2] is not None
    result = both_ways(books[0], books[1], books[2]).logbook
    assert "".join(ours.id for ours in result.interviews) == merged


def test_a_deleted_interview_is_gone_and_stays_gone() -> None:
    old = book(A, B)
    deleted = DeleteInterview("a", "Acme", NOW).apply(old)
    assert deleted.deleted == (Deleted(id="a", at=NOW, was=digest(A)),)
    noted = book(A, B.but(notes="x"))
    merged = both_ways(old, deleted, noted).logbook
    assert merged == book(B.but(notes="x"), deleted=deleted.deleted)
    # A copy of the file from before does not bring it back, though there is no base.
    assert both_ways(None, merged, old).logbook.interview("a") is None


def test_an_interview_missing_without_an_entry_is_deleted_only_with_a_base() -> None:
    assert both_ways(book(A, B), book(B), book(A, B)).logbook == book(B)
    assert both_ways(None, book(B), book(A, B)).logbook == book(A, B)


@pytest.mark.parametrize("base", [book(A, B), None], ids=["base", "no base"])
def test_an_edit_wins_over_a_deletion(base: Logbook | None) -> None:
    deleted = DeleteInterview("a", "Acme", NOW).apply(book(A, B))
    edited = book(A.but(notes="x"), B)
    assert both_ways(base, deleted, edited).logbook == edited


def test_a_deletion_written_by_hand_takes_nothing_away() -> None:
    by_hand = book(B, deleted=({"id": "a", "at": NOW},))
    assert both_ways(None, by_hand, book(A, B)).logbook == book(A, B)


def test_a_record_restored_by_undo_stays() -> None:
    deleted = DeleteInterview("a", "Acme", NOW).apply(book(A))
    assert both_ways(deleted, book(A), deleted).logbook == book(A)


def test_deletions_are_merged_by_union_the_later_moment_counts() -> None:
    ours = DeleteInterview("a", "Acme", NOW).apply(book(A, B))
    theirs = DeleteInterview("b", "Acme", NOW).apply(
        DeleteInterview("a", "Acme", NOW + timedelta(hours=1)).apply(book(A, B))
    )
    merged = both_ways(book(A, B), ours, theirs).logbook
    assert merged.interviews == ()
    assert [(entry.id, entry.at) for entry in merged.deleted] == [("b", NOW), ("a", NOW + timedelta(hours=1))]


def test_a_deleted_contact_is_gone_and_another_with_its_id_elsewhere_is_not() -> None:
    first, second = A.but(contacts=(C1, C2)), B.but(contacts=(C1,))
    old = book(first, second)
    deleted = DeleteContact("a", C1.id, NOW).apply(old)
    assert deleted.deleted == (Deleted(id=C1.id, at=NOW, kind="contact", of="a", was=digest(C1)),)
    for base in (old, None):
        assert both_ways(base, deleted, old).logbook == deleted
    edited = book(A.but(contacts=(C1.but(text="x"), C2)), second)
    for base in (old, None):
        assert both_ways(base, deleted, edited).logbook == edited


def test_settings_inbox_and_unknown_keys_are_merged() -> None:
    line, more = ({"at": NOW, "text": text} for text in ("x", "y"))
    ours = book(
        format=1, inbox=(line,), rules={"guess_days": 5, "holidays": [day("2026-12-25")]}, owner="Sam"
    )
    theirs = book(
        format=2, inbox=(more,), rules={"too_soon_days": 3, "holidays": [day("2026-12-24")]}, pet="cat"
    )
    merged = both_ways(book(inbox=(line,)), ours, theirs).logbook
    assert merged.format == 2
    assert [kept.text for kept in merged.inbox] == ["y"]
    assert (merged.rules.guess_days, merged.rules.too_soon_days) == (5, 3)
    assert set(merged.rules.holidays) == {day("2026-12-24"), day("2026-12-25")}
    assert merged.model_extra == {"owner": "Sam", "pet": "cat"}


def test_a_rule_changed_on_both_sides_is_a_conflict() -> None:
    merged = both_ways(*(book(rules={"guess_days": days}) for days in (7, 5, 6)))
    assert merged.logbook.rules.guess_days == 6
    assert merged.logbook.conflicts == (Conflict(field="rules.guess_days", text="5"),)
    assert [(ours.interview_id, ours.field) for ours in merged.conflicts] == [("", "rules.guess_days")]


@given(strategies.logbooks, strategies.logbooks, strategies.logbooks)
def test_merging_any_logbooks_loses_nothing(base: Logbook, ours: Logbook, theirs: Logbook) -> None:
    for old in (base, None):
        merged = both_ways(old, ours, theirs).logbook
        assert {entry.id for entry in merged.deleted} <= {
            d.id for side in (ours, theirs) for d in side.deleted
        }
        assert strictly_equal(merge(old, merged, merged).logbook, merged)
        assert strictly_equal(merge(ours, ours, theirs).logbook, theirs)
    ids = {kept.id for kept in merged.interviews}
    deleted_ids = {entry.id for side in (ours, theirs) for entry in side.deleted}
    assert {kept.id for side in (ours, theirs) for kept in side.interviews} - deleted_ids <= ids


def test_a_thousand_interviews_are_merged_in_no_time() -> None:
    def thousand() -> list[Interview]:
        return [interview(id=f"i{n}", notes=f"@ Dana {n}\n" * 20, contacts=(C1, C2)) for n in range(1000)]

    base, ours, theirs = (thousand() for _ in range(3))
    ours[3] = ours[3].but(notes="x")
    theirs[4] = theirs[4].but(notes="y")
    books = [book(*side) for side in (base, ours, theirs)]
    start = time.process_time()
    merged = merge(*books).logbook
    assert time.process_time() - start < 1.0
    assert [merged.interviews[n].notes for n in (3, 4)] == ["x", "y"]
    assert merged.interviews[0] is ours[0]
