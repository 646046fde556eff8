"""`note`: what is filed where, and that nothing is written where it can't be."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.cli.commands import note
from followup_tui.core.model.logbook import InboxLine
from followup_tui.core.notes import signs
from followup_tui.session.session import Session
from followup_tui.storage.constants import END
from followup_tui.storage.loading import load_file
from followup_tui.storage.paths import Paths
from tests import ROOT
from tests.cli.conftest import NOW, Run


def inbox(data: Path) -> tuple[InboxLine, ...]:
    return load_file(data).logbook.inbox


# With --now the parser does it, without it the quick way: both have to say and do the same.
WAYS = [["--now", NOW], []]


@pytest.mark.parametrize("way", WAYS, ids=["parser", "quick"])
@pytest.mark.parametrize(
    ("arguments", "text", "says", "to", "noted"),
    [
        (["they", "like", "Go"], "", "Acme Robotics: 1 line\n", "acme", "they like Go"),
        ([], "a\n\n+ b \r\n", "Acme Robotics: 2 lines\n", "acme", "a\n\n+ b"),
        (["--to", "cyan", "x"], "", "Cyan Labs: 1 line\n", "cyan", "x"),
        (["x", "--to", "ACME ROBOTICS"], "", "Acme Robotics: 1 line\n", "acme", "x"),
        (["--to", "stud", "x"], "", "Acne Studios: 1 line\n", "acne", "x"),
        (
            ['say "hi" \\ ok\t!\n"""\n\\'],
            "",
            "Acme Robotics: 3 lines\n",
            "acme",
            'say "hi" \\ ok\t!\n"""\n\\',
        ),
        (["Zoë \u202e\x1b[2J 👩\u200d🔬"], "", "Acme Robotics: 1 line\n", "acme", "Zoë [2J 👩\u200d🔬"),
        (["Friday: they call"], "", "Acme Robotics: 1 line\n", "acme", "Friday: they call"),
        (["Thu 29: they met"], "", "Acme Robotics: 1 line\n", "acme", "Thu 29: they met"),
        (["Thu 29 Oct: they met"], "", "Acme Robotics: 1 line\n", "acme", "Thu 29 Oct: they met"),
        (["@ Dana: 3 kids"], "", "Acme Robotics: 1 line\n", "acme", "@ Dana: 3 kids"),
        (
            ["~ ice hockey", "= CV", "or", "+", "code"],
            "",
            "Acme Robotics: 2 lines\n",
            "acme",
            "~ ice hockey\n= CV or + code",
        ),
        (["--to", "cyanlabs", "x"], "", "Cyan Labs: 1 line\n", "cyan", "x"),
        (["--to", "labs cy", "x"], "", "Cyan Labs: 1 line\n", "cyan", "x"),
        (["-"], "~ hockey\n", "Acme Robotics: 1 line\n", "acme", "~ hockey"),
        (["3h: take-home"], "", "Acme Robotics: 1 line\n", "acme", "3h: take-home"),
        (["9:30: standup is daily"], "", "Acme Robotics: 1 line\n", "acme", "9:30: standup is daily"),
        (["at 2pm: their standup"], "", "Acme Robotics: 1 line\n", "acme", "at 2pm: their standup"),
    ],
)
def test_it_prints_what_was_filed_where(
    data: Path,
    run: Run,
    way: list[str],
    arguments: list[str],
    text: str,
    says: str,
    to: str,
    noted: str,
) -> None:
    before = data.read_text(encoding="utf-8")
    if not way:
        # The quick way goes by the machine's clock: all that has been was long ago.
        before = before.replace("2026-11-27", "2199-11-27").replace("2026", "2020")
        data.write_text(before, encoding="utf-8")
    done = run("note", *arguments, "--data", str(data), *way, text=text)
    assert (done.returncode, done.stdout, done.stderr) == (0, says, "")
    assert [(line.to, line.text) for line in inbox(data)] == [(to, noted)]
    after = data.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.endswith(f"\n{END}")


def test_a_leading_time_is_understood(data: Path, run: Run) -> None:
    done = run("note", "yesterday 3pm: + references by Friday", "--data", str(data), "--now", NOW)
    says = "Acme Robotics: 1 line (2026-11-23 15:00)\n  + references by Friday → Fri 27 Nov\n"
    assert (done.stdout, done.stderr) == (says, "")
    [line] = inbox(data)
    assert (line.at.isoformat(), line.text) == ("2026-11-23T15:00:00+01:00", "+ references by Friday")


