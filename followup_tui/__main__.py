"""The entry point: `followup-tui`, and `python -m followup_tui`."""

import sys


def main() -> None:
    """Run what the command line asks for and end the process with its exit status."""
    from followup_tui.cli.fast_path import run_fast

    status = run_fast(sys.argv[1:])
    if status is not None:
        sys.exit(status)
    from followup_tui.cli.main import main

    main()


if __name__ == "__main__":
    main()
