"""The syntax trees of files, each parsed and walked once for all tests that read it."""

import ast
import gc
from functools import cache
from pathlib import Path


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a file, the module first."""
    # Trees are kept; the collector would search all of them again at each file, in three times the time.
    gc.disable()
    try:
        return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    finally:
        gc.enable()
