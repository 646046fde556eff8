"""The facts for a letter: those about its reader first, those about others last."""

from followup_tui.core.letters.facts import facts_for
from followup_tui.core.notes import signs
from tests.core.letters.test_openings import ACME


def test_the_facts_name_the_person_first_and_others_last() -> None:
    lines = facts_for('Daniela "Dana" Reyes', ACME)
    assert [line.text for line in lines] == [
        "Dana plays ice hockey",
        "Dana asked about Go",
        "they use Postgres",
        "two references by Friday",
        "printed portfolio",
        "worried about my Kubernetes experience",
        "Luis plays the cello",
    ]
    assert [line.is_private for line in lines] == [
        line.sign in (signs.CONCERN, signs.PERSONAL) for line in lines
    ]
    assert [line.names_recipient for line in lines] == [True, True] + [False] * 5
