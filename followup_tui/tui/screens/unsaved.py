"""Quitting while nothing can be saved: try again, save elsewhere, or leave it."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from textual.app import App

from followup_tui.core.errors import reason_of
from followup_tui.tui.keys.bindings import bindings
from followup_tui.tui.keys.hints import Hint
from followup_tui.tui.screens.dialogs import ListDialog, PromptDialog
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span


class UnsavedChoice(Enum):
    """What can be done about what is not saved."""

    RETRY = "Try again"
    ELSEWHERE = "Save it in another file"
    DISCARD = "Quit and lose what isn't saved"


class UnsavedDialog(ListDialog[UnsavedChoice]):
    """The question what to do about what is not saved; None goes back to the app."""

    BINDINGS = bindings("unsaved")

    def __init__(self, reason: str) -> None:
        """`reason` says why the save failed."""
        rows = tuple(Row(choice, (RowLine((Span(choice.value),)),)) for choice in UnsavedChoice)
        hints = Hint("list.open", "do it"), Hint("unsaved.close"), Hint("list.up list.down", "choose")
        super().__init__("Not saved", rows, hints, f"{reason}.")


def ask_about_unsaved(
    app: App[None],
    reason: str,
    suggested: Path | None,
    retry: Callable[[], None],
    save_elsewhere: Callable[[Path], str],
    leave: Callable[[], None],
) -> None:
    """Ask what to do about what is not saved, and call what was chosen.

    `suggested` is the path that another file is offered under; None if there is no folder for it.
    `save_elsewhere` returns why that failed, or an empty text; after a failure the question comes again.
    """
    if any(isinstance(screen, UnsavedDialog) for screen in app.screen_stack):
        return

    def take(path: Path | None) -> None:
        if path is None:
            return
        problem = save_elsewhere(path)
        if problem:
            app.notify(problem, severity="error", markup=False)
            ask_about_unsaved(app, reason, suggested, retry, save_elsewhere, leave)
        else:
            leave()

    def chosen(choice: UnsavedChoice | None) -> None:
        match choice:
            case UnsavedChoice.RETRY:
                retry()
            case UnsavedChoice.ELSEWHERE:
                app.push_screen(_path_dialog(suggested), take)
            case UnsavedChoice.DISCARD:
                leave()

    app.push_screen(UnsavedDialog(reason), chosen)


def _path_dialog(suggested: Path | None) -> PromptDialog[Path]:
    """Return the dialog that asks for the path of another file."""
    return PromptDialog(
        "Save elsewhere",
        "A new file that only you can read. `followup-tui merge FILE` brings it back.",
        "/path/of/another-disk/logbook.toml",
        read_new_path,
        str(suggested or ""),
    )


def read_new_path(text: str) -> tuple[Path | None, str]:
    """Return the path that was typed, or None, and what to say of it."""
    if not text.strip():
        return None, ""
    path = Path(text.strip())
    try:
        path = path.expanduser()
    except RuntimeError:
        return None, f"No such user: {path.parts[0]}."
    if not path.is_absolute():
        return None, "Type the whole path: /… or ~/…"
    try:
        if path.exists():
            return None, f"{path} already exists; choose another name."
        if not path.parent.is_dir():
            return None, f"There is no folder {path.parent}."
    except OSError as error:
        return None, f"{path}: {reason_of(error)}."
    return path, f"→ {path}"
