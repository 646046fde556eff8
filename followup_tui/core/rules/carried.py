"""What stays in view in every later round of a position: open concerns, open questions and pay."""

from typing import NamedTuple

from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.notes import signs
from followup_tui.core.notes.signs import SignSpec
from followup_tui.core.rules.position import Position
from followup_tui.core.rules.round_plan import facts_of, open_texts, pool_facts
from followup_tui.core.text import fold_name

CARRIED_SIGNS = (signs.CONCERN, signs.QUESTION, signs.PAY)
"""The signs whose facts are carried over, in the order in which they are shown."""


class CarriedFact(NamedTuple):
    """A line of an earlier round's notes that still matters."""

    sign: SignSpec
    text: str
    round_number: int
    """The number of its round."""
    interview_id: str
    """The id of the interview in whose notes it is."""
    line: int
    """The number of the line in those notes, from 0."""


def carried_facts(position: Position, shown: Interview, rules: Rules) -> tuple[CarriedFact, ...]:
    """Return the open concerns, the open questions and all about pay from the rounds before `shown`.

    What was noted again in several rounds is listed once, in its latest words; what the interview itself
    repeats is left out (ours): it is in view there.
    """
    earlier = [
        (number, record)
        for number, round_ in zip(position.round_numbers, position.rounds, strict=False)
        for record in round_.interviews
        if shown not in round_.interviews and round_.begins_at < shown.held_at
    ]
    if not earlier:
        return ()
    pooled = [pool_facts(round_, rules) for round_ in position.rounds]
    by_text: dict[tuple[SignSpec, str], CarriedFact] = {}
    own = facts_of(shown.notes, shown.held_on, rules.holidays)
    for sign in CARRIED_SIGNS:
        open_keys = set(map(fold_name, open_texts(pooled, sign)))
        repeated = {fold_name(fact.text) for fact in own.texts_of(sign)}
        for number, record in earlier:
            for fact in facts_of(record.notes, record.held_on, rules.holidays).texts_of(sign):
                key = fold_name(fact.text)
                if key not in repeated and (key in open_keys or not sign.has_answer):
                    by_text[sign, key] = CarriedFact(sign, fact.text, number, record.id, fact.line)
    return tuple(by_text.values())
