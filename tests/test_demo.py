"""The demo shows each state of an interview, whatever day it is."""

from datetime import datetime, timedelta

import pytest

from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import parse_facts
from followup_tui.core.rules.agenda import AgendaGroup, group_of
from followup_tui.core.rules.plan import plan_positions
from followup_tui.core.rules.round_plan import open_texts
from followup_tui.demo import demo_text
from tests.decoding import decode

FIRST = datetime.fromisoformat("2026-11-23T16:00:00+01:00")


@pytest.mark.parametrize("days", range(14))
@pytest.mark.parametrize("hour", [0, 9, 23])
def test_it_has_something_due_something_waiting_and_something_to_come(days: int, hour: int) -> None:
    now = (FIRST + timedelta(days=days)).replace(hour=hour)
    logbook = decode(demo_text(now).encode())
    position_plans = plan_positions(logbook.interviews, now, logbook.rules)
    plans = {position.position.company: position for position in position_plans}
    groups = {company: group_of(position) for company, position in plans.items()}
    assert 3 <= len(groups) <= 5
    assert groups["Acme Robotics"] is AgendaGroup.DUE
    assert groups["Borealis Energy"] is AgendaGroup.WAITING
    assert groups["Cyan Labs"] is AgendaGroup.UPCOMING
    assert not plans["Acme Robotics"].promised.is_estimate
    assert plans["Delta Maps"].window.opens is not None


@pytest.mark.parametrize("days", range(14))
@pytest.mark.parametrize("hour", [0, 9, 23])
def test_a_position_has_two_rounds_and_the_second_answers_a_concern_of_the_first(
    days: int, hour: int
) -> None:
    now = (FIRST + timedelta(days=days)).replace(hour=hour)
    logbook = decode(demo_text(now).encode())
    plans = plan_positions(logbook.interviews, now, logbook.rules)
    (rounds,) = (position.position.interviews for position in plans if len(position.position.interviews) > 1)
    assert [interview.round for interview in rounds] == [1, 2]
    first, second = (parse_facts(interview.notes, interview.held_on) for interview in rounds)
    assert open_texts([first], signs.CONCERN) == tuple(fact.text for fact in second.texts_of(signs.CONCERN))
    assert open_texts([second], signs.CONCERN) == ()
    assert len(open_texts([second], signs.QUESTION)) == 1
    assert all(facts.covers(sign) for facts in (first, second) for sign in (signs.QUESTION, signs.PAY))
