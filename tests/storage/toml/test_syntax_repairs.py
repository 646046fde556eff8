"""A line that is no TOML is shown with a line that is; each repair that is advised is tried here."""

import re

import pytest
import tomli

from followup_tui.storage.toml import line_repairs
from followup_tui.storage.toml.reader import Unreadable
from tests.decoding import decode

HEAD = '[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00+01:00\n'

CASES = [
    # An array of tables with single brackets, as the second interview or within one.
    (f'{HEAD}[interview]\ncompany = "B"\nheld_at = 2026-11-24\n', 4, "[interview]", "[[interview]]"),
    (
        f"{HEAD}[[interview.contact]]\nat = 2026-11-24\nkind = 'reply'\n[interview.contact]\n"
        "at = 2026-11-25\nkind = 'reply'\n",
        7,
        "[interview.contact]",
        "[[interview.contact]]",
    ),
    ("[[interview]\ncompany = 'A'\nheld_at = 2026-11-24\n", 1, "[[interview]", "[[interview]]"),
    # Quotes: none, of another kind, or one of them missing.
    (f"{HEAD}role = Platform engineer\n", 4, "role = Platform engineer", 'role = "Platform engineer"'),
    (f"{HEAD}role = “SRE”\n", 4, "role = “SRE”", 'role = "SRE"'),
    (f'{HEAD}role = "SRE\n', 4, 'role = "SRE', 'role = "SRE"'),
    (f'{HEAD}role = "say "SRE" twice"\n', 4, 'role = "say "SRE" twice"', 'role = "say \\"SRE\\" twice"'),
    (f'{HEAD}role = "SRE",\n', 4, 'role = "SRE",', 'role = "SRE"'),
    (f'{HEAD}"role": "SRE",\n', 4, '"role": "SRE",', '"role" = "SRE"'),
    (f"{HEAD}role =\n", 4, "role =", 'role = ""'),
    ("[rules]\nholidays = [2026-12-25],\n", 2, "", "holidays = [2026-12-25]"),
    ("[[interview]]\ncompany = 'A'\nheld_at = 2026-11-16 2:30 PM\n", 3, "", "held_at = 2026-11-16T14:30:00"),
    ("[[interview]]\ncompany = 'A'\nheld_at = 11/27/2026 2pm\n", 3, "", "held_at = 2026-11-27T14:00:00"),
    (f"{HEAD}role = SRE # my dream\n", 4, "role = SRE # my dream", 'role = "SRE" # my dream'),
    (f'{HEAD}role = "C:\\dir"\n', 4, 'role = "C:\\dir"', 'role = "C:\\\\dir"'),
    (f"{HEAD}setting: 'video'\n", 4, "setting: 'video'", "setting = 'video'"),
    (f"{HEAD}setting: video\n", 4, "setting: video", 'setting = "video"'),
    # Days and times in other ways to write them.
    (
        f"{HEAD}[[interview.promise]]\nsaid_on = 2026-11-23\ndecide_by = 27.11.2026\n",
        6,
        "decide_by = 27.11.2026",
        "decide_by = 2026-11-27",
    ),
    ("[[interview]]\ncompany = 'A'\nheld_at = 19.11.2026 14:00\n", 3, "", "held_at = 2026-11-19T14:00:00"),
    ("[[interview]]\ncompany = 'A'\nheld_at = 27 Nov 2026\n", 3, "", "held_at = 2026-11-27"),
    ("[[interview]]\ncompany = 'A'\nheld_at = 27/11/2026\n", 3, "", "held_at = 2026-11-27"),
    ("[[interview]]\ncompany = 'A'\nheld_at = 11/27/2026 14:00\n", 3, "", "held_at = 2026-11-27T14:00:00"),
    ("[rules]\nholidays = [25.12.2026]\n", 2, "", "holidays = [2026-12-25]"),
    # Numbers, lists.
    (f"{HEAD}round = 02\n", 4, "round = 02", "round = 2"),
    (f"{HEAD}[interview.skips]\nconnect = [Dana Reyes, Luis]\n", 5, "", 'connect = ["Dana Reyes", "Luis"]'),
    (f'{HEAD}[interview.skips]\nconnect = ["Ann Day" "Luis"]\n', 5, "", 'connect = ["Ann Day", "Luis"]'),
    ("[rules]\nholidays = [2026-12-25 2026-12-26]\n", 2, "", "holidays = [2026-12-25, 2026-12-26]"),
    ("[rules]\nholidays = 2026-12-25, 2026-12-26\n", 2, "", "holidays = [2026-12-25, 2026-12-26]"),
    # Keys of several words, and no equals sign.
    ("[[interview]]\ncompany = 'A'\nheld at = 2026-11-24\n", 3, "", "held_at = 2026-11-24"),
    ("[[interview]]\ncompany = 'A'\nheld-at: 24.11.2026\n", 3, "", "held_at = 2026-11-24"),
    (f'{HEAD}role "SRE"\n', 4, "", 'role = "SRE"'),
    (f"{HEAD}round 2\n", 4, "", "round = 2"),
    (f'{HEAD}role -> "SRE"\n', 4, "", 'role = "SRE"'),
    (f'{HEAD}role == "SRE"\n', 4, "", 'role = "SRE"'),
    # Remarks without a number sign, blanks of a word processor, numbers and choices in words.
    (f'{HEAD}setting = "video" // Zoom\n', 4, "", 'setting = "video" # Zoom'),
    ('[[interview]] Acme\ncompany = "A"\nheld_at = 2026-11-24\n', 1, "", "[[interview]] # Acme"),
    (f"{HEAD}round = 2nd\n", 4, "", "round = 2"),
    ("[rules]\nguess_days = 7 days\n", 2, "", "guess_days = 7"),
    (f"{HEAD}setting = video call\n", 4, "", 'setting = "video"'),
    (f"{HEAD}[interview.ticks]\nthank = skip\n", 5, "", 'thank = "skipped"'),
    (f"{HEAD}interview.ticks]\nask = 2026-11-23\n", 4, "", "[interview.ticks]"),
    # A text whose first quotes are gone.
    (f'{HEAD}notes =\n@ Dana\n! Go\n"""\n', 4, "notes =", 'notes = """'),
    ("[rules]\nholidays = [25.12.2026; 26.12.2026]\n", 2, "", "holidays = [2026-12-25, 2026-12-26]"),
]


