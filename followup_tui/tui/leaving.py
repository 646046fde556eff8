"""Quitting: everything is saved first; the user is asked about what can't be saved, or is typed in a form."""

from typing import Any

from textual.app import App

from followup_tui.tui.shutdown import Shutdown

BROKEN_FILE = 1
"""Exit status: the file can't be used as it is."""


def leave(app: App[Any], shutdown: Shutdown) -> None:
    """Save and quit; ask first if something typed in a form is not saved, and if nothing can be saved.

    The exit status says whether the file could be used.
    """

    def end() -> None:
        app.exit(return_code=0 if shutdown.session is not None else BROKEN_FILE)

    def save_and_end() -> None:
        session = shutdown.session
        if session is None or shutdown.save(is_last_chance=False):
            end()
            return
        from followup_tui.tui.screens.unsaved import ask_about_unsaved

        reason, elsewhere = session.document.save_status.reason, session.document.suggest_elsewhere()
        ask_about_unsaved(app, reason, elsewhere, save_and_end, shutdown.save_elsewhere, end)

    if len(app.screen_stack) > 1:
        from followup_tui.tui.screens.typed_texts import ask_to_discard

        if ask_to_discard(app, save_and_end):
            return
    save_and_end()
