"""People to be found by name: each once for a position, as noted last."""

from followup_tui.core.rules.known_people import known_people
from tests.core.builders import interview

FIRST = interview("2026-11-09T14:00+01:00", "@ Luis Ortega, recruiter\n@ none\n@", id="first")
SECOND = interview("2026-11-23T14:00+01:00", "@ Dana\n@ LUIS  Ortega, head of people", id="second")
OTHER = interview("2026-11-16T14:00+01:00", "@ Luis Ortega, consultant", id="other", company="Borealis")


def test_each_person_is_there_once_for_a_position_as_noted_last() -> None:
    found = known_people((FIRST, SECOND, OTHER))
    assert [(known.person.name, known.person.role, known.company, known.interview_id) for known in found] == [
        ("Dana", "", "Acme", "second"),
        ("LUIS Ortega", "head of people", "Acme", "second"),
        ("Luis Ortega", "consultant", "Borealis", "other"),
    ]


def test_a_logbook_without_notes_has_nobody() -> None:
    assert known_people((interview(),)) == ()
