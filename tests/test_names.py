"""The habits of the house that can be checked by reading: names, docstrings, mirrored tests."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import followup_tui
from tests import ROOT
from tests.tested_with import TESTED_WITH
from tests.trees import nodes

PACKAGE = Path(followup_tui.__file__).parent
TESTS = ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEST_FILES = sorted(TESTS.rglob("*.py"))
MOST_LINES = 300
"""A file of the package that grows longer is split by what changes together."""
MOST_LINES_OF_FOLDERS = {"core/csv_import": 700}
"""What is only a side door of the program stays small."""
MOST_STATEMENT_LINES = 60
"""So many lines a function may have besides its docstring; the demo's data are made by a longer one."""
SHORT_PATTERN = 25
"""Characters of a regular expression that needs no docstring: its name says all."""

REFUSED = {"told", "said", "came", "aside", "beside", "lies", "thing", "things"}
"""Words that say nothing about what they name; nor does `one` alone."""
OF_THE_METHOD = {"said_on"}
"""Fields of the file, and with them of the method."""
NOT_IMPERATIVE = {
    *("a", "all", "an", "as", "at", "each", "every", "for", "how", "if", "in", "is", "it", "no", "nothing"),
    *("of", "on", "our", "that", "the", "these", "this", "those", "what", "when", "where", "whether"),
    *("which", "who", "why"),
}
"""What the first line of a function's docstring doesn't begin with; nor with a verb of the third person."""
SHARED = {
    "main": "the entry point, and what it calls",
    "restore": "the terminal by `raw_terminal`, a backup by `backups`: called with the module's name",
    "Row": "of a table that is imported, which nothing else sees; of a list",
}
"""Names that two definitions may have, and why."""
SHARED_TEXT = 20
"""From so many characters on, a text of several words has one home."""
PREPOSITIONS = {"by", "for_", "from_", "in_", "of", "on", "to", "with_"}
IMPERATIVES_IN_S = {"discuss", "dismiss", "express", "focus", "guess", "pass", "press", "process"}
PRIVATE_ALLOWED = ("startup/", "tui/terminal/", "tui/widgets/text_editor.py")
"""Where private names of Textual are used, each with its reason and a test that fails when it goes."""
OF_NAMED_TUPLES = {"_asdict", "_fields", "_make", "_replace"}
"""These have an underscore so that they don't clash with fields; they are public."""
_NAMING = (
    *(ast.Name, ast.Attribute, ast.arg, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.alias),
    *(ast.MatchAs, ast.MatchStar, ast.ExceptHandler),
)
"""The nodes that may give a name: to pass over the others first takes half the time."""
MIRRORED = ("cli", "core", "export", "session", "startup", "storage", "tui")


def name(path: Path) -> str:
    """Return the path as a test's id."""
    return str(path.relative_to(ROOT))


@cache
def identifiers(path: Path) -> tuple[tuple[str, int], ...]:
    """Return every name that a file gives, with its line."""
    return tuple(given_names(nodes(path)))


