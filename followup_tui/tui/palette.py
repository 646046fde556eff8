"""The palette: every action by name with its keys, and a way to any interview, person or line of notes.

What people wrote is shown as it is, never read as markup.
"""

import asyncio
import heapq
import shlex
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from textual.app import App, SystemCommand
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from followup_tui.core.fuzzy import fuzzy_match
from followup_tui.core.model.logbook import Interview
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_lines
from followup_tui.core.notes.people import parse_person
from followup_tui.core.rules.agenda import role_and_round
from followup_tui.core.text import clean_line
from followup_tui.tui.keys.bindings import MAIN, PANE_GROUPS, KeyRow, by_id, rows
from followup_tui.tui.keys.keymap import Keymap, key_name, keymap_of
from followup_tui.tui.keys.synonyms import SYNONYMS
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.themes import DARK, LIGHT, Themes, nothing_found
from followup_tui.tui.widgets.styled_lines import plain

MAX_HITS = 50
"""How many hits are shown at most."""
COMMAND_SECONDS = 20.0
"""How long a command to be run in the shell is shown, in seconds."""
BATCH = 500
"""How many entries are searched before keys have their turn again."""
MAX_LENGTH = 160
"""The most characters of an entry that are shown."""
ACTION, INTERVIEW, PERSON, LINE = 0.95, 1.0, 0.9, 0.8
"""How much a hit counts, by what it is."""
MIN_SCORE = 0.15
"""The least score of a hit: below it, the letters of the query are in the text by chance."""
MIN_WORDS_SCORE = 0.6
"""The least score of a match in which every word of the query is in the text."""
SYNONYM_LEAD = 0.01
"""By how much a synonym must score higher than the name to be shown instead (ours)."""
EXPORTS = (
    ("Export a calendar of what is due", "ics", "followup.ics", ("calendar", "ical", "outlook")),
    ("Export a page for each interview", "md", "followup.md", ("print", "markdown", "report", "pdf")),
    ("Export everything as JSON", "json", "followup.json", ("data", "script")),
)
"""What can be exported: its name, the form and the file as the command has them, other words for it."""

PLACEHOLDER = "an action, a company, a person, a word in your notes"
_RECORD_FIRST = ("record", *(group for group in MAIN if group != "record"))
"""The groups of bindings of the main screen, beginning with what can be done with an interview."""
REPLACED = frozenset({"Quit", "Keys", "Maximize", "Minimize", "Theme"})
"""Commands of Textual's that are among ours, under our names."""


def open_palette(app: App[Any]) -> None:
    """Show the palette, unless it is shown already."""
    if not isinstance(app.screen, CommandPalette):
        app.push_screen(CommandPalette(placeholder=PLACEHOLDER, id="--command-palette"))


def open_theme_search(app: App[Any]) -> None:
    """Show the list of all themes."""
    app.push_screen(CommandPalette(providers=[Themes], placeholder="a theme; it is saved in the file"))


def system_commands(
    app: App[Any],
    textuals: Iterable[SystemCommand],
    is_plain: bool,
    change_glyphs: Callable[[], None] | None,
) -> Iterator[SystemCommand]:
    """Yield the commands of the app: its themes and glyphs, and those of Textual's that are not replaced.

    `change_glyphs` is None where the choice could not be saved.
    """
    for theme, name in ((LIGHT, "Light theme"), (DARK, "Dark theme")):
        in_use = "in use; " if app.theme == theme.name else ""
        yield SystemCommand(name, f"{in_use}saved in the file", partial(setattr, app, "theme", theme.name))
    yield SystemCommand("All themes", "", partial(open_theme_search, app))
    yield from (command for command in textuals if command.title not in REPLACED)
    if change_glyphs is not None:
        name = "Symbols instead of plain glyphs" if is_plain else "Plain glyphs instead of symbols"
        why = "For terminals and fonts that lack some; saved in the file"
        yield SystemCommand(name, why, change_glyphs)


class PaletteEntry(NamedTuple):
    """Something that can be chosen."""

    name: str
    """What is searched, and shown."""
    details: str
    """What is shown after it: the keys of an action, the company of a line."""
    run: Callable[[], Any]
    weight: float
    ids: tuple[str, ...] = ()
    """The ids of the bindings it stands for."""
    synonyms: tuple[str, ...] = ()
    """Other words that find it."""

    def match(self, query: str) -> "EntryMatch | None":
        """Return how it matches a query, by its name or by one of its synonyms; None if it does not."""
        best: EntryMatch | None = None
        if named := fuzzy_match(query, self.name):
            best = EntryMatch(named.score, named.indexes)
        for synonym in self.synonyms:
            match = fuzzy_match(query, synonym)
            least = max(MIN_WORDS_SCORE, best.score + SYNONYM_LEAD) if best else MIN_WORDS_SCORE
            if match and match.score >= least:
                best = EntryMatch(match.score, (), synonym)
        return best if best and best.score >= MIN_SCORE else None


