"""The numbers of the method in one value, each with its unit and its source.

The sources: *article* (six steps after a job interview), *survey* (CareerBuilder, 2005),
*career guides* (what they agree on), *ours* (where nobody says).
"""

from typing import Annotated

from pydantic import Field

from followup_tui.core.model.base import Day, Value

Days = Annotated[int, Field(ge=0, le=365)]


class Rules(Value):
    """The numbers that the rules use. The file's `[rules]` holds those that the user changed."""

    notes_fade_percent: int = Field(73, ge=0, le=100)
    """Up to this share of what was heard is gone within `notes_fade_days` (article)."""
    notes_fade_days: Days = 2
    """Days within which most of what was heard is forgotten (article: 1 to 2)."""
    write_down_late_days: Days = 1
    """Days after the interview from which unwritten notes are late (article)."""
    thank_late_days: Days = 1
    """Days after the interview from which a thank-you note is late (article: due that day)."""
    thank_very_late_days: Days = 2
    """Days after which a thank-you note is very late (survey)."""
    thank_expected_percent: int = Field(26, ge=0, le=100)
    """Share of interviewers who expect a thank-you note within 2 days (survey)."""
    thank_lapse_days: Days = 5
    """Days after the interview on which a thank-you note is still worth sending (survey: 36 % expect one
    within 3 to 5 days)."""
    notes_lapse_days: Days = 7
    """Days after the interview on which notes are still asked for (ours)."""
    thank_words_min: int = Field(40, ge=0, le=1000)
    """Fewest words of a thank-you note (career guides)."""
    thank_words_max: int = Field(150, ge=1, le=5000)
    """Most words of a thank-you note (article: short; the figure from career guides)."""
    thank_paragraphs_max: int = Field(3, ge=1, le=50)
    """Most paragraphs of a thank-you note (career guides)."""
    connect_after_days: Days = 1
    """Days after the interview from which to connect online (career guides)."""
    too_soon_days: Days = 2
    """Days after the interview without a follow-up (article: not on Friday and Saturday after a Thursday)."""
    window_working_days: int = Field(2, ge=1, le=20)
    """Working days after the promised day that are right for a follow-up (article; working days: ours)."""
    guess_days: int = Field(7, ge=1, le=365)
    """Days after the interview taken as the promised day when nothing was promised (career guides)."""
    follow_up_limit: int = Field(2, ge=0, le=20)
    """Follow-ups to one company for each round, whoever they go to (article)."""
    second_follow_up_days: Days = 7
    """Days between one follow-up and the next (career guides)."""
    close_after_silence_days: Days = 14
    """Days of silence after the last follow-up before closing is suggested (career guides)."""
    close_after_promise_days: Days = 30
    """Days past the promised day before closing is suggested (career guides)."""
    answer_days: int = Field(7, ge=1, le=365)
    """Days after an answer "still deciding" without a date that are quiet, and days after an answer that asks
    for nothing and says nothing from which checking in is possible again (ours)."""
    offer_days: int = Field(7, ge=1, le=365)
    """Days after an offer taken as its deadline where none was named (ours)."""
    offer_reminder_days: Days = 7
    """Days after an offer's deadline on which it is still asked whether it was answered (ours)."""
    material_days: Days = 2
    """Days after the interview on which material without a date is due, by estimate (ours)."""
    went_on_days: Days = 60
    """Days after a round that `went on` from which its position counts as closed without another (ours)."""
    holidays: tuple[Day, ...] = ()
    """Dates on which nobody works, besides Saturdays and Sundays (ours)."""
