"""Tables as spreadsheets and job trackers export them."""

import csv
import io
import string
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes.interviews import AddInterviews
from followup_tui.core.csv_import.parsing import TableError
from followup_tui.core.csv_import.table import Row, Table, additions, read_table
from followup_tui.core.model.logbook import Interview, Logbook, Setting
from tests.core.builders import at
from tests.core.csv_import.cases import CASES, Case
from tests.core.csv_import.found_tables import FOUND_TABLES

ZONE = timezone(timedelta(hours=1))


def local(moment: datetime) -> datetime:
    """Return the moment in a zone that is an hour east of Greenwich all year."""
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def read(text: str, *columns: str, day_first: bool | None = None) -> Table:
    return read_table(text, local, columns, day_first=day_first)


def summary(row: Row) -> tuple[object, ...]:
    """Return what a test of a whole file looks at."""
    interview = row.interview
    held_at = f"{interview.held_at:%Y-%m-%d %H:%M}"
    return (interview.company, interview.role, held_at, interview.round, interview.outcome)


# Files with the columns that each program writes (as read in its exports and in programs that read them).
HUNTR_BOARD = """\
Employer,Job Title,List,URL,Location,Salary,Date Saved,Interview Date,Notes
Acme Corp,Senior Dev,Interview,https://acme.example/1,London,£80k,2026-10-15,2026-11-20 14:30,"Great, fit"
BigCo,PM,Rejected,https://big.example/2,Remote,,2026-10-20,2026-11-10,
StartupX,Full Stack,Wishlist,https://x.example/3,NYC,$120k,2026-11-01,,
"""
HUNTR_ACTIVITIES = """\
id,createdAt,title,note,completed,startAt,endAt,jobTitle,companyName,activityCategoryName
1,2026-11-01T09:00:00.000Z,On-site,"@ Dana",true,2026-11-20T13:30:00.000Z,,Senior Dev,Acme,On Site Interview
"""
HUNTR_JOBS = """\
id,createdAt,title,salary,location,url,htmlDescription,deadline,lastMovedAt,listName,companyName
1,2026-11-01T09:00:00.000Z,Senior Dev,,London,u,"<p>About,
the job</p>",,2026-11-09T10:00:00.000Z,Interview,Acme
"""
TEAL = """\
id,company_name,role,location,url,excitement,min_salary,added_at,applied_at,follow_up_at,status,statusName
1,Acme,Engineer,Oslo,u,5,1,2026-10-01T00:00:00.000Z,2026-10-05T00:00:00.000Z,,"{""name"":""X""}",Interviewing
2,Beta,Engineer,Oslo,u,5,1,2026-10-01T00:00:00.000Z,2026-10-06T00:00:00.000Z,,"{""name"":""X""}",Applied
3,Gamma,Engineer,Oslo,u,5,1,2026-10-01T00:00:00.000Z,2026-10-07T00:00:00.000Z,,"{""name"":""X""}",Not selected
"""
SIMPLIFY = """\
Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes
Engineer,Acme,https://a.example,2026-11-01,INTERVIEWING,2026-11-11,FALSE,,
Engineer,Beta,https://b.example,2026-11-02,APPLIED,2026-11-02,FALSE,,
Engineer,Gamma,https://c.example,2026-11-03,REJECTED,2026-11-12,TRUE,2026-11-13,
"""
LINKEDIN = """\
Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name
"11/7/26, 2:22 PM",a@example.com,,Acme,Staff Engineer,https://l.example/1,cv.pdf
"11/17/26, 9:05 AM",a@example.com,,Beta,Staff Engineer,https://l.example/2,cv.pdf
"""
NOTION = (
    "\ufeffName of company,Company,Position,Stage,Interview Date,Tags\r\n"
    "x,Acme,Engineer,Interviewing,"
    '"November 20, 2026 3:00 PM (GMT+1) → 4:00 PM",Go\r\n'
    'x,Beta,Engineer,No response,2026/11/20 → 2026/11/21,\r\nx,Gamma,Engineer,Offer,"November 18, 2026",\r\n'
)
SHEETS = """\
Company,Role/Title,Date Applied,1st Interview,2nd Interview,3rd Interview,Outcome,Status,Comments
Acme,Engineer,10/3/2026,11/9/2026,11/20/2026,,,In progress,
Beta,Tester,10/4/2026,11/13/2026,,,Rejected,Interviewed,no Go
Gamma,Tester,10/5/2026,,,,,Applied,
,,,,,,,,
"""
EXCEL_US = """\
Company Name\tPosition\tInterview Date (MM/DD/YYYY)\tTime\tRound\tResult
Acme\tEngineer\t11/16/26\t2:30 PM\t2nd round\tpending
Acme\tManager\t11/06/26\t10 AM - 11 AM\t\tAccepted
"""
EXCEL_DE = (
    "sep=;\r\nFirma;Stelle;Vorstellungsgespräch;Uhrzeit;Status;Notizen\r\n"
    "Müller GmbH;Entwickler;20.11.2026;14:30;Zusage;\r\nSchmidt AG;Tester;20.11.2026;09:00;offen;"
    '"> Ende der Woche\r\n~ Hockey"\r\nFoo AG;Tester;1.12.26;;Absage;\r\n'
)
EXCEL_FR = (
    "Entreprise;Poste;Date d'entretien;Heure;Statut;Notes\n"
    "Société Générale;Développeur;20/11/2026;14:30;Refus;\nVandelay;Vendeur;03/12/2026 09:00;;En attente;\n"
)
FILES = {
    "Huntr's board": (
        HUNTR_BOARD,
        (),
        [
            ("Acme Corp", "Senior Dev", "2026-11-20 14:30", 1, ""),
            ("BigCo", "PM", "2026-11-10 12:00", 1, "Rejected"),
        ],
        ["StartupX: it has no day"],
    ),
    "Huntr's activities": (
        HUNTR_ACTIVITIES,
        ("startAt",),
        [("Acme", "Senior Dev", "2026-11-20 14:30", 1, "")],
        [],
    ),
    "Teal": (
        TEAL,
        ("applied_at",),
        [("Acme", "Engineer", "2026-10-05 12:00", 1, "")],
        [
            "Beta: its status mentions no interview (Applied)",
            "Gamma: its status mentions no interview (Not selected)",
        ],
    ),
    "Simplify": (
        SIMPLIFY,
        ("Status Date",),
        [("Acme", "Engineer", "2026-11-11 12:00", 1, "")],
        [
            "Beta: its status mentions no interview (APPLIED)",
            "Gamma: its status mentions no interview (REJECTED)",
        ],
    ),
    "LinkedIn": (
        LINKEDIN,
        ("application date",),
        [
            ("Acme", "Staff Engineer", "2026-11-07 14:22", 1, ""),
            ("Beta", "Staff Engineer", "2026-11-17 09:05", 1, ""),
        ],
        [],
    ),
    "Notion": (
        NOTION,
        (),
        [
            ("Acme", "Engineer", "2026-11-20 15:00", 1, ""),
            ("Gamma", "Engineer", "2026-11-18 12:00", 1, ""),
        ],
        ["Beta: the day “2026/11/20 → 2026/11/21” can't be read; write it like 2026-11-23"],
    ),
    "Google Sheets": (
        SHEETS,
        (),
        [
            ("Acme", "Engineer", "2026-11-09 12:00", 1, "went on"),
            ("Acme", "Engineer", "2026-11-20 12:00", 2, ""),
            ("Beta", "Tester", "2026-11-13 12:00", 1, "Rejected"),
        ],
        ["Gamma: it has no day"],
    ),
    "Excel, American": (
        EXCEL_US,
        (),
        [
            ("Acme", "Engineer", "2026-11-16 14:30", 2, ""),
            ("Acme", "Manager", "2026-11-06 10:00", 1, "Accepted"),
        ],
        [],
    ),
    "Excel, German": (
        EXCEL_DE,
        (),
        [
            ("Müller GmbH", "Entwickler", "2026-11-20 14:30", 1, "Zusage"),
            ("Schmidt AG", "Tester", "2026-11-20 09:00", 1, ""),
            ("Foo AG", "Tester", "2026-12-01 12:00", 1, "Absage"),
        ],
        [],
    ),
    "Excel, French": (
        EXCEL_FR,
        (),
        [
            ("Société Générale", "Développeur", "2026-11-20 14:30", 1, "Refus"),
            ("Vandelay", "Vendeur", "2026-12-03 09:00", 1, ""),
        ],
        [],
    ),
}


