"""The years in which dates are accepted."""

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""First and last accepted year (ours): arithmetic with days between them can't leave the calendar."""


def is_accepted_year(year: int) -> bool:
    """Return whether dates of that year are accepted."""
    return FIRST_YEAR <= year <= LAST_YEAR


def outside_years(year: int) -> str:
    """Return, as a clause, that dates of that year are not accepted."""
    return f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}"
