"""`import csv`: what is shown, what is added, and how it is taken back."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followup_tui.cli.main import main
from followup_tui.core.csv_import import table as csv_table
from followup_tui.core.csv_import.table import Table
from followup_tui.storage.loading import load_file
from tests.cli.conftest import NOW, Run

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
Days from “Interview date”. Not used: “Link”.
- left out, line 5: Gamma: the day “2026-02-30” can't be read; write it like 2026-11-23
= line 3: Cyan Labs: it is already there
= line 7: Acme Robotics: it is already there, open, but its status says “Rejected”: e in the app edits it
+ line 2: 2026-11-20 14:00 · Beta · Tester · round 2 · outcome: Rejected · 1 line of notes
+ line 4: 2026-11-20 12:00 · Beta · Manager · open
+ line 6: 2026-03-02 12:00 · Delta · Tester · open
3 interviews to add; 2 already there; 1 left out.
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def imports(data: Path, run: Run, table: Path) -> Run:
    """Return a function that runs `import csv` on the logbook."""

    def imports(*options: str, file: str = table.name) -> subprocess.CompletedProcess[str]:
        return run("import", "csv", file, *options, "--data", str(data), "--now", NOW)

    return imports


def test_it_shows_and_writes_nothing_without_yes(data: Path, imports: Run) -> None:
    with data.open("a", encoding="utf-8") as file:
        file.write('[[inbox]]\nat = 2026-11-24T08:00:00+01:00\ntext = "noted"\n')
    before = data.read_bytes()
    shown = imports()
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == SHOWN + "Nothing was written. To add these, run it again with --yes.\n"
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
        ("Delta", "Tester", 1, "2026-03-02 12:00", "", ""),
    ]
    before = data.read_bytes()
    again = imports("--yes")
    assert "Nothing to add." in again.stdout
    assert "+" not in again.stdout
    assert data.read_bytes() == before


def test_the_people_of_an_interview_are_shown_before_they_are_added(imports: Run, table: Path) -> None:
    table.write_text(
        "Company,Interview date,Type,Contact\nBeta,2026-11-20,Phone screen,Ines Holm (recruiter)\n",
        encoding="utf-8",
    )
    shown = imports().stdout
    assert shown.startswith("Days from “Interview date”. Format from “Type”. People from “Contact”.\n")
    assert "+ line 2: 2026-11-20 12:00 · Beta · phone · open · @ Ines Holm\n" in shown


def test_it_is_undone_as_it_says(data: Path, imports: Run, run: Run) -> None:
    before = data.read_bytes()
    assert imports("--yes").stdout.endswith("`followup-tui restore 1` undoes this.\n")
    run("restore", "1", "--data", str(data), "--now", NOW)
    assert data.read_bytes() == before


def test_it_is_undone_together_with_the_lines_that_were_noted_before(
    data: Path, imports: Run, run: Run
) -> None:
    with data.open("a", encoding="utf-8") as file:
        file.write('[[inbox]]\nat = 2026-11-24T08:00:00+01:00\ntext = "noted"\n')
    before = data.read_bytes()
    assert imports("--yes").stdout.endswith("`followup-tui restore 1` undoes this.\n")
    run("restore", "1", "--data", str(data), "--now", NOW)
    assert data.read_bytes() == before


@pytest.mark.usefixtures("table")
def test_the_first_file_is_undone_by_deleting_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "d" / "followup-tui" / "logbook.toml"
    assert not path.exists()
    assert run("import", "csv", "t.csv", "--yes").stdout.endswith(f"To undo: delete {path}\n")
    assert len(load_file(path).logbook.interviews) == 5
    assert run("import", "csv", "t.csv", "--yes", "--now", NOW).stdout.endswith("Nothing to add.\n")


def test_what_is_long_past_comes_in_open(data: Path, imports: Run) -> None:
    imports("--yes")
    [delta] = [interview for interview in load_file(data).logbook.interviews if interview.company == "Delta"]
    assert delta.outcome == ""
    refused = imports("--keep-open")
    assert (refused.returncode, refused.stdout) == (2, "")


def test_ambiguous_days_are_reported_with_the_flags_that_decide(imports: Run, table: Path) -> None:
    table.write_text("Company,Interview date\nA,03/04/2026\nB,5/6/2026\nE,\nD,7/7/2026\n", encoding="utf-8")
    lines = imports().stdout.splitlines()
    reason = "day and month can't be told apart; say which comes first: --day-first or --month-first"
    assert lines[1:4] == [
        f"- left out, line 2: A: {reason}",
        f"- left out, line 3: B: {reason}",
        "- left out, line 4: E: it has no day",
    ]
    assert "+ line 2: 2026-04-03 12:00 · A" in imports("--day-first").stdout
    assert "+ line 2: 2026-03-04 12:00 · A" in imports("--month-first").stdout
    both = imports("--day-first", "--month-first", "--yes")
    assert (both.returncode, both.stdout) == (2, "")
    assert both.stderr == "followup-tui: --day-first and --month-first can't be combined\n"


def test_the_day_of_applying_needs_to_be_named(imports: Run, table: Path) -> None:
    table.write_text("Company,Date Applied,Status\nA,2026-11-20,Interview\nB,2026-11-20,Applied\n")
    refused = imports("--yes")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "“Date Applied” may be the day of applying; to take it anyway: --date-column" in refused.stderr
    shown = imports("--date-column", "date applied").stdout
    assert "Days from “Date Applied”; check that they are interview days." in shown
    assert "- left out, line 3: B: its status mentions no interview (Applied)" in shown
    assert "+ line 2: 2026-11-20 12:00 · A · open" in shown


def test_text_in_utf_8_is_read_with_a_mark_and_other_encodings_are_refused(
    data: Path, imports: Run, table: Path
) -> None:
    text = "Firma;Stelle;Vorstellungsgespräch am\nMüller – Söhne;Führung;20.11.2026\n"
    table.write_bytes(text.encode("cp1252"))
    refused = imports("--yes")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "save the sheet as “CSV UTF-8”" in refused.stderr
    table.write_bytes(text.encode("utf-8-sig"))
    imports("--yes")
    assert load_file(data).logbook.interviews[-1].company == "Müller – Söhne"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "t.csv can't be read: no such file"),
        (b"", "empty"),
        (b"a,b\n1,2\n", "company"),
        (b"\xff\xfa\x00", "UTF-8"),
        (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "it is not UTF-8 text"),
        (b'Company,Date\nAcme,2026-11-20\nBeta,"2026-11-20\nGamma,2026-11-20\n', "line 3: the quotes"),
        (
            b'Company,Date,Notes\nA,2026-11-20,ok\nB,2026-11-20,"%s"\n' % (b"x" * 140_000),
            "or a cell is too long",
        ),
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


def test_a_file_that_is_too_large_is_refused_before_all_of_it_is_read(
    data: Path, imports: Run, table: Path
) -> None:
    with table.open("r+b") as file:
        file.truncate(2**40)
    before = data.read_bytes()
    done = imports("--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "followup-tui: t.csv is larger than 16 MiB; that can't be a table\n"
    assert data.read_bytes() == before


def import_while(happens: Callable[[], object], data: Path, table: Path) -> int | str | None:
    """Import the table while something happens to the file, and return the exit status."""
    additions = csv_table.additions

    def additions_meanwhile(*arguments: Any) -> Table:
        happens()
        return additions(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_table, "additions", additions_meanwhile)
        with pytest.raises(SystemExit) as ended:
            main(["import", "csv", str(table), "--yes", "--data", str(data), "--now", NOW])
    return ended.value.code


def test_a_file_that_another_program_takes_away_meanwhile_is_reported_in_a_line(
    data: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = data.with_name("away.toml")
    content = data.read_bytes()

    def replace_with_folder() -> None:
        data.rename(away)
        data.mkdir()

    assert import_while(replace_with_folder, data, table) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"followup-tui: {data}")
    assert "folder" in error
    assert error.count("\n") == 1
    assert away.read_bytes() == content


def test_a_change_of_another_program_meanwhile_is_not_lost(data: Path, table: Path) -> None:
    def write_elsewhere() -> None:
        text = data.read_text(encoding="utf-8").replace("Acme Robotics", "Acme Robotics Ltd")
        data.write_text(text, encoding="utf-8")

    assert import_while(write_elsewhere, data, table) == 0
    companies = [interview.company for interview in load_file(data).logbook.interviews]
    assert {"Acme Robotics Ltd", "Delta"} <= set(companies)


def test_a_folder_is_no_table(imports: Run, tmp_path: Path) -> None:
    done = imports(file=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "directory" in done.stderr


def test_what_is_in_the_cells_does_not_steer_the_terminal(data: Path, imports: Run, table: Path) -> None:
    table.write_text("Company,Da\x9bte,Interview date,Status\n\u202eA\u2028B,x,2026-11-20,Rej\u202eected\n")
    shown = imports("--yes").stdout
    assert "2026-11-20 12:00 · A B · outcome: Rejected" in shown
    assert shown.replace("\n", "").isprintable()
    assert load_file(data).logbook.interviews[-1].company == "A B"


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


def test_a_time_in_another_zone_is_shown_on_both_clocks(data: Path, run: Run, tmp_path: Path) -> None:
    text = "Company,Interview date,Time,Time zone,Format\nBeta,2026-11-20,8pm,PT,Video\n"
    (tmp_path / "zones.csv").write_text(text, encoding="utf-8")
    shown = run("import", "csv", "zones.csv", "--data", str(data), "--now", NOW)
    assert "(20:00 there) · Beta" in shown.stdout
