"""What the screen shows: at any size, of any text, at midnight, and when saving fails."""

from pathlib import Path

import pytest
from textual import events

from followup_tui.core.model.logbook import STEP_TITLES
from followup_tui.core.notes import signs
from followup_tui.demo import demo_text
from followup_tui.storage import atomic
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.overview import OverviewScreen
from followup_tui.tui.widgets.overview import OverviewRibbon
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.styled_lines import Span
from followup_tui.tui.widgets.styled_text import StyledText
from tests.tui.pilot import ACME, BOREALIS, NOW, running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logbook.toml"


@pytest.mark.parametrize("text", [demo_text(NOW), ACME])
async def test_at_80_by_24_everything_that_matters_is_visible(path: Path, text: str) -> None:
    async with running(path, text, size=(80, 24)) as run:
        shown = run.shown()
        for number in range(1, 7):
            assert f" {number} " in shown
        for text in (
            "Now:",
            "Follow up?",
            "3 Notes",
            "@ Dana Reyes",
            "4 Timeline",
            "saved",
            "? help  q quit",
        ):
            assert text in shown
        last = shown.rstrip().split("\n")[-1]
        assert "…" not in last
        assert last.startswith(" space tick what is done  n note  a add")


async def test_five_people_leave_the_six_steps_in_view(path: Path) -> None:
    panel = "".join(f"@ Person {n}, role {n}\n" for n in range(5))
    async with running(path, ACME.replace("@ Luis Ortega\n", panel), size=(80, 24)) as run:
        for number in range(1, 7):
            assert f" {number} " in run.shown()


@pytest.mark.parametrize(
    ("key", "pane"), [("2", "2 Acme"), ("3", "3 Notes · Acme"), ("4", "4 Timeline · Acme")]
)
async def test_at_60_by_18_a_single_pane_shows_with_the_company(path: Path, key: str, pane: str) -> None:
    async with running(path, size=(60, 18)) as run:
        await run.press(key)
        assert pane in run.shown()
        others = {"2 Acme", "3 Notes", "4 Timeline"} - {pane.partition(" · ")[0]}
        assert not any(other in run.shown() for other in others)


@pytest.mark.parametrize("size", [(39, 30), (100, 11), (1, 1)])
async def test_too_small_a_terminal_asks_for_more_room(path: Path, size: tuple[int, int]) -> None:
    async with running(path, size=size) as run:
        shown = run.shown()
        assert "Timeline" not in shown
        if size != (1, 1):
            assert "needs at least" in " ".join(shown.split())
        await run.pilot.resize_terminal(120, 36)
        await run.pilot.pause()
        assert "4 Timeline" in run.shown()


async def test_no_size_raises(path: Path) -> None:
    async with running(path, demo_text(NOW)) as run:
        for width in (*range(250, 0, -9), *range(1, 250, 13)):
            await run.pilot.resize_terminal(width, 1 + width * 7 % 60)
        await run.press("A")
        for width in (250, 80, 40, 20, 3, 1, 120):
            await run.pilot.resize_terminal(width, 20)
        await run.pilot.resize_terminal(120, 36)
        await run.press("escape")
        assert "2 Acme Robotics" in run.shown()


HOSTILE = (
    "[/x]",
    "[b]bold[/b]",
    "[/",
    "[red]hi",
    "$ERROR[@click=app.quit]go[/]",
    "日本語の会社",
    "👩‍💻 e\u0301",
)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_shown_to_the_letter(path: Path, name: str) -> None:
    text = ACME.replace('"Acme"', f'"{name}"').replace("Dana Reyes", name).replace("references", name)
    async with running(path, text + f'outcome = ""\nrole = "{name}"\n', size=(160, 40)) as run:
        assert name[:4] in run.shown().replace("\u200b", "")
        for keys in (("e", "escape"), ("c", "escape"), ("d", "escape"), ("slash", "escape"), ("A", "escape")):
            await run.press(*keys)
        await run.press("n")
        await run.type("@ [/]")
        await run.press("enter", "escape", "y", "1", "D", "n", "f1", "escape", "4", "l", "u")
        assert run.app.return_code in (None, 0)


@pytest.mark.parametrize("code", ["\\u001b]52;c;QUFB\\u0007", "\\u009b2J", "a\\u0000b", "\\u202egnp"])
async def test_no_control_character_of_a_file_reaches_the_screen(path: Path, code: str) -> None:
    text = ACME.replace('"Acme"', f'"Acme{code}"').replace("notes = '''", f"role = \"{code}\"\nnotes = '''")
    async with running(path, text) as run:
        await run.press("e")
        shown = run.shown()
        assert "Acme" in shown
        assert all(character.isprintable() or character == "\n" for character in shown)


