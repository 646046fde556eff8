"""Reviews: a letter without open findings is ready, and what was dismissed stays dismissed."""

from followup_tui.core.model.logbook import ContactKind, Draft
from followup_tui.core.proofreading.review import LetterState, dismissal, letter_states, review
from tests.core.builders import interview
from tests.core.letters.builders import GOOD, KNOWN, NOTES, TODAY, book, draft, only


def state(letter: Draft) -> LetterState:
    return review(letter, interview(notes=NOTES), book(), TODAY).state(letter)


def test_a_letter_without_open_findings_is_ready() -> None:
    assert state(draft()) is LetterState.READY
    assert state(draft(GOOD.replace("Dana", "Dina"))) is LetterState.DRAFT
    assert state(draft(f"{GOOD.strip()}\n\nKind regards,\n")) is LetterState.DRAFT
    assert state(draft("  \n")) is LetterState.DRAFT


def test_a_dismissal_holds_as_long_as_the_words_stand() -> None:
    at_acme, wrong = interview(notes=NOTES), draft(GOOD.replace("Dana", "Dina"))
    (found,) = review(wrong, at_acme, book(), TODAY).open
    answered = wrong.but(dismissed=(dismissal(found, wrong),))
    assert review(answered, at_acme, book(), TODAY) == ((), 1)
    assert state(answered) is LetterState.READY
    changed = answered.but(body=answered.body.replace("Dina", "Donna"))
    assert state(changed) is LetterState.DRAFT


def test_a_note_through_somebody_else_has_the_length_of_an_email() -> None:
    short = draft("Dear Dana,\n\nThank you for the ice hockey.\n\nJo\n")
    through = short.but(channel="email via Luis Ortega")
    at_acme = interview(notes=NOTES)
    assert "too short" in [found.kind for found in review(through, at_acme, book(), TODAY).open]
    assert review(through, at_acme, book(), TODAY) == review(short, at_acme, book(), TODAY)


def test_each_unsent_letter_has_a_state() -> None:
    drafts = (
        draft(),
        draft("Dear Lois,\n", id="d2", person="Luis Ortega"),
        draft("Dear [Name],\n", id="d3", kind="follow-up", person="Luis Ortega"),
    )
    logbook = book(*drafts)
    assert letter_states(only(logbook), logbook, TODAY, KNOWN) == {
        (ContactKind.THANK_YOU, "dana reyes"): LetterState.READY,
        (ContactKind.THANK_YOU, "luis ortega"): LetterState.DRAFT,
        (ContactKind.FOLLOW_UP, ""): LetterState.DRAFT,
        (ContactKind.FOLLOW_UP, "luis ortega"): LetterState.DRAFT,
    }
