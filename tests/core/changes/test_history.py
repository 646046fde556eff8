"""Undo and redo: all the way back and forth, typing folded, renamings kept."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.changes import history as module
from followup_tui.core.changes.base import Change
from followup_tui.core.changes.contacts import DeleteContact, RecordContact
from followup_tui.core.changes.history import FOLD_SECONDS, History
from followup_tui.core.changes.interviews import (
    AddInterview,
    DeleteInterview,
    EditInterview,
    SetPromise,
    SkipPerson,
    TickStep,
)
from followup_tui.core.changes.notes import AddNotes, WriteNotes
from followup_tui.core.model.logbook import Logbook, StepId
from followup_tui.storage.toml.writer import encode
from tests.core import builders
from tests.core.builders import at, contact, day, interview, promise

START = at("2026-11-23T18:00")
ACME = interview(notes="@ Dana\n", id="acme", contacts=[contact("thank-you", "2026-11-23", "Dana")])
LOGBOOK = Logbook.model_validate({"interview": (ACME, interview(id="other"))})


class User:
    """Someone who makes changes, with the time that passes between them."""

    def __init__(self, logbook: Logbook = LOGBOOK) -> None:
        self.history, self.logbook, self.now = History(), logbook, START

    def do(self, change: Change, after: float = 60) -> "User":
        self.now += timedelta(seconds=after)
        self.history, self.logbook = self.history.do(change, self.logbook, self.now)
        return self

    def type(self, notes: str, after: float = 1, id: str = "acme") -> "User":
        return self.do(WriteNotes(id, notes), after)

    def undo(self) -> Change:
        undone = self.history.undo(self.logbook)
        assert undone is not None
        self.history, self.logbook, change = undone
        return change

    def redo(self) -> Change:
        redone = self.history.redo(self.logbook)
        assert redone is not None
        self.history, self.logbook, change = redone
        return change

    @property
    def notes(self) -> str:
        return self.logbook.interviews[0].notes

    @property
    def steps(self) -> int:
        return len(self.history.past)


ids = st.sampled_from(("acme", "other", "new", "gone"))
held = interview(id="new", company="Cyan")
changes: st.SearchStrategy[Any] = st.one_of(
    st.builds(
        TickStep, ids, st.sampled_from(list(StepId)), st.sampled_from((day("2026-11-23"), "skipped", None))
    ),
    st.builds(WriteNotes, ids, builders.notes, st.booleans()),
    st.builds(WriteNotes, st.just("acme"), builders.notes, st.booleans()),
    st.builds(AddNotes, ids, builders.note_lines, st.none() | builders.days),
    st.builds(
        SkipPerson, ids, st.sampled_from((StepId.THANK, StepId.CONNECT)), builders.names, st.booleans()
    ),
    st.builds(
        RecordContact,
        ids,
        st.builds(contact, st.just("follow-up"), st.just("2026-12-05"), builders.names),
        st.none(),
    ),
    st.builds(SetPromise, ids, st.builds(promise, st.just("2026-11-23"), builders.days.map(str))),
    st.builds(EditInterview, st.builds(interview, id=ids, company=builders.names)),
    st.builds(DeleteContact, ids, st.just("thank-you 2026-11-23 Dana"), st.just(START)),
    st.builds(DeleteInterview, ids, st.just("Acme"), st.just(START)),
    st.just(AddInterview(held)),
)
pauses = st.sampled_from((0, 0.3, 1.9, 2, 2.1, 60, -30))


@given(st.lists(st.tuples(changes, pauses), max_size=25))
def test_as_many_undos_as_steps_bring_back_the_first_and_redos_the_last(
    made: list[tuple[Change, float]],
) -> None:
    user = User()
    for change, pause in made:
        if isinstance(change, AddInterview) and user.logbook.interview(change.interview.id):
            continue
        user.do(change, pause)
    last, steps = user.logbook, user.steps
    written = encode(last)
    assert steps <= len(made)
    back = [user.undo() for _ in range(steps)]
    assert user.history.undo(user.logbook) is None
    assert user.logbook is LOGBOOK
    assert encode(user.logbook) == encode(LOGBOOK)
    assert [user.redo() for _ in range(steps)] == back[::-1]
    assert user.history.redo(user.logbook) is None
    assert user.logbook is last
    assert encode(user.logbook) == written


@given(st.lists(st.one_of(changes, st.sampled_from(("undo", "redo"))), max_size=30))
def test_every_undo_is_undone_by_a_redo(made: list[Change | str]) -> None:
    user = User()
    for item in made:
        before, history = user.logbook, user.history
        if item == "undo" and user.steps:
            user.undo()
            user.redo()
            assert (user.logbook, user.history) == (before, history)
            user.undo()
        elif item == "redo" and history.future:
            user.redo()
            user.undo()
            assert (user.logbook, user.history) == (before, history)
            user.redo()
        elif not isinstance(item, str):
            is_taken = isinstance(item, AddInterview) and user.logbook.interview(item.interview.id)
            if not is_taken:
                user.do(item)
                changed = user.logbook is not before
                assert user.steps == len(history.past) + changed
                assert user.history.future == (() if changed else history.future)


def test_nothing_done_is_nothing_to_undo() -> None:
    assert History().undo(LOGBOOK) is None
    assert History().redo(LOGBOOK) is None
    user = User().do(TickStep("gone", StepId.ASK, "skipped")).do(WriteNotes("acme", "@ Dana\n"))
    assert (user.history, user.logbook is LOGBOOK) == (History(), True)


def test_undo_and_redo_return_the_change() -> None:
    skip, note = TickStep("acme", StepId.ASK, "skipped"), AddNotes("acme", "x")
    user = User().do(skip).do(note)
    assert (user.undo(), user.undo(), user.redo(), user.redo()) == (note, skip, skip, note)


def test_a_new_change_clears_what_could_be_redone_and_an_idle_change_does_not() -> None:
    user = User().do(AddNotes("acme", "x")).do(AddNotes("acme", "y"))
    user.undo()
    user.do(AddNotes("gone", "z")).do(WriteNotes("acme", user.notes))
    assert len(user.history.future) == 1
    user.do(AddNotes("acme", "z"))
    assert user.notes == "@ Dana\nx\nz\n"
    assert user.history.redo(user.logbook) is None


def test_typing_without_a_pause_is_a_single_step() -> None:
    user = User().type("h").type("he", FOLD_SECONDS).type("hey", 0)
    assert (user.steps, user.notes) == (1, "hey")
    user.undo()
    assert user.logbook is LOGBOOK
    user.redo()
    assert user.notes == "hey"


@pytest.mark.parametrize("pause", [FOLD_SECONDS + 0.001, 60, -1])
def test_a_pause_begins_a_new_step(pause: float) -> None:
    user = User().type("h").type("he", pause)
    assert user.steps == 2
    user.undo()
    assert user.notes == "h"


def test_the_pause_is_counted_from_the_last_letter() -> None:
    user = User()
    for length in range(1, 10):
        user.type("x" * length, 1.5)
    assert user.steps == 1


def test_other_changes_and_other_interviews_are_not_folded() -> None:
    skip = TickStep("acme", StepId.ASK, "skipped")
    assert User().type("h").type("h", id="other").steps == 2
    assert User().type("h").do(skip, 0).type("he").steps == 3
    assert User().do(AddNotes("acme", "x"), 0).do(AddNotes("acme", "y"), 0).steps == 2
    assert User().do(AddNotes("acme", "x"), 0).type("h", 0).steps == 2


def test_typing_after_an_undo_is_a_step_of_its_own() -> None:
    user = User().type("h").do(AddNotes("acme", "x"), 0.5)
    user.undo()
    user.type("ha", 0.5)
    assert (user.steps, user.history.future) == (2, ())
    user.undo()
    assert user.notes == "h"


def test_a_name_deleted_and_typed_anew_without_a_pause_is_a_renaming() -> None:
    user = User().type("@ \n").type("@ M\n").type("@ Mina\n")
    assert user.steps == 1
    assert [item.person for item in user.logbook.interviews[0].contacts] == ["Mina"]
    user.undo()
    assert [item.person for item in user.logbook.interviews[0].contacts] == ["Dana"]


def test_a_name_typed_anew_after_a_pause_is_another_person() -> None:
    user = User().type("@ \n").type("@ Mina\n", 3)
    assert [item.person for item in user.logbook.interviews[0].contacts] == ["Dana"]


def test_typing_back_to_the_beginning_leaves_the_beginning() -> None:
    user = User().type("@ Dan\n").type("@ Da\n").type("@ Dana\n")
    assert encode(user.logbook) == encode(LOGBOOK)
    assert [item.person for item in user.logbook.interviews[0].contacts] == ["Dana"]


def test_no_more_than_the_maximum_of_steps_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_STEPS", 5)
    user = User()
    for n in range(9):
        user.do(AddNotes("acme", str(n)))
    assert user.steps == 5
    for _ in range(5):
        user.undo()
    assert user.notes == "@ Dana\n0\n1\n2\n3\n"
    assert user.history.undo(user.logbook) is None
