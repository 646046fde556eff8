"""The table of key bindings: what each key does, in which widget or screen, and which footers show it.

A new key is one row here and an action where it works: an `action_…` method of the widget or screen, or, on
the main screen, a line of `MainScreen` that names the method of one of its parts. `bindings` has the ways to
read it.
"""

from followup_tui.tui.keys.row import Group, Row, Scope

OTHER_PANES = {"interviews": 8, "steps": 10, "notes": 7, "timeline": 7}
"""The ranks of the keys of the panes."""

# A table reads best with a row a line.
# fmt: off
GROUPS: tuple[Group, ...] = (
    Group("app", "anywhere, while writing too", (
        Row("app.quit", "ctrl+q", "leave", "Save and quit", "quit", {"always-writing": 2}),
        Row("app.palette", "ctrl+p", "command_palette",
            "Find any action, interview, person or note by name",
            "palette", {"always": 2}),
        Row("app.repaint", "ctrl+l", "repaint", "Redraw the screen"),
        Row("app.help-anywhere", "f1", "help", "Help with this step, and the keys",
            "help", {"always-writing": 1, "always-letter": 1}),
    )),
    Group("panes", "outside text", (
        Row("pane.interviews", "1", "pane('interviews')", "Go to the interviews", "panes", OTHER_PANES),
        Row("pane.steps", "2", "pane('steps')", "Go to the six steps", "panes", OTHER_PANES),
        Row("pane.notes", "3", "pane('notes')", "Go to the notes", "panes", OTHER_PANES),
        Row("pane.timeline", "4", "pane('timeline')", "Go to the timeline", "panes", OTHER_PANES),
        Row("interview.before", "left_square_bracket", "step_interview(-1)", "The previous interview"),
        Row("interview.after", "right_square_bracket", "step_interview(1)", "The next interview"),
        Row("round.before", "left_parenthesis", "step_round(-1)", "The round before this one"),
        Row("round.after", "right_parenthesis", "step_round(1)", "The round after this one"),
        Row("interview.switch", "ctrl+o", "switch", "Find an interview or a person"),
        Row("find.here", "slash", "find", "Find here: a line in the notes, elsewhere a company or a person",
            "find", {"interviews": 5, "steps": 7, "notes": 5}),
        Row("timeline.all", "A", "all", "All open interviews on one timeline", "all", {"timeline": 4}),
        Row("pane.zoom", "f3", "zoom", "Zoom this pane, or go back to all panes"),
        Row("app.back", "escape", "back", "Go back", "done", {"writing": 1}),
        Row("app.stop", "ctrl+z", "app.stop", "Back to the shell for now; `fg` returns"),
    )),
    Group("record", "outside text", (
        Row("step.tick", "space", "tick", "Tick: done, thanked, connected, sent", "tick", {"steps": 1}),
        Row("step.skip", "s", "skip", "Skip this step or person", "skip", {"steps": 9}),
        Row("step.promise", "d", "promise", "Set the promised day",
            "date", {"steps": 6, "notes": 4, "timeline": 3}),
        Row("letter.write", "w", "write", "Write: a thank-you note, a follow-up, an invitation",
            "write", {"steps": 4}),
        Row("contact.add", "c", "contact", "Record a contact: sent, or their answer",
            "contact", {"steps": 5, "timeline": 5}),
        Row("interview.outcome", "o", "outcome", "Record the outcome: offer, accepted, rejected …",
            "outcome", yields=True),
        Row("interview.next-round", "N", "next_round", "Add the next round, filled in from this one",
            "next round", yields=True),
        Row("position.rounds", "J", "rounds", "Join with another position, or separate this round",
            "rounds", yields=True),
        Row("recall.open", "r", "recall", "Everything you know about them, for when the phone rings",
            "recall", {"interviews": 4, "steps": 5, "notes": 4}, yields=True),
        Row("contact.list", "C", "contacts", "See, edit or delete what you recorded"),
    )),
    Group("main", "outside text", (
        Row("interview.add", "a", "add", "Add an interview",
            "add", {"interviews": 2, "steps": 3, "notes": 3}),
        Row("interview.edit", "e", "edit", "Edit, or record the outcome",
            "edit", {"interviews": 4}),
        Row("note.open", "n,f2", "note", "Write notes line by line",
            "note", {"interviews": 3, "steps": 2, "notes": 2, "timeline": 6, "writing": 3}),
        Row("row.delete", "D", "delete", "Delete what this row recorded, or the interview",
            "delete", {"interviews": 6}),
        Row("row.copy", "y", "copy", "Copy from this row: an address, a letter, a day, else its text"),
        Row("history.undo", "u", "undo", "Undo the last change",
            "undo", {"interviews": 7, "steps": 8, "notes": 6}),
        Row("history.redo", "U", "redo", "Redo what was undone"),
        Row("notes.external", "f4", "external", "Write the notes in $VISUAL or $EDITOR"),
        Row("file.save", "ctrl+s", "save", "Save now"),
        Row("app.help", "question_mark", "help", "Help with this step, and the keys", "help", {"always": 1}),
        Row("file.backups", "B", "app.backups", "Restore an earlier state of the file"),
        Row("app.quit-letter", "q", "app.leave", "Save and quit", "quit", {"always": 3}),
    )),
    Group("list", "lists", (
        Row("list.down", "down,j", "move(1)", "The next row"),
        Row("list.up", "up,k", "move(-1)", "The row before"),
        Row("list.top", "g,home", "move_to(0)", "The first row"),
        Row("list.bottom", "G,end", "move_to(-1)", "The last row"),
        Row("list.page-down", "pagedown", "page(1)", "A page down"),
        Row("list.page-up", "pageup", "page(-1)", "A page up"),
        Row("list.open", "enter", "choose", "Open the row", "open", {"interviews": 1}),
    )),
    Group("notes", "notes", (
        Row("notes.edit", "enter", "edit_notes", "Write in the notes", "write", {"notes": 1}),
        Row("notes.insert", "i", "edit_here", "Write at the cursor"),
        Row("notes.down", "j", "cursor_down", "A line down"),
        Row("notes.up", "k", "cursor_up", "A line up"),
    )),
    Group("note-bar", "note bar", (
        Row("note.close", "escape", "close", "Close the note bar"),
        Row("note.back", "up", "recall", "Take back the last line"),
    )),
    Group("timeline", "timeline", (
        Row("timeline.back", "left,h", "move(-1)", "The day before", "day", {"timeline": 1, "overview": 1}),
        Row("timeline.on", "right,l", "move(1)", "The day after", "day", {"timeline": 1, "overview": 1}),
        Row("timeline.today", "t", "today", "Back to today", "today", {"timeline": 2, "overview": 3}),
    )),
    Group("timeline-text", "timeline", (
        Row("timeline.scroll-up", "k,up", "scroll_text(-1)", "Scroll up the text below the days"),
        Row("timeline.scroll-down", "j,down", "scroll_text(1)", "Scroll down the text below the days"),
    )),
    Group("overview-rows", "timeline of all", (
        Row("all.up", "up,k", "row(-1)", "The previous interview", "interview", {"overview": 2}),
        Row("all.down", "down,j", "row(1)", "The next interview", "interview", {"overview": 2}),
        Row("all.top", "g,home", "row_to(0)", "The first interview"),
        Row("all.bottom", "G,end", "row_to(-1)", "The last interview"),
        Row("all.page-down", "pagedown", "page(1)", "A page down"),
        Row("all.page-up", "pageup", "page(-1)", "A page up"),
        Row("all.open", "enter", "choose", "Go to this interview", "open", {"overview": 4}),
    )),
    Group("overview", "timeline of all", (
        Row("all.close", "escape,A,q", "dismiss(None)", "Back to one interview",
            "back", {"always-overview": 2}),
        Row("all.help", "question_mark", "help", "These keys, and what the marks mean",
            "help", {"always-overview": 1}),
    )),
    Group("card", "the recall card", (
        Row("card.down", "down,j", "scroll_down", "A line down", "scroll", {"recall": 4}),
        Row("card.up", "up,k", "scroll_up", "A line up", "scroll", {"recall": 4}),
        Row("card.page-down", "pagedown,space", "page_down", "A page down"),
        Row("card.page-up", "pageup", "page_up", "A page up"),
        Row("card.top", "g,home", "scroll_home", "To the top"),
        Row("card.bottom", "G,end", "scroll_end", "To the bottom"),
    )),
    Group("recall", "the recall card", (
        Row("recall.note", "n,f2", "note", "Note a line; @ and a new name also records the call",
            "note", {"recall": 1}),
        Row("recall.answer", "c", "answer", "Record what they said", "what they said", {"recall": 2}),
        Row("recall.letter", "w", "letter", "Write to them", "write", {"recall": 3}),
        Row("recall.undo", "u", "undo", "Undo the last change"),
        Row("recall.help", "question_mark", "help", "These keys", "help", {"always-recall": 1}),
        Row("recall.close", "escape,r,q", "dismiss(None)", "Back to where you were",
            "back", {"always-recall": 2}),
    )),
    Group("letter", "a letter", (
        Row("letter.close", "escape", "leave", "Leave; the draft is kept", "leave", {"always-letter": 2}),
        Row("letter.hand", "ctrl+g", "hand_over", "Hand the letter over: copy, mail program, file",
            "hand over", {"letter": 1}),
        Row("letter.sent", "f5", "sent", "Record it as sent", "sent?", {"letter": 2}),
        Row("letter.notes", "f3", "notes", "Go to your notes; enter puts a line into the letter",
            "notes", {"letter": 3}),
        Row("letter.finding", "ctrl+n", "next_finding", "Go to the next finding", "next", {"finding": 1}),
        Row("letter.fix", "ctrl+r", "fix", "Fix the finding", "fix", {"finding": 2}),
        Row("letter.dismiss", "ctrl+o", "dismiss_finding",
            "Keep the words as they are", "keep as is", {"finding": 3}),
        Row("letter.next", "f2", "next_person", "The next person to write to", "next person", {"letter": 4}),
        Row("letter.cover", "space", "toggle_recipient", "In the list of people: send it to them, too"),
        Row("letter.external", "f4", "external_editor", "Write the letter in $VISUAL or $EDITOR",
            "editor", {"letter": 5}),
        Row("letter.copy", "y", "copy", "In the lists: copy the text of the letter", yields=True),
        Row("letter.signature", "ctrl+t", "set_signature", "Set your signature for all letters",
            "signature", {"letter": 6}, yields=True),
        Row("letter.save", "ctrl+s", "save", "Save the draft now"),
    )),
    Group("contacts", "the contacts", (
        Row("contacts.close", "escape,C,q", "dismiss(None)", "Close the list of contacts", "close"),
        Row("contacts.edit", "e", "choose('edit')", "Edit the contact", "edit"),
        Row("contacts.delete", "D", "choose('delete')", "Delete it", "delete"),
    )),
    Group("choice", "forms", (
        Row("choice.before", "left", "move(-1)", "The one before", "choose"),
        Row("choice.next", "right,space", "move(1)", "The next one", "choose"),
    )),
    Group("choices", "forms", (
        Row("choice.toggle", "space", "toggle_option", "Choose it, or clear it", "choose"),
    )),
    Group("form-fields", "forms", (
        Row("form.before", "up", "app.focus_previous", "The field above", "field"),
        Row("form.next", "down", "app.focus_next", "The field below", "field"),
    )),
    Group("form", "forms", (
        Row("form.close", "escape", "close", "Close, changing nothing", "close"),
        Row("form.save", "enter,ctrl+s", "submit", "Save", "save"),
    )),
    Group("finder", "", (
        Row("find.close", "escape", "dismiss(None)", "Close, and stay here", "close"),
        Row("find.down", "down", "move(1)", "The next one that fits", "choose"),
        Row("find.up", "up", "move(-1)", "The one before that fits", "choose"),
    )),
    Group("question", "", (
        Row("question.yes", "y", "answer(True)", "Yes", "yes"),
        Row("question.no", "n,escape", "answer(False)", "No", "no"),
    )),
    Group("line", "", (
        Row("line.close", "escape", "close", "Close, changing nothing", "close"),
    )),
    Group("hand-over", "", (
        Row("hand.close", "escape", "dismiss(None)", "Back to the letter", "back"),
    )),
    Group("unsaved", "", (
        Row("unsaved.close", "escape", "dismiss(None)", "Back to the app", "back"),
    )),
    Group("backups", "", (
        Row("backups.close", "escape", "dismiss(None)", "Close, changing nothing", "close"),
    )),
    Group("help", "", (
        Row("help.filter", "slash", "filter", "Show only what has these words", "find"),
        Row("help.ids", "i", "ids", "The id of each action, for [keys] in the file", "ids"),
        Row("help.close", "escape,question_mark,f1,q", "close", "Close the help", "close"),
    )),
    Group("too-small", "", (
        Row("small.quit", "q", "app.leave", "Save and quit", "quit"),
    )),
    Group("broken-file", "", (
        Row("problem.edit", "e,f4", "edit", "Open the file in your editor", "your editor"),
        Row("problem.backups", "B,b", "backups", "Bring back an earlier state", "backups"),
        Row("problem.retry", "r", "retry", "Read the file again", "try again"),
        Row("problem.end", "a", "add_end", "Add the missing last line", "add the line"),
        Row("problem.quit", "q,escape", "app.leave", "Quit, changing nothing", "quit"),
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
