"""The positions of a logbook while it is edited."""

from itertools import compress

from followup_tui.core.model.logbook import Logbook
from followup_tui.core.rules.position import Position, positions
from followup_tui.session.position_index import PositionIndex
from tests.core.builders import at, contact, interview


def test_positions_after_any_edit_are_those_of_the_whole_logbook() -> None:
    first, second = interview("2026-11-10T10:00", id="a"), interview("2026-11-17T10:00", id="b")
    other = interview("2026-11-12T10:00", id="c", company="Borealis")
    index = PositionIndex()
    no, offer = (contact("reply", "2026-11-12").but(says=says) for says in ("rejection", "offer"))

    def index_of(logbook: Logbook) -> tuple[Position, ...]:
        index.update(logbook.interviews)
        has_offer = [any(contact.says == "offer" for contact in each.contacts) for each in index.positions]
        assert index.with_offers == tuple(compress(index.positions, has_offer))
        for each in index.positions:
            assert all(index.position_of(record.id) is each for record in each.interviews)
        return index.positions

    edits: list[dict[str, object]] = [
        {"notes": "@ Dana"},
        {"contacts": (contact("follow-up", "2026-11-13"),)},
        {"contacts": (no,)},
        {"contacts": (offer,)},
        {"notes": "@ Dana Reyes"},
        {"outcome": "rejected"},
        {"outcome": ""},
        {"contacts": ()},
        {"company": "Borealis"},
        {"held_at": at("2026-11-30T10:00")},
        {"position": "x"},
    ]
    logbook = Logbook(interview=(first, second, other))
    assert index_of(logbook) == positions(logbook.interviews)
    for edit in edits:
        changed, *rest = logbook.interviews
        logbook = logbook.but(interviews=(changed.but(**edit), *rest))
        assert index_of(logbook) == positions(logbook.interviews)
    untouched = index.positions
    again = logbook.but(interviews=(logbook.interviews[0].but(notes="x"), *logbook.interviews[1:]))
    assert sum(a is b for a, b in zip(untouched, index_of(again), strict=True)) == len(untouched) - 1


def test_an_unknown_interview_has_no_position() -> None:
    index = PositionIndex()
    index.update((interview("2026-11-10T10:00", id="a"),))
    assert index.position_of("b") is None
