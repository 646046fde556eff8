"""Added notes are found and differences described, each in a few words."""

import pytest

from followup_tui.core.model.logbook import AppearanceSettings, Logbook
from followup_tui.core.summary import describe_contents, describe_difference, find_added_notes
from tests.core.builders import book, contact, interview

OLD = interview(notes="@ Dana\n! tests\n")


@pytest.mark.parametrize(
    ("notes", "message", "last"),
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
def test_added_lines_are_found_in_order(notes: str, message: str | None, last: int) -> None:
    added = find_added_notes(book(OLD), book(OLD.but(notes=notes)))
    assert (added.message if added else None, added.last if added else 0) == (message, last)


def test_the_first_notes_of_an_interview_are_added_notes() -> None:
    added = find_added_notes(book(OLD.but(notes="")), book(OLD))
    assert added is not None
    assert added.lines == ("@ Dana", "! tests")


def test_any_other_change_is_not_reported_as_added_notes() -> None:
    grown = OLD.but(notes=f"{OLD.notes}~ sails\n")
    other = interview(id="other", company="Bore")
    assert find_added_notes(book(OLD), book(grown.but(role="Engineer"))) is None
    assert find_added_notes(book(OLD), book(grown, other)) is None
    assert find_added_notes(book(OLD, other), book(grown)) is None
    assert find_added_notes(book(OLD, other), book(grown, other.but(notes="x"))) is None
    assert find_added_notes(book(OLD, other), book(grown, other)) is not None
    assert find_added_notes(book(OLD), book(OLD)) is None


ACME = interview(notes="@ Dana\n> soon\n", company="Acme", id="a")
BORE = interview(company="Borealis", id="b")
NOW = Logbook(interview=(ACME, BORE))


@pytest.mark.parametrize(
    ("earlier", "description"),
    [
        (NOW, "as it is now"),
        (Logbook(interview=(ACME,)), "without Borealis"),
        (Logbook(interview=(ACME, BORE, interview(company="Cyan", id="c"))), "with Cyan"),
        (Logbook(interview=(ACME.but(notes="@ Dana"), BORE)), "Acme: 1 fewer line"),
        (
            Logbook(interview=(ACME.but(notes="@ Dana\n\nb\nc\nd"),)),
            "Acme: 2 more lines · without Borealis",
        ),
        (Logbook(interview=(ACME.but(notes="@ Dina\n> soon\n"), BORE)), "Acme: different notes"),
        (
            Logbook(interview=(ACME.but(contacts=(contact("thank-you", "2026-11-19T18:00"),)), BORE)),
            "Acme: 1 more contact",
        ),
        (Logbook(interview=(ACME.but(role="Engineer"), BORE)), "Acme: different details"),
        (Logbook(interview=(ACME.but(id="new"), BORE)), "as it is now"),
        (NOW.but(appearance=AppearanceSettings(theme="nord")), "different settings"),
        (Logbook(), "without Acme · without Borealis"),
    ],
)
def test_differences_are_described(earlier: Logbook, description: str) -> None:
    assert " · ".join(describe_difference(earlier, NOW)) == description


def test_contents_are_described() -> None:
    assert describe_contents(NOW) == ("2 interviews: Acme", "Borealis")
    assert describe_contents(Logbook()) == ("0 interviews",)