@pytest.mark.parametrize("begin", ["yesterday 3pm: ", "Yesterday 3pm:\n", "mon 23 nov 15:00: "])
def test_a_leading_time_may_stand_on_a_line_of_its_own(data: Path, run: Run, begin: str) -> None:
    done = run("note", "--data", str(data), "--now", NOW, text=f"{begin}@ Dana\n~ hockey\n")
    assert done.stdout == "Acme Robotics: 2 lines (2026-11-23 15:00)\n"
    [line] = inbox(data)
    assert (line.at.isoformat(), line.text) == ("2026-11-23T15:00:00+01:00", "@ Dana\n~ hockey")


def test_a_promise_without_a_date_is_reported(data: Path, run: Run) -> None:
    done = run("note", "> decision by blahday\n> none\n+ refs", "--data", str(data), "--now", NOW)
    assert done.stdout.splitlines() == [
        "Acme Robotics: 3 lines",
        "  > decision by blahday → no date found; press d in the app to set one",
    ]


def test_of_two_rounds_it_names_the_day(data: Path, run: Run) -> None:
    run("new", "Acme Robotics", "--round", "2", "--at", "2026-11-24 08:00", "--data", str(data), "--now", NOW)
    done = run("note", "x", "--data", str(data), "--now", NOW)
    assert done.stdout == "Acme Robotics (Tue 24 Nov): 1 line\n"


def test_a_note_for_an_interview_without_an_id_stays_with_it(data: Path, run: Run) -> None:
    data.write_text(
        "[[interview]]\ncompany = 'Acme'\nheld_at = 2026-11-23T14:00:00+01:00\n", encoding="utf-8"
    )
    assert run("note", "@ Dana", "--data", str(data), "--now", NOW).stdout == "Acme: 1 line\n"
    data.write_text(data.read_text(encoding="utf-8").replace('"Acme"', '"Acme Robotics"'), encoding="utf-8")
    due = run("due", "--data", str(data), "--now", NOW)
    assert "Acme Robotics: thank Dana" in due.stdout


def test_a_note_that_fits_no_interview_is_reported_by_every_reader(
    data: Path, run: Run, tmp_path: Path
) -> None:
    run("note", "@ Dana Q", "--data", str(data), "--now", NOW)
    data.write_text(data.read_text(encoding="utf-8").replace('to = "acme"', 'to = "nope"'), encoding="utf-8")
    message = "there is no interview for the note “@ Dana Q”, noted for “nope”"
    check = run("check", "--data", str(data))
    assert (check.returncode, message in check.stdout) == (1, True)
    due = run("due", "--data", str(data), "--now", NOW)
    assert (due.returncode, message in due.stderr, due.stderr.count("\n")) == (0, True, 1)
    session = Session(Paths(data, tmp_path / "s"), lambda: datetime.fromisoformat(NOW))
    assert any(message in text for text in session.document.load_messages)
    assert [line.text for line in session.logbook.inbox] == ["@ Dana Q"]
    assert run("due", "--brief", "--data", str(data), "--now", NOW).stderr == ""


def test_a_note_about_an_earlier_day_goes_to_the_interview_of_then(data: Path, run: Run) -> None:
    run("note", "2026-11-12 10:00: they called", "--data", str(data), "--now", NOW)
    assert [line.to for line in inbox(data)] == ["acne"]


def test_an_open_session_merges_it(data: Path, run: Run, tmp_path: Path) -> None:
    session = Session(Paths(data, tmp_path / "state" / "followup-tui"), lambda: datetime.fromisoformat(NOW))
    run("note", "+ references", "--to", "acme", "--data", str(data))
    run("note", "~ hockey", "--to", "acme", "--data", str(data))
    assert session.document.merge_external_changes().companies == ("Acme Robotics",)
    assert session.logbook.interviews[0].notes.endswith("+ references\n~ hockey\n")
    assert session.logbook.inbox == ()
    assert load_file(data).logbook == session.logbook


def test_a_file_written_by_hand_is_read_in_full(data: Path, run: Run) -> None:
    data.write_text("[[interview]]\ncompany='Acme'\nheld_at=2026-11-23 14:00:00\n[rules]", encoding="utf-8")
    assert run("note", "x", "--data", str(data)).stdout == "Acme: 1 line\n"
    session = Session(Paths(data, data.parent / "s"), lambda: datetime.fromisoformat(NOW))
    assert session.logbook.interviews[0].notes == "x\n"


