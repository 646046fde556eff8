"""Hostile text in every place that shows text: no crash, no control byte, shown to the letter.

Thousands of strings in few logbooks: each interview carries a dozen, and the walk goes through all of them.
"""

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from followup_tui.core.text import clean_line
from followup_tui.tui.screens.main.screen import MainScreen
from tests.decoding import decode
from tests.long_runs import in_long_runs
from tests.terminal import opened
from tests.tui.pilot import NOW, Running, running

PIECES = (
    "[/]",
    "[/",
    "[b]x[/i]",
    "[red]hi",
    "[@click=app.leave]go[/]",
    "$primary",
    "\\[",
    "{0}%s",
    ":smile:",
    "\x1b[2J",
    "\x1b]52;c;SE9TVElMRQ==\x07",
    "\x1b]0;HOSTILE\x07",
    "\x1b[?1049l",
    "\x9b31m",
    "\x90q\x9c",
    "\x00",
    "\x08\x08",
    "\x7f",
    "\r",
    "\u202egnp",
    "\u2066\u2069\u200f",
    "\u200b\u200d\ufe0f",
    "\u0301\u0308",
    "e\u0301",
    "日本語",
    "👩\u200d💻🇩🇪",
    "שלום",
    "ﷺ",
    "\ufeff",
    "\U000e0041",
    "\t",
    '"',
    "'''",
    "\\",
    "#",
    "@ > + = ! ~",
    "none",
    "by Friday",
    "2026-12-04",
)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FIELDS = 13
"""Strings of each interview."""


def strings(seed: int) -> Iterator[str]:
    """Hostile strings without end; one in forty is 10,000 characters long."""
    chance = random.Random(seed)
    while True:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 5)))
        yield (text * 10_000)[:10_000] if chance.random() < 1 / 40 else text


