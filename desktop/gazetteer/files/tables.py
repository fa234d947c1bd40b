"""Tables of places (CSV, also packed with gzip): one line a place, or one line a piece of road."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from shapely import LineString, MultiLineString, from_wkt
from shapely.errors import ShapelyError

from desktop.gazetteer.files.features import Feature, FileError, Line, Point

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("osm_id", "id", "kode_faskes", "kode_rs", "stop_id", "kode", "code"),
    "name": ("name", "nama"),
    "latitude": ("latitude", "lat", "lintang", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "bujur", "x"),
    "kind": ("kind", "jenis", "fclass", "type", "amenity", "highway"),
    "address": ("address", "alamat"),
    "city": ("city", "kota", "wilayah"),
    "line": ("wkt",),
    "aliases": ("aliases", "alias", "nama_lain"),
}
"""What a column may be called, in lower case, the best first."""


def read_csv(path: Path) -> Iterator[Feature]:
    """The lines of a table. FileError `columns` when none tells the name, `broken`."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
            heads = {head.strip().lower(): head for head in rows.fieldnames or () if head}
            named = {
                wanted: [heads[one] for one in known if one in heads] for wanted, known in COLUMNS.items()
            }
            if not named["name"]:
                raise FileError("columns", ", ".join(COLUMNS["name"]))
            for row in rows:
                yield _feature({name: _first(row, columns) for name, columns in named.items()})
    except (csv.Error, ValueError, EOFError, zlib.error, OSError) as error:
        if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
            raise
        raise FileError("broken", str(error)) from error


def _first(row: Mapping[str, str | None], columns: list[str]) -> str:
    return next((value.strip() for one in columns if (value := row.get(one)) and value.strip()), "")


def _feature(row: Mapping[str, str]) -> Feature:
    tags = {one: row[one] for one in ("name", "kind", "address", "city")} | {"alt_name": row["aliases"]}
    shown = {key: value for key, value in tags.items() if value}
    lines = _lines(row["line"])
    if lines:
        return Feature(row["id"], {**shown, "highway": row["kind"] or "road"}, lines=lines)
    return Feature(row["id"], shown, point=_point(row))


def _point(row: Mapping[str, str]) -> Point | None:
    try:
        longitude, latitude = (float(row[one].replace(",", ".")) for one in ("longitude", "latitude"))
    except ValueError:
        return None
    return (longitude, latitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _lines(text: str) -> tuple[Line, ...]:
    """The lines of a geometry in well-known text; none of another kind of geometry."""
    try:
        shape = from_wkt(text) if text else None
    except ShapelyError as error:
        raise ValueError(str(error)) from error
    parts = shape.geoms if isinstance(shape, MultiLineString) else [shape]
    return tuple(
        tuple((one[0], one[1]) for one in part.coords)
        for part in parts
        if isinstance(part, LineString) and not part.is_empty
    )
