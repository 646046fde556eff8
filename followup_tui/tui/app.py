"""The app: opens the session, shows the main screen or what is wrong with the file, ends in good order."""

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SystemCommand
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

from followup_tui.core.model.logbook import Keys
from followup_tui.session.session import BrokenFile, Session
from followup_tui.storage.atomic import FileProblem, read
from followup_tui.storage.paths import Paths
from followup_tui.tui.appearance import LookingApp
from followup_tui.tui.external_editor import edit_file
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.keymap import Keymap, remap
from followup_tui.tui.screens.broken_file import BrokenFileScreen
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.terminal.driver import SafeDriver, mind_going_on
from followup_tui.tui.themes import DARK

if TYPE_CHECKING:
    from followup_tui.storage.backups import Backup

HAS_PROBLEMS = 1
"""Exit status: the file can't be used as it is."""
MOST_NOTICES = 4
"""How many of the keys that can't be had are told: more would cover the screen."""
SOON_SECONDS = 0.2
"""How long after the first picture copies of the file are looked for, in seconds."""
WARM_EVERY, REST_SECONDS = 0.015, 0.1
"""How often after the start the first save is prepared a little, and how long no key must have come for that,
in seconds."""
LITTER = 10_000
"""How many objects pile up before the collector looks through them: a picture makes some thousands that need
no collector, and Python's own 700 had it look several times for each key."""
HANG_UP_SECONDS = 2.0
"""How long the way out may take once the terminal is gone, in seconds."""


def _commands() -> type[Provider]:
    # The palette is not needed for the first picture.
    from followup_tui.tui.palette import Commands

    return Commands


