"""The embedded database: engines, pragmas, and what a file must be before the desk trusts it."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection
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
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        if connection.execute("PRAGMA synchronous").fetchone() != (2,):
            raise sqlite3.OperationalError("the file cannot be written through to the disk")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
        if writes:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")

    return engine


def share_statements(engine: Engine) -> None:
    """Let all engines of the process use what one compiled: a desk has four, and opening it half compiles."""
    like, compiled = _compiling()
    engine.dialect = like.dialect
    engine.update_execution_options(compiled_cache=compiled)


@cache
def _compiling() -> tuple[Engine, LRUCache[Any, Any]]:
    like = create_engine("sqlite://")
    like.connect().close()  # from then on its dialect knows the database
    return like, LRUCache(STATEMENTS_KEPT)
