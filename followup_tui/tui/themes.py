"""Our two themes, and the search among all themes.

Ours have a quiet background, one warm colour for what is due, and red for nothing but what is late.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import BUILTIN_THEMES, Theme

from followup_tui.core.text import clean_line
from followup_tui.tui.widgets.styled_lines import plain

MAX_QUERY_SHOWN = 160
"""How much of a search that found nothing is repeated, in characters."""

DARK = Theme(
    name="followup-dark",
    primary="#7cc4ff",
    secondary="#8a9bb5",
    accent="#d7a6ff",
    foreground="#e4e8ee",
    background="#12161c",
    surface="#1a2028",
    panel="#222a34",
    success="#7fd6a0",
    warning="#f2c66d",
    error="#ff8f8f",
    dark=True,
    variables={
        "text-muted": "#9aa7b8",
        "text-success": "#7fd6a0",
        "text-warning": "#f2c66d",
        "text-error": "#ff8f8f",
        "panel-lighten-2": "#3a4553",
    },
)
LIGHT = Theme(
    name="followup-light",
    primary="#0a49a8",
    secondary="#5b6b82",
    accent="#7a3fb0",
    foreground="#1c2430",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#1d6b3f",
    warning="#8a5300",
    error="#b3261e",
    dark=False,
    variables={
        "text-muted": "#55606e",
        "text-success": "#1d6b3f",
        "text-warning": "#8a5300",
        "text-error": "#b3261e",
        "panel-lighten-2": "#b9b4a6",
    },
)
OWN = (LIGHT.name, DARK.name)


def theme_problem(name: str) -> str:
    """Return what is wrong with the name of a theme in the file; empty if there is such a theme."""
    if not name or name in OWN or name in BUILTIN_THEMES:
        return ""
    return f"No theme is called “{name}”. Choose one: ctrl+p, theme."


class Offered(NamedTuple):
    """A theme that can be chosen."""

    name: str
    remarks: str
    """Whether it is ours, and whether it is in use."""
    choose: Callable[[], None]


class Themes(Provider):
    """Every theme, ours first, the one in use marked."""

    def offered(self) -> Iterator[Offered]:
        """Yield the themes in their order."""
        others = sorted(name for name in self.app.available_themes if name not in OWN)
        for name in (*OWN, *others):
            remarks = ("the app's own" if name in OWN else "", "in use" if name == self.app.theme else "")
            yield Offered(name, " · ".join(filter(None, remarks)), partial(setattr, self.app, "theme", name))

    async def discover(self) -> Hits:
        for theme in self.offered():
            yield DiscoveryHit(_content(Content(theme.name), theme.remarks), theme.choose, text=theme.name)

    async def search(self, query: str) -> Hits:
        matcher, is_found = self.matcher(query), False
        for theme in self.offered():
            score = matcher.match(theme.name) * (2 if theme.name in OWN else 1)
            if score > 0:
                content = _content(matcher.highlight(theme.name), theme.remarks)
                is_found = True
                yield Hit(score, content, theme.choose, text=theme.name)
        if not is_found:
            yield nothing_found(query, "themes", self.app.search_themes)


def nothing_found(query: str, what: str, show_all: Callable[[], Any]) -> Hit:
    """Return the only hit of a search that found nothing: chosen, it shows all there is of `what`."""
    text = f"Nothing found for “{clean_line(query)[:MAX_QUERY_SHOWN]}”. Press enter to see all {what}."
    return Hit(1, plain(text), show_all, text=query)


def _content(name: Content, remarks: str) -> Content:
    return Content.assemble(name, "  ", Content(remarks).stylize("not bold")) if remarks else name
