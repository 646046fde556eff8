"""Joining positions: offered after an interview is added that may be a round of a position on record."""

from collections.abc import Callable

from followup_tui.core.changes.positions import JoinPositions
from followup_tui.core.dates.format import count
from followup_tui.core.model.logbook import Interview
from followup_tui.core.rules.position import Position, company_key, joinable
from followup_tui.tui.screens.host import Host

MAX_CHOICES = 9
"""How many positions are offered at most: each has a digit."""


def offer_to_join(host: Host, interview: Interview, then: Callable[[], None]) -> None:
    """Ask whether a new interview is a round of an open position, if it may be; call `then` at the end."""
    session = host.session
    added = session.position_plan(interview.id)
    found: tuple[Position, ...] = ()
    if added is not None and len(added.position.interviews) == 1:
        known = [plan.position for plan in session.open_plans()]
        found = joinable(interview, known, session.now().date(), session.logbook.rules)
        found = tuple(position for position in found if not _are_two_roles(interview, position))
    if not found:
        then()
        return
    from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog

    choices = [
        KeyedChoice(str(number), _name(position), count(len(position.rounds), "round"), position.id)
        for number, position in enumerate(found[:MAX_CHOICES], start=1)
    ]
    choices.append(KeyedChoice("n", "no", "a position of its own", ""))

    def chosen(id: str | None) -> None:
        if id:
            undo = host.keymap.format("{history.undo} separates them again.")
            host.do(JoinPositions((id, interview.id)), f"Joined as rounds of one position. {undo}")
        then()

    dialog = KeyedChoiceDialog(
        f"{interview.company}: a round of …", "Is it another round of one of these?", tuple(choices)
    )
    host.ask(dialog, chosen)


def _are_two_roles(interview: Interview, position: Position) -> bool:
    """Return whether a role is named for both at the same company: these are two positions."""
    is_same_company = company_key(interview.company) == company_key(position.company)
    return is_same_company and bool(interview.role) and bool(position.role)


def _name(position: Position) -> str:
    return f"{position.company}, {position.role}" if position.role else position.company
