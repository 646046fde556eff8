"""What is put on record from the main screen: steps done and skipped, contacts, promised days, letters.

Boxes and forms are imported when they are wanted: the first picture needs none of them.
"""

from typing import TYPE_CHECKING

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.interviews import SetPromise
from followup_tui.core.dates.format import contact_name, day_name
from followup_tui.core.model.logbook import Contact, ContactKind, Promise, StepId
from followup_tui.tui.screens import step_commands as deeds
from followup_tui.tui.screens.main import checklist
from followup_tui.tui.screens.main.file_watcher import NewsScreen
from followup_tui.tui.screens.main.opened import open_row
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.timeline import TimelineRibbon

if TYPE_CHECKING:
    from followup_tui.core.changes.contacts import EditContact
    from followup_tui.tui.screens.letter.screen import LetterScreen


class RecordScreen(NewsScreen):
    """The panes, with what is done in the list of steps."""

    letter: "LetterScreen | None" = None
    """The letter that is being written over this screen."""

    def do(self, change: Change, notice: str = "") -> bool:
        """Makes a change and shows what comes of it; whether anything can be changed at all."""
        self.flush_typing()
        if self.session.is_read_only:
            self.notify(self.session.document.save_status.reason, severity="warning", markup=False)
            return False
        self.session.do(change, save=False)
        self.show()
        if notice:
            self.show_message(notice)
        return True

    def context(self) -> deeds.StepContext | None:
        """Where the user is; without any interview None, and it is said what to do."""
        self.catch_up()
        interview = self.session.logbook.interview(self.current or "")
        if interview is None:
            self.explain_empty()
            return None
        return deeds.StepContext(
            interview, self.session.plan(interview), self.session.now(), self.session.new_id
        )

    def selected_row(self) -> str:
        """The key of the row under the cursor in the list of steps."""
        self.catch_up()
        return self.query_one("#steps-list", RowList).cursor

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row_list.id == "interviews":
            self.mark_used("interviews")
            self.action_pane("steps")
        elif (scene := self.context()) is not None:
            open_row(self, scene, self.selected_row())

    def action_tick(self) -> None:
        scene = self.context()
        if scene is None:
            return
        self.mark_used("steps")
        done = deeds.tick(scene, self.selected_row())
        if isinstance(done, deeds.NeedsReason):
            self.ask_contact(ContactKind.FOLLOW_UP)
        else:
            self._do_without_doubt(done, scene)

    def action_skip(self) -> None:
        scene = self.context()
        if scene is not None:
            self._do_without_doubt(deeds.skip(scene, self.selected_row()), scene)

    def _do_without_doubt(self, done: Change | deeds.Refusal, scene: deeds.StepContext) -> None:
        """Makes the change; where the rules speak against it, only if the user says yes."""
        doubt = deeds.doubt(done, scene)
        if doubt is None:
            self.do_or_explain(done, scene)
            return
        from followup_tui.tui.screens.dialogs import ConfirmDialog

        def answered(yes: bool | None) -> None:
            if yes:
                self.do_or_explain(done, scene)

        text = f"{doubt.why} {self.keymap.format(doubt.ask)}"
        self.app.push_screen(ConfirmDialog(doubt.title, text), answered)

    def do_or_explain(self, done: Change | deeds.Refusal, scene: deeds.StepContext) -> None:
        """Makes the change, or says why nothing changes."""
        if isinstance(done, deeds.Refusal):
            self.show_message(self.keymap.format(done.why))
            return
        notice = ""
        if deeds.is_follow_up(done):
            said = "Follow-up recorded as sent now. Another day? {contact.list} sets it right."
            notice = self.keymap.format(said + " {history.undo} takes it back.")
        elif isinstance(done, DeleteContact):
            gone = next(one for one in scene.interview.contacts if one.id == done.contact_id)
            notice = self.removed_message(gone)
        self.do(done, notice)

    def removed_message(self, gone: Contact) -> str:
        """What is said of a contact that was taken off the record."""
        name = contact_name(gone.kind, gone.person)
        return f"Off the record: {name}. {self.keymap.format('{history.undo} brings it back.')}"

    def action_promise(self) -> None:
        from followup_tui.tui.screens.dialogs import PromptDialog
        from followup_tui.tui.screens.field_parsers import example_days, parse_promise_field

        scene = self.context()
        if scene is None:
            return

        def read(text: str) -> tuple[Promise | None, str]:
            return parse_promise_field(text, scene.interview, self.session.now(), self.session.logbook.rules)

        def take(promise: Promise | None) -> None:
            if promise is not None:
                until = day_name(promise.decide_by, scene.plan.today)
                undo = self.keymap.format("{history.undo} takes that back.")
                self.do(SetPromise(scene.interview.id, promise), f"They decide by {until}. {undo}")

        title = f"Promised day · {scene.interview.company}"
        today, known = scene.plan.today, scene.plan.promised
        so_far = f"So far: {day_name(known.day, today)}{', a guess' if known.is_guess else ''}. "
        text = f"{so_far}By when do they decide? In their words, as said today, or a date."
        day = self.query_one(TimelineRibbon).day if self.pane == "timeline" else None
        start = day.isoformat() if day is not None and day != today else ""
        self.app.push_screen(PromptDialog(title, text, example_days(today), read, start), take)

    def action_contact(self) -> None:
        key = self.selected_row()
        if key.startswith("material:"):
            self.ask_contact(ContactKind.MATERIAL, text=key.partition(":")[2])
            return
        step = checklist.step_of_key(key)
        kind = {StepId.THANK: ContactKind.THANK_YOU, StepId.CONNECT: ContactKind.CONNECT}.get(
            step or StepId.WAIT, ContactKind.FOLLOW_UP if step is StepId.FOLLOW_UP else ContactKind.REPLY
        )
        self.ask_contact(kind, key.split(":", 2)[2] if key.startswith("person:") else "")

    def ask_contact(self, kind: ContactKind, person: str = "", text: str = "") -> None:
        """Asks for what is to be recorded; what is known of it stands there already."""
        from followup_tui.tui.screens.contact_form import ContactForm
        from followup_tui.tui.screens.field_parsers import parse_promise_field

        scene = self.context()
        if scene is None:
            return

        def read(text: str) -> tuple[Promise | None, str]:
            return parse_promise_field(text, scene.interview, self.session.now(), self.session.logbook.rules)

        def take(record: "RecordContact | EditContact | None") -> None:
            if record is None or not self.do(record):
                return
            after = self.context()
            if after is not None and (said := deeds.reply_message(record, after.plan)):
                self.show_message(self.keymap.format(said))

        form = ContactForm(
            scene.interview, scene.plan, scene.now, scene.new_id, read, kind, person, text=text
        )
        self.app.push_screen(form, take)

    def action_contacts(self) -> None:
        from followup_tui.tui.screens.contacts import show_contacts

        show_contacts(self)

    def action_write(self) -> None:
        scene = self.context()
        if scene is not None:
            # Nothing of letters and mail is loaded before it is needed.
            from followup_tui.tui.screens.letter.start import open_letter

            open_letter(self, scene, self.selected_row())

    def flush_typing(self) -> None:
        super().flush_typing()
        if self.letter is not None:
            self.letter.keep()
