"""Every phrase against several days, what must not be read, and properties of all readings."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.dates.phrases import Reading
from tests.core.builders import read_dates
from tests.examples import examples, within

MONDAY, WEDNESDAY, FRIDAY, SUNDAY = (date(2026, 11, day) for day in (23, 25, 27, 29))


def summary(reading: Reading | None) -> str:
    """`4 Dec`, `30 Nov..4 Dec`, `5 Jan 2027`, or `-`."""
    if reading is None:
        return "-"
    first, last = (
        f"{day.day} {day:%b}" + (f" {day.year}" if day.year != 2026 else "")
        for day in (reading.first, reading.last)
    )
    return first if first == last else f"{first}..{last}"


# The phrase; then its reading when said on Monday 23, Wednesday 25, Friday 27, Sunday 29 November 2026. One
# column stands for all four days.
PHRASES = """
today                        | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
tonight                      | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
this afternoon               | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
tomorrow                     | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
tmrw                         | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
the day after tomorrow       | 25 Nov         | 27 Nov         | 29 Nov         | 1 Dec
tomorrow or the day after    | 24 Nov..25 Nov | 26 Nov..27 Nov | 28 Nov..29 Nov | 30 Nov..1 Dec
end of day                   | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
by the end of the day        | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
by eod                       | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
by close of business         | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
by cob tomorrow              | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
by eod on Friday             | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
Friday by end of day         | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
Monday                       | 30 Nov
Wednesday                    | 25 Nov         | 2 Dec          | 2 Dec          | 2 Dec
Friday                       | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
Sunday                       | 29 Nov         | 29 Nov         | 29 Nov         | 6 Dec
by fri                       | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
on Thurs                     | 26 Nov         | 26 Nov         | 3 Dec          | 3 Dec
by sat                       | 28 Nov         | 28 Nov         | 28 Nov         | 5 Dec
before sun                   | 28 Nov         | 28 Nov         | 28 Nov         | 5 Dec
until mon                    | 30 Nov
this monday                  | 23 Nov         | -              | -              | -
this friday                  | 27 Nov         | 27 Nov         | 27 Nov         | -
this sat                     | 28 Nov         | 28 Nov         | 28 Nov         | -
next monday                  | 30 Nov
next friday                  | 4 Dec
next sun                     | 6 Dec
this coming Friday           | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
Friday week                  | 4 Dec          | 4 Dec          | 11 Dec         | 11 Dec
Monday next week             | 30 Nov
Friday of this week          | 27 Nov         | 27 Nov         | 27 Nov         | -
next week on Tuesday         | 1 Dec
next week, Thursday or Friday | 3 Dec..4 Dec
this week                    | 23 Nov..27 Nov | 25 Nov..27 Nov | 27 Nov         | -
next week                    | 30 Nov..4 Dec
the week after next          | 7 Dec..11 Dec
end of the week              | 27 Nov         | 27 Nov         | 27 Nov         | 4 Dec
end of week                  | 27 Nov         | 27 Nov         | 27 Nov         | 4 Dec
eow                          | 27 Nov         | 27 Nov         | 27 Nov         | 4 Dec
by end of this week          | 27 Nov         | 27 Nov         | 27 Nov         | -
end of next week             | 4 Dec
early next week              | 30 Nov..1 Dec
mid next week                | 2 Dec
late next week               | 3 Dec..4 Dec
later this week              | 26 Nov..27 Nov | 26 Nov..27 Nov | 27 Nov         | -
start of next week           | 30 Nov..1 Dec
this week or next            | 23 Nov..4 Dec  | 25 Nov..4 Dec  | 27 Nov..4 Dec  | 29 Nov..4 Dec
next week or the week after  | 30 Nov..11 Dec
week of 7 December           | 7 Dec..11 Dec
w/c 14 Dec                   | 14 Dec..18 Dec
this weekend                 | 28 Nov..29 Nov | 28 Nov..29 Nov | 28 Nov..29 Nov | 29 Nov
over the weekend             | 28 Nov..29 Nov | 28 Nov..29 Nov | 28 Nov..29 Nov | 29 Nov
next weekend                 | 5 Dec..6 Dec
before the weekend           | 27 Nov         | 27 Nov         | 27 Nov         | -
after the weekend            | 30 Nov
this month                   | 23 Nov..30 Nov | 25 Nov..30 Nov | 27 Nov..30 Nov | 29 Nov..30 Nov
next month                   | 1 Dec..31 Dec
end of the month             | 30 Nov
eom                          | 30 Nov
end of next month            | 31 Dec
end of November              | 30 Nov
by the end of January        | 31 Jan 2027
late December                | 31 Dec
in December                  | 1 Dec..31 Dec
in January or February       | 1 Jan 2027..28 Feb 2027
before December              | 30 Nov
end of the year              | 31 Dec
eoy                          | 31 Dec
2026-12-04                   | 4 Dec
4 Dec                        | 4 Dec
4 december 2026              | 4 Dec
4th Dec                      | 4 Dec
Dec 4                        | 4 Dec
Dec. 4                       | 4 Dec
December 4th                 | 4 Dec
December 4th, 2026           | 4 Dec
4th of December              | 4 Dec
the 4th of December          | 4 Dec
Fri 4 Dec                    | 4 Dec
Friday, 4 December           | 4 Dec
Friday, December 4th         | 4 Dec
4.12.2026                    | 4 Dec
by 4.12.                     | 4 Dec
4-6 Dec                      | 4 Dec..6 Dec
Dec 4 to 6                   | 4 Dec..6 Dec
4 or 5 December              | 4 Dec..5 Dec
28 Nov to 2 Dec              | 28 Nov..2 Dec  | 28 Nov..2 Dec  | 28 Nov..2 Dec  | 2 Dec
28 Dec - 3 Jan               | 28 Dec..3 Jan 2027
5 Jan                        | 5 Jan 2027
23 Nov                       | 23 Nov         | 23 Nov 2027    | 23 Nov 2027    | 23 Nov 2027
24 Nov                       | 24 Nov         | 24 Nov 2027    | 24 Nov 2027    | 24 Nov 2027
the 15th                     | 15 Dec
by the 27th                  | 27 Nov         | 27 Nov         | 27 Nov         | 27 Dec
on the 24th                  | 24 Nov         | 24 Dec         | 24 Dec         | 24 Dec
between the 3rd and the 5th  | 3 Dec..5 Dec
Friday the 4th               | 4 Dec
the 15th of next month       | 15 Dec
the 30th of this month       | 30 Nov
in 3 days                    | 26 Nov         | 28 Nov         | 30 Nov         | 2 Dec
in 1 day                     | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
in two weeks                 | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
in a week                    | 30 Nov         | 2 Dec          | 4 Dec          | 6 Dec
in a month                   | 23 Dec         | 25 Dec         | 27 Dec         | 29 Dec
in two months                | 23 Jan 2027    | 25 Jan 2027    | 27 Jan 2027    | 29 Jan 2027
within two weeks             | 23 Nov..7 Dec  | 25 Nov..9 Dec  | 27 Nov..11 Dec | 29 Nov..13 Dec
within 3 days                | 23 Nov..26 Nov | 25 Nov..28 Nov | 27 Nov..30 Nov | 29 Nov..2 Dec
two weeks                    | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
a week                       | 30 Nov         | 2 Dec          | 4 Dec          | 6 Dec
a couple of weeks            | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
a couple of days             | 25 Nov         | 27 Nov         | 29 Nov         | 1 Dec
a few days                   | 26 Nov         | 28 Nov         | 30 Nov         | 2 Dec
a fortnight                  | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
in a fortnight               | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
two or three weeks           | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
two to three weeks           | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
2-3 weeks                    | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
2 - 3 weeks                  | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
between two and three weeks  | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
a week or two                | 30 Nov..7 Dec  | 2 Dec..9 Dec   | 4 Dec..11 Dec  | 6 Dec..13 Dec
in a day or two              | 24 Nov..25 Nov | 26 Nov..27 Nov | 28 Nov..29 Nov | 30 Nov..1 Dec
two weeks, maybe three       | 7 Dec..14 Dec  | 9 Dec..16 Dec  | 11 Dec..18 Dec | 13 Dec..20 Dec
in a week or ten days        | 30 Nov..3 Dec  | 2 Dec..5 Dec   | 4 Dec..7 Dec   | 6 Dec..9 Dec
the next two weeks           | 23 Nov..7 Dec  | 25 Nov..9 Dec  | 27 Nov..11 Dec | 29 Nov..13 Dec
over the next few days       | 23 Nov..26 Nov | 25 Nov..28 Nov | 27 Nov..30 Nov | 29 Nov..2 Dec
within the next week         | 23 Nov..30 Nov | 25 Nov..2 Dec  | 27 Nov..4 Dec  | 29 Nov..6 Dec
another two weeks            | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
3 business days              | 26 Nov         | 30 Nov         | 2 Dec          | 2 Dec
in 5 working days            | 30 Nov         | 2 Dec          | 4 Dec          | 4 Dec
within 2 business days       | 23 Nov..25 Nov | 25 Nov..27 Nov | 27 Nov..1 Dec  | 29 Nov..1 Dec
2-3 business days            | 25 Nov..26 Nov | 27 Nov..30 Nov | 1 Dec..2 Dec   | 1 Dec..2 Dec
24 hours                     | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
within 48 hours              | 23 Nov..25 Nov | 25 Nov..27 Nov | 27 Nov..29 Nov | 29 Nov..1 Dec
in two weeks' time           | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
in a week's time             | 30 Nov         | 2 Dec          | 4 Dec          | 6 Dec
a week from now              | 30 Nov         | 2 Dec          | 4 Dec          | 6 Dec
two weeks from today         | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
a week from Monday           | 7 Dec
a week on Monday             | 7 Dec
two weeks from tomorrow      | 8 Dec          | 10 Dec         | 12 Dec         | 14 Dec
10 days from Friday          | 7 Dec          | 7 Dec          | 14 Dec         | 14 Dec
3 business days from Monday  | 3 Dec
a week tomorrow              | 1 Dec          | 3 Dec          | 5 Dec          | 7 Dec
tomorrow week                | 1 Dec          | 3 Dec          | 5 Dec          | 7 Dec
2w                           | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
3d                           | 26 Nov         | 28 Nov         | 30 Nov         | 2 Dec
in 10d                       | 3 Dec          | 5 Dec          | 7 Dec          | 9 Dec
2 wks                        | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
1-2w                         | 30 Nov..7 Dec  | 2 Dec..9 Dec   | 4 Dec..11 Dec  | 6 Dec..13 Dec
by Friday                    | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
before Friday                | 26 Nov         | 26 Nov         | 3 Dec          | 3 Dec
before tomorrow              | 23 Nov         | 25 Nov         | 27 Nov         | 29 Nov
before next week             | 29 Nov
before the end of next week  | 4 Dec
before 4 Dec                 | 3 Dec
no later than Friday         | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
not later than 4 Dec         | 4 Dec
on or before Friday          | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
until Friday                 | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
till 4 Dec                   | 4 Dec
after Friday                 | 28 Nov         | 28 Nov         | 5 Dec          | 5 Dec
after next week              | 5 Dec
after two weeks              | 8 Dec          | 10 Dec         | 12 Dec         | 14 Dec
after the 4th                | 5 Dec
around 4 Dec                 | 4 Dec
Friday at the latest         | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
latest Friday                | 27 Nov         | 27 Nov         | 4 Dec          | 4 Dec
Monday or Tuesday            | 30 Nov..1 Dec
Friday or Monday             | 27 Nov..30 Nov | 27 Nov..30 Nov | 4 Dec..7 Dec   | 4 Dec..7 Dec
Thu/Fri                      | 26 Nov..27 Nov | 26 Nov..27 Nov | 3 Dec..4 Dec   | 3 Dec..4 Dec
Mon-Wed                      | 30 Nov..2 Dec
sat or sun                   | 28 Nov..29 Nov | 28 Nov..29 Nov | 28 Nov..29 Nov | 5 Dec..6 Dec
Monday, Tuesday or Wednesday | 30 Nov..2 Dec
from Monday to Wednesday     | 30 Nov..2 Dec
between Monday and Wednesday | 30 Nov..2 Dec
the following Monday         | 30 Nov
the next day                 | 24 Nov         | 26 Nov         | 28 Nov         | 30 Nov
mid December                 | 15 Dec
mid-December                 | 15 Dec
early December               | 1 Dec..10 Dec
beginning of December        | 1 Dec..10 Dec
end of this week or early next | 27 Nov..1 Dec | 27 Nov..1 Dec | 27 Nov..1 Dec | -
before Christmas             | 24 Dec
the day after Thanksgiving   | 27 Nov         | 27 Nov         | -              | -
Monday after Thanksgiving    | 30 Nov         | 30 Nov         | -              | -
the week after Thanksgiving  | 30 Nov..4 Dec  | 30 Nov..4 Dec  | -              | -
the last Friday of November  | 27 Nov         | 27 Nov         | 27 Nov         | -
the last Friday of the month | 27 Nov         | 27 Nov         | 27 Nov         | -
the first Monday of December | 7 Dec
the 2nd Tuesday of next month | 8 Dec
the third Thursday in January | 21 Jan 2027
the last day of November     | 30 Nov
the first day of December    | 1 Dec
by the 18th, a Friday        | 18 Dec
11 December (a Friday)       | 11 Dec
11 December, a Monday        | -
Mon, 7. Dezember             | 7 Dec
week ending 4 December       | 4 Dec
by w/e Friday 4 Dec          | 4 Dec
Tuesday coming               | 24 Nov         | 1 Dec          | 1 Dec          | 1 Dec
Mon or Tue next week         | 30 Nov..1 Dec
Mon/Tue next week            | 30 Nov..1 Dec
Monday or more likely Tuesday | 30 Nov..1 Dec | 30 Nov..1 Dec  | 30 Nov..1 Dec  | 30 Nov..1 Dec
ten calendar days            | 3 Dec          | 5 Dec          | 7 Dec          | 9 Dec
"two weeks"                  | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
two weeks, maybe more        | -
two-week timescale           | 7 Dec          | 9 Dec          | 11 Dec         | 13 Dec
tomorrow or Friday           | 24 Nov..27 Nov | 26 Nov..27 Nov | 28 Nov..4 Dec  | 30 Nov..4 Dec
"""


def _cases() -> list[tuple[str, date, str]]:
    cases = []
    for line in PHRASES.strip().splitlines():
        phrase, *columns = (part.strip() for part in line.split("|"))
        columns = columns * 4 if len(columns) == 1 else columns
        days = (MONDAY, WEDNESDAY, FRIDAY, SUNDAY)
        cases += [(phrase, day, column) for day, column in zip(days, columns, strict=True)]
    return cases


@pytest.mark.parametrize(("phrase", "said_on", "expected"), _cases())
def test_a_phrase_is_read_as_its_dates(phrase: str, said_on: date, expected: str) -> None:
    assert summary(read_dates(phrase, said_on)) == expected


@pytest.mark.parametrize(("phrase", "said_on", "expected"), [case for case in _cases() if case[2] != "-"])
def test_a_phrase_is_read_alike_inside_a_sentence(phrase: str, said_on: date, expected: str) -> None:
    alone = read_dates(phrase, said_on)
    text = f"Dana said: {phrase}, they hope"
    reading = read_dates(text, said_on)
    assert summary(reading) == expected
    assert alone is not None
    assert reading is not None
    assert text[reading.start : reading.end] == phrase[alone.start : alone.end]
    upper = phrase if phrase.endswith("d") else phrase.upper()  # 3D is no amount of time
    for changed in (upper, phrase.replace(" ", "   "), phrase.replace("-", "\u2014"), f"  {phrase}.  "):
        assert summary(read_dates(changed, said_on)) == expected


SENTENCES = """
We'll get back to you by the end of next week. | 4 Dec | by the end of next week
You should hear from us within two weeks. | 25 Nov..9 Dec | within two weeks
Give us about 10 business days to get back to you | 9 Dec | about 10 business days
Give us a couple of weeks. | 9 Dec | a couple of weeks
I'd say give it ten days or so | 5 Dec | ten days or so
We hope to have an answer by Friday, Monday at the latest | 27 Nov..30 Nov | by Friday, Monday at the latest
Hopefully by Friday, but Monday is more realistic | 27 Nov..30 Nov | Hopefully by Friday, but Monday
The committee meets on Tuesday; you'll hear from me on Wednesday. | 2 Dec | on Wednesday
The committee meets on the 2nd and we decide on the 4th | 4 Dec | on the 4th
we talk on Friday and decide by Monday | 30 Nov | by Monday
interviews run until Thu 3 Dec, decision by 11 Dec | 11 Dec | by 11 Dec
decision by 11 Dec, interviews run until Thu 3 Dec | 11 Dec | by 11 Dec
we have 2 more interviews this week, so expect news early next week | 30 Nov..1 Dec | early next week
We're interviewing until next Friday and will let you know the week after | 7 Dec..11 Dec | the week after
Dana is on vacation next week, so the week after that | 7 Dec..11 Dec | the week after that
They meet on Friday, I'll call you the Monday after | 30 Nov | the Monday after
Decision by Fri 4 Dec - or the following Monday | 4 Dec..7 Dec | by Fri 4 Dec - or the following Monday
HR will call in the next day or two | 25 Nov..27 Nov | in the next day or two
it usually takes 2 weeks | 9 Dec | 2 weeks
It takes 3 days to a week | 28 Nov..2 Dec | 3 days to a week
decision two weeks | 9 Dec | two weeks
two weeks, three at most | 9 Dec..16 Dec | two weeks, three at most
2 to 3 weeks max | 9 Dec..16 Dec | 2 to 3 weeks max
anywhere from one to two weeks | 2 Dec..9 Dec | from one to two weeks
if you don't hear from us by Friday, call | 27 Nov | by Friday
if we haven't called by Friday, you may call us | 27 Nov | by Friday
it shouldn't take longer than a week | 25 Nov..2 Dec | longer than a week
won't be later than Friday | 27 Nov | later than Friday
not before 4 Dec, decision by 11 Dec | 11 Dec | by 11 Dec
probably not this week. Early next week more likely. | 30 Nov..1 Dec | Early next week
It won't be tomorrow, but we'll call by Friday | 27 Nov | by Friday
ideally Friday, worst case next Wednesday | 2 Dec | next Wednesday
If all goes well by Friday, otherwise next Tuesday | 1 Dec | next Tuesday
between Wednesday and Friday next week | 2 Dec..4 Dec | between Wednesday and Friday next week
two days a week in the office, decision next Tuesday | 1 Dec | next Tuesday
3D test feedback in 2 weeks | 9 Dec | in 2 weeks
Call tomorrow (Thursday) | 26 Nov | tomorrow (Thursday)
certificate (by the 10th) | 10 Dec | by the 10th
two references (not from Acme) by Friday | 27 Nov | by Friday
don't forget references by Friday | 27 Nov | by Friday
portfolio by Mon, 30 Nov | 30 Nov | by Mon, 30 Nov
Thursday, December 3rd at 2pm | 3 Dec | Thursday, December 3rd
by 9.30 on Friday | 27 Nov | on Friday
Friday after the board meeting | 27 Nov | Friday
ping me on Wed. | 2 Dec | on Wed
we met on 20 Nov and decide by 11 Dec | 11 Dec | by 11 Dec
in two weeks\u2019 time | 9 Dec | in two weeks\u2019 time
in ~2 weeks | 9 Dec | in ~2 weeks
approx. two weeks | 9 Dec | approx. two weeks
that\u2019s the plan: 2\u20133 weeks | 9 Dec..16 Dec | 2\u20133 weeks
They posted it a week ago, decision by Friday | 27 Nov | by Friday
they've been open since Monday, answer by Friday | 27 Nov | by Friday
I may hear by Friday | 27 Nov | by Friday
on May 4 we decide | 4 May 2027 | on May 4
They said \u201cend of next week\u201d | 4 Dec | end of next week
End Of Next Week! | 4 Dec | End Of Next Week
two weeks, if not three | 9 Dec..16 Dec | two weeks, if not three
by Dec 1, EOD | 1 Dec | by Dec 1, EOD
Next Thursday 3 December | 3 Dec | Next Thursday 3 December
we met last Friday, decision by Thursday | 26 Nov | by Thursday
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_a_sentence_is_read_from_wednesday_on(line: str) -> None:
    text, expected, phrase = (part.strip() for part in line.split("|"))
    reading = read_dates(text, WEDNESDAY)
    assert summary(reading) == expected
    assert reading is not None
    assert text[reading.start : reading.end] == phrase


