"""`python -m followup_tui` and the command `followup-tui`."""

import sys


def main() -> None:
    """Does what the command line asks for, and ends the process with its status."""
    # The parser alone takes longer than a note may.
    if sys.argv[1:2] in (["note"], ["due"]):
        from followup_tui.cli.fast_path import run_quick

        status = run_quick()
        if status is not None:
            sys.exit(status)
    elif sys.argv[1:2] in ([], ["--data"], ["--now"]):
        from followup_tui.cli.fast_path import open_at_once

        status = open_at_once(sys.argv[1:])
        if status is not None:
            sys.exit(status)
    from followup_tui.cli.main import main

    main()


if __name__ == "__main__":
    main()
