"""Which company is meant by a part of its name, or nearly its name."""

import pytest

from followup_tui.core.companies import (
    company_key,
    matching_companies,
    matching_names,
    similar_companies,
)

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
def test_a_company_is_found_by_any_spelling_of_its_name(name: str) -> None:
    assert matching_companies(name, ["Zeta", name]) == (name,)
    assert matching_companies(f" {name.upper()}  GmbH ", ["Zeta", name]) == ((name,) if name else ())


def test_two_spellings_of_a_company_are_found_as_its_later_spelling() -> None:
    assert matching_companies("acme", ["Acme GmbH", "Borealis", "ACME"]) == ("ACME",)
    assert matching_companies("ac", ["ACME", "Acme GmbH"]) == ("Acme GmbH",)


def test_two_people_are_two_whatever_a_company_could_leave_out() -> None:
    assert matching_names("ana", ["Ana Sa", "Ana"]) == ("Ana",)
    assert matching_names("an", ["Ana Sa", "Ana"]) == ("Ana Sa", "Ana")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme", "acme"),
        ("ACME  Inc.", "acme"),
        ("Acme, Inc", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("Acme Ltd.", "acme"),
        ("Nestlé S.A.", "nestle"),
        ("MÜLLER AG", "muller"),
        ("Müller AG", "muller"),
        ("Acme Robotics", "acme robotics"),
        ("Incorporated", "incorporated"),
        ("Co. Ltd", "co"),
        ("हिन्दी", "हिन्दी"),
        ("王小明", "王小明"),
    ],
)
def test_a_company_is_the_same_without_case_accents_and_legal_form(name: str, key: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize("wanted", ["jorg", "muller", "Mueller", "JÖRG", "müller-luedenscheidt", "mull jor"])
def test_a_name_is_found_without_its_accents_and_with_its_umlauts_written_out(wanted: str) -> None:
    name = "Jörg Müller-Lüdenscheidt"
    assert matching_names(wanted, ["Ana", name]) == (name,)
    assert matching_companies(wanted, ["Ana", name]) == (name,)


def test_a_name_with_its_umlauts_written_out_is_found_by_the_umlaut() -> None:
    assert matching_names("Müller", ["Hans Mueller", "Ana"]) == ("Hans Mueller",)