NOTHING = """
soon
asap
shortly
in due course
they have 3 candidates
the second round
second interview
in the 3rd round
by the 2nd round
I may hear
they may call
they sat with me
we sat, and they wed
we march on
we march 10 miles
they may 4 people
May 4 people join?
the May team
30 people
within 5
by 5pm
before noon
team of 4
room 4, 2nd floor
on the 5th floor
you're the 15th
the 15th candidate
1 of 3
in 2 rounds
version 2.12
version 2.12.
they use Python 3.11
10.12
by 10.12
4/12
by 4/12/2026
Friday 4/12
interview Friday, decision by 4/12
decision by 2026/12/04
10 years of experience
in 10 years
24 hour support
they run 24/7
in 36 hours
sun is shining
the sun is shining
on Sun servers
mon ami
a week ago
two weeks ago
3 days ago
yesterday
last Friday
last week
since Monday
2025-12-04
4 Dec 2025
they were founded on 1 May 2010
every Friday
each Monday
on a Friday
every other Monday
the fifth Friday of November
the first Monday after the holidays
Good Friday
Black Friday
Friday's stand-up
next week's panel
Mondays
they work Mon-Fri
two days a week
once a week
4 day week
30 days holiday
2 weeks notice
3 months probation
a week of interviews
for a week
away for two weeks
half a week
a week and a half
1.5 weeks
one and a half weeks
several weeks
a 2-week sprint
in two week sprints
in 3D
one day we will see
in 99999999999 weeks
in 1000 weeks
two weeks later
a week after the interview
two days before Friday
3 days before the 15th
two weeks before Christmas
the week after Christmas
talks on Friday, decision the week after Christmas
Monday after the holidays
Monday after Thanksgiving weekend
by the weekend after next
a week after we meet
the Monday after
interviews until next Friday, then it takes a week
Monday in two weeks
not before Friday
no earlier than next week
not this week
not this week, next week
not Friday but Monday
not Friday, but Monday
not on Monday, Tuesday or Wednesday
Monday, Tuesday and Wednesday don't work
we won't know until Friday
no news before Friday
nothing before next week
Friday at the earliest
Friday, at the earliest
earliest Friday
Friday or later
at least two weeks
more than two weeks
over two weeks
two weeks or more
from Monday
starting Monday
from Monday on
Monday onwards
on or after Friday
instead of Friday
Friday is too early
31 Nov
by 31 November or Friday
30 Feb
2026-11-31
31.11.2026
Monday 8 December
Friday 3 December
by January
after January
this month or next
by end of week 49
in week 49
by the end of Q4
in the new year
within the week
in the coming weeks
at the end of the day it is about trust
\u0663 days
in \uff13 days
by the \u0664th
4 Dec 2500
by 2500-01-01
that Friday
by the first of next month
the first week of next month
the last day of next month
two weeks from
from Monday we need to decide
tomorrow or next
"""


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
@pytest.mark.parametrize("said_on", [MONDAY, WEDNESDAY, SUNDAY], ids=str)
def test_what_is_not_certain_is_not_read(text: str, said_on: date) -> None:
    assert read_dates(text, said_on) is None


