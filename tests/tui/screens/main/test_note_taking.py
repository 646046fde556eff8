"""Notes on their way into the session, with an editor and a note bar that are no widgets."""

from pathlib import Path

from followup_tui.core.notes.facts import fact_lines, people_in
from followup_tui.tui.external_editor import OpenFile
from followup_tui.tui.screens.main.note_taking import NoteTaking
from followup_tui.tui.widgets.notes_editor import NotesEditor
from tests.tui.screens.main.fake_host import FakeHost


class FakePanes:
    """An editor with something typed, and a bar with an unfinished line."""

    def __init__(self) -> None:
        self.typed: list[NotesEditor.Edited] = []
        self.line = ""
        self.filed: list[str] = []
        self.returned: list[str] = []
        self.readings: list[tuple[str, ...]] = []
        self.stored: list[str] = []
        self.scrolled = 0

    def take_pending(self) -> list[NotesEditor.Edited]:
        typed, self.typed = self.typed, []
        return typed

    def mark_stored(self, edited: NotesEditor.Edited) -> None:
        self.stored.append(edited.text)

    def show_end(self) -> None:
        self.scrolled += 1

    def take_filed(self) -> list[str]:
        filed, self.filed = self.filed, []
        return filed

    def take_all(self) -> list[str]:
        line, self.line = self.line, ""
        return [*self.take_filed(), *filter(None, (line,))]

    def take_back(self, line: str) -> None:
        self.returned.append(line)

    def remark_forms(self, line: int) -> tuple[str, ...]:
        return (f"line {line}",)

    def show_reading(self, forms: tuple[str, ...]) -> None:
        self.readings.append(forms)


def notes(host: FakeHost) -> str:
    interview = host.session.logbook.interview("acme")
    assert interview is not None
    return interview.notes


def test_what_was_typed_is_stored_once(host: FakeHost) -> None:
    panes = FakePanes()
    panes.typed = [NotesEditor.Edited("acme", "typed")]
    taking = NoteTaking(host, panes, panes)
    taking.flush()
    taking.flush()
    assert notes(host) == "typed"
    assert panes.stored == ["typed"]
    host.session.undo()
    assert notes(host) != "typed"


def test_what_was_pasted_on_the_way_is_a_step_of_undo_of_its_own(host: FakeHost) -> None:
    panes = FakePanes()
    steps = ("one", None), ("one\ntwo", range(1, 2)), ("one\ntwo three", None)
    panes.typed = [NotesEditor.Edited("acme", text, pasted) for text, pasted in steps]
    NoteTaking(host, panes, panes).flush()
    assert panes.stored == ["one\ntwo three"]
    for left in ("one\ntwo three", "one\ntwo", "one"):
        assert notes(host) == left
        host.session.undo()


def test_what_cannot_be_stored_is_not_counted_as_stored(host: FakeHost) -> None:
    panes = FakePanes()
    panes.typed = [NotesEditor.Edited("of nobody", "typed")]
    NoteTaking(host, panes, panes).flush()
    assert panes.stored == []


def test_a_line_of_the_bar_is_added_shown_and_can_be_taken_back(host: FakeHost) -> None:
    panes, before = FakePanes(), notes(host)
    taking = NoteTaking(host, panes, panes)
    taking.add("~ sails")
    assert notes(host) == before + "~ sails\n"
    assert (panes.scrolled, host.used) == (1, ["notes"])
    assert panes.readings == [("line 5",)]
    taking.take_back()
    assert notes(host) == before
    assert panes.returned == ["~ sails"]


def test_the_unfinished_line_of_the_bar_is_stored_at_the_end(host: FakeHost) -> None:
    panes = FakePanes()
    panes.line = "~ unfinished"
    taking = NoteTaking(host, panes, panes)
    for _ in range(2):  # a second try, after a disk that was full, stores it once
        taking.finish()
        assert notes(host).count("~ unfinished\n") == 1


def test_texts_of_forms_are_noted_at_the_end_and_none_is_read_as_a_fact(host: FakeHost) -> None:
    before = people_in(notes(host)), [line for line in fact_lines(notes(host)) if line.sign]
    NoteTaking(host, *[FakePanes()] * 2).store_typed(["Zeta", "> decision on Friday\n@ Ana"])
    assert notes(host).endswith("| Zeta\n| > decision on Friday\n| @ Ana\n")
    assert (people_in(notes(host)), [line for line in fact_lines(notes(host)) if line.sign]) == before


def test_a_line_that_was_filed_is_stored_whether_or_not_its_message_comes(host: FakeHost) -> None:
    panes = FakePanes()
    panes.filed = ["~ sails"]
    taking = NoteTaking(host, panes, panes)
    taking.flush()
    assert notes(host).endswith("~ sails\n")
    assert host.refreshed == 0
    taking.add_filed()
    assert notes(host).count("~ sails\n") == 1
    assert host.refreshed == 1, "the editor has it as well, and does not write the notes without it"


def test_a_paste_is_reported_although_a_check_of_the_file_has_stored_it(host: FakeHost) -> None:
    taking, pasted = NoteTaking(host, *[FakePanes()] * 2), "@ Dana\nplain\n"
    for _ in range(2):
        taking.store(NotesEditor.Edited("acme", pasted, range(2)))
    assert host.messages == ["1 of 2 lines was read as facts. Outside the text, u takes the paste back."] * 2


def test_an_interview_deleted_while_its_notes_are_in_an_editor_says_where_the_text_is(
    host: FakeHost, tmp_path: Path
) -> None:
    panes, file = FakePanes(), tmp_path / "notes.txt"
    file.write_text("old", encoding="utf-8")
    taking = NoteTaking(host, panes, panes)
    taking._open_files.append(("gone", OpenFile(file, "old")))
    file.write_text("written there", encoding="utf-8")
    taking.merge_open_files(is_last=True)
    assert host.warnings == [f"That interview is deleted. What you wrote is in {file}"]
