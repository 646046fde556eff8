"""Standard output, so that nothing fails over what it can't show."""

import sys

INTERRUPTED = 130
"""Exit status: ctrl+c ended it (128 and the number of the signal)."""


def mend_streams() -> None:
    """Has a letter that the terminal does not know shown as `?`."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
