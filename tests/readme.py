"""The parts of README.md that are made from the program: signs, keys and verbs.

python -m tests.readme        writes them anew
"""

from followup_tui.cli.main import COMMANDS
from followup_tui.core.notes import signs
from followup_tui.tui.keys.keymap import Keymap
from followup_tui.tui.keys.table import GROUPS
from followup_tui.tui.screens.help import key_rows
from tests import ROOT

README = ROOT / "README.md"


def usage_rows() -> list[tuple[str, str]]:
    """Return each way to call the program, with what it does."""
    return [
        ("followup-tui", "open the app"),
        *((f"followup-tui {command.usage}", command.help) for command in COMMANDS),
        ("  --data FILE", "use this file instead of your own logbook"),
        ("  --now TIME", "pretend that it is this time, such as 2026-11-23T18:00+01:00"),
        ("  --version, --help", "for every verb, with an example"),
    ]


def key_tables() -> str:
    """Return the table of keys, made from the table of bindings: a row for each place where they work."""
    keys: dict[str, list[str]] = {}
    for group in GROUPS:
        for names, what, _ in key_rows(group.rows, Keymap()) if group.readme else ():
            shown = " ".join(f"`{name}`" for name in names.split())
            keys.setdefault(group.readme, []).append(f"{shown} {what}")
    rows = (f"| {where} | {'<br>'.join(lines)} |" for where, lines in keys.items())
    return "\n".join(["| where | keys |", "|---|---|", *rows])


def sign_table() -> str:
    """Return the table of signs."""
    lines = ["| sign | is | example |", "|---|---|---|"]
    for sign in signs.SIGNS:
        meaning = sign.meaning.replace("<", r"\<")
        lines.append(f"| `{sign}` | {meaning} | `{sign.example}` |")
    return "\n".join(lines)


def verbs() -> str:
    """Return the verbs with what they do, made from the table of commands."""
    width = max(len(usage) for usage, _ in usage_rows())
    return "\n".join(["```text", *(f"{usage.ljust(width)}  {what}" for usage, what in usage_rows()), "```"])


def made(text: str) -> str:
    """Return `text` with its generated parts as they should be."""
    for name, part in (("signs", sign_table()), ("keys", key_tables()), ("verbs", verbs())):
        begin = f"<!-- {name}: made by python -m tests.readme -->"
        text = replaced(text, begin, "<!-- end -->", f"\n{part}\n")
    return text


def replaced(text: str, begin: str, end: str, part: str) -> str:
    """Return `text` with `part` between two marks. Raise SystemExit where they are not there."""
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"README.md has no place marked {begin}")
    return f"{head}{begin}\n{part}\n{end}{tail}"


def stacked(table: str) -> str:
    """Return a Markdown table with all of its rows in one, below one another, to keep the page short."""
    heads, rule, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
    )
    cells = ("<br>".join(column) for column in zip(*rows, strict=True))
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, cells))


def put(begin: str, end: str, part: str) -> None:
    """Write `part` between two marks of the README."""
    text = README.read_text(encoding="utf-8")
    README.write_text(replaced(text, begin, end, f"\n{part}\n"), encoding="utf-8")


def main() -> None:
    """Write the generated parts of the README anew."""
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