@pytest.mark.parametrize(
    ("phrase", "said_on", "first", "last"),
    [
        ("29 Feb", "2026-11-25", "", ""),
        ("29 Feb", "2027-03-01", "2028-02-29", ""),
        ("29 Feb", "2027-02-28", "2028-02-29", ""),
        ("29 Feb", "2028-02-29", "2028-02-29", ""),
        ("29 Feb 2028", "2026-11-25", "2028-02-29", ""),
        ("29 Feb 2027", "2026-11-25", "", ""),
        ("end of February", "2026-11-25", "2027-02-28", ""),
        ("end of February", "2027-11-25", "2028-02-29", ""),
        ("in a month", "2027-01-31", "2027-02-28", ""),
        ("in a month", "2028-01-31", "2028-02-29", ""),
        ("in two months", "2026-12-31", "2027-02-28", ""),
        ("in 13 months", "2027-01-31", "2028-02-29", ""),
        ("eom", "2026-12-31", "2026-12-31", ""),
        ("end of next month", "2026-12-31", "2027-01-31", ""),
        ("next month", "2026-12-15", "2027-01-01", "2027-01-31"),
        ("next month", "2027-01-31", "2027-02-01", "2027-02-28"),
        ("the 31st", "2026-11-01", "2026-12-31", ""),
        ("the 31st", "2026-12-31", "2026-12-31", ""),
        ("the 30th", "2027-01-31", "2027-03-30", ""),
        ("the 29th", "2027-02-01", "2027-03-29", ""),
        ("5 Jan", "2026-12-31", "2027-01-05", ""),
        ("31 Dec", "2026-12-31", "2026-12-31", ""),
        ("1 Jan", "2026-12-31", "2027-01-01", ""),
        ("tomorrow", "2026-12-31", "2027-01-01", ""),
        ("next week", "2026-12-31", "2027-01-04", "2027-01-08"),
        ("end of the year", "2026-12-31", "2026-12-31", ""),
        ("Friday", "2026-12-31", "2027-01-01", ""),
        ("28 Dec to 3 Jan", "2026-12-30", "2027-01-03", ""),
        ("in December", "2026-12-10", "2026-12-10", "2026-12-31"),
        ("December", "2026-12-31", "2026-12-31", ""),
        ("before December", "2026-12-10", "", ""),
        ("May", "2026-11-25", "2027-05-01", "2027-05-31"),
        ("in March 2027", "2026-11-25", "2027-03-01", "2027-03-31"),
        ("in March 2025", "2026-11-25", "", ""),
        ("4 Dec", "2026-12-04", "2026-12-04", ""),
        ("4 Dec", "2026-12-05", "2027-12-04", ""),
        ("next friday", "2026-11-29", "2026-12-04", ""),
        ("next friday", "2026-11-30", "2026-12-11", ""),
        ("end of the week", "2026-11-28", "2026-12-04", ""),
        ("this week", "2026-11-28", "", ""),
        ("early this week", "2026-11-25", "", ""),
        ("in 999 weeks", "2026-11-25", "2046-01-17", ""),
        ("in 999 months", "2150-01-01", "", ""),
        ("999 weeks from 2199-12-31", "2026-11-25", "", ""),
        ("after 2199-12-31", "2026-11-25", "", ""),
        ("after 31 Dec 9999", "2026-11-25", "", ""),
        ("in December 9999", "2026-11-25", "", ""),
        ("4 Dec 0000", "2026-11-25", "", ""),
        ("before 2000-01-01", "2000-01-01", "", ""),
        ("tomorrow", "1999-12-31", "", ""),
        ("tomorrow", "2199-12-30", "2199-12-31", ""),
        ("tomorrow", "2199-12-31", "", ""),
        ("tomorrow", "9999-12-31", "", ""),
        ("in 0 days", "2026-11-25", "2026-11-25", ""),
        ("before today", "2026-11-25", "", ""),
        ("before tomorrow", "2026-11-25", "2026-11-25", ""),
        ("this friday", "2026-11-28", "", ""),
    ],
)
def test_dates_are_right_at_the_edges_of_the_calendar(
    phrase: str, said_on: str, first: str, last: str
) -> None:
    reading = read_dates(phrase, date.fromisoformat(said_on))
    found = (str(reading.first), str(reading.last)) if reading else ("", "")
    assert found == (first, last or first)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("in 3 business days", "1 Dec"),
        ("within 1 working day", "25 Nov..27 Nov"),
        ("2-3 working days", "30 Nov..1 Dec"),
        ("two business days from Friday", "1 Dec"),
        ("in 3 days", "28 Nov"),
        ("tomorrow", "26 Nov"),
    ],
)
def test_holidays_are_passed_over_where_working_days_are_counted(phrase: str, expected: str) -> None:
    holidays = {date(2026, 11, 26)}
    assert summary(read_dates(phrase, WEDNESDAY, holidays)) == expected
    assert summary(read_dates(phrase, WEDNESDAY, list(holidays))) == expected


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("offset", range(7))
def test_a_weekday_is_right_from_every_day(weekday: int, offset: int) -> None:
    said_on = MONDAY + timedelta(days=offset)
    that = MONDAY + timedelta(days=weekday)
    name = f"{that:%A}"
    bare, this, following = (read_dates(f"{word}{name}", said_on) for word in ("", "this ", "next "))
    assert bare is not None
    assert bare.last == (that if weekday > offset else that + timedelta(days=7))
    assert (this.last if this else None) == (that if weekday >= offset else None)
    assert following is not None
    assert following.last == that + timedelta(days=7)


