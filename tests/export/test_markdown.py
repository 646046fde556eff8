"""A page as one would print it before the next round."""

from followup_tui.export.markdown import PAGE_BREAK, pages
from tests.core.builders import contact, interview, planned

NOW = "2026-11-20T09:00"


def test_a_page_holds_all_that_is_known() -> None:
    one = interview(
        company="Acme",
        role="Engineer",
        notes="@ Dana Reyes, head\n> decision by 2026-12-04\n+ references by 2026-11-25\n"
        "~ hockey\nplain *line*\n- x",
        contacts=[contact("thank-you", "2026-11-19T20:00", "Dana Reyes", channel="email")],
    )
    page = pages([(one, planned(one, NOW))])
    for line in (
        "# Acme: Engineer",
        "Thu 19 Nov, 14:00, in person, round 1",
        "- Dana Reyes, head",
        "- “decision by 2026-12-04”: Fri 4 Dec",
        "- references, by Wed 25 Nov",
        "- hockey",
        "- [x] Send thank-you notes",
        "- [ ] Follow up (upcoming)",
        "- Thu 19 Nov: thank-you, Dana Reyes, email",
        "plain \\*line\\*  ",
        "\\- x  ",
    ):
        assert line in page.split("\n"), line


def test_each_interview_has_a_page() -> None:
    both = [interview(company="Acme"), interview(company="1. # [Beta](x) <b>", id="b", outcome="offer")]
    made = pages((one, planned(one, NOW)) for one in both)
    assert made.count(PAGE_BREAK) == 1
    assert "# 1\\. \\# \\[Beta\\](x) \\<b\\>" in made
    assert "Outcome: offer" in made
    assert pages([]) == "No interviews yet.\n"


def test_letters_are_in_it_whole_and_as_they_are() -> None:
    letter = contact("thank-you", "2026-11-19T20:00", person="Dana Reyes").but(
        text="Dear Dana,\n\n# no heading\nThanks."
    )
    one = interview(contacts=[letter])
    page = pages([(one, planned(one, NOW))])
    assert "## Thank-you to Dana Reyes, Thu 19 Nov" in page
    assert "> Dear Dana,  \n>\n> \\# no heading  \n> Thanks.  \n" in page
