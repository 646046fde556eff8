"""The table of key bindings: what each key does, in which widget or screen, and which footers show it.

A new key is one row here and an action where it works: an `action_…` method of the widget or screen, or, on
the main screen, a line of `MainScreen` that names the method of one of its parts. `bindings` has the ways to
read it.
"""

from followup_tui.tui.keys.row import KeyGroup, KeyRow, Scope

OTHER_PANES = {"interviews": 8, "steps": 10, "notes": 7, "timeline": 7}
"""The ranks of the keys of the panes."""

# A table reads best with a row a line.
# fmt: off
GROUPS: tuple[KeyGroup, ...] = (
    KeyGroup("app", "anywhere, even while typing", (
        KeyRow("app.quit", "ctrl+q", "leave", "Save and quit", "quit", {"always-writing": 2}),
        KeyRow("app.palette", "ctrl+p", "command_palette",
            "Find any action, interview, person or note by name",
            "palette", {"always": 2}),
        KeyRow("app.repaint", "ctrl+l", "repaint", "Redraw the screen"),
        KeyRow("app.help-anywhere", "f1", "help", "Help with this step, and the keys",
            "help", {"always-writing": 1, "always-letter": 1}),
    )),
    KeyGroup("panes", "when not typing", (
        KeyRow("pane.interviews", "1", "pane('interviews')", "Go to the interviews", "panes", OTHER_PANES),
        KeyRow("pane.steps", "2", "pane('steps')", "Go to the six steps", "panes", OTHER_PANES),
        KeyRow("pane.notes", "3", "pane('notes')", "Go to the notes", "panes", OTHER_PANES),
        KeyRow("pane.timeline", "4", "pane('timeline')", "Go to the timeline", "panes", OTHER_PANES),
        KeyRow("interview.before", "left_square_bracket", "step_interview(-1)", "The previous interview"),
        KeyRow("interview.after", "right_square_bracket", "step_interview(1)", "The next interview"),
        KeyRow("round.before", "left_parenthesis", "step_round(-1)", "The round before this one"),
        KeyRow("round.after", "right_parenthesis", "step_round(1)", "The round after this one"),
        KeyRow("interview.switch", "ctrl+o", "switch", "Find an interview or a person"),
        KeyRow("find.here", "slash", "find",
            "Find here: a line in the notes, elsewhere a company or a person",
            "find", {"interviews": 5, "steps": 7, "notes": 5}),
        KeyRow("timeline.all", "A", "all", "All open interviews on one timeline", "all", {"timeline": 4}),
        KeyRow("pane.zoom", "f3", "zoom", "Zoom this pane, or go back to all panes"),
        KeyRow("app.back", "escape", "back", "Go back", "done", {"writing": 1}),
        KeyRow("app.stop", "ctrl+z", "app.stop", "Back to the shell for now; `fg` returns"),
    )),
    KeyGroup("record", "when not typing", (
        KeyRow("step.tick", "space", "tick", "Tick: done, thanked, connected, sent", "tick", {"steps": 1}),
        KeyRow("step.skip", "s", "skip", "Skip this step or person", "skip", {"steps": 9}),
        KeyRow("step.promise", "d", "promise", "Set the promised day",
            "date", {"steps": 6, "notes": 4, "timeline": 3}),
        KeyRow("letter.write", "w", "write", "Write: a thank-you note, a follow-up, an invitation",
            "write", {"steps": 4}),
        KeyRow("contact.add", "c", "contact", "Record a contact: sent, or their answer",
            "contact", {"steps": 5, "timeline": 5}),
        KeyRow("interview.outcome", "o", "outcome", "Record the outcome: offer, accepted, rejected …",
            "outcome", yields=True),
        KeyRow("interview.next-round", "N", "next_round", "Add the next round, filled in from this one",
            "next round", yields=True),
        KeyRow("position.rounds", "J", "rounds", "Join with another position, or separate this round",
            "rounds", yields=True),
        KeyRow("recall.open", "r", "recall", "Everything you know about them, for when the phone rings",
            "recall", {"interviews": 4, "steps": 5, "notes": 4}, yields=True),
        KeyRow("contact.list", "C", "contacts", "See, edit or delete what you recorded"),
    )),
    KeyGroup("main", "when not typing", (
        KeyRow("interview.add", "a", "add", "Add an interview",
            "add", {"interviews": 2, "steps": 3, "notes": 3}),
        KeyRow("interview.edit", "e", "edit", "Edit, or record the outcome",
            "edit", {"interviews": 4}),
        KeyRow("note.open", "n,f2", "note", "Write notes line by line",
            "note", {"interviews": 3, "steps": 2, "notes": 2, "timeline": 6, "writing": 3}),
        KeyRow("row.delete", "D", "delete", "Delete what this row recorded, or the interview",
            "delete", {"interviews": 6}),
        KeyRow("row.copy", "y", "copy", "Copy from this row: an address, a letter, a day, else its text"),
        KeyRow("history.undo", "u", "undo", "Undo the last change",
            "undo", {"interviews": 7, "steps": 8, "notes": 6}),
        KeyRow("history.redo", "U", "redo", "Redo what was undone"),
        KeyRow("notes.external", "f4", "external", "Write the notes in $VISUAL or $EDITOR"),
        KeyRow("file.save", "ctrl+s", "save", "Save now"),
        KeyRow("app.help", "question_mark", "help", "Help with this step, and the keys",
            "help", {"always": 1}),
        KeyRow("file.backups", "B", "app.backups", "Restore an earlier state of the file"),
        KeyRow("app.quit-letter", "q", "app.leave", "Save and quit", "quit", {"always": 3}),
    )),
    KeyGroup("list", "lists", (
        KeyRow("list.down", "down,j", "move(1)", "The next row"),
        KeyRow("list.up", "up,k", "move(-1)", "The previous row"),
        KeyRow("list.top", "g,home", "move_to(0)", "The first row"),
        KeyRow("list.bottom", "G,end", "move_to(-1)", "The last row"),
        KeyRow("list.page-down", "pagedown", "page(1)", "A page down"),
        KeyRow("list.page-up", "pageup", "page(-1)", "A page up"),
        KeyRow("list.open", "enter", "choose", "Open the row", "open", {"interviews": 1}),
    )),
    KeyGroup("notes", "notes", (
        KeyRow("notes.edit", "enter", "edit_notes", "Write in the notes", "write", {"notes": 1}),
        KeyRow("notes.insert", "i", "edit_here", "Write at the cursor"),
        KeyRow("notes.down", "j", "cursor_down", "A line down"),
        KeyRow("notes.up", "k", "cursor_up", "A line up"),
    )),
    KeyGroup("note-bar", "note bar", (
        KeyRow("note.close", "escape", "close", "Close the note bar"),
        KeyRow("note.back", "up", "recall", "Take back the last line"),
    )),
    KeyGroup("timeline", "timeline", (
        KeyRow("timeline.back", "left,h", "move(-1)", "The day before",
            "day", {"timeline": 1, "overview": 1}),
        KeyRow("timeline.on", "right,l", "move(1)", "The day after", "day", {"timeline": 1, "overview": 1}),
        KeyRow("timeline.today", "t", "today", "Back to today", "today", {"timeline": 2, "overview": 3}),
    )),
    KeyGroup("timeline-text", "timeline", (
        KeyRow("timeline.scroll-up", "k,up", "scroll_text(-1)", "Scroll up the text below the days"),
        KeyRow("timeline.scroll-down", "j,down", "scroll_text(1)", "Scroll down the text below the days"),
    )),
    KeyGroup("overview-rows", "timeline of all", (
        KeyRow("all.up", "up,k", "row(-1)", "The previous interview", "interview", {"overview": 2}),
        KeyRow("all.down", "down,j", "row(1)", "The next interview", "interview", {"overview": 2}),
        KeyRow("all.top", "g,home", "row_to(0)", "The first interview"),
        KeyRow("all.bottom", "G,end", "row_to(-1)", "The last interview"),
        KeyRow("all.page-down", "pagedown", "page(1)", "A page down"),
        KeyRow("all.page-up", "pageup", "page(-1)", "A page up"),
        KeyRow("all.open", "enter", "choose", "Go to this interview", "open", {"overview": 4}),
    )),
    KeyGroup("overview", "timeline of all", (
        KeyRow("all.close", "escape,A,q", "dismiss(None)", "Back to one interview",
            "back", {"always-overview": 2}),
        KeyRow("all.help", "question_mark", "help", "These keys, and what the marks mean",
            "help", {"always-overview": 1}),
    )),
    KeyGroup("card", "the recall card", (
        KeyRow("card.down", "down,j", "scroll_down", "A line down", "scroll", {"recall": 4}),
        KeyRow("card.up", "up,k", "scroll_up", "A line up", "scroll", {"recall": 4}),
        KeyRow("card.page-down", "pagedown,space", "page_down", "A page down"),
        KeyRow("card.page-up", "pageup", "page_up", "A page up"),
        KeyRow("card.top", "g,home", "scroll_home", "To the top"),
        KeyRow("card.bottom", "G,end", "scroll_end", "To the bottom"),
    )),
    KeyGroup("recall", "the recall card", (
        KeyRow("recall.note", "n,f2", "note", "Note a line; @ and a new name also records the call",
            "note", {"recall": 1}),
        KeyRow("recall.answer", "c", "answer", "Record what they said", "what they said", {"recall": 2}),
        KeyRow("recall.letter", "w", "letter", "Write to them", "write", {"recall": 3}),
        KeyRow("recall.undo", "u", "undo", "Undo the last change"),
        KeyRow("recall.help", "question_mark", "help", "These keys", "help", {"always-recall": 1}),
        KeyRow("recall.close", "escape,r,q", "dismiss(None)", "Back to where you were",
            "back", {"always-recall": 2}),
    )),
    KeyGroup("letter", "a letter", (
        KeyRow("letter.close", "escape", "leave", "Leave; the draft is kept", "leave", {"always-letter": 2}),
        KeyRow("letter.hand", "ctrl+g", "hand_over", "Hand the letter over: copy, mail program, file",
            "hand over", {"letter": 1}),
        KeyRow("letter.sent", "f5", "sent", "Record it as sent", "sent?", {"letter": 2}),
        KeyRow("letter.notes", "f3", "notes", "Go to your notes; enter puts a line into the letter",
            "notes", {"letter": 3}),
        KeyRow("letter.finding", "ctrl+n", "next_finding", "Go to the next finding", "next", {"finding": 1}),
        KeyRow("letter.fix", "ctrl+r", "fix", "Fix the finding", "fix", {"finding": 2}),
        KeyRow("letter.dismiss", "ctrl+o", "dismiss_finding",
            "Keep the words as they are", "keep as is", {"finding": 3}),
        KeyRow("letter.next", "f2", "next_person", "The next person to write to",
            "next person", {"letter": 4}),
        KeyRow("letter.cover", "space", "toggle_recipient", "In the list of people: send it to them, too"),
        KeyRow("letter.external", "f4", "external_editor", "Write the letter in $VISUAL or $EDITOR",
            "editor", {"letter": 5}),
        KeyRow("letter.copy", "y", "copy", "In the lists: copy the text of the letter", yields=True),
        KeyRow("letter.signature", "ctrl+t", "set_signature", "Set your signature for all letters",
            "signature", {"letter": 6}, yields=True),
        KeyRow("letter.save", "ctrl+s", "save", "Save the draft now"),
    )),
    KeyGroup("contacts", "the contacts", (
        KeyRow("contacts.close", "escape,C,q", "dismiss(None)", "Close the list of contacts", "close"),
        KeyRow("contacts.edit", "e", "choose('edit')", "Edit the contact", "edit"),
        KeyRow("contacts.delete", "D", "choose('delete')", "Delete it", "delete"),
    )),
    KeyGroup("choice", "forms", (
        KeyRow("choice.before", "left", "move(-1)", "The previous one", "choose"),
        KeyRow("choice.next", "right,space", "move(1)", "The next one", "choose"),
    )),
    KeyGroup("choices", "forms", (
        KeyRow("choice.toggle", "space", "toggle_option", "Choose it, or clear it", "choose"),
    )),
    KeyGroup("form-fields", "forms", (
        KeyRow("form.before", "up", "app.focus_previous", "The field above", "field"),
        KeyRow("form.next", "down", "app.focus_next", "The field below", "field"),
    )),
    KeyGroup("form", "forms", (
        KeyRow("form.close", "escape", "close", "Close without changes", "close"),
        KeyRow("form.save", "enter,ctrl+s", "submit", "Save", "save"),
    )),
    KeyGroup("finder", "", (
        KeyRow("find.close", "escape", "dismiss(None)", "Close, and stay here", "close"),
        KeyRow("find.down", "down", "move(1)", "The next match", "choose"),
        KeyRow("find.up", "up", "move(-1)", "The previous match", "choose"),
    )),
    KeyGroup("question", "", (
        KeyRow("question.yes", "y", "answer(True)", "Yes", "yes"),
        KeyRow("question.no", "n,escape", "answer(False)", "No", "no"),
    )),
    KeyGroup("line", "", (
        KeyRow("line.close", "escape", "close", "Close without changes", "close"),
    )),
    KeyGroup("hand-over", "", (
        KeyRow("hand.close", "escape", "dismiss(None)", "Back to the letter", "back"),
    )),
    KeyGroup("unsaved", "", (
        KeyRow("unsaved.close", "escape", "dismiss(None)", "Back to the app", "back"),
    )),
    KeyGroup("backups", "", (
        KeyRow("backups.close", "escape", "dismiss(None)", "Close without changes", "close"),
    )),
    KeyGroup("help", "", (
        KeyRow("help.filter", "slash", "filter", "Show only what has these words", "find"),
        KeyRow("help.ids", "i", "ids", "Show the id of each action, for [keys] in the file", "ids"),
        KeyRow("help.close", "escape,question_mark,f1,q", "close", "Close the help", "close"),
    )),
    KeyGroup("too-small", "", (
        KeyRow("small.quit", "q", "app.leave", "Save and quit", "quit"),
    )),
    KeyGroup("broken-file", "", (
        KeyRow("problem.edit", "e,f4", "edit", "Open the file in your editor", "your editor"),
        KeyRow("problem.backups", "B,b", "backups", "Bring back an earlier state", "backups"),
        KeyRow("problem.retry", "r", "retry", "Read the file again", "try again"),
        KeyRow("problem.end", "a", "add_end", "Add the missing last line", "add the line"),
        KeyRow("problem.quit", "q,escape", "app.leave", "Quit without changes", "quit"),
    )),
)
# fmt: on

