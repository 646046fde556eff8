"""The app with a mistake in it, for `test_crash.py`: `y` raises an error that names a private note."""

from followup_tui.cli.main import main
from followup_tui.tui.screens.main.interview_actions import InterviewActions


def _mistaken(self: InterviewActions) -> None:
    private = self._host.session.logbook.interviews[0].notes
    raise RuntimeError(f"no idea what to do with {private}")


if __name__ == "__main__":
    InterviewActions.copy = _mistaken  # type: ignore[method-assign]
    main()
