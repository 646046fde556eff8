"""The dialog that restores an earlier state of the file."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from textual import getters, on
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.session.backups import Backups
from followup_tui.tui.keys.bindings import bindings, by_id
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import show_keys_on_border
from followup_tui.tui.widgets.row_list import Row, RowLine, RowList
from followup_tui.tui.widgets.styled_lines import Span, Tone, plain, truncate

READ_INTERVAL_SECONDS = 0.01
"""The time between reading two backups, in seconds."""
GAP = "  "
MIN_COMPANY_CELLS = 2
"""The least cells of a company that is cut off."""
MAX_PARTS = 12
"""How many parts of a description are shown at most."""
_ENDS_WITH_COMPANY = re.compile(r"\d+ interviews?: |with(?:out)? ")
"""The beginning of a part of a description that has the company at its end."""
_CLOSE = Hint("backups.close")


class BackupsDialog(ModalScreen[str | None]):
    """A list of the backups, newest first; the name of the chosen backup is the result."""

    BINDINGS = bindings("backups")

    _rows = getters.query_one(RowList)

    def __init__(
        self,
        times: Mapping[str, str],
        describe: Callable[[str], tuple[str, ...]],
        is_idle: Callable[[], bool],
    ) -> None:
        """Take the backups by name with their times, newest first.

        `describe` reads a backup and returns what is in it, in parts; it is called while `is_idle`, so that
        no key waits.
        """
        super().__init__()
        self._times, self._describe, self._is_idle = times, describe, is_idle
        self._descriptions: dict[str, tuple[str, ...]] = {}
        self._reading: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box", id="backups-box") as box:
            box.border_title = by_id()["problem.backups"].description
            yield RowList()
            if self._times:
                text = "Your current state is saved as the newest of these, so you can come back to it."
                keys: tuple[Hint, ...] = (
                    Hint("list.open", "bring back"),
                    _CLOSE,
                    Hint("list.up list.down", "choose"),
                )
            else:
                text = "There are no backups yet. One is made before a save changes the file."
                keys = (_CLOSE,)
            show_keys_on_border(box, *keys)
            yield Static(plain(text), classes="text")

    def on_mount(self) -> None:
        self._show()
        self._rows.focus()
        self._reading = self.set_interval(READ_INTERVAL_SECONDS, self._describe_next)

    def _describe_next(self) -> None:
        name = next((name for name in self._times if name not in self._descriptions), None)
        if name is None:
            if self._reading is not None:
                self._reading.stop()
        elif self._is_idle():
            self._descriptions[name] = self._describe(name)
            self._show()

    def _show(self) -> None:
        room = self._rows.room.width
        self._rows.rows = tuple(
            Row(name, (backup_line(when, self._descriptions.get(name, ("…",)), room),))
            for name, when in self._times.items()
        )

    @on(RowList.Resized)
    def _fit(self, event: RowList.Resized) -> None:
        event.stop()
        self._show()

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)


def backup_line(when: str, parts: Sequence[str], width: int) -> RowLine:
    """Return the line of a backup in `width` cells: the parts that fit, and how many more there are.

    The first part is cut off where it does not fit alone.
    """
    room = width - cell_len(when) - len(GAP) - 1
    shown = min(len(parts), MAX_PARTS)
    while shown > 1 and cell_len(_joined(parts, shown)) > room:
        shown -= 1
    more = _more(parts, shown)
    text = " · ".join(parts[:shown])
    if cell_len(_joined(parts, shown)) > room:
        text = _cut(text, room - cell_len(more) - (1 if more else 0))
    right = (Span(more, Tone.MUTED),) if more else ()
    return RowLine((Span(when), Span(f"{GAP}{text}", Tone.MUTED)), right)


def _more(parts: Sequence[str], shown: int) -> str:
    """Return how many parts are left out; empty for none."""
    left = len(parts) - shown
    return f"and {left} more" if left else ""


def _joined(parts: Sequence[str], shown: int) -> str:
    """Return the first parts and how many are left out, in the least room that they need."""
    text, more = " · ".join(parts[:shown]), _more(parts, shown)
    return f"{text} {more}" if more else text


def _cut(part: str, width: int) -> str:
    """Return a part of a description in `width` cells; of a change, the company is shortened."""
    company, colon, change = part.rpartition(": ")
    if not colon or _ENDS_WITH_COMPANY.match(part):
        return truncate(part, width)
    return f"{truncate(company, max(MIN_COMPANY_CELLS, width - cell_len(change) - 2))}: {change}"


def restore_backup(
    app: App[Any],
    backups: Backups,
    is_idle: Callable[[], bool],
    save: Callable[[], object],
    reopen: Callable[[], None],
) -> None:
    """Show the backups, and replace the file with the chosen backup.

    `save` is called before that, so that nothing is lost, and `reopen` afterwards.
    """

    def restore(name: str | None) -> None:
        if name is None:
            return
        save()
        problem = backups.restore(name)
        if problem:
            app.notify(problem, severity="warning", markup=False)
        else:
            reopen()

    app.push_screen(BackupsDialog(backups.times(), backups.describe, is_idle), restore)
