"""A search of nine weeks with five positions, recorded by keys and verbs in a terminal, on twelve dates.

The search is that of `test_search`. On each date the first line of `due`, the first row of the list and the
headline speak of the same position.
"""

import contextlib
import os
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.fork_server import ForkServer
from tests.terminal import Terminal, opened

NOTES = "@ {}\n> {}\n+ none\n= none\n! none\n~ none"
ZONE = "+01:00"
CALM = "Acme"
"""The company of the first row on the one date when nothing is due."""


class Look(NamedTuple):
    """What is shown on a date."""

    now: str
    due: str
    """The first line of `due`."""
    row: str
    """The beginning of the first row of the list, below its company."""
    headline: str


OFFER = "Offer: answer by Tue 10 Nov"
LOOKS = (
    Look("2026-10-04T18:00", "Acme: interview tomorrow, 10:00", "● interview", "Still to come: tomorrow"),
    Look("2026-10-05T11:00", "Acme: thank Ann, today", "● thank Ann", "Now: thank Ann, today"),
    Look("2026-10-12T12:00", "Cyan: interview tomorrow, 09:00", "● interview", "Still to come: tomorrow"),
    Look("2026-10-15T09:00", "Delta: interview today, 14:00", "● interview", "Still to come: today at 14:00"),
    Look("2026-10-21T08:30", "Cyan: follow up, by tomorrow", "● follow up", "Now: follow up, by tomorrow"),
    Look("2026-10-22T12:00", "Acme: thank Abe, today", "● thank Abe", "Now: thank Abe, today"),
    Look("2026-10-28T12:00", "Nothing due today.", "quiet until Fri 30 Oct", "Nothing due"),
    Look("2026-11-02T18:00", "Acme: answer the offer, by Tue 10 Nov", "● answer", OFFER),
    Look("2026-11-03T08:30", "Acme: answer the offer, by Tue 10 Nov", "● answer", OFFER),
    Look("2026-11-09T09:00", "Acme: answer the offer, by tomorrow", "● answer", OFFER),
    Look("2026-11-17T09:00", "Cyan: follow up, by tomorrow", "● follow up", "Now: follow up, by tomorrow"),
    Look("2026-12-04T09:00", "Cyan: follow up, late", "! follow up", "Now: follow up, late"),
)  # fmt: skip


class Search:
    """The search as its user lives it: a file, the verbs, and the app when it is opened."""

    def __init__(self, data: Path, server: ForkServer) -> None:
        self.data = data
        self.server = server
        self.terminal: Terminal

    def verb(self, now: str, *arguments: str, text: str = "") -> str:
        """Run a verb at that moment and return what it prints; `text` is its standard input."""
        command = (*arguments, "--data", str(self.data), "--now", now + ZONE)
        done = self.server.run(command, text.encode(), self.data.parent, dict(os.environ))
        assert done.returncode == 0, done.stderr
        return done.stdout

    def plan(self, now: str, company: str, when: str) -> None:
        """Put an interview on record from the shell."""
        self.verb(now, "new", company, "--at", when)

    def write_down(self, now: str, company: str, person: str, decide_by: str) -> None:
        """Put the notes on record from the shell, right after the interview."""
        self.verb(now, "note", "--to", company, text=NOTES.format(person, decide_by))

    def go_to(self, company: str) -> None:
        """Open a position by its name, with the cursor in the checklist."""
        self.terminal.press("ctrl+o")
        self.terminal.wait("Find an interview")
        self.terminal.type(company)
        self.terminal.wait(company)
        self.terminal.press("enter")
        self.terminal.wait(f"2 {company}", gone="Find an interview")
        self.terminal.type("2")

    def do(self, keys: str, test: Callable[[dict[str, Any]], object]) -> None:
        """Type keys, and wait until what is in the file passes the test."""
        self.terminal.type(keys)

        def is_saved() -> object:
            return test(tomllib.loads(self.data.read_text(encoding="utf-8")))

        self.terminal.wait_for(is_saved, f"the file after {keys!r}")

    def thank(self, company: str) -> None:
        """Tick the one person under the third step."""
        self.go_to(company)
        self.do("gjjj ", lambda file: contacts(file, company)[-1:] == ["thank-you"])

    def follow_up(self, company: str) -> None:
        """Record a follow-up as sent now."""
        self.go_to(company)
        before = contacts(tomllib.loads(self.data.read_text(encoding="utf-8")), company)
        self.terminal.type("Gc")
        self.terminal.wait("Record a contact", "● follow-up")
        self.do("\r", lambda file: contacts(file, company) == [*before, "follow-up"])

    def put_off(self, company: str, until: str) -> None:
        """Record their answer: still deciding, with a new day."""
        self.go_to(company)
        self.terminal.type("Gkc")
        self.terminal.wait("Record a contact")
        self.terminal.type(f"d{until}")
        self.terminal.wait("→ quiet until")
        self.do("\r", lambda file: contacts(file, company)[-1:] == ["deciding"])

    def next_round(self, company: str, when: str) -> None:
        """Add the next round: their invitation goes on record with it."""
        self.go_to(company)
        self.terminal.type("N")
        self.terminal.wait("Next round")
        self.terminal.type(when)
        self.terminal.wait("→")
        self.do("\r", lambda file: contacts(file, company)[-1:] == ["next round"])

    def record_outcome(self, company: str, key: str, outcome: str) -> None:
        """Record how it ended with two keys."""
        self.go_to(company)
        self.do(f"o{key}", lambda file: outcome in outcomes(file, company))

    def record_offer(self, company: str, answer_by: str) -> None:
        """Record their offer with its day."""
        self.go_to(company)
        self.terminal.type("oo")
        self.terminal.wait("Answer by")
        self.terminal.type(answer_by)
        self.terminal.wait("→ answer by")
        self.do("\r", lambda file: contacts(file, company)[-1:] == ["offer"])

    def look(self, expected: Look) -> None:
        """Look at the first row of the list and at its position, and run `due`: all say the same."""
        self.terminal.type("1g")
        company = expected.due.split(":")[0] if ":" in expected.due else CALM

        def is_shown() -> bool:
            lines = self.terminal.text.split("\n")
            rows = [pane(line, 1).strip("▌ ") for line in lines[2:4]]
            middle = " ".join(pane(line, 3).strip() for line in lines[1:3])
            is_first = pane(lines[2], 1).startswith("▌") and f"2 {company}" in lines[0]
            return (
                is_first
                and rows[0] == company
                and rows[1].startswith(expected.row)
                and middle.startswith(expected.headline)
            )

        self.terminal.wait_for(is_shown, f"{company} as {expected}")
        assert self.verb(expected.now, "due").split("\n")[0] == expected.due


