"""Putting lines of the notes into a letter; an answer to a concern is asked for if it is missing."""

from typing import Any

from textual.app import App

from followup_tui.core.letters.facts import LetterFact, as_sentence
from followup_tui.core.letters.signature import end_of_body, writing_offset
from followup_tui.core.text import clean_line
from followup_tui.tui.screens.dialogs import PromptDialog
from followup_tui.tui.screens.letter.draft import DraftInHand
from followup_tui.tui.widgets.letter_editor import LetterEditor

_EXAMPLES = "I have used it at home for two years. · I start a course on Monday."


def insert_fact(app: App[Any], draft: DraftInHand, fact: LetterFact, editor: LetterEditor) -> None:
    """Put a line of the notes at the cursor; of a concern the answer, which is asked for if missing."""
    if fact.insertion:
        put_line(fact.insertion, editor)
        editor.focus()
        return

    def answered(answer: str | None) -> None:
        if answer:
            draft.answer(fact, answer)
            put_line(as_sentence(answer), editor)
            draft.check()
        editor.focus()

    text = f"“{fact.text}”: what is your answer? It is also saved in your notes."
    app.push_screen(PromptDialog("Answer a concern", text, _EXAMPLES, parse_answer), answered)


def put_line(text: str, editor: LetterEditor) -> None:
    """Put `text` at the cursor; where that is in the sign-off or below it, where writing goes on."""
    body = editor.text[: end_of_body(editor.text)]
    below = editor.text[len(body) :]
    sign_off = len(editor.text) - len(below.lstrip())
    if below and editor.cursor_location >= editor.location(sign_off):
        editor.move_cursor(editor.location(writing_offset(editor.text)))
    editor.put_line(text)


def parse_answer(text: str) -> tuple[str | None, str]:
    """Return the answer to a concern, and the sentence that it is put into the letter as."""
    answer = clean_line(text)
    return (answer, f"→ {as_sentence(answer)}") if answer else (None, "")
