"""Which company is meant by a part of its name, or nearly its name."""

import pytest

from followup_tui.core.companies import fold_company, matching_companies, similar_companies
from followup_tui.core.text import fold_name

NAMES = ("Acme Robotics", "Acme", "Borealis", "Ab Acme", "Ökostrom AG")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("acme", ("Acme",)),
        ("ACME  robotics", ("Acme Robotics",)),
        ("acme r", ("Acme Robotics",)),
        ("ac", ("Acme Robotics", "Acme")),
        ("bo", ("Borealis",)),
        ("alis", ("Borealis",)),
        ("öko", ("Ökostrom AG",)),
        ("zz", ()),
        ("acmerobo", ("Acme Robotics",)),
        ("ok.strom", ()),
        ("ostromag", ("Ökostrom AG",)),
        ("ökostromag", ("Ökostrom AG",)),
        ("robotics ac", ("Acme Robotics",)),
    ],
)
def test_a_company_is_found_by_a_part_of_its_name(wanted: str, found: tuple[str, ...]) -> None:
    assert matching_companies(wanted, NAMES) == found


def test_similar_names_are_suggested_the_most_similar_first() -> None:
    assert similar_companies("borialis", NAMES) == ("Borealis",)
    assert similar_companies("robotic", NAMES)[0] == "Acme Robotics"
    assert similar_companies("qqqq", NAMES) == ()


@pytest.mark.parametrize("name", [*NAMES, " a  B ", "O\u0308ko", "ẞ", ""])
def test_folding_a_company_is_folding_a_name(name: str) -> None:
    assert fold_company(name) == fold_name(name)