@pytest.mark.parametrize(("text", "columns", "rows", "left_out"), FILES.values(), ids=FILES)
def test_what_each_program_writes_is_read(
    text: str, columns: tuple[str, ...], rows: list[tuple[object, ...]], left_out: list[str]
) -> None:
    table = read(text, *columns)
    assert [summary(row) for row in table.rows] == rows
    assert [f"{record.company}: {record.reason}" for record in table.left_out] == left_out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TEAL, "“added_at” and “applied_at”"),
        (SIMPLIFY, "“Applied Date”, “Status Date” and “Date Archived”"),
        (LINKEDIN, "“Application Date”"),
        (HUNTR_JOBS, "“createdAt” and “lastMovedAt”"),
        ("Company,Interview,Date Applied\nAcme,yes,2026-11-20\n", "“Date Applied”"),
        ("Firma;Beworben am\nA;20.11.2026\n", "“Beworben am”"),
        ("Entreprise;Date de candidature\nA;20/11/2026\n", "“Date de candidature”"),
    ],
)
def test_an_application_is_no_interview(text: str, says: str) -> None:
    with pytest.raises(TableError) as problem:
        read(text)
    assert says in str(problem.value)
    assert "--date-column" in str(problem.value)


def test_the_day_of_applying_is_taken_by_its_name_and_remarked() -> None:
    table = read(SIMPLIFY, "applied date")
    assert [summary(row)[:3] for row in table.rows] == [("Acme", "Engineer", "2026-11-01 12:00")]
    assert table.remark.startswith("Days from “Applied Date”; check that they are interview days.")
    with pytest.raises(TableError, match="no column is called “When”; it has “Job Title”, “Company Name”"):
        read(SIMPLIFY, "When")
    # Without a status to go by all of them come in, as asked.
    assert len(read("Company,Applied\nA,2026-11-01\n", "Applied").rows) == 1


