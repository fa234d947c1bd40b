"""Making and opening a centre on an embedded file."""

import os
import secrets
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DatabaseError

from desktop.domain.acts import Act, Refusal
from desktop.domain.centre import Centre
from desktop.domain.reference import Role
from desktop.store import migrations
from desktop.store.problems import StoreError
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_schema import make_tables
from desktop.store.sqlite_store import SqliteStore, in_transaction
from desktop.store.submit_sqlite import Author, submit
from desktop.store.tables import centre as centre_table
from desktop.store.tables import secret

VERSION_TABLE = migrations.VERSION_TABLE
"""Where a file keeps the revision of its schema."""

INSTALLER = Author("installer", "Kulkul", frozenset({Role.ADMINISTRATOR}))
"""The author of the acts with which a centre is made."""


def make_file(path: Path, centre: Centre, reference: Act) -> None:
    """Make a centre on a new file, with its reference data, in one transaction.

    StoreError `exists` when the file holds a centre already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = engine_for(path, writes=True)

    def task(connection: Connection) -> None:
        if inspect(connection).has_table("centre"):
            raise StoreError("exists", str(path))
        make_schema(connection)
        connection.execute(secret.insert().values(name="digest", value=secrets.token_bytes(32)))
        connection.execute(centre_table.insert().values(centre_row(centre)))
        outcome = submit(connection, reference, INSTALLER, centre)
        if isinstance(outcome, Refusal):
            raise ValueError(f"the city's reference data were refused: {outcome}")

    try:
        in_transaction(engine, task)
    finally:
        engine.dispose()


def make_schema(connection: Connection) -> None:
    """All tables of an embedded file, as this program knows them."""
    make_tables(connection)
    connection.execute(text(migrations.MAKE_VERSION_TABLE))
    connection.execute(text(f"INSERT INTO {migrations.VERSION_TABLE} VALUES ('{migrations.HEAD}')"))


def open_file(path: Path) -> SqliteStore:
    """Open the centre in a file.

    StoreError: `not_found` without a file, `read_only`, `not_a_centre`, `newer` or `older` schema, `damaged`.
    """
    if not path.exists():
        raise StoreError("not_found", str(path))
    for needed in (path, path.parent):
        if not os.access(needed, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise StoreError("read_only", str(needed))
    engine = engine_for(path, writes=False)
    try:
        centre = in_transaction(engine, _read_centre)
    except (sqlite3.DatabaseError, DatabaseError) as error:
        raise StoreError("damaged", str(error)) from error
    finally:
        engine.dispose()
    return SqliteStore(path, centre)


def check_version(connection: Connection) -> None:
    """StoreError `newer` or `older` when the database's schema is not this program's, `not_a_centre`."""
    if not inspect(connection).has_table(migrations.VERSION_TABLE):
        raise StoreError("not_a_centre")
    version = schema_version(connection)
    if version != migrations.HEAD:
        raise StoreError("older" if version in migrations.KNOWN else "newer", version)


def schema_version(connection: Connection) -> str:
    """The revision of a centre's schema, as `desktop.store.migrations` counts them."""
    return str(connection.execute(text(f"SELECT version_num FROM {migrations.VERSION_TABLE}")).scalar_one())


def _read_centre(connection: Connection) -> Centre:
    check_version(connection)
    found = connection.execute(select(centre_table)).mappings().one()
    return Centre(**found)


def centre_row(centre: Centre) -> dict[str, object]:
    """The centre as a row of its table."""
    return {name: getattr(centre, name) for name in Centre.__dataclass_fields__}