def pane(line: str, number: int) -> str:
    """Return what a line shows in a pane: 1 is the list, 3 the checklist."""
    parts = line.split("│")
    return parts[number] if number < len(parts) else ""


def records(file: dict[str, Any], company: str) -> list[dict[str, Any]]:
    """Return the records of a company, earliest first."""
    return sorted(
        (record for record in file.get("interview", []) if record["company"] == company),
        key=lambda record: record["held_at"],
    )


def contacts(file: dict[str, Any], company: str) -> list[str]:
    """Return what its contacts are, or what they say, in their order."""
    found = [contact for record in records(file, company) for contact in record.get("contact", [])]
    return [contact.get("says", contact["kind"]) for contact in sorted(found, key=lambda each: each["at"])]


def outcomes(file: dict[str, Any], company: str) -> list[str]:
    """Return the outcomes of its records."""
    return [record.get("outcome", "") for record in records(file, company)]


@pytest.fixture
def search(tmp_path: Path) -> Iterator[Search]:
    with contextlib.closing(ForkServer()) as server:
        yield Search(tmp_path / "logbook.toml", server)


def test_a_search_of_nine_weeks_is_recorded_by_hand_and_says_the_same_everywhere(search: Search) -> None:
    search.plan("2026-10-04T17:00", "Acme", "2026-10-05 10:00")
    search.plan("2026-10-04T17:05", "Borealis", "2026-10-07 15:00")
    days = iter(LOOKS)

    def on_the_next_day(
        before: Callable[[], None] = lambda: None, after: Callable[[], None] = lambda: None
    ) -> None:
        """Open the app on the next date; do what has happened, look, do what is asked for, and quit."""
        day = next(days)
        with opened(search.data, "--now", day.now + ZONE, columns=150, lines=40) as search.terminal:
            search.terminal.wait("q quit", "saved")
            before()
            search.look(day)
            after()
            search.terminal.press("q")
            assert search.terminal.wait_end() == 0

    on_the_next_day()
    search.write_down("2026-10-05T10:45", "Acme", "Ann", "2026-10-12")
    on_the_next_day(after=lambda: search.thank("Acme"))

    search.write_down("2026-10-07T16:00", "Borealis", "Bo", "2026-10-14")
    search.plan("2026-10-08T10:00", "Cyan", "2026-10-13 09:00")

    def they_invite_to_a_panel() -> None:
        search.thank("Borealis")
        search.next_round("Acme", "22 Oct 10:00")

    on_the_next_day(they_invite_to_a_panel)
    search.write_down("2026-10-13T10:00", "Cyan", "Cy", "2026-10-20")
    search.plan("2026-10-14T10:00", "Delta", "2026-10-15 14:00")
    on_the_next_day(lambda: search.thank("Cyan"), lambda: search.follow_up("Borealis"))

    search.write_down("2026-10-15T15:00", "Delta", "Di", "2026-10-29")
    search.plan("2026-10-15T20:00", "Echo", "2026-10-20 11:00")
    search.write_down("2026-10-20T12:00", "Echo", "Ed", "2026-10-27")
    on_the_next_day(lambda: search.thank("Echo"), lambda: search.follow_up("Cyan"))

    search.write_down("2026-10-22T11:00", "Acme", "Abe", "2026-10-30")

    def thank_and_ask_again() -> None:
        search.thank("Acme")
        search.follow_up("Borealis")

    on_the_next_day(after=thank_and_ask_again)

    def they_answer() -> None:
        search.put_off("Cyan", "2 Nov")
        search.record_outcome("Delta", "r", "rejected")
        search.next_round("Echo", "4 Nov 10:00")

    on_the_next_day(they_answer)
    on_the_next_day(lambda: search.record_offer("Acme", "by 10 Nov"))
    on_the_next_day(after=lambda: search.follow_up("Cyan"))

    def a_round_is_called_off() -> None:
        search.put_off("Cyan", "16 Nov")
        search.record_outcome("Echo", "c", "cancelled")

    on_the_next_day(a_round_is_called_off)
    on_the_next_day(lambda: search.record_outcome("Acme", "a", "accepted"))
    on_the_next_day()
    file = tomllib.loads(search.data.read_text(encoding="utf-8"))
    assert outcomes(file, "Acme") == ["", "accepted"]
    assert outcomes(file, "Echo") == ["", "cancelled"]
    assert contacts(file, "Cyan") == ["thank-you", "follow-up", "deciding", "follow-up", "deciding"]
    assert contacts(file, "Borealis") == ["thank-you", "follow-up", "follow-up"]
    assert contacts(file, "Delta") == ["rejection"]
