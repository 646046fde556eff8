"""The recall card over the main screen: which position it is of, and what its keys do there.

Dialogs are imported when they are opened: the first frame needs none of them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from followup_tui.core.model.logbook import ContactKind, Says
from followup_tui.core.rules.contacts import PHONE
from followup_tui.core.rules.position_plan import PositionPlan
from followup_tui.tui.keys.keymap import UNDO_HINT
from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.main.actions import StepActions
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.note_taking import NoteTaking
from followup_tui.tui.widgets.notes_editor import NotesEditor

if TYPE_CHECKING:
    from followup_tui.core.rules.recall import RecallCard
    from followup_tui.tui.widgets.note_bar import NoteBar


class RecallActions:
    """Opens the recall card, and does what its keys ask for."""

    def __init__(
        self,
        host: Host,
        navigation: Navigation,
        steps: StepActions,
        editor: NotesEditor,
        undo: Callable[[], None],
    ) -> None:
        self._host, self._navigation, self._steps, self._editor = host, navigation, steps, editor
        self.undo = undo
        """Takes back the last change."""
        self._interview_id = self._caller = ""

    def open(self, caller: str = "") -> None:
        """Open the card of the position shown; people whose name matches `caller` come first on it."""
        from followup_tui.tui.screens.recall import RecallScreen

        context = self._host.context()
        if context is not None:
            self._host.flush_typing()
            self._interview_id, self._caller = context.interview.id, caller
            card = RecallScreen(self)
            self._host.card = card

            def closed(_: None) -> None:
                if self._host.card is card:
                    self._host.card = None

            self._host.ask(card, closed)

    def open_of(self, interview_id: str, caller: str) -> None:
        """Show another interview, and open the card of its position."""
        self._navigation.go_to(interview_id)
        self.open(caller)

    def file_call(self, interview_id: str, name: str) -> None:
        """Note somebody new who calls, with the call, and open the card."""
        self._navigation.go_to(interview_id)
        self._go_to_latest_round()
        self._file_call(f"@ {name}", name)
        self.open(name)

    # What the card asks for

    def card(self) -> "RecallCard | None":
        """Return the card as of now; None where its position is gone."""
        from followup_tui.core.rules.recall import recall_card

        plan = self._plan()
        return recall_card(plan, self._host.session.logbook.rules, self._caller) if plan else None

    def reading_forms(self, text: str) -> tuple[str, ...]:
        """Return what is read in a line for the notes of the latest round, in longer and shorter forms."""
        plan = self._plan()
        return self._editor.reading_forms(text, plan.current.held_on if plan else None)

    def file_lines(self, bar: "NoteBar", lines: str) -> None:
        """Add lines to the notes of the latest round; somebody who was in no notes yet has called."""
        from followup_tui.core.changes.calls import named_person

        self._go_to_latest_round()
        name = named_person(lines)
        if name and not self._is_known(name):
            self._file_call(lines, name)
        else:
            NoteTaking(self._host, self._editor, bar).add(lines)

    def take_back_line(self, bar: "NoteBar") -> None:
        """Take the line back into the bar that was filed last, and with it the call."""
        from followup_tui.core.changes.calls import FileCall

        last = self._host.session.last_change
        if isinstance(last, FileCall):
            self.undo()
            bar.take_back(last.lines.strip("\n"))
        else:
            NoteTaking(self._host, self._editor, bar).take_back()

    def record_answer(self) -> None:
        """Open the form for what they said, by default on the phone."""
        card = self.card()
        self._go_to_latest_round()
        caller = card.people[0].person.name if card and self._caller and card.people else ""
        self._steps.ask_contact(ContactKind.REPLY, caller, channel=PHONE)

    def write_letter(self) -> None:
        """Open the letter that the latest round asks for next."""
        self._go_to_latest_round()
        self._steps.write_letter()

    def _plan(self) -> PositionPlan | None:
        interview = self._host.session.logbook.interview(self._interview_id)
        return None if interview is None else self._host.session.position_plan(interview)

    def _go_to_latest_round(self) -> None:
        plan = self._plan()
        if plan is not None and plan.current.id != self._host.current:
            self._navigation.go_to(plan.current.id)

    def _is_known(self, name: str) -> bool:
        """Return whether notes of the position name a person of this name, or of one that contains it."""
        from followup_tui.core.companies import matching_companies
        from followup_tui.core.notes.facts import people_in

        plan = self._plan()
        records = plan.position.interviews if plan is not None else ()
        return bool(
            matching_companies(name, [known for record in records for known in people_in(record.notes)])
        )

    def _file_call(self, lines: str, name: str) -> None:
        """Record a call of somebody new, with what was noted during it, as one change."""
        from followup_tui.core.changes.calls import FileCall

        context = self._host.context()
        if context is None:
            return
        self._caller = name
        call = context.new_contact(ContactKind.REPLY, name, PHONE).but(says=Says.THANKS)
        change = FileCall(context.interview.id, lines, call, context.now.date())
        undo = self._host.keymap.format(f"Outside the text, {UNDO_HINT}")
        wait = " The wait goes on." if context.plan.case.is_quiet(context.plan.today) else ""
        self._host.do(change, f"{name} is in your notes, and the call is on record.{wait} {undo}")
