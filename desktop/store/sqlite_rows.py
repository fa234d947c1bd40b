"""The state as `apply` reads it, from an open SQLite transaction."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, RowMapping, Select, Update, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.kinds_erasure import ERASED
from desktop.domain.records import Row, Value
from desktop.store.tables import TABLES, act_private, act_subject, operator, serial
from desktop.store.tables import act as act_table


class SqliteRows:
    """Rows of one transaction; a row once read is remembered until the act is done."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[tuple[str, str], Row | None] = {}

    def get(self, table: str, row: str) -> Row | None:
        """See `desktop.domain.rows.Rows`."""
        key = (table, row)
        if key not in self._seen:
            found = self._connection.execute(_by_id(table), {"row": row}).mappings().first()
            self._seen[key] = _values(found) if found is not None else None
        return self._seen[key]

    def find(self, table: str, column: str, value: Value, state: str | None = None) -> Mapping[str, Row]:
        """See `desktop.domain.rows.Rows`."""
        found = self._connection.execute(_by_column(table, column, state), {"value": value}).mappings()
        return {str(one["id"]): _values(one) for one in found}

    def next_serial(self, day: date) -> int:
        """See `desktop.domain.rows.Rows`."""
        statement = insert(serial).values(day=day, last=1)
        statement = statement.on_conflict_do_update(index_elements=["day"], set_={"last": serial.c.last + 1})
        return int(self._connection.execute(statement.returning(serial.c.last)).scalar_one())

    def act_has_note(self, act: str, incident: str) -> bool:
        """See `desktop.domain.rows.Rows`."""
        statement = (
            select(act_private.c.act)
            .join(act_subject, act_subject.c.act == act_private.c.act)
            .where(
                act_private.c.act == act,
                act_private.c.note.is_not(None),
                act_subject.c.table_name == "incident",
                act_subject.c.row_id == incident,
            )
        )
        return self._connection.execute(statement).first() is not None

    def noted_about(self, act: str) -> frozenset[str] | None:
        """See `desktop.domain.rows.Rows`."""
        has_note = (
            select(act_table.c.id)
            .join(act_private, act_private.c.act == act_table.c.id)
            .where(act_table.c.id == act, act_private.c.note.is_not(None), act_table.c.kind != ERASED)
        )
        if self._connection.execute(has_note).first() is None:
            return None
        about = select(act_subject.c.row_id).where(
            act_subject.c.act == act, act_subject.c.table_name == "incident"
        )
        return frozenset(self._connection.execute(about).scalars())

    def claimed_by(self, act: str) -> str | None:
        """See `desktop.domain.rows.Rows`."""
        statement = select(act_table.c.claimed_by).where(act_table.c.id == act)
        found: str | None = self._connection.execute(statement).scalar_one_or_none()
        return found

    def has_left(self, login: str) -> bool:
        """See `desktop.domain.rows.Rows`."""
        statement = select(operator.c.login).where(
            operator.c.login == login, operator.c.removed_at.is_not(None)
        )
        return self._connection.execute(statement).first() is not None


def write_row(connection: Connection, table: str, row: str, values: Row, new: bool) -> None:
    """Write one row of the domain's tables."""
    if new:
        connection.execute(_insert(table), {"id": row, **values})
    else:
        connection.execute(_update(table), {"row": row, **values})


# Statements are kept: making one costs more than SQLite needs to carry it out.


@cache
def _by_id(table: str) -> Select[*tuple[Any, ...]]:
    at = TABLES[table]
    return select(at).where(at.c.id == bindparam("row"))


@cache
def _by_column(table: str, column: str, state: str | None) -> Select[*tuple[Any, ...]]:
    at = TABLES[table]
    statement = select(at).where(at.c[column] == bindparam("value"))
    if state is None:
        return statement
    # Written out: SQLite takes a partial index for a value that it sees, not for a parameter.
    return statement.where(at.c.state == bindparam("state", str(state), literal_execute=True))


@cache
def _insert(table: str) -> Insert:
    return TABLES[table].insert()


@cache
def _update(table: str) -> Update:
    at = TABLES[table]
    return at.update().where(at.c.id == bindparam("row"))


def _values(found: RowMapping) -> Row:
    return {str(name): value for name, value in found.items() if name != "id"}
