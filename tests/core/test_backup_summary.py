"""What an earlier state would bring back, in words."""

import pytest

from followup_tui.core.backup_summary import brings_back, holds
from followup_tui.core.model.logbook import Logbook, Look
from tests.core.builders import contact, interview

ACME = interview(notes="@ Dana\n> soon\n", company="Acme", id="a")
BORE = interview(company="Borealis", id="b")
NOW = Logbook(interview=(ACME, BORE))


@pytest.mark.parametrize(
    ("then", "told"),
    [
        (NOW, "as it is now"),
        (Logbook(interview=(ACME,)), "without Borealis"),
        (Logbook(interview=(ACME, BORE, interview(company="Cyan", id="c"))), "with Cyan"),
        (Logbook(interview=(ACME.but(notes="@ Dana"), BORE)), "Acme: 1 line of notes fewer"),
        (
            Logbook(interview=(ACME.but(notes="@ Dana\n\nb\nc\nd"),)),
            "Acme: 2 lines of notes more · without Borealis",
        ),
        (Logbook(interview=(ACME.but(notes="@ Dina\n> soon\n"), BORE)), "Acme: other words in the notes"),
        (
            Logbook(interview=(ACME.but(contacts=(contact("thank-you", "2026-11-19T18:00"),)), BORE)),
            "Acme: 1 contact more",
        ),
        (Logbook(interview=(ACME.but(role="Engineer"), BORE)), "Acme: other details"),
        (Logbook(interview=(ACME.but(id="new"), BORE)), "as it is now"),
        (NOW.but(look=Look(theme="nord")), "other settings"),
        (Logbook(), "without Acme · without Borealis"),
    ],
)
def test_what_differs_is_told(then: Logbook, told: str) -> None:
    assert brings_back(then, NOW) == told


def test_without_a_state_to_compare_with_it_tells_what_is_in_it() -> None:
    assert holds(NOW) == "2 interviews: Acme, Borealis"
    assert holds(Logbook()) == "0 interviews"
