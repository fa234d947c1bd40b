"""The codes that a refusal or a trouble of the database can carry, collected from the code itself."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DESKTOP = Path(__file__).parents[1] / "desktop"
_SQL = "\n".join(one.read_text("utf-8") for one in sorted((DESKTOP / "store/postgres/sql").glob("*.sql")))

MADE_ELSEWHERE = {
    "*told",  # a refusal that was kept, read again
    "",  # the server's answer: its codes are in the SQL
    "code",
    "known",
    "disk_code(error)",
    "str(error.args[0])",  # the SQL's KU010
    "str(getattr(cause, 'message', cause))",
}
"""First arguments that are no literal; what stands in them is collected from `_CODES` and the like."""

_TABLES = {"_CODES", "_SQLITE_CODES", "_CERTIFICATES"}
_CHOOSERS = {"_trouble_on_the_way", "disk_code", "problem_of", "_reported"}


_NAMED = ("Refusal(", "StoreError(", "code = ", *_TABLES, *_CHOOSERS)
"""What stands in every module that has a code."""


@cache
def refusals() -> frozenset[str]:
    """Codes of `Refusal`."""
    return frozenset(_first_arguments("Refusal")) | set(re.findall(r"refusal\(\s*'(\w+)'", _SQL))


@cache
def troubles() -> frozenset[str]:
    """Codes of `StoreError`."""
    said = re.findall(r"account_problem\('(\w+)'", _SQL) + re.findall(r"'KU010', message = '(\w+)'", _SQL)
    return frozenset(_first_arguments("StoreError") | set(said) | set(_chosen())) - {""}


def _first_arguments(name: str) -> set[str]:
    found: set[str] = set()
    for call in (node for node in _nodes() if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id == name:
            literals = set(_literals(call.args[0])) if call.args else set()
            told = ast.unparse(call.args[0]) if call.args else ""
            assert literals or told in MADE_ELSEWHERE, f"{name}({told}): where do its codes come from?"
            found |= literals
    return found


def _chosen() -> Iterator[str]:
    """What tables and functions choose a code from."""
    for node in _nodes():
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id in _TABLES for one in node.targets
        ):
            assert isinstance(node.value, ast.Dict)
            for value in node.value.values:
                yield from _literals(value)
        elif isinstance(node, ast.FunctionDef) and node.name in _CHOOSERS:
            for one in ast.walk(node):
                if isinstance(one, ast.Return | ast.Assign) and one.value is not None:
                    yield from _literals(one.value)
        elif isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == "code" for one in node.targets
        ):
            yield from _literals(node.value)


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from _literals(node.body)
            yield from _literals(node.orelse)
        case ast.BoolOp():
            for one in node.values:
                yield from _literals(one)
        case ast.Call(func=ast.Attribute(attr="get"), args=[_, default]):
            yield from _literals(default)


@cache
def _nodes() -> tuple[ast.AST, ...]:
    texts = (path.read_text("utf-8") for path in sorted(DESKTOP.rglob("*.py")))
    trees = (ast.parse(text) for text in texts if any(one in text for one in _NAMED))
    kinds = (ast.Call, ast.Assign, ast.FunctionDef)
    return tuple(node for tree in trees for node in ast.walk(tree) if isinstance(node, kinds))
