"""Columns known by their headings."""

import pytest

from followup_tui.core.csv_import.headings import Kind, find_columns
from followup_tui.core.csv_import.records import TableError


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Company / Organization", Kind.COMPANY),
        ("Company*", Kind.COMPANY),
        ("EMPLOYER NAME", Kind.COMPANY),
        ("Unternehmen", Kind.COMPANY),
        ("Société", Kind.COMPANY),
        ("Role/Title", Kind.ROLE),
        ("jobTitle", Kind.ROLE),
        ("Stelle", Kind.ROLE),
        ("Date (interview)", Kind.INTERVIEW),
        ("Interview Date/Time", Kind.INTERVIEW),
        ("Interview Date & Time", Kind.INTERVIEW),
        ("Interview date (YYYY-MM-DD)", Kind.INTERVIEW),
        ("1st Interview", Kind.INTERVIEW),
        ("Interview 1 date", Kind.INTERVIEW),
        ("First Interview Date", Kind.INTERVIEW),
        ("Round 1", Kind.INTERVIEW),
        ("1er entretien", None),
        ("1. Gespräch", None),
        ("Termin Vorstellungsgespräch", None),
        ("Vorstellungsgespräch am", Kind.INTERVIEW),
        ("First Interview At", Kind.INTERVIEW),
        ("Fecha de entrevista", Kind.INTERVIEW),
        ("Phone screen", Kind.INTERVIEW),
        ("Date Onsite / Final Round", Kind.INTERVIEW),
        ("List", Kind.STATUS),
        ("listName", Kind.STATUS),
        ("Stage", Kind.STATUS),
        ("Application Status", Kind.STATUS),
        ("Statut", Kind.STATUS),
        ("Final outcome", Kind.OUTCOME),
        ("Ergebnis", Kind.OUTCOME),
        ("Interview #", Kind.ROUND),
        ("Interview round", Kind.ROUND),
        ("Notes / Comments", Kind.NOTES),
        ("Bemerkungen", Kind.NOTES),
        ("Location", None),
        ("Company (URL)", None),
        ("Interviewer", Kind.INTERVIEWER),
        ("Interview type", Kind.FORMAT),
        ("Time zone", Kind.ZONE),
        ("Interview notes", Kind.NOTES),
        ("Phone number", None),
        ("Name of company", Kind.COMPANY),
        ("Last call", None),
        ("Exit interview date", None),
        ("Date saved", None),
    ],
)
def test_columns_are_known_by_their_headings(heading: str, kind: Kind | None) -> None:
    assert find_columns([heading, "Company"], "")[0].kind is kind


def test_of_two_columns_of_a_kind_the_plainer_heading_ranks_first() -> None:
    name, company = find_columns(["Name of company", "Company"], "")
    assert (name.kind, company.kind) == (Kind.COMPANY, Kind.COMPANY)
    assert company.rank < name.rank


def test_the_column_of_the_companies_can_be_named_and_then_is_alone() -> None:
    columns = find_columns(["Company", "Bedrijf"], "bedrijf")
    assert [column.kind for column in columns] == [None, Kind.COMPANY]


def test_the_round_and_the_stage_are_read_from_a_heading() -> None:
    columns = find_columns(
        ["Company", "Second round", "Interview 3 date", "Phone screen", "Interview date"], ""
    )
    assert [column.round for column in columns] == [None, 2, 3, None, None]
    assert [column.is_stage for column in columns] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (["a", "b"], "no column for the company among “a” and “b”; to name it: --company-column NAME"),
        (["2026-11-10", "Marrow"], "its first row is no heading .“2026-11-10” and “Marrow”.; put one above"),
    ],
)
def test_headings_without_a_company_are_refused_by_name(headings: list[str], says: str) -> None:
    with pytest.raises(TableError, match=says):
        find_columns(headings, "")
