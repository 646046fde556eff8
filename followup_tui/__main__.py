"""The entry point: `followup-tui`, and `python -m followup_tui`."""

import sys

INTERRUPTED = 130
"""The exit status after ctrl+c, as that of a program which the signal ends."""


def main() -> None:
    """Run what the command line asks for and end the process with its exit status."""
    # Around the imports, too: they are most of the time that a verb takes.
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run() -> None:
    from followup_tui.cli.fast_path import run_fast

    status = run_fast(sys.argv[1:])
    if status is not None:
        sys.exit(status)
    from followup_tui.cli.main import main

    main()


if __name__ == "__main__":
    main()