def test_a_mere_date_is_taken_only_if_other_headings_tell_of_interviews() -> None:
    text = "Company,Date,Status\nA,2026-11-01,Interview\nB,2026-11-02,{}\n"
    for status in ("Offer", "Applied"):
        with pytest.raises(TableError, match=r"“Date” may be the day of applying.*: --date-column Date$"):
            read(text.format(status))
    named = read(text.format("Applied"), "Date")
    assert [row.interview.company for row in named.rows] == ["A"]
    assert named.left_out == ((3, "B", "its status mentions no interview (Applied)"),)
    for heading in ("Interviewer", "Round", "Time", "Format"):
        text = f"Company,Date,{heading},Status\nA,2026-11-01,{{}},Interview\n"
        value = {"Time": "14:30", "Round": "2"}.get(heading, "Dana")
        assert len(read(text.format(value)).rows) == 1
        # Days in rows of applications are days of applying.
        with pytest.raises(TableError):
            read(text.format(value) + f"B,2026-11-02,{value},Applied\n")
        with pytest.raises(TableError):
            read(text.format(""))


def test_an_empty_column_for_interviews_waits_for_its_days() -> None:
    table = read("Company,Date,Interview date,Status\nA,2026-11-01,,Rejected\n")
    assert [record.reason for record in table.left_out] == ["it has no day"]
    assert table.remark == "Days from “Interview date”. Not used: “Date”."


def test_the_day_of_an_interview_counts_more_than_a_stale_status() -> None:
    text = "Company,Interview date,Date,Status\nA,2026-11-01,2026-10-01,Applied\n"
    rows = read(text + "B,2026-11-02,,Applied - rejected\n").rows
    assert rows[0].remark == "its status mentions no interview (Applied)"
    assert [(row.interview.held_on, row.interview.outcome) for row in rows] == [
        (date(2026, 11, 1), ""),
        (date(2026, 11, 2), "Applied - rejected"),
    ]


@pytest.mark.parametrize("heading", ["Interview time", "Start time"])
def test_a_column_of_times_holds_the_time_and_never_the_day(heading: str) -> None:
    text = f"Company,{heading},Interview date\nAcme,2:30 PM,2026-11-20\n"
    assert [summary(row)[2] for row in read(text).rows] == ["2026-11-20 14:30"]
    with pytest.raises(TableError, match=f"“{heading}” may be .* --date-column '{heading}'"):
        read(f"Company,{heading}\nAcme,2026-11-20 14:30\n")


