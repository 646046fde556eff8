"""The table of bindings: what every row must have, and that all that names keys goes by it."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

import followup_tui.tui
from followup_tui.tui.keys import bindings as reading
from followup_tui.tui.keys import table
from followup_tui.tui.keys.bindings import bindings, by_id, rows, scope_rows
from followup_tui.tui.keys.hints import pane_footer
from followup_tui.tui.keys.keymap import Keymap, read_keys, remap
from followup_tui.tui.keys.row import KeyGroup, KeyRow
from followup_tui.tui.keys.table import GROUPS, SCOPES
from followup_tui.tui.palette import Commands
from tests import readme
from tests.tui.pilot import ACME, running

SOURCE = Path(followup_tui.tui.__file__).parent


def all_owners() -> set[type[DOMNode]]:
    """Return every class of ours that declares bindings."""
    for module in pkgutil.walk_packages(followup_tui.tui.__path__, "followup_tui.tui."):
        importlib.import_module(module.name)
    found: set[type[DOMNode]] = set()
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        for owner in waiting.pop().__subclasses__():
            waiting.append(owner)
            if owner.__module__.startswith("followup_tui.") and "BINDINGS" in vars(owner):
                found.add(owner)
    return found


def declared(owner: type[DOMNode]) -> list[Binding]:
    return [binding for binding in vars(owner)["BINDINGS"] if isinstance(binding, Binding)]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_every_row_has_an_id_a_description_and_keys_for_itself(group: KeyGroup) -> None:
    keys = [key for row in group.rows for key in row.keys.split(",")]
    assert keys
    assert len(keys) == len(set(keys))
    for row in group.rows:
        assert re.fullmatch(r"[a-z]+\.[a-z-]+", row.id), row
        assert row.description, row
        assert row.label or not row.footers, row
        for key in row.keys.split(","):
            assert key not in {"ctrl+h", "ctrl+j", "ctrl+k", "ctrl+i", "ctrl+m", "ctrl+enter"}
            assert not (key.startswith("alt+") and key[-1].isdigit())
    for binding in bindings(group.name):
        assert isinstance(binding, Binding)
        assert binding.id, binding
        assert binding.tooltip, binding


def test_no_id_stands_in_two_rows() -> None:
    ids = [row.id for group in GROUPS for row in group.rows]
    assert len(ids) == len(set(ids)) == len(by_id()) > 90


def test_every_class_takes_its_bindings_from_the_table_and_every_group_is_taken() -> None:
    taken: set[str] = set()
    for owner in all_owners():
        ids = {binding.id for binding in declared(owner)}
        assert len(declared(owner)) == len(vars(owner)["BINDINGS"]), owner
        groups = {group.name for group in GROUPS if ids & {row.id for row in group.rows}}
        assert ids == {row.id for row in rows(*groups)}, owner
        taken |= groups
    assert taken == {group.name for group in GROUPS}


def test_every_group_but_that_of_the_app_is_in_a_scope() -> None:
    assert {name for scope in SCOPES for name in scope.groups} == {group.name for group in GROUPS} - {"app"}


@pytest.mark.parametrize(
    ("keys", "scope"),
    [
        (("1",), "in the lists"),
        (("2",), "in the lists"),
        (("3",), "in the notes"),
        (("4",), "in the timeline"),
        (("n",), "in the note bar"),
        (("A",), "on the timeline of all"),
        (("ctrl+o",), "while finding"),
        (("e",), "in a form"),
        (("c",), "in a form"),
        (("f1",), "in the help"),
        (("B",), "among the backups"),
        (("d",), "in a box"),
        (("D", "ctrl+p"), "in a question"),
    ],
)
async def test_bindings_that_are_active_together_are_in_the_same_scope(
    tmp_path: Path, keys: tuple[str, ...], scope: str
) -> None:
    async with running(tmp_path / "logbook.toml", ACME, size=(120, 36)) as run:
        if scope == "in a question":
            await run.press("1")
        await run.press(keys[0])
        active = {binding.binding.id for binding in run.app.screen.active_bindings.values()} & by_id().keys()
        together = next(scope_rows(other) for other in SCOPES if other.name == scope)
        assert active
        assert active <= {row.id for row in together}


def test_no_row_is_on_a_key_that_could_not_be_given_to_it() -> None:
    for group in GROUPS:
        for row in group.rows:
            for key in row.keys.split(","):
                assert read_keys(key, group.name in table.PRIORITY) == (key, ""), row.id


@pytest.mark.parametrize("field", [Input, TextArea])
def test_no_letter_that_does_something_reaches_past_a_field(field: type[Input] | type[TextArea]) -> None:
    """A field takes letters for itself, before any binding; but for those with priority, which are none."""
    letters = {key for row in by_id().values() for key in row.keys.split(",") if len(key) == 1}
    assert len(letters) > 20
    assert all(field().check_consume_key(key, key) for key in letters)


def test_every_id_named_in_the_code_is_in_the_table() -> None:
    in_braces, alone = re.compile(r"\{([a-z]+\.[a-z-]+)\}"), re.compile(r"[a-z]+\.[a-z-]+")
    found: list[tuple[str, str]] = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found += [(id, path.name) for id in in_braces.findall(node.value)]
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("Hint", "key"):
                texts = [text.value for text in node.args[:1] if isinstance(text, ast.Constant)]
                found += [(id, path.name) for text in texts for id in alone.findall(str(text))]
    assert [pair for pair in found if pair[0] not in by_id()] == []
    assert len(found) > 50


def test_no_default_key_is_repeated_outside_the_table() -> None:
    with_key = re.compile(r"""\{[a-z]+\.[a-z-]+\||Hint\(\s*"[a-z. -]+", "[^"]+", "|\bBinding\(\s*["']""")
    for path in SOURCE.rglob("*.py"):
        if path.name != "table.py":
            assert not with_key.search(path.read_text(encoding="utf-8")), path.name


@pytest.fixture
def new_row(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyRow]:
    """Add one row to the table, in the bindings of the main screen."""
    row = KeyRow("test.added", "f9", "back", "Do what is new", "new", {"steps": 3})
    groups = tuple(
        group._replace(rows=(*group.rows, row)) if group.name == "main" else group for group in GROUPS
    )
    for module in (table, readme):
        monkeypatch.setattr(module, "GROUPS", groups)
    by_id.cache_clear()
    reading.footer_rows.cache_clear()
    yield row
    monkeypatch.undo()
    by_id.cache_clear()
    reading.footer_rows.cache_clear()


def test_a_new_row_is_found_by_footer_readme_and_clash_check(new_row: KeyRow) -> None:
    assert by_id()["test.added"] is new_row
    hints = pane_footer("steps", is_single=False, keymap=Keymap())
    assert ("F9", "new") in [(hint.key, hint.label) for hint in hints]
    assert "`F9` Do what is new" in readme.key_tables()
    _, problems = remap([("step.skip", "f9")])
    assert "step.skip: F9 belongs to test.added (Do what is new) in the lists" in problems[0]
    keymap, problems = remap([("test.added", "f10")])
    assert (keymap.key("test.added"), problems) == ("F10", ())
    assert keymap.format("{test.added} is new.") == "F10 is new."


async def test_a_new_row_is_found_by_help_and_palette(new_row: KeyRow, tmp_path: Path) -> None:
    async with running(tmp_path / "logbook.toml", ACME, size=(120, 90)) as run:
        assert "F9 new" in run.shown()
        entries = {entry.name: entry.details for entry in Commands(run.app.screen).entries(with_lines=False)}
        assert entries[new_row.description] == "F9"
        await run.press("f1")
        assert "F9          Do what is new" in run.shown()
