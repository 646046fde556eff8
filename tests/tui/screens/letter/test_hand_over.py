"""Handing a letter over: copied, to the mail program, into a file."""

import email
import os
import stat
from email import policy
from pathlib import Path

import pytest

from tests.tui.pilot import running
from tests.tui.screens.letter.letter_pilot import LETTERS, PERSONAL, contacts, hand, letter, opened, text


async def test_a_mail_draft_is_saved_where_it_says_and_never_over_another(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await run.type(PERSONAL)
        messages = []
        for way in ("eml", "eml", "txt"):
            await hand(run, way)
            messages.append(run.notices().splitlines()[-1])
        saved = sorted(path.parent.glob("letters/*"))
        assert [file.name for file in saved] == [
            "thank-you-dana-reyes-acme-2.eml",
            "thank-you-dana-reyes-acme.eml",
            "thank-you-dana-reyes-acme.txt",
        ]
        assert sorted(messages) == [f"Saved as {file}" for file in saved]
        message = email.message_from_bytes(saved[1].read_bytes(), policy=policy.default)
        assert (message["X-Unsent"], message["To"]) == ("1", "Dana Reyes <dana@acme.example>")
        assert PERSONAL in saved[2].read_text(encoding="utf-8")
        assert contacts(run) == [], "handing over is not sending"


async def test_a_folder_that_cannot_be_written_is_named(path: Path) -> None:
    (path.parent / "letters").write_text("in the way")
    async with running(path, LETTERS) as run:
        await opened(run)
        await hand(run, "eml")
        assert (
            f"{path.parent / 'letters' / 'thank-you-dana-reyes-acme.eml'} can't be written" in run.notices()
        )


def program(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program that keeps its arguments and what it reads, and where it keeps them."""
    folder.mkdir()
    kept = folder / "kept"
    script = folder / name
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{kept}.args"\ncat > "{kept}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":99")
    return kept


async def test_copying_says_what_was_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await hand(run, "text")
        assert "not every terminal supports that" in run.notices()
        assert run.app.clipboard == text(run).text
        kept = program(path.parent / "bin", "xclip", monkeypatch)
        text(run).take('$(touch x); `id` "quoted"\nünï 🎉')
        await hand(run, "text")
        assert "Copied with xclip" in run.notices()
        assert kept.read_text(encoding="utf-8") == '$(touch x); `id` "quoted"\nünï 🎉'


async def test_the_mail_program_gets_an_encoded_address(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await hand(run, "mailto")
        assert "it has no desktop" in run.notices()
        kept = program(path.parent / "bin", "xdg-open", monkeypatch)
        text(run).take('Dear Dana; rm -rf ~ & "x"\n?cc=eve@evil.example')
        await hand(run, "mailto")
        await run.until(kept.exists)
        (address,) = Path(f"{kept}.args").read_text().splitlines()
        assert address.startswith("mailto:dana@acme.example?subject=Thank%20you")
        assert address.count("?") == 1
        assert "rm%20-rf%20~%20%26" in address


async def test_the_subject_is_copied_and_what_is_empty_or_too_long_is_not_handed_over(path: Path) -> None:
    async with running(path, LETTERS) as run:
        await opened(run)
        await hand(run, "subject")
        assert run.app.clipboard == letter(run).form.subject.value
        text(run).take(f"{text(run).text}{'a long story, ' * 700}\n")
        await hand(run, "mailto")
        assert "The letter is too long for that." in run.notices()
        text(run).take("")
        await hand(run, "text")
        assert "Nothing to copy yet." in run.notices()
