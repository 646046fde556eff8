"""The welcome that an empty logbook shows: what to press, what the app does, where the file is."""

from collections.abc import Sequence

from followup_tui.core.method import WHEN
from followup_tui.core.model.logbook import STEP_TITLES
from followup_tui.core.notes import signs
from followup_tui.core.text import shorten
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone

STEP_WIDTH = 30
"""The cells for the title of a step, left of when it is done."""
EXAMPLES = (signs.PROMISE, signs.MATERIAL, signs.PERSONAL)
"""The signs that the welcome gives an example of."""


MAX_WAITING = 4
"""How many lines are shown that wait for the first interview."""
MAX_WAITING_LENGTH = 72
"""How much of such a line is shown, in characters: a whole mail may have been pasted."""


def welcome(keymap: Keymap, file: str, height: int, waiting: Sequence[str] = ()) -> tuple[StyledLine, ...]:
    """Return the lines of the welcome that fit into `height`, with the keys in use.

    `file` is where the logbook will be, `waiting` the lines that the first interview will get. On a low
    screen the examples of signs go first, then the steps.
    """
    start: list[StyledLine] = [
        (Span("Just out of an interview?", Tone.STRONG),),
        (),
        (
            Span("Press "),
            Span(keymap.key("interview.add"), Tone.TITLE),
            Span(", type the company, press "),
            Span("enter", Tone.TITLE),
            Span(": then write."),
        ),
        (Span("The app tells you what to do, what can wait, and until when."),),
    ]
    steps: list[StyledLine] = [
        (),
        *(
            (Span(f"{number} {title}".ljust(STEP_WIDTH)), Span(WHEN[step], Tone.MUTED))
            for number, (step, title) in enumerate(STEP_TITLES.items(), start=1)
        ),
    ]
    examples: list[StyledLine] = [
        (),
        (Span("A line that begins with a sign becomes a fact:"),),
        *(
            (Span(sign.character, Tone.TITLE), Span(sign.example.removeprefix(sign.character)))
            for sign in EXAMPLES
        ),
    ]
    if waiting:
        is_long = len(waiting) > MAX_WAITING
        shown = [*waiting[: MAX_WAITING - 1], "…"] if is_long else waiting
        start += [
            (),
            *((Span(shorten(line, MAX_WAITING_LENGTH), Tone.STRONG),) for line in shown),
            (Span("The first interview that you add gets this note.", Tone.MUTED),),
        ]
    end: list[StyledLine] = [
        (),
        (Span("Look around first: "), Span("followup-tui demo", Tone.TITLE)),
        (Span(f"Your file: {file}", Tone.MUTED),),
    ]
    middle = [steps, examples]
    while middle and len(start) + sum(map(len, middle)) + len(end) > height:
        middle.pop()
    return tuple(line for block in (start, *middle, end) for line in block)
