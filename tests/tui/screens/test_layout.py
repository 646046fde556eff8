"""Where the layout of the main screen changes."""

import pytest

from followup_tui.tui.screens.layout import layout_classes


@pytest.mark.parametrize(
    ("width", "height", "classes"),
    [
        (40, 12, ("-single", "-low")),
        (69, 31, ("-single", "-low")),
        (70, 32, ("-narrow", "-tall")),
        (109, 35, ("-narrow", "-tall")),
        (110, 36, ("-wide", "-roomy")),
        (159, 36, ("-wide", "-roomy")),
        (160, 36, ("-widest", "-roomy")),
    ],
)
def test_the_classes_of_a_size_are_those_of_its_largest_breakpoints(
    width: int, height: int, classes: tuple[str, str]
) -> None:
    assert layout_classes(width, height) == classes
