"""Positions that may be one: where the names are similar, joining is offered, never done."""

from collections.abc import Iterable, Iterator
from datetime import date

from followup_tui.core.companies import company_key
from followup_tui.core.model.logbook import Interview
from followup_tui.core.model.rules import Rules
from followup_tui.core.rules.outcomes import is_closing
from followup_tui.core.rules.position import Position, positions

_Companions = dict[str, dict[str, Interview]]
"""Id of an interview -> the records of its position, by their ids."""


def joinable(
    interview: Interview, known: Iterable[Position], today: date, rules: Rules
) -> tuple[Position, ...]:
    """Return the open positions that this interview may be a round of, though the names leave it apart.

    These are the other open positions whose company has the same name, or one that begins with the other's
    ("Acme" and "Acme Robotics"). Two roles named at the same company are two positions.
    """
    return tuple(
        position
        for position in known
        if all(record.id != interview.id for record in position.interviews)
        and not position.outcome(today, rules)
        and _may_be_same(interview, position)
    )


def _may_be_same(interview: Interview, position: Position) -> bool:
    name, other = company_key(interview.company), company_key(position.company)
    if name == other:
        return not (interview.role and position.role)
    return name.startswith(f"{other} ") or other.startswith(f"{name} ")


def is_offered(interview: Interview, position: Position) -> bool:
    """Return whether joining is offered for an interview: it stands alone, and was not put apart by hand."""
    return len(position.interviews) == 1 and not interview.position


def describe_positions(before: Iterable[Interview], after: Iterable[Interview]) -> tuple[str, ...]:
    """Return what a merge or an import did to positions, and which it may be right to join, in sentences."""
    return (*describe_regrouping(before, after), *describe_joinable(before, after))


def describe_joinable(before: Iterable[Interview], after: Iterable[Interview]) -> tuple[str, ...]:
    """Return a sentence for each added interview that may be a round of an open position."""
    old = {interview.id for interview in before}
    still_open = [found for found in positions(after) if not is_closing(found.recorded_outcome)]
    sentences = (
        f"{added.company}: perhaps another round at {position_label(other)}? J in the app joins them."
        for number, position in enumerate(still_open)
        for added in position.interviews[:1]
        if added.id not in old and is_offered(added, position)
        for other_number, other in enumerate(still_open)
        if _may_be_same(added, other) and (other_number < number or other.id in old)
    )
    return tuple(dict.fromkeys(sentences))


def position_label(position: Position) -> str:
    """Return company and role of a position, as far as known."""
    return f"{position.company}, {position.role}" if position.role else position.company


def describe_regrouping(before: Iterable[Interview], after: Iterable[Interview]) -> tuple[str, ...]:
    """Return what a merge did to positions: a sentence for each pair of rounds put together or apart."""
    old, new = _companions(before), _companions(after)
    put_together = [
        f"{company}: two rounds are now one position." for company in _companies_of_new_pairs(old, new)
    ]
    put_apart = [
        f"{company}: two rounds are no longer one position." for company in _companies_of_new_pairs(new, old)
    ]
    return tuple(dict.fromkeys(put_together + put_apart))


def _companies_of_new_pairs(old: _Companions, new: _Companions) -> Iterator[str]:
    """Yield the company of each pair of interviews that `new` puts into one position, and `old` into two."""
    for id, others in new.items():
        for other_id, other in others.items():
            is_first_of_pair = id < other_id  # a pair is listed under both of its ids
            if is_first_of_pair and id in old and other_id in old and other_id not in old[id]:
                yield other.company


def _companions(interviews: Iterable[Interview]) -> _Companions:
    """Return for each interview, by its id, the records of its position."""
    return {
        record.id: {other.id: other for other in position.interviews}
        for position in positions(interviews)
        for record in position.interviews
    }
