"""Going through the findings of a letter: to the next, fixing and dismissing the selected one."""

from collections.abc import Callable

from followup_tui.tui.keys.bindings import by_id
from followup_tui.tui.keys.hints import footer, in_words
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.screens.letter.draft import DraftInHand
from followup_tui.tui.screens.letter.letter_form import LetterForm
from followup_tui.tui.screens.letter.view_model import NOTHING_TO_FIX, finding_message


class FindingNavigation:
    """Which finding the user is at, and what the keys do with it."""

    def __init__(self, draft: DraftInHand, show_message: Callable[[str], None], keymap: Keymap) -> None:
        """Navigate the findings of `draft`; `show_message` shows a short message."""
        self._draft, self._show_message, self._keymap = draft, show_message, keymap
        self.current = -1
        """The index of the current finding; -1 before the first."""

    @property
    def keys(self) -> str:
        """The keys that answer a finding; empty without findings."""
        if not self._draft.findings:
            return ""
        has_fix = any(finding.fix is not None for finding in self._draft.findings)
        hints = footer("finding", self._keymap, typing=True)
        return in_words(hint for hint in hints if has_fix or hint.label != by_id()["letter.fix"].label)

    def clamp(self) -> None:
        """Keep the current index within the findings after these have changed."""
        self.current = min(self.current, len(self._draft.findings) - 1)

    def go_to(self, index: int, form: LetterForm) -> None:
        """Make a finding the current one and select its text; nothing happens without it."""
        if index < len(self._draft.findings):
            self.current = index
            form.go_to(self._draft.findings[index])

    def next(self, form: LetterForm) -> None:
        """Go to the next finding; after the last comes the first."""
        self._draft.check()
        if not self._draft.findings:
            self._show_message(NOTHING_TO_FIX)
            return
        self.go_to((self.current + 1) % len(self._draft.findings), form)

    def fix(self, index: int, form: LetterForm) -> None:
        """Apply the fix of a finding; without one, say what to do."""
        if index >= len(self._draft.findings):
            self._show_message(NOTHING_TO_FIX)
            return
        finding = self._draft.findings[index]
        if finding.fix is None:
            self.go_to(index, form)
            fix, dismiss = self._keymap.key("letter.fix"), self._keymap.key("letter.dismiss")
            message = finding_message(finding, self._keymap)
            self._show_message(f"{message} {fix} can't do it for you; {dismiss} keeps it as it is.")
            return
        form.apply(finding, finding.fix)
        self.current = index - 1
        self._draft.check()

    def dismiss(self, index: int) -> None:
        """Keep the text of a finding as it is."""
        if index >= len(self._draft.findings):
            self._show_message(NOTHING_TO_FIX)
            return
        self.current = index - 1
        self._draft.dismiss(self._draft.findings[index])
        self._draft.check()

    def refuse_blocking(self, form: LetterForm) -> bool:
        """Go to the first blocking finding and say how to answer it; return whether there is any."""
        findings = self._draft.findings
        index = next((index for index, finding in enumerate(findings) if finding.is_blocking), None)
        if index is None:
            return False
        self.go_to(index, form)
        fix, dismiss = self._keymap.key("letter.fix"), self._keymap.key("letter.dismiss")
        answer = f"{fix} fixes it, " if findings[index].fix is not None else ""
        self._show_message(f"Not yet. {findings[index].message} {answer}{dismiss} keeps it as it is.")
        return True
