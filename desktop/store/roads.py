"""The centre's roads: one row, read by every desk, written by imports only. They are no acts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import LargeBinary, Text

from desktop.store.problems import StoreError
from desktop.store.tables import road_graph

_NO_PRIVILEGE = "42501"


@dataclass(frozen=True, slots=True)
class RoadImport:
    """What an import brought. `number` grows with each; times are in UTC."""

    number: int
    at: datetime
    by: str
    file: str
    digest: str
    nodes: int
    edges: int


def roads_version(connection: Connection) -> str:
    """The digest of the last import; empty before the first.

    No number: a restored database gives the numbers after its backup once more, to other roads.
    """
    newest = select(road_graph.c.digest).order_by(road_graph.c.number.desc()).limit(1)
    return str(connection.execute(newest).scalar() or "")


def read_roads(connection: Connection) -> bytes | None:
    """The roads as `desktop.roads.graph.pack` made them, or None before an import."""
    newest = select(road_graph.c.body).order_by(road_graph.c.number.desc()).limit(1)
    found = connection.execute(newest).scalar()
    return None if found is None else bytes(found)


def read_road_import(connection: Connection) -> RoadImport | None:
    """What the roads are from, or None before an import."""
    columns = [one for one in road_graph.c if one.name != "body"]
    newest = select(*columns).order_by(road_graph.c.number.desc()).limit(1)
    found = connection.execute(newest).mappings().first()
    return None if found is None else RoadImport(**found)


def write_roads(connection: Connection, made: RoadImport, body: bytes) -> None:
    """Put these roads in the place of those before; the number and, on a server, time and author are drawn.

    StoreError `not_allowed` on a server for who is no administrator.
    """
    if connection.dialect.name != "sqlite":
        _on_server(connection, made, body)
        return
    values = {
        "by": made.by,
        "file": made.file,
        "digest": made.digest,
        "nodes": made.nodes,
        "edges": made.edges,
    }
    connection.execute(insert(road_graph).values(at=datetime.now(UTC), body=body, **values))
    newest = select(func.max(road_graph.c.number)).scalar_subquery()
    connection.execute(delete(road_graph).where(road_graph.c.number < newest))


def _on_server(connection: Connection, made: RoadImport, body: bytes) -> None:
    def text(value: str) -> Any:
        return bindparam(None, value, type_=Text(), unique=True)

    packed = bindparam(None, body, type_=LargeBinary(), unique=True)
    call = func.roads_put(text(made.file), text(made.digest), made.nodes, made.edges, packed)
    try:
        connection.execute(select(call))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _NO_PRIVILEGE:
            raise StoreError("not_allowed") from error
        raise
