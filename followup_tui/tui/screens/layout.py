"""The sizes of the terminal at which the layout of the screens changes."""

HORIZONTAL_BREAKPOINTS = [(0, "-single"), (70, "-narrow"), (110, "-wide"), (160, "-widest")]
"""Classes of a screen by its minimum width: one pane at a time, no list of interviews, all panes, and the
recall card next to them."""
VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall"), (36, "-roomy")]
"""Classes of a screen by its minimum height."""


def layout_classes(width: int, height: int) -> tuple[str, str]:
    """Return the classes that Textual will give a screen of this size."""
    horizontal = [name for least, name in HORIZONTAL_BREAKPOINTS if width >= least]
    vertical = [name for least, name in VERTICAL_BREAKPOINTS if height >= least]
    return horizontal[-1], vertical[-1]
