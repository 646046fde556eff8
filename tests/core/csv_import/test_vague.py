"""Columns whose heading says little: what their cells say of them."""

from datetime import datetime

import pytest

from followup_tui.core.csv_import.parsing import Column, Kind
from followup_tui.core.csv_import.table import Table, read_table
from followup_tui.core.csv_import.vague import column_kind, person_in, round_in
from followup_tui.core.model.logbook import Setting


def read(text: str, *dates: str) -> Table:
    return read_table(text, datetime.astimezone, dates)


def contacts(*cells: str) -> Column:
    return Column("Contact", Kind.CONTACT, cells=cells)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["Phone screen", "Onsite", "Video"], Kind.FORMAT),
        (["Technical interview"], Kind.FORMAT),
        (["On-site", "Remote"], None),
        (["Full-time", "Contract"], None),
        (["Full-time, phone included"], None),
        (["Outgoing", "Missed"], None),
        ([], None),
    ],
)
def test_a_type_is_the_format_of_interviews_only_if_it_says_so(cells: list[str], kind: Kind | None) -> None:
    assert column_kind(Column("Type", Kind.TYPE, cells=tuple(cells))) is kind


def test_a_contact_is_a_person_only_if_somebody_is_named() -> None:
    assert column_kind(contacts("via LinkedIn", "Ines Holm")) is Kind.PEOPLE
    assert column_kind(contacts("via LinkedIn", "3")) is None


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("Dana", "Dana"),
        ("Dana Reyes", "Dana Reyes"),
        ("Jean-Luc d'Été", "Jean-Luc d'Été"),
        ("Dana Reyes, CTO <dana@acme.example>", "Dana Reyes, CTO <dana@acme.example>"),
        ("Dana Reyes (dana@acme.example)", "Dana Reyes, dana@acme.example"),
        ("Dana Reyes - recruiter", "Dana Reyes, recruiter"),
        ("Dana +49 30 1234567", "Dana +49 30 1234567"),
        ("dana@acme.example", ""),
        ("+44 20 7946 0000", ""),
        ("https://acme.example", ""),
        ("LinkedIn", ""),
        ("HR team", ""),
        ("Careers page", ""),
        ("Job board", ""),
        ("phone", ""),
        ("Met her at a fair in Leeds in May", ""),
        ("Yes", ""),
        ("3", ""),
        ("", ""),
    ],
)
def test_a_person_is_read_only_from_a_name(cell: str, line: str) -> None:
    assert person_in(cell) == line


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("Second round, onsite", 2),
        ("3rd interview", 3),
        ("Round 2 (Zoom)", 2),
        ("Phone round 3", 3),
        ("Video interview #2", 2),
        ("Technical interview, second round", 2),
        ("Interview 1 of 3", 1),
        ("Interview with 3 people", 1),
        ("Panel of 4", 1),
        ("Final round", 1),
        ("Phone screen", 1),
    ],
)
def test_a_round_is_read_from_a_form_that_numbers_it(form: str, number: int) -> None:
    assert round_in(form) == number


def test_a_type_and_a_contact_are_read_in_a_table_of_interviews() -> None:
    table = read(
        "Company,Interview date,Type,Contact,Link\n"
        "Acme,2026-11-20,Phone screen,Dana Reyes,x\n"
        'Beta,2026-11-20,"Second round, onsite",Luis Ortega (CTO); Ann Berg,x\n'
        "Gamma,2026-11-20,Video,+44 20 7946 0000,x\n"
    )
    assert table.remark == (
        "Days from “Interview date”. Format from “Type”. People from “Contact”. Not used: “Link”."
    )
    assert [(row.interview.setting, row.interview.round, row.interview.notes) for row in table.rows] == [
        (Setting.PHONE, 1, "@ Dana Reyes\n"),
        (Setting.IN_PERSON, 2, "@ Luis Ortega, CTO\n@ Ann Berg\n"),
        (Setting.VIDEO, 1, "Contact: +44 20 7946 0000\n"),
    ]


