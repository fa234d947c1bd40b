"""Writing imports into the gazetteer, in short transactions: a server ends long ones of an operator.

Each function takes a connection of its own. On a server its functions do the work and judge who may:
StoreError `not_allowed` for who is no administrator.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import Text

from desktop.domain.places import Border, Place
from desktop.store.gazetteer import border_row, place_row
from desktop.store.problems import StoreError
from desktop.store.tables import border, gazetteer_import, place

T = TypeVar("T")

AT_ONCE = 1_000
"""Places that are written in one transaction: under 100 ms on a server."""

_NO_PRIVILEGE = "42501"


def begin_import(connection: Connection, source: str, file: str, digest: str, by: str) -> int:
    """Enter an import in the log; its number. `by` counts on a file only: a server knows who signed in."""
    if connection.dialect.name != "sqlite":
        return int(_call(connection, func.gazetteer_begin(_text(source), _text(file), _text(digest))))
    log = gazetteer_import
    values = {"source": source, "file": file, "digest": digest, "by": by}
    made = connection.execute(insert(log).values(at=datetime.now(UTC), counts={}, **values))
    return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0


def put_rows(
    connection: Connection, places: Sequence[tuple[Place, str]], borders: Sequence[tuple[Border, str]]
) -> None:
    """Write places and borders, each with its source, over those with the same ids."""
    place_rows = [place_row(*one) for one in places]
    border_rows = [border_row(*one) for one in borders]
    if connection.dialect.name != "sqlite":
        _call(connection, func.gazetteer_put(_text(json.dumps(place_rows)), _text(json.dumps(border_rows))))
        return
    for table, rows in ((place, place_rows), (border, border_rows)):
        if rows:
            connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def drop_rows(connection: Connection, places: Collection[str], borders: Collection[str]) -> None:
    """Take places and borders out, by their ids."""
    if connection.dialect.name != "sqlite":
        _call(connection, func.gazetteer_drop(_texts(places), _texts(borders)))
        return
    for table, ids in ((place, places), (border, borders)):
        if ids:
            gone = delete(table).where(table.c.id == bindparam("gone"))
            connection.execute(gone, [{"gone": one} for one in ids])


def finish_import(connection: Connection, number: int, counts: Mapping[str, int]) -> None:
    """Say in the log what came of an import: from now on desks read it."""
    if connection.dialect.name != "sqlite":
        _call(connection, func.gazetteer_finish(number, _text(json.dumps(counts))))
        return
    log = gazetteer_import
    done = update(log).where(log.c.number == number)
    connection.execute(done.values(finished_at=datetime.now(UTC), counts=dict(counts)))


def in_parts(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The rows, so many at once."""
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _text(value: str) -> Any:
    return bindparam(None, value, type_=Text(), unique=True)


def _texts(values: Collection[str]) -> Any:
    return bindparam(None, sorted(values), type_=ARRAY(Text), unique=True)


def _call(connection: Connection, call: Any) -> Any:
    try:
        return connection.execute(select(call)).scalar()
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _NO_PRIVILEGE:
            raise StoreError("not_allowed") from error
        raise
