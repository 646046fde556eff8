"""A search of nine weeks with five positions, looked at on twelve dates.

Acme: a phone screen leads to a panel and an offer with a deadline. Borealis never answers. Cyan puts it off
twice. Delta says no. At Echo the second round is called off.
"""

from datetime import datetime

import pytest

from followup_tui.core.model.logbook import Contact, Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.agenda import due_lines, entry, sort_by_urgency, sort_entries
from followup_tui.core.rules.plan import plan_positions
from tests.core.builders import at, contact, interview, promise, reply

NOTES = "@ {}\n> {}\n+ none\n= none\n! none\n~ none"


def thanks(when: str, person: str) -> Contact:
    return contact("thank-you", when, person)


def record(
    id: str, company: str, known_from: str, held: str, notes: str = "", **more: object
) -> tuple[datetime, Interview]:
    """Return an interview, and the moment at which the user puts it on record."""
    return at(known_from), interview(held, notes, id=id, company=company, **more)  # type: ignore[arg-type]


SEARCH = [
    record(
        "acme-1", "Acme", "2026-10-01", "2026-10-05T10:00", NOTES.format("Ann", "2026-10-12"),
        contacts=[thanks("2026-10-05T12:00", "Ann"), reply("next round", "2026-10-12T09:00")],
    ),
    record(
        "acme-2", "Acme", "2026-10-12T10:00", "2026-10-22T10:00", NOTES.format("Abe", "2026-10-30"), round=2,
        contacts=[thanks("2026-10-22T18:00", "Abe"), reply("offer", "2026-11-02T15:00", "2026-11-10"),
                  contact("other", "2026-11-10T16:00").but(letter="accept")],
    ),
    record(
        "borealis", "Borealis", "2026-10-01", "2026-10-07T15:00", NOTES.format("Bo", "2026-10-14"),
        contacts=[thanks("2026-10-07T17:00", "Bo"), *(
            contact("follow-up", f"{sent}T11:00") for sent in ("2026-10-15", "2026-10-22")
        )],
    ),
    record(
        "cyan", "Cyan", "2026-10-08", "2026-10-13T09:00", NOTES.format("Cy", "2026-10-20"),
        contacts=[thanks("2026-10-13T12:00", "Cy"), contact("follow-up", "2026-10-21T09:00"),
                  reply("deciding", "2026-10-23T10:00"), contact("follow-up", "2026-11-03T09:00"),
                  reply("deciding", "2026-11-04T12:00")],
        promises=[promise("2026-10-23", "2026-11-02"), promise("2026-11-04", "2026-11-16")],
    ),
    record(
        "delta", "Delta", "2026-10-09", "2026-10-15T14:00", NOTES.format("Di", "2026-10-29"),
        contacts=[thanks("2026-10-15T16:00", "Di"), reply("rejection", "2026-10-28T08:00")],
    ),
    record(
        "echo-1", "Echo", "2026-10-15", "2026-10-20T11:00", NOTES.format("Ed", "2026-10-27"),
        contacts=[thanks("2026-10-20T13:00", "Ed"), reply("next round", "2026-10-26T10:00")],
    ),
    record("echo-2", "Echo", "2026-10-26T11:00", "2026-11-04T10:00", round=2),
]  # fmt: skip
CALLED_OFF = at("2026-11-03T18:00")
ACCEPTED = at("2026-11-10T16:30")


def search_at(now: datetime) -> list[Interview]:
    """Return what is on record at that moment: nothing that is still to happen, but for planned rounds."""
    records = []
    for known_from, full in SEARCH:
        if known_from > now:
            continue
        written = full.but(
            notes=full.notes if full.held_at <= now else "",
            contacts=tuple(contact for contact in full.contacts if contact.at <= now),
            promises=tuple(promise for promise in full.promises if promise.said_on <= now.date()),
        )
        if written.id == "echo-2" and now >= CALLED_OFF:
            written = written.but(outcome="cancelled")
        if written.id == "acme-2" and now >= ACCEPTED:
            written = written.but(outcome="accepted")
        records.append(written)
    return records


