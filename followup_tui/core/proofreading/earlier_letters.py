"""Something personal that the same person has read in an earlier letter already (ours)."""

from collections.abc import Iterator

from followup_tui.core.dates.format import day_name
from followup_tui.core.letters.earlier import detail_stems, last_letter_with, letters_to, names_in, stems_of
from followup_tui.core.letters.names import WORD
from followup_tui.core.letters.telling_words import stem
from followup_tui.core.notes import signs
from followup_tui.core.notes.facts import fact_lines
from followup_tui.core.proofreading.context import Context
from followup_tui.core.proofreading.finding import Finding, FindingKind


def known_detail_findings(context: Context) -> Iterator[Finding]:
    """Yield each thing noted about somebody that this letter and an earlier one to them speak of."""
    letters = letters_to(context.draft.person, context.position) if context.draft.person else ()
    if not letters:
        return
    names = names_in(context.position)
    for record in context.position.interviews:
        for line in fact_lines(record.notes):
            if line.sign is not signs.PERSONAL:
                continue
            stems = detail_stems(line.text, names)
            letter = last_letter_with(stems, letters)
            if letter is None:
                continue
            stems &= stems_of(letter.text)
            found = next((word for word in WORD.finditer(context.body) if stem(word[0]) in stems), None)
            if found:
                day = day_name(letter.at.date(), context.today)
                message = f"You wrote about “{found[0]}” on {day}: bring up something else."
                yield Finding(FindingKind.REPEATS, found.start(), found.end(), message)
