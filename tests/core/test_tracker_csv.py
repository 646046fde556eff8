"""Tables as spreadsheets and job trackers export them."""

from datetime import date, datetime, timedelta, timezone

import pytest

from followup_tui.core.tracker_csv import NoTable, Table, read_table

ZONE = timezone(timedelta(hours=1))


def read(text: str, there: tuple[tuple[str, date], ...] = ()) -> Table:
    return read_table(text, lambda naive: naive.replace(tzinfo=ZONE), there)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("2026-11-23", "2026-11-23T12:00"),
        ("2026-11-23 14:30", "2026-11-23T14:30"),
        ("2026-11-23T14:30:00Z", "2026-11-23T14:30+00:00"),
        ("2026/11/23", "2026-11-23T12:00"),
        ("23.11.2026", "2026-11-23T12:00"),
        ("3. 4. 2026", "2026-04-03T12:00"),
        ("11/23/2026", "2026-11-23T12:00"),
        ("23/11/2026", "2026-11-23T12:00"),
        ("5/5/2026", "2026-05-05T12:00"),
        ("Nov 23, 2026", "2026-11-23T12:00"),
        ("November 23, 2026 2:05 PM", "2026-11-23T14:05"),
        ("Monday, 23 November 2026", "2026-11-23T12:00"),
        ("23-Nov-2026", "2026-11-23T12:00"),
    ],
)
def test_days_that_can_be_read_in_one_way(said: str, held: str) -> None:
    [row] = read(f'company,date\nAcme,"{said}"\n').rows
    expected = datetime.fromisoformat(held)
    assert row.held_at == (expected if expected.tzinfo else expected.replace(tzinfo=ZONE))


@pytest.mark.parametrize(
    "said", ["3/4/2026", "soon", "2026-02-30", "13/13/2026", "1/2/26", "23.11.2026 25:00"]
)
def test_other_days_are_told_by_line(said: str) -> None:
    table = read(f"company,date\nAcme,{said}\n")
    assert table.rows == ()
    [(line, why)] = table.skipped
    assert line == 2
    assert said in why


def test_the_rest_of_the_column_tells_which_comes_first() -> None:
    table = read("company,date\nAcme,3/4/2026\nBeta,3/14/2026\n")
    assert [row.held_at.date() for row in table.rows] == [date(2026, 3, 4), date(2026, 3, 14)]
    assert len(read("company,date\nA,3/4/2026\nB,3/14/2026\nC,14/3/2026\n").rows) == 2


@pytest.mark.parametrize(
    "header",
    [
        "Company,Job Title,Interview Date,Status,Notes",
        "Company Name;Position;Date of interview;Stage;Comments",
        "Employer\tRole\tDate\tApplication Status\tMy notes",
        "\ufeffCOMPANY,Job title,Interviewed on,Job Status,note",
    ],
)
def test_columns_are_known_by_their_names(header: str) -> None:
    mark = next(one for one in ";\t," if one in header)
    values = ["Acme", "Engineer", "2026-11-23", "Rejected", '"> two\n~ lines"']
    [row] = read(f"{header}\r\n{mark.join(values)}\r\n").rows
    assert (row.line, row.company, row.role, row.outcome, row.notes) == (
        2,
        "Acme",
        "Engineer",
        "Rejected",
        "> two\n~ lines",
    )


def test_what_is_left_out_is_told() -> None:
    text = (
        "company,date,status\n"
        "Acme,2026-11-23,Interviewing\n"
        '"acme ",2026-11-23,\n'
        "Beta,2026-11-20,\n"
        "Gamma,2026-11-20,Applied\n"
        ",2026-11-20,\n"
        "\n"
        "Delta,,\n"
        "Epsilon\n"
    )
    table = read(text, (("beta", date(2026, 11, 20)),))
    assert [(row.company, row.outcome) for row in table.rows] == [("Acme", "")]
    assert table.skipped == (
        (3, "acme on 2026-11-23 is there already"),
        (4, "Beta on 2026-11-20 is there already"),
        (5, "Gamma: no interview yet (Applied)"),
        (6, "it names no company"),
        (8, "Delta: it has no date"),
        (9, "Epsilon: it has no date"),
    )


@pytest.mark.parametrize(
    ("text", "says"), [("", "empty"), ("a,b\n1,2\n", "company"), ("company,b\n", "date"), ("\n\n", "empty")]
)
def test_what_is_no_table_is_told(text: str, says: str) -> None:
    with pytest.raises(NoTable, match=says):
        read(text)
