"""All tables for SQLite, in a file or in memory: written as SQL once a process, for that takes longest."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, create_mock_engine

from desktop.store.search_index import SQLITE_INDEX
from desktop.store.tables import metadata


def make_tables(connection: Connection) -> None:
    """Make the domain's tables, the journal's and the look-up's index, as this program knows them."""
    for statement in _statements():
        connection.exec_driver_sql(statement)


@cache
def _statements() -> tuple[str, ...]:
    statements: list[str] = []

    def take(statement: Any, *_parameters: Any, **_options: Any) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", take)
    metadata.create_all(engine, checkfirst=False)
    return (*statements, *SQLITE_INDEX)