@pytest.mark.parametrize("days", range(-400, 400, 7))
def test_an_iso_date_is_read_unless_it_is_past(days: int) -> None:
    day = WEDNESDAY + timedelta(days=days)
    reading = read_dates(f"decision by {day}", WEDNESDAY)
    assert (reading.last if reading else None) == (day if days >= 0 else None)


def test_a_long_text_is_read_up_to_its_limit() -> None:
    assert read_dates("x " * 400 + "by Friday", WEDNESDAY) is not None
    assert read_dates("x " * 600 + "by Friday", WEDNESDAY) is None
    # The year is cut in two, and the day with it: not half of it is read.
    assert read_dates("x" * 987 + " by 2026-12-04", WEDNESDAY) is None


UNITS = [
    *("a ", "1 ", "by ", "the ", "Monday ", "Monday or ", "the end of ", "1-1-", "a'a'", "2 or ", " ", "-"),
    *("1.", "two weeks from ", "\ud800", "\uff19 ", "not ", "before after ", "(", "\n", "in the next "),
]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_long_texts_end_quickly(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    started = time.process_time()
    read_dates(text, WEDNESDAY)
    assert time.process_time() - started < 1.0


WORDS = """
a an the in on by before after until within not no next this last of or and to from between week weeks day
days month months year two three 1 2 31 30th 4th 2026 9999 999 99999999999 Dec may March Monday sat fri Sun
eod eow end early late mid today tomorrow business working hours ago more than at least earliest latest - / ,
. ( ) ' 4.12. 2026-12-04 9999-12-31 0000 time week's couple few following coming half since every afterwards
weekend 4/12 3D \u2013 \u017fat \u0663 \u0130 \u202e \ud83d \u2019
"""
TEXT_OF_WORDS = st.lists(st.sampled_from([*WORDS.split(), "\n", "\u00a0"]), max_size=14)
TEXTS = st.one_of(st.text(max_size=80), TEXT_OF_WORDS.map(" ".join), TEXT_OF_WORDS.map("".join))
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@examples(250)
@given(TEXTS, DAYS, st.lists(DAYS, max_size=3))
@within(2.0)
def test_whatever_the_text_a_reading_is_sound(text: str, said_on: date, holidays: list[date]) -> None:
    reading = read_dates(text, said_on, holidays)
    if reading is not None:
        assert said_on <= reading.first <= reading.last
        assert reading.last.year <= 2199
        assert 0 <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end].strip() == text[reading.start : reading.end]


