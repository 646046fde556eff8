"""What comes into the file from outside while the app is open: it is shown, and told."""

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import ExternalChanges
from followup_tui.tui.screens.main.navigation import PanesScreen
from followup_tui.tui.widgets.notes_editor import NotesEditor

LOOK_SECONDS = 1.0
"""How often it is looked whether another program wrote the file, in seconds."""
CAME = "Changed elsewhere, and shown here"
NEWS_SECONDS = 8
"""How long it is told what came from elsewhere, in seconds, whatever is typed meanwhile."""
CONFLICT_SECONDS = 15
"""How long it is told what has to be settled, or mended in the file, in seconds."""
LOOKS_UNTIL_TOLD = 4
"""How many looks in a row a file can't be read until that is told."""


class NewsScreen(PanesScreen):
    """The panes, brought up to what other programs write."""

    def on_mount(self) -> None:
        self._unread = 0
        self.set_interval(LOOK_SECONDS, self.check_external_changes)

    def check_external_changes(self) -> None:
        """Shows what another program has written to the file meanwhile, and says so."""
        if not self.session.document.may_have_external_changes:
            return
        self.flush_typing()
        before = self.session.logbook
        news = self.session.document.merge_external_changes()
        self._tell_news(news, CAME, before)
        self._tell_met()

    def take_in_copies(self) -> None:
        """Takes in what synchronisers set aside, and what an earlier run could not save, and says so."""
        self.flush_typing()
        merged = self.session.document.merge_copies()
        self._tell_news(merged, "Merged from a copy, or from what was not saved")
        self._tell_met()

    def _saved(self) -> None:
        super()._saved()
        self._tell_met()

    def _tell_met(self) -> None:
        met = self.session.document.pop_external_changes()
        if met.companies or met.conflicts:
            self._tell_news(met, CAME)

    def _tell_news(self, news: ExternalChanges, how: str, before: Logbook | None = None) -> None:
        """Shows what came; where that is told exactly, `before` is what was in hand until then."""
        self.show_saving()
        if news.companies:
            self._unread = 0
            self.show()
            said = (before and self._show_noted(before)) or f"{how}: {', '.join(news.companies[:5])}."
            self.notify(said, timeout=NEWS_SECONDS, markup=False)
        for text in news.conflicts[:5]:
            self.notify(text, severity="warning", timeout=CONFLICT_SECONDS, markup=False)
        if news.problem:
            # A file that is just being written is whole by the next look.
            self._unread += 1
            if self._unread == LOOKS_UNTIL_TOLD:
                text = f"{news.problem}. It is left as it is, and read again when it is mended."
                self.notify(text, severity="warning", timeout=CONFLICT_SECONDS, markup=False)

    def _show_noted(self, before: Logbook) -> str:
        """Brings lines into view that were noted elsewhere; what is said of them, if nothing else came."""
        from followup_tui.core.summary import find_added_notes

        came = find_added_notes(before, self.session.logbook)
        if came is None:
            return ""
        editor = self.query_one(NotesEditor)
        if came.interview_id == self.current and editor.read_only:
            editor.show_line(came.last)
        return came.message
