"""Showing what other programs write to the file while it is open."""

from collections.abc import Callable

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import ExternalChanges, SaveState
from followup_tui.tui.screens.host import Host

CHECK_SECONDS = 1.0
"""The interval of checks for external changes, in seconds."""
CHANGED_ELSEWHERE = "Changed elsewhere, and shown here"
MERGED_COPY = "Merged from a copy, or from unsaved text"
MESSAGE_SECONDS = 8
"""How long the message about external changes is shown, in seconds, whatever is typed meanwhile."""
WARNING_SECONDS = 15
"""How long warnings about conflicts and an unreadable file are shown, in seconds."""
FAILED_CHECKS_BEFORE_WARNING = 4
"""The number of consecutive checks in which the file can't be read before a warning is shown."""
MAX_NAMES = 5
"""The maximum number of companies and of conflicts to name."""


class FileWatcher:
    """Merges external changes into the session of its host, and reports them."""

    def __init__(
        self,
        host: Host,
        reveal_note_line: Callable[[str, int], None],
        update_save_status: Callable[[], None],
    ) -> None:
        """`reveal_note_line` scrolls to a line of an interview's notes if that disturbs nobody.

        `update_save_status` shows whether everything is saved.
        """
        self._host = host
        self._reveal_note_line, self._update_save_status = reveal_note_line, update_save_status
        self._failed_checks = 0

    def check(self) -> None:
        """Merge what another program has written to the file, and report it."""
        document = self._host.session.document
        if not document.may_have_external_changes:
            self._report_readable()
            return
        self._host.flush_typing()
        before = self._host.session.logbook
        changes = document.merge_external_changes()
        self._report(changes, CHANGED_ELSEWHERE, before)
        if not changes.problem:
            self._report_readable()
        self.report_merged()
        if document.save_status.state is SaveState.UNSAVED:
            # The file was emptied, perhaps by a program that is about to write it.
            self._host.call_in(CHECK_SECONDS, self._host.refresh_panes)

    def merge_copies(self) -> None:
        """Merge conflicting copies of synchronisers and recovered files of earlier runs, and report it."""
        self._host.flush_typing()
        self._report(self._host.session.document.merge_copies(), MERGED_COPY)
        self.report_merged()

    def report_merged(self) -> None:
        """Report the external changes that were merged during saves."""
        changes = self._host.session.document.pop_external_changes()
        if changes.companies or changes.conflicts:
            self._report(changes, CHANGED_ELSEWHERE)

    def _report(self, changes: ExternalChanges, how: str, before: Logbook | None = None) -> None:
        """Show external changes and name them; with the logbook `before` them, added notes are quoted."""
        self._update_save_status()
        if changes.companies:
            self._host.refresh_panes()
            names = ", ".join(changes.companies[:MAX_NAMES])
            message = self._show_added_notes(before) if before is not None else ""
            self._host.show_message(message or f"{how}: {names}.", MESSAGE_SECONDS)
        for conflict in changes.conflicts[:MAX_NAMES]:
            self._host.show_warning(conflict, WARNING_SECONDS)
        if changes.problem:
            # A file that is being written right now can be read by the next check.
            self._failed_checks += 1
            if self._failed_checks == FAILED_CHECKS_BEFORE_WARNING:
                text = f"{changes.problem}. The app leaves it alone, and reads it again once you fix it."
                self._host.show_warning(text, WARNING_SECONDS)

    def _report_readable(self) -> None:
        """Count failed checks from the beginning; where they were warned about, say that they are over."""
        if self._failed_checks >= FAILED_CHECKS_BEFORE_WARNING:
            self._host.show_message("The file can be read again.", MESSAGE_SECONDS)
        self._failed_checks = 0

    def _show_added_notes(self, before: Logbook) -> str:
        """Scroll to notes added by other programs; return their message, or nothing if more has changed."""
        from followup_tui.core.summary import find_added_notes

        added = find_added_notes(before, self._host.session.logbook)
        if added is None:
            return ""
        self._reveal_note_line(added.interview_id, added.last)
        return added.message
