"""The app with a mistake in it, for `test_crash.py`: `y` raises an error that names a private note."""

from followup_tui.cli.main import main
from followup_tui.tui.screens.main.screen import MainScreen


def _mistaken(self: MainScreen) -> None:
    private = self.session.logbook.interviews[0].notes
    raise RuntimeError(f"no idea what to do with {private}")


if __name__ == "__main__":
    MainScreen.action_copy = _mistaken  # type: ignore[method-assign]
    main()
