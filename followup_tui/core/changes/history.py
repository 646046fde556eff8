"""Undo and redo.

The policy: every change is one step, and undoing it brings back the whole logbook as it was before. Typing is
folded: when the same notes or the same draft are written again within `FOLD_SECONDS`, that extends the last
step, so that `u` takes back a phrase instead of a letter; a paste is always a step of its own. A folded step
is applied again to the logbook from before its first letter, so a name that is deleted and typed again in one
go still counts as renamed. A new change clears what could be redone. The last `MAX_STEPS` steps are
remembered.

What comes in from outside (another window, a synchronized file) is not a step: `rebased` puts it into every
remembered logbook, so undo takes back what was done here and nothing of it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from followup_tui.core.changes.base import Change
from followup_tui.core.model.logbook import Logbook

FOLD_SECONDS = 2.0
"""A pause in typing, in seconds, after which the next letter begins a new step (ours)."""
MAX_STEPS = 1000
"""How many steps can be undone (ours)."""


class UndoStep(NamedTuple):
    """A change, the moment it was last extended, and the logbook on its other side (before or after it)."""

    change: Change
    at: datetime
    logbook: Logbook


class History(NamedTuple):
    """The steps that can be undone and redone, the latest last."""

    past: tuple[UndoStep, ...] = ()
    future: tuple[UndoStep, ...] = ()

    def do(self, change: Change, logbook: Logbook, at: datetime) -> tuple["History", Logbook]:
        """Return the history with `change`, made at the moment `at`, and the logbook after it.

        Both are the same objects as before if nothing changes.
        """
        if self._extends_last(change, at):
            before = self.past[-1].logbook
            after = change.apply(before)
            if after == logbook:  # the text that is there already was typed once more
                return self, logbook
            if after is before:
                # Typed and deleted in one go: nothing is left to undo.
                return History(self.past[:-1]), before
            # Typing in one go is one step of undo: it replaces the last.
            return History((*self.past[:-1], UndoStep(change, at, before))), after
        after = change.apply(logbook)
        if after is logbook:
            return self, logbook
        return History((*self.past[-MAX_STEPS + 1 :], UndoStep(change, at, logbook))), after

    def undo(self, logbook: Logbook) -> tuple["History", Logbook, Change] | None:
        """Return the history, the logbook before the last change, and that change; None if there is none."""
        if not self.past:
            return None
        step = self.past[-1]
        undone = step._replace(logbook=logbook)
        return History(self.past[:-1], (*self.future, undone)), step.logbook, step.change

    def redo(self, logbook: Logbook) -> tuple["History", Logbook, Change] | None:
        """Return the history, the logbook after the last undone change, and that change; None if none."""
        if not self.future:
            return None
        step = self.future[-1]
        done = step._replace(logbook=logbook)
        return History((*self.past, done), self.future[:-1]), step.logbook, step.change

    def rebased(self, merge_into: Callable[[Logbook], Logbook]) -> "History":
        """Return the history as if a change from outside had always been there; `merge_into` puts it in.

        Typing that goes on afterwards is a new step: the last one is backdated, so that nothing extends it.
        """
        past = [step._replace(logbook=merge_into(step.logbook)) for step in self.past]
        if past:
            past[-1] = past[-1]._replace(at=past[-1].at - timedelta(seconds=2 * FOLD_SECONDS))
        future = [step._replace(logbook=merge_into(step.logbook)) for step in self.future]
        return History(tuple(past), tuple(future))

    def _extends_last(self, change: Change, at: datetime) -> bool:
        if self.future or not self.past:
            return False
        last, target = self.past[-1], _typing_target(change)
        if target is None or target != _typing_target(last.change):
            return False
        return 0 <= (at - last.at).total_seconds() <= FOLD_SECONDS


def _typing_target(change: Change) -> tuple[str, str] | None:
    """Return the interview and draft (empty for notes) that a change types in; None if it is not typing."""
    # The start changes nothing, and is spared these modules.
    from followup_tui.core.changes.drafts import WriteDraft
    from followup_tui.core.changes.notes import WriteNotes

    if isinstance(change, WriteNotes) and change.is_typed:
        return change.interview_id, ""
    if isinstance(change, WriteDraft) and change.is_typed:
        return change.interview_id, change.draft.id
    return None
