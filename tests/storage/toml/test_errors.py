"""Files that are no logbook: each says what is wrong and on which line, and none gets further than that."""

from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.core.model.logbook import Contact, Draft, InboxLine, Interview, Logbook, Promise, Ticks
from followup_tui.core.model.rules import Rules
from followup_tui.core.text import clean_line
from followup_tui.storage.constants import HEADER
from followup_tui.storage.toml.errors import Problem, line_of_path
from followup_tui.storage.toml.reader import Unreadable
from followup_tui.storage.toml.writer import encode
from tests.decoding import decode
from tests.examples import examples
from tests.storage.strategies import BY_HAND, NASTY, canonical, contacts, drafts, interviews, values

HEAD = '[[interview]]\ncompany = "A"\nheld_at = 2026-11-23T14:00:00+01:00\n'
CONTACT = '[[interview.contact]]\nid = "c"\nat = 2026-11-23T14:00:00Z\nkind = "other"\n'
DRAFT = '[[interview.draft]]\nid = "d"\nkind = "other"\n'


def problems_of(data: str | bytes) -> list[Problem]:
    """Return what is wrong with a file; no other exception, and no file that is sound after all."""
    with pytest.raises(Unreadable) as caught:
        decode(data if isinstance(data, bytes) else data.encode())
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("x = ", 1, "this line is not valid TOML: invalid value"),
        ("a = 1\n\n[rules\n", 3, "“[rules” is not valid TOML; write [rules]"),
        ('a = 1\nb = """\nnever\nclosed\n', 2, 'has no end; write """ below its last line'),
        ("a = 1\nb = [1,\n2,\n\n\n", 3, "not valid TOML"),
        ("a = 1\nx = 2026-13-45\n", 2, "not valid TOML"),
        ("a = 1\nx = 2026-02-30\n", 2, "not valid TOML"),
        (
            "a = 1\na = 2\n",
            2,
            "“a” appears twice in this table; delete this line or line 1",
        ),
        ("a = 1\n#\0\n", 2, "found invalid character '\\x00'"),
        ("a = 1\nb = '\x1b[2J'\n", 2, "found invalid character '\\x1b'"),
        ("a = 1\rb = 2\n", 1, "not valid TOML"),
        (b"a = 1\n# caf\xe9\n", 2, "not UTF-8"),
        (b'\xef\xbb\xbfa = 1\nb = 1\nc = "\xed\xa0\x80"\n', 3, "not UTF-8"),
        (b"\xff\xfea\0 \0=\0", 1, "not UTF-8"),
        (b"\0" * 4096, 1, "not valid TOML"),
        (f"{HEADER}format = 1\n\n{HEAD}", 6, "lost its end"),
        ("x = 1\ny = " + "[" * 600 + "]" * 600, 2, "nested too deep"),
        ("x = 1\ny = " + "[" * 101 + "]" * 101, 2, "nested too deep"),
        (f"{HEAD}mine = {{{'.'.join('a' * 2000)} = 1}}\n", 4, "a key has more than 100 parts"),
        (f"x = '{'1' * 5000}'\ny = {'1' * 5000}\n", 2, "a number is too long"),
        (f"{HEAD}{HEAD}x = 0x{'f' * 4000}\n", 7, "a number is too long"),
        ("interview = 3\n", 1, "interview: should be written as [[interview]]"),
        ('a = 1\n[interview]\ncompany = "A"\n', 2, "interview: should be written as [[interview]]"),
        ("a = 1\n[[interview.promise]]\nwords = 'x'\n", 2, "should be written as [[interview]]"),
        ("a = 1\ninterview = [3]\n", 2, "interview 1: should be written as [[interview]]"),
        ("a = 1\ninbox = 3\n", 2, "should be written as [[inbox]]"),
        ("a = 1\nrules = 3\n", 2, "rules: should be written as [rules]"),
        ("a = 1\nformat = 'one'\n", 2, "format: should be a whole number"),
        ("format = 0\n", 1, "format: should be at least 1"),
        ("a = 1\nformat = 2\ninterview = 3\n", 2, "a newer followup-tui wrote it (format 2)"),
        ("[[interview]]\nheld_at = 2026-11-23T14:00:00\n", 1, "interview 1 has no “company”"),
        (f'{HEAD}[[interview]]\ncompany = "B"\n', 4, "interview 2 has no “held_at”"),
        (
            f'{HEAD}[[interview]]\ncompany = "B"\nheld_on = 2026-11-16\n',
            6,
            "no “held_at”, but “held_on”; write",
        ),
        (f'{HEAD}[[interview]]\nheld_at = 2026-11-16\nCompany = "B"\n', 6, "but “Company”; write company"),
        (HEAD.replace('"A"', '" \t"'), 2, "interview 1, company: must not be empty"),
        (HEAD.replace('"A"', '"\\u001b\\u202e"'), 2, "interview 1, company: must not be empty"),
        (HEAD.replace('"A"', "7"), 2, "interview 1, company: should be text in quotes"),
        (f"{HEAD}id = ''\n", 4, "interview 1, id: must not be empty"),
        (f"{HEAD}id = '{'x' * 65}'\n", 4, "interview 1, id: String should have at most 64"),
        (f"{HEAD}round = 100\n", 4, "interview 1, round: should be at most 99"),
        (f"{HEAD}round = 1{'0' * 999}\n", 4, "interview 1, round: should be at most 99"),
        (f"{HEAD}setting = 'Zoom'\n", 4, 'write setting = "video"'),
        (f"{HEAD}{CONTACT}says = 'rejected'\n", 8, 'write says = "rejection"'),
        (f"{HEAD}setting = 'on Mars'\n", 4, "setting: should be 'in person', 'video' or 'phone'"),
        (f"{HEAD}notes = ['a']\n", 4, "interview 1, notes: should be text in quotes"),
        (f"{HEAD}contact = 3\n", 4, "contact: should be written as [[interview.contact]]"),
        (f"{HEAD}[interview.contact]\nkind = 'other'\n", 4, "written as [[interview.contact]]"),
        (f"{HEAD}[interview.ticks]\n\nwait = 'later'\n", 6, "ticks, wait: should be a day such as"),
        (f"{HEAD}ticks.ask = 3\n", 4, "interview 1, ticks, ask: should be a day such as"),
        (f"{HEAD}ticks = 3\n", 4, "ticks: should be written as [interview.ticks]"),
        (f"{HEAD}[interview.skips]\nthank = 'Dana'\n", 5, "skips, thank: should be"),
        (f"{HEAD}[[interview.promise]]\ndecide_by = 2026-12-04\n", 4, "promise 1 has no “said_on”"),
        (f"{HEAD}{CONTACT}[[interview.contact]]\nid = 3\n", 9, "contact 2, id: should be text in quotes"),
        (f"{HEAD}{CONTACT.replace('other', 'gift')}", 7, "contact 1, kind: should be 'thank-you', "),
        (f"{HEAD}{CONTACT.replace('other', 'Thank You')}", 7, "or 'other'; write kind = \"thank-you\""),
        (f"{HEAD}{CONTACT}says = 'Next_Round'\n", 8, "or 'other'; write says = \"next round\""),
        ("[[inbox]]\nat = 2026-11-23T14:00:00Z\n", 1, "inbox 1 has no “text”"),
        ("[rules]\nguess_days = 3\nholidays = ['soon']\n", 3, "rules, holidays 1: "),
        ("[rules]\nholidays = 'x'\n", 2, "rules, holidays: should be a list of days such as [2026-12-25]"),
        ("[rules]\nholidays = [2026-12-25, '26.12.2026']\n", 2, "write holidays = [2026-12-25, 2026-12-26]"),
        (f"{HEAD}[interview.skips]\nconnect = ['Dana', 7]\n", 5, 'write connect = ["Dana", "7"]'),
        ("a = 1\n[[rules]]\nguess_days = 3\n", 2, "rules: should be written as [rules]"),
        (f"{HEAD}[[interview.ticks]]\nask = 2026-11-23\n", 4, "should be written as [interview.ticks]"),
        ("[rules]\nfollow_up_limit = -1\n", 2, "rules, follow_up_limit: should be at least 0"),
    ],
)
def test_a_bad_file_says_what_and_where(data: str | bytes, line: int | None, words: str) -> None:
    problem = problems_of(data)[0]
    assert problem.line == line
    assert words in problem.text
    assert str(problem) == (problem.text if line is None else f"line {line}: {problem.text}")


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("9999-12-31T23:59:59+14:00", "the year 9999 is outside 2000 to 2199"),
        ("9999-12-31T23:59:59", "the year 9999 is outside 2000 to 2199"),
        ("0001-01-01T00:00:00-23:59", "the year 1 is outside 2000 to 2199"),
        ("0001-01-01T00:00:00", "the year 1 is outside 2000 to 2199"),
        ("1970-01-01T00:00:00", "the year 1970 is outside 2000 to 2199"),
        ("14:00:00", "should be a date and a time"),
        ("1795437296", "not a number"),
        ("'1795437296'", "not a number"),
        ("'9999-11-23T14:00:00'", "the year 9999 is outside 2000 to 2199"),
        ("'tomorrow'", "should be a date and a time"),
        ("'2026-11-31'", "should be a date and a time"),
    ],
)
def test_times_out_of_bounds_are_no_surprise(time: str, words: str) -> None:
    for place, line in ((HEAD, 3), (HEAD + CONTACT, 6)):
        head, _, tail = place.rpartition("2026-11-23T14:00:00")
        problem = problems_of(head + time + tail[tail.index("\n") :])[0]
        assert (problem.line, words in problem.text) == (line, True), problem


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "3", "'1795437296'", "2026-11-23T14:00:00"])
def test_days_out_of_bounds_are_no_surprise(day: str) -> None:
    promise = f"{HEAD}[[interview.promise]]\nsaid_on = 2026-11-23\ndecide_by = {day}\n"
    assert [problem.line for problem in problems_of(promise)] == [6]
    assert [problem.line for problem in problems_of(f"{HEAD}[interview.ticks]\nask = {day}\n")] == [5]
    assert [problem.line for problem in problems_of(f"[rules]\nholidays = [{day}]\n")] == [2]


