"""The project's own Python files, each read and parsed when a test of its rules first needs it."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
CODE = ("main.py", "desktop", "ui", "tests", "benchmarks", "tools")


@dataclass(frozen=True)
class Source:
    """One file of Python."""

    path: str  # from the checkout, with forward slashes
    text: str

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    def statements(self) -> Iterator[ast.stmt]:
        """Return its statements, those inside others too; to look at no expression takes half the time."""
        rest: list[ast.AST] = [self.tree]
        for node in rest:
            for name in ("body", "orelse", "finalbody", "handlers", "cases"):
                inner = getattr(node, name, ())
                if isinstance(inner, list):
                    rest += inner
            if isinstance(node, ast.stmt):
                yield node

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.path}:{node.lineno}"

    def says(self, words: Iterable[str]) -> bool:
        """Whether one of the words is anywhere in the text: to parse is dear, and most files say none."""
        return re.search(rf"\b({'|'.join(words)})\b", self.text) is not None

    def imported(self) -> Iterator[tuple[str, ast.stmt]]:
        """Return the full name of each module or name imported, with its statement."""
        for node in self.statements():
            if isinstance(node, ast.Import):
                yield from ((alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)

    def imported_under(self, roots: tuple[str, ...]) -> list[str]:
        """Return where it imports one of these modules, or what is in one of them."""
        if not self.says({root.rpartition(".")[2] for root in roots}):
            return []
        return [f"{self.at(node)}: {name}" for name, node in self.imported() if is_under(name, roots)]


def is_under(name: str, roots: tuple[str, ...]) -> bool:
    """Whether a name is one of these modules, or in one of them."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def sources(*under: str) -> list[Source]:
    """Return the files in these files and folders; those that do not exist (yet) hold none."""
    return [source for name in under or CODE for source in _in_place(CHECKOUT / name)]


@cache
def _in_place(place: Path) -> list[Source]:
    if place.suffix == ".py":
        return [_source(place)] if place.exists() else []
    return [_source(file) for file in sorted(place.rglob("*.py"))]


@cache
def _source(file: Path) -> Source:
    return Source(file.relative_to(CHECKOUT).as_posix(), file.read_text(encoding="utf-8"))
