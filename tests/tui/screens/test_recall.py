"""The recall card on screen: six answers at a glance, nothing of a neighbour, and the keys for a call."""

import time
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.recall import RecallScreen
from followup_tui.tui.widgets.note_bar import NoteBar
from tests import ROOT
from tests.long_runs import in_long_runs
from tests.tui.pilot import ACME, BOREALIS, Running, running

LOGBOOKS = ROOT / "tests" / "data" / "recall"
SMALL, USUAL = (80, 24), (120, 36)


async def open_card(run: Running, interview: str, caller: str = "") -> str:
    """Open the card of an interview as a caller's name does; return what is on screen."""
    main = run.app.screen_stack[0]
    assert isinstance(main, MainScreen)
    main.actions.recall.open_of(interview, caller)
    await run.idle()
    assert isinstance(run.app.screen, RecallScreen)
    return run.shown()


@pytest.mark.parametrize("size", [SMALL, USUAL, *in_long_runs((60, 18), (200, 50))])
@pytest.mark.parametrize(("name", "interview"), [("simple", "lan1"), ("rounds", "vol2"), ("hostile", "big1")])
async def test_nothing_of_a_neighbour_is_on_the_card(
    path: Path, name: str, interview: str, size: tuple[int, int]
) -> None:
    """The neighbours have nearly the same names, the same people and the same roles."""
    text = (LOGBOOKS / f"{name}.toml").read_text(encoding="utf-8")
    async with running(path, text, size) as run:
        shown = await open_card(run, interview)
        assert "People" in shown
        for _ in range(8):
            assert "SECRET" not in shown
            await run.press("pagedown")
            shown = run.shown()
        assert "more line" not in shown.splitlines()[-2]


SIX_QUESTIONS = {
    "simple": (
        "lan1",
        "petra",
        {
            "who is calling": "Petra Holm, managing editor · +46 8 123 4567",
            "what worried them, and my answer": "never led a team → trained two juniors at Oak Press",
            "what I owe them": "you, by Fri 27 Nov: two writing samples",
            "what I said about pay": "told Petra 38k (Wed 18 Nov)",
            "what they promised": "they, by Wed 2 Dec: a decision (“an answer by 2 December”)",
            "what I shall ask": "how large is the team",
        },
    ),
    "rounds": (
        "vol1",
        "tom",
        {
            "who is calling": "Tom Frei, team lead · +41 44 555 0177 · in person, round 2",
            "what worried them, and my answer": "no railway background → two years of safety cases for lifts",
            "what is not answered": "wary of the long commute → you have no answer yet",
            "what I owe them": "you, by Mon 30 Nov: passport photo",
            "what I said about pay": "told Marco 92k (Tue 3 Nov)",
            "that I said something else since": "told Ines 95,000 (Tue 17 Nov); another figure: you told",
            "what they promised": "interview tomorrow, 10:00",
            "how they keep promises": "Promised days: 1 kept, 1 late by 2 days",
            "what I shall ask": "is there on-call duty",
        },
    ),
    "hostile": (
        "big1",
        "siobh",
        {
            "who is calling": "Siobhán Ní Dhomhnaill, product · in person, round 1",
            "what worried them": "no French → you have no answer yet",
            "what I owe them": "you, by Wed 18 Nov (our estimate): two references",
            "what I said about pay": "told Priya 90k (Mon 23 Nov); another figure: you told Aleksandra",
            "what they promised": "they, by Thu 10 Dec: a decision",
            "what I shall ask": "the budget of the team",
            "what they said last": "they, Tue 24 Nov: Aleksandra Wiśniewska, phone, deciding: “",
            "what they care about": "Siobhán sings in a choir that tours Scotland every summer with",
        },
    ),
}
"""For each logbook: the interview shown, who calls, and what is to be read at once.

Whoever has not seen the logbook finds an answer in ten seconds if it stands on the first screen, whole, at
the label where one looks for it.
"""


@pytest.mark.parametrize("name", SIX_QUESTIONS)
async def test_six_questions_are_answered_on_the_first_screen(path: Path, name: str) -> None:
    interview, caller, answers = SIX_QUESTIONS[name]
    text = (LOGBOOKS / f"{name}.toml").read_text(encoding="utf-8")
    async with running(path, text, SMALL) as run:
        run.clock.at = datetime.fromisoformat("2026-11-26T09:00:00+01:00")
        shown = await open_card(run, interview, caller)
        for question, answer in answers.items():
            assert answer in shown, question


async def test_the_card_is_there_within_a_second_even_in_a_long_logbook(path: Path) -> None:
    many = "".join(
        BOREALIS.replace('"bore"', f'"b{number}"').replace('"Borealis"', f'"Borealis {number}"')
        for number in range(300)
    )
    async with running(path, ACME + many, SMALL) as run:
        before = time.process_time()
        await run.press("r")
        assert isinstance(run.app.screen, RecallScreen)
        assert time.process_time() - before < 1