def test_every_problem_is_reported_up_to_a_hundred() -> None:
    bad = f"{HEAD}round = 0\n[interview.ticks]\nask = 3\n"
    assert [problem.line for problem in problems_of(bad * 3)] == [4, 6, 10, 12, 16, 18]
    assert [problem.line for problem in problems_of(f"{HEAD}round = 0\n" * 300)] == list(range(4, 404, 4))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("interview", 0), 3),
        (("interview", 0, "round"), 8),
        (("interview", 0, "ticks", "ask"), 9),
        (("interview", 0, "contact", 0, "kind"), 10),
        (("interview", 1), 11),
        (("interview", 1, "round"), 12),
        (("interview", 1, "ticks", "ask"), 13),
        (("interview", 1, "contact", 1, "kind"), 20),
        (("interview", 1, "company"), 11),
        (("interview", 1, "kind"), 11),
        (("interview", 2, "company"), None),
        (("rules", "holidays", 0), 24),
        (("rules", "guess_days"), 21),
        (("format",), 2),
    ],
)
def test_lines_are_found_however_the_file_is_written(place: tuple[int | str, ...], line: int | None) -> None:
    text = """\
# [[interview]]
format = 1
[[ interview ]]
notes = '''
[[interview]]
round = 7
it's \\''' # not '''
round = 1
ticks = { ask = 3 }
contact = [ { kind = 3 } ]
[["interview"]]
'round' = 1
ticks.ask = 3
other = ["\\"", '"', '''
x''']
[[interview.contact]]
kind = "a"
[[interview.contact]]
text = "[[interview.contact]]"
kind = "a"
[rules]
many = [
  1]
"holidays" = [1]
"""
    assert line_of_path(text, place) == line


