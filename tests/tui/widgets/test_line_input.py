"""A line to write in takes all of a paste."""

from pathlib import Path

from textual import events

from tests.tui.pilot import replies, running

MAIL = "Hi Sam,\r\n\r\nwe need more time.\tYou will hear\nfrom us by Friday.\n\nLuis\n"


async def test_a_mail_pasted_into_a_line_is_recorded_whole(path: Path) -> None:
    async with running(path) as run:
        await run.press("2", "c", "r", "down", "down", "down", "down")
        run.app.screen.query_one("#text").focus()
        await run.type("mail: ")
        run.app.post_message(events.Paste(MAIL))
        await run.press("enter")
        (reply,) = replies(run)
        assert reply["text"] == "mail: Hi Sam, we need more time. You will hear from us by Friday. Luis"


async def test_a_paste_replaces_what_is_selected(path: Path) -> None:
    async with running(path) as run:
        await run.press("a")
        await run.type("Aa Bb")
        await run.press("shift+left", "shift+left")
        run.app.post_message(events.Paste("Cyan\nLabs\n"))
        await run.press("enter")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Aa Cyan Labs"]


async def test_a_paste_keeps_the_blanks_around_it_and_one_without_text_changes_nothing(path: Path) -> None:
    async with running(path) as run:
        await run.press("a")
        await run.type("Cyan")
        run.app.post_message(events.Paste(" Labs "))
        await run.type("North")
        await run.press("shift+home")
        run.app.post_message(events.Paste("\r\n"))
        await run.press("enter")
        assert [interview["company"] for interview in run.file()["interview"]] == ["Acme", "Cyan Labs North"]
