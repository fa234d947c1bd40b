"""Kinds of act: who may write what. The one list from which both databases judge.

The kinds themselves are declared by topic in `kinds_calls`, `kinds_incidents`, `kinds_units`,
`kinds_erasure`, `kinds_cards`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from desktop.domain.acts import Op
from desktop.domain.records import Value
from desktop.domain.reference import Role
from desktop.domain.schema import TABLES

MANY = 1000
"""Rows that one act may write of one table where a kind allows several (our bound)."""

ACT_SIZE = 64 * 1024
"""Bytes of an act's JSON (our bound: the longest narrative, note and names take under 40 KiB)."""

REFERENCE_SIZE = 4 * 1024 * 1024
"""Bytes of an act that brings reference data (153 kelurahan take 60 KiB)."""

EARLIEST = timedelta(days=40)
LATEST = timedelta(minutes=5)
"""How far before and after the database's clock `occurred_at` may lie (our bounds: paper of the last month;
workstations' clocks differ by minutes)."""


class NoteRule(StrEnum):
    """Whether a kind takes a note."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a kind may do to rows of one table.

    `fields` come from the act; `stamps` are set to the act's time, `fixed` to the values given, `authored`
    to the author: those three are never in the act. `needed`: fields that must be there.
    """

    table: str
    op: Op
    fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    fixed: Mapping[str, Value] = field(default_factory=dict)
    authored: tuple[str, ...] = ()
    at_least: int = 0
    at_most: int = 1

    def written(self, given: set[str]) -> set[str]:
        """Columns that a change with these fields writes."""
        return given | set(self.stamps) | set(self.fixed) | set(self.authored)

    def groups(self, given: set[str]) -> tuple[str, ...]:
        """Field groups that such a change writes, each of which needs its base in an update."""
        return TABLES[self.table].groups_of(self.written(given))


@dataclass(frozen=True, slots=True)
class ActKind:
    """One kind of act."""

    name: str
    roles: frozenset[Role]
    allows: tuple[Allowed, ...]
    guards: tuple[str, ...] = ()
    note: NoteRule = NoteRule.NONE
    size: int = ACT_SIZE

    def allowed(self, table: str, op: Op) -> Allowed | None:
        """What this kind may do to that table in that way, or None."""
        return next((one for one in self.allows if one.table == table and one.op is op), None)


def insert(table: str, *fields: str, **rules: object) -> Allowed:
    """An `Allowed` for inserts; `fields` that end in `!` are needed."""
    return _allowed(table, Op.INSERT, fields, rules)


def update(table: str, *fields: str, **rules: object) -> Allowed:
    """An `Allowed` for updates; `fields` that end in `!` are needed."""
    return _allowed(table, Op.UPDATE, fields, rules)


def _allowed(table: str, op: Op, fields: tuple[str, ...], rules: Mapping[str, object]) -> Allowed:
    names = tuple(name.rstrip("!") for name in fields)
    needed = tuple(name[:-1] for name in fields if name.endswith("!"))
    return Allowed(table, op, names, needed, **rules)  # type: ignore[arg-type]  # - checked when the kinds are loaded


def check(kind: ActKind) -> None:
    """Raise ValueError when a kind names what no table has."""
    for allowed in kind.allows:
        unknown = allowed.written(set(allowed.fields)) - set(TABLES[allowed.table].by_name)
        if unknown:
            raise ValueError(f"{kind.name}: {allowed.table} has no {sorted(unknown)}")
