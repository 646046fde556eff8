"""Figures of pay: read as amounts, and compared with what was said before."""

from datetime import date

import pytest

from followup_tui.core.notes.pay import Amount, PayNote, amounts, describe_pay, other_figure

TODAY = date(2026, 11, 25)
FIRST, SECOND = date(2026, 11, 9), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("told Luis 70k", [(70_000, 70_000, "year")]),
        ("70K", [(70_000, 70_000, "year")]),
        ("70 thousand", [(70_000, 70_000, "year")]),
        ("70,000", [(70_000, 70_000, "year")]),
        ("70.000 €", [(70_000, 70_000, "year")]),
        ("€70.000", [(70_000, 70_000, "year")]),
        ("70 000 euros", [(70_000, 70_000, "year")]),
        ("CHF 120'000", [(120_000, 120_000, "year")]),
        ("70000 gross", [(70_000, 70_000, "year")]),
        ("72.5k", [(72_500, 72_500, "year")]),
        ("they said 65 to 75k", [(65_000, 75_000, "year")]),
        ("65-75k", [(65_000, 75_000, "year")]),
        ("65k – 75k", [(65_000, 75_000, "year")]),
        ("£50,000 to £60,000", [(50_000, 60_000, "year")]),
        ("70k plus 10k bonus", [(70_000, 70_000, "year"), (10_000, 10_000, "year")]),
        ("500 per day", [(500, 500, "day")]),
        ("€35/h", [(35, 35, "hour")]),
        ("35 an hour", [(35, 35, "hour")]),
        ("5,800 a month", [(5_800, 5_800, "month")]),
        ("5800 € monthly", [(5_800, 5_800, "month")]),
        ("$95.50 an hour", [(95.5, 95.5, "hour")]),
        ("between 60 and 70k", [(60_000, 70_000, "year")]),
        ("60/70k", [(60_000, 70_000, "year")]),
        ("told Luis 70k and Dana 75k", [(70_000, 70_000, "year"), (75_000, 75_000, "year")]),
        ("£450 p/d", [(450, 450, "day")]),
        ("£450 pd", [(450, 450, "day")]),
        ("£3,000 pcm", [(3_000, 3_000, "month")]),
        ("$55/hr", [(55, 55, "hour")]),
        ("3.900 brutto/Monat", [(3_900, 3_900, "month")]),
        ("2800 netto im Monat", [(2_800, 2_800, "month")]),
        ("3900 x 13", [(3_900, 3_900, "month")]),
        ("CHF 8'500 x 13", [(8_500, 8_500, "month")]),
        ("18,50 € pro Stunde", [(18.5, 18.5, "hour")]),
        ("401k 4% match, 60k", [(60_000, 60_000, "year")]),
        ("we start at 10 am, day two is remote", []),
        ("call at 10 am day two", []),
        ("50k am Tag", [(50_000, 50_000, "day")]),
        ("call 0171 5551234", []),
        ("10,000 options", []),
        ("401k match", []),
        ("13 monthly salaries of 4,000", [(4_000, 4_000, "year")]),
        ("30 days of leave", []),
        ("10% bonus", []),
        ("raise of 5 percent", []),
        ("next review in 2027", []),
        ("10,000% sure", []),
        ("40 hours, 2 days at home", []),
        ("no figure yet", []),
        ("", []),
    ],
)
def test_a_figure_is_read_as_an_amount(text: str, read: list[tuple[float, float, str]]) -> None:
    assert list(amounts(text)) == [Amount(*amount) for amount in read]


@pytest.mark.parametrize(
    ("text", "earlier", "differs"),
    [
        ("told Dana 80k", ["told Luis 70k"], "told Luis 70k"),
        ("told Dana 70,000", ["told Luis 70k"], None),
        ("told Dana 70.000 €", ["told Luis 70k"], None),
        ("told Dana 70 to 75k", ["told Luis 70k"], None),
        ("I asked for 80k", ["told Luis 70k"], "told Luis 70k"),
        ("80k", ["told Luis 70k"], "told Luis 70k"),
        ("they said 65 to 68k", ["told Luis 70k"], None),
        ("Dana said 65k", ["told Luis 70k"], None),
        ("Dana said 65k", ["range 70-80k"], "range 70-80k"),
        ("told Dana 75k", ["told Luis 70k", "told Mina 75k"], None),
        ("told Dana 70k", ["told Luis 70k", "told Mina 75k"], "told Mina 75k"),
        ("told Dana 6,000 a month", ["told Luis 70k"], None),
        ("told Dana 30 days of leave", ["told Luis 70k"], None),
        ("told Dana 80k", ["told Luis nothing yet"], None),
        ("told Dana 80k", [], None),
    ],
)
def test_another_figure_of_the_same_speaker_is_found(
    text: str, earlier: list[str], differs: str | None
) -> None:
    found = other_figure(text, [PayNote(line, FIRST) for line in earlier])
    assert (found and found.text) == differs


def test_an_earlier_figure_is_described_with_its_day() -> None:
    assert describe_pay(PayNote("told Luis 70k", FIRST), TODAY) == "you told Luis 70k on Mon 9 Nov"
    assert describe_pay(PayNote("they said 65k", SECOND), TODAY) == "“they said 65k” on Mon 23 Nov"
    described = describe_pay(PayNote("told " + "x" * 100, FIRST), TODAY)
    assert described.endswith("… on Mon 9 Nov")
    assert len(described) < 80
