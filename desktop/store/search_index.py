"""The index of the look-up: one text for each incident and each call, kept in step by `submit`."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Connection, RowMapping, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.incidents import Number
from desktop.domain.records import Row, Value
from desktop.domain.schema import SIDE_TABLES
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


def index_rows(connection: Connection, rows: Iterable[tuple[str, str]]) -> None:
    """Write the texts of the incidents and calls among these rows anew: tables and ids, each once."""
    for table, row in {(SIDE_TABLES.get(table, table), row) for table, row in rows}:
        if table == "incident":
            _index_incident(connection, row)
        elif table == "call":
            _index_call(connection, row)


def index_areas(connection: Connection, areas: Collection[str]) -> None:
    """Write the texts of all incidents in these areas anew: their areas have other names."""
    if areas:
        incident = TABLES["incident"]
        rows = connection.execute(select(incident.c.id).where(incident.c.area.in_(areas))).scalars().all()
        index_rows(connection, (("incident", row) for row in rows))


def incident_text(letters: str, incident: Row, area_name: str | None) -> str:
    """The text by which an incident is found; `incident` has its day and serial, address and landmark."""
    day, serial = incident["day"], int(str(incident["serial"]))
    assert isinstance(day, date)
    number = Number(letters, day, serial)
    return _text(f"{number.full} {number.short}", incident["address"], incident["landmark"], area_name)


def call_text(private: Row) -> str:
    """The text by which a call is found, from its personal row."""
    return _text(private["number"], private["name"], private["narrative"])


def _text(*parts: Value) -> str:
    return " \n ".join(str(part) for part in parts if part).lower()


def _index_incident(connection: Connection, row: str) -> None:
    for one in connection.execute(_INCIDENT, {"row": row}).mappings():
        text = incident_text(one["letters"], _named(one), one["area_name"])
        _put(connection, "incident", row, one["opened_at"], text)


def _index_call(connection: Connection, row: str) -> None:
    for one in connection.execute(_CALL, {"row": row}).mappings():
        _put(connection, "call", row, one["answered_at"], call_text(_named(one)))


def _named(found: RowMapping) -> Row:
    return {str(name): value for name, value in found.items()}


def _put(connection: Connection, table: str, row: str, at: object, body: str) -> None:
    connection.execute(_PUT, {"table_name": table, "row_id": row, "at": at, "body": body})


_incident, _area, _call, _private = (TABLES[name] for name in ("incident", "area", "call", "call_private"))
_INCIDENT = (
    select(_incident, _area.c.name.label("area_name"), centre.c.letters)
    .outerjoin(_area, _area.c.id == _incident.c.area)
    .join(centre, centre.c.id.is_not(None))
    .where(_incident.c.id == bindparam("row"))
)
_CALL = (
    select(_call.c.answered_at, _private.c.number, _private.c.name, _private.c.narrative)
    .join(_private, _private.c.id == _call.c.id)
    .where(_call.c.id == bindparam("row"))
)
_new = insert(search_row)
_PUT = _new.on_conflict_do_update(
    index_elements=["table_name", "row_id"],
    set_={"body": _new.excluded.body, "at": _new.excluded.at},
    where=search_row.c.body != _new.excluded.body,
)
