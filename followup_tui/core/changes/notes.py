"""Changes to the notes of an interview: rewritten as a whole, or lines added at their end."""

from datetime import date
from typing import NamedTuple

from followup_tui.core.changes.base import edit_interview
from followup_tui.core.model.logbook import Interview, Logbook
from followup_tui.core.notes.facts import parse_lines
from followup_tui.core.notes.late_notes import date_late_lines
from followup_tui.core.notes.renames import apply_renaming, find_renamings
from followup_tui.core.text import clean_line, clean_text


class WriteNotes(NamedTuple):
    """Replace the notes; contacts, drafts and skips follow a person or material that was renamed in them."""

    interview_id: str
    notes: str
    is_typed: bool = True
    """Whether they were typed letter by letter: such changes are folded in the history. A paste, or what an
    external editor left, is a step of undo of its own."""

    @property
    def title(self) -> str:
        return "typing in the notes" if self.is_typed else "changing the notes"

    def apply(self, logbook: Logbook) -> Logbook:
        notes = clean_text(self.notes)

        def edit(old: Interview) -> Interview:
            new = old.but(notes=notes)
            for renaming in find_renamings(old.notes, notes, old.held_on):
                new = apply_renaming(new, renaming)
            return new

        return edit_interview(logbook, self.interview_id, edit)


class AnswerLine(NamedTuple):
    """Write the answer to a concern or a question after its line, in place of an earlier answer."""

    interview_id: str
    text: str
    """What the line says, without its sign."""
    answer: str

    @property
    def title(self) -> str:
        return "answering a concern"

    def apply(self, logbook: Logbook) -> Logbook:
        answer = clean_line(self.answer)

        def edit(old: Interview) -> Interview:
            lines = old.notes.split("\n")
            for line in parse_lines(old.notes):
                if line.sign is not None and line.sign.has_answer and clean_line(line.text) == self.text:
                    end = line.start + len(line.text)
                    lines[line.number] = f"{lines[line.number][:end]} -> {answer}"
                    break
            return old.but(notes="\n".join(lines))

        return edit_interview(logbook, self.interview_id, edit) if answer else logbook


class AddNotes(NamedTuple):
    """Add lines to the end of the notes."""

    interview_id: str
    lines: str
    noted_on: date | None = None
    """The day on which they were noted, in the time zone of the interview; None: the day of the interview."""

    @property
    def title(self) -> str:
        return "filing a note"

    def apply(self, logbook: Logbook) -> Logbook:
        def edit(old: Interview) -> Interview:
            noted_on = self.noted_on or old.held_on
            lines = date_late_lines(self.lines, noted_on, old.held_on, logbook.rules.holidays)
            return old.but(notes=join_notes(old.notes, lines))

        return edit_interview(logbook, self.interview_id, edit)


def join_notes(notes: str, lines: str) -> str:
    """Return `notes` with `lines` appended, beginning on a new line."""
    lines = clean_text(lines).strip("\n")
    if not lines.strip():
        return notes
    return f"{notes.rstrip()}\n{lines}\n" if notes.strip() else f"{lines}\n"