class EntryMatch(NamedTuple):
    """How an entry matches a query."""

    score: float
    indexes: tuple[int, ...]
    """The characters of the name that match."""
    synonym: str = ""
    """The synonym that matches, if the name does not or is a worse match."""


class Commands(Provider):
    """What the palette offers on the main screen; over it, what the dialog in front can do."""

    async def discover(self) -> Hits:
        for entry in self.entries(with_lines=False):
            yield DiscoveryHit(_content(entry, (), ""), entry.run, text=entry.name)

    async def search(self, query: str) -> Hits:
        """Yield the best matches of a query, the best first; the event loop gets its turn in between."""
        matches: list[tuple[float, int, PaletteEntry, EntryMatch]] = []
        for number, entry in enumerate(self.entries(with_lines=True)):
            if number % BATCH == BATCH - 1:
                await asyncio.sleep(0)
            if match := entry.match(query):
                matches.append((match.score * entry.weight, -number, entry, match))
        best = heapq.nlargest(MAX_HITS, matches, key=itemgetter(0, 1))
        for score, _, entry, match in best:
            details = " · ".join(filter(None, (entry.details, match.synonym)))
            entry = entry._replace(details=details)
            content = _content(entry, match.indexes, self.match_style or "reverse")
            yield Hit(score, content, entry.run, text=entry.name)
        if not best:
            yield nothing_found(query, "actions", partial(open_palette, self.app))

    def entries(self, with_lines: bool) -> Iterator[PaletteEntry]:
        """Yield what can be chosen here: actions, interviews, and the lines of notes if asked for."""
        screen = self.screen
        if not isinstance(screen, MainScreen):
            yield from _merged(self._active(), keymap_of(self.app))
            yield from self._app_commands()
            return
        for entry in _merged(self._actions(screen), screen.keymap):
            if "row.delete" in entry.ids and screen.current is not None:
                # What the key deletes depends on the row; here it is the interview.
                delete = screen.actions.interviews.ask_to_delete
                yield PaletteEntry(
                    "Delete this interview", "", delete, ACTION, synonyms=SYNONYMS["row.delete"]
                )
            yield entry
        yield from self._app_commands()
        yield from _exports(screen)
        yield from _letters(screen)
        interviews = screen.session.logbook.interviews
        for interview in interviews:
            name, details = f"Go to {clean_line(interview.company)}", role_and_round(interview)
            yield PaletteEntry(name, details, partial(screen.navigation.go_to, interview.id), INTERVIEW)
        if with_lines:
            yield from _people(screen)
            yield from chain.from_iterable(_lines(screen, interview) for interview in interviews)

    def _app_commands(self) -> Iterator[PaletteEntry]:
        """Yield what the app can do on every screen: its appearance, and what Textual adds."""
        for command in self.app.get_system_commands(self.screen):
            yield PaletteEntry(command.title, command.help, command.callback, ACTION)

    def _active(self) -> Iterator[tuple[KeyRow, Callable[[], Any]]]:
        """Yield what the dialog in front can do."""
        for active in self.screen.active_bindings.values():
            row = by_id().get(active.binding.id or "")
            if row is not None and active.enabled:
                yield row, partial(self.app.run_action, active.binding.action, active.node)

    def _actions(self, screen: MainScreen) -> Iterator[tuple[KeyRow, Callable[[], Any]]]:
        """Yield every action of the main screen and of its panes, and what runs it."""
        # What can be done with the interview shown comes first, as in help.
        for row in rows(*(MAIN if screen.current is None else _RECORD_FIRST)):
            yield row, partial(self.app.run_action, row.action, screen)
        for row in rows("app"):
            yield row, partial(self.app.run_action, row.action, self.app)
        bar = screen.panes.note_bar
        if bar.display:
            yield from ((row, partial(bar.run_action, row.action)) for row in rows(*PANE_GROUPS["note-bar"]))
        list_pane = screen.panes.pane if screen.panes.pane in ("interviews", "steps") else "steps"
        for pane in (list_pane, "notes", "timeline"):
            for row in rows(*PANE_GROUPS[pane]):
                yield row, partial(_run_in, screen, pane, row.action)


