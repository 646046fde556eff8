"""Files next to the logbook that hold what it lacks are reported with the command that merges them."""

import shlex

import pytest

from followup_tui.core.model.logbook import Logbook
from followup_tui.session.session import Session
from followup_tui.storage.health import check
from followup_tui.storage.neighbours import neighbour_messages
from followup_tui.storage.paths import Paths
from followup_tui.storage.sync_conflicts import conflict_copies
from followup_tui.storage.toml.writer import encode
from tests.core.builders import at, interview
from tests.decoding import decode

NOW = at("2026-11-23T18:00")
OURS = Logbook(interview=(interview("2026-11-20T12:00", id="acme", company="Acme", notes="@ Dana\n"),))
THEIRS = OURS.but(interviews=(OURS.interviews[0].but(notes="@ Dana\n~ hockey\n"),))
NAMES = (
    "logbook (1).toml",
    "logbook 2.toml",
    "logbook-LAPTOP.toml",
    "logbook - Copy.toml",
    "Copy of logbook.toml",
    "logbook.toml.orig",
    "logbook.toml~",
    "logbook_conflict-20261123-101010.toml",
    "logbook (SFConflict ana@example.com 2026-11-23-10-10-10).toml",
    "logbook (In Konflikt stehende Kopie von Ana 2026-11-23).toml",
    "logbook.conflict1.toml",
    "Logbook 3.TOML",
)


@pytest.fixture
def paths(paths: Paths) -> Paths:
    paths.data.write_text(encode(OURS), encoding="utf-8")
    return paths


@pytest.mark.parametrize("name", NAMES)
def test_a_neighbour_that_holds_more_is_reported_by_check_and_at_the_start(paths: Paths, name: str) -> None:
    neighbour = paths.data.with_name(name)
    neighbour.write_text(encode(THEIRS), encoding="utf-8")
    command = shlex.join(["followup-tui", "merge", str(neighbour), "--data", str(paths.data)])
    message = f"{neighbour} has something that your logbook does not; `{command}` brings it in."
    assert message in check(paths).lines
    session = Session(paths, lambda: NOW)
    assert session.document.merge_copies().conflicts == (message,)
    assert decode(paths.data.read_bytes()) == OURS, "it is not merged unasked"
    assert neighbour.exists()


def test_a_neighbour_that_holds_no_more_is_not_reported(paths: Paths) -> None:
    for name, logbook in (("logbook 2.toml", OURS), ("logbook 3.toml", Logbook())):
        paths.data.with_name(name).write_text(encode(logbook), encoding="utf-8")
    paths.data.write_text(encode(THEIRS), encoding="utf-8")
    assert neighbour_messages(paths, THEIRS) == []


def test_files_of_other_kinds_and_names_are_not_read(paths: Paths) -> None:
    folder = paths.data.parent
    (folder / "settings.toml").write_text("[x]\ny = 1\n", encoding="utf-8")
    (folder / "logbook.d").mkdir()
    (folder / "logbook 2.toml").symlink_to(paths.data)
    for name in ("photo.jpg", "another-search.toml"):
        (folder / name).write_text(encode(THEIRS), encoding="utf-8")
    assert neighbour_messages(paths, OURS) == []


def test_a_neighbour_that_can_not_be_read_is_reported(paths: Paths) -> None:
    paths.data.with_name("logbook 2.toml").write_text(encode(THEIRS)[:-40], encoding="utf-8")
    (message,) = neighbour_messages(paths, OURS)
    assert message.endswith("logbook 2.toml looks like a copy of your logbook, but can't be read.")


def test_an_empty_conflict_copy_changes_nothing(paths: Paths) -> None:
    settings = OURS.but(rules={"guess_days": 10})
    paths.data.write_text(encode(settings), encoding="utf-8")
    for content in (b"", b" \n"):
        copy = paths.data.with_name("logbook.sync-conflict-20261123-101010-ABCDEFG.toml")
        copy.write_bytes(content)
        assert conflict_copies(paths) == ()
        session = Session(paths, lambda: NOW)
        assert session.document.merge_copies().conflicts == ()
        assert session.logbook == settings