def test_a_plain_heading_counts_more_than_a_vague_heading() -> None:
    text = "Company,Interview date,Interviewer,Format,With,Type\nA,2026-11-20,Dana,Zoom,Ann,Phone\n"
    table = read(text + "B,2026-11-20,,,Ann,Phone\n")
    assert table.remark.endswith(
        " Format from “Format”, then “Type”. People from “Interviewer”, then “With”."
    )
    # Ann may have arranged it: where Dana is named as the interviewer, no thank-you is due to her.
    assert [(row.interview.setting, row.interview.notes) for row in table.rows] == [
        (Setting.VIDEO, "@ Dana\nWith: Ann\n"),
        (Setting.PHONE, "@ Ann\n"),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "notes"),
    [
        ("Contact", "Ines Holm; Piet Bos", "@ Ines Holm\n@ Piet Bos\n"),
        ("Contact", "Ines Holm & Piet Bos", "@ Ines Holm\n@ Piet Bos\n"),
        ("Contact", "Ines Holm\nPiet Bos", "@ Ines Holm\n@ Piet Bos\n"),
        ("Contact", "Ines Holm, Piet Bos", "@ Ines Holm, Piet Bos\n"),
        ("Contacts", "Ines Holm, Piet Bos", "@ Ines Holm\n@ Piet Bos\n"),
        ("Contact(s)", "Ines Holm, Piet Bos and Ana Roy", "@ Ines Holm\n@ Piet Bos\n@ Ana Roy\n"),
        ("Contacts", "Ines Holm, Engineering Manager", "@ Ines Holm, Engineering Manager\n"),
        ("Contacts", "Ines Holm, ines@acme.example", "@ Ines Holm, ines@acme.example\n"),
        ("Contact", "Ines Holm; HR team", "Contact: Ines Holm; HR team\n"),
        ("Contact", "2026-11-02", ""),
        ("Interviewers", "Ines Holm, Piet Bos", "@ Ines Holm\n@ Piet Bos\n"),
        ("Interviewer", "Ines Holm, CTO", "@ Ines Holm, CTO\n"),
        ("Interviewer", "Ines Holm (HR)", "@ Ines Holm, HR\n"),
        ("Interviewers", "HR team", "@ HR team\n"),
        ("Interviewer name(s)", "Holm, Ines; Bos, Piet", "@ Ines Holm\n@ Piet Bos\n"),
        ("Interviewers", "Ines Holm, CTO; Piet Bos, HR", "@ Ines Holm, CTO\n@ Piet Bos, HR\n"),
        ("Interviewers", "Ines, CTO; Piet, HR", "@ Ines, CTO\n@ Piet, HR\n"),
        ("Interviewers", "Ines Holm, Piet Bos; Al Ray", "@ Ines Holm\n@ Piet Bos\n@ Al Ray\n"),
    ],
)
def test_several_people_in_a_cell_are_several(heading: str, cell: str, notes: str) -> None:
    [row] = read(f'Company,Interview date,{heading}\nA,2026-11-20,"{cell}"\n').rows
    assert row.interview.notes == notes


def test_all_columns_with_people_are_read() -> None:
    table = read(
        "Company,Interview date,Recruiter,Contact\n"
        "A,2026-11-20,Ana Roy,Ines Holm\nB,2026-11-20,2026-11-02,Piet Bos\nC,2026-11-20,Ana Roy,Ana Roy\n"
    )
    assert table.remark == "Days from “Interview date”. People from “Contact”, then “Recruiter”."
    assert [row.interview.notes for row in table.rows] == [
        "@ Ines Holm\n@ Ana Roy\n",
        "@ Piet Bos\nRecruiter: 2026-11-02\n",
        "@ Ana Roy\n",
    ]


def test_they_are_not_read_where_the_days_may_be_of_something_else() -> None:
    table = read("Company,Applied,Type,Recruiter\nA,2026-11-20,Phone,Ines Holm\n", "Applied")
    assert table.remark.endswith("Not used: “Type” and “Recruiter”.")
    assert [row.interview.notes for row in table.rows] == [""]


def test_the_words_of_a_round_say_how_it_was_held() -> None:
    table = read("Company,Interview date,Round\nA,2026-11-20,Phone screen\nA,2026-11-22,2nd (video)\n")
    assert [(row.interview.setting, row.interview.round) for row in table.rows] == [
        (Setting.PHONE, 1),
        (Setting.VIDEO, 2),
    ]
