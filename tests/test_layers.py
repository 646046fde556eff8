"""The walls of the house: who may import whom, and what the verbs may pull in."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import followup_tui

ROOT = Path(followup_tui.__file__).parent
LAYERS = {
    # what may be imported of our own, by folder or module; the longest name that fits counts
    "core": {"core"},
    "storage": {"storage", "core"},
    "storage.crash": {"storage", "core", ""},
    "storage.answer": {"storage", ""},
    "storage.picture": {"storage", ""},
    "planning": {"core"},
    "kept": {"storage", "core"},
    "session": {"session", "kept", "planning", "storage", "core"},
    "export": {"export", "core"},
    "demo": {"core", "storage"},
    "tui.widgets": {"tui.widgets", "core"},
    "tui.screens": {
        "tui.screens",
        "tui.widgets",
        "tui.external",
        "tui.handing",
        "session",
        "export",
        "core",
    },
    "early": set(),
    "tui.external": set(),
    "tui.handing": set(),
    "tui.keys_in_order": set(),
    "tui.notices": {"tui.keys_in_order"},
    "tui.themes": set(),
    "tui.driver": {"core", "early", "tui.output"},
    "tui.output": set(),
    "tui.places": {"tui.screens", "tui.widgets"},
    "tui.palette": {"tui.places", "tui.screens", "tui.widgets", "core"},
    "tui.filters": {"core"},
    "tui.restoring": {"tui.screens", "tui.widgets", "storage", "core"},
    "tui.look": {"tui.filters", "tui.themes", "tui.notices", "tui.screens", "session", "core"},
    "tui.picture": {"tui.app", "planning", "session", "storage", "storage.picture"},
    "tui.app": {
        "storage.crash",
        "tui.driver",
        "tui.palette",
        "tui.places",
        "tui.restoring",
        "tui.screens",
        "tui.widgets",
        "tui.external",
        "tui.keys_in_order",
        "tui.look",
        "tui.themes",
        "session",
        "storage",
        "core",
    },
    "tui": set(),
    "verbs": {"verbs", "clock", "planning", "session", "export", "storage", "storage.answer", "core"},
    "verbs.completion": {"verbs", "cli"},
    "verbs.quick": {
        "verbs",
        "clock",
        "streams",
        "early",
        "launch",
        "storage",
        "storage.answer",
        "storage.picture",
    },
    "launch": {"aside", "clock", "early", "tui.app", "tui.picture", "session", "storage"},
    "cli": {"cli", "verbs", "verbs.completion", "clock", "streams", "demo", "launch", "storage", "core", ""},
    "clock": set(),
    "streams": set(),
    "aside": set(),
    "__main__": {"cli", "verbs", "verbs.quick"},
    "__init__": set(),
}
FORBIDDEN = {
    "core": {
        "textual",
        "rich",
        "platformdirs",
        "tomli_w",
        "tomli",
        "tomllib",
        "filelock",
        "os",
        "pathlib",
        "time",
        "io",
    },
    "storage": {"textual", "rich"},
    "planning": {"textual", "rich"},
    "kept": {"textual", "rich"},
    "session": {"textual", "rich"},
    "export": {"textual", "rich"},
    "verbs": {"textual", "rich"},
}
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))


def layer_of(name: str) -> str:
    """The layer that a dotted name below the package belongs to."""
    fitting = [layer for layer in LAYERS if name == layer or name.startswith(f"{layer}.")]
    return max(fitting, key=len, default="")


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide the layer"
            module = node.module or ""
            found.add(module)
            found |= {
                f"{module}.{alias.name}"
                for alias in node.names
                if (ROOT.parent / module.replace(".", "/")).is_dir()
            }
    return found


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_go_one_way(module: Path) -> None:
    layer = layer_of(".".join(module.with_suffix("").parts))
    assert layer, f"{module} belongs to no layer: give it one"
    for name in imports(ROOT / module):
        top, _, rest = name.partition(".")
        assert top not in FORBIDDEN.get(layer, set()), f"{module} imports {name}"
        if top == "followup_tui" and (ROOT / rest.replace(".", "/")).is_dir() and rest:
            continue  # a package; what is taken from it is listed by its own name
        if top == "followup_tui":
            target = layer_of(rest)
            allowed = LAYERS[layer]
            assert target in allowed or (rest == "__version__" and "" in allowed) or not rest, (
                f"{module} imports {name}"
            )


@pytest.mark.parametrize("module", [one for one in MODULES if one.parts[0] == "core"], ids=str)
def test_the_core_reads_no_clock_and_opens_no_file(module: Path) -> None:
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert (
                node.attr not in {"now", "today", "utcnow"}
                or not isinstance(node.value, ast.Name)
                or (node.value.id not in {"datetime", "date", "time"})
            ), f"{module}:{node.lineno} reads a clock"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input"}, f"{module}:{node.lineno} {node.func.id}()"


VERBS = [
    ["--help"],
    ["--version"],
    ["where"],
    ["due"],
    ["due", "--brief"],
    ["due", "--json"],
    ["export", "json"],
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_verbs_import_no_textual(verb: list[str], tmp_path: Path) -> None:
    check = (
        "import sys\n"
        "from followup_tui.cli import main\n"
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
