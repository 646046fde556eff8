"""Quitting: everything is saved first; the user is asked about what can't be saved, or is typed in a form."""

from typing import Any

from textual.app import App

from followup_tui.tui.shutdown import Shutdown

BROKEN_FILE = 1
"""Exit status: the file can't be used as it is."""


class Leaving:
    """Saves and quits when the user asks for it."""

    def __init__(self, app: App[Any], shutdown: Shutdown) -> None:
        self._app, self._shutdown = app, shutdown

    def leave(self) -> None:
        """Save and quit; ask first if something typed in a form is not saved."""
        if len(self._app.screen_stack) > 1:
            from followup_tui.tui.screens.typed_texts import ask_to_discard

            if ask_to_discard(self._app, self._save_and_quit):
                return
        self._save_and_quit()

    def _save_and_quit(self) -> None:
        """Save and quit; ask if nothing can be saved. The exit status says whether the file could be used."""
        session = self._shutdown.session
        if session is None or self._shutdown.save(is_last_chance=False):
            self._quit()
            return
        from followup_tui.tui.screens.unsaved import ask_about_unsaved

        reason, elsewhere = session.document.save_status.reason, session.document.suggest_elsewhere()
        ways = self._save_and_quit, self._shutdown.save_elsewhere, self._quit
        ask_about_unsaved(self._app, reason, elsewhere, *ways)

    def _quit(self) -> None:
        self._app.exit(return_code=0 if self._shutdown.session is not None else BROKEN_FILE)