def test_columns_that_are_not_used_are_listed() -> None:
    table = read("Company,Salary,Date,,Interview date,\nAcme,1,2026-10-01,x,2026-11-20,\n")
    assert table.remark == "Days from “Interview date”. Not used: “Salary” and “Date”."
    assert table.rows[0].interview.held_on == date(2026, 11, 20)


def test_two_rounds_in_a_row_are_two_interviews() -> None:
    first, second, last = read(SHEETS).rows
    assert (first.line, first.interview.notes, second.line, last.line) == (2, "", 2, 3)
    assert [bool(row.interview.outcome) for row in (first, second, last)] == [True, False, True]
    text = "Company,1st interview,2nd interview\nA,2026-11-09,soon\nB,,2026-11-10\n"
    table = read(text)
    assert [row.interview.round for row in table.rows] == [1, 2]
    assert [(record.line, "soon" in record.reason) for record in table.left_out] == [(2, True)]
    assert [
        row.interview.held_at.day for row in read("Company,X,Y\nA,9 Nov 2026,8 Nov 2026\n", "X", "Y").rows
    ] == [
        8,
        9,
    ]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("2", 2),
        ("2nd", 2),
        ("Round 3", 3),
        ("R2 – technical", 2),
        ("second round", 2),
        ("", 1),
        ("n/a", 1),
        ("Final", 1),
        ("1 of 3", 1),
        ("0", 1),
        ("100", 1),
    ],
)
def test_a_round_is_a_number(cell: str, number: int) -> None:
    [row] = read(f"Company,Interview date,Round\nAcme,2026-11-20,{cell}\n").rows
    assert row.interview.round == number


def test_the_outcome_counts_more_than_the_stage() -> None:
    rows = read(
        "Company,Interview date,Stage,Outcome\nA,2026-11-20,Interview,Rejected\nB,2026-11-20,Offer,\n"
    ).rows
    assert [(row.status, row.interview.outcome) for row in rows] == [("Rejected", "Rejected"), ("Offer", "")]


