"""The rows of the checklist that ask which of two versions of a field holds."""

from followup_tui.core.model.logbook import Conflict, Interview
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.row_keys import ConflictRow, RowKey
from followup_tui.tui.widgets.row_list import Row, RowLine
from followup_tui.tui.widgets.styled_lines import Span, StyledLine, Tone


def conflict_rows(interview: Interview, keymap: Keymap) -> list[Row[RowKey]]:
    """Return a row for each conflict of an interview."""
    keys = (Span(keymap.format("{step.tick} take · {step.skip} leave "), Tone.MUTED),)
    return [
        Row(ConflictRow(number), (RowLine(_left(conflict), keys, shorter=((),)),))
        for number, conflict in enumerate(interview.conflicts)
    ]


def _left(conflict: Conflict) -> StyledLine:
    """Return what the user decides by: where there is little room, the keys give way to it."""
    return Span("≠ ", Tone.DUE), Span(f"{conflict.field}: elsewhere {_quoted(conflict)}")


def _quoted(conflict: Conflict) -> str:
    return f"“{conflict.text or conflict.value}”"


def conflict_reason(interview: Interview, row: RowKey | None, keymap: Keymap) -> str:
    """Return both versions and the keys to decide by, if the row is a conflict; else empty."""
    if not isinstance(row, ConflictRow) or row.number >= len(interview.conflicts):
        return ""
    # Conflicts are rare.
    from followup_tui.core.merge.field_paths import get_field
    from followup_tui.core.merge.fields import MISSING

    conflict = interview.conflicts[row.number]
    value = get_field(interview, conflict.field)
    here = "nothing" if value is MISSING or value in (None, "") else f"“{value}”"
    keys = keymap.format("{step.tick} takes the version from elsewhere, {step.skip} keeps yours.")
    return f"Here: {here}. {keys} Elsewhere: {_quoted(conflict)}."