@pytest.mark.parametrize("table", [PHRASES, SENTENCES, NOTHING], ids=["phrases", "sentences", "nothing"])
def test_texts_cut_anywhere_raise_nothing(table: str) -> None:
    for line in table.strip().splitlines():
        text = line.split("|")[0].strip()
        for at in range(len(text)):
            read_dates(text[:at], WEDNESDAY)
            read_dates(text[at:], SUNDAY)


@examples(50)
@given(st.dates(), st.sampled_from(["in 3 days", "before Monday", "2026-12-04", "in 999 months", "the 31st"]))
def test_no_day_in_the_calendar_is_too_far(said_on: date, phrase: str) -> None:
    reading = read_dates(phrase, said_on)
    assert reading is None or 2000 <= reading.last.year <= 2199


PLAIN = st.lists(
    st.sampled_from(("they", "decide", "Dana", "\u00e9crit", "said", "it", "3", "people", "\u2603"))
)
KNOWN = st.sampled_from([line.split("|")[0].strip() for line in PHRASES.strip().splitlines()])


@examples(50)
@given(PLAIN, KNOWN, PLAIN, DAYS)
def test_plain_words_around_a_phrase_change_nothing(
    before: list[str], phrase: str, after: list[str], said_on: date
) -> None:
    alone = read_dates(phrase, said_on)
    text = f"{' '.join(before)}: {phrase}, {' '.join(after)}"
    reading = read_dates(text, said_on)
    assert (reading and (reading.first, reading.last)) == (alone and (alone.first, alone.last))
    if reading and alone:
        assert text[reading.start : reading.end] == phrase[alone.start : alone.end]