def test_what_is_left_out_has_its_reason() -> None:
    text = (
        "company,interview on,status\n"
        "Acme,2026-11-23,Interviewing\n"
        "Gamma,2026-11-20,No interview\n"
        ",2026-11-20,\n"
        "\n"
        "Delta,,\n"
        "Epsilon\n"
        "Zeta,2026-11-20,Rejected,and more\n"
        "Eta,TBD,\n"
    )
    table = read(text)
    assert [row.interview.company for row in table.rows] == ["Acme"]
    assert table.left_out == (
        (3, "Gamma", "no interview yet (No interview)"),
        (4, "", "it names no company"),
        (6, "Delta", "it has no day"),
        (7, "Epsilon", "it has no day"),
        (8, "Zeta", "it has more cells than the heading; put a cell with a comma in it into quotes"),
        (9, "Eta", "it has no day"),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("title", ["", "\n\n", "sep={}\n"])
def test_a_table_is_read_whatever_its_separators_and_line_ends(end: str, mark: str, title: str) -> None:
    header = mark.join(["Company", "Job title", "Interview date", "Notes"])
    row = mark.join(["Acme", f'"A{mark}B"', "2026-11-20", '"> two\n\n~ “x""y”"'])
    lines = title.format(mark).count("\n")
    [read_row] = read((title.format(mark) + header + "\n" + row + "\n").replace("\n", end)).rows
    assert (read_row.line, read_row.interview.role, read_row.interview.notes) == (
        lines + 2,
        f"A{mark}B".replace("\t", " "),
        '> two\n\n~ “x"y”\n',
    )


def test_only_ends_of_lines_end_a_row() -> None:
    [row] = read("Company,Role,Interview date\nAcme,a\u2028b\x0bc\x85d,2026-11-20\n").rows
    assert (row.interview.role, row.interview.held_at.day) == ("a b c d", 20)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        (",,\n,,\n", "empty"),
        ("a,b\n1,2\n", "no column for the company"),
        ("company,b\nA,1\n", "no column for the date"),
        ("company,date\n", "it has headings .“company” and “date”. and no rows"),
        ('company,date\nA,"2026-11-20\nB,2026-11-21\n', "line 2: the quotes there are not in pairs"),
        ('company,date,notes\nA,2026-11-20,"x"y\n', "line 2: the quotes there are not in pairs"),
        (f'company,date,notes\nA,2026-11-20,"{"x" * 140_000}"\n', "line 2: .* a cell is too long"),
        (
            f'company,date,notes\nA,2026-11-20,"x\n{"B,2026-11-20,x" * 10_000}',
            "line 2: .* a cell is too long",
        ),
    ],
)
def test_what_is_no_table_is_refused(text: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        read(text)


HEADINGS = st.sampled_from(
    [
        "Company",
        "Role",
        "Interview date",
        "Interview",
        "Date",
        "Date applied",
        "Time",
        "Time zone",
        "Round",
        "Phone screen",
        "2nd interview",
        "Interview date 2",
        "Status",
        "Outcome",
        "Notes",
        "Interviewers",
        "Type",
        "Contact",
        "Recruiter",
        "Contacts",
        "Comments",
        "Employer",
        "Round 1 notes",
        "Interview time 2",
        "",
    ]
)
CELLS = st.sampled_from(
    [
        "",
        "Acme",
        "yes",
        "no",
        "2026-11-20",
        "3/4/2026",
        "20.11.2026 14:30",
        "9999-12-31",
        "0000-00-00",
        "2:30",
        "2026-11-20T23:59:59.999Z",
        "2199-12-31 23:59 -1200",
        "2000-01-01 00:30 +1400",
        "2pm EST",
        "UTC+99",
        "²",
        "Nov 23, 2026 3:00 PM → 4:00 PM",
        "→",
        "2026-11-20 - ",
        "di 20.11.2026",
        "Applied",
        "Zoom",
        "@ @",
        "; ;",
        "�",
        "\u202e",
        '"',
        "x\ny",
        "x" * 200,
    ]
)


@given(
    st.lists(HEADINGS, min_size=1, max_size=8),
    st.lists(st.lists(CELLS, max_size=9), max_size=5),
    st.sampled_from(",;\t|"),
)
def test_any_table_is_read_or_refused(headings: list[str], records: list[list[str]], separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([headings, *records])
    for columns in ((), headings[:1]):
        with suppress(TableError):
            table = read(text.getvalue(), *columns)
            assert all(
                row.interview.company and 2000 <= row.interview.held_at.year < 2200 for row in table.rows
            )
            assert all(record.reason for record in table.left_out)


NOW = at("2026-11-24T09:00")


def added(text: str, *there: Interview) -> Table:
    return additions(read(text), Logbook(interview=there), NOW)


def interview(company: str, when: str, role: str = "", round: int = 1, outcome: str = "") -> Interview:
    return Interview(
        id=f"{company} {when} {role} {round}",
        company=company,
        role=role,
        round=round,
        held_at=at(when),
        outcome=outcome,
    )


def test_two_roles_at_a_company_on_the_same_day_are_two() -> None:
    text = "company,role,interview date\nAcme,Engineer,2026-11-20\nAcme,Manager,2026-11-20\n"
    text += "acme ,engineer,2026-11-20\n"
    found = added(text)
    assert [new.interview.role for new in found.rows] == ["Engineer", "Manager"]
    assert found.known == ((4, "acme", "it is already there"),)


@pytest.mark.parametrize(
    ("row", "there"),
    [
        ("Acme,Engineer,2026-11-20,,", interview("acme", "2026-11-20", "ENGINEER")),
        ("Acme,Engineer,2026-11-20,,", interview("Acme", "2026-11-20T16:00", "Engineer", round=3)),
        ("Acme,Engineer,2026-11-20,14:30,", interview("Acme", "2026-11-20T14:30", "Engineer")),
        ("Acme,Engineer,2026-11-20,14:30,", interview("Acme", "2026-11-20T14:30-05:00", "Engineer")),
        ("Acme,Engineer,2026-11-20,23:30,", interview("Acme", "2026-11-21T01:30+03:00", "Engineer")),
        ("Acme,Engineer,2026-11-20,14:30,", interview("Acme", "2026-11-20", "Engineer")),
        ("Acme,Engineer,2026-11-20,,2", interview("Acme", "2026-11-20", "Engineer", round=2)),
        ("Acme,,2026-11-20,,", interview("Acme", "2026-11-20", "Engineer")),
        ("Acme,Engineer,2026-11-20,,", interview("Acme", "2026-11-20")),
    ],
)
def test_a_row_that_is_there_already_is_reported(row: str, there: Interview) -> None:
    found = added(f"company,role,interview date,time,round\n{row}\n", there)
    assert (found.rows, found.known) == ((), ((2, "Acme", "it is already there"),))


@pytest.mark.parametrize(
    ("row", "there", "remark"),
    [
        ("Acme,Manager,2026-11-20,,", interview("Acme", "2026-11-20", "Engineer"), ""),
        ("Acme,Engineer,2026-11-20,14:30,", interview("Acme", "2026-11-20T16:00"), "16:00: was it moved?"),
        ("Acme,Engineer,2026-11-21,,2", interview("Acme", "2026-11-20", "Engineer"), ""),
        ("Acme,Engineer,2026-11-21,,", interview("Acme", "2026-11-20", "Engineer"), "was it moved?"),
        ("Acme Ltd,Engineer,2026-11-21,,", interview("Acme", "2026-11-20", "Engineer"), "was it moved?"),
    ],
)
def test_what_differs_is_new_and_what_may_have_moved_is_named(
    row: str, there: Interview, remark: str
) -> None:
    [new] = added(f"company,role,interview date,time,round\n{row}\n", there).rows
    assert remark in new.remark
    assert bool(new.remark) == bool(remark)


def test_a_row_without_a_role_is_that_of_the_same_day() -> None:
    text = "company,role,interview date\nAcme,Engineer,2026-11-20\nAcme,,2026-11-20\n"
    assert [new.interview.role for new in added(text).rows] == ["Engineer"]


@pytest.mark.parametrize(
    ("status", "outcome", "stands"),
    [
        ("Rejected", "", "open"),
        ("Rejected", "no answer", "closed (“no answer”)"),
        ("Rejected", "rejected", ""),
        ("Interviewing", "rejected", ""),
        ("Interviewing", "", ""),
    ],
)
def test_a_status_that_has_changed_is_reported(status: str, outcome: str, stands: str) -> None:
    there = interview("Acme", "2026-11-20", outcome=outcome)
    found = added(f"company,interview date,status\nAcme,2026-11-20,{status}\n", there)
    changed = f", {stands}, but its status says “{status}”: e in the app edits it" if stands else ""
    assert (found.rows, found.known) == ((), ((2, "Acme", f"it is already there{changed}"),))


@pytest.mark.parametrize(
    ("day", "status", "outcome"),
    [
        ("2026-10-19", "Interviewed", ""),
        ("2026-10-18", "Interviewed", ""),
        ("2026-03-01", "", ""),
        ("2026-10-18", "Waiting for their answer", ""),
        ("2026-10-18", "Not closed", ""),
        ("2026-10-18", "Offer", ""),
        ("2026-10-18", "Submitted", ""),
        ("2026-11-20", "Ghosted", "Ghosted"),
        ("2026-12-20", "Interview scheduled", ""),
    ],
)
def test_only_a_plain_end_closes_however_long_it_is_past(day: str, status: str, outcome: str) -> None:
    [new] = added(f"company,interview date,status\nAcme,{day},{status}\n").rows
    assert new.interview.outcome == outcome


def test_an_earlier_round_went_on() -> None:
    text = "company,1st interview,2nd interview\nAcme,2026-03-01,2026-04-01\n"
    outcomes = [new.interview.outcome for new in added(text).rows]
    assert outcomes == ["went on", ""]


def test_adding_is_a_single_change() -> None:
    found = added("company,interview date\nA,2026-11-20\nB,2026-11-21\n", interview("C", "2026-11-20"))
    change = AddInterviews(tuple(new.interview for new in found.rows))
    assert change.title == "adding 2 interviews"
    logbook = Logbook(interview=(interview("C", "2026-11-20"),))
    assert [interview.company for interview in change.apply(logbook).interviews] == ["C", "A", "B"]


def outcome_of(new: Row) -> str:
    """Return an addition as a case has it."""
    interview = new.interview
    return f"{interview.company} {interview.held_on} {interview.round} {interview.outcome}".strip()


@pytest.mark.parametrize("case", (CASES | FOUND_TABLES).values(), ids=CASES | FOUND_TABLES)
def test_a_table_adds_what_is_plainly_an_interview(case: Case) -> None:
    if case.error:
        with pytest.raises(TableError) as error:
            read_table(case.text, local, case.date_columns, case.company_column)
        assert case.error in str(error.value)
        return
    table = read_table(case.text, local, case.date_columns, case.company_column)
    found = additions(table, Logbook(), NOW)
    assert tuple(map(outcome_of, found.rows)) == case.added
    assert len(table.left_out) == len(case.left_out)
    for record, expected in zip(table.left_out, case.left_out, strict=True):
        assert f"{record.company}: {record.reason}".startswith(expected)
    assert any(case.remark in text for text in (table.remark, *(new.remark for new in found.rows)))


def test_people_notes_the_kind_of_meeting_and_the_zone_are_kept() -> None:
    text = (
        "Company,Interview Date,Interview Type,Interviewer,Interview Notes,Notes,Time Zone\n"
        "Marrow,2026-11-20 14:00,Phone,Ines Holm & Bo Li,on-call?,salary 70k,EST\n"
        "Tide,2026-11-20 14:00,Case study,,,,\n"
    )
    marrow, tide = added(text).rows
    assert marrow.interview.notes == "@ Ines Holm\n@ Bo Li\non-call?\nsalary 70k\n"
    assert (marrow.interview.setting, tide.interview.setting) == (Setting.PHONE, Setting.IN_PERSON)
    assert marrow.interview.held_at.isoformat() == "2026-11-20T20:00:00+01:00"
    assert marrow.interview.their_zone == "America/New_York"
    assert tide.interview.notes == "Case study\n"
    [several] = added("Company,Interview date,Interviewers\nA,2026-11-20,Ines Holm; Bo Li\n").rows
    [single] = added('Company,Interview date,Interviewer\nA,2026-11-20,"Ines Holm, CTO"\n').rows
    assert several.interview.notes == "@ Ines Holm\n@ Bo Li\n"
    assert single.interview.notes == "@ Ines Holm, CTO\n"


@pytest.mark.parametrize(
    ("cell", "notes"), [("Ines Holm; @", "@ Ines Holm\n"), ("@", ""), ("Ines Holm & ", "@ Ines Holm\n")]
)
def test_a_sign_without_a_name_is_nobody(cell: str, notes: str) -> None:
    [new] = added(f"Company,Interview date,Interviewer\nA,2026-11-20,{cell}\n").rows
    assert new.interview.notes == notes


@pytest.mark.parametrize(
    ("zone", "held"),
    [
        ("Europe/Berlin", "2026-07-01T10:00:00+02:00"),
        ("London", "2026-07-01T10:00:00+01:00"),
        ("PT", "2026-07-01T10:00:00-07:00"),
        ("UTC+5:30", "2026-07-01T10:00:00+05:30"),
    ],
)
def test_a_time_zone_is_read_as_everywhere_else(zone: str, held: str) -> None:
    [new] = added(f"Company,Interview date,Time,Time zone\nA,2026-07-01,10:00,{zone}\n").rows
    assert new.interview.held_at.isoformat() == held


@pytest.mark.parametrize(
    ("form", "zone", "held", "their_zone"),
    [
        ("Video", "PT", "2026-07-01T18:00:00+01:00", "America/Los_Angeles"),
        ("Phone", "UTC+5:30", "2026-07-01T05:30:00+01:00", "+05:30"),
        ("Video", "London", "2026-07-01T10:00:00+01:00", ""),
        ("On-site", "PT", "2026-07-01T10:00:00-07:00", ""),
    ],
)
def test_a_call_is_stored_on_the_users_clock_with_their_zone_and_a_visit_on_the_clock_of_the_place(
    form: str, zone: str, held: str, their_zone: str
) -> None:
    [new] = added(f"Company,Interview date,Time,Time zone,Format\nA,2026-07-01,10:00,{zone},{form}\n").rows
    assert (new.interview.held_at.isoformat(), new.interview.their_zone) == (held, their_zone)


def test_midnight_behind_the_day_gives_way_to_a_column_of_times() -> None:
    [new] = added("Company,Interview date,Time\nA,2026-11-20 00:00:00,14:30\n").rows
    assert f"{new.interview.held_at:%H:%M}" == "14:30"


@pytest.mark.parametrize(
    ("headings", "cells", "clocks"),
    [
        ("Phone screen,Time,Onsite,Time", "2026-11-09,10:00,2026-11-20,14:30", ["10:00", "14:30"]),
        ("Phone screen,Time,Onsite,Time", "2026-11-09,10:00,2026-11-20,-", ["10:00", "12:00"]),
        ("Phone screen,Time,Onsite,Time", "2026-11-09,-,2026-11-20,14:30", ["12:00", "14:30"]),
        ("Interview date,Time,Interview date,Time", "2026-11-09,10:00,2026-11-20,14:30", ["10:00", "14:30"]),
        ("Interview date,Time,Offer date,Time", "2026-11-09,10:00,2026-11-20,14:30", ["10:00"]),
    ],
)
def test_each_of_two_times_is_of_the_round_in_front_of_it(
    headings: str, cells: str, clocks: list[str]
) -> None:
    rows = added(f"Company,{headings}\nAcme,{cells}\n").rows
    assert [f"{row.interview.held_at:%H:%M}" for row in rows] == clocks


def test_a_day_or_notes_that_have_changed_are_reported() -> None:
    text = "Company,Role,Interview Date,Status,Notes\nMarrow,SRE,{},Interviewing,bring the case\n"
    there = interview("Marrow", "2026-11-20T14:00", "SRE")
    [moved] = added(text.format("2026-11-27"), there).rows
    assert moved.remark == "one with that company and role is open on Fri 20 Nov 14:00: was it moved?"
    [later] = added("Company,Role,Interview date\nMarrow,SRE,2026-11-20 16:00\n", there).rows
    assert later.remark == moved.remark
    assert not added(text.format("2026-11-27"), there.but(outcome="Rejected")).rows[0].remark
    [known] = added(text.format("2026-11-20"), there).known
    assert known.reason == "it is already there; its notes differ, and are left as they are"
    [known] = added(text.format("2026-11-20"), there.but(notes="! slow\nbring the case\n")).known
    assert known.reason == "it is already there"


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Acme", "acme", "Beta"]),
        st.sampled_from(["", "Engineer", "Manager"]),
        st.sampled_from(["2026-11-20", "2026-11-21"]),
        st.sampled_from(["", "12:00", "14:30", "00:30"]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["", "Rejected"]),
    ),
    min_size=1,
    max_size=8,
)
THERE = st.lists(
    st.builds(
        interview,
        st.sampled_from(["Acme", "Beta"]),
        st.sampled_from(["2026-11-20", "2026-11-20T14:30", "2026-11-21"]),
        st.sampled_from(["", "Engineer"]),
        st.sampled_from([1, 2]),
    ),
    max_size=4,
    unique_by=lambda interview: interview.id,
)


