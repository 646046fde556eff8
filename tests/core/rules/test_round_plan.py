"""What counts for the material of a round of several, and the people of all rounds."""

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.core.rules.plan_types import Status
from tests.core.builders import contact, interview, position_plan

SENT = contact("material", "2026-11-23", text="references")


@pytest.mark.parametrize(
    ("in_record", "status"),
    [
        pytest.param("a", Status.LATE, id="on record with the round before"),
        pytest.param("b", Status.DONE, id="on record with the round itself"),
    ],
)
def test_material_sent_before_a_round_counts_for_it_where_it_is_on_record_with_it(
    in_record: str, status: Status
) -> None:
    first = interview("2026-11-10T10:00", id="a", contacts=[SENT] if in_record == "a" else [])
    second = interview(
        "2026-11-24T10:00",
        "+ references by 2026-11-24",
        [SENT] if in_record == "b" else [],
        id="b",
        round=2,
    )
    plan = position_plan(first, second, now="2026-11-25")
    assert [material.status for material in plan.plan_of("b").materials] == [status]
    texts = [todo.text for todo in plan.todos if todo.step is StepId.ASK]
    assert texts == (["send references"] if status is Status.LATE else [])


def test_the_people_of_all_rounds_are_there_once_those_of_the_round_first() -> None:
    first = interview("2026-11-10T10:00", "@ Luis Ortega\n@ Dana Reyes <dana@acme.example>", id="a")
    second = interview("2026-11-17T10:00", "@ Ann Berg", id="b", round=2)
    third = interview("2026-11-24T10:00", "@ luis ortega, recruiter", id="c", round=3)
    plan = position_plan(first, second, third, now="2026-11-25").plan_with_everybody("c")
    names = ["luis ortega", "Ann Berg", "Dana Reyes"]
    assert [person.person.name for person in plan.people] == names
    dana = plan.facts.person("Dana Reyes")
    assert dana is not None
    assert dana.email == "dana@acme.example"