async def test_the_panes_change_by_themselves_at_midnight(path: Path) -> None:
    async with running(path) as run:
        assert "due today" in run.shown()
        run.clock.on(hours=8, seconds=1)
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        screen.refresh_panes()
        await run.pilot.pause()
        assert "late by 1 day" in run.shown()
        assert "T24◂" in run.shown()


async def test_a_save_that_fails_is_reported_and_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise atomic.FileProblem(f"{path} can't be saved: no space left on device")

    async with running(path) as run:
        with monkeypatch.context() as broken:
            broken.setattr(atomic, "replace_if_unchanged", full)
            await run.press("n")
            await run.type("kept\n")
            assert "no space left on device" in " ".join(run.shown().split())
            assert "kept here" in " ".join(run.shown().split())
            assert "kept" not in path.read_text(encoding="utf-8")
        await run.pilot.pause(2.3)
        assert "no space left" not in run.shown()
        assert run.interview()["notes"].endswith("kept\n")


async def test_a_newer_format_opens_read_only_and_says_so(path: Path) -> None:
    text = ACME.replace("format = 1", "format = 9")
    async with running(path, text) as run:
        assert "read-only" in run.shown().lower()
        await run.press("space", "n")
        await run.type("lost?\n")
        await run.press("escape", "u", "s")
        assert path.read_text(encoding="utf-8") == text


async def test_the_editor_tells_what_it_read_and_what_not(path: Path) -> None:
    async with running(path, ACME + BOREALIS, size=(160, 40)) as run:
        assert "→ Fri 4 Dec" in run.shown()
        await run.press("n")
        await run.type("> they will be in touch soon\n")
        assert "no date: d" in run.shown()


async def test_three_hundred_interviews_scroll_and_draw_what_is_in_view(path: Path) -> None:
    many = "format = 1\n" + "".join(
        f'[[interview]]\nid = "i{n:03}"\ncompany = "Company {n:03}"\n'
        f"held_at = 2026-11-23T10:{n % 60:02}:00+01:00\n"
        for n in range(300)
    )
    async with running(path, many) as run:
        rows = run.rows("interviews")
        assert len(rows.rows) > 300
        await run.press("1", "G")
        assert rows.cursor == [row.key for row in rows.rows if row.selectable][-1]
        assert run.interview(str(rows.cursor))["company"] in run.shown()
        assert rows.max_scroll_y > 500
        await run.press("g")
        assert rows.scroll_offset.y == 0


def test_all_steps_have_a_title_and_a_method() -> None:
    from followup_tui.core.method import METHOD

    assert set(METHOD) == set(STEP_TITLES)


async def test_the_bottom_line_says_how_to_leave_while_letters_are_typed(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "enter")
        assert "esc done" in run.shown()
        assert "ctrl+q quit" in run.shown()
        await run.press("escape")
        assert "enter write" in run.shown()


async def test_what_does_not_fit_under_the_notes_ends_in_dots(path: Path) -> None:
    async with running(path) as run:
        run.app.screen.query_one("#coverage", StyledText).lines = ((Span("word " * 100),),)
        await run.pilot.pause()
        assert sum("word" in line for line in run.shown().split("\n")) == 1
        assert "…" in run.shown()


async def test_late_gives_way_to_what_is_late(path: Path) -> None:
    text = ACME.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Wilhelmina Ortega").replace(
        "+ ref", "~ ref"
    )
    async with running(path, text) as run:
        run.clock.on(days=2)
        await run.press("u")
        assert "! thank Wilhelmina Ortega" in run.shown()


NEEDS_INTERVIEW = (
    "space s d w c C e n D y left_square_bracket right_square_bracket ctrl+o slash A f3 f4 1 2 3 4 j enter"
)


@pytest.mark.parametrize("key", NEEDS_INTERVIEW.split())
async def test_without_an_interview_each_key_says_how_to_add_it(path: Path, key: str) -> None:
    async with running(path, "") as run:
        await run.press(key)
        assert run.notices() == "Add the interview first: a, the company, enter."
        assert len(run.app.screen_stack) == 1
        assert "Just out of an interview?" in run.shown()


async def test_without_an_interview_the_help_is_not_about_steps(path: Path) -> None:
    async with running(path, "", (80, 40)) as run:
        await run.press("question_mark")
        assert "A line that begins with" in run.shown()
        assert "Ask the right questions" not in run.shown()
        assert "In the list of steps" not in run.shown()
        assert "Add an interview" in run.shown()


async def test_saving_by_hand_says_that_all_is_saved(path: Path) -> None:
    for text in (ACME, ""):
        async with running(path, text) as run:
            await run.press("ctrl+s")
            assert run.notices() == "All is saved."


