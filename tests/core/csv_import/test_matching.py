"""What a table adds to a logbook."""

import string
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes.interviews import AddInterviews
from followup_tui.core.csv_import.matching import Additions, additions
from followup_tui.core.csv_import.records import TableError
from followup_tui.core.csv_import.table import Row, read_table
from followup_tui.core.model.logbook import Interview, Logbook, Setting
from tests.core.builders import at
from tests.core.csv_import.cases import CASES, Case
from tests.core.csv_import.found_tables import FOUND_TABLES
from tests.core.csv_import.test_table import local, read

NOW = at("2026-11-24T09:00")


def added(text: str, *there: Interview) -> Additions:
    return additions(read(text).rows, Logbook(interview=there), NOW)


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
    assert [new.interview.role for new in found.new] == ["Engineer", "Manager"]
    assert found.known == ((4, "acme", "it is there already"),)


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
    assert (found.new, found.known) == ((), ((2, "Acme", "it is there already"),))


@pytest.mark.parametrize(
    ("row", "there", "remark"),
    [
        ("Acme,Manager,2026-11-20,,", interview("Acme", "2026-11-20", "Engineer"), ""),
        ("Acme,Engineer,2026-11-20,14:30,", interview("Acme", "2026-11-20T16:00"), "16:00, open: moved?"),
        ("Acme,Engineer,2026-11-21,,2", interview("Acme", "2026-11-20", "Engineer"), ""),
        ("Acme,Engineer,2026-11-21,,", interview("Acme", "2026-11-20", "Engineer"), "open: moved?"),
        ("Acme Ltd,Engineer,2026-11-21,,", interview("Acme", "2026-11-20", "Engineer"), "open: moved?"),
    ],
)
def test_what_differs_is_new_and_what_may_have_moved_is_named(
    row: str, there: Interview, remark: str
) -> None:
    [new] = added(f"company,role,interview date,time,round\n{row}\n", there).new
    assert remark in new.remark
    assert bool(new.remark) == bool(remark)


def test_a_row_without_a_role_is_that_of_the_same_day() -> None:
    text = "company,role,interview date\nAcme,Engineer,2026-11-20\nAcme,,2026-11-20\n"
    assert [new.interview.role for new in added(text).new] == ["Engineer"]


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
    assert (found.new, found.known) == ((), ((2, "Acme", f"it is there already{changed}"),))


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
    [new] = added(f"company,interview date,status\nAcme,{day},{status}\n").new
    assert new.interview.outcome == outcome


def test_an_earlier_round_went_on() -> None:
    text = "company,1st interview,2nd interview\nAcme,2026-03-01,2026-04-01\n"
    outcomes = [new.interview.outcome for new in added(text).new]
    assert outcomes == ["went on", ""]


def test_adding_is_a_single_change() -> None:
    found = added("company,interview date\nA,2026-11-20\nB,2026-11-21\n", interview("C", "2026-11-20"))
    change = AddInterviews(tuple(new.interview for new in found.new))
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
    found = additions(table.rows, Logbook(), NOW)
    assert tuple(map(outcome_of, found.new)) == case.added
    assert len(table.left_out) == len(case.left_out)
    for record, expected in zip(table.left_out, case.left_out, strict=True):
        assert f"{record.company}: {record.reason}".startswith(expected)
    assert any(case.remark in text for text in (table.remark, *(new.remark for new in found.new)))


def test_people_notes_the_kind_of_meeting_and_the_zone_are_kept() -> None:
    text = (
        "Company,Interview Date,Interview Type,Interviewer,Interview Notes,Notes,Time Zone\n"
        "Marrow,2026-11-20 14:00,Phone,Ines Holm & Bo Li,on-call?,salary 70k,EST\n"
        "Tide,2026-11-20 14:00,Case study,,,,\n"
    )
    marrow, tide = added(text).new
    assert marrow.interview.notes == "@ Ines Holm\n@ Bo Li\non-call?\nsalary 70k\n"
    assert (marrow.interview.setting, tide.interview.setting) == (Setting.PHONE, Setting.IN_PERSON)
    assert marrow.interview.held_at.isoformat() == "2026-11-20T20:00:00+01:00"
    assert marrow.interview.their_zone == "America/New_York"
    assert tide.interview.notes == "Case study\n"
    [several] = added("Company,Interview date,Interviewers\nA,2026-11-20,Ines Holm; Bo Li\n").new
    [single] = added('Company,Interview date,Interviewer\nA,2026-11-20,"Ines Holm, CTO"\n').new
    assert several.interview.notes == "@ Ines Holm\n@ Bo Li\n"
    assert single.interview.notes == "@ Ines Holm, CTO\n"


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
    [new] = added(f"Company,Interview date,Time,Time zone\nA,2026-07-01,10:00,{zone}\n").new
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
    [new] = added(f"Company,Interview date,Time,Time zone,Format\nA,2026-07-01,10:00,{zone},{form}\n").new
    assert (new.interview.held_at.isoformat(), new.interview.their_zone) == (held, their_zone)


def test_midnight_behind_the_day_gives_way_to_a_column_of_times() -> None:
    [new] = added("Company,Interview date,Time\nA,2026-11-20 00:00:00,14:30\n").new
    assert f"{new.interview.held_at:%H:%M}" == "14:30"


def test_a_day_or_notes_that_have_changed_are_reported() -> None:
    text = "Company,Role,Interview Date,Status,Notes\nMarrow,SRE,{},Interviewing,bring the case\n"
    there = interview("Marrow", "2026-11-20T14:00", "SRE")
    [moved] = added(text.format("2026-11-27"), there).new
    assert moved.remark == "there is one with that company and role on Fri 20 Nov 14:00, open: moved?"
    [later] = added("Company,Role,Interview date\nMarrow,SRE,2026-11-20 16:00\n", there).new
    assert later.remark == moved.remark
    assert not added(text.format("2026-11-27"), there.but(outcome="Rejected")).new[0].remark
    [known] = added(text.format("2026-11-20"), there).known
    assert known.reason == "it is there already; its notes differ, and are left as they are"
    [known] = added(text.format("2026-11-20"), there.but(notes="! slow\nbring the case\n")).known
    assert known.reason == "it is there already"


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
    first = additions(table.rows, logbook, NOW)
    named = [
        new.interview.but(id=letter) for letter, new in zip(string.ascii_letters, first.new, strict=False)
    ]
    after = list(AddInterviews(tuple(named)).apply(logbook).interviews)
    random.shuffle(after)
    second = additions(table.rows, Logbook(interview=tuple(after)), NOW)
    assert second.new == ()
    assert len(first.new) + len(first.known) == len(second.known) == len(table.rows)
