"""What is typed in forms and dialogs that are open when the app is to end."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from textual.app import App
from textual.screen import Screen

from followup_tui.tui.screens.dialogs import ConfirmDialog, PromptDialog
from followup_tui.tui.screens.form import Form

Typing = Form | PromptDialog[Any]


class QuitQuestion(ConfirmDialog):
    """The question whether to quit, though something typed is not saved."""


def ask_to_discard(app: App[Any], leave: Callable[[], None]) -> bool:
    """Ask before `leave` is called, if something was typed into a form or a dialog; return whether it was."""
    if isinstance(app.screen, QuitQuestion):
        return True
    typing = list(_with_text(app.screen_stack))

    def answered(yes: bool | None) -> None:
        if yes:
            for form in typing:
                form.discard()
            leave()

    if typing:
        question = QuitQuestion("Quit", "What you typed here is not saved yet. Discard it and quit?")
        app.push_screen(question, answered)
    return bool(typing)


def take_typed_texts(screens: Iterable[Screen[Any]]) -> list[str]:
    """Return what was typed into forms and dialogs and is not saved; the next call leaves it out."""
    texts: list[str] = []
    for form in _with_text(screens):
        texts += form.typed
        form.discard()
    return texts


def _with_text(screens: Iterable[Screen[Any]]) -> Iterator[Typing]:
    """Yield the forms and dialogs in which something was typed."""
    for screen in screens:
        if not screen.is_mounted:
            continue
        if isinstance(screen, PromptDialog):
            if screen.typed:
                yield screen
        else:
            yield from (form for form in screen.query(Form) if form.typed)
