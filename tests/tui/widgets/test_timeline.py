"""The timeline of one position: what they wrote can be read whole, in every size."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events

from followup_tui.tui.widgets.day_ribbon import DAY
from followup_tui.tui.widgets.timeline import TimelineRibbon
from tests.long_runs import in_long_runs
from tests.tui.pilot import ACME, Running, running

WORDS = " ".join(f"word{number}" for number in range(120))
REPLY = f"""\
[[interview.contact]]
id = "r1"
at = 2026-11-23T15:00:00+01:00
kind = "reply"
says = "other"
channel = "email"
text = '''
Dear candidate,

{WORDS}

Kind regards'''
"""


def below(run: Running) -> str:
    """Return the text of the ribbon, as one line."""
    ribbon = run.app.screen.query_one(TimelineRibbon)
    return " ".join(" ".join(span.text for line in ribbon.draw() for span in line.spans).split())


@pytest.mark.parametrize("size", [(120, 36), (60, 18), *in_long_runs((80, 24), (200, 50))])
async def test_every_word_of_a_reply_is_read_by_scrolling_on_its_day(
    path: Path, size: tuple[int, int]
) -> None:
    async with running(path, ACME + REPLY, size) as run:
        await run.press("4")
        ribbon = run.app.screen.query_one(TimelineRibbon)
        seen = below(run)
        assert "Dear candidate," in seen
        for _ in range(40):
            await run.press("j")
            seen += below(run)
        assert all(word in seen for word in [*WORDS.split(), "regards"])
        at_end = below(run)
        assert "more line" not in str(ribbon.border_subtitle or "")
        await run.press(*["k"] * 40)
        assert below(run) != at_end or "↑" not in str(ribbon.border_subtitle or "")
        assert "Dear candidate," in below(run)


async def test_the_frame_counts_the_lines_out_of_view_and_names_the_keys(path: Path) -> None:
    async with running(path, ACME + REPLY, (80, 24)) as run:
        ribbon = run.app.screen.query_one(TimelineRibbon)
        assert str(ribbon.border_subtitle).endswith("more lines ↓")
        await run.press("4", "j", "j")
        assert str(ribbon.border_subtitle).startswith("2 ↑ · ")
        assert str(ribbon.border_subtitle).endswith(" more lines ↓ · k j")
        await run.press("l")
        assert not str(ribbon.border_subtitle or "")
        await run.press("h")
        # Another day begins at its beginning.
        assert str(ribbon.border_subtitle).endswith("more lines ↓ · k j")
        assert "↑" not in str(ribbon.border_subtitle)


async def test_zoomed_the_timeline_shows_every_reply_whole_under_its_line(path: Path) -> None:
    async with running(path, ACME + REPLY, (80, 40)) as run:
        await run.press("4", "f3", "l")
        shown = below(run)
        assert "they answered, email 15:00" in shown
        assert all(word in shown for word in WORDS.split())
        assert shown.index("they answered") < shown.index("word0 ") < shown.index("send references")


async def test_on_other_days_the_list_quotes_the_beginning_of_a_reply(path: Path) -> None:
    async with running(path, ACME + REPLY, (120, 36)) as run:
        await run.press("4", "l")
        assert "“Dear candidate, word0 word1" in run.shown()


async def test_only_what_took_place_is_ticked_in_the_list(path: Path) -> None:
    text = ACME.replace("2026-12-04", "2026-11-20")
    async with running(path, text.replace("2026-11-23T14", "2026-11-16T14"), (120, 36)) as run:
        await run.press("4", "f3")
        shown = run.shown()
        assert "✓ Mon 16 Nov  interview" in shown
        assert "· Fri 20 Nov  promised day" in shown


@pytest.mark.parametrize(
    ("ticks", "days", "labels"),
    [
        ("", 0, ["notes", "thanks"]),
        ("thank = 2026-11-23", 0, ["notes", "✓ thanks"]),
        ("thank = 'skipped'", 0, ["notes", "– thanks"]),
        ("", 12, ["– notes", "– thanks"]),
    ],
)
async def test_a_lane_is_ticked_only_if_its_step_is_done(
    path: Path, ticks: str, days: int, labels: list[str]
) -> None:
    async with running(path, f"{ACME}\n[interview.ticks]\n{ticks}\n") as run:
        run.clock.on(days=days)
        run.app.screen_stack[0].refresh_panes()  # type: ignore[attr-defined]
        await run.idle()
        ribbon = run.app.screen.query_one(TimelineRibbon)
        lines = ["".join(span.text for span in line.spans) for line in ribbon.draw()]
        named = [line.partition("  ")[0] for line in lines if "notes" in line or "thanks" in line]
        assert named[:2] == labels


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_tick_moves_no_day_of_the_timeline(path: Path, size: tuple[int, int]) -> None:
    async with running(path, ACME, size) as run:
        days = run.app.screen.query_one(TimelineRibbon).days()
        await run.press("2", "j", "space")
        assert run.app.screen.query_one(TimelineRibbon).days() == days
        await run.press("4", *["l"] * 30)
        days = run.app.screen.query_one(TimelineRibbon).days()
        await run.press("2", "j", "space")
        assert run.app.screen.query_one(TimelineRibbon).days() == days


async def test_how_far_a_day_is_away_is_whole_or_left_out(path: Path) -> None:
    async with running(path, ACME, (120, 36)) as run:
        await run.press("4")
        seen = set()
        for width in (60, 57, 54, 51, 48, 45, 42):
            await run.resize(width, 36)
            for line in run.shown().splitlines():
                _, there, far = line.partition(" · in ")
                if there:
                    seen.add(far.rstrip("│ "))
        assert seen
        assert all(re.fullmatch(r"\d+ days", far) for far in seen), seen


async def test_t_comes_back_to_today_and_a_click_or_the_wheel_chooses_a_day(path: Path) -> None:
    async with running(path) as run:
        ribbon = run.app.screen.query_one(TimelineRibbon)
        await run.press("4", "right", "right")
        today = ribbon.today
        assert today is not None
        assert ribbon.day == today + timedelta(days=2)
        await run.press("t")
        assert ribbon.day == today
        third = ribbon.days()[2]
        x, y = ribbon.content_offset
        await run.pilot.click(ribbon, offset=(x + ribbon.label_width + 2 * DAY, y))
        await run.idle()
        assert ribbon.day == third
        await run.pilot.click(ribbon, offset=(x, y))
        assert ribbon.day == third
        for wheel, days in ((events.MouseScrollDown, 1), (events.MouseScrollUp, 0)):
            ribbon.post_message(wheel(ribbon, 0, 0, 0, 0, 0, False, False, False))
            await run.idle()
            assert ribbon.day == third + timedelta(days=days)
