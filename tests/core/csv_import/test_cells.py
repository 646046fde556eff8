"""Days and times as the cells of a table write them."""

from datetime import datetime

import pytest

from followup_tui.core.csv_import.table import Row, Table
from tests.core.csv_import.test_table import ZONE, read


def table_of(*cells: str, time: str = "", day_first: bool | None = None) -> Table:
    quoted = [cell.replace('"', '""') for cell in cells]
    return read(
        "company,interview date,time\n" + "".join(f'A,"{cell}","{time}"\n' for cell in quoted),
        day_first=day_first,
    )


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ("2026-11-23", "2026-11-23T12:00"),
        ("2026-11-23 14:30", "2026-11-23T14:30"),
        ("2026-11-23T14:30", "2026-11-23T14:30"),
        ("2026-11-23T14:30:00Z", "2026-11-23T15:30"),
        ("2026-11-23T23:30:00.000Z", "2026-11-24T00:30"),
        ("2026-11-23T14:30-05:00", "2026-11-23T14:30-05:00"),
        ("2026-11-23 14:30+05:30", "2026-11-23T14:30+05:30"),
        ("2026-11-23T00:00:00.000Z", "2026-11-23T12:00"),
        ("2026-11-23 0:00:00", "2026-11-23T12:00"),
        ("2026/11/23", "2026-11-23T12:00"),
        ("23.11.2026", "2026-11-23T12:00"),
        ("20.11.26", "2026-11-20T12:00"),
        ("03.04.26", "2026-04-03T12:00"),
        ("11/23/2026", "2026-11-23T12:00"),
        ("11/23/26 14:30", "2026-11-23T14:30"),
        ("23/11/2026", "2026-11-23T12:00"),
        ("20/11/26", "2026-11-20T12:00"),
        ("23-11-2026", "2026-11-23T12:00"),
        ("5/5/2026", "2026-05-05T12:00"),
        ("Nov 23, 2026", "2026-11-23T12:00"),
        ("November 23, 2026 2:05 PM", "2026-11-23T14:05"),
        ("Nov 23, 2026 at 2:30 PM", "2026-11-23T14:30"),
        ("Nov. 23, 2026", "2026-11-23T12:00"),
        ("23 Nov. 2026 14:30", "2026-11-23T14:30"),
        ("Nov 23, 2026, 2pm", "2026-11-23T14:00"),
        ("Nov 23, 2026 12:15 AM", "2026-11-23T00:15"),
        ("Nov 23, 2026 12:15 PM", "2026-11-23T12:15"),
        ("November 23rd, 2026", "2026-11-23T12:00"),
        ("23-Nov-2026", "2026-11-23T12:00"),
        ("23-Nov-26", "2026-11-23T12:00"),
        # Spans: the beginning.
        ("November 23, 2026 3:00 PM → 4:00 PM", "2026-11-23T15:00"),
        ("November 23, 2026 3:00 PM (GMT+1)", "2026-11-23T15:00"),
        ("November 23, 2026 3:00 PM (GMT-5) → 4:00 PM (GMT-5)", "2026-11-23T15:00-05:00"),
        ("November 23, 2026 3:00 PM (EST)", "2026-11-23T15:00-05:00"),
        ("23.11.2026 14:30-15:30", "2026-11-23T14:30"),
        ("23.11.2026 09:00-10:00", "2026-11-23T09:00"),
        ("Nov 23, 2026 11:00-1:00 PM", "2026-11-23T11:00"),
    ],
)
def test_a_day_is_read(cell: str, held: str) -> None:
    [row] = table_of(cell).rows
    expected = datetime.fromisoformat(held)
    expected = expected if expected.tzinfo else expected.replace(tzinfo=ZONE)
    assert (row.interview.held_at, row.interview.held_at.utcoffset()) == (expected, expected.utcoffset())


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2026-02-30", "can't be read"),
        ("30/02/2026", "can't be read"),
        ("13/13/2026", "can't be read"),
        ("31.11.26", "can't be read"),
        ("1926-11-23", "outside 2000 to 2199"),
        ("Tue 23 Nov 2026", "can't be read"),
        ("soon", "the day “soon” can't be read; write it like 2026-11-23"),
        ("23.11.2026 25:00", "can't be read"),
        ("23.11.2026 14:60", "can't be read"),
        ("Nov 23, 2026 14:30 PM", "can't be read"),
        ("23 Jui 2026", "can't be read"),
        ("26-11-20", "can't be read"),
        ("Nov 23, 2026 at 2", "can't be read"),
        ("2026-11-23 or 2026-11-24", "can't be read"),
        ("2026-11-23 (phone)", "can't be read"),
        ("20 Nov", "can't be read"),
        ("20.11.", "can't be read"),
        ("11/20", "can't be read"),
        ("46346", "can't be read"),
        ("########", "can't be read"),
        ("x" * 200, "“" + "x" * 40 + "”"),
        ("Nov 23, 2026 2:30 - 3:30 PM", "can't be read"),
        ("2026-11-23 2:30", "can't be read"),
        ("2026-11-23 - moved to 2026-11-27", "can't be read"),
        # Formats that are few or may mean another moment.
        ("2026.11.23", "can't be read"),
        ("3. 4. 2026", "can't be read"),
        ("Monday, 23 November 2026", "can't be read"),
        ("Mon, Nov 23, 2026", "can't be read"),
        ("Mon Nov 23 2026 15:00:00 GMT+0100 (Central European Standard Time)", "can't be read"),
        ("23 Nov '26", "can't be read"),
        ("23/Nov/2026", "can't be read"),
        ("23. November 2026, 14 Uhr", "can't be read"),
        ("Mo., 23. Nov. 2026 um 14.30 Uhr", "can't be read"),
        ("Di, 24.11.2026", "can't be read"),
        ("3. März 2026", "can't be read"),
        ("1er décembre 2026 à 14h30", "can't be read"),
        ("lundi 23 novembre 2026 14h", "can't be read"),
        ("3 févr. 2026", "can't be read"),
        ("3 juil. 2026", "can't be read"),
        ("3 août 2026", "can't be read"),
        ("November 23, 2026 3:00 PM → November 24, 2026 4:00 PM", "can't be read"),
        ("2026/11/23 → 2026/11/24", "can't be read"),
        ("2026-11-23 – 2026-11-24", "can't be read"),
        ("2026-11-23 to 2026-11-24", "can't be read"),
        ("23.11.2026 14:30 bis 15:30 Uhr", "can't be read"),
        ("Nov 23, 2026 @ 2 p.m.", "can't be read"),
        ("2026-11-23 14:30:00-0500", "can't be read"),
        ("2026-11-23 14:30:00-05:00", "can't be read"),
        ("2026-11-23 14:30 - cancelled", "can't be read"),
    ],
)
def test_other_days_are_left_out_by_line(cell: str, why: str) -> None:
    table = table_of(cell)
    assert table.rows == ()
    [left_out] = table.left_out
    assert left_out.line == 2
    assert why in left_out.reason


