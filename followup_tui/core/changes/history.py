"""Undo and redo.

The policy: every change is one step of undo, and undoing it brings back the logbook as it was before,
whole. Typing is folded: the same notes, or the same draft, written again within `FOLD_SECONDS` of the last
time are one step, so `u` takes back a phrase, not a letter; a paste stays a step of its own. A folded step is
applied anew to the logbook before the first of its parts, so a name that was deleted and typed anew in one
go still counts as renamed. A new change forgets what could have been redone. The last `LIMIT` changes are
kept.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from followup_tui.core.changes.base import Change
from followup_tui.core.changes.drafts import WriteDraft
from followup_tui.core.changes.notes import WriteNotes
from followup_tui.core.model.logbook import Logbook

FOLD_SECONDS = 2.0
"""Pause in typing, in seconds, after which the next letter begins a new step of undo (ours)."""
LIMIT = 1000
"""How many changes can be undone (ours)."""


class Step(NamedTuple):
    """One step of undo: what was done, when it was last added to, and the logbook on its other side."""

    change: Change
    at: datetime
    logbook: Logbook


class History(NamedTuple):
    """What can be undone and what can be redone, latest last."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def do(self, change: Change, logbook: Logbook, at: datetime) -> tuple["History", Logbook]:
        """The history with `change`, made at the moment `at`, and the logbook after it.

        Both are the same as before where nothing changed.
        """
        if self._folds(change, at):
            before = self.past[-1].logbook
            after = change.apply(before)
            if after == logbook:
                return self, logbook
            if after is before:
                # Typed and taken back in one go: nothing is left to undo.
                return History(self.past[:-1]), before
            return History((*self.past[:-1], Step(change, at, before))), after
        after = change.apply(logbook)
        if after is logbook:
            return self, logbook
        return History((*self.past[-LIMIT + 1 :], Step(change, at, logbook))), after

    def undo(self, logbook: Logbook) -> tuple["History", Logbook, Change] | None:
        """The history, the logbook before the last change, and that change; None if none."""
        if not self.past:
            return None
        step = self.past[-1]
        redo = Step(step.change, step.at, logbook)
        return History(self.past[:-1], (*self.future, redo)), step.logbook, step.change

    def redo(self, logbook: Logbook) -> tuple["History", Logbook, Change] | None:
        """The history, the logbook after the change undone last, and that change; None if none."""
        if not self.future:
            return None
        step = self.future[-1]
        return (
            History((*self.past, Step(step.change, step.at, logbook)), self.future[:-1]),
            step.logbook,
            step.change,
        )

    def rebased(self, over: Callable[[Logbook], Logbook]) -> "History":
        """The history as if what was merged in from outside (`over`) had been there all along.

        So an undo takes back what was done here and nothing of that. Typing goes on as a new step.
        """
        past = [step._replace(logbook=over(step.logbook)) for step in self.past]
        if past:
            past[-1] = past[-1]._replace(at=past[-1].at - timedelta(seconds=2 * FOLD_SECONDS))
        return History(tuple(past), tuple(step._replace(logbook=over(step.logbook)) for step in self.future))

    def _folds(self, change: Change, at: datetime) -> bool:
        if self.future or not self.past:
            return False
        last, typed = self.past[-1], _typed_in(change)
        if typed is None or typed != _typed_in(last.change):
            return False
        return 0 <= (at - last.at).total_seconds() <= FOLD_SECONDS


def _typed_in(change: Change) -> tuple[str, str] | None:
    """What a change typed in: an interview's notes, or a draft; None where it is no typing."""
    if isinstance(change, WriteNotes) and change.is_typed:
        return change.interview_id, ""
    if isinstance(change, WriteDraft) and change.is_typed:
        return change.interview_id, change.draft.id
    return None