@pytest.mark.parametrize(("text", "line", "shown", "repair"), CASES)
def test_the_line_is_shown_with_a_repair_that_works(text: str, line: int, shown: str, repair: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(text.encode())
    (problem,) = caught.value.problems
    shown = shown or text.split("\n")[line - 1]
    assert str(problem) == f"line {line}: “{shown}” is not valid TOML; write {repair}"
    lines = text.split("\n")
    tomli.loads("\n".join([*lines[: line - 1], repair, *lines[line:]]))


@pytest.mark.parametrize("value", ["soon", "04/05/2026", "next Friday"])
def test_a_day_that_is_not_certain_gets_no_quotes(value: str) -> None:
    with pytest.raises(Unreadable, match="” is not valid TOML; write a day such as 2026-11-23, or"):
        decode(f"{HEAD}[[interview.promise]]\nsaid_on = {value}\n".encode())


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f'{HEAD}notes = """\n@ Dana\n! Go\n', '"""'),
        (f'{HEAD}notes = """\n@ Dana\n\n[[interview]]\ncompany = "B"\nnotes = """\nx\n"""\n', '"""'),
        (f"{HEAD}notes = '''\n@ Dana\n\n[rules]\n", "'''"),
    ],
)
def test_of_a_text_without_an_end_its_beginning_is_named(text: str, quotes: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(text.encode())
    (problem,) = caught.value.problems
    advice = f"the text that begins here has no end; write {quotes} below its last line"
    assert str(problem) == f"line 4: {advice}"


def test_a_text_of_several_lines_needs_three_quotes() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(f'{HEAD}notes = "@ Dana\n> Friday"\n'.encode())
    advice = 'a text of several lines begins and ends with three quotes: """'
    assert str(caught.value.problems[0]) == f'line 4: “notes = "@ Dana” is not valid TOML; {advice}'


@pytest.mark.parametrize(
    ("lines", "line", "advice"),
    [
        ('role\u00a0=\u00a0"SRE"\n', 4, '“role = "SRE"” is not valid TOML; write role = "SRE"'),
        ('role = "SRE" round = 2\n', 4, "” is not valid TOML; write round on a line of its own"),
        ("[rules]\nholidays = [2026-12-25\n", 5, "” has no end; write holidays = [2026-12-25]"),
        (
            "[rules]\nholidays = [\n  2026-12-24\n  2026-12-25\n]\nask_days = 1\n",
            5,
            "the list that begins here needs a comma between its values",
        ),
        ("[interview.ticks]\nask = yes\n", 5, "write a day such as 2026-11-23, or “skipped” in quotes"),
        (
            'notes = """\n! said """fine"""\n"""\n',
            5,
            "“! said \"\"\"fine\"\"\"” is not valid TOML within a text; write ! said '''fine'''",
        ),
    ],
)
def test_what_no_other_line_repairs_is_advised_in_words(lines: str, line: int, advice: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(f"{HEAD}{lines}".encode())
    assert str(caught.value).startswith(f"line {line}: ")
    assert str(caught.value).endswith(advice)


@pytest.mark.parametrize("lines", ["  - @ Dana\n  - ! Go\n", "@ Dana\n! Go\n", "\t> Friday\n"])
def test_lines_of_notes_are_a_text_of_several_lines(lines: str) -> None:
    with pytest.raises(Unreadable, match="“notes:” is not valid TOML; a text of several lines begins"):
        decode(f"{HEAD}notes:\n{lines}".encode())


def test_no_list_is_searched_for_days_beyond_the_first_value_that_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def moment_in(value: str) -> str:
        tried.append(value)
        return ""

    monkeypatch.setattr(line_repairs, "moment_in", moment_in)
    list(line_repairs.repairs('role = "' + '" "' * 1000))
    assert len(tried) < 10


def test_a_table_above_the_first_interview_is_moved_below_it() -> None:
    contact = "[[interview.contact]]\nat = 2026-11-24\nkind = 'reply'\n"
    with pytest.raises(Unreadable) as caught:
        decode(f"format = 1\n{contact}{HEAD}".encode())
    belongs = "is above the first [[interview]]; move it below the one it belongs to"
    assert str(caught.value) == f"line 2: [[interview.contact]] {belongs}"
    assert decode(f"format = 1\n{HEAD}{contact}".encode()).interviews[0].contacts


def test_a_closed_text_above_a_wrong_line_is_not_blamed() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(f'{HEAD}notes = """\n@ Dana\n"""\nrole = SRE\n'.encode())
    assert str(caught.value.problems[0]) == 'line 7: “role = SRE” is not valid TOML; write role = "SRE"'


def test_of_a_table_that_stands_twice_the_lines_move() -> None:
    text = f"{HEAD}[interview.ticks]\nask = 2026-11-23\n[interview.ticks]\nwait = 2026-11-24\n"
    with pytest.raises(Unreadable) as caught:
        decode(text.encode())
    move = "move the lines below it there, and delete this one"
    assert str(caught.value) == f"line 6: [interview.ticks] is already on line 4; {move}"


def test_of_a_table_that_keys_have_made_the_lines_move_too() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(b"mine.a = 1\n[mine]\nb = 2\n")
    move = "move the lines below it there, and delete this one"
    assert str(caught.value) == f"line 2: [mine] names a table that is already there; {move}"
    decode(b"mine.a = 1\nmine.b = 2\n")


def test_of_a_key_that_stands_twice_either_line_may_go() -> None:
    text = f'{HEAD}role = "SRE"\nround = 1\nrole = "Staff engineer"\n'
    with pytest.raises(Unreadable) as caught:
        decode(text.encode())
    (problem,) = caught.value.problems
    assert str(problem) == "line 6: “role” appears twice in this table; delete this line or line 4"
    found = re.findall(r"line (\d+)", str(problem))
    for number in map(int, found):
        lines = text.split("\n")
        del lines[number - 1]
        decode("\n".join(lines).encode())


@pytest.mark.parametrize("line", ["remember to call Dana", "- two references", "Acme: Dana, Luis"])
def test_a_line_that_is_no_key_may_become_a_comment(line: str) -> None:
    text = f"{HEAD}{line}\n"
    with pytest.raises(Unreadable) as caught:
        decode(text.encode())
    (problem,) = caught.value.problems
    assert problem.text.startswith(f"“{line}” is not valid TOML; ")
    if "put # in front of it" in problem.text:
        decode(f"{HEAD}# {line}\n".encode())
    else:
        decode(f"{HEAD}{problem.text.partition('; write ')[2]}\n".encode())


def test_a_long_line_is_shown_in_part() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(f"{HEAD}role = {'x' * 500}\n".encode())
    assert len(str(caught.value)) < 250


def test_control_characters_are_not_repaired() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(f"{HEAD}role = 'a\x1b[2J\n".encode())
    assert "write" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