async def _run_in(screen: MainScreen, pane: str, action: str) -> None:
    screen.navigation.go_to_pane(pane)
    if screen.current is not None:
        await screen.panes.widget(pane).run_action(action)


def _set_signature(screen: MainScreen) -> None:
    from followup_tui.tui.screens.letter.signing import set_signature

    set_signature(screen)


def _show_command(app: App[Any], command: str) -> None:
    app.copy_to_clipboard(command)
    app.notify(f"Run this in your shell: {command}", timeout=COMMAND_SECONDS, markup=False)


def _merged(actions: Iterable[tuple[KeyRow, Callable[[], Any]]], keymap: Keymap) -> Iterator[PaletteEntry]:
    """Yield one entry for each description: bindings described in the same words are one, with all keys."""
    by_description: dict[str, tuple[list[str], list[str], Callable[[], Any]]] = {}
    for row, run in actions:
        keys, ids, _ = by_description.setdefault(row.description, ([], [], run))
        if row.id not in ids:
            ids.append(row.id)
            keys.append(key_name(keymap.keys(row.id)))
    for name, (keys, ids, run) in by_description.items():
        synonyms = tuple(dict.fromkeys(chain.from_iterable(SYNONYMS.get(id, ()) for id in ids)))
        yield PaletteEntry(
            name, " ".join(dict.fromkeys(" ".join(keys).split())), run, ACTION, tuple(ids), synonyms
        )


def _exports(screen: MainScreen) -> Iterator[PaletteEntry]:
    """Yield the ways to export; each shows the command for it and copies it."""
    data = shlex.quote(str(screen.session.document.paths.data))
    for name, form, file, synonyms in EXPORTS:
        command = f"followup-tui export {form} -o {file} --data {data}"
        yield PaletteEntry(name, "", partial(_show_command, screen.app, command), ACTION, synonyms=synonyms)


def _letters(screen: MainScreen) -> Iterator[PaletteEntry]:
    """Yield the letters that can be written about the interview shown, and the signature of all."""
    if screen.current is not None:
        # Nothing of letters is loaded before it is needed.
        from followup_tui.core.letters.kinds import offered_kinds

        for kind in offered_kinds():
            yield PaletteEntry(kind.action, "", partial(screen.actions.steps.write_letter, kind), ACTION)
    sign = by_id()["letter.signature"]
    yield PaletteEntry(sign.description, "", partial(_set_signature, screen), ACTION, (), SYNONYMS[sign.id])


def _people(screen: MainScreen) -> Iterator[PaletteEntry]:
    """Yield the people of the notes, who lead to the recall card."""
    for known in screen.actions.search.people():
        person = known.person
        role = f", {clean_line(person.role)}" if person.role else ""
        run = partial(screen.actions.recall.open_of, known.interview_id, person.name)
        yield PaletteEntry(f"{clean_line(person.name)}{role}", f"recall card · {known.company}", run, PERSON)


def _lines(screen: MainScreen, interview: Interview) -> Iterator[PaletteEntry]:
    """Yield the lines of the notes, except people, who are listed by name and lead to the recall card."""
    texts = interview.notes.split("\n")
    for line in parse_lines(interview.notes):
        text = texts[line.number]
        if line.sign is signs.PERSON and not line.is_none and parse_person(line.text).name:
            continue
        if name := clean_line(text):
            run = partial(screen.navigation.go_to_note_line, interview.id, line.number)
            yield PaletteEntry(name, interview.company, run, LINE)


def _content(entry: PaletteEntry, indexes: tuple[int, ...], style: Any) -> Content:
    """Return an entry with the characters that match in `style`; of a long name, the part where they are."""
    start = max(0, indexes[0] - MAX_LENGTH // 2) if indexes and indexes[-1] >= MAX_LENGTH else 0
    name = plain(entry.name[start : start + MAX_LENGTH])
    for index in indexes:
        name = name.stylize(style, index - start, index - start + 1)
    is_cut = start + MAX_LENGTH < len(entry.name)
    parts: list[Any] = ["…" if start else "", name, "…" if is_cut else ""]
    if entry.details:
        # A quieter colour would be too faint on the row under the cursor; keys are bold as in the footer.
        details = plain(clean_line(entry.details))
        parts += ["  ", details.stylize("bold") if entry.ids else details]
    return Content.assemble(*parts)
