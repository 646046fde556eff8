"""Other words for what a binding does, for those who search the palette by a word that is not in its name."""

from collections.abc import Mapping
from types import MappingProxyType

SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "app.palette": ("command palette", "search everything"),
        "app.repaint": ("refresh", "repaint"),
        "app.help": ("keys", "shortcuts", "manual", "legend"),
        "pane.interviews": ("list", "positions"),
        "pane.steps": ("checklist", "to do"),
        "pane.timeline": ("days", "my calendar"),
        "find.here": ("search", "filter"),
        "timeline.all": ("overview", "my calendar"),
        "pane.zoom": ("maximize", "full screen", "minimize"),
        "app.stop": ("suspend", "background"),
        "step.tick": ("check", "complete", "mark as done"),
        "step.skip": ("ignore", "not needed"),
        "step.promise": ("deadline", "timeline", "decision date", "when they answer"),
        "letter.write": ("thank you", "thanks", "email", "letter", "draft", "linkedin", "connect"),
        "letter.signature": ("sign off", "my name"),
        "letter.hand": ("send", "email", "clipboard"),
        "contact.add": (
            "reply",
            "answer",
            "response",
            "email",
            "call",
            "they said",
            "an offer",
            "a rejection",
        ),
        "contact.list": ("history", "emails", "messages"),
        "interview.outcome": (
            "offer",
            "close",
            "archive",
            "hired",
            "declined",
            "withdraw",
            "no answer",
            "result",
        ),
        "interview.next-round": ("second round", "third round", "second interview", "follow-up interview"),
        "interview.add": ("interview", "new interview", "application", "company", "job"),
        "interview.edit": ("change", "rename", "reschedule", "modify"),
        "interview.switch": ("open", "jump", "company"),
        "position.rounds": ("merge", "combine", "split"),
        "recall.open": ("phone", "call", "prepare", "card", "summary"),
        "note.open": ("new note", "capture", "jot down"),
        "notes.external": ("vim", "emacs", "external editor"),
        "row.delete": ("remove", "erase"),
        "row.copy": ("clipboard", "yank"),
        "history.undo": ("revert", "take back", "mistake"),
        "history.redo": ("repeat",),
        "file.save": ("write", "store"),
        "file.backups": ("backup", "history", "recover", "undelete"),
        "app.quit-letter": ("exit", "leave"),
        "app.quit": ("exit", "leave"),
    }
)
"""The other words by the id of the binding; words that are in its description already are found anyway."""