@given(ROWS, THERE, st.randoms(use_true_random=False))
def test_a_second_import_adds_nothing(
    rows: list[tuple[str, ...]], there: list[Interview], random: Random
) -> None:
    text = "\n".join(["company,role,interview date,time,round,status", *map(",".join, rows)])
    table = read(text)
    logbook = Logbook(interview=tuple(there))
    first = additions(table, logbook, NOW)
    named = [
        new.interview.but(id=letter) for letter, new in zip(string.ascii_letters, first.rows, strict=False)
    ]
    after = list(AddInterviews(tuple(named)).apply(logbook).interviews)
    random.shuffle(after)
    second = additions(table, Logbook(interview=tuple(after)), NOW)
    assert second.rows == ()
    assert len(first.rows) + len(first.known) == len(second.known) == len(table.rows)


@pytest.mark.parametrize("heading", ["Interview day", "Held on", "held_at"])
@pytest.mark.parametrize("state", ["Job status", "Interview stage", "Phase", "Activity type"])
def test_less_usual_headings_are_read(heading: str, state: str) -> None:
    table = read(f"Company,Title,{heading},{state}\nAcme,Engineer,2026-11-20,Rejected\n")
    assert [summary(row) for row in table.rows] == [("Acme", "Engineer", "2026-11-20 12:00", 1, "Rejected")]
