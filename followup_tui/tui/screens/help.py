"""Help: what the step under the cursor is about, and the keys, from the table of bindings."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual import getters, on
from textual.app import App, ComposeResult
from textual.command import CommandPalette
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from followup_tui.core.method import METHOD, SOURCES
from followup_tui.core.model.logbook import STEP_TITLES, StepId
from followup_tui.core.notes import signs
from followup_tui.tui.keys.bindings import PANE_GROUPS, KeyRow, bindings, rows
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.keys.keymap import Keymap, key_name
from followup_tui.tui.keys.synonyms import SYNONYMS
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.line_input import LineInput
from followup_tui.tui.widgets.styled_lines import plain

HelpLine = tuple[str, ...]
"""Keys, a sign or a glyph, what it is, and the id of the action that it does."""
STATES: tuple[HelpLine, ...] = (
    ("✓ – ·", "done · skipped · not due yet"),
    ("○ ●", "open · due today: what asks for attention"),
    ("!", "late, and still worth doing"),
    ("≠", "written differently in two places; space takes the other, s leaves yours"),
)
"""The meaning of the glyphs in the lists."""
LEGEND: tuple[HelpLine, ...] = (
    ("█ ▒", "the day for it · later, and fading"),
    ("░", "quiet: nothing goes out"),
    ("▆ ▂", "good for a follow-up · late, still fine"),
    ("◎ ● ◀", "the interview · you wrote · they answered"),
    ("◆ ◇ +", "the promised day · an earlier one · material due"),
    ("◂ ‸", "today · the day under the cursor"),
)
"""The meaning of the glyphs on the timeline."""
KEY_WIDTH = 12
"""The cells for the keys, left of what they do."""


def sign_rows() -> list[HelpLine]:
    """Return what each sign at the beginning of a line says."""
    return [(sign.character, sign.meaning) for sign in signs.SIGNS]


def letter_rows(keymap: Keymap) -> list[HelpLine]:
    """Return the letters that no step asks for: the palette offers them."""
    # Nothing of letters is loaded before it is needed.
    from followup_tui.core.letters.kinds import offered_kinds

    return [(key_name(keymap.keys("app.palette")), kind.action) for kind in offered_kinds()]


def key_rows(rows: Iterable[KeyRow], keymap: Keymap) -> list[HelpLine]:
    """Return the keys in use of each binding, what they do, and its id."""
    return [(key_name(keymap.keys(row.id)), row.description, row.id) for row in rows]


def active_rows(screen: Screen[Any]) -> list[HelpLine]:
    """Return the keys that do something where the focus is, what they do, and their ids."""
    keys: dict[tuple[str, str], list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id is not None:
            keys.setdefault((active.binding.tooltip, active.binding.id), []).append(key)
    return [(key_name(",".join(names)), *what) for what, names in keys.items()]


def step_texts(step: StepId, why: str) -> tuple[Content, ...]:
    """Return what a step is about, why its status is what it is, and the source of its rules."""
    parts = [plain(METHOD[step])]
    if why:
        parts.append(Content.assemble(("Now: ", "bold"), plain(why)))
    parts.append(plain(SOURCES[step]).stylize("$text-muted"))
    return tuple(parts)


Rows = Sequence[HelpLine]
_HERE = "What you can do here"


def signs_group() -> tuple[str, Rows]:
    """Return the signs with what they say, under their heading."""
    return "A line that begins with", sign_rows()


def pane_help(pane: str, keymap: Keymap, step: StepId | None, why: str) -> "HelpDialog":
    """Return the help for a pane of the main screen, or for its `note-bar`.

    It explains the step under the cursor, and `why` it is as it is; None where there is no interview yet.
    What can be done comes first, then the ways to move.
    """
    moves, own = _split(rows(*PANE_GROUPS[pane]), ("move", "page", "cursor_", "scroll_"))
    general, actions = _split(rows("main"), ("save", "help", "app."))
    here: tuple[str, Rows] = (_HERE, key_rows((*own, *rows("record"), *actions), keymap))
    anywhere: list[tuple[str, Rows]] = [
        ("Moving about", key_rows((*moves, *rows("panes")), keymap)),
        ("Anywhere", key_rows((*general, *rows("app")), keymap)),
    ]
    signs = signs_group()
    if step is None:
        return HelpDialog("Help", (), [signs, here, *anywhere])
    title, about = f"Help · {STEP_TITLES[step]}", step_texts(step, why)
    match pane:
        case "timeline":
            return HelpDialog("Help · Timeline", (), [("The days", LEGEND), here, *anywhere])
        case "notes" | "note-bar":
            return HelpDialog(title, about, [signs, here, *anywhere])
        case "steps":
            anywhere.insert(0, ("Letters, by name", letter_rows(keymap)))
    return HelpDialog(title, about, [here, *anywhere, ("The marks in the lists", STATES)])


def _split(rows: Iterable[KeyRow], prefixes: tuple[str, ...]) -> tuple[list[KeyRow], list[KeyRow]]:
    """Return the bindings whose actions begin with one of `prefixes`, and the others."""
    matching: list[KeyRow] = []
    others: list[KeyRow] = []
    for row in rows:
        (matching if row.action.startswith(prefixes) else others).append(row)
    return matching, others


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
    """A dialog with texts, and every key; it narrows down to what is typed after `/`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--key", "help--id"}
    BINDINGS = bindings("help")
    AUTO_FOCUS = "#help-text"

    _box = getters.query_one("#help-text", VerticalScroll)
    _filter = getters.query_one("#help-filter", LineInput)
    _nothing = getters.query_one("#help-none", Static)

    def __init__(self, title: str, about: Sequence[Content], groups: Sequence[tuple[str, Rows]]) -> None:
        """Take texts `about` the screen or step, and rows under their headings, the most important first.

        Groups without rows are left out.
        """
        super().__init__()
        self._title, self._about = title, about
        self._groups = [(heading, lines) for heading, lines in groups if lines]
        self._has_ids = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", id="help-text") as box:
            box.border_title = plain(self._title)
            yield LineInput(placeholder="a key, or what it does", id="help-filter")
            for part in self._about:
                yield Static(part, classes="help-about")
            for heading, _ in self._groups:
                with Vertical(classes="help-group"):
                    yield Static(Content.styled(heading, "bold $primary"))
                    yield Static(classes="help-rows")
            yield Static(id="help-none")

    def on_mount(self) -> None:
        self._show_filter(is_shown=False)
        self._show_rows()

    @on(LineInput.Changed, "#help-filter")
    def _show_rows(self) -> None:
        """Show the rows that have every word of the filter."""
        words = self._filter.value.casefold().split()
        has_match = False
        for group, (_, lines) in zip(self.query(".help-group"), self._groups, strict=True):
            matching = [line for line in lines if _matches(line, words)]
            group.display = bool(matching)
            group.query_one(".help-rows", Static).update(self._table(matching))
            has_match = has_match or bool(matching)
        self.query(".help-about").set(display=not words)
        self._nothing.display = not has_match
        self._nothing.update(plain(f"Nothing found for “{self._filter.value}”. esc shows everything again."))

    def action_filter(self) -> None:
        """Let the user type what they look for."""
        self._show_filter(is_shown=True)
        self._filter.focus()
        self._box.scroll_home(animate=False)

    def action_ids(self) -> None:
        """Show or hide the ids that `[keys]` in the file uses."""
        self._has_ids = not self._has_ids
        self._show_rows()

    def action_close(self) -> None:
        """Show everything again, or close the help where nothing is filtered."""
        if not self._filter.display:
            self.dismiss()
            return
        self._filter.value = ""
        self._show_filter(is_shown=False)
        self._box.focus()

    def _show_filter(self, *, is_shown: bool) -> None:
        """Show or hide the filter; the border names the keys that work there."""
        self._filter.display = is_shown
        if is_shown:
            show_keys_on_border(self._box, Hint("help.close", "show all"))
        else:
            show_keys_on_border(self._box, Hint("help.filter"), Hint("help.ids"), Hint("help.close"))

    def _table(self, lines: Rows) -> Table:
        """Return rows in columns; a text that is too long for the second is wrapped within it."""
        table = Table.grid(padding=(0, 1, 0, 0), expand=True, pad_edge=True)
        table.add_column(width=KEY_WIDTH - 1, style=self.get_component_rich_style("help--key", partial=True))
        table.add_column(ratio=1)
        table.add_column(style=self.get_component_rich_style("help--id", partial=True), no_wrap=True)
        for key, what, *ids in lines:
            table.add_row(Text(key), Text(what), Text("".join(ids) if self._has_ids else ""))
        return table


def _matches(line: HelpLine, words: Sequence[str]) -> bool:
    """Return whether a line, with the other words for what it does, has each of the words."""
    text = " ".join((*line, *SYNONYMS.get(line[-1], ()))).casefold()
    return all(word in text for word in words)
