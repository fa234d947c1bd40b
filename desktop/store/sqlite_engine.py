"""The embedded database: engines, pragmas, and what a file must be before the desk trusts it."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection
from sqlalchemy.util import LRUCache

BUSY_SECONDS = 5.0
"""How long a writer waits for another process's act before it says that the database is busy."""

STATEMENTS_KEPT = 1000
"""How many compiled statements are kept, the latest used; the program has some hundreds."""


def engine_for(path: Path, *, writes: bool) -> Engine:
    """An engine on the file; writing transactions begin IMMEDIATE, for a deferred one fails to upgrade."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False, "isolation_level": None},
    )
    share_statements(engine)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        if connection.execute("PRAGMA synchronous").fetchone() != (2,):
            raise sqlite3.OperationalError("the file cannot be written through to the disk")
        begins_with(record, ("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys=ON") if writes else ("BEGIN",))

    return engine


def share_statements(engine: Engine) -> None:
    """Let all engines of the process use what one compiled: a desk has four, and opening it half compiles."""
    like, compiled = _compiling()
    engine.dialect = like.dialect
    engine.update_execution_options(compiled_cache=compiled)


_BEGINNING = "begins with"


def begins_with(record: ConnectionPoolEntry, statements: Sequence[str]) -> None:
    """Let each transaction of a connection to an engine of `share_statements` begin with these."""
    record.info[_BEGINNING] = statements


class BeginningDialect(SQLiteDialect_pysqlite):
    """Begins transactions as `begins_with` says: a listener would make each statement dearer."""

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """See `Dialect.do_begin`."""
        connection: Any = dbapi_connection.driver_connection
        for statement in dbapi_connection.info.get(_BEGINNING, ()):
            connection.execute(statement)


@cache
def _compiling() -> tuple[Engine, LRUCache[Any, Any]]:
    registry.register("sqlite.beginning", __name__, BeginningDialect.__name__)
    like = create_engine("sqlite+beginning://")
    like.connect().close()  # from then on its dialect knows the database
    return like, LRUCache(STATEMENTS_KEPT)
