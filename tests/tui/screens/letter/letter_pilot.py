"""The letter's screen under the pilot: how it is opened, written in and handed over."""

from typing import Any

from followup_tui.core.model.logbook import StepId
from followup_tui.tui.screens.letter.hand_over import HandOverDialog, Way
from followup_tui.tui.screens.letter.screen import LetterScreen
from followup_tui.tui.screens.row_keys import RowKey, StepRow
from followup_tui.tui.widgets.letter_editor import LetterEditor
from followup_tui.tui.widgets.row_list import RowList
from tests.tui.pilot import Running

LETTERS = """\
format = 1
[[interview]]
id = "acme"
company = "Acme"
held_at = 2026-11-23T14:00:00+01:00
notes = '''
@ Dana Reyes, manager <dana@acme.example>
@ Luis Ortega
@ Mina Okafor, head of data
> decision by 2026-12-04
+ references by 2026-11-27
= printed portfolio
! Kubernetes
~ Dana plays ice hockey
'''
"""
PERSONAL = "Your stories about ice hockey made me smile."
AT_THANK = StepRow(StepId.THANK)
CONTACT = """
[[interview.contact]]
id = "c{n}"
at = 2026-11-23T15:{n:02}:00+01:00
kind = "thank-you"
person = "Luis Ortega"
channel = "email"
text = '''
{text}'''
"""
WAYS = {
    "text": Way.COPY_TEXT,
    "subject": Way.COPY_SUBJECT,
    "mailto": Way.MAIL_PROGRAM,
    "eml": Way.MAIL_DRAFT,
    "txt": Way.TEXT_FILE,
    "sent": Way.SENT,
    "discard": Way.DISCARD,
}


def letter(run: Running) -> LetterScreen:
    """Return the letter's screen, which must be the one on top."""
    screen = run.app.screen
    assert isinstance(screen, LetterScreen)
    return screen


def text(run: Running) -> LetterEditor:
    """Return the editor of the letter."""
    return letter(run).query_one(LetterEditor)


async def opened(run: Running, row: RowKey = AT_THANK) -> None:
    """Open the letter of a row of the checklist."""
    await run.go(row)
    await run.press("w")
    letter(run)


async def replace(run: Running, old: str, new: str) -> None:
    """Put other words into the letter, and proofread it."""
    start = text(run).text.index(old)
    text(run).put(new, start, start + len(old))
    await checked(run)


async def checked(run: Running) -> None:
    """Proofread at once instead of after a pause in typing."""
    await run.idle()
    letter(run).draft.check()
    await run.idle()


def drafts(run: Running, id: str = "acme") -> list[dict[str, Any]]:
    """Return the drafts in the file."""
    return list(run.interview(id).get("draft", []))


def contacts(run: Running, id: str = "acme") -> list[dict[str, Any]]:
    """Return the contacts in the file."""
    return list(run.interview(id).get("contact", []))


def findings(run: Running) -> list[str]:
    """Return the kinds of what the proofreader found."""
    return [str(finding.kind) for finding in letter(run).draft.findings]


async def hand(run: Running, way: str) -> None:
    """Hand the letter over in one of the ways of the dialog."""
    await run.press("ctrl+g")
    assert isinstance(run.app.screen, HandOverDialog)
    run.app.screen.query_one(RowList).cursor = WAYS[way]
    await run.press("enter")
