"""Moments as they are typed into a field."""

import time
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.moments import ZonedMoment, coming_moment, parse_moment, parse_zoned_moment
from followup_tui.core.dates.typed_days import AmbiguousText
from followup_tui.core.dates.zones import AMBIGUOUS, AmbiguousZone
from tests.examples import examples, within

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 11, 20, 33, 5, tzinfo=BERLIN)
"""A Thursday."""


def summary(text: str, now: datetime = NOW) -> str:
    moment = parse_moment(text, now)
    return f"{moment:%a} {moment.isoformat()}" if moment else "-"


READ = """
now                              | Thu 2026-11-26T11:20
just now                         | Thu 2026-11-26T11:20
today                            | Thu 2026-11-26T11:20
today 9:00                       | Thu 2026-11-26T09:00
14:30                            | Thu 2026-11-26T14:30
at 14:30                         | Thu 2026-11-26T14:30
3pm                              | Thu 2026-11-26T15:00
3 pm                             | Thu 2026-11-26T15:00
3:15 pm                          | Thu 2026-11-26T15:15
12am                             | Thu 2026-11-26T00:00
12pm                             | Thu 2026-11-26T12:00
15h                              | Thu 2026-11-26T15:00
15h30                            | Thu 2026-11-26T15:30
9.30                             | Thu 2026-11-26T09:30
yesterday                        | Wed 2026-11-25T12:00
yesterday 3pm                    | Wed 2026-11-25T15:00
yesterday at 3 pm                | Wed 2026-11-25T15:00
yesterday, 15:00                 | Wed 2026-11-25T15:00
14:30 yesterday                  | Wed 2026-11-25T14:30
the day before yesterday 16:00   | Tue 2026-11-24T16:00
tue                              | Tue 2026-11-24T12:00
tue 14:30                        | Tue 2026-11-24T14:30
on tue                           | Tue 2026-11-24T12:00
tuesday at 9.30                  | Tue 2026-11-24T09:30
3pm on tue                       | Tue 2026-11-24T15:00
thu                              | Thu 2026-11-26T12:00
thu 14:30                        | Thu 2026-11-26T14:30
fri                              | Fri 2026-11-20T12:00
sat                              | Sat 2026-11-21T12:00
last friday 16:00                | Fri 2026-11-20T16:00
last thursday                    | Thu 2026-11-19T12:00
2026-11-23                       | Mon 2026-11-23T12:00
2026-11-23 14:00                 | Mon 2026-11-23T14:00
2026-11-23T14:00                 | Mon 2026-11-23T14:00
2026-11-23 2pm                   | Mon 2026-11-23T14:00
14:00 2026-11-23                 | Mon 2026-11-23T14:00
23 Nov                           | Mon 2026-11-23T12:00
23 Nov 14:00                     | Mon 2026-11-23T14:00
23 Nov, 14:00                    | Mon 2026-11-23T14:00
on 23 Nov at 14:00               | Mon 2026-11-23T14:00
Nov 23 2pm                       | Mon 2026-11-23T14:00
23rd of November 3pm             | Mon 2026-11-23T15:00
Dec. 4 2pm                       | Fri 2026-12-04T14:00
Mon 23 Nov 14:00                 | Mon 2026-11-23T14:00
23 Nov 2025 9:00                 | Sun 2025-11-23T09:00
5 Jan                            | Tue 2027-01-05T12:00
23.11.2026 14:00                 | Mon 2026-11-23T14:00
23/11                            | Mon 2026-11-23T12:00
23.11. 14:00                     | Mon 2026-11-23T14:00
tomorrow                         | Fri 2026-11-27T12:00
tomorrow 9:00                    | Fri 2026-11-27T09:00
3pm tomorrow                     | Fri 2026-11-27T15:00
tonight at 8pm                   | Thu 2026-11-26T20:00
next tue 10am                    | Tue 2026-12-01T10:00
next tuesday                     | Tue 2026-12-01T12:00
this fri 9:00                    | Fri 2026-11-27T09:00
friday next week 10:00           | Fri 2026-12-04T10:00
in 3 days 10:00                  | Sun 2026-11-29T10:00
in two weeks                     | Thu 2026-12-10T12:00
2 days ago                       | Tue 2026-11-24T12:00
2 days ago 15:00                 | Tue 2026-11-24T15:00
a week ago                       | Thu 2026-11-19T12:00
two weeks ago                    | Thu 2026-11-12T12:00
1 month ago                      | Mon 2026-10-26T12:00
2 hours ago                      | Thu 2026-11-26T09:20
an hour ago                      | Thu 2026-11-26T10:20
20 minutes ago                   | Thu 2026-11-26T11:00
90 min ago                       | Thu 2026-11-26T09:50
2h ago                           | Thu 2026-11-26T09:20
in an hour                       | Thu 2026-11-26T12:20
in two hours                     | Thu 2026-11-26T13:20
in 90 min                        | Thu 2026-11-26T12:50
27.11. 14 Uhr                    | Fri 2026-11-27T14:00
27.11.2026 um 9:30               | Fri 2026-11-27T09:30
noon                             | Thu 2026-11-26T12:00
today noon                       | Thu 2026-11-26T12:00
noon tomorrow                    | Fri 2026-11-27T12:00
tonight                          | Thu 2026-11-26T20:00
this morning                     | Thu 2026-11-26T09:00
this afternoon                   | Thu 2026-11-26T15:00
this morning 9:30                | Thu 2026-11-26T09:30
yesterday morning                | Wed 2026-11-25T09:00
yesterday evening 18:30          | Wed 2026-11-25T18:30
tomorrow in the morning          | Fri 2026-11-27T09:00
fri afternoon                    | Fri 2026-11-20T15:00
at 6                             | Thu 2026-11-26T18:00
2:30                             | Thu 2026-11-26T14:30
02:30                            | Thu 2026-11-26T02:30
2:30 am                          | Thu 2026-11-26T02:30
at 6 in the morning              | Thu 2026-11-26T06:00
tomorrow morning at 6            | Fri 2026-11-27T06:00
tonight at 8                     | Thu 2026-11-26T20:00
tomorrow evening at 8:15         | Fri 2026-11-27T20:15
yesterday afternoon at 12:30     | Wed 2026-11-25T12:30
half past two tomorrow           | Fri 2026-11-27T14:30
fri 27 at 10                     | Fri 2026-11-27T10:00
fri 20th 2pm                     | Fri 2026-11-20T14:00
the day after tomorrow at 9      | Sat 2026-11-28T09:00
a week from friday 4pm           | Fri 2026-12-04T16:00
at 9                             | Thu 2026-11-26T09:00
at 16                            | Thu 2026-11-26T16:00
today 10                         | Thu 2026-11-26T10:00
today 2                          | Thu 2026-11-26T14:00
tomorrow 9                       | Fri 2026-11-27T09:00
tue at 9                         | Tue 2026-11-24T09:00
tomorrow 9-10                    | Fri 2026-11-27T09:00
tomorrow 9 \u2013 10              | Fri 2026-11-27T09:00
tomorrow 9 to 10                 | Fri 2026-11-27T09:00
tomorrow 2-3pm                   | Fri 2026-11-27T14:00
tomorrow 11-1pm                  | Fri 2026-11-27T11:00
tomorrow 9:30-10:15              | Fri 2026-11-27T09:30
14:00-15:00                      | Thu 2026-11-26T14:00
4 Dec 9-10                       | Fri 2026-12-04T09:00
2026-11-27 9-10                  | Fri 2026-11-27T09:00
20:00 London                     | Thu 2026-11-26T21:00
tomorrow 4pm my time             | Fri 2026-11-27T16:00
9am Eastern Standard Time        | Thu 2026-11-26T15:00
20:00 London time                | Thu 2026-11-26T21:00
9am PT                           | Thu 2026-11-26T18:00
tomorrow 9am PT                  | Fri 2026-11-27T18:00
9am PT tomorrow                  | Fri 2026-11-27T18:00
tue 9am Pacific time             | Tue 2026-11-24T18:00
next tue 9-10am PT               | Tue 2026-12-01T18:00
14:00 CET                        | Thu 2026-11-26T14:00
14:00 (CET)                      | Thu 2026-11-26T14:00
noon ET                          | Thu 2026-11-26T18:00
4 Dec 10:00 new york             | Fri 2026-12-04T16:00
4 Dec 10:00 America/New_York     | Fri 2026-12-04T16:00
30 Oct 2026 9am ET               | Fri 2026-10-30T14:00
8pm Tokyo                        | Thu 2026-11-26T12:00
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_a_text_typed_on_a_thursday_is_its_moment(line: str) -> None:
    text, expected = (part.strip() for part in line.split("|"))
    assert summary(text) == f"{expected}:00+01:00"
    assert summary(f"  {text.upper()} ") == f"{expected}:00+01:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T14:00:00+01:00", "Mon 2026-11-23T14:00:00+01:00"),
        ("2026-11-23T14:00Z", "Mon 2026-11-23T15:00:00+01:00"),
        ("2026-11-23 14:00:07.9-0530", "Mon 2026-11-23T20:30:07+01:00"),
        ("2026-11-25T10:00-05:00", "Wed 2026-11-25T16:00:00+01:00"),
        ("2026-11-25T04:00:30-05:00", "Wed 2026-11-25T10:00:30+01:00"),
        ("2026-11-25 14:00 -05:00", "Wed 2026-11-25T20:00:00+01:00"),
        ("2026-11-25 10:00-11:00", "Wed 2026-11-25T10:00:00+01:00"),
        ("tomorrow 14:00 -05:00", "Fri 2026-11-27T20:00:00+01:00"),
        ("tomorrow 11:00-1:00", "Fri 2026-11-27T11:00:00+01:00"),
        ("2026-07-01T14:00", "Wed 2026-07-01T14:00:00+02:00"),
        ("2026-07-01", "Wed 2026-07-01T12:00:00+02:00"),
        ("4 May", "Tue 2027-05-04T12:00:00+02:00"),
        ("14:30:15", "Thu 2026-11-26T14:30:15+01:00"),
    ],
)
def test_offsets_and_seconds_are_those_of_the_text(text: str, expected: str) -> None:
    assert summary(text) == expected


NOT_READ = """
3
15
12
foo
soon
3 people
24:00
25:00
14:60
13pm
0am
10.12
31 Jun
29 Feb
30 Feb 2026
2026-02-30
2026-13-01
2026-11-23 25:00
2026-11-23T14:00+99:00
0000-01-01
9999-12-31
4 Dec 9999
Tue 23 Nov
wed 9
the 15th
this mon
this week
next week
next month
in December
end of next week
eod
by friday
before friday
after friday
until friday
around friday
friday or monday
friday to monday
not friday
last week
last 23 Nov
last
last last friday
yesterday and today
met Dana yesterday
yesterday 3pm in Atlantis
tomorrow's
9999 days ago
a few days ago
in an hour or two
in a minute or so
2 hours
ago
at
3pm 4pm
14:30 15:30
monday tuesday
23 Nov 14
4/11
Dec 4-6
4-6
9am xyz
9am CST
London
tomorrow London
25:00 London
9am PT ET
at 25
tonight at 1
tue night 12
thu evening 3
tomorrow afternoon 11:30
tomorrow morning at 12:30
wed 9 in the morning
thu 10.12
27th 3pm
12/11 14:00
fri half 2
fri 24 14:00
by a week from friday
14:00 +15:00
"""


@pytest.mark.parametrize("text", ["", "  ", *NOT_READ.strip().splitlines()])
def test_what_is_not_understood_as_a_whole_is_refused(text: str) -> None:
    assert summary(text) == "-"


COMING = """
tue 14:30                        | Tue 2026-12-01T14:30
thu 9:00                         | Thu 2026-12-03T09:00
thu 14:30                        | Thu 2026-11-26T14:30
thu 9am PT                       | Thu 2026-11-26T18:00
last tue 14:30                   | Tue 2026-11-24T14:30
the 27th                         | Fri 2026-11-27T12:00
26th 9am                         | Sat 2026-12-26T09:00
26th 9pm                         | Thu 2026-11-26T21:00
3pm on the 4th                   | Fri 2026-12-04T15:00
fri 20 at 10                     | Fri 2026-11-20T10:00
in two weeks at 3                | Thu 2026-12-10T15:00
thursday at 2                    | Thu 2026-11-26T14:00
december the 3rd at quarter to 9 | Thu 2026-12-03T08:45
monday week at 10                | Mon 2026-12-07T10:00
mon 10am - 11am                  | Mon 2026-11-30T10:00
wednesday morning at 9           | Wed 2026-12-02T09:00
quarter to five on monday        | Mon 2026-11-30T16:45
thursday next week 11am          | Thu 2026-12-03T11:00
Fri, Dec 4, 2026, 2:00 PM CET    | Fri 2026-12-04T14:00
12 noon on tuesday               | Tue 2026-12-01T12:00
one week from today 10:00        | Thu 2026-12-03T10:00
12.11. 14:00                     | Thu 2026-11-12T14:00
12/12 9:00                       | Sat 2026-12-12T09:00
2026/12/08 14:00                 | Tue 2026-12-08T14:00
Tuesday, December 8 from 2 to 3pm | Tue 2026-12-08T14:00
first thing tomorrow             | Fri 2026-11-27T09:00
around 3 tomorrow                | Fri 2026-11-27T15:00
wed morning 9                    | Wed 2026-12-02T09:00
fri afternoon 4                  | Fri 2026-11-27T16:00
tomorrow evening 8               | Fri 2026-11-27T20:00
tonight 8 PT                     | Fri 2026-11-27T05:00
wed 23 in the morning            | Wed 2026-12-23T09:00
thu 11.12                        | Thu 2026-12-03T11:12
wed 9 dec in the morning         | Wed 2026-12-09T09:00
"""


@pytest.mark.parametrize("line", COMING.strip().splitlines())
def test_where_a_moment_to_come_is_asked_for_days_are_the_next_such_days(line: str) -> None:
    text, expected = (part.strip() for part in line.split("|"))
    moment = parse_zoned_moment(text, NOW, is_coming=True)
    assert isinstance(moment, ZonedMoment)
    assert f"{moment.at:%a} {moment.at.isoformat()}" == f"{expected}:00+01:00"


@pytest.mark.parametrize(
    ("text", "written", "choices"),
    [
        ("12/11 at 14:30", "12/11", ("12 Nov", "11 Dec")),
        ("3pm 4/12/2027", "4/12/2027", ("4 Dec 2027", "12 Apr 2027")),
        ("8-12-2026 14:00", "8-12-2026", ("8 Dec 2026", "12 Aug 2026")),
        ("wed 9", "wed 9", ("Wed 9 Dec", "Wed at 9")),
        ("wed 9 in the morning", "wed 9 in the morning", ("Wed 9 Dec morning", "Wed morning at 9")),
        ("fri 4 afternoon", "fri 4 afternoon", ("Fri 4 Dec afternoon", "Fri afternoon at 4")),
        ("thu 10.12", "thu 10.12", ("Thu 10 Dec", "Thu at 10:12")),
        ("fri half 2", "half 2", ("1:30", "2:30")),
    ],
)
def test_a_text_with_two_meanings_gives_both_and_each_is_understood(
    text: str, written: str, choices: tuple[str, str]
) -> None:
    ambiguous = parse_zoned_moment(text, NOW, is_coming=True)
    assert ambiguous == AmbiguousText(written, choices)
    for choice in choices:
        assert isinstance(parse_zoned_moment(text.replace(written, choice), NOW, is_coming=True), ZonedMoment)


@pytest.mark.parametrize("days", range(7))
def test_a_bare_weekday_is_the_last_such_day(days: int) -> None:
    now = NOW + timedelta(days=days)
    for back in range(7):
        day = now - timedelta(days=back)
        assert summary(f"{day:%A} 23:59", now) == f"{day:%a} {day:%Y-%m-%d}T23:59:00+01:00"
        last = day - timedelta(days=7) if back == 0 else day
        assert summary(f"last {day:%a} 23:59", now) == f"{day:%a} {last:%Y-%m-%d}T23:59:00+01:00"


@pytest.mark.parametrize("days", range(-180, 181, 9))
def test_a_date_without_a_year_is_the_nearest(days: int) -> None:
    day = NOW + timedelta(days=days)
    moment = parse_moment(f"{day:%d %B} 9:00", NOW)
    assert moment is not None
    assert moment.date() == day.date()


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("9am PT", "America/Los_Angeles"),
        ("20:00 London", "Europe/London"),
        ("20:00 Europe/London", "Europe/London"),
        ("20:00 GMT", "UTC"),
        ("14:00 CET", ""),
        ("14:00", ""),
        ("14:00 +02:00", "+02:00"),
    ],
)
def test_the_zone_comes_with_the_moment_where_it_is_not_the_users_own(text: str, zone: str) -> None:
    moment = parse_zoned_moment(text, NOW)
    assert isinstance(moment, ZonedMoment)
    assert moment.their_zone == zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00 +02:00", "2026-11-26T13:00:00+01:00"),
        ("14:00+02:00", "2026-11-26T13:00:00+01:00"),
        ("2pm UTC+5:30", "2026-11-26T09:30:00+01:00"),
        ("tomorrow 2pm GMT-3", "2026-11-27T18:00:00+01:00"),
    ],
)
def test_a_time_with_an_offset_is_put_on_the_users_clock_and_the_offset_is_kept(
    text: str, expected: str
) -> None:
    moment = parse_zoned_moment(text, NOW)
    assert isinstance(moment, ZonedMoment)
    assert moment.at.isoformat() == expected
    there = moment.at_place()
    assert there.at == moment.at
    assert there.at.isoformat()[11:16] == "14:00"


def test_an_iso_moment_with_another_offset_is_a_time_on_two_clocks() -> None:
    for text in ("2026-12-02T10:00:00+09:00", "2026-12-02 10:00 +09:00"):
        moment = parse_zoned_moment(text, NOW)
        assert moment == ZonedMoment(datetime(2026, 12, 2, 2, 0, tzinfo=BERLIN), "+09:00")
        assert moment.at_place().at.isoformat() == "2026-12-02T10:00:00+09:00"


def test_a_day_beyond_the_next_clock_change_has_the_offset_of_that_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        now = datetime(2026, 11, 26, 11, 20).astimezone()
        assert summary("2027-07-01 10:00", now) == "Thu 2027-07-01T10:00:00+02:00"
        assert summary("2026-12-01 10:00", now) == "Tue 2026-12-01T10:00:00+01:00"
        assert summary("28 Mar 2027 02:30", now) == "-"  # the clocks skip it
        assert summary("2027-07-01 10:00 +01:00", now) == "Thu 2027-07-01T11:00:00+02:00"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fri 10", "Fri 2026-11-20T10:00"),
        ("next tue 11", "Tue 2026-12-01T11:00"),
        ("tuesday 2", "Tue 2026-11-24T14:00"),
        ("mon 13", "Mon 2026-11-23T13:00"),
        ("fri 10-11", "Fri 2026-11-20T10:00"),
        ("last fri 9", "Fri 2026-11-20T09:00"),
        ("fri 10 PT", "Fri 2026-11-20T19:00"),
        # No hours.
        ("thu 26", "Thu 2026-11-26T12:00"),
        ("fri 25", "Fri 2026-12-25T12:00"),
        # Numbers that may be days of the month.
        ("mon 9", "-"),
        ("thu 12", "-"),
        ("fri 10 nov", "-"),
        ("fri 10th", "-"),
        ("10 fri", "-"),
        ("fri 10 or 11", "-"),
    ],
)
def test_a_number_behind_a_weekday_is_an_hour_unless_it_may_be_a_day(text: str, expected: str) -> None:
    assert summary(text).removesuffix(":00+01:00") == expected


@pytest.mark.parametrize("letters", sorted(AMBIGUOUS))
def test_letters_of_several_zones_give_the_choices_and_each_choice_is_understood(letters: str) -> None:
    moment = parse_zoned_moment(f"tomorrow 9am {letters}", NOW)
    assert moment == AmbiguousZone(letters.upper(), AMBIGUOUS[letters])
    for choice in AMBIGUOUS[letters]:
        chosen = parse_zoned_moment(f"tomorrow 9am {choice}", NOW)
        assert isinstance(chosen, ZonedMoment)
        there = chosen.at.astimezone(ZoneInfo(choice))
        assert (there.hour, there.minute) == (9, 0)


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("tue 14:30", "2026-12-01T14:30:00+01:00"),
        ("fri", "2026-11-27T12:00:00+01:00"),
        ("thu 9:00", "2026-12-03T09:00:00+01:00"),
        ("thu 14:30", ""),
        ("last tue 14:30", ""),
        ("next tue 14:30", ""),
        ("tue 24 Nov", ""),
        ("yesterday 3pm", ""),
    ],
)
def test_a_weekday_that_was_read_as_past_has_a_moment_to_come(text: str, coming: str) -> None:
    at = parse_moment(text, NOW)
    assert at is not None
    other = coming_moment(text, at, NOW)
    assert (other.isoformat() if other else "") == coming


CITY_ZONES = ["America/Los_Angeles", "Asia/Kolkata", "Australia/Sydney", "Europe/London", "America/St_Johns"]


@examples(100)
@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)),
    st.sampled_from(CITY_ZONES),
    st.sampled_from([*CITY_ZONES, "Europe/Berlin"]),
)
@within(2.0)
def test_a_time_in_another_zone_is_that_time_there(wall: datetime, theirs: str, mine: str) -> None:
    wall = wall.replace(second=0, microsecond=0)
    now = datetime(2026, 11, 26, 11, 20, tzinfo=ZoneInfo(mine))
    moment = parse_zoned_moment(f"{wall:%Y-%m-%d %H:%M} {theirs}", now)
    expected = wall.replace(tzinfo=ZoneInfo(theirs))
    if expected.astimezone(UTC).astimezone(ZoneInfo(theirs)).replace(tzinfo=None) != wall:
        assert moment is None  # the clocks skip it there
        return
    assert isinstance(moment, ZonedMoment)
    assert moment.at.astimezone(UTC) == expected.astimezone(UTC)
    assert moment.at.tzinfo == ZoneInfo(mine)


def test_hours_ago_are_hours_that_passed() -> None:
    # The clocks went from 3:00 back to 2:00 in the night to the 25th.
    now = datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN)
    assert summary("4 hours ago", now) == "Sun 2026-10-25T01:00:00+02:00"
    assert summary("2 hours ago", now) == "Sun 2026-10-25T02:00:00+01:00"
    assert summary("yesterday 02:30", now) == "Sat 2026-10-24T02:30:00+02:00"


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    now = datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN)
    assert summary("02:30", now) == "-"
    assert summary("03:30", now) == "Sun 2026-03-29T03:30:00+02:00"
    assert summary("02:30", now.replace(tzinfo=UTC)) == "Sun 2026-03-29T02:30:00+00:00"


def test_moments_are_right_at_the_turn_of_the_year() -> None:
    now = datetime(2027, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert summary("yesterday 23:30", now) == "Thu 2026-12-31T23:30:00-05:00"
    assert summary("31 Dec", now) == "Thu 2026-12-31T12:00:00-05:00"
    assert summary("an hour ago", now) == "Thu 2026-12-31T23:30:00-05:00"
    assert summary("2 months ago", now.replace(day=31)) == "Mon 2026-11-30T12:00:00-05:00"
    assert summary("29 Feb 10:00", now.replace(year=2028)) == "Tue 2028-02-29T10:00:00-05:00"


WORDS = """
now today yesterday tomorrow last next this mon friday 23 nov 3pm 14:30 9.30 ago 2 hours days minutes week at
on in the 2026 2026-11-23 9999-12-31 0001-01-01 15h half a an , . 4.12. 31 feb 999 \u0663 \ud800 \u0130 T Z
"""


@examples(200)
@given(
    st.one_of(st.text(max_size=150), st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join)),
    st.datetimes(datetime(1960, 1, 1), datetime(2250, 1, 1), timezones=st.just(BERLIN)),
)
@within(2.0)
def test_whatever_the_text_a_moment_is_aware(text: str, now: datetime) -> None:
    moment = parse_moment(text, now)
    if moment is not None:
        assert moment.utcoffset() is not None
        assert 2000 <= moment.year <= 2199
        assert moment.microsecond == 0
