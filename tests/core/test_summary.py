"""Lines that came from elsewhere, and nothing else."""

import pytest

from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.summary import noted
from tests.core.builders import interview

OLD = interview(notes="@ Dana\n! tests\n")


def logbook(*interviews: Interview) -> Logbook:
    return Logbook(interview=interviews)


@pytest.mark.parametrize(
    ("notes", "said", "last"),
    [
        ("@ Dana\n! tests\n~ sails\n", "1 line noted for Acme: ~ sails", 2),
        ("@ Dana\n! tests\n\n~ sails\n= CV", "2 lines noted for Acme: ~ sails …", 4),
        ("= CV\n@ Dana\n! tests", "1 line noted for Acme: = CV", 0),
        ("@ Dana\n! tests\n! tests\n", "1 line noted for Acme: ! tests", 2),
        ("@ Dana\n! more tests\n", None, 0),
        ("@ Dana\n", None, 0),
        ("@ Dana\n! tests\n\n", None, 0),
        ("", None, 0),
    ],
)
def test_lines_by_which_notes_grew(notes: str, said: str | None, last: int) -> None:
    made = noted(logbook(OLD), logbook(OLD.but(notes=notes)))
    assert (made.said if made else None, made.last if made else 0) == (said, last)


def test_the_first_lines_of_all() -> None:
    made = noted(logbook(OLD.but(notes="")), logbook(OLD))
    assert made is not None
    assert made.lines == ("@ Dana", "! tests")


def test_whatever_else_changed_is_not_told_as_lines() -> None:
    grown = OLD.but(notes=f"{OLD.notes}~ sails\n")
    other = interview(id="other", company="Bore")
    assert noted(logbook(OLD), logbook(grown.but(role="Engineer"))) is None
    assert noted(logbook(OLD), logbook(grown, other)) is None
    assert noted(logbook(OLD, other), logbook(grown)) is None
    assert noted(logbook(OLD, other), logbook(grown, other.but(notes="x"))) is None
    assert noted(logbook(OLD, other), logbook(grown, other)) is not None
    assert noted(logbook(OLD), logbook(OLD)) is None
