"""Help: what the step at hand is about, in our own words, and the keys, taken from the bindings."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from followup_tui.core.method import METHOD, SOURCES
from followup_tui.core.model.logbook import StepId
from followup_tui.core.notes import signs
from followup_tui.tui.keys.bindings import Row, bindings
from followup_tui.tui.keys.keymap import Keymap, key_name
from followup_tui.tui.widgets.styled_lines import plain

__all__ = [
    "LEGEND",
    "STATES",
    "HelpBox",
    "about_step",
    "active_rows",
    "key_name",
    "key_rows",
    "sign_rows",
]

Line = tuple[str, ...]
"""Keys or a sign, what it is, and the id of the action that it does."""
STATES: tuple[Line, ...] = (
    ("✓ – ·", "done · skipped · not yet its time"),
    ("○ ●", "open · due today: what asks for attention"),
    ("!", "late, and still worth doing"),
    ("●○ left", "follow-ups that you have left, and those sent"),
    ("≠", "written differently in two places; space takes the other, s leaves yours"),
)
"""What the signs in the lists say."""
LEGEND: tuple[Line, ...] = (
    ("█ ▒", "the day for it · later, and fading"),
    ("░", "quiet: nothing goes out"),
    ("▆ ▂", "good for a follow-up · late, still fine"),
    ("◎ ●  ◀", "the interview · you wrote · they answered"),
    ("◆ ◇ +", "the promised day · an earlier one · material due"),
    ("◂ ‸", "today · the day under the cursor"),
)
"""What the signs on the timeline say."""
KEY_WIDTH = 12
"""Cells for the keys, left of what they do."""
WIDE = 96
"""From how many columns on the ids of the actions stand at the right."""
IDS = "At the right stand the ids: [keys] in the file gives them other keys."
"""What is said of them."""


def sign_rows() -> list[Line]:
    """Return what each sign at the beginning of a line says."""
    return [(sign.character, sign.meaning) for sign in signs.SIGNS]


def key_rows(rows: Iterable[Row], keymap: Keymap | None = None) -> list[Line]:
    """Return the keys in use of each binding, what they do, and its id."""
    keymap = keymap or Keymap()
    return [(key_name(keymap.keys(row.id)), row.description, row.id) for row in rows]


def active_rows(screen: Screen[Any]) -> list[Line]:
    """What can be done where the focus is, with the keys in use, and the id."""
    keys: dict[tuple[str, str], list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id is not None:
            keys.setdefault((active.binding.tooltip, active.binding.id), []).append(key)
    return [(key_name(",".join(names)), *what) for what, names in keys.items()]


def about_step(step: StepId, why: str) -> tuple[Content, ...]:
    """What a step is about, how it stands (`why`), and where the rules are from."""
    parts = [plain(METHOD[step])]
    if why:
        parts.append(Content.assemble(("Now: ", "bold"), plain(why)))
    parts.append(plain(SOURCES[step]).stylize("$text-muted"))
    return tuple(parts)


Rows = Sequence[Line]


class HelpBox(ModalScreen[None]):
    """What one is about here, and every key; where there is room, with the ids that `[keys]` goes by."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--id"}
    BINDINGS = bindings("help")

    def __init__(self, title: str, about: Sequence[Content], groups: Sequence[tuple[str, Rows]]) -> None:
        """`groups` are rows under their headings, what matters most here first; empty ones are left out."""
        super().__init__()
        self._title, self._about, self._groups = title, about, groups

    def compose(self) -> ComposeResult:
        with_ids = self.app.size.width >= WIDE
        with VerticalScroll(classes="box", id="help-text") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain("↑ ↓ scroll · esc close")
            for part in self._about:
                yield Static(part)
            for title, rows in self._groups:
                if rows:
                    yield Static(Content.assemble("\n", (title, "bold $primary")))
                    yield Static(self._table(rows, with_ids))
            if with_ids:
                yield Static(plain(f"\n{IDS}").stylize("$text-muted"))

    def _table(self, rows: Rows, with_ids: bool) -> Table:
        """Columns; what is too long for the second goes on below itself."""
        table = Table.grid(padding=(0, 1, 0, 0), expand=True, pad_edge=True)
        table.add_column(width=KEY_WIDTH - 1, style="bold")
        table.add_column(ratio=1)
        table.add_column(style=self.get_component_rich_style("help--id", partial=True), no_wrap=True)
        for key, what, *ids in rows:
            table.add_row(Text(key), Text(what), Text("".join(ids) if with_ids else ""))
        return table