def toml(text: str) -> str:
    """Any text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def logbook(count: int, seed: int) -> str:
    """Return a file of `count` interviews with hostile text in every field."""
    some, parts = strings(seed), ["format = 1\n"]
    for n in range(count):
        notes = "\n".join(f"{sign} {next(some)}" for sign in "@>+=!~") + f"\n{next(some)}"
        day = 2 + n % 26
        parts.append(
            f'[[interview]]\nid = "i{n}"\n'
            f"company = {toml(f'C{n} {next(some)}')}\nrole = {toml(next(some))}\n"
            f"held_at = 2026-11-{day:02}T10:00:00+01:00\nnotes = {toml(notes)}\n"
            + (f"outcome = {toml(next(some))}\n" if n % 7 == 6 else "")
            + f"[[interview.promise]]\nsaid_on = 2026-11-{day:02}\nwords = {toml(next(some))}\n"
            f"decide_by = 2026-12-04\n"
            f'[[interview.contact]]\nid = "c{n}"\nat = 2026-11-{day:02}T12:00:00+01:00\nkind = "thank-you"\n'
            f"person = {toml(next(some))}\nchannel = {toml(next(some))}\ntext = {toml(next(some))}\n"
        )
    return "".join(parts)


def is_harmless(shown: str) -> bool:
    return not STEERING.search(shown)


def flat(text: str) -> str:
    """Text without blanks and marks that take no cell, as it can be found on a screen."""
    return "".join(
        character
        for character in text
        if not character.isspace() and unicodedata.category(character) not in ("Mn", "Cf")
    )


async def walk(run: Running, count: int, boxes: int) -> None:
    """Go through `count` interviews; in every `boxes`-th open all that shows text."""
    await run.press("1", "g", "2")
    for n in range(count):
        shown = run.shown()
        assert is_harmless(shown)
        assert run.app.return_code is None
        screen, session = run.app.screen, run.app.session
        assert isinstance(screen, MainScreen)
        assert session is not None
        here = session.logbook.interview(screen.current or "")
        assert here is not None
        company = clean_line(here.company)
        assert flat(company)[:6] in flat(shown), ascii(company[:40])
        if n % boxes == 0:
            for keys in (
                ("e",),
                ("escape", "c"),
                ("escape", "d"),
                ("escape", "slash", "h"),
                ("escape", "A", "j"),
                ("escape", "f1"),
                ("escape", "y"),
                ("1", "D"),
                ("n", "y", "2"),
                ("space", "u"),
                ("j", "space", "j", "s", "u", "u"),
                ("4", "l"),
                ("3",),
                ("2",),
            ):
                await run.press(*keys)
                assert is_harmless(run.shown()), keys
        await run.press("escape", "right_square_bracket")


async def test_hostile_strings_are_shown_to_the_letter_everywhere(path: Path) -> None:
    async with running(path, logbook(6, seed=1)) as run:
        await walk(run, 10, boxes=10)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
async def test_ten_thousand_hostile_strings_are_shown_to_the_letter_everywhere(path: Path, seed: int) -> None:
    count = 10_000 // 4 // FIELDS + 1
    async with running(path, logbook(count, seed=100 + seed)) as run:
        await walk(run, count, boxes=10)


async def test_hostile_text_that_is_pasted_stays_text(path: Path) -> None:
    async with running(path, logbook(2, seed=3)) as run:
        for keys in (
            ("n",),
            ("escape", "e"),
            ("escape", "c", "tab", "tab", "tab"),
            ("escape", "d"),
            ("escape", "slash"),
        ):
            await run.press(*keys)
            for piece in PIECES:
                run.app.post_message(events.Paste(f"{piece}x"))
            await run.idle()
            assert is_harmless(run.shown()), keys
        await run.press("escape", "3", "enter")
        for piece in PIECES:
            run.app.post_message(events.Paste(f"{piece}\n"))
        await run.idle()
        assert is_harmless(run.shown())
        await run.press("escape")
        assert decode(path.read_bytes())


@pytest.mark.parametrize("rounds", [2, *in_long_runs(6)])
def test_no_byte_of_theirs_steers_the_terminal(path: Path, rounds: int) -> None:
    path.write_text(logbook(12, seed=5), encoding="utf-8")
    with opened(path, "--now", NOW.isoformat()) as terminal:
        terminal.wait("4 Timeline")
        for _ in range(rounds):
            for key in ("e", "esc", "c", "esc", "A", "esc", "f1", "esc", "1", "D", "n", "2", "space", "]"):
                terminal.press(key)
                terminal.pump(0.15 if key == "esc" else 0.05)
        terminal.pump(0.5)
        # Not amid a sequence or a character, however slow the machine is.
        terminal.wait_for(lambda: not terminal.is_amid_sequence, "the end of what is sent")
        sent = bytes(terminal.output).decode("utf-8", "strict")
    # What Textual itself sends: sequences that set looks, places and modes.
    own = re.compile(
        r"\x1b(?:\[[0-9;:]*[mHJKABCD]|\[\?[0-9;]+(?:[hl]|\$p)|\[[<>=][0-9;]*[a-z]|[78]|\[c"
        r"|P\+q[^\x1b]*\x1b\\|\]22;[a-z-]*\x07)"
    )
    rest = own.sub("", sent).replace("\r\n", "")
    assert "HOSTILE" in rest or "]52;c;" in rest or "[2J" in rest
    found = sorted(
        {ascii(rest[max(0, code.start() - 5) : code.end() + 12]) for code in STEERING.finditer(rest)}
    )
    assert not found, found
    assert "\x1b[2J" not in sent[2000:]
    assert sent.count("\x1b[?1049l") == 0


def test_the_logbook_holds_as_many_strings_as_it_says() -> None:
    book = decode(logbook(9, seed=2).encode())
    assert len(book.interviews) == 9
    assert all(
        interview.company and interview.contacts and interview.promises and interview.notes
        for interview in book.interviews
    )
