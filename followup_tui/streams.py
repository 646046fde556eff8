"""Standard output and standard error, so that nothing is undone or told twice over what they can't show."""

import os
import sys

INTERRUPTED = 130
"""Exit status: ctrl+c ended it (128 and the number of the signal)."""


def mend_streams() -> None:
    """Has a letter that the terminal does not know shown as `?`, and what is said to nobody go nowhere."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