@pytest.mark.parametrize(
    ("now", "first_due", "first_row", "why_now"),
    [
        pytest.param(
            "2026-10-04T18:00",
            "Acme: interview tomorrow, 10:00",
            "Acme: interview tomorrow 10:00",
            "Now: interview tomorrow, 10:00.",
            id="the evening before",
        ),
        pytest.param(
            "2026-10-05T11:00",
            "Acme: thank Ann, today",
            "Acme: thank Ann today",
            "Now: thank Ann, today.",
            id="after the first call",
        ),
        pytest.param(
            "2026-10-12T12:00",
            "Cyan: interview tomorrow, 09:00",
            "Cyan: interview tomorrow 09:00",
            "Now: interview tomorrow, 09:00.",
            id="Acme invites to a panel",
        ),
        pytest.param(
            "2026-10-15T09:00",
            "Delta: interview today, 14:00",
            "Delta: interview today 14:00",
            "Now: interview today, 14:00.",
            id="an interview comes before a follow-up",
        ),
        pytest.param(
            "2026-10-21T08:30",
            "Cyan: follow up, by tomorrow",
            "Cyan: follow up by tomorrow",
            "Now: follow up, by tomorrow.",
            id="Cyan's day has passed",
        ),
        pytest.param(
            "2026-10-22T12:00",
            "Acme: thank Abe, today",
            "Acme: thank Abe today",
            "Now: thank Abe, today.",
            id="after the panel",
        ),
        pytest.param(
            "2026-10-28T12:00",
            "",
            "Acme: quiet until Fri 30 Oct ",
            "“2026-10-30” is Fri 30 Oct; wait until it has passed (the article).",
            id="Delta says no, all else waits",
        ),
        pytest.param(
            "2026-11-02T18:00",
            "Acme: answer the offer, by Tue 10 Nov",
            "Acme: answer the offer by Tue 10 Nov",
            "They made you an offer: answer it, by Tue 10 Nov.",
            id="the offer",
        ),
        pytest.param(
            "2026-11-03T08:30",
            "Acme: answer the offer, by Tue 10 Nov",
            "Acme: answer the offer by Tue 10 Nov",
            "They made you an offer: answer it, by Tue 10 Nov.",
            id="Cyan's second day has passed, too",
        ),
        pytest.param(
            "2026-11-09T09:00",
            "Acme: answer the offer, by tomorrow",
            "Acme: answer the offer by tomorrow",
            "They made you an offer: answer it, by tomorrow.",
            id="the day before the deadline",
        ),
        pytest.param(
            "2026-11-17T09:00",
            "Cyan: follow up, by tomorrow",
            "Cyan: follow up by tomorrow",
            "Now: follow up, by tomorrow.",
            id="accepted; Cyan's third day has passed, and a third follow-up is left",
        ),
        pytest.param(
            "2026-12-04T09:00",
            "Cyan: follow up, late",
            "Cyan: follow up late",
            "Now: follow up, late.",
            id="nine weeks on",
        ),
    ],
)
def test_due_the_list_and_the_headline_say_the_same(
    now: str, first_due: str, first_row: str, why_now: str
) -> None:
    plans = plan_positions(search_at(at(now)), at(now), Rules())
    lines = due_lines(plans)
    first = sort_entries(map(entry, plans))[0]
    assert (lines[0] if lines else "") == first_due
    assert f"{first.company}: {first.next} {first.when}" == first_row
    leading = sort_by_urgency(plans)[0]
    assert (leading.position.company, leading.why_now) == (first.company, why_now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-12T12:00", {"Acme": "upcoming: next round Thu 22 Oct 10:00"}),
        ("2026-10-28T12:00", {"Delta": "closed: rejected", "Echo": "upcoming: next round Wed 4 Nov 10:00"}),
        ("2026-11-05T12:00", {"Echo": "waiting: quiet until Wed 11 Nov (our estimate)"}),
        ("2026-11-05T12:00", {"Borealis": "waiting: let it go?"}),
        ("2026-11-12T12:00", {"Echo": "due: follow up by tomorrow", "Acme": "closed: accepted"}),
    ],
)  # fmt: skip
def test_how_each_position_stands(now: str, expected: dict[str, str]) -> None:
    plans = plan_positions(search_at(at(now)), at(now), Rules())
    shown = {row.company: f"{row.group}: {row.next} {row.when}".rstrip() for row in map(entry, plans)}
    assert {company: shown[company] for company in expected} == expected


def test_while_acmes_offer_is_open_a_message_elsewhere_is_right() -> None:
    now = at("2026-11-05T12:00")
    plans = plan_positions(search_at(now), now, Rules())
    verdicts = {plan.position.company: plan.verdict for plan in plans}
    assert verdicts["Echo"].for_offer
    assert "Wed 11 Nov, comes too late for it" in verdicts["Echo"].why
    assert not verdicts["Acme"].allowed
    assert not verdicts["Delta"].allowed
    # Borealis has had two follow-ups: one more needs a reason.
    assert not verdicts["Borealis"].allowed
