"""The welcome that an empty logbook shows."""

from followup_tui.core.notes.signs import legends
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.widgets.styled_lines import Span, Tone


def welcome(keymap: Keymap) -> tuple[tuple[Span, ...], ...]:
    """Return the lines of the welcome, with the keys in use."""
    return (
        (Span("Just out of an interview?", Tone.STRONG),),
        (),
        (
            Span("Press "),
            Span(keymap.key("interview.add"), Tone.TITLE),
            Span(", type the company, press "),
            Span("enter", Tone.TITLE),
            Span(": then write."),
        ),
        (
            Span("Lines that begin with "),
            Span(legends()[-1], Tone.TITLE),
            Span(" become facts and dates."),
        ),
        (
            Span("Nothing to add yet? "),
            Span("followup-tui demo", Tone.TITLE),
            Span(" shows four made-up interviews."),
        ),
    )
