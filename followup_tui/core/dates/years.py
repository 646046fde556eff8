"""The years in which dates are accepted."""

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""First and last accepted year (ours): arithmetic with days between them can't leave the calendar."""
