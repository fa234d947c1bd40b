"""The index of the look-up: one text for each incident and each call, kept in step by `submit`."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import TABLES, centre, search_row

SQLITE_INDEX = (
    "CREATE VIRTUAL TABLE search USING"
    " fts5(body, content='search_row', content_rowid='id', tokenize='trigram')",
    "CREATE TRIGGER search_row_insert AFTER INSERT ON search_row BEGIN"
    " INSERT INTO search(rowid, body) VALUES (new.id, new.body); END",
    "CREATE TRIGGER search_row_delete AFTER DELETE ON search_row BEGIN"
    " INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body); END",
    "CREATE TRIGGER search_row_update AFTER UPDATE ON search_row BEGIN"
    " INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body);"
    " INSERT INTO search(rowid, body) VALUES (new.id, new.body); END",
)
"""SQLite's full-text index over `search_row`: trigrams, so that any three letters of a word find it."""


def index_subjects(connection: Connection, subjects: Iterable[tuple[str, str]]) -> None:
    """Write the texts of the incidents and calls among the subjects anew."""
    for table, row in subjects:
        if table == "incident":
            _index_incident(connection, row)
        elif table == "call":
            _index_call(connection, row)


def _index_incident(connection: Connection, row: str) -> None:
    incident, area = TABLES["incident"], TABLES["area"]
    found = connection.execute(
        select(incident, area.c.name.label("area_name"), centre.c.letters)
        .outerjoin(area, area.c.id == incident.c.area)
        .join(centre, centre.c.id.is_not(None))
        .where(incident.c.id == row)
    ).one_or_none()
    if found is None:
        return
    number = f"{found.letters} {found.day:%y%m%d}-{found.serial:03d} {found.day:%d}-{found.serial:03d}"
    _put(
        connection, "incident", row, found.opened_at, (number, found.address, found.landmark, found.area_name)
    )


def _index_call(connection: Connection, row: str) -> None:
    call, private = TABLES["call"], TABLES["call_private"]
    found = connection.execute(
        select(call.c.answered_at, private.c.number, private.c.name, private.c.narrative)
        .join(private, private.c.id == call.c.id)
        .where(call.c.id == row)
    ).one_or_none()
    if found is not None:
        _put(connection, "call", row, found.answered_at, (found.number, found.name, found.narrative))


def _put(connection: Connection, table: str, row: str, at: object, parts: Iterable[str | None]) -> None:
    body = " \n ".join(part for part in parts if part).lower()
    mine = (search_row.c.table_name == table) & (search_row.c.row_id == row)
    current = connection.execute(select(search_row.c.body).where(mine)).scalar_one_or_none()
    if current is None:
        connection.execute(insert(search_row).values(table_name=table, row_id=row, at=at, body=body))
    elif current != body:
        connection.execute(update(search_row).where(mine).values(body=body, at=at))