def test_a_link_stays_a_link_and_the_mode_stays(data: Path, run: Run, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(data)
    data.chmod(0o640)
    assert run("note", "x", "--data", str(link)).returncode == 0
    assert link.is_symlink()
    assert data.stat().st_mode & 0o777 == 0o640
    assert len(inbox(data)) == 1


@pytest.mark.parametrize("way", WAYS, ids=["parser", "quick"])
@pytest.mark.parametrize(
    ("arguments", "text", "status", "says"),
    [
        (["--to", "ac", "x"], "", 1, ("“Acme Robotics” or “Acne Studios”",)),
        (["--to", "acmee", "x"], "", 1, ("“Acme Robotics”", "did you mean")),
        (["--to", "Zzyzx Q", "x"], "", 1, ("no company is called “Zzyzx Q”",)),
        (["--to", " ", "x"], "", 2, ("--to",)),
        ([""], "", 2, ("nothing to note",)),
        ([" \n\t "], "", 2, ("nothing to note",)),
        ([], "", 2, ("nothing to note",)),
        (["\u202e\x1b"], "", 2, ("nothing to note",)),
        ([], b"\xff\xfe\x00", 1, ("UTF-8",)),
    ],
)
def test_what_can_not_be_filed_is_refused_and_nothing_written(
    data: Path,
    run: Run,
    way: list[str],
    arguments: list[str],
    text: str | bytes,
    status: int,
    says: tuple[str, ...],
) -> None:
    before = data.read_bytes()
    done = run("note", *arguments, "--data", str(data), *way, text=text)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (status, "", 1)
    assert done.stderr.startswith("followup-tui: ")
    assert all(text in done.stderr for text in says), done.stderr
    assert data.read_bytes() == before


@pytest.mark.parametrize("way", WAYS, ids=["parser", "quick"])
@pytest.mark.parametrize("is_argument", [True, False], ids=["argument", "standard input"])
def test_what_is_not_utf_8_is_refused_and_kept(
    data: Path, run: Run, tmp_path: Path, way: list[str], is_argument: bool
) -> None:
    before = data.read_bytes()
    latin = "Zoë likes café".encode("latin-1")
    arguments = [latin.decode(errors="surrogateescape")] if is_argument else []
    done = run("note", *arguments, "--data", str(data), *way, text=b"" if is_argument else latin)
    kept = tmp_path / "state" / "followup-tui" / "not-noted.txt"
    source = "the text" if is_argument else "standard input"
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"followup-tui: {source} is not UTF-8 text; nothing was noted, but your text is in {kept}\n"
    )
    assert kept.read_bytes() == latin + b"\n"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert data.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_note_is_filed_even_if_standard_output_is_full(data: Path, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "followup_tui", "note", "x", "--to", "acme", "--data", str(data)],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 0
    assert done.stderr.startswith("followup-tui: noted, but the confirmation")
    assert done.stderr.count("\n") == 1
    assert len(inbox(data)) == 1


def test_a_date_noted_long_after_counts_from_that_day(data: Path, run: Run) -> None:
    done = run("note", "> decision next tuesday", "--to", "acne", "--data", str(data), "--now", NOW)
    assert done.stdout == "Acne Studios: 1 line\n  > decision next tuesday → Tue 1 Dec\n"
    shown = run("export", "json", "--data", str(data), "--now", NOW)
    [acne] = [acne for acne in json.loads(shown.stdout)["interviews"] if acne["id"] == "acne"]
    assert acne["facts"]["promised"]["decide_by"] == "2026-12-01"
    assert acne["notes"] == "@ Bo\n> decision next tuesday (2026-12-01)\n"


def test_an_unknown_company_is_answered_with_the_known_companies(data: Path, run: Run) -> None:
    done = run("note", "x", "--to", "Zebra", "--data", str(data))
    assert done.returncode == 1
    assert "you have “Acme Robotics”, “Acne Studios”, “Cyan Labs”" in done.stderr


def test_a_date_that_is_no_promise_is_named_with_the_reason(data: Path, run: Run) -> None:
    done = run("note", "> the role starts in January", "--data", str(data), "--now", NOW)
    assert "→ no date found (“in January” is about a start); press d in the app to set one" in done.stdout


def test_a_date_passed_over_next_to_a_promise_is_named_too(data: Path, run: Run) -> None:
    done = run("note", "> start in January, decision by 2026-12-01", "--data", str(data), "--now", NOW)
    assert done.stdout.endswith("→ Tue 1 Dec (“in January” is about a start)\n")


def test_the_lines_of_a_pasted_mail_are_counted_and_promise_nothing(data: Path, run: Run) -> None:
    mail = "On 23 Nov 2026, Dana wrote:\n> decision by Friday\n> bye\n\n+ references by 2026-12-01\n"
    done = run("note", "--data", str(data), "--now", NOW, text=mail)
    assert done.stdout.splitlines()[1:] == [
        "  4 lines of a pasted mail: plain text",
        "  + references by 2026-12-01 → Tue 1 Dec",
    ]


def test_the_signs_that_begin_a_line_are_those_of_the_table() -> None:
    assert sorted(note.SIGNS) == sorted(sign.character for sign in signs.SIGNS)
