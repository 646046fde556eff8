"""`import csv`: what is shown, what is added, and how it is taken back."""

import signal
import subprocess
from pathlib import Path

import pytest

from followup_tui.storage.loading import load_file
from tests.cli.conftest import NOW, Run
from tests.terminal import Terminal

TABLE = """\
Company,Role,Interview date,Time,Round,Status,Notes,Link
Beta,Tester,2026-11-20,2pm,2,Rejected,> 2 weeks,x
Cyan Labs,,2026-11-27,,,,,x
Beta,Manager,2026-11-20,,,Interviewing,,x
Gamma,Tester,2026-02-30,,,,,x
Delta,Tester,2026-03-02,,,Interviewed,,x
Acme Robotics,,2026-11-23,,,Rejected,,x
"""
SHOWN = """\
Columns: company from “Company”, role from “Role”, day from “Interview date”, time from “Time”, \
round from “Round”, status from “Status”, notes from “Notes”
Not used: “Link”
Where no time is told, it is 12:00.
- line 5: left out: Gamma: there is no such day as “2026-02-30”
= line 3: Cyan Labs: it is there already
= line 7: Acme Robotics: it is there already, open, but its status says “Rejected”: e in the app edits it
+ line 2: 2026-11-20 14:00 · Beta · Tester · round 2 · closed: Rejected · 1 line of notes
+ line 4: 2026-11-20 12:00 · Beta · Manager · open (Interviewing)
+ line 6: 2026-03-02 12:00 · Delta · Tester · closed: no answer (long past)
3 interviews to add: 1 open, 2 closed; 2 there already; 1 left out.
What is long past comes in closed; --keep-open leaves it open.
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def imports(data: Path, run: Run, table: Path) -> Run:
    """A function that runs `import csv` on the logbook."""

    def imports(
        *options: str, file: str = table.name, text: str | bytes = ""
    ) -> subprocess.CompletedProcess[str]:
        return run("import", "csv", file, *options, "--data", str(data), "--now", NOW, text=text)

    return imports


def test_it_shows_and_writes_nothing_without_yes(data: Path, imports: Run) -> None:
    with data.open("a", encoding="utf-8") as file:
        file.write('[[inbox]]\nat = 2026-11-24T08:00:00+01:00\ntext = "noted"\n')
    before = data.read_bytes()
    shown = imports(text="y\n")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == SHOWN + "Nothing was written. To add these 3 interviews: the same with --yes\n"
    assert data.read_bytes() == before


def test_what_was_shown_is_written(data: Path, imports: Run) -> None:
    old = load_file(data).logbook.interviews
    done = imports("--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(SHOWN + "Added 3 interviews.\n")
    interviews = load_file(data).logbook.interviews
    assert interviews[: len(old)] == old
    added = [
        (new.company, new.role, new.round, f"{new.held_at:%Y-%m-%d %H:%M}", new.outcome, new.notes)
        for new in interviews[len(old) :]
    ]
    assert added == [
        ("Beta", "Tester", 2, "2026-11-20 14:00", "Rejected", "> 2 weeks\n"),
        ("Beta", "Manager", 1, "2026-11-20 12:00", "", ""),
        ("Delta", "Tester", 1, "2026-03-02 12:00", "no answer", ""),
    ]
    before = data.read_bytes()
    again = imports("--yes")
    assert "Nothing to add." in again.stdout
    assert "+" not in again.stdout
    assert data.read_bytes() == before


def test_it_is_undone_as_it_says(data: Path, imports: Run, run: Run) -> None:
    before = data.read_bytes()
    undo = imports("--yes").stdout.rstrip().rpartition("\n")[2]
    assert undo == f"To undo: followup-tui restore 1 --data {data}"
    run(*undo.split()[3:], "--now", NOW)
    assert data.read_bytes() == before


@pytest.mark.usefixtures("table")
def test_the_first_file_is_undone_by_deleting_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "d" / "followup-tui" / "logbook.toml"
    assert not path.exists()
    assert run("import", "csv", "t.csv", "--yes").stdout.endswith(f"To undo: delete {path}\n")
    assert len(load_file(path).logbook.interviews) == 5
    assert run("import", "csv", "t.csv", "--yes", "--now", NOW).stdout.endswith("Nothing to add.\n")


def test_what_is_long_past_stays_open_with_keep_open(data: Path, imports: Run, run: Run) -> None:
    assert "Delta · Tester · open (Interviewed)" in imports("--keep-open").stdout
    imports("--yes")
    assert "Delta" not in run("due", "--data", str(data), "--now", NOW).stdout


def test_standard_input_is_never_asked(data: Path, imports: Run) -> None:
    before = data.read_bytes()
    shown = imports(file="-", text=TABLE)
    assert shown.stdout.endswith("Nothing was written. To add these 3 interviews: the same with --yes\n")
    assert data.read_bytes() == before
    assert "Added 3 interviews." in imports("--yes", file="-", text=TABLE).stdout
    empty = imports("--yes", file="-")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert empty.stderr == "followup-tui: standard input: it is empty\n"


def test_ambiguous_days_are_reported_once(imports: Run, table: Path) -> None:
    table.write_text(
        "Company,Interview date\nA,03/04/2026\nB,5/6/2026\nC,7/8/2026\nE,\nD,7/7/2026\n", encoding="utf-8"
    )
    lines = imports().stdout.splitlines()
    reason = "day and month can't be told apart; say which comes first: --day-first or --month-first"
    assert lines[2:4] == [f"- lines 2–4: left out: {reason}", "- line 5: left out: E: it has no day"]
    assert "+ line 2: 2026-04-03 12:00 · A" in imports("--day-first").stdout
    assert "+ line 2: 2026-03-04 12:00 · A" in imports("--month-first").stdout
    both = imports("--day-first", "--month-first")
    assert (both.returncode, both.stdout, both.stderr.count("\n")) == (2, "", 1)


def test_the_day_of_applying_needs_to_be_named(imports: Run, table: Path) -> None:
    table.write_text("Company,Date Applied,Status\nA,2026-11-20,Interview\nB,2026-11-20,Applied\n")
    refused = imports("--yes")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert (
        "“Date Applied” may be the day of applying; to take it all the same: --date-column" in refused.stderr
    )
    shown = imports("--date-column", "date applied").stdout
    assert "day from “Date Applied”" in shown
    assert "“Date Applied” tells the day of applying" in shown
    assert "- line 3: left out: B: no interview yet (Applied)" in shown
    assert "+ line 2: 2026-11-20 12:00 · A · open (Interview)" in shown


def test_an_old_encoding_is_read_and_reported(data: Path, imports: Run, table: Path) -> None:
    text = "Firma;Stelle;Gespräch am\nMüller – Söhne;Führung;20.11.2026\n"
    for encoding, is_assumed in (
        ("cp1252", True),
        ("utf-16", False),
        ("utf-8-sig", False),
    ):
        table.write_bytes(text.encode(encoding))
        shown = imports().stdout
        assert "· Müller – Söhne · Führung ·" in shown
        assert ("Windows-1252" in shown) == is_assumed, encoding
    imports("--yes")
    assert load_file(data).logbook.interviews[-1].company == "Müller – Söhne"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "not there"),
        (b"", "empty"),
        (b"a,b\n1,2\n", "company"),
        (b"\xff\xfa\x00", "UTF-8"),
        (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "it is an Excel workbook, not CSV"),
        (b'Company,Date\nAcme,2026-11-20\nBeta,"2026-11-20\nGamma,2026-11-20\n', "line 3: a quote"),
        (b'Company,Date,Notes\nA,2026-11-20,ok\nB,2026-11-20,"%s"\n' % (b"x" * 140_000), "line 3: a cell"),
    ],
)
def test_it_refuses_in_a_single_line(
    data: Path, imports: Run, table: Path, content: bytes | None, says: str
) -> None:
    table.unlink()
    if content is not None:
        table.write_bytes(content)
    before = data.read_bytes()
    done = imports("--yes")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("followup-tui: t.csv")
    assert says in done.stderr
    assert data.read_bytes() == before


def test_a_folder_is_no_table(imports: Run, tmp_path: Path) -> None:
    done = imports(file=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is a folder" in done.stderr


def test_what_is_in_the_cells_does_not_steer_the_terminal(data: Path, imports: Run, table: Path) -> None:
    table.write_text("Company,Da\x9bte,Interview date,Status\n\u202eA\u2028B,x,2026-11-20,Rej\u202eected\n")
    shown = imports("--yes").stdout
    assert "2026-11-20 12:00 · A B · closed: Rejected" in shown
    assert shown.replace("\n", "").isprintable()
    assert load_file(data).logbook.interviews[-1].company == "A B"


def asked(data: Path, tmp_path: Path) -> Terminal:
    arguments = ("import", "csv", str(tmp_path / "t.csv"), "--data", str(data), "--now", NOW)
    terminal = Terminal(*arguments, env={"XDG_STATE_HOME": str(tmp_path / "state")})
    terminal.wait_for(lambda: "Add these 3 interviews? y adds" in terminal.text, "the question")
    return terminal


@pytest.mark.parametrize(
    ("answer", "is_added"), [("y\n", True), ("\n", False), ("no\n", False), ("\x04", False)]
)
@pytest.mark.usefixtures("table")
def test_in_a_terminal_it_asks(data: Path, tmp_path: Path, answer: str, is_added: bool) -> None:
    before = data.read_bytes()
    terminal = asked(data, tmp_path)
    terminal.type(answer)
    assert terminal.wait_end() == 0
    assert ("Added 3" in terminal.text, "Nothing was written." in terminal.text) == (is_added, not is_added)
    assert (data.read_bytes() != before) == is_added


@pytest.mark.usefixtures("table")
def test_an_interruption_at_the_question_writes_nothing(data: Path, tmp_path: Path) -> None:
    before = data.read_bytes()
    terminal = asked(data, tmp_path)
    terminal.type("\x03")
    assert terminal.wait_end() == 128 + signal.SIGINT
    assert data.read_bytes() == before


@pytest.mark.usefixtures("table")
def test_what_was_added_while_it_asked_is_not_added_twice(data: Path, tmp_path: Path, imports: Run) -> None:
    terminal = asked(data, tmp_path)
    imports("--yes")
    before = data.read_bytes()
    terminal.type("y\n")
    assert terminal.wait_end() == 1
    assert "your logbook was changed meanwhile; nothing was added" in terminal.text.replace("\n", " ")
    assert data.read_bytes() == before


def test_a_terminal_is_no_table(tmp_path: Path) -> None:
    terminal = Terminal("import", "csv", "-", "--data", str(tmp_path / "l.toml"))
    assert terminal.wait_end() == 2
    assert "nothing comes in; pipe the table in" in terminal.text


def test_a_logbook_that_could_not_be_opened_again_is_not_made(data: Path, imports: Run, table: Path) -> None:
    rows = [f"{number},2026-11-20,{'x' * 125_000}" for number in range(100)]
    table.write_text("\n".join(["Company,Interview date,Notes", *rows]), encoding="utf-8")
    assert imports("--yes").returncode == 0
    before = data.read_bytes()
    table.write_text(
        "\n".join(["Company,Interview date,Notes", *rows]).replace("20,", "21,"), encoding="utf-8"
    )
    done = imports("--yes")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "would be larger than 16 MiB" in done.stderr
    assert data.read_bytes() == before


def test_the_company_column_can_be_named(imports: Run, table: Path) -> None:
    table.write_text("Bedrijf,Interview date\nA,2026-11-20\n")
    refused = imports("--yes")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "“Bedrijf” and “Interview date”; to name it: --company-column NAME" in refused.stderr
    assert "+ line 2: 2026-11-20 12:00 · A" in imports("--company-column", "bedrijf").stdout


def test_what_may_be_another_round_is_named_after_it_is_added(imports: Run, table: Path) -> None:
    table.write_text("Company,Role,Interview date\nAcme,,2026-11-20\n", encoding="utf-8")
    done = imports("--yes")
    assert "Acme: perhaps another round at Acme Robotics" in done.stdout
