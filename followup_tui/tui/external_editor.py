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

from followup_tui.core.errors import failure, reason_of
from followup_tui.tui.terminal.job_control import run_in_foreground

NO_EDITOR = "No editor is set. Put its name in $VISUAL or $EDITOR and start again."
AT_ONCE_SECONDS = 0.5
"""An editor that returns sooner has not waited for its user."""
POLL_SECONDS = 0.5
"""How often the file of an editor that is open still is looked at, in seconds."""
STILL_OPEN = (
    "The notes came back unchanged. If the editor is still open, what you save there will appear here."
)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")


class EditorCommand(NamedTuple):
    """A command in $VISUAL or $EDITOR, as a shell would read it."""

    words: tuple[str, ...]
    environment: dict[str, str]


class OpenFile:
    """A text in an editor that did not wait for its user: what is saved there later is read from here."""

    def __init__(self, path: Path, text: str) -> None:
        """Take the file and the text that it was given."""
        self.path = path
        self._text = text
        self._read = self._seen = _fingerprint(path)

    def poll(self, is_last: bool = False) -> tuple[str, str] | None:
        """Return the text before and after the editor saved it; None if it did not, or is still at it.

        A file that changes from one call to the next is still being written, and so is an empty one; the
        last call reads what is there.
        """
        now = _fingerprint(self.path)
        is_at_rest, self._seen = now == self._seen, now
        if now in (None, self._read) or not (is_at_rest or is_last):
            return None
        try:
            data = self.path.read_bytes()
            text = _decode(data, self._text)
        except (OSError, UnicodeDecodeError):
            return None
        if not data:
            return None
        before, self._text, self._read = self._text, text, now
        return (before, text) if text != before else None


class Edit(NamedTuple):
    """What came back from the user's editor."""

    text: str | None
    """The text as it is now; None if it did not come back."""
    problem: str = ""
    """Why it did not, or what else the user should know."""
    open_file: OpenFile | None = None
    """The file, if the editor seems to be open still."""


def _fingerprint(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _decode(data: bytes, handed_over: str) -> str:
    """Return the text that an editor left, without the line end that it adds on its own."""
    text = data.decode("utf-8-sig")
    return handed_over if text == f"{handed_over}\n" and not handed_over.endswith("\n") else text


def _command_as_set() -> str:
    return os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()


def editor_command() -> EditorCommand | None:
    """Return the user's editor: its words, with `~` and variables replaced; None if none is set.

    Assignments before the first word go into its environment. Raise ValueError if a quotation mark is not
    closed.
    """
    words = shlex.split(_command_as_set())
    environment = dict(os.environ)
    while words and _ASSIGNMENT.match(words[0]):
        name, _, value = words.pop(0).partition("=")
        environment[name] = _expand(value)
    return EditorCommand(tuple(map(_expand, words)), environment) if words else None


def _expand(word: str) -> str:
    return os.path.expandvars(os.path.expanduser(word))


def edit_file(app: App[None], path: Path) -> str:
    """Open `path` in the user's editor and wait for its end; return what went wrong, or nothing."""
    command = _command_as_set()
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
                    end = f"ended with status {status}" if status > 0 else f"was ended by signal {-status}"
                    problem = f"{editor.words[0]} {end}; nothing was taken from it."
            except OSError as error:
                problem = f"{failure(command, 'started', error)}."
            except ValueError as error:
                problem = f"{command} can't be started: {error}"
    except SuspendNotSupported:
        return "This terminal can't be handed to an editor."
    return problem


def edit_text(app: App[None], text: str) -> Edit:
    """Return `text` as it comes back from the user's editor.

    Text that a failing editor has written is kept, and the problem says where. An editor that returns at once
    and has changed nothing is taken to be open still.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="followup-tui-"))
        path = folder / "notes.txt"
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        return Edit(None, f"The notes can't be handed to an editor: {reason_of(error)}")
    open_file = OpenFile(path, text)
    started = monotonic()
    problem = edit_file(app, path)
    took = monotonic() - started
    data, edited = b"", text
    try:
        data = path.read_bytes()
        edited = _decode(data, text)
    except OSError:
        problem = problem or "The editor saved no text; your notes are unchanged."
    except UnicodeDecodeError:
        problem = problem or "The editor saved text that is not UTF-8; your notes are unchanged."
    if problem and data not in (b"", text.encode()):
        return Edit(None, f"{problem} What you wrote is in {path}")
    if not problem and edited == text and took < AT_ONCE_SECONDS:
        return Edit(None, STILL_OPEN, open_file)
    shutil.rmtree(folder, ignore_errors=True)
    return Edit(None, problem) if problem else Edit(edited)