async def test_where_all_are_closed_the_timeline_of_all_says_so(path: Path) -> None:
    async with running(path, ACME.replace('"Acme"', '"Acme"\noutcome = "offer"')) as run:
        await run.press("A")
        assert "Every interview is closed" in run.notices()
        assert len(run.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_empty_notes_name_all_signs(path: Path, size: tuple[int, int]) -> None:
    async with running(path, ACME.partition("notes")[0], size) as run:
        await run.press("3")
        shown = run.shown()
        assert all(f"{sign.character} " in shown for sign in signs.SIGNS)
        assert "~ a personal thing they said" in shown


def many(count: int) -> str:
    return "format = 1\n" + "".join(
        f'[[interview]]\nid = "i{n}"\ncompany = "Co {n}"\nheld_at = 2026-11-{n % 20 + 1:02}T10:00:00+01:00\n'
        for n in range(count)
    )


async def test_the_timeline_of_all_says_which_rows_are_in_view(path: Path) -> None:
    async with running(path, many(60), (80, 24)) as run:
        await run.press("A")
        ribbon = run.app.screen.query_one(OverviewRibbon)
        assert "1–15 of 60" in run.shown()
        for key, row in (
            ("G", 59),
            ("k", 58),
            ("g", 0),
            ("pagedown", 14),
            ("pageup", 0),
            ("end", 59),
            ("home", 0),
        ):
            await run.press(key)
            assert ribbon.row == row, key
        await run.press("G")
        assert "46–60 of 60" in run.shown()
        await run.press(*"kkkk")
        assert "46–60 of 60" in run.shown(), "the rows stay as long as the cursor is in view"
    async with running(path, many(3)) as run:
        await run.press("A")
        assert "of 3" not in run.shown()


async def test_the_timeline_of_all_says_what_is_counted_and_has_help(path: Path) -> None:
    async with running(path, ACME + BOREALIS) as run:
        await run.press("A")
        assert "Due across all: 4 things in 2 interviews" in run.shown()
        assert "? help  esc back" in run.shown()
        for key in ("question_mark", "f1"):
            await run.press(key)
            assert "The days" in run.shown()
            assert "The last interview" in run.shown()
            await run.press("escape")
            assert isinstance(run.app.screen, OverviewScreen)


async def test_on_the_timeline_of_all_a_key_of_the_main_screen_says_where_it_works(path: Path) -> None:
    async with running(path) as run:
        await run.press("A", "d")
        assert run.notices() == "d works for one interview: Set the promised day. esc goes back to it."
        await run.press("j", "left_square_bracket")
        assert run.notices().startswith("[ works for one interview: Interview before.")
        assert isinstance(run.app.screen, OverviewScreen)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18), (45, 12)])
async def test_finding_counts_what_fits_and_always_names_its_keys(path: Path, size: tuple[int, int]) -> None:
    async with running(path, many(60), size) as run:
        await run.press("ctrl+o")
        assert "esc close" in run.shown()
        await run.type("co 5")
        (heading, *rows) = run.app.screen.query_one(RowList).rows
        assert heading.lines[0].text == f"due  {len(rows)}"
        assert 0 < len(rows) < 60
        await run.type("xyz")
        assert "Nothing here has" in run.shown()
        assert "esc close" in run.shown()
        await run.press(*["backspace"] * 7)
        assert "enter go there" in run.shown()


async def test_the_row_under_the_cursor_is_shown_amid_its_neighbours(path: Path) -> None:
    late = many(60).replace("2026-11-20", "2026-11-23")
    async with running(path, late) as run:
        rows = run.rows("interviews")

        def line() -> int:
            return rows._tops[rows._indexes[rows.cursor]] - rows.scroll_offset.y

        await run.press("1", "G", "g")
        run.app.screen.navigation.go_to("i30")  # type: ignore[attr-defined]
        await run.pilot.pause()
        assert 4 < line() < rows.size.height - 4
        before = line()
        await run.press("j", "k")
        assert line() == before


async def test_the_row_under_the_cursor_stays_in_view_when_it_goes_elsewhere_in_the_list(path: Path) -> None:
    async with running(path, many(60)) as run:
        rows = run.rows("interviews")
        await run.press("e", "shift+tab", "right", "enter")
        await run.pilot.pause()
        top = rows._tops[rows._indexes[rows.cursor]] - rows.scroll_offset.y
        assert 0 <= top < rows.size.height


async def test_a_letter_of_another_keyboard_says_how_to_reach_the_commands(path: Path) -> None:
    async with running(path) as run:
        run.app.post_message(events.Key("й", "й"))
        await run.pilot.pause(0.1)
        assert "й is no command: switch the keyboard to Latin letters" in run.notices()
