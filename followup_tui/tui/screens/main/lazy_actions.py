"""The parts of the main screen that do what its keys ask for, each made and imported when it is first needed.

With the changes that they make they would take 6 ms of each start.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from followup_tui.tui.screens.host import Host
from followup_tui.tui.screens.main.navigation import Navigation
from followup_tui.tui.screens.main.panes import Panes

if TYPE_CHECKING:
    from followup_tui.tui.screens.main.actions import StepActions
    from followup_tui.tui.screens.main.interview_actions import InterviewActions
    from followup_tui.tui.screens.main.recall import RecallActions
    from followup_tui.tui.screens.main.search import Search


class Actions:
    """The parts, each made when it is first asked for."""

    def __init__(self, host: Host, navigation: Navigation, panes: Panes) -> None:
        self._host, self._navigation, self._panes = host, navigation, panes

    @cached_property
    def steps(self) -> "StepActions":
        """The actions on the rows of the checklist."""
        from followup_tui.tui.screens.main.actions import StepActions

        return StepActions(
            self._host, self._navigation, self._panes.timeline_day, lambda: self.interviews.edit()
        )

    @cached_property
    def interviews(self) -> "InterviewActions":
        """The actions on whole interviews."""
        from followup_tui.tui.screens.main.interview_actions import InterviewActions

        return InterviewActions(self._host, self._navigation, self._panes.text_to_copy)

    @cached_property
    def recall(self) -> "RecallActions":
        """The recall card."""
        from followup_tui.tui.screens.main.recall import RecallActions

        undo = self.interviews.undo
        return RecallActions(self._host, self._navigation, self.steps, self._panes.notes, undo)

    @cached_property
    def search(self) -> "Search":
        """The finders."""
        from followup_tui.tui.screens.main.search import Search

        return Search(self._host, self._navigation, self._panes, self.recall)

    def prepare(self) -> None:
        """Make all parts, so that the first key does not wait for them."""
        _ = self.search, self.recall, self.steps, self.interviews