def days(table: Table) -> list[str]:
    return [row.interview.held_at.date().isoformat() for row in table.rows]


def test_a_clear_day_decides_what_comes_first_in_all() -> None:
    assert days(table_of("3/4/2026", "3/14/2026")) == ["2026-03-04", "2026-03-14"]
    assert days(table_of("3/4/26", "14/3/26")) == ["2026-04-03", "2026-03-14"]
    assert days(table_of("3-4-2026", "14/3/2026")) == ["2026-04-03", "2026-03-14"]
    assert days(table_of("03.04.2026", "20.11.2026")) == ["2026-04-03", "2026-11-20"]


def test_days_that_do_not_tell_are_left_out_with_the_way_to_decide() -> None:
    table = table_of("5/5/2026", "3/4/2026", "6/7/2026")
    assert days(table) == ["2026-05-05"]
    assert [record.line for record in table.left_out] == [3, 4]
    [why] = {record.reason for record in table.left_out}
    assert why == "day and month can't be told apart; say which comes first: --day-first or --month-first"
    assert days(table_of("3/4/2026", "6/7/2026", day_first=True)) == ["2026-04-03", "2026-07-06"]
    assert days(table_of("3/4/2026", "6.7.2026", day_first=False)) == ["2026-03-04", "2026-07-06"]
    assert days(table_of("23/11/2026", day_first=False)) == ["2026-11-23"]


def test_where_days_contradict_each_other_none_decides_for_the_others() -> None:
    table = table_of("3/4/2026", "3/14/2026", "14/3/2026")
    assert days(table) == ["2026-03-14", "2026-03-14"]
    assert [record.line for record in table.left_out] == [2]


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ("14:30", "14:30"),
        ("14:30:00", "14:30"),
        ("14:30 Uhr", "14:30"),
        ("9:30 Uhr - 10:30 Uhr", "09:30"),
        ("2:30 PM", "14:30"),
        ("2:30\u202fpm", "14:30"),
        ("at 2:30 PM", "14:30"),
        ("2pm", "14:00"),
        ("11:30 AM - 12:30 PM", "11:30"),
        ("14:30-15:30", "14:30"),
        ("00:00", "12:00"),
        ("TBD", "12:00"),
        ("3:00 PM EST", "15:00"),
    ],
)
def test_a_time_in_a_column_of_its_own(cell: str, held: str) -> None:
    [row] = table_of("2026-11-23", time=cell).rows
    assert f"{row.interview.held_at:%H:%M}" == held


@pytest.mark.parametrize(
    "cell",
    [
        "soon",
        "14",
        "25:00",
        "2:30 or 3:30",
        "9:00 PM?",
        "2-3",
        "2:30",
        "2-3pm",
        "2:30 – 3:30 PM",
        "14h30",
        "9 Uhr",
    ],
)
def test_a_time_that_can_t_be_read_is_left_out(cell: str) -> None:
    table = table_of("2026-11-23", time=cell)
    assert table.rows == ()
    assert table.left_out[0].reason == f"the time “{cell}” can't be read; write it like 14:30"


def only(table: Table) -> Row:
    [row] = table.rows
    return row


def test_a_day_without_a_time_is_at_noon() -> None:
    assert only(table_of("2026-11-23 2:30 AM")).interview.held_at.hour == 2
    assert only(table_of("2026-11-23")).interview.held_at.hour == 12


def test_a_time_in_the_cell_of_the_day_counts_more_than_its_own_column() -> None:
    assert only(table_of("2026-11-23 9:30", time="10:30")).interview.held_at.hour == 9
