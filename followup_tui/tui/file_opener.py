"""Opening the file: the main screen with what is in it, or the screen that says why it can't be read."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from followup_tui.core.dates.format import count
from followup_tui.session.session import BrokenFile, Paths, Session
from followup_tui.tui.keys.keymap import keymap_of
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.too_small import cover_if_too_small

if TYPE_CHECKING:
    from followup_tui.tui.screens.broken_file import BrokenFileScreen

MAX_PROBLEMS = 4
"""How many problems with `[keys]`, and with records, are shown: more would cover the screen."""
PROBLEM_SECONDS = 12
"""How long a problem with the file is shown, in seconds."""


def first_of(problems: Sequence[str]) -> list[str]:
    """Return the problems that are shown, and where the rest can be read."""
    shown, rest = list(problems[:MAX_PROBLEMS]), len(problems) - MAX_PROBLEMS
    if rest > 0:
        shown.append(f"The file has {count(rest, 'more problem')}: `followup-tui check` lists them all.")
    return shown


class FileOpener:
    """Opens the file, at the start and again."""

    def __init__(
        self,
        app: App[None],
        open_session: Callable[[], Session],
        use: Callable[[Session], list[str]],
        opened_again: Callable[[], None],
    ) -> None:
        """`use` has the app use a session, and returns a sentence for each setting that can't be had.

        `opened_again` is called when another screen is shown for it.
        """
        self._app, self._open_session = app, open_session
        self._use, self._opened_again = use, opened_again
        self._problems: list[str] = []

    def first_screen(self) -> Screen[None]:
        """Open the session; return its main screen, or the one that says why the file can't be read."""
        try:
            session = self._open_session()
        except BrokenFile as broken:
            from followup_tui.tui.screens.broken_file import BrokenFileScreen

            return BrokenFileScreen(broken)
        self._problems += [*self._use(session), *first_of(session.document.load_messages)]
        self._problems += session.document.pop_remarks()
        return MainScreen(session, keymap_of(self._app))

    def show_problems(self) -> None:
        """Show what was wrong with the file, and could be read around."""
        for problem in self._problems:
            self._app.notify(problem, severity="warning", timeout=PROBLEM_SECONDS, markup=False)
        self._problems.clear()

    def open_again(self) -> None:
        """Read the file again, and show what is in it now."""
        screen, shown = self.first_screen(), self._app.screen
        if isinstance(shown, MainScreen) and isinstance(screen, MainScreen):
            shown.use_session(screen.session)
        else:
            self._app.switch_screen(screen)
            if not isinstance(shown, MainScreen) and not isinstance(screen, MainScreen):
                self._app.notify("Tried again: it still can't be read.", severity="warning", markup=False)
        self.show_problems()
        cover_if_too_small(self._app, self._app.size)
        self._opened_again()

    def retry(self, request: "BrokenFileScreen.Retry", paths: Paths, clock: Callable[[], datetime]) -> None:
        """Read the file again; if the user asked for it, its missing last line is added first."""
        if request.adds_end_line:
            from followup_tui.session.end_line import add_end_line

            if problem := add_end_line(paths, clock):
                self._app.notify(problem, severity="warning", markup=False)
        self.open_again()

    def edit(self, path: Path) -> None:
        """Open the file in the user's editor, and read it again."""
        from followup_tui.tui.external_editor import edit_file

        problem = edit_file(self._app, path)
        if problem:
            self._app.notify(problem, severity="warning", markup=False)
        else:
            self.open_again()
