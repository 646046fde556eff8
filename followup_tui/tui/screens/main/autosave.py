"""Saving in the background after each change, with retries while the disk refuses."""

from collections.abc import Callable

from followup_tui.session.session import SaveState
from followup_tui.tui.screens.host import Host

SAVE_SECONDS = 0.001
"""The delay of a save after the repaint, in seconds: the terminal gets its output first."""
LATEST_SECONDS = 0.5
"""The delay of a save after a change, in seconds, where no repaint is reported."""
SLOW_SECONDS = 0.3
"""How long a save may take, in seconds, before the screen shows that it is not saved yet."""
RETRY_SECONDS = 2.0
"""The delay before a failed save is retried, in seconds."""


class Autosave:
    """Saves the session of its host soon after each change."""

    def __init__(
        self, host: Host, show_status: Callable[[], None], report_merged: Callable[[], None]
    ) -> None:
        """Save for `host`; call `show_status` when the status of the last save may have changed.

        `report_merged` is called at the end of each save: other programs' changes may have been merged.
        """
        self._host, self._show_status, self._report_merged = host, show_status, report_merged
        self._is_retrying = False
        """Whether a retry is scheduled."""
        self._is_due = False
        """Whether a save is scheduled that waits for no repaint."""
        self._is_preparing = False
        """Whether the next part of the preparation for the first save is scheduled."""

    def save_soon(self) -> None:
        """Save after the next repaint: with a thousand interviews, saving takes longer than drawing."""
        self._host.call_after_refresh(self._host.call_in, SAVE_SECONDS, self._save_in_background)
        if not self._is_due:
            self._is_due = True
            self._host.call_in(LATEST_SECONDS, self._save_at_the_latest)

    def save_now(self) -> None:
        """Save, and wait for the disk."""
        self._host.session.document.save()
        self.finish()

    def save_and_confirm(self) -> None:
        """Save what was typed, wait for the disk, and say whether all is saved."""
        self._host.flush_typing()
        self.save_now()
        if self._host.session.document.save_status.state is SaveState.SAVED:
            self._host.show_message("Everything is saved.")

    def finish(self) -> None:
        """Evaluate the save that has finished; save again if something was changed meanwhile."""
        if self._host.session.document.has_found_changes:
            self._host.flush_typing()  # merged without it, the editor's text would undo what is merged
        if self._host.session.document.finish_save().state is SaveState.UNSAVED:
            self.save_soon()
        self.update_status()
        self._report_merged()

    def update_status(self) -> None:
        """Show whether everything is saved, and schedule a retry if the last save failed."""
        self._show_status()
        state = self._host.session.document.save_status.state
        if state is SaveState.FAILED and not self._is_retrying:
            self._is_retrying = True
            self._host.call_in(RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        # In the background: where another program holds the lock, each try waits for it.
        self._is_retrying = False
        self._save_in_background()

    def _save_at_the_latest(self) -> None:
        # Textual drops what is to be called after a repaint with the screen that covers this one.
        self._is_due = False
        self._save_in_background()

    def _save_in_background(self) -> None:
        """Start a save in its thread, or go on preparing the first one."""
        document = self._host.session.document
        if document.prepare_first_save():
            document.save_in_background(lambda: self._host.call_later(self.finish))
            if document.is_saving:
                self._host.call_in(SLOW_SECONDS, self._show_if_slow)
            else:
                self.update_status()
        elif not self._is_preparing:
            # The first save is prepared in parts, so that keys are handled in between.
            self._is_preparing = True
            self._host.call_in(SAVE_SECONDS, self._continue_preparing)

    def _continue_preparing(self) -> None:
        self._is_preparing = False
        self._save_in_background()

    def _show_if_slow(self) -> None:
        if self._host.session.document.is_saving:
            self.update_status()
