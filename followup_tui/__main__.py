"""`python -m followup_tui` and the command `followup-tui`."""

from followup_tui.cli import main

if __name__ == "__main__":
    main()
