"""The note bar names the signs while one types, and says when a line was noted as plain text."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.pilot import ACME, running

LONG = "Vereinigte Maschinenwerke Rheinland und Westfalen"


async def test_the_signs_stay_in_sight_while_typing(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        await run.press("n")
        assert "@who >when +want" in run.shown()
        await run.type("~ hoc")
        assert "@ > + = ! ~ ? $" in run.shown()


async def test_the_legend_of_the_signs_is_shown_once_and_is_the_same_after_a_line(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        await run.press("n")
        await run.idle()
        line = run.app.screen.query_one("#note-line", Input)
        legend = line.placeholder
        assert "wanted" in legend or "want" in legend
        assert "@ > + = ! ~ ? $" not in run.shown()
        await run.type("~ hockey\n")
        await run.idle()
        assert line.placeholder == legend
        assert "@ > + = ! ~ ? $" not in run.shown()


async def test_a_line_without_a_sign_is_confirmed_as_plain_text_with_the_sign_it_lacks(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        await run.press("n")
        await run.type("Dana Reyes, engineering manager\n")
        await run.until_shown("✓ 1 line", "noted as plain text; with @ it is someone you met")
        await run.press("up")
        assert run.app.screen.query_one("#note-line", Input).value == "Dana Reyes, engineering manager"
        await run.press("home")
        await run.type("@ ")
        await run.press("enter")
        assert "@ Dana Reyes, engineering manager" in str(run.interview()["notes"])
        assert "noted as plain text" not in run.shown()
        await run.type("they use Postgres\n")
        await run.until_shown("noted as plain text")
        assert "with @" not in run.shown()


async def test_what_was_read_in_a_line_and_what_was_passed_over_is_shown_after_it(path: Path) -> None:
    async with running(path, size=(150, 36)) as run:
        await run.press("n")
        await run.type("> start in January, answer by 2026-12-01\n")
        bar = run.app.screen.query_one("#note-line", Input)
        await run.until(lambda: bar.placeholder == "“in January” is about a start · → Tue 1 Dec")
        await run.type("> office closed until 3 January\n")
        absence = "“until 3 January” is about an absence"
        await run.until(lambda: bar.placeholder == f"{absence} · esc, d sets the date")
        assert str(run.interview()["notes"]).endswith(
            "answer by 2026-12-01\n> office closed until 3 January\n"
        )


async def test_what_was_read_in_a_line_is_shown_in_full_once_there_is_room(path: Path) -> None:
    """The line has its width only with the next layout, which may come after the note is filed."""
    async with running(path, size=(70, 36)) as run:
        await run.press("n")
        await run.type("> start in January, answer by 2026-12-01\n")
        bar = run.app.screen.query_one("#note-line", Input)
        full = "“in January” is about a start · → Tue 1 Dec"
        await run.idle()
        assert bar.placeholder != full
        await run.resize(150, 36)
        await run.until(lambda: bar.placeholder == full)


async def test_the_date_in_a_line_is_shown_while_it_is_typed(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        await run.press("n")
        await run.type("> answer by 2026-12-01")
        assert "→ Tue 1 Dec" in run.shown()
        assert "esc done" not in run.shown()
        await run.type(", start in January")
        assert "“in January” is about a start · → Tue 1 Dec" in run.shown()
        await run.press("ctrl+u")
        assert "esc done" in run.shown()
        await run.type("> they sounded busy")
        # Keys are letters here: none is named that would do something.
        assert "no date read yet" in run.shown().splitlines()[-1]
        assert "d sets it" not in run.shown().splitlines()[-1]
        await run.press("ctrl+u")
        await run.type("~ plays hockey on Friday")
        assert "→" not in run.shown().splitlines()[-1]


async def test_the_date_in_a_line_is_named_as_briefly_as_the_bar_is_narrow(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        await run.press("n")
        await run.type("> answer by 2026-12-01, start in January")
        long = "“in January” is about a start · → Tue 1 Dec"
        assert long in run.shown()
        bar = run.app.screen.query_one("#note-bar")
        bar.styles.width = 70
        await run.idle()
        assert long not in run.shown()
        assert "→ Tue 1 Dec" in run.shown()
        bar.styles.width = None
        await run.idle()
        assert long in run.shown()


async def test_a_paste_of_several_lines_says_how_many_are_facts(path: Path) -> None:
    async with running(path, size=(120, 36)) as run:
        before = run.interview()["notes"]
        await run.press("n")
        run.app.post_message(
            events.Paste("On 23 Nov 2026, Dana wrote:\n> hello\n! urgent\n\n@ Luis Ortega\n")
        )
        await run.idle()
        await run.saved()
        assert "1 of 4 lines was read as facts." in run.notices()
        await run.press("escape", "u")
        assert run.interview()["notes"] == before


async def test_the_note_bar_says_how_to_leave_in_a_narrow_window(path: Path) -> None:
    async with running(path, size=(60, 18)) as run:
        await run.press("n")
        assert "esc done" in run.shown()
        await run.type("~ hockey\n")
        assert "✓ 1 line" in run.shown()
        assert "esc done" in run.shown()


@pytest.mark.parametrize(
    ("width", "company"), [(60, "Vereinigte…"), (80, "Vereinigte Maschine…"), (160, LONG)]
)
async def test_a_long_company_is_shortened_where_the_bar_is_narrow(
    path: Path, width: int, company: str
) -> None:
    async with running(path, ACME.replace('"Acme"', f'"{LONG}"'), (width, 24)) as run:
        await run.press("n")
        assert f"Note to {company} › @" in run.shown()


async def test_n_files_line_after_line(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        await run.type("~ likes hiking\n= CV\n")
        assert run.interview()["notes"].endswith("! Kubernetes\n~ likes hiking\n= CV\n")
        assert "2 lines" in run.shown()
        await run.type("q and u are letters here")
        await run.press("escape")
        assert run.interview()["notes"].endswith("= CV\nq and u are letters here\n")


async def test_up_in_the_note_bar_takes_back_the_line_filed_last(path: Path) -> None:
    async with running(path) as run:
        before = run.interview()["notes"]
        await run.press("n")
        await run.type("~ hocky")
        await run.press("enter", "up")
        assert run.interview()["notes"] == before
        await run.press("backspace", "backspace")
        await run.type("key")
        await run.press("enter", "escape")
        assert run.interview()["notes"] == before + "~ hockey\n"


async def test_up_in_a_note_bar_that_filed_nothing_undoes_nothing(path: Path) -> None:
    async with running(path) as run:
        await run.press("n")
        await run.type("~ hockey")
        await run.press("enter", "escape", "n", "up")
        await run.idle()
        assert run.interview()["notes"].endswith("~ hockey\n")
