"""Reading what is personal: from its tables in an embedded file, by the server's functions on PostgreSQL.

A server lets nobody SELECT these tables. Its functions look at the role and write down who looked at what
is over. Who may not read them by role, or of a restricted incident, gets none.
"""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Function, Select, Table, cast, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from desktop.domain.records import Record, table_of
from desktop.store.tables import TABLES, act_private

R = TypeVar("R", bound=Record)


def read_personal(connection: Connection, cls: type[R], ids: Collection[str]) -> dict[str, R]:
    """The personal rows of a side table with these ids, by id; empty ones for what may not be read."""
    table = TABLES[table_of(cls).name]
    statement = select(table).where(table.c.id.in_(ids))
    if connection.dialect.name == "postgresql":
        function = func.personal_calls if table.name == "call_private" else func.personal_incidents
        statement = _rows_of(function(_uuids(ids)), table)
    found = connection.execute(statement).mappings()
    read = {one["id"]: cls.from_row(one["id"], {str(key): one[key] for key in one}) for one in found}
    return {one: read[one] if one in read else cls(id=one) for one in ids}


def read_private_acts(connection: Connection, ids: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """The personal halves of acts, by the act: its note, changes and values before."""
    statement = select(act_private).where(act_private.c.act.in_(ids))
    if connection.dialect.name == "postgresql":
        statement = _rows_of(func.personal_acts(_uuids(ids)), act_private)
    found = connection.execute(statement).mappings()
    return {one["act"]: {str(key): one[key] for key in one} for one in found}


def _rows_of(function: Function[Any], table: Table) -> Select[*tuple[Any, ...]]:
    """What a function gives that returns rows of a table."""
    rows = function.table_valued(*(column(one.name, one.type) for one in table.columns), name="personal")
    return select(*rows.c)


def _uuids(ids: Collection[str]) -> ColumnElement[Any]:
    return cast(list(ids), ARRAY(UUID(as_uuid=False)))
