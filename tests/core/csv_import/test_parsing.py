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
        ("Interviewed On", Kind.INTERVIEW),
        ("Telefoninterview", Kind.INTERVIEW),
        ("Data da entrevista", Kind.INTERVIEW),
        ("Cargo", Kind.ROLE),
        ("Situação", Kind.OUTCOME),
        ("Interviewed by", Kind.PEOPLE),
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
        ("Interviewer", Kind.PEOPLE),
        ("Interview type", Kind.FORMAT),
        ("Time zone", Kind.ZONE),
        ("Interview notes", Kind.NOTES),
        ("Phone number", None),
        ("Name of company", Kind.COMPANY),
        ("Company (from Application)", Kind.COMPANY),
        ("Role (from Application)", Kind.ROLE),
        ("Interview dates", Kind.INTERVIEW),
        ("Last call", None),
        ("Exit interview date", None),
        ("Date saved", None),
    ],
)
def test_columns_are_known_by_their_headings(heading: str, kind: Kind | None) -> None:
    assert find_columns([heading, "Company"], "")[0].kind is kind


@pytest.mark.parametrize("headings", ["Name of company,Company", "Employer,Company", "Employer,Company name"])
def test_of_two_columns_of_a_kind_the_one_with_the_better_heading_is_read(headings: str) -> None:
    [row] = read(f"{headings},Interview date\nx,Acme,2026-11-20\n").rows
    assert row.interview.company == "Acme"


def test_the_other_columns_of_a_kind_fill_what_the_first_leaves_empty() -> None:
    table = read(
        "Company,Employer,Job title,Title,Interview,Interview date,Time,Start time\n"
        "Acme,Agency,Dev,x,2026-10-01,2026-11-20,,9:30\n,Beta,,Tester,2026-11-21,,10:00,9:30\n"
    )
    assert table.remark == (
        "Days from “Interview date”, then “Interview”. Company from “Company”, then “Employer”. "
        "Role from “Job title”, then “Title”. Time from “Time”, then “Start time”."
    )
    assert [
        (row.interview.company, row.interview.role, f"{row.interview.held_at:%Y-%m-%d %H:%M}")
        for row in table.rows
    ] == [("Acme", "Dev", "2026-11-20 09:30"), ("Beta", "Tester", "2026-11-21 10:00")]


def test_a_row_without_a_day_of_a_round_has_that_of_the_whole() -> None:
    rows = read("Company,Interview date,Phone screen,Onsite\nA,2026-11-20,,\nB,2026-11-20,2026-11-02,\n").rows
    assert [(row.interview.held_at.day, row.interview.round) for row in rows] == [(20, 1), (2, 1)]


def test_a_mere_date_never_fills_in_for_the_day_of_an_interview() -> None:
    table = read(
        "Company,Date,Interview date,Interviewer\nA,2026-11-01,2026-11-20,Dana\nB,2026-11-02,,Dana\n"
    )
    assert [row.interview.company for row in table.rows] == ["A"]
    assert table.remark.endswith("Not used: “Date”.")


@pytest.mark.parametrize(
    ("headings", "notes"),
    [
        ("Notes,Comments", "likes Go\nComments: badge\n"),
        ("Comments,Notes", "badge\nComments: likes Go\n"),
        ("Comments,Feedback", "likes Go\nFeedback: badge\n"),
        ("Interview notes,Notes", "likes Go\nbadge\n"),
        ("Notes,Notes", "likes Go\nNotes 2: badge\n"),
        ("Remarks:,Pros", "likes Go\nPros: badge\n"),
    ],
)
def test_several_columns_of_notes_follow_each_other_named_by_their_headings(
    headings: str, notes: str
) -> None:
    [row] = read(f"Company,Interview date,{headings}\nA,2026-11-20,likes Go,badge\n").rows
    assert row.interview.notes == notes


def test_a_sign_stays_at_the_beginning_of_its_line_below_the_heading_of_its_column() -> None:
    [row] = read('Company,Interview date,Notes,Comments\nA,2026-11-20,x,"> 2 weeks\n! Go"\n').rows
    assert row.interview.notes == "x\nComments:\n> 2 weeks\n! Go\n"


def test_what_a_table_says_of_a_single_round_is_noted_with_its_heading() -> None:
    table = read(
        "Company,Round 1 date,Round 1 interviewer,Round 1 time,"
        "Round 2 date,Round 2 interviewer,Round 2 notes\n"
        "A,2026-11-05,Ines Holm,9:30,2026-11-16,Piet Bos,> 2 weeks\n"
    )
    first, last = (row.interview for row in table.rows)
    assert (first.notes, first.round, last.round) == ("", 1, 2)
    assert (first.held_at.hour, last.held_at.hour) == (9, 12)
    assert last.notes == (
        "Round 1 interviewer: Ines Holm\nRound 2 interviewer: Piet Bos\nRound 2 notes:\n> 2 weeks\n"
    )
    [row] = read("Company,Interview date,Interviewer 1,Interviewer 2\nA,2026-11-05,Ines Holm,Piet Bos\n").rows
    assert row.interview.notes == "@ Ines Holm\n@ Piet Bos\n"


@pytest.mark.parametrize(
    "text",
    [
        "My jobs 2026,,,,\n,,,,\nCompany,Role,Interview date,Time,With\nA,Dev,2026-11-20,14:00,Ines Holm\n",
        "My job search 2026\nCompany;Role;Interview date;Time;With\nA;Dev;2026-11-20;14:00;Ines Holm\n",
        "Company,Role,Interview,,\n,,Date,Time,With\nA,Dev,2026-11-20,14:00,Ines Holm\n",
        "2026\nCompany,Role,Interview,,,\n,,Date & Time,With,\nA,Dev,2026-11-20 14:00,Ines Holm,\n",
    ],
)
def test_a_title_and_headings_in_two_rows_are_read(text: str) -> None:
    [row] = read(text).rows
    assert f"{row.interview.company} {row.interview.role} {row.interview.held_at:%H:%M}" == "A Dev 14:00"
    assert row.interview.notes == "@ Ines Holm\n"


def test_headings_in_two_rows_name_the_days_of_rounds() -> None:
    rows = read(
        "Company,1st interview,,2nd interview,\n,Date,With,Date,With\n"
        "A,2026-11-05,Ines Holm,2026-11-16,Piet Bos\n"
    ).rows
    assert [(row.interview.held_at.day, row.interview.round) for row in rows] == [(5, 1), (16, 2)]
    assert rows[1].interview.notes == "1st interview With: Ines Holm\n2nd interview With: Piet Bos\n"


def test_two_columns_with_the_same_heading_are_two() -> None:
    rows = read("Company,Interview date,Interview date,Salary,Salary\nA,2026-11-05,2026-11-16,1,2\n").rows
    assert [(row.interview.held_at.day, row.interview.round) for row in rows] == [(5, 1), (16, 2)]


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


def test_a_table_of_one_column_keeps_its_heading() -> None:
    assert split("Company\nAcme\nGlobex\n")[0] == ["Company"]


def test_a_shorter_second_row_of_headings_drops_no_column() -> None:
    headings, records = split("Company,Interview,,Notes\n,Date,Time\nAcme,2026-11-20,14:00,went well\n")
    assert headings == ["Company", "Interview Date", "Interview Time", "Notes"]
    assert records[0].cells["Notes"] == "went well"


def test_a_numbered_heading_never_takes_the_place_of_another() -> None:
    assert split("Date,Date 2,Date\n1,2,3\n")[0] == ["Date", "Date 2", "Date 3"]
