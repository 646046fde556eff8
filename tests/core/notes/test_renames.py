"""Edits of the notes that rename a person or a material, and those that do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.notes import signs
from followup_tui.core.notes.renames import Renaming, find_renamings
from tests.core.notes.test_facts import wild

HELD_ON = date(2026, 11, 19)
DANA, LUIS = "@ Dana, CTO\n", "@ Luis\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(DANA, "@ Dayna, CTO\n", "Dana → Dayna", id="a name mended"),
        pytest.param(DANA + LUIS, "@ Dayna\n" + LUIS, "Dana → Dayna", id="one of two"),
        pytest.param(DANA + LUIS, DANA + "@ Luís", "Luis → Luís", id="an accent"),
        pytest.param("notes\n" + DANA, "@ Dayna\nmore\n", "Dana → Dayna", id="other lines move"),
        pytest.param(DANA, LUIS, "Dana → Luis", id="one line by one line"),
        pytest.param("@ Dana R\n", "@ Dana Re\n", "Dana R → Dana Re", id="a name being typed"),
        pytest.param("@ Dana Reyes\n", "@ Dana Reyes and L\n", "", id="another being typed"),
        pytest.param("@ Dana Reyes\n", "@ Dana Reyes and Luis Ortega\n", "", id="another on the line"),
        pytest.param(DANA, "", "", id="she left"),
        pytest.param("", DANA, "", id="she came"),
        pytest.param(DANA, DANA + LUIS, "", id="he came"),
        pytest.param(DANA + LUIS, LUIS + DANA, "", id="another order"),
        pytest.param(DANA + LUIS, LUIS + "@ Kim", "", id="one left, one came elsewhere"),
        pytest.param(DANA + LUIS, "@ Kim\n@ Bo", "", id="two at once"),
        pytest.param(DANA, "@ DANA, boss <d@acme.example>", "", id="case, role and address"),
        pytest.param(DANA + LUIS, DANA + "@ dana", "", id="into one who is there"),
        pytest.param("@ Dana\n@ Dana\n", "@ Dana\n@ Kim\n", "", id="out of one who stays"),
        pytest.param(DANA, "@ none\n", "", id="none is nobody"),
        pytest.param("@ none\n", DANA, "", id="nobody before"),
        pytest.param(DANA, "! Dana\n", "", id="another sign"),
        pytest.param(DANA, "@ , CTO\n", "", id="no name left"),
        pytest.param("+ CV by Friday", "+ resume by Friday", "CV → resume", id="material"),
        pytest.param("+ CV by Friday", "+ CV by 2026-12-04", "", id="only its date"),
        pytest.param("+ CV\n" + DANA, "+ resume\n@ Kim", "Dana → Kim, CV → resume", id="one of each"),
        pytest.param("! old", "! new", "", id="a concern"),
    ],
)
def test_a_single_line_replaced_is_a_renaming(old: str, new: str, expected: str) -> None:
    renamings = find_renamings(old, new, HELD_ON)
    assert ", ".join(f"{renaming.old} → {renaming.new}" for renaming in renamings) == expected


def test_a_renaming_knows_its_sign() -> None:
    assert find_renamings("+ CV", "+ resume", HELD_ON) == (Renaming(signs.MATERIAL, "CV", "resume"),)


@given(text=wild, said_on=st.dates())
def test_unchanged_notes_rename_nothing(text: str, said_on: date) -> None:
    assert find_renamings(text, text, said_on) == ()
