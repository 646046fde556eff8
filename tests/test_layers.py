"""The walls of the house: which layer may import which, no circles, and what the verbs may pull in."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import followup_tui
from tests.trees import nodes

PACKAGE = Path(followup_tui.__file__).parent


class Layer(NamedTuple):
    """A folder or module, or several side by side, and the layers below that it may import."""

    names: str
    """Dotted names below the package, split by blanks. The longest name that fits a module counts."""
    may_import: str
    """The layers it may import besides itself, by one of their names; `core` stands for all below it."""
    reason: str


LAYERS = (
    Layer("core.text core.companies core.fuzzy", "", "text and its comparison; know nothing of the domain"),
    Layer("core.errors", "", "what the system says of an error"),
    Layer("core.method", "core.model", "the texts of the method, shown in help"),
    Layer("core.dates", "core.text", "calendar arithmetic; knows no logbook"),
    Layer("core.model", "core.text core.dates", "the values that the file holds"),
    Layer("core.notes", "core.model core.dates core.text", "facts are read from notes and model alone"),
    Layer("core.merge", "core.model core.notes core.text", "merges values; asks no rule"),
    Layer("core.summary", "core.model core.notes core.merge core.dates core.text", "says what differs"),
    Layer("core.rules", "core.model core.notes core.dates core.text", "the method: values in, plan out"),
    Layer(
        "core.letters",
        "core.rules core.model core.notes core.dates core.text",
        "letters are written from facts and plans",
    ),
    Layer(
        "core.csv_import",
        "core.rules core.model core.notes core.dates core.text core.merge",
        "tables become interviews",
    ),
    Layer(
        "core.changes",
        "core.letters core.rules core.merge core.model core.notes core.dates core.text",
        "a change is applied to a logbook; it shows nothing",
    ),
    Layer(
        "core.proofreading",
        "core.letters core.changes core.rules core.model core.notes core.dates core.text",
        "checks letters against all that is known",
    ),
    Layer("clock", "core", "the only module that reads the time"),
    Layer("storage", "core", "the file; knows neither screens nor verbs"),
    Layer("demo", "storage core", "made-up interviews, as a file"),
    Layer("session", "storage core", "the open logbook; knows no screen"),
    Layer("export", "core", "texts for other programs, from values alone"),
    Layer("tui.keys", "core", "which key does what, and how it is written"),
    Layer("tui.timers", "", "calls after a delay"),
    Layer(
        "tui.terminal tui.widgets tui.themes tui.desktop tui.external_editor",
        "tui.timers tui.keys core",
        "know no session",
    ),
    Layer("tui.input_queue tui.toasts", "", "parts of any app; know nothing of ours"),
    Layer(
        "tui.screens",
        "tui.timers tui.keys tui.widgets tui.desktop session export core",
        "views of a session",
    ),
    Layer("tui.appearance", "tui.terminal tui.themes core", "themes, glyphs and colours; knows no screen"),
    Layer("tui.shutdown", "session storage core", "saves everything, whatever ends the app"),
    Layer("tui.leaving", "tui.shutdown tui.screens", "asks before the app ends"),
    Layer("tui.palette", "tui.screens tui.keys tui.widgets core", "offers what the screens can do"),
    Layer(
        "tui.file_opener",
        "tui.screens tui.keys tui.external_editor session core",
        "opens the file, and shows what is in it",
    ),
    Layer(
        "tui.app",
        "tui.file_opener tui.leaving tui.palette tui.shutdown tui.appearance tui.toasts tui.input_queue "
        "tui.screens tui.keys tui.terminal tui.timers session core clock",
        "the app itself",
    ),
    Layer(
        "startup",
        "tui.app tui.shutdown tui.terminal session storage core clock",
        "a quick start; without it only time is lost",
    ),
    Layer(
        "cli",
        "startup session export storage demo core clock tui.keys tui.themes",
        "the command line; `check` asks the app's own tables of keys and themes",
    ),
    Layer("__main__", "cli", "the entry point"),
    Layer("__init__", "", "the version, which all may import"),
)

FORBIDDEN = {
    "core": {"textual", "rich", "platformdirs", "tomli_w", "tomli", "tomllib", "os", "pathlib", "time", "io"},
    "storage": {"textual", "rich"},
    "session": {"textual", "rich"},
    "export": {"textual", "rich"},
    "cli": {"textual", "rich"},
}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def dotted(module: Path) -> str:
    """Return the dotted name below the package; that of a package's `__init__` is the package's."""
    name = ".".join(module.with_suffix("").parts)
    return name.removesuffix(".__init__")


NAMES = {dotted(module) for module in MODULES}


def layer_of(name: str) -> Layer | None:
    """Return the layer that a dotted name below the package belongs to."""
    fitting = [
        (len(part), layer)
        for layer in LAYERS
        for part in layer.names.split()
        if name == part or name.startswith(f"{part}.")
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def allowed(layer: Layer) -> list[Layer]:
    """Return the layers that a layer may import, itself included."""
    found = [layer]
    for name in layer.may_import.split():
        found += [
            other
            for other in LAYERS
            if any(part == name or part.startswith(f"{name}.") for part in other.names.split())
        ]
    return found


@cache
def imports(module: Path) -> frozenset[str]:
    """Return every module that a file imports, wherever in the file: lazily and for annotations, too."""
    found = set()
    for node in nodes(PACKAGE / module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative imports hide the layer"
            origin = node.module or ""
            below = origin.removeprefix("followup_tui").lstrip(".")
            for alias in node.names:
                name = f"{below}.{alias.name}".lstrip(".")
                is_module = origin.startswith("followup_tui") and name in NAMES
                found.add(f"followup_tui.{name}" if is_module else origin)
    return frozenset(found)


def own_imports(module: Path) -> set[str]:
    """Return the modules of our own that a file imports, by their dotted names below the package."""
    names = {
        name.removeprefix("followup_tui.") for name in imports(module) if name.startswith("followup_tui.")
    }
    return names | ({"__init__"} if "followup_tui" in imports(module) else set())


def test_every_file_is_in_a_layer() -> None:
    """But for folders that only hold others, and say so in a docstring."""
    without = [module for module in MODULES if dotted(module) and layer_of(dotted(module)) is None]
    trees = [nodes(PACKAGE / module)[0] for module in without]
    statements = [tree.body for tree in trees if isinstance(tree, ast.Module)]
    assert all(module.name == "__init__.py" for module in without), without
    assert all(len(body) == 1 and isinstance(body[0], ast.Expr) for body in statements), without


def against_the_layers(module: Path) -> list[str]:
    """Return what a file imports that its layer may not import."""
    layer = layer_of(dotted(module))
    if layer is None:
        return sorted(own_imports(module))
    below = allowed(layer)
    upwards = [name for name in own_imports(module) - {"__init__"} if layer_of(name) not in below]
    tops = {name.partition(".")[0] for name in imports(module)}
    return sorted({*upwards, *(FORBIDDEN.get(module.parts[0].removesuffix(".py"), set()) & tops)})


def test_imports_go_down_the_layers() -> None:
    assert {str(module): found for module in MODULES if (found := against_the_layers(module))} == {}


def test_no_private_module_is_imported_from_another_package() -> None:
    found = []
    for module in MODULES:
        package = dotted(module.parent) if module.parent.parts else ""
        private = {name for name in own_imports(module) - {"__init__"} if "._" in name}
        found += [f"{module} imports {name}" for name in private if not name.startswith(f"{package}._")]
    assert found == []


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return a circle in a graph of imports, or nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert not circle({dotted(module): own_imports(module) - {dotted(module)} for module in MODULES})


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_no_folders_import_each_other_in_a_circle(depth: int) -> None:
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        folder = ".".join(dotted(module).split(".")[:depth])
        targets = {".".join(name.split(".")[:depth]) for name in own_imports(module)}
        graph.setdefault(folder, set()).update(targets - {folder})
    assert not circle(graph)


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})
    assert not circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})


def test_a_file_in_no_layer_would_be_found() -> None:
    assert layer_of("elsewhere.module") is None
    assert layer_of("core.new_folder.module") is None


CORE = [module for module in MODULES if module.parts[0] == "core"]


def is_impure(node: ast.AST) -> bool:
    """Return whether an expression reads a clock, opens a file, prints or asks."""
    match node:
        case ast.Attribute(value=ast.Name(id="datetime" | "date" | "time"), attr="now" | "today" | "utcnow"):
            return True
        case ast.Call(func=ast.Name(id="open" | "print" | "input")):
            return True
        case _:
            return False


def test_the_core_reads_no_clock_and_opens_no_file() -> None:
    found = [
        f"{module}:{node.lineno} {ast.unparse(node)}"
        for module in CORE
        for node in nodes(PACKAGE / module)
        if isinstance(node, ast.expr) and is_impure(node)
    ]
    assert found == []


def test_what_is_impure_would_be_found() -> None:
    expressions = ("datetime.now(zone)", "date.today()", "open(path)", "print(1)", "input()")
    trees = [ast.parse(text) for text in expressions]
    assert all(any(map(is_impure, ast.walk(tree))) for tree in trees)
    assert not any(map(is_impure, ast.walk(ast.parse("clock.now(); reopen(path); now"))))


def test_what_goes_against_the_layers_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.imports", lambda _: {"followup_tui.tui.app", "textual.app", "re"})
    assert against_the_layers(Path("core", "rules", "plan.py")) == ["textual", "tui.app"]
    assert against_the_layers(Path("elsewhere", "module.py")) == ["tui.app"]


VERBS = [
    ["--help"],
    ["--version"],
    ["where"],
    ["check"],
    ["due"],
    ["due", "--brief"],
    ["due", "--json"],
    ["export", "json"],
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_verbs_import_no_textual(verb: list[str], tmp_path: Path) -> None:
    check = (
        "import sys\n"
        "from followup_tui.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    status = end.code\n"
        "loaded = {name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'}\n"
        "print('LOADED', sorted(loaded), status)\n"
    )
    data = tmp_path / "logbook.toml"
    data.touch()
    done = subprocess.run(
        [sys.executable, "-c", check, "--data", str(data), *verb],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.rstrip().endswith("LOADED [] 0")
