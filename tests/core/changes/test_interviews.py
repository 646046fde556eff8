"""Interviews are added and deleted; values that do not fit are refused."""

from datetime import date

import pytest
from pydantic import ValidationError

from followup_tui.core.changes.interviews import (
    AddInterview,
    DeleteInterview,
    TickStep,
)
from followup_tui.core.model.logbook import StepId
from tests.core.builders import at
from tests.core.changes.examples import LOGBOOK, OTHER, interview


def test_an_added_interview_comes_last_and_a_deleted_interview_is_gone() -> None:
    new = interview("new", company="Cyan")
    added = AddInterview(new).apply(LOGBOOK)
    assert AddInterview(new).title == "adding Cyan"
    assert [interview.id for interview in added.interviews] == ["acme", "other", "new"]
    assert all(old is new for old, new in zip(LOGBOOK.interviews, added.interviews, strict=False))
    deleting = DeleteInterview("acme", "Acme", at("2026-11-25T10:00"))
    assert deleting.title == "deleting Acme"
    assert deleting.apply(added).interviews == (OTHER, new)
    assert deleting.apply(added).model_extra == {"owner": "Sam"}


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError, match="the year 9999 is outside"):
        TickStep("acme", StepId.ASK, date(9999, 12, 31)).apply(LOGBOOK)
