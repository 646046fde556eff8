"""What only a longer run (`-m slow`) tries."""

import pytest


def in_long_runs(*values: object) -> list[object]:
    """Return cases of a table that the everyday run leaves out, since others like them cover the same."""
    return [pytest.param(value, marks=pytest.mark.slow) for value in values]
