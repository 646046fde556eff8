"""How the app meets the terminal: theme and glyphs as the file asks, colours or none, size, cursor."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from textual import events
from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widgets import Input

from followup_tui.core.changes.settings import SetAppearance
from followup_tui.core.model.logbook import Appearance
from followup_tui.session.session import Session
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.too_small import TooSmall, is_too_small
from followup_tui.tui.terminal.line_filters import Colourless, Harmless, PlainGlyphs
from followup_tui.tui.themes import DARK, LIGHT, Themes
from followup_tui.tui.toasts import NoticingApp

PALETTE_ASKS = "an action, a company, a person, a word of your notes"
"""What stands in the empty line of the palette."""


class LookingApp(NoticingApp):
    """An app that looks as its file asks, and keeps what is chosen in it."""

    session: Session | None = None

    def __init__(self, theme: str = DARK.name) -> None:
        """`theme` is the one to begin with, and the one of files that name none."""
        super().__init__()
        # Textual takes an empty NO_COLOR for set, and sends greys.
        self.no_color = bool(os.environ.get("NO_COLOR"))
        self._harmless, self._colourless, self._plain = (
            Harmless(),
            Colourless(self.no_color),
            PlainGlyphs(False),
        )
        self._first_theme = theme
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Of Textual's, two are done better by our own, and one mixes colours that are all mixed already, at
        # the price of a twentieth of every picture.
        not_wanted = (Monochrome, NoColor, ANSIToTruecolor)
        textuals = [one for one in super().get_line_filters() if not isinstance(one, not_wanted)]
        own = (self._harmless, self._plain, self._colourless)
        return [*textuals, *(one for one in own if one.enabled)]

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            # Textual would read every rule once here, and once more for the first screen.
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=False)

    def apply_look(self) -> list[str]:
        """Looks as the file asks; what of it can't be had, in sentences. It is left alone in the file."""
        look = self._look
        self.theme = self._theme_of(look)
        is_plain = look.glyphs == "plain"
        if self._plain.enabled != is_plain:
            self._plain.enabled = is_plain
            if self.screen_stack:
                self._invalidate_css()
                self.refresh_css(animate=False)
        if self.theme == (look.theme or self._first_theme):
            return []
        return [f"No theme is called “{look.theme}”. Choose one: ctrl+p, theme."]

    def on_main_screen_appearance_changed(self) -> None:
        for problem in self.apply_look():
            self.notify(problem, severity="warning", markup=False)

    def watch_theme(self, name: str) -> None:
        """Keeps a theme that was chosen in the palette."""
        if self.session is not None and name != self._theme_of(self._look):
            self._choose(self._look.but(theme=name))

    def action_plain_glyphs(self) -> None:
        """Goes from symbols to plain glyphs, and back."""
        self._choose(self._look.but(glyphs="symbols" if self._look.glyphs == "plain" else "plain"))

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=PALETTE_ASKS, id="--command-palette"))

    def search_themes(self) -> None:
        self.push_screen(CommandPalette(providers=[Themes], placeholder="a theme; it is kept in the file"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        for theme, name in ((LIGHT, "Light theme"), (DARK, "Dark theme")):
            is_here = "in use; " if self.theme == theme.name else ""
            yield SystemCommand(
                name, f"{is_here}kept in the file", partial(setattr, self, "theme", theme.name)
            )
        yield SystemCommand("Themes: all that there are", "", self.search_themes)
        yield from (one for one in super().get_system_commands(screen) if one.title != "Theme")
        if self.session is not None:
            is_plain = self._look.glyphs == "plain"
            name = "Symbols instead of plain glyphs" if is_plain else "Plain glyphs instead of symbols"
            why = "For terminals and fonts that lack some; kept in the file"
            yield SystemCommand(name, why, self.action_plain_glyphs)

    @property
    def _look(self) -> Appearance:
        return self.session.logbook.appearance if self.session is not None else Appearance()

    def _theme_of(self, look: Appearance) -> str:
        return look.theme if look.theme in self.available_themes else self._first_theme

    def _choose(self, look: Appearance) -> None:
        if self.session is None or not self.session.do(SetAppearance(look)):
            return
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.refresh_panes()

    # Size

    def on_resize(self, event: events.Resize) -> None:
        self.mind_size(event.size)

    def mind_size(self, size: Size) -> None:
        """Puts the panel for terminals that are too small over everything, or takes it away.

        `size` is that of the terminal, in cells.
        """
        if not self.screen_stack or type(self.screen) is Screen:
            return  # nothing is shown yet
        is_up = isinstance(self.screen, TooSmall)
        if is_too_small(size) and not is_up:
            if isinstance(self.screen, CommandPalette):
                self.pop_screen()  # its list can't be drawn in less than five columns
            self.push_screen(TooSmall())
        elif is_up and not is_too_small(size):
            self.pop_screen()

    # The hardware cursor: what screen readers and braille displays follow

    @property
    def cursor_position(self) -> Offset:
        """Where Textual puts the terminal's own cursor after each update: where the focus is."""
        focused = self.focused if self._running else None
        place = getattr(focused, "cursor_screen_offset", None)
        if not isinstance(place, Offset):
            return self._cursor_position
        if isinstance(focused, Input) and focused.cursor_position == len(focused.value):
            place -= (1, 0)  # behind the last letter an Input counts the cell of its cursor, too
        return place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._cursor_position = place
