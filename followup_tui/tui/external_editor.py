"""The user's own editor, for the notes or for the file."""

import os
import re
import shlex
import shutil
import tempfile
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from textual.app import App, SuspendNotSupported

from followup_tui.tui.terminal.job_control import run_in_foreground

NO_EDITOR = "No editor is set: put its name into $VISUAL or $EDITOR, and start again."
AT_ONCE_SECONDS = 0.5
"""An editor that returns sooner has not waited for its user."""
RETURNED_AT_ONCE = (
    "The editor returned at once, and the notes came back as they were. One with a window of its own needs "
    "a flag to wait, such as code --wait."
)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")


class EditorCommand(NamedTuple):
    """A command in $VISUAL or $EDITOR, as a shell would read it."""

    words: tuple[str, ...]
    environment: dict[str, str]


def editor_command() -> EditorCommand | None:
    """Return the user's editor: its words, with `~` and variables replaced; None if none is set.

    Assignments before the first word go into its environment. Raise ValueError if a quotation mark is not
    closed.
    """
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    words = shlex.split(next((command for command in named if command), ""))
    environment = dict(os.environ)
    while words and _ASSIGNMENT.match(words[0]):
        name, _, value = words.pop(0).partition("=")
        environment[name] = _expand(value)
    return EditorCommand(tuple(map(_expand, words)), environment) if words else None


def _expand(word: str) -> str:
    return os.path.expandvars(os.path.expanduser(word))


def edit_file(app: App[None], path: Path) -> str:
    """Open `path` in the user's editor and wait for its end; return what went wrong, or nothing."""
    command = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        editor = editor_command()
    except ValueError as error:
        return f"{command} can't be started: {error}"
    if editor is None:
        return NO_EDITOR
    problem = ""
    try:
        with app.suspend():
            # An exception must not pass `suspend`: it would leave the terminal to nobody.
            try:
                status = run_in_foreground([*editor.words, str(path)], editor.environment)
                if status:
                    problem = f"{editor.words[0]} ended with status {status}; nothing was taken from it."
            except (OSError, ValueError) as error:
                problem = f"{command} can't be started: {error}"
    except SuspendNotSupported:
        return "This terminal can't be handed to an editor."
    return problem


def edit_text(app: App[None], text: str) -> tuple[str | None, str]:
    """Return `text` as it comes back from the user's editor; None and why, if it does not.

    Text that a failing editor has written is kept, and the reason says where. So is that of an editor that
    has returned at once: it may still be open.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="followup-tui-"))
        path = folder / "notes.txt"
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        return None, f"The notes can't be handed to an editor: {error}"
    started = monotonic()
    problem = edit_file(app, path)
    took = monotonic() - started
    data, edited = b"", text
    try:
        data = path.read_bytes()
        edited = data.decode("utf-8-sig")
    except OSError:
        problem = problem or "The editor left no text; the notes are as they were."
    except UnicodeDecodeError:
        problem = problem or "The editor left text that is not UTF-8; the notes are as they were."
    if edited == f"{text}\n" and not text.endswith("\n"):
        edited = text  # editors end the last line on their own
    if problem and data not in (b"", text.encode()):
        return None, f"{problem} What you wrote is in {path}"
    if not problem and edited == text and took < AT_ONCE_SECONDS:
        return None, f"{RETURNED_AT_ONCE} What you save there is in {path}"
    shutil.rmtree(folder, ignore_errors=True)
    return (None, problem) if problem else (edited, "")
