"""The project's own Python files, parsed once for the tests of its rules."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
CODE = ("main.py", "desktop", "ui", "tests", "benchmarks", "tools")


@dataclass(frozen=True)
class Source:
    """One file of Python."""

    path: str  # from the checkout, with forward slashes
    lines: int
    tree: ast.Module

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.path}:{node.lineno}"

    def imported(self) -> list[tuple[str, ast.stmt]]:
        """Return the full name of each module or name imported, with its statement."""
        names: list[tuple[str, ast.stmt]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names += [(alias.name, node) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names += [(f"{node.module}.{alias.name}", node) for alias in node.names]
        return names


@cache
def sources(*under: str) -> tuple[Source, ...]:
    """Return the files in these files and folders; those that do not exist (yet) hold none."""
    found: list[Source] = []
    for name in under or CODE:
        place = CHECKOUT / name
        for file in [place] if place.suffix == ".py" and place.exists() else sorted(place.rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            path = file.relative_to(CHECKOUT).as_posix()
            found.append(Source(path, text.count("\n"), ast.parse(text, path)))
    return tuple(found)
