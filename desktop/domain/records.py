"""Records: frozen rows whose columns say which field group they belong to.

A record class is the one place where a table is described. From it come the database's tables, the rules
that `submit` enforces, the encoding of acts and the rows that the screen shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Self, TypeVar, Union, get_args, get_origin, get_type_hints

Value = str | int | float | bool | datetime | date | Mapping[str, Any] | None
Row = Mapping[str, Value]
"""Values of one row by column name: also `last_act` and one `<group>_act` a field group, without the id."""

TEXT_LIMIT = 500
"""Characters that a text column takes unless it says otherwise (our choice: a long address has 200)."""


class Kind(StrEnum):
    """The type of a column, in words that both databases and JSON can be told."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    TIME = "time"
    DATE = "date"
    UUID = "uuid"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, which group's base guards it, what it refers to."""

    name: str
    kind: Kind
    group: str | None
    nullable: bool
    limit: int
    choices: tuple[StrEnum, ...]
    low: float | None
    high: float | None
    ref: str | None
    subject: bool
    default: Value

    def member(self, value: Value) -> Value:
        """The value as a member of the column's enumeration, when it has one."""
        if not self.choices or value is None:
            return value
        return type(self.choices[0])(str(value))


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table as the domain knows it. `personal` tables are side tables that nobody may read freely.

    Each is there once and equal to itself only: what is kept by table is found without comparing its columns.
    """

    name: str
    id_kind: Kind
    personal: bool
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """The column of that name, or None."""
        return self.by_name.get(name)

    @property
    def by_name(self) -> Mapping[str, Column]:
        """Columns by name."""
        return _by_name(self)

    @property
    def groups(self) -> tuple[str, ...]:
        """Field groups in the order of their first column."""
        return _groups(self)

    def groups_of(self, names: set[str]) -> tuple[str, ...]:
        """The groups that writing these columns touches, in the table's order."""
        touched = {column.group for column in self.columns if column.name in names}
        return tuple(group for group in self.groups if group in touched)


@cache
def _by_name(table: Table) -> Mapping[str, Column]:
    return {column.name: column for column in table.columns}


@cache
def _groups(table: Table) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column.group for column in table.columns if column.group is not None))


_LACKING: Any = object()


@cache
def _read_as(table: Table) -> tuple[tuple[str, type[StrEnum] | None], ...]:
    """Columns by name, with the enumeration of which their values are members."""
    return tuple((one.name, type(one.choices[0]) if one.choices else None) for one in table.columns)


@cache
def _acts_of(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((group, f"{group}_act") for group in table.groups)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A row: its id, the act that last touched it, and the act that last wrote each of its groups."""

    id: str
    last_act: str | None = None
    acts: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def from_row(cls, row_id: str, row: Row) -> Self:
        """Build the record from a row of its table; columns that the row lacks take their defaults."""
        table = table_of(cls)
        values = {
            name: value if choices is None or value is None else choices(str(value))
            for name, choices in _read_as(table)
            if (value := row.get(name, _LACKING)) is not _LACKING
        }
        acts = {group: row.get(act) for group, act in _acts_of(table)}
        return cls(id=row_id, last_act=row.get("last_act"), acts=acts, **values)  # type: ignore[arg-type]  # - names and types come from the same class


def col(
    group: str | None = None,
    *,
    default: Any = MISSING,
    limit: int = TEXT_LIMIT,
    choices: type[StrEnum] | None = None,
    between: tuple[float, float] | None = None,
    ref: str | None = None,
    subject: bool = False,
    uuid: bool = False,
) -> Any:
    """Declare a column of a record.

    `group` None: written once, at insert. `ref`: the id of a row of that table, which must exist.
    `subject`: an act that writes this row is also about the row referred to. `between`: bounds, inclusive.
    """
    meta = {
        "group": group,
        "limit": limit,
        "choices": tuple(choices) if choices else (),
        "between": between,
        "ref": ref,
        "subject": subject,
        "uuid": uuid,
    }
    return field(default=None if default is MISSING else default, metadata=meta)


_KINDS: Mapping[type, Kind] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    float: Kind.REAL,
    bool: Kind.BOOLEAN,
    datetime: Kind.TIME,
    date: Kind.DATE,
}
_tables: dict[type[Record], Table] = {}

R = TypeVar("R", bound=Record)


def record(name: str, *, uuid: bool = True, personal: bool = False) -> Callable[[type[R]], type[R]]:
    """Register a frozen dataclass as the record of the table `name`; `uuid` tells what its id is."""

    def register(cls: type[R]) -> type[R]:
        hints = get_type_hints(cls)
        own = [f for f in fields(cls) if "group" in f.metadata]
        columns = tuple(_column(f.name, hints[f.name], f.metadata, f.default) for f in own)
        _tables[cls] = Table(name, Kind.UUID if uuid else Kind.TEXT, personal, columns)
        return cls

    return register


def _column(name: str, hint: Any, meta: Mapping[str, Any], default: Any) -> Column:
    nullable = get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)
    plain = next(a for a in get_args(hint) if a is not NoneType) if nullable else hint
    if meta["uuid"]:
        kind = Kind.UUID
    elif isinstance(plain, type) and issubclass(plain, StrEnum):
        kind = Kind.TEXT
    else:
        kind = _KINDS.get(plain, Kind.JSON)
    low, high = meta["between"] or (None, None)
    return Column(
        name=name,
        kind=kind,
        group=meta["group"],
        nullable=nullable,
        limit=meta["limit"],
        choices=meta["choices"],
        low=low,
        high=high,
        ref=meta["ref"],
        subject=meta["subject"],
        default=default,
    )


def table_of(cls: type[Record]) -> Table:
    """The table of a record class. KeyError for a class that is none."""
    return _tables[cls]
