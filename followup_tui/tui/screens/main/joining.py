"""Which interviews are rounds of one position: joined and separated by hand.

Joining is offered where an interview was added, or got another name, that may be a round of a position.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from followup_tui.core.changes.grouping import JoinPositions, SeparateRound
from followup_tui.core.dates.format import count
from followup_tui.core.rules.joining import is_offered, joinable, position_label
from followup_tui.core.rules.position import Position
from followup_tui.tui.screens.host import Host, StepContext

if TYPE_CHECKING:
    from followup_tui.tui.screens.dialogs import KeyedChoice

KEYS = "123456789abcdefghi"
"""The keys of the positions to choose from; no more are shown."""
SEPARATE = "separate"
"""The choice that takes the round out of its position."""


def offer_to_join(
    host: Host,
    interview_id: str,
    then: Callable[[], None] = lambda: None,
    except_for: Collection[str] = (),
) -> None:
    """Ask whether an interview is a round of another open position, if it may be; call `then` at the end.

    Positions of the interviews `except_for` are not offered: the user has just left them.
    """
    session = host.session
    interview = session.logbook.interview(interview_id)
    near: list[Position] = []
    if interview is not None and is_offered(interview, session.position_plan(interview).position):
        open_positions = [plan.position for plan in session.open_plans()]
        near = [
            position
            for position in joinable(interview, open_positions, session.now().date(), session.logbook.rules)
            if all(record.id not in except_for for record in position.interviews)
        ]
    if interview is None or not near:
        then()
        return
    from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog

    def chosen(id: str | None) -> None:
        if id:
            _join(host, id, interview_id)
        then()

    choices = (*_choices(near), KeyedChoice("n", "no", "a position of its own", ""))
    text = "Is it another round of one of these?"
    host.ask(KeyedChoiceDialog(f"{interview.company}: a round of …", text, choices), chosen)


def choose_rounds(host: Host, context: StepContext) -> None:
    """Ask which position the interview shown belongs to: join it with another one, or separate it."""
    from followup_tui.tui.screens.dialogs import KeyedChoice, KeyedChoiceDialog

    session, id = host.session, context.interview.id
    own = context.position
    open_positions = [plan.position for plan in session.open_plans() if plan.position.id != own.id]
    near = joinable(context.interview, open_positions, session.now().date(), session.logbook.rules)
    others = [*near, *(position for position in open_positions if position not in near)]
    is_round = len(own.interviews) > 1
    if not is_round and not others:
        host.show_message("It is on its own, and there is no other open position to join it with.")
        return

    def chosen(choice: str | None) -> None:
        if choice == SEPARATE:
            undo = host.keymap.format("{history.undo} joins it again.")
            host.do(SeparateRound(id), f"A position of its own now, with its own wait. {undo}")
        elif choice is not None:
            _join(host, choice, id)

    separate = KeyedChoice("s", "separate this round", "a position of its own", SEPARATE)
    text, join = "It is on its own.", "Join it with:"
    if is_round:
        text = f"One of {len(own.interviews)} interviews for this position."
        join = "Separate it, or join it with another:"
    if others:
        text = f"{text} {join}"
    choices = (*((separate,) if is_round else ()), *_choices(others))
    host.ask(KeyedChoiceDialog(f"Rounds · {position_label(own)}", text, choices), chosen)


def _choices(positions: Sequence[Position]) -> "list[KeyedChoice]":
    from followup_tui.tui.screens.dialogs import KeyedChoice

    return [
        KeyedChoice(key, position_label(position), count(len(position.rounds), "round"), position.id)
        for key, position in zip(KEYS, positions, strict=False)
    ]


def _join(host: Host, position_id: str, interview_id: str) -> None:
    undo = host.keymap.format("{history.undo} separates them again.")
    host.do(JoinPositions((position_id, interview_id)), f"Joined as rounds of one position. {undo}")
