"""Loading: what a file has besides sound records is reported, and nothing of it is lost."""

import os
import tomllib

from followup_tui.core.changes.interviews import TickStep
from followup_tui.core.model.logbook import StepId
from followup_tui.storage.backups import list_backups
from followup_tui.storage.paths import Paths
from tests.storage.two_interviews import BOTH, on_disk, opened


def test_git_marks_between_records_are_read_as_two_sides(paths: Paths) -> None:
    role = 'role = ""\n'
    both = '<<<<<<< HEAD\nrole = "Driver"\n=======\nrole = "Engineer"\n>>>>>>> laptop\n'
    paths.data.write_text(BOTH.replace(role, both, 1))
    session = opened(paths)
    assert "role" in session.document.load_messages[1]
    text = paths.data.read_text()
    assert "Driver" in text
    assert "Engineer" in text


def test_git_marks_within_notes_are_read_as_two_sides(paths: Paths) -> None:
    ours = BOTH.replace("@ Dana\n", "@ Dana\n~ she sails\n")
    marked = ours.replace(
        "~ she sails\n", "<<<<<<< HEAD\n~ she sails\n=======\n! little Go\n>>>>>>> laptop\n"
    )
    paths.data.write_text(marked)
    session = opened(paths)
    assert any("git left two versions" in message for message in session.document.load_messages)
    text = paths.data.read_text()
    assert "<<<<<<<" not in text
    assert "~ she sails" in text
    assert "! little Go" in text
    assert [backup.read() for backup in list_backups(paths)] == [marked.encode()]


def test_a_bad_record_is_reported_set_apart_and_written_back(paths: Paths) -> None:
    bad = '\n[[interview]]\nid = "bad"\ncompany = ""\nheld_at = "soon"\nmine = [1, 2]\n'
    paths.data.write_text(BOTH.replace("# end of", f"{bad.lstrip()}# end of"))
    session = opened(paths)
    assert [interview.id for interview in session.logbook.interviews] == ["acme", "cyan"]
    assert "ignored, but stays in the file" in session.document.load_messages[0]
    session.do(TickStep("acme", StepId.CONNECT, "skipped"))
    text = paths.data.read_text()
    assert tomllib.loads(bad)["interview"][0] in tomllib.loads(text)["interview"]
    paths.data.write_text(
        text.replace('held_at = "soon"', "held_at = 2026-11-21T10:00:00Z").replace(
            'company = ""', 'company = "Mended"'
        )
    )
    assert session.document.merge_external_changes().companies == ("Mended",)
    assert len(on_disk(paths).interviews) == 3


def test_a_hard_link_is_reported_at_the_start(paths: Paths) -> None:
    os.link(paths.data, paths.data.with_name("second.toml"))
    (message,) = opened(paths).document.pop_remarks()
    assert "has a second name (a hard link)" in message


def test_comments_are_reported_at_the_start_with_the_place_of_their_copy(paths: Paths) -> None:
    paths.data.write_bytes(b"# ask Tom before I write\n" + paths.data.read_bytes())
    (message,) = opened(paths).document.pop_remarks()
    assert message.startswith("The next save drops the comments in the file")
    assert str(paths.state) in message