class FollowUpApp(LookingApp):
    """Six steps after an interview, full screen."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = "followup-tui"
    BINDINGS = bindings("app")
    COMMANDS = {_commands}  # noqa: RUF012

    def __init__(self, open_session: Callable[[], Session], theme: str = DARK.name) -> None:
        super().__init__(theme)
        self._open_session = open_session
        self._problems: list[str] = []
        self.keymap = Keymap()
        self.farewell = ""
        """A line to be printed after the screen is gone; empty when all went well."""

    def on_load(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end_by, number)

    def get_default_screen(self) -> Screen[None]:
        """The main screen; what is wrong with the file comes over an empty one."""
        screen = self._opened_screen()
        return screen if isinstance(screen, MainScreen) else super().get_default_screen()

    def on_mount(self) -> None:
        mind_going_on()
        if self.session is None:
            self.push_screen(self._opened_screen())
        self._tell_problems()
        self.mind_size(self.size)

    def on_app_focus(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.file_watcher.check()

    def on_ready(self) -> None:
        # The first picture stands, and what it shows has the focus: keys that were typed ahead can follow.
        self.let_settle()
        # All that was made for the start stays; the collector need not look at it again.
        gc.freeze()
        gc.set_threshold(LITTER)
        gc.enable()
        self.set_timer(SOON_SECONDS, self._take_in_copies)
        self._warming = self.set_interval(WARM_EVERY, self._warm)

    def _take_in_copies(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.file_watcher.merge_copies()

    def _warm(self) -> None:
        if self.seconds_at_rest < REST_SECONDS:
            return
        if self.session is None or self.session.document.prepare_first_save():
            self._warming.pause()

    def on_broken_file_screen_retry(self) -> None:
        self._open()

    def on_broken_file_screen_backups(self) -> None:
        self.action_backups()

    def action_backups(self) -> None:
        """Shows the backups; the one that is chosen takes the place of the file."""
        from followup_tui.tui.screens.backup_flow import choose_backup

        places = self.session.document.paths if self.session is not None else None
        if isinstance(self.screen, BrokenFileScreen):
            places = self.screen.paths
        if places is not None:
            choose_backup(self, places, self._bring_back)

    def _bring_back(self, places: Paths, backup: "Backup") -> None:
        from followup_tui.storage.backups import restore

        try:
            self._save_all()
            now = self.session.now() if self.session is not None else datetime.now().astimezone()
            restore(places, backup, read(places.data), now)
        except FileProblem as problem:
            self.notify(str(problem), severity="warning", markup=False)
            return
        self._open()
        said = "The earlier state is back. {file.backups} has the one before, at its top."
        self.notify(self.keymap.format(said), markup=False)

    def on_broken_file_screen_edit(self) -> None:
        if isinstance(self.screen, BrokenFileScreen):
            problem = edit_file(self, self.screen.path)
            if problem:
                self.notify(problem, severity="warning", markup=False)
            else:
                self._open()

    def action_leave(self) -> None:
        """Saves and quits. The file could not be used: so says the exit status, too."""
        self._save_all()
        self.exit(return_code=0 if self.session is not None else HAS_PROBLEMS)

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        # Another one was asked for by Textual's own variable.
        return SafeDriver if found is LinuxDriver else found

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        # These of Textual's are among ours, under our names.
        ours = ("Quit", "Keys", "Maximize", "Minimize")
        yield from (one for one in super().get_system_commands(screen) if one.title not in ours)

    async def action_help(self) -> None:
        """Help for where the user is: the main screen has its own, a box over it shows its keys."""
        from followup_tui.tui.screens.help import HelpBox, active_rows
        from followup_tui.tui.screens.overview import OverviewScreen

        screen = self.screen
        if isinstance(screen, HelpBox):
            screen.dismiss()
        elif isinstance(screen, MainScreen | OverviewScreen):
            screen.action_help()
        elif not isinstance(screen, CommandPalette):
            self.push_screen(HelpBox("Help", (), (("Here", active_rows(screen)),)))

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        if await self._check_bindings(event.key):
            return
        # Only screens on which commands are letters say so; in a box, letters are typed.
        tell = getattr(self.screen, "explain_unused_key", None)
        if tell is not None:
            tell(event.key)

    def _use_keys(self, keys: Keys) -> None:
        """Takes the keys that the file gives to actions; what can't be had is told."""
        if not keys.entries:
            return
        self.keymap, problems = remap(keys.entries)
        self.set_keymap(dict(self.keymap.remapped))
        self._problems += problems[:MOST_NOTICES]

    def _tell_problems(self) -> None:
        for problem in self._problems:
            self.notify(problem, severity="warning", timeout=12, markup=False)
        self._problems.clear()

    def _opened_screen(self) -> Screen[None]:
        try:
            self.session = self._open_session()
        except BrokenFile as broken:
            return BrokenFileScreen(broken)
        self._use_keys(self.session.logbook.keys)
        self._problems += self.apply_look()
        self._problems += self.session.document.load_messages[:MOST_NOTICES]
        return MainScreen(self.session, self.keymap)

    def _open(self) -> None:
        screen = self._opened_screen()
        if isinstance(self.screen, MainScreen) and isinstance(screen, MainScreen):
            self.screen.use_session(screen.session)
        else:
            self.switch_screen(screen)
        self._tell_problems()
        self.mind_size(self.size)
        self.let_settle()
        self._warming.resume()

    def _save_all(self) -> None:
        """What was typed, and what is in hand, to the disk; what can't be saved, aside."""
        if self.session is None:
            return
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.flush_all()
        try:
            aside = self.session.document.close()
        except FileProblem as problem:
            reason = self.session.document.save_status.reason
            self.farewell = f"followup-tui: not saved: {reason}; nor kept aside: {problem}"
            return
        if aside is not None:
            reason = self.session.document.save_status.reason
            self.farewell = f"followup-tui: not saved: {reason}. Everything is kept in {aside}"

    def _end_by(self, number: signal.Signals) -> None:
        self._save_all()
        if number is signal.SIGHUP:
            # TextEditor to a terminal that is gone can block Textual's way out; all is saved by now.
            ending = threading.Timer(HANG_UP_SECONDS, os._exit, (128 + number,))
            ending.daemon = True
            ending.start()
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        # Textual would print the values of variables, and with them private notes.
        try:
            self._save_all()
        except Exception:
            self.farewell = "followup-tui: it could not even save"
        said = self.farewell or "followup-tui: what you wrote is saved."
        log = ""
        if self.session is not None:
            from followup_tui.storage.crash_log import write_crash_log

            with suppress(FileProblem):
                kept = write_crash_log(self.session.document.paths.state, self._exception, self.session.now())
                log = f" Where it happened is in {kept}, without a word of yours."
        self.farewell = f"{said}\nfollowup-tui: a mistake of the program ended it.{log}"
        self._close_messages_no_wait()
