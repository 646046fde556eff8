"""A letter being written: what can be done with it, from the first word to the record."""

from collections.abc import Callable

from textual.widgets import Input

from followup_tui.core.changes.drafts import DiscardDraft, SendLetter
from followup_tui.core.dates.format import contact_name, listed
from followup_tui.core.letters.drafts import sent_contacts
from followup_tui.core.letters.facts import facts_for
from followup_tui.core.model.logbook import ContactKind
from followup_tui.core.proofreading.review import dismissal
from followup_tui.core.text import clean_text, fold_name
from followup_tui.tui.external_editor import edit_text
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.screens.dialogs import ConfirmDialog
from followup_tui.tui.screens.letter.draft import LetterDesk
from followup_tui.tui.screens.letter.hand_over import HandOver, Outgoing
from followup_tui.tui.screens.letter.view_model import still_open
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.letter_editor import LetterEditor
from followup_tui.tui.widgets.row_list import RowList


class LetterScreen(LetterDesk):
    """One letter at a time. Its result is what to say of it; empty where nothing was written."""

    BINDINGS = bindings("letter")

    # Findings

    def action_finding(self) -> None:
        self.check()
        if not self._findings:
            self._tell("Nothing to mend.")
            return
        self._go_to_finding((self._at + 1) % len(self._findings))

    def _go_to_finding(self, number: int) -> None:
        self._at = number
        found = self._findings[number]
        self.query_one("#letter-findings", RowList).cursor = str(number)
        if found.in_subject and self._is_mail:
            line = self.query_one("#letter-subject", Input)
            line.focus()
            line.cursor_position = found.start
            return
        text = self.query_one(LetterEditor)
        text.focus()
        text.go_to(found.start, found.start if "\n" in text.text[found.start : found.end] else found.end)

    def _here(self) -> int:
        """The finding that the keys act on: that under the cursor of the list; -1 without any."""
        cursor = self.query_one("#letter-findings", RowList).cursor or ""
        return int(cursor) if cursor.isdecimal() and int(cursor) < len(self._findings) else -1

    def action_mend(self) -> None:
        self.check()
        here = self._here()
        if here < 0:
            self._tell("Nothing to mend.")
            return
        found = self._findings[here]
        if found.fix is None:
            self._go_to_finding(here)
            self._tell(f"That is for you to write: {found.message}")
            return
        if found.in_subject:
            line = self.query_one("#letter-subject", Input)
            line.value = line.value[: found.start] + found.fix + line.value[found.end :]
        else:
            self.query_one(LetterEditor).put(found.fix, found.start, found.end)
        self._at = here - 1
        self.check()

    def action_right(self) -> None:
        self.check()
        here = self._here()
        if here < 0:
            self._tell("Nothing to keep: nothing is open.")
            return
        answer = dismissal(self._findings[here], self._draft)
        self._at = here - 1
        self._store(self._draft.but(dismissed=(*self._draft.dismissed, answer)), is_typed=False)
        self.check()

    # The notes, the people

    def on_descendant_focus(self) -> None:
        inside = self.focused is not None and self.focused.id in ("letter-facts", "letter-people")
        self.set_class(inside, "-side")

    def action_notes(self) -> None:
        is_there = self.focused is not None and self.focused.id == "letter-facts"
        self.add_class("-side")
        self.query_one("#letter-text" if is_there else "#letter-facts").focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row_list.id == "letter-findings":
            self._at = int(event.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row_list.id == "letter-facts":
            facts = facts_for(self._draft.person, self.interview)
            text = self.query_one(LetterEditor)
            if int(event.key) < len(facts):
                text.put_line(facts[int(event.key)].text)
            text.focus()
        elif event.row_list.id == "letter-people":
            self._write_to(event.key)
        elif int(event.key) < len(self._findings):
            self._go_to_finding(int(event.key))

    def _write_to(self, person: str) -> None:
        """Goes on with the letter of another person; a follow-up that is begun goes to them instead."""
        self.keep()
        if self._is_stored and self._kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
            self._store(self._draft.but(person=person))
        else:
            self._load(person)
            draft = self._draft
            choice = self.query_one("#letter-channel", Choice)
            choice.options = self._channels()
            choice.value = draft.channel or choice.options[0]
            choice.refresh()
            self.query_one("#letter-subject", Input).value = draft.subject
            self.query_one(LetterEditor).load_text(draft.body)
            self._to_the_room()
            self._at = -1
        self.query_one(LetterEditor).focus()
        self.check()

    def action_next(self) -> None:
        people = self.plan.people
        names = [one.person.name for one in people]
        settled = {
            one.person.name
            for one in people
            if (one.connect_finished if self._kind is ContactKind.CONNECT else one.thank_finished)
        }
        if self._kind not in (ContactKind.THANK_YOU, ContactKind.CONNECT):
            settled = set()
        mine = set(map(fold_name, self._names))
        here = max((n for n, name in enumerate(names) if fold_name(name) in mine), default=-1)
        later = [name for name in (*names[here + 1 :], *names[: here + 1]) if fold_name(name) not in mine]
        following = next((name for name in later if name not in settled), None)
        if following is None:
            self._tell("There is nobody else left to write to.")
        else:
            self._write_to(following)

    def action_cover(self) -> None:
        if self.focused is None or self.focused.id != "letter-people":
            return
        name = self.query_one("#letter-people", RowList).cursor
        if self._kind is not ContactKind.THANK_YOU or not name:
            self._tell("Only a thank-you note can be for several people.")
            return
        names = list(self._names)
        if name not in names:
            names.append(name)
        elif len(names) > 1:
            names.remove(name)
        self.keep()
        self._store(self._draft.but(person=", ".join(names)), is_typed=False)
        choice = self.query_one("#letter-channel", Choice)
        choice.options = self._channels()
        choice.refresh()
        self.check()

    # Out of the app, and onto the record

    def action_external(self) -> None:
        self.keep()
        text, problem = edit_text(self.app, self._draft.body)
        if text is not None:
            self.query_one(LetterEditor).take(clean_text(text))
            self.keep(is_typed=False)
            self.check()
        elif problem:
            self.notify(problem, severity="warning", markup=False)

    def action_save(self) -> None:
        self.check()
        self._session.document.save()
        self.show()

    def action_hand(self) -> None:
        self.check()
        draft, names, plan = self._draft, self._names, self.plan

        def chosen(what: str | None) -> None:
            if what == "sent":
                self.action_sent()
            elif what == "discard":
                self._discard()
            elif what is not None:
                folder = self._session.document.paths.data.parent / "letters"
                self._tell(Outgoing(draft, names, plan, self.interview.company).hand(what, self.app, folder))

        self.app.push_screen(HandOver(self._is_mail), chosen)

    def action_sent(self) -> None:
        self.check()
        must = next((n for n, one in enumerate(self._findings) if one.is_blocking), None)
        if must is not None:
            self._go_to_finding(must)
            mend, right = (
                self._keymap.key("letter.mend"),
                self._keymap.key("letter.right"),
            )
            answer = f"{mend} mends it, " if self._findings[must].fix is not None else ""
            self._tell(f"Not yet. {self._findings[must].message} {answer}{right} keeps it as it is.")
            return
        draft = self._draft
        if not draft.body.strip() and draft.channel not in ("phone", "card"):
            self._tell("There is no text yet.")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._record()

        to = f" to {listed(self._names)}" if self._names else ""
        question = (
            f"Has it gone out{to}, by {draft.channel or 'email'}? Then it goes on the record with its text."
        )
        self.app.push_screen(ConfirmDialog("Sent?", question), answered)

    def _record(self) -> None:
        session, draft = self._session, self._draft
        wanted = [one.material.what for one in self.plan.materials if one.sent is None]
        new_ids: Callable[[], str] = session.new_id
        contacts = sent_contacts(draft, self._names, session.now(), iter(new_ids, ""), self._reason, wanted)
        session.do(SendLetter(self.interview.id, draft.id, contacts, session.now()))
        self._is_gone()
        name = contact_name(draft.kind, listed(self._names))
        self.dismiss(f"On the record: {name}. {self._keymap.format('{history.undo} takes it back.')}")

    def _discard(self) -> None:
        self._session.do(DiscardDraft(self.interview.id, self._draft.id, self._session.now()))
        self._is_gone()
        said = self._keymap.format("The draft is thrown away; {history.undo} brings it back.")
        self.dismiss(said if self._is_stored else "")

    def _is_gone(self) -> None:
        for timer in (self._keeping, self._proofing):
            if timer is not None:
                timer.stop()
        self._is_over = True

    def action_leave(self) -> None:
        if self.has_class("-side") and self.has_class("-single"):
            self.query_one(LetterEditor).focus()
            return
        self.keep()
        left = self._read().open
        self.dismiss(
            f"The draft is kept: {still_open(left) or 'ready'}, not sent yet." if self._is_stored else ""
        )

    def _tell(self, text: str) -> None:
        # In passing, whatever it is: what is said of one key is over with the next.
        self.notify(text, markup=False)