FORMER_IDS = {"letter.mend": "letter.fix", "letter.right": "letter.dismiss"}
"""Ids of earlier versions, which `[keys]` in a file may still hold -> their ids now."""
PRIORITY = frozenset({"app"})
"""The groups whose keys go before those of a text field."""
MAIN = ("main", "record", "panes")
"""The groups of the main screen."""
PANE_GROUPS = {
    "interviews": ("list",),
    "steps": ("list",),
    "notes": ("notes",),
    "timeline": ("timeline", "timeline-text"),
    "note-bar": ("note-bar",),
}
"""The groups of each pane of the main screen, and of its note bar."""
SCOPES: tuple[Scope, ...] = (
    Scope("in the lists", (*PANE_GROUPS["steps"], *MAIN)),
    Scope("in the notes", (*PANE_GROUPS["notes"], *MAIN)),
    Scope("in the timeline", (*PANE_GROUPS["timeline"], *MAIN)),
    Scope("in the note bar", (*PANE_GROUPS["note-bar"], *MAIN)),
    Scope("on the timeline of all", ("overview-rows", "timeline", "overview")),
    Scope("while finding", ("finder",)),
    Scope("in a form", ("choices", "choice", "form-fields", "form")),
    Scope("on the recall card", ("card", "recall")),
    Scope("in the note bar of the recall card", ("note-bar", "recall")),
    Scope("in a letter", ("list", "choice", "letter")),
    Scope("while handing over", ("list", "hand-over")),
    Scope("in the contacts", ("list", "contacts")),
    Scope("in a box", ("line",)),
    Scope("among a few choices", ("list", "line")),
    Scope("in a question", ("question",)),
    Scope("when nothing can be saved", ("list", "unsaved")),
    Scope("among the backups", ("list", "backups")),
    Scope("in the help", ("help",)),
    Scope("while the terminal is too small", ("too-small",)),
    Scope("while the file can't be read", ("broken-file",)),
)
