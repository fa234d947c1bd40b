"""The gazetteer as it lies in the database: read by every desk, written by imports only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from desktop.domain.places import Border, BorderLevel, KeptPlace, Place, PlaceKind
from desktop.store.queries import read_records
from desktop.store.tables import TABLES, border, gazetteer_import, place

PAGE = 2_000
"""Places that are read at once: some 20 ms."""


@dataclass(frozen=True, slots=True)
class GazetteerImport:
    """One import that was finished. `counts`: what came of it, by word; times are in UTC."""

    number: int
    at: datetime
    by: str
    source: str
    file: str
    digest: str
    finished_at: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the gazetteer holds: places by kind, borders by level."""

    places: Mapping[PlaceKind, int]
    borders: Mapping[BorderLevel, int]
    kept: int


def gazetteer_version(connection: Connection) -> str:
    """Another text after every finished import; empty before the first."""
    log = gazetteer_import
    found = connection.execute(
        select(func.count(), func.max(log.c.number)).where(log.c.finished_at.is_not(None))
    ).one()
    return f"{found[1]}.{found[0]}" if found[0] else ""


def read_places(connection: Connection, after: str = "", limit: int = PAGE) -> tuple[Place, ...]:
    """Imported places by id, those after one; fewer than `limit` are the last."""
    found = connection.execute(select(place).where(place.c.id > after).order_by(place.c.id).limit(limit))
    return tuple(place_of(one) for one in found.mappings())


def read_all_places(connection: Connection) -> tuple[Place, ...]:
    """All imported places at once: for a command, not for a desk."""
    return tuple(place_of(one) for one in connection.execute(select(place).order_by(place.c.id)).mappings())


def read_borders(connection: Connection) -> tuple[Border, ...]:
    """All borders; none before some were imported."""
    found = connection.execute(select(border).order_by(border.c.id)).mappings()
    return tuple(border_of(one) for one in found)


def read_kept_places(connection: Connection) -> tuple[KeptPlace, ...]:
    """What operators kept and nobody withdrew."""
    kept = TABLES["kept_place"]
    return tuple(read_records(connection, KeptPlace, kept.c.withdrawn_at.is_(None)))


def read_kept_marks(connection: Connection) -> Mapping[str, str]:
    """By what operators kept the act that last wrote it: to tell what differs."""
    kept = TABLES["kept_place"]
    found = connection.execute(select(kept.c.id, kept.c.last_act).where(kept.c.withdrawn_at.is_(None)))
    return {str(row): str(act) for row, act in found}


def read_imports(connection: Connection) -> tuple[GazetteerImport, ...]:
    """The finished imports, oldest first."""
    log = gazetteer_import
    found = connection.execute(select(log).where(log.c.finished_at.is_not(None)).order_by(log.c.number))
    return tuple(GazetteerImport(**one) for one in found.mappings())


def read_loaded(connection: Connection) -> Loaded:
    """How much there is."""
    kinds = connection.execute(select(place.c.kind, func.count()).group_by(place.c.kind))
    levels = connection.execute(select(border.c.level, func.count()).group_by(border.c.level))
    kept = TABLES["kept_place"]
    count = connection.execute(select(func.count()).where(kept.c.withdrawn_at.is_(None))).scalar_one()
    return Loaded(
        {PlaceKind(kind): count for kind, count in kinds},
        {BorderLevel(level): count for level, count in levels},
        count,
    )


@dataclass(frozen=True, slots=True)
class Present:
    """All that was imported before, by id, and where it is from."""

    places: Mapping[str, Place]
    source_of: Mapping[str, str]
    borders: Mapping[str, Border]
    border_source: Mapping[str, str]
    last_of: Mapping[str, GazetteerImport]
    """The last import of each source."""
    corrections: tuple[Place, ...] = ()
    """Places as operators corrected them, each under the id of the one that is corrected."""

    @property
    def wholes(self) -> frozenset[tuple[str, PlaceKind, str]]:
        """Of what may lie in no area because a part of it does: name, kind and source."""
        return frozenset(
            (one.name, one.kind, self.source_of[key]) for key, one in self.places.items() if one.area
        )

    def borders_since(self, number: int) -> bool:
        """Whether borders changed after an import, so that what it brought may lie elsewhere."""
        return any(
            one.number > number and any(word.startswith("borders_") for word in one.counts)
            for one in self.last_of.values()
        )


def read_present(connection: Connection) -> Present:
    """All of it: for an import to compare with."""
    places = list(connection.execute(select(place)).mappings())
    borders = list(connection.execute(select(border)).mappings())
    return Present(
        {one["id"]: place_of(one) for one in places},
        {one["id"]: one["source"] for one in places},
        {one["id"]: border_of(one) for one in borders},
        {one["id"]: one["source"] for one in borders},
        {one.source: one for one in read_imports(connection)},
        tuple(one.place for one in read_kept_places(connection) if one.instead_of is not None),
    )


def place_of(row: Mapping[Any, Any]) -> Place:
    """A place from its row."""
    values = {name: row[name] for name in ("id", "name", "area", "latitude", "longitude", "street")}
    return Place(kind=PlaceKind(row["kind"]), aliases=tuple(row["aliases"]), **values)


def border_of(row: Mapping[Any, Any]) -> Border:
    """A border from its row."""
    values = {name: row[name] for name in ("id", "name", "parent", "city", "shape")}
    return Border(level=BorderLevel(row["level"]), **values)


def place_row(one: Place, source: str) -> dict[str, Any]:
    """A place as a row."""
    values = {name: getattr(one, name) for name in ("id", "name", "area", "latitude", "longitude", "street")}
    return {**values, "kind": one.kind.value, "aliases": list(one.aliases), "source": source}


def border_row(one: Border, source: str) -> dict[str, Any]:
    """A border as a row."""
    values = {name: getattr(one, name) for name in ("id", "name", "parent", "city", "shape")}
    return {**values, "level": one.level.value, "source": source}
