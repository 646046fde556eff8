"""The values that the panes show."""

import pytest

from followup_tui.core.model.logbook import Contact
from followup_tui.tui.screens.main.view_model import coverage, time_and_setting, title
from tests.core.builders import at, interview, planned, promise


def reading(notes: str, contacts: tuple[Contact, ...] = (), by_hand: str = "") -> str:
    """Return what stands behind the counts of the signs."""
    promises = [promise("2026-11-20", by_hand)] if by_hand else []
    plan = planned(interview(notes=notes, contacts=contacts, promises=promises), "2026-11-24T09:00")
    spans = coverage(plan.facts, plan, "d")
    return next((span.text.strip() for span in spans if span.text.startswith("> ")), "")


DECIDING = Contact.model_validate(
    {"id": "c", "kind": "reply", "at": at("2026-11-23T10:00"), "says": "deciding", "text": "not yet"}
)


@pytest.mark.parametrize(
    ("notes", "contacts", "by_hand", "shown"),
    [
        ("> decision by Wednesday", (), "", "> Wed 25 Nov"),
        ("> decision by Wednesday", (), "2026-12-01", "> Tue 1 Dec"),
        ("> they will be in touch", (), "", "> no date understood: d sets it"),
        ("> they will be in touch", (DECIDING,), "", "> no date understood: d sets it"),
        ("> decision by Wednesday", (DECIDING,), "", ""),
        ("they use Go", (), "", ""),
    ],
)
def test_the_promised_day_is_shown_and_a_day_that_was_replaced_is_not_called_misunderstood(
    notes: str, contacts: tuple[Contact, ...], by_hand: str, shown: str
) -> None:
    assert reading(notes, contacts, by_hand) == shown


def test_the_counts_and_the_promised_day_fit_into_a_narrow_pane() -> None:
    notes = "@ Dana\n@ Luis\n> decision by Wednesday\n+ CV\n= none\n! Go\n~ hockey\n? team\n$ told Luis 70k"
    plan = planned(interview(notes=notes), "2026-11-24T09:00")
    text = "".join(span.text for span in coverage(plan.facts, plan, "d"))
    assert text == "@2 +1 =– !1 ~1 ?1 $1 > Wed 25 Nov"


LONG = "International Business Machines"


@pytest.mark.parametrize(
    ("company", "role", "due", "width", "shown"),
    [
        ("Acme", "Backend engineer", "", 0, "Acme · Backend engineer · round 2"),
        ("Acme", "Backend engineer", "", 42, "Acme · Backend engineer · round 2"),
        (LONG, "Backend engineer", "", 42, "Internation… · Backend en… · round 2"),
        (LONG, "Backend engineer", "", 64, "International Business Machines · Backend engin… · round 2"),
        (
            "Acme Robotics",
            "Backend engineer",
            "1 more due: press 1",
            52,
            "Acme Robotics · round 2 · 1 more due: press 1",
        ),
        # What would cut the company by a cell or a few is said in fewer words.
        ("Lighthouse", "SRE", "1 more due: press 1", 42, "Lighthouse · round 2 · +1 due · 1"),
        ("Acme Robotics", "SRE", "1 more due: press 1", 42, "Acme Robotics · round 2 · +1 due · 1"),
        ("Acme", "Senior platform reliability engineer", "", 42, "Acme · Senior platform re… · round 2"),
        (LONG, "", "", 42, "International Business Ma… · round 2"),
        (LONG, "SRE", "", 42, "International Busin… · SRE · round 2"),
        (
            LONG,
            "Backend engineer",
            "1 more due: press 1",
            52,
            "Internati… · Backend e… · round 2 · +1 due · 1",
        ),
        # Without room for both, the role goes.
        (LONG, "Backend engineer", "1 more due: press 1", 42, "Internationa… · round 2 · +1 due · 1"),
        (LONG, "Backend engineer", "1 more due: press 1", 30, "Int… · round 2 · +1 due · 1"),
    ],
)
def test_the_title_keeps_the_company_whole_where_it_can_and_else_both_recognisable(
    company: str, role: str, due: str, width: int, shown: str
) -> None:
    shown_interview = interview(company=company, role=role, round=2)
    plan = planned(shown_interview, "2026-11-24T09:00")
    assert title(shown_interview, plan, due, width, "+1 due · 1" if due else "") == shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (0, "Thu 19 Nov 14:00 (05:00 there), in person"),
        (47, "Thu 19 Nov 14:00 (05:00 there), in person"),
        (46, "Thu 19 Nov 14:00 (05:00 there)"),
    ],
)
def test_where_the_frame_is_short_the_time_stays_whole(width: int, shown: str) -> None:
    far = interview("2026-11-19T14:00", their_zone="America/Los_Angeles")
    assert time_and_setting(far, planned(far, "2026-11-24T09:00"), width) == shown
