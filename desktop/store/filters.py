"""Conditions that are made once and asked with other values each time.

To put a statement together and to find its compiled form costs several times what the database needs to
answer it, and a desk reads a dozen small statements after each act of anybody.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, bindparam, select

from desktop.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition, the same object whenever it is asked for, and the values of its parameters."""

    where: ColumnElement[bool]
    values: Mapping[str, object]

    def __and__(self, other: "Filter") -> "Filter":
        """Both. ValueError where they want one parameter to have two values."""
        if any(other.values[name] != self.values[name] for name in self.values.keys() & other.values.keys()):
            raise ValueError("two conditions share a parameter, and want it to differ")
        return Filter(_both(self.where, other.where), {**self.values, **other.values})


def among(column: Column[Any], values: Collection[object]) -> Filter:
    """Rows of whose column one of these is the value."""
    return Filter(one_of(column), {_parameter(column): list(values)})


@cache
def one_of(column: Column[Any]) -> ColumnElement[bool]:
    """The condition of `among`."""
    return column.in_(bindparam(_parameter(column), expanding=True))


def _parameter(column: Column[Any]) -> str:
    return f"{column.table.name}_{column.name}"


@cache
def _both(one: ColumnElement[bool], other: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(one, other)


@cache
def rows_where(name: str, where: ColumnElement[bool] | None) -> Select[*tuple[Any, ...]]:
    """All columns of a table's rows that fit, in the order of their ids."""
    table = TABLES[name]
    statement = select(table).order_by(table.c.id)
    return statement if where is None else statement.where(where)
