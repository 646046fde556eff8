"""What `enter` does in the notes."""

import pytest

from followup_tui.core.signed import new_line


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("plain", "plain\n|"),
        ("  indented", "  indented\n  |"),
        ("@ Dana Reyes", "@ Dana Reyes\n@ |"),
        ("@Dana", "@Dana\n@|"),
        ("  + references", "  + references\n  + |"),
        ("= CV", "= CV\n= |"),
        ("! Kubernetes", "! Kubernetes\n! |"),
        ("~ hockey", "~ hockey\n~ |"),
        ("> by Friday", "> by Friday\n|"),
        ("! none", "! none\n|"),
        ("@ ", "|"),
        ("  ~", "|"),
        ("@ Dana| Luis", "@ Dana\n@ | Luis"),
        ("|@ Dana", "\n|@ Dana"),
        ("@| Dana", "@\n| Dana"),
        ("", "\n|"),
    ],
)
def test_a_new_line_goes_on_as_the_old_one_began(line: str, after: str) -> None:
    column = line.find("|") if "|" in line else len(line)
    text = line.replace("|", "")
    done = new_line(text, column)
    assert text[: column - done.remove] + done.insert + "|" + text[column:] == after
    assert done.insert.endswith(done.sign)
