"""The appearance: theme, glyphs and colours as the file asks for them."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.geometry import Offset
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Input

from followup_tui.core.model.logbook import AppearanceSettings
from followup_tui.tui.terminal.line_filters import Colourless, Harmless, PlainGlyphs
from followup_tui.tui.themes import theme_problem


class AppearanceHost(Protocol):
    """The app, as far as the appearance needs it."""

    theme: Any

    @property
    def available_themes(self) -> Mapping[str, Theme]: ...
    @property
    def screen_stack(self) -> Sequence[Screen[Any]]: ...
    def refresh_css(self, animate: bool = True) -> None: ...


class Appearance:
    """The theme and the glyphs in use."""

    def __init__(
        self, host: AppearanceHost, default_theme: str, save: Callable[[AppearanceSettings], None]
    ) -> None:
        """`default_theme` is used until the file is read, and for files that name none.

        `save` is called with what the user has chosen.
        """
        self._save = save
        self._host, self._default_theme = host, default_theme
        self._settings = AppearanceSettings()
        self._harmless = Harmless()
        self._colourless = Colourless(is_without_colour())
        self._plain = PlainGlyphs(enabled=False)

    @property
    def is_plain(self) -> bool:
        """Whether symbols and frames are shown as ASCII."""
        return self._settings.glyphs == "plain"

    def line_filters(self, textuals: Iterable[LineFilter]) -> list[LineFilter]:
        """Return the filters that every line passes: those of Textual's that are wanted, then ours."""
        # Two of Textual's are done better by our own; one mixes colours that are all mixed already, which
        # takes a twentieth of every frame.
        unwanted = (Monochrome, NoColor, ANSIToTruecolor)
        own = (self._harmless, self._plain, self._colourless)
        return [
            *(line_filter for line_filter in textuals if not isinstance(line_filter, unwanted)),
            *(line_filter for line_filter in own if line_filter.enabled),
        ]

    def apply(self, settings: AppearanceSettings) -> list[str]:
        """Use what the file asks for; return a sentence for each setting that can't be had."""
        self._settings = settings
        self._host.theme = self._theme_of(settings)
        if self._plain.enabled != self.is_plain:
            self._plain.enabled = self.is_plain
            if self._host.screen_stack:
                self._host.refresh_css(animate=False)
        problem = theme_problem(settings.theme)
        return [problem] if problem else []

    def choose_theme(self, name: str) -> None:
        """Save the theme that the app has changed to, unless the file asks for it already."""
        if name != self._theme_of(self._settings):
            self._settings = self._settings.but(theme=name)
            self._save(self._settings)

    def change_glyphs(self) -> None:
        """Save the choice of plain glyphs instead of symbols, or the other way round."""
        self._save(self._settings.but(glyphs="symbols" if self.is_plain else "plain"))

    def _theme_of(self, settings: AppearanceSettings) -> str:
        return settings.theme if settings.theme in self._host.available_themes else self._default_theme


def is_without_colour() -> bool:
    """Return whether NO_COLOR asks for no colours, or the terminal has none.

    Textual takes an empty NO_COLOR for set, and sends greys.
    """
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") in ("dumb", "unknown")


def cursor_offset(focused: Widget | None, default: Offset) -> Offset:
    """Return where the terminal's cursor belongs: where the focus is, for screen readers and braille
    displays.

    Widgets say so by `cursor_screen_offset`; others leave it at `default`.
    """
    offset = getattr(focused, "cursor_screen_offset", None)
    if not isinstance(offset, Offset):
        return default
    if isinstance(focused, Input) and focused.cursor_position == len(focused.value):
        offset -= (1, 0)  # behind the last letter an Input counts the cell of its cursor, too
    return offset
