"""What the screen shows: at any size, of any text, at midnight, and when saving fails."""

import asyncio
from pathlib import Path

import pytest

from followup_tui.core.model.logbook import StepId
from followup_tui.core.notes import signs
from followup_tui.demo import demo_text
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.row_keys import StepRow
from tests.tui.pilot import ACME, NOW, running


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
            "? help  ctrl+p palette  q quit",
        ):
            assert text in shown
        last = shown.rstrip().split("\n")[-1]
        assert "…" not in last
        assert last.startswith(" space tick  n note  a add  w write")


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


async def test_the_end_of_a_batch_wakes_the_screen_to_lay_out_what_fell_due_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(path) as run:
        screen = run.app.screen
        assert isinstance(screen, MainScreen)
        batches_at_call: list[int] = []
        monkeypatch.setattr(screen, "check_idle", lambda: batches_at_call.append(run.app._batch_count))
        screen.panes.hold_painting()
        while run.app._batch_count:
            await asyncio.sleep(0)
        assert batches_at_call[-1:] == [0]


@pytest.mark.parametrize(("down", "up"), [(31, 43), pytest.param(9, 13, marks=pytest.mark.slow)])
async def test_no_size_raises(path: Path, down: int, up: int) -> None:
    async with running(path, demo_text(NOW)) as run:
        for width in (*range(250, 0, -down), *range(1, 250, up)):
            await run.resize(width, 1 + width * 7 % 60)
        await run.press("A")
        for width in (250, 80, 40, 20, 3, 1, 120):
            await run.resize(width, 20)
        await run.resize(120, 36)
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


BOXES = ("e", "c", "d", "slash", "A")
"""The keys that open a box; a day meets each of them and each name, a long run each with each."""


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        *((name, (BOXES[at % 5], BOXES[(at + 1) % 5])) for at, name in enumerate(HOSTILE)),
        *(pytest.param(name, BOXES, marks=pytest.mark.slow) for name in HOSTILE),
    ],
)
async def test_hostile_names_are_shown_to_the_letter(path: Path, name: str, boxes: tuple[str, ...]) -> None:
    text = ACME.replace('"Acme"', f'"{name}"').replace("Dana Reyes", name).replace("references", name)
    async with running(path, text + f'outcome = ""\nrole = "{name}"\n', size=(160, 40)) as run:
        assert name[:4] in run.shown().replace("\u200b", "")
        for key in boxes:
            await run.press(key, "escape")
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


async def test_a_newer_format_opens_read_only_and_says_so(path: Path) -> None:
    text = ACME.replace("format = 1", "format = 9")
    async with running(path, text) as run:
        assert "read-only" in run.shown().lower()
        await run.press("space", "n")
        await run.type("lost?\n")
        await run.press("escape", "u", "s")
        assert path.read_text(encoding="utf-8") == text


async def test_the_bottom_line_says_how_to_leave_while_letters_are_typed(path: Path) -> None:
    async with running(path) as run:
        await run.press("3", "enter")
        assert "esc done" in run.shown()
        assert "ctrl+q quit" in run.shown()
        await run.press("escape")
        assert "enter write" in run.shown()


async def test_late_gives_way_to_what_is_late(path: Path) -> None:
    text = ACME.replace("@ Dana Reyes, manager\n@ Luis Ortega", "@ Wilhelmina Ortega").replace(
        "+ ref", "~ ref"
    )
    async with running(path, text) as run:
        run.clock.on(days=2)
        await run.press("u")
        assert "! thank Wilhelmina Ortega" in run.shown()


async def test_saving_by_hand_says_that_all_is_saved(path: Path) -> None:
    for text in (ACME, ""):
        async with running(path, text) as run:
            await run.press("ctrl+s")
            assert run.notices() == "Everything is saved."


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_empty_notes_name_all_signs(path: Path, size: tuple[int, int]) -> None:
    async with running(path, ACME.partition("notes")[0], size) as run:
        await run.press("3")
        shown = run.shown()
        assert all(f"{sign.character} " in shown for sign in signs.SIGNS)
        assert "~ a personal thing they said" in shown


EVERY_KEY = "a e n f2 space s d c D y u U left_square_bracket right_square_bracket slash 1 2 3 4 f3 f4 ctrl+s"


@pytest.mark.parametrize(
    "key", [*EVERY_KEY.split(), "A", "j", "k", "h", "l", "t", "g", "G", "enter", "escape", "f1"]
)
async def test_every_key_is_harmless_in_an_empty_logbook(path: Path, key: str) -> None:
    async with running(path, "") as run:
        await run.press(key, "escape", key, "escape")
        assert run.app.return_code in (None, 0)
        assert not path.exists()


@pytest.mark.parametrize("size", [(110, 30), (120, 36), (160, 40), (200, 50)])
async def test_what_is_next_is_whole_in_the_list_of_interviews(path: Path, size: tuple[int, int]) -> None:
    missing = [sign for sign in signs.SIGNS if sign.todo]
    text = "format = 1\n"
    for sign in missing:
        others = "".join(
            f"{other.character} {'decision by 2026-12-04' if other.id == 'promise' else 'none'}\n"
            for other in missing
            if other is not sign
        )
        text += f'''[[interview]]\nid = "{sign.id}"\ncompany = "{sign.id}"\nheld_at = {NOW}\nnotes = """
{others}"""\n'''
    async with running(path, text, size) as run:
        shown = run.shown()
        assert missing
        assert all(f"● {sign.todo}" in shown for sign in missing), shown


@pytest.mark.parametrize("look", ["", '[look]\ntheme = "textual-light"\n', '[look]\ntheme = "ansi-dark"\n'])
@pytest.mark.parametrize("size", [(200, 50), (80, 24), (60, 18)])
async def test_the_styles_of_the_first_frame_are_computed_once_and_right(
    path: Path, look: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[MainScreen] = []
    monkeypatch.setattr(MainScreen, "update_node_styles", lambda screen, **_: again.append(screen))

    def styles() -> dict[str, dict[str, str]]:
        parts = {
            f"{node!r} {name}": part.base.get_rules()
            for node in run.app.screen.walk_children(with_self=True)
            for name, part in {"": node.styles, **node._component_styles}.items()
        }
        return {
            name: {rule: repr(value) for rule, value in rules.items() if value is not None}
            for name, rules in parts.items()
        }

    async with running(path, ACME + look, size=size) as run:
        assert again == []
        shown = styles()
        monkeypatch.undo()
        run.app.screen.update_node_styles(animate=False)
        assert styles() == shown


async def test_when_the_notes_finish_a_step_the_cursor_of_the_checklist_goes_on_to_the_next(
    path: Path,
) -> None:
    text = ACME.partition("notes")[0] + 'notes = """\n@ Dana\n> by 2026-12-04\n+ none\n= CV\n! none\n"""\n'
    async with running(path, text) as run:
        steps = run.rows("steps-list")
        assert steps.cursor == StepRow(StepId.WRITE_DOWN)
        await run.press("3", "enter")
        await run.type("~ Dana sails")
        await run.press("escape")
        assert steps.cursor == StepRow(StepId.THANK)
        await run.go(StepRow(StepId.ASK))
        await run.press("3", "enter")
        await run.type("more")
        await run.press("escape")
        assert steps.cursor == StepRow(StepId.ASK), "it was done before"
