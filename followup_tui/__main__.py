"""`python -m followup_tui` and the command `followup-tui`."""

import sys


def main() -> None:
    """Does what the command line asks for, and ends the process with its status."""
    status = _quick(sys.argv[1:])
    if status is not None:
        sys.exit(status)
    from followup_tui.cli import main

    main()


def _quick(arguments: list[str]) -> int | None:
    """What has to be as quick as a thought is done without a parser, which alone takes longer than that."""
    if arguments[:1] == ["note"]:
        from followup_tui.verbs.note import quick_note

        return quick_note(arguments[1:])
    return None


if __name__ == "__main__":
    main()