def given_names(found: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Yield the names that nodes give, with their lines."""
    for node in found:
        if not isinstance(node, _NAMING):
            continue
        match node:
            case ast.Name(id=given, ctx=ast.Store()) | ast.Attribute(attr=given, ctx=ast.Store()):
                yield given, node.lineno
            case ast.FunctionDef(name=given) | ast.AsyncFunctionDef(name=given) | ast.ClassDef(name=given):
                yield given, node.lineno
            case ast.arg(arg=given):
                yield given, node.lineno
            case (
                ast.alias(asname=str(given))
                | ast.MatchAs(name=str(given))
                | ast.MatchStar(name=str(given))
                | ast.ExceptHandler(name=str(given))
            ):
                yield given, node.lineno


def is_refused(given: str) -> bool:
    """Return whether a name says nothing about what it names."""
    words = given.strip("_").lower().split("_")
    return bool(REFUSED.intersection(words)) or words in (["one"], ["ones"])


def test_no_name_is_made_of_a_word_that_says_nothing() -> None:
    refused = [
        f"{name(path)}:{line} {given}"
        for path in (*MODULES, *TEST_FILES)
        for given, line in identifiers(path)
        if given not in OF_THE_METHOD and is_refused(given)
    ]
    assert refused == [], "name it by what it is"


def test_no_file_of_the_package_is_too_long() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a file."""
    return (node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_no_function_is_too_long() -> None:
    lines = {
        f"{name(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno)
        - node.lineno
        + 1
        - len((ast.get_docstring(node) or "").splitlines())
        for path in MODULES
        if path.name != "demo.py"
        for node in functions(path)
    }
    assert {place: count for place, count in lines.items() if count > MOST_STATEMENT_LINES} == {}


def unexplained_patterns(module: ast.Module, lines: Sequence[str]) -> list[str]:
    """Return the names of long regular expressions with neither a docstring nor a comment."""
    found = []
    for node, following in pairwise((*module.body, ast.Pass())):
        match node:
            case ast.Assign(targets=[ast.Name(id=given)], value=ast.Call(func=function, args=[pattern, *_])):
                is_pattern = ast.unparse(function) in ("re.compile", "LazyRegex")
            case _:
                continue
        is_documented = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        has_comment = lines[node.lineno - 2].startswith("#")
        is_long = len(ast.unparse(pattern)) > SHORT_PATTERN
        if is_pattern and is_long and not is_documented and not has_comment:
            found.append(given)
    return found


def test_every_regular_expression_says_what_it_matches() -> None:
    unexplained = []
    for path in MODULES:
        module = nodes(path)[0]
        assert isinstance(module, ast.Module)
        found = unexplained_patterns(module, path.read_text(encoding="utf-8").splitlines())
        unexplained += [f"{name(path)} {pattern}" for pattern in found]
    assert unexplained == [], "say what it matches, best with an example"


@pytest.mark.parametrize(("folder", "most"), MOST_LINES_OF_FOLDERS.items())
def test_a_folder_that_is_to_stay_small_is_not_too_long(folder: str, most: int) -> None:
    files = [path for path in MODULES if path.is_relative_to(PACKAGE / folder)]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    assert 0 < lines <= most, f"{folder}: {lines} lines"


def is_imperative(docstring: str) -> bool:
    """Return whether a docstring begins with a verb in the imperative, as far as its form tells."""
    first = docstring.split(None, 1)[0].strip("`.,:;“”\"'").lower()
    return first not in NOT_IMPERATIVE and (not first.endswith("s") or first in IMPERATIVES_IN_S)


def test_the_docstring_of_a_function_says_in_the_imperative_what_it_does() -> None:
    found = []
    for path in (*MODULES, *TEST_FILES):
        for node in functions(path):
            is_property = any("property" in ast.unparse(decorator) for decorator in node.decorator_list)
            is_free = is_property or node.name == "__init__" or node.name.startswith("test_")
            docstring = ast.get_docstring(node)
            if docstring and not is_free and not is_imperative(docstring):
                found.append(f"{name(path)}:{node.lineno}: {docstring.splitlines()[0]}")
    assert found == []


def test_every_test_file_mirrors_a_module() -> None:
    """What concerns the whole program stands in `tests/` directly."""
    places = [path.relative_to(TESTS) for path in TEST_FILES if path.name.startswith("test_")]
    mirrored = [place for place in places if place.parts[0] in MIRRORED]
    modules = [PACKAGE / place.with_name(place.name.removeprefix("test_")) for place in mirrored]
    assert [str(module) for module in modules if not module.is_file()] == []


def test_each_module_has_a_test_file_of_its_own_or_is_part_of_what_another_tests() -> None:
    untested = []
    for path in MODULES:
        module = path.relative_to(PACKAGE)
        own, other = TESTS / module.with_name(f"test_{path.name}"), TESTED_WITH.get(str(module))
        if path.name in ("__init__.py", "__main__.py", "constants.py"):
            continue
        if own.is_file() == (other is not None) or (other and not (TESTS / other).is_file()):
            untested.append(str(module))
    assert not untested, (
        "add a test file that mirrors it, or name the one that tests it in tests/tested_with.py"
    )
    assert not [module for module in TESTED_WITH if not (PACKAGE / module).is_file()]


def own_names() -> set[str]:
    """Return every name that the package gives to something."""
    return {given for path in MODULES for given, _ in identifiers(path)}


def public_definitions(path: Path) -> Iterator[str]:
    """Yield the public classes and functions that a file defines at its top."""
    module = nodes(path)[0]
    assert isinstance(module, ast.Module)
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
            yield node.name


def test_no_two_classes_or_functions_have_the_same_name() -> None:
    """Whoever searches for a name finds what it means once."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for given in public_definitions(path):
            homes.setdefault(given, []).append(name(path))
    shared = {given: paths for given, paths in homes.items() if len(paths) > 1}
    assert {given: paths for given, paths in shared.items() if given not in SHARED} == {}
    assert set(SHARED) <= set(shared), "it is no longer shared"


def texts(path: Path) -> set[str]:
    """Return the texts of several words in a file, docstrings apart; of f-strings, their constant parts."""
    tree = nodes(path)
    docstrings = {id(node.value) for node in tree if isinstance(node, ast.Expr)}
    constants = [node for node in tree if isinstance(node, ast.Constant) and id(node) not in docstrings]
    written = {" ".join(node.value.split()) for node in constants if isinstance(node.value, str)}
    return {text for text in written if " " in text and len(text) >= SHARED_TEXT}


def test_no_longer_text_is_written_in_two_files() -> None:
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for text in texts(path):
            homes.setdefault(text, []).append(name(path))
    assert {text: paths for text, paths in homes.items() if len(paths) > 1} == {}, "give it one home"


def test_no_function_is_named_by_a_preposition() -> None:
    found = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in functions(path)
        if node.name in PREPOSITIONS
    ]
    assert found == [], "nobody searches for it"


def private_imports(tree: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the private names that are imported from modules of the package."""
    for node in tree:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("followup_tui"):
            yield from (
                alias.name for alias in node.names if alias.name[:1] == "_" and alias.name[:2] != "__"
            )


def test_no_private_name_is_imported_from_another_file() -> None:
    found = [
        f"{name(path)} {given}" for path in (*MODULES, *TEST_FILES) for given in private_imports(nodes(path))
    ]
    assert found == [], "make it public, or move what needs it"


def bases(node: ast.ClassDef) -> list[str]:
    """Return the names of what a class stands on, without their types."""
    return [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]


def test_no_class_stands_on_more_than_one_other_of_ours() -> None:
    classes = [node for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)]
    ours = {node.name for node in classes} - {"Key"}  # of the terminal, whose base is Textual's of that name
    several = {node.name: found for node in classes if len(found := ours.intersection(bases(node))) > 1}
    assert several == {}, "let it have the others as parts"


def test_private_names_of_libraries_are_used_where_that_is_allowed() -> None:
    own = own_names() | OF_NAMED_TUPLES
    found = []
    for path in MODULES:
        if str(path.relative_to(PACKAGE)).startswith(PRIVATE_ALLOWED):
            continue
        for node in nodes(path):
            if isinstance(node, ast.Attribute):
                is_private = node.attr[:1] == "_" and node.attr[:2] != "__"
                found += [f"{name(path)}:{node.lineno} {node.attr}"] * (is_private and node.attr not in own)
            if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("followup_tui"):
                parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                is_private = any(part[:1] == "_" and part[:2] != "__" for part in parts)
                found += [f"{name(path)}:{node.lineno} from {node.module}"] * is_private
    # Part of Python, and a quarter of the time of a note.
    assert [place for place in found if not place.endswith("from _blake2")] == []


def test_what_is_refused_would_be_found() -> None:
    module = ast.parse("for one in []:\n    what_he_said = one\n")
    assert all(is_refused(given) for given, _ in given_names(ast.walk(module)))
    assert not any(map(is_refused, ("ONE_DAY", "thinghood", "interview")))
    pattern = "_DAY = re.compile('[0-9]{4}-[0-9]{2}-[0-9]{2}')"
    assert unexplained_patterns(ast.parse(f"\n{pattern}\n"), ["", pattern]) == ["_DAY"]
    assert unexplained_patterns(ast.parse(f"\n{pattern}\n'A day.'\n"), ["", pattern]) == []
    assert [*private_imports(ast.walk(ast.parse("from followup_tui.clock import Clock, _now")))] == ["_now"]
    (stacked,) = ast.parse("class Both(Generic[T], screens.Finder[K], Form): ...").body
    assert isinstance(stacked, ast.ClassDef)
    assert bases(stacked) == ["Generic", "Finder", "Form"]
    assert is_imperative("Return the day.")
    assert not any(map(is_imperative, ("Returns the day.", "The day.", "Whether it is a day.")))
