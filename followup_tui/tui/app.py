"""The app: opens the session, shows the main screen or why the file can't be read, routes what is global."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.notifications import Notify
from textual.screen import Screen
from textual.timer import Timer, TimerCallback

from followup_tui.clock import Clock
from followup_tui.core.changes.settings import SetAppearance
from followup_tui.core.model.logbook import AppearanceSettings
from followup_tui.session.session import Paths, Session
from followup_tui.tui.appearance import Appearance, cursor_offset, is_without_colour
from followup_tui.tui.file_opener import FileOpener, first_of
from followup_tui.tui.input_queue import InputQueue
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.keymap import Keymap, remap
from followup_tui.tui.leaving import leave
from followup_tui.tui.screens import layout
from followup_tui.tui.screens.main.screen import MainScreen
from followup_tui.tui.screens.too_small import cover_if_too_small
from followup_tui.tui.shutdown import Shutdown
from followup_tui.tui.terminal import driver as terminal
from followup_tui.tui.terminal.crash import report_crash_with
from followup_tui.tui.terminal.driver import SafeDriver
from followup_tui.tui.terminal.job_control import stop_job
from followup_tui.tui.themes import DARK, LIGHT
from followup_tui.tui.timers import call_in, set_timer
from followup_tui.tui.toasts import Toasts

if TYPE_CHECKING:
    from followup_tui.tui.screens.broken_file import BrokenFileScreen

MERGE_DELAY_SECONDS = 0.2
"""How long after the first frame other copies of the file are looked for, in seconds."""
PREPARE_INTERVAL_SECONDS = 0.015
"""How often a part of the first save is prepared, in seconds, while no key comes."""


def _commands() -> type[Provider]:
    # The palette is not needed for the first frame.
    from followup_tui.tui.palette import Commands

    return Commands


class FollowUpApp(App[None]):
    """Six steps after an interview, full screen."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = "followup-tui"
    BINDINGS = bindings("app")
    HORIZONTAL_BREAKPOINTS, VERTICAL_BREAKPOINTS = layout.HORIZONTAL_BREAKPOINTS, layout.VERTICAL_BREAKPOINTS
    COMMANDS = {_commands}  # noqa: RUF012

    session: Session | None = None
    """The open session; None while the file can't be read."""

    def __init__(
        self,
        open_session: Callable[[], Session],
        paths: Paths,
        clock: Clock,
        *,
        theme: str = DARK.name,
        driver: type[SafeDriver] = SafeDriver,
        when_ready: Callable[[], None] | None = None,
    ) -> None:
        """Prepare the app; it opens the session itself, when it shows its first screen.

        `theme` is the one of files that name none. `driver` is used in a terminal, unless a variable of
        Textual's asks for another. `when_ready` is called once the first frame is shown.
        """
        self._terminal_driver, self._when_ready = driver, when_ready
        terminal.forget_stale_size()
        super().__init__()
        self.paths, self.clock = paths, clock
        self.keymap, self.no_color = Keymap(), is_without_colour()
        for own in (DARK, LIGHT):
            self.register_theme(own)
        self.appearance = Appearance(self, theme, self._save_appearance)
        self.toasts, self.input_queue = Toasts(self), InputQueue(self, super().on_event)
        self.shutdown = Shutdown(self, lambda status: self.exit(return_code=status))
        self.theme = theme
        self.file_opener = FileOpener(self, open_session, self._use, self._opened_again)
        report_crash_with(self, self.shutdown.report_crash)

    def action_leave(self) -> None:
        leave(self, self.shutdown)

    def on_load(self) -> None:
        self.shutdown.handle_signals()

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen; for a file that can't be read an empty one, which the reason will cover."""
        screen = self.file_opener.first_screen()
        return screen if isinstance(screen, MainScreen) else super().get_default_screen()

    def on_mount(self) -> None:
        terminal.call_before_stop(self, self.shutdown.save_before_stop)
        if self.session is None:
            self.push_screen(self.file_opener.first_screen())
        self.file_opener.show_problems()
        cover_if_too_small(self, self.size)

    async def on_ready(self) -> None:
        await self.input_queue.release()
        if self._when_ready is not None:
            self._when_ready()
        call_in(self, MERGE_DELAY_SECONDS, self._merge_copies)
        self._preparing = self.set_interval(PREPARE_INTERVAL_SECONDS, self._prepare_first_save)

    def _merge_copies(self) -> None:
        for screen in self._main_screens():
            screen.file_watcher.merge_copies()

    def _prepare_first_save(self) -> None:
        session = self.session
        if self.input_queue.is_idle() and (session is None or session.document.prepare_first_save()):
            self._preparing.pause()

    def _use(self, session: Session) -> list[str]:
        """Take over a session with its keys and appearance; return what is wrong with these, in sentences."""
        self.session, logbook = session, session.logbook
        problems: tuple[str, ...] = ()
        if logbook.keys.entries:
            self.keymap, problems = remap(
                logbook.keys.entries, lambda id: session.document.line_of("keys", id)
            )
            self.set_keymap(dict(self.keymap.remapped))
        return [*first_of(problems), *self._apply(logbook.appearance)]

    def _opened_again(self) -> None:
        self.input_queue.hold()
        self._preparing.resume()

    # Handled by name: hardly any start shows that screen, and its modules would take 3 ms of each.

    def on_broken_file_screen_retry(self, event: "BrokenFileScreen.Retry") -> None:
        self.file_opener.retry(event, self.paths, self.clock)

    def on_broken_file_screen_edit(self) -> None:
        self.file_opener.edit(self.paths.data)

    def action_backups(self) -> None:
        """Show the backups; the one that is chosen takes the place of the file."""
        from followup_tui.session.backups import Backups
        from followup_tui.tui.screens.backups import restore_backup

        backups = Backups(self.paths, self.clock, self.session.logbook if self.session is not None else None)
        restore_backup(self, backups, self.input_queue.is_idle, self.shutdown.save, self._open_restored)

    on_broken_file_screen_backups = action_backups

    def _open_restored(self) -> None:
        self.file_opener.open_again()
        message = "The earlier state is back. What you had before is at the top of {file.backups}."
        self.notify(self.keymap.format(message), markup=False)

    @property
    def has_unread_input(self) -> bool:
        """Whether something was typed that has not reached the input queue yet."""
        return terminal.has_unread_input(self)

    @property
    def is_fitted(self) -> bool:
        """Whether the panes have been fitted to their sizes, and are painted."""
        return all(screen.panes.is_fitted for screen in self._main_screens())

    def flush_typing(self, is_end: bool) -> None:
        """Hand what was typed to the session; at the end the unfinished line of the note bar, too."""
        for screen in self._main_screens():
            screen.flush_all() if is_end else screen.flush_typing()

    @on(MainScreen.AppearanceChanged)
    def _apply_appearance(self) -> None:
        """Apply the appearance that the file asks for."""
        if self.session is not None:
            for problem in self._apply(self.session.logbook.appearance):
                self.notify(problem, severity="warning", markup=False)

    def _apply(self, settings: AppearanceSettings) -> list[str]:
        terminal.use_mouse(self, settings.mouse)
        return self.appearance.apply(settings)

    def watch_theme(self, name: str) -> None:
        self.appearance.choose_theme(name)

    def _save_appearance(self, settings: AppearanceSettings) -> None:
        if self.session is not None and self.session.do(SetAppearance(settings)):
            for screen in self._main_screens():
                screen.refresh_panes()

    def action_help(self) -> None:
        from followup_tui.tui.screens.help import toggle_help

        toggle_help(self)

    def action_stop(self) -> None:
        """Stop, and leave the terminal to the shell."""
        if not (terminal.is_in_terminal(self) and stop_job()):
            self.notify("There is no shell to go back to.", markup=False)

    def action_repaint(self) -> None:
        """Redraw the screen, whatever another program has left on it."""
        terminal.clear_screen(self)
        self.screen.refresh(layout=True)

    def action_command_palette(self) -> None:
        from followup_tui.tui.palette import open_palette

        open_palette(self)

    def search_themes(self) -> None:
        from followup_tui.tui.palette import open_theme_search

        open_theme_search(self)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        from followup_tui.tui.palette import system_commands

        change_glyphs = self.appearance.change_glyphs if self.session is not None else None
        textuals = super().get_system_commands(screen)
        return system_commands(self, textuals, self.appearance.is_plain, change_glyphs)

    # What Textual asks of the app itself, and an object answers

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        return self._terminal_driver if driver is LinuxDriver else driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        return self.appearance.line_filters(super().get_line_filters())

    def set_timer(self, delay: float, callback: TimerCallback | None = None, **options: Any) -> Timer:
        # Textual's own may never call, and then the app would follow no other size of the terminal.
        return set_timer(self, delay, callback or (lambda: None), **options)

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            # Textual would read every rule once here, and once more for the first screen.
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=False)

    @property
    def cursor_position(self) -> Offset:
        """Where Textual puts the terminal's cursor after each frame."""
        return cursor_offset(self.focused if self.is_running else None, self._default_cursor)

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._default_cursor = offset

    def on_resize(self, event: events.Resize) -> None:
        cover_if_too_small(self, event.size)

    def on_app_focus(self) -> None:
        for screen in self._main_screens():
            screen.file_watcher.check()

    def on_notify(self, event: Notify) -> None:
        # Textual's own handler comes after this one, and shows the message.
        self.toasts.add(event.notification)

    async def run_action(self, action: Any, default_namespace: Any = None, namespaces: Any = None) -> bool:
        self.toasts.dismiss_passing()
        return await super().run_action(action, default_namespace, namespaces)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and event.key == "escape":
            self.toasts.dismiss_all()
        if not await self.input_queue.put(event):
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        active, base = self.screen.active_bindings, getattr(event, "base", "")
        # Only screens on which commands are letters explain a key; in a dialog, letters are typed.
        explain = getattr(self.screen, "explain_unused_key", None)
        if event.key not in active and base in active:
            self.simulate_key(base)
        elif event.key not in active and explain is not None:
            explain(event.key)

    def _main_screens(self) -> list[MainScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, MainScreen)]
