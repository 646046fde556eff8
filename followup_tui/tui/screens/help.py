"""Help: what the step under the cursor is about, and the keys, from the table of bindings."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult
from textual.command import CommandPalette
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from followup_tui.core.method import METHOD, SOURCES
from followup_tui.core.model.logbook import STEP_TITLES, StepId
from followup_tui.core.notes import signs
from followup_tui.tui.keys.bindings import Row, bindings, rows
from followup_tui.tui.keys.keymap import Keymap, key_name
from followup_tui.tui.widgets.styled_lines import plain

Line = tuple[str, ...]
"""Keys or a sign, what it is, and the id of the action that it does."""
STATES: tuple[Line, ...] = (
    ("✓ – ·", "done · skipped · not yet its time"),
    ("○ ●", "open · due today: what asks for attention"),
    ("!", "late, and still worth doing"),
    ("≠", "written differently in two places; space takes the other, s leaves yours"),
)
"""The meaning of the signs in the lists."""
LEGEND: tuple[Line, ...] = (
    ("█ ▒", "the day for it · later, and fading"),
    ("░", "quiet: nothing goes out"),
    ("▆ ▂", "good for a follow-up · late, still fine"),
    ("◎ ●  ◀", "the interview · you wrote · they answered"),
    ("◆ ◇ +", "the promised day · an earlier one · material due"),
    ("◂ ‸", "today · the day under the cursor"),
)
"""The meaning of the signs on the timeline."""
KEY_WIDTH = 12
"""The cells for the keys, left of what they do."""
WIDE = 96
"""From how many columns of the terminal on the ids of the actions are shown."""
IDS = "At the right stand the ids: [keys] in the file gives them other keys."
"""The line that explains them."""


def sign_rows() -> list[Line]:
    """Return what each sign at the beginning of a line says."""
    return [(sign.character, sign.meaning) for sign in signs.SIGNS]


def letter_rows(keymap: Keymap) -> list[Line]:
    """Return the letters that no step asks for: the palette offers them."""
    # Nothing of letters is loaded before it is needed.
    from followup_tui.core.letters.kinds import offered_kinds

    return [(key_name(keymap.keys("app.palette")), kind.offer) for kind in offered_kinds()]


def key_rows(rows: Iterable[Row], keymap: Keymap | None = None) -> list[Line]:
    """Return the keys in use of each binding, what they do, and its id."""
    keymap = keymap or Keymap()
    return [(key_name(keymap.keys(row.id)), row.description, row.id) for row in rows]


def active_rows(screen: Screen[Any]) -> list[Line]:
    """Return the keys that do something where the focus is, what they do, and their ids."""
    keys: dict[tuple[str, str], list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id is not None:
            keys.setdefault((active.binding.tooltip, active.binding.id), []).append(key)
    return [(key_name(",".join(names)), *what) for what, names in keys.items()]


def step_texts(step: StepId, why: str) -> tuple[Content, ...]:
    """Return what a step is about, how it stands (`why`), and where its rules are from."""
    parts = [plain(METHOD[step])]
    if why:
        parts.append(Content.assemble(("Now: ", "bold"), plain(why)))
    parts.append(plain(SOURCES[step]).stylize("$text-muted"))
    return tuple(parts)


Rows = Sequence[Line]
_SIGNS = "A line that begins with"
_LETTERS = "Letters in the palette"
_PANES = {
    "interviews": ("In the list of interviews", "list"),
    "steps": ("In the list of steps", "list"),
    "notes": ("In the notes", "notes"),
    "timeline": ("In the timeline", "timeline"),
    "note-bar": ("In the note bar", "note-bar"),
}
"""The heading of the keys of a pane, and the group of its bindings."""


def pane_help(pane: str, keymap: Keymap, step: StepId | None, why: str) -> "HelpDialog":
    """Return the help for a pane of the main screen, or for its `note-bar`.

    It explains the step under the cursor, and `why` it stands as it does; None where there is no interview
    yet.
    """
    heading, group = _PANES[pane]
    signs: list[tuple[str, Rows]] = [(_SIGNS, sign_rows())]
    here: list[tuple[str, Rows]] = [(heading, key_rows(rows(group), keymap))]
    anywhere: list[tuple[str, Rows]] = [
        ("Anywhere outside text", key_rows(rows("record", "main", "panes"), keymap)),
        ("Anywhere", key_rows(rows("app"), keymap)),
    ]
    if step is None:
        return HelpDialog("Help", (), [*signs, *anywhere])
    if pane == "timeline":
        return HelpDialog("Help · Timeline", (), [("The days", LEGEND), *here, *anywhere])
    if pane == "steps":
        anywhere.append((_LETTERS, letter_rows(keymap)))
    groups = [*(signs if pane in ("notes", "note-bar") else ()), *here, ("The signs", STATES), *anywhere]
    return HelpDialog(f"Help · {STEP_TITLES[step]}", step_texts(step, why), groups)


def toggle_help(app: App[Any]) -> None:
    """Show the help for the screen in front, or close it.

    A screen with an `action_help` shows its own; of others, such as a dialog, the keys are shown.
    """
    screen = app.screen
    if isinstance(screen, HelpDialog):
        screen.dismiss()
    elif hasattr(screen, "action_help"):
        screen.action_help()
    elif not isinstance(screen, CommandPalette):
        app.push_screen(HelpDialog("Help", (), (("Here", active_rows(screen)),)))


class HelpDialog(ModalScreen[None]):
    """A dialog with texts, and every key; where there is room, with the ids that `[keys]` goes by."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--id"}
    BINDINGS = bindings("help")

    def __init__(self, title: str, about: Sequence[Content], groups: Sequence[tuple[str, Rows]]) -> None:
        """Take the texts `about` the place, and rows under their headings, the most important first.

        Groups without rows are left out.
        """
        super().__init__()
        self._title, self._about, self._groups = title, about, groups

    def compose(self) -> ComposeResult:
        with_ids = self.app.size.width >= WIDE
        with VerticalScroll(classes="box", id="help-text") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain("↑ ↓ scroll · esc close")
            for part in self._about:
                yield Static(part)
            for title, lines in self._groups:
                if lines:
                    yield Static(Content.assemble("\n", (title, "bold $primary")))
                    yield Static(self._table(lines, with_ids))
            if with_ids:
                yield Static(plain(f"\n{IDS}").stylize("$text-muted"))

    def _table(self, lines: Rows, with_ids: bool) -> Table:
        """Return rows in columns; a text that is too long for the second is wrapped within it."""
        table = Table.grid(padding=(0, 1, 0, 0), expand=True, pad_edge=True)
        table.add_column(width=KEY_WIDTH - 1, style="bold")
        table.add_column(ratio=1)
        table.add_column(style=self.get_component_rich_style("help--id", partial=True), no_wrap=True)
        for key, what, *ids in lines:
            table.add_row(Text(key), Text(what), Text("".join(ids) if with_ids else ""))
        return table
