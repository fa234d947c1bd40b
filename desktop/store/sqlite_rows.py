"""The state as `apply` reads it, from an open SQLite transaction."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, RowMapping, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.records import Row, Value
from desktop.store.tables import TABLES, act_private, act_subject, serial


class SqliteRows:
    """Rows of one transaction; a row once read is remembered until the act is done."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[tuple[str, str], Row | None] = {}

    def get(self, table: str, row: str) -> Row | None:
        """See `desktop.domain.rows.Rows`."""
        key = (table, row)
        if key not in self._seen:
            at = TABLES[table]
            found = self._connection.execute(select(at).where(at.c.id == row)).mappings().first()
            self._seen[key] = _values(found) if found is not None else None
        return self._seen[key]

    def find(self, table: str, column: str, value: Value) -> Mapping[str, Row]:
        """See `desktop.domain.rows.Rows`."""
        at = TABLES[table]
        found = self._connection.execute(select(at).where(at.c[column] == value)).mappings()
        return {str(one["id"]): _values(one) for one in found}

    def next_serial(self, day: date) -> int:
        """See `desktop.domain.rows.Rows`."""
        statement = insert(serial).values(day=day, last=1)
        statement = statement.on_conflict_do_update(index_elements=["day"], set_={"last": serial.c.last + 1})
        self._connection.execute(statement)
        return int(self._connection.execute(select(serial.c.last).where(serial.c.day == day)).scalar_one())

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


def write_row(connection: Connection, table: str, row: str, values: Row, new: bool) -> None:
    """Write one row of the domain's tables."""
    at = TABLES[table]
    if new:
        connection.execute(at.insert().values(id=row, **values))
    else:
        connection.execute(update(at).where(at.c.id == row).values(**values))


def _values(found: RowMapping) -> Row:
    return {str(name): value for name, value in found.items() if name != "id"}