async def test_r_opens_the_card_of_the_position_and_esc_closes_it(path: Path) -> None:
    async with running(path, ACME + BOREALIS, SMALL) as run:
        await run.press("r")
        assert isinstance(run.app.screen, RecallScreen)
        assert "Acme" in run.shown().splitlines()[0]
        assert "Dana Reyes, manager" in run.shown()
        assert "Mina" not in run.shown()
        await run.press("escape")
        assert isinstance(run.app.screen, MainScreen)


async def test_without_an_interview_the_key_for_the_first_is_shown(path: Path) -> None:
    async with running(path, "") as run:
        await run.press("r")
        assert isinstance(run.app.screen, MainScreen)
        assert "Add the interview first" in run.notices()


async def test_a_line_is_noted_from_the_card_and_stands_on_it_at_once(path: Path) -> None:
    async with running(path, ACME, SMALL) as run:
        await run.press("r", "n")
        await run.type("~ Dana plays ice hockey\n")
        assert "Dana plays ice hockey" in run.shown()
        assert str(run.interview()["notes"]).endswith("~ Dana plays ice hockey\n")
        await run.press("escape")
        assert isinstance(run.app.screen, RecallScreen)
        await run.press("u")
        assert "hockey" not in run.shown()


async def test_the_line_filed_last_comes_back_for_a_correction(path: Path) -> None:
    async with running(path, ACME, SMALL) as run:
        await run.press("r", "n")
        await run.type("~ hokey\n")
        await run.press("up", "backspace")
        await run.type("x\n")
        assert str(run.interview()["notes"]).endswith("~ hokex\n")


async def test_a_line_goes_to_the_latest_round_whichever_is_shown(path: Path) -> None:
    text = (LOGBOOKS / "rounds.toml").read_text(encoding="utf-8")
    async with running(path, text, USUAL) as run:
        await open_card(run, "vol1")
        await run.press("n")
        await run.type("~ Tom sails\n")
        assert str(run.interview("vol2")["notes"]).endswith("~ Tom sails\n")
        assert "sails" not in str(run.interview("vol1")["notes"])


async def test_a_caller_who_is_in_no_notes_is_noted_with_the_call(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await run.press("r", "n")
        await run.type("@ Kim Novak, HR\n")
        assert str(run.interview()["notes"]).endswith("@ Kim Novak, HR\n")
        (call,) = run.interview()["contact"]
        assert (call["kind"], call["person"], call["channel"]) == ("reply", "Kim Novak", "phone")
        assert "Kim Novak, HR" in run.shown().splitlines()[2]
        assert "the call is on record. The wait goes on." in run.notices()
        await run.press("escape", "u")
        assert "contact" not in run.interview()
        assert "Kim" not in str(run.interview()["notes"])


async def test_somebody_who_is_known_is_no_new_caller(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await run.press("r", "n")
        await run.type("@ Dana, now head of engineering\n")
        assert "contact" not in run.interview()


async def test_their_answer_is_recorded_from_the_card(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await open_card(run, "acme", "luis")
        await run.press("c")
        assert isinstance(run.app.screen, ContactForm)
        assert run.app.screen.person.value == "Luis Ortega"
        assert run.app.screen.channel.value == "phone"
        await run.press("ctrl+s")
        assert isinstance(run.app.screen, RecallScreen)
        assert run.interview()["contact"][0]["kind"] == "reply"
        assert "they, Mon 23 Nov" in run.shown()


async def test_a_letter_is_opened_from_the_card_and_leads_back_to_it(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await run.press("r", "w")
        assert isinstance(run.app.screen, LetterScreen)
        await run.press("escape")
        assert isinstance(run.app.screen, RecallScreen)


async def test_the_keys_of_the_card_are_in_its_help(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await run.press("r", "question_mark")
        assert "Record what they said" in run.shown()
        await run.press("escape", "q")
        assert isinstance(run.app.screen, MainScreen)


async def test_the_card_closes_when_its_interview_is_gone(path: Path) -> None:
    async with running(path, ACME, USUAL) as run:
        await run.press("r")
        assert run.app.session is not None
        run.app.session.document.update(run.app.session.logbook.but(interviews=()))
        card = run.app.screen
        assert isinstance(card, RecallScreen)
        card.show_card()
        await run.idle()
        assert not isinstance(run.app.screen, RecallScreen)


async def test_a_name_filed_by_mistake_is_taken_back_with_the_call(path: Path) -> None:
    async with running(path) as run:
        before = run.interview()
        await run.press("r", "n")
        await run.type("@ Zoe Kim\n")
        assert "@ Zoe Kim" in run.interview()["notes"]
        assert [contact["person"] for contact in run.interview()["contact"]] == ["Zoe Kim"]
        await run.press("up")
        assert run.interview() == before
        assert run.app.screen.query_one(NoteBar).pending() == "@ Zoe Kim"