def test_a_file_of_ours_cut_anywhere_is_whole_or_refused() -> None:
    notes = "# end of followup-tui logbook\n\n[[interview]]\nétait\n" * 20
    text = encode(decode((BY_HAND + BY_HAND.partition("\n\n")[2].partition("\n[[inbox]]")[0]).encode()))
    whole = decode(text.replace("@ Dana", f"{notes}@ Dana").encode())
    written = encode(whole).encode()
    assert len(written) > 3000
    silent = []
    for at in range(1, len(written)):
        try:
            read = decode(written[:at])
        except Unreadable:
            continue
        if read != whole or at < len(written) - 1:
            silent.append(at)
    assert silent == []
    # Cut at the very beginning, it can't be told from an empty file.
    assert decode(b"") == Logbook()


PIECES = (
    *(nasty.encode() for nasty in NASTY),
    *(
        b"[[interview]]",
        b"=",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b".",
        b"'",
        b"id",
        b"3",
        b"true",
        b"nan",
        b"1e400",
    ),
    *(b"1" * 4400, b"[" * 600, b"0x" + b"f" * 4000, b"9999-12-31", b"0001-01-01T00:00:00"),
    *(b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\0"),
)
edits = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=3))


def read_or_refused(data: bytes) -> None:
    """Check that what is read can be written and read again, and that a refusal names lines that exist."""
    try:
        logbook = decode(data)
    except Unreadable as unreadable:
        problems = unreadable.problems
        assert problems
        assert all(problem.line is None or 1 <= problem.line <= data.count(b"\n") + 1 for problem in problems)
        # As it stands: nothing in it steers a terminal, nothing breaks the line.
        assert all(problem.text == clean_line(problem.text) for problem in problems)
    else:
        assert canonical(decode(encode(logbook).encode())) == canonical(logbook)


@examples(100)
@given(st.lists(edits, min_size=1, max_size=4))
def test_mangled_bytes_are_read_or_refused(mangled: list[tuple[float, int, bytes]]) -> None:
    data = BY_HAND.encode()
    for where, length, put in mangled:
        at = int(where * len(data))
        data = data[:at] + put + data[at + length :]
    read_or_refused(data)


def loose(model: type[Any], **sound: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return tables with the keys of `model`, and values of any type under them."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    return st.fixed_dictionaries({}, optional={name: sound.get(name, values) | values for name in names})


def encodable(value: Any) -> Any:
    """`value` without lone surrogates, which no file holds."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, dict):
        return {encodable(key): encodable(inner) for key, inner in value.items()}
    return [encodable(inner) for inner in value] if isinstance(value, list) else value


loose_interviews = interviews | loose(
    Interview,
    contact=st.lists(contacts | loose(Contact), max_size=2),
    draft=st.lists(drafts | loose(Draft), max_size=2),
    promise=st.lists(loose(Promise), max_size=2),
    ticks=loose(Ticks),
)
loose_files = loose(
    Logbook,
    format=st.integers(),
    interview=st.lists(loose_interviews, max_size=2),
    inbox=st.lists(loose(InboxLine), max_size=2),
    rules=loose(Rules),
)


@given(loose_files)
def test_wrong_types_anywhere_are_read_or_refused(raw: dict[str, Any]) -> None:
    read_or_refused(tomli_w.dumps(encodable(raw)).encode())
