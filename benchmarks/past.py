"""A long past in minutes: some weeks written row by row, then copied by the database, further back each time.

A copy is the same weeks under other ids, so many days earlier. What the look-up reads is written last, the
oldest first, as it came about; its index is made at the end, in one go.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Connection, Date, Table, text

from benchmarks.seed import A_DAY
from desktop.store.search_index import SQLITE_INDEX
from desktop.store.tables import TABLES, act, search_row
from desktop.store.types import UtcTime

WEEKS = 20_000
"""Incidents that are written row by row."""
_DAYS = WEEKS // A_DAY + 1
_IDS = {"id", "act", "last_act", "incident", "row_id"}
_SQLITE_DROP = (
    "drop trigger search_row_insert",
    "drop trigger search_row_update",
    "drop trigger search_row_delete",
)
_INDEX = "ix_search_row_body"


def copy_back(connection: Connection, copies: int) -> None:
    """Copy the past that is there so many times, each time further back."""
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:  # no triggers, no keys to other tables: all of it fits
        connection.execute(text("set session_replication_role = replica"))
        connection.execute(text(f"drop index {_INDEX}"))
    for statement in _SQLITE_DROP if sqlite else ():
        connection.execute(text(statement))
    numbers = (
        "with recursive copies(k) as (select 1 union all select k + 1 from copies where k < :copies)"
        if sqlite
        else "with copies as (select generate_series(1, cast(:copies as integer)) k)"
    )
    for own in (act, *(TABLES[name] for name in ("incident", "incident_private", "call", "call_private"))):
        connection.execute(text(_copying(own, own.name, numbers, sqlite)), {"copies": copies})
    _copy_texts(connection, numbers, copies, sqlite)
    for statement in _indexing(sqlite):
        connection.execute(text(statement))


def day_back(at: int) -> int:
    """How many days before the last one the incident `at` was."""
    return at // WEEKS * _DAYS + at % WEEKS // A_DAY


def _copy_texts(connection: Connection, numbers: str, copies: int, sqlite: bool) -> None:
    connection.execute(text("create temporary table weeks as select * from search_row"))
    connection.execute(text("delete from search_row"))
    newest_last = numbers.replace("select 1 union", "select 0 union").replace("series(1,", "series(0,")
    statement = _copying(search_row, "weeks", newest_last, sqlite)
    connection.execute(text(f"{statement} order by copies.k desc, weeks.at, weeks.id"), {"copies": copies})
    connection.execute(text("drop table weeks"))


def _indexing(sqlite: bool) -> Iterator[str]:
    if sqlite:
        yield "insert into search(search) values ('rebuild')"
        yield from SQLITE_INDEX[1:]
    else:
        yield f"create index {_INDEX} on search_row using gin (body gin_trgm_ops)"
    yield "analyze"


def _copying(into: Table, source: str, numbers: str, sqlite: bool) -> str:
    """A statement that copies all rows of a table for each number of a copy."""
    columns: Sequence[Column[object]] = [one for one in into.columns if one is not search_row.c.id]
    values = ", ".join(_shifted(one, f"{source}.{one.name}", sqlite) for one in columns)
    names = ", ".join(f'"{one.name}"' for one in columns)
    selected = f"select {values} from copies cross join {source}"
    return f"insert into {into.name} ({names}) {numbers} {selected}"


def _shifted(column: Column[object], value: str, sqlite: bool) -> str:
    """The value of a column in the copy `copies.k`."""
    days = f"{_DAYS} * copies.k"
    if column.name in _IDS and sqlite:
        return f"iif(copies.k, printf('%08x', copies.k) || substr({value}, 9), {value})"
    if column.name in _IDS:
        kind = "text" if column.name == "row_id" else "uuid"
        moved = f"(lpad(to_hex(copies.k), 8, '0') || substr(cast({value} as text), 9))"
        return f"case when copies.k = 0 then {value} else cast({moved} as {kind}) end"
    if column.name == "sequence":
        return f"{value} + {2 * WEEKS} * copies.k"
    if isinstance(column.type, Date):
        return f"date({value}, '-' || ({days}) || ' days')" if sqlite else f"{value} - {days}"
    if isinstance(column.type, UtcTime) and sqlite:
        return f"strftime('%Y-%m-%d %H:%M:%f000', {value}, '-' || ({days}) || ' days')"
    if isinstance(column.type, UtcTime):
        return f"{value} - {days} * interval '1 day'"
    return value
