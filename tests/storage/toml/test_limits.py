"""What the parser is not given to read, and what only looks like it."""

import time

import pytest

from followup_tui.storage.toml.limits import MAX_DEPTH, MAX_DIGITS, exceeded_limit

NOTES = "[" * 500 + "{" * 500 + "." * 500 + "9" * 5000


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = " + "[" * (MAX_DEPTH + 1), 2, "nested too deep"),
        ("a = 1\nb = " + "{c=" * (MAX_DEPTH + 1), 2, "nested too deep"),
        ("a = 1\nb = " + "[\n" * (MAX_DEPTH + 1), 102, "nested too deep"),
        (f'a = """\n{NOTES}\n\\""" ] """\nb = ' + "[" * 101, 4, "nested too deep"),
        ("a = 1\n" + "a." * MAX_DEPTH + "b = 1\n", 2, "more than 100 parts"),
        ("a = 1\n[" + " 'a' . " * MAX_DEPTH + "b]\n", 2, "more than 100 parts"),
        ("a = 1\nb = " + "9" * (MAX_DIGITS + 1), 2, "a number is too long"),
        ("a = 1\nb = -9_" + "9" * 10_000, 2, "a number is too long"),
        ("\n" + "9" * 2000 + "\n" + "[" * 101, 2, "a number is too long"),
    ],
)
def test_what_is_out_of_bounds_is_named_with_its_line(text: str, line: int, words: str) -> None:
    problem = exceeded_limit(text)
    assert problem is not None
    assert (problem.line, words in problem.text) == (line, True)


@pytest.mark.parametrize(
    "text",
    [
        f"a = '{NOTES}'\n",
        f'a = "\\"{NOTES}"\n',
        f"a = '''\n''{NOTES}'''''\n",
        f'a = """\n""\\"""{NOTES}"""""\n',
        f"# it's {NOTES}\n",
        f'a = 1 # """ {NOTES}\n',
        "a = [" + "1.5, " * 1000 + "]\n",
        "a = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        "[[interview]]\n" * 1000,
        "a." * (MAX_DEPTH - 1) + "b = 1\n",
        "a = " + "9" * MAX_DIGITS,
    ],
)
def test_what_is_within_bounds_or_in_a_text_is_passed(text: str) -> None:
    assert exceeded_limit(text) is None


@pytest.mark.parametrize(
    "text",
    ['a = """' + '\\"""' * 400_000, "a = '''" + "''x" * 500_000, "9" * 10 + "a" * 2_000_000, '"\n' * 800_000],
)
def test_the_time_is_in_proportion_to_the_length(text: str) -> None:
    begun = time.process_time()
    exceeded_limit(text)
    assert time.process_time() - begun < 5
