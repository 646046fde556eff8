"""What is a table and how it is taken apart; columns known by their headings."""

import pytest

from followup_tui.core.csv_import.parsing import Kind, TableError, decode, find_columns, split
from tests.core.csv_import.test_table import read


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


def test_of_two_columns_of_a_kind_the_last_is_read() -> None:
    [row] = read("Name of company,Company,Interview date\nx,Acme,2026-11-20\n").rows
    assert row.interview.company == "Acme"


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
        (
            ["2026-11-10", "Marrow"],
            "its first row is not a heading .“2026-11-10” and “Marrow”.; put one above",
        ),
    ],
)
def test_headings_without_a_company_are_refused_by_name(headings: list[str], says: str) -> None:
    with pytest.raises(TableError, match=says):
        find_columns(headings, "")


TEXT = "Firma;Datum\nMüller – „Café“ €;20.11.2026\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_text_in_utf_8_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_an_empty_file_is_text() -> None:
    assert decode(b"") == ""
    assert decode(b"Company,Date\n") == "Company,Date\n"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04....[Content_Types].xml..xl/workbook.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
        b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        b"PK\x03\x04..Job Tracker 1f2e.csv",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Firma;\x81\x8d\n",
        b"\xff\xfa\x00",
        b"\xff\xfeA\x00B",
        b"Company\x00,Date\n",
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("cp1252"),
    ],
)
def test_what_is_no_text_in_utf_8_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(TableError, match="not UTF-8 text; save the sheet as “CSV UTF-8”"):
        decode(data)


def test_cells_that_say_nothing_are_left_out_and_lines_are_counted_from_where_a_record_begins() -> None:
    headings, records = split('Company , Notes\nA,"x\ny"\n,\n-,TBD\nB,n/a\n')
    assert headings == ["Company", "Notes"]
    assert [(record.line, record.cells) for record in records] == [
        (2, {"Company": "A", "Notes": "x\ny"}),
        (6, {"Company": "B"}),
    ]
