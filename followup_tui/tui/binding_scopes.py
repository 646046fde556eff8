"""Every binding of the app, place by place: what the remapping, the palette and the help go by."""

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

from followup_tui.tui.keys.keymap import Place
from followup_tui.tui.screens.backups import BackupsDialog
from followup_tui.tui.screens.broken_file import BrokenFileScreen
from followup_tui.tui.screens.contact_form import ContactForm
from followup_tui.tui.screens.contacts import ContactsDialog
from followup_tui.tui.screens.dialogs import ConfirmDialog, PromptDialog
from followup_tui.tui.screens.finder import Finder
from followup_tui.tui.screens.help import HelpBox
from followup_tui.tui.screens.interview_form import Form, InterviewForm
from followup_tui.tui.screens.letter.hand_over import HandOver
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.overview import OverviewScreen
from followup_tui.tui.screens.too_small import TooSmall
from followup_tui.tui.widgets.choice import Choice
from followup_tui.tui.widgets.note_bar import NoteBar
from followup_tui.tui.widgets.notes_editor import NotesEditor
from followup_tui.tui.widgets.overview import OverviewRibbon
from followup_tui.tui.widgets.row_list import RowList
from followup_tui.tui.widgets.timeline import TimelineRibbon

OWNERS: dict[str, tuple[type[DOMNode], ...]] = {
    "in the lists": (RowList, MainScreen),
    "in the notes": (NotesEditor, MainScreen),
    "in the timeline": (TimelineRibbon, MainScreen),
    "in the note bar": (NoteBar, MainScreen),
    "on the timeline of all": (OverviewRibbon, OverviewScreen),
    "while finding": (Finder,),
    "in the form of an interview": (Choice, Form, InterviewForm),
    "in the form of a contact": (Choice, Form, ContactForm),
    "in a letter": (RowList, Choice, LetterScreen),
    "while handing over": (RowList, HandOver),
    "in the contacts": (RowList, ContactsDialog),
    "in a box": (PromptDialog,),
    "in a question": (ConfirmDialog,),
    "among the backups": (RowList, BackupsDialog),
    "in the help": (HelpBox,),
    "while the terminal is too small": (TooSmall,),
    "while the file can't be read": (BrokenFileScreen,),
}
"""Whose bindings hold at the same time, by the place, the innermost first. Those of the app always hold."""


def bindings_of(owner: type[DOMNode]) -> Iterator[Binding]:
    """The bindings with an id that a class declares or inherits, its own first."""
    for one in owner.__mro__:
        for binding in vars(one).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id is not None:
                yield binding


def places(app: type[DOMNode]) -> tuple[Place, ...]:
    """Every place with its bindings and those of the app."""
    return tuple(
        Place(name, tuple(one for owner in (*owners, app) for one in bindings_of(owner)))
        for name, owners in OWNERS.items()
    )
