"""Reading roads: OpenStreetMap's `.osm.pbf`, lines in GeoJSON, or a table of edges (CSV) with its nodes."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop.gazetteer.files.features import FileError
from desktop.roads.ways import RoadWay, Spot, direction_of, speed_of

_FROM, _TO = ("from", "source", "u"), ("to", "target", "v")
_ID = ("node_id", "id", "osmid")
_LENGTH, _KIND = ("length_m", "length"), ("fclass", "highway", "class", "kind", "remark")
_LATITUDE, _LONGITUDE = ("lat", "latitude", "y"), ("lon", "longitude", "lng", "x")
_ROUND = 7
"""Decimals of a degree within which two lines meet: a centimetre."""


def read_ways(path: Path) -> Iterator[RoadWay]:
    """The roads of a file that are driven. FileError `form`, `broken`, `columns`."""
    name = path.name.lower()
    if name.endswith((".osm.pbf", ".osm")):
        yield from _osm(path)
    elif name.endswith((".geojson", ".json", ".geojson.gz", ".json.gz")):
        yield from _geojson(path)
    elif name.endswith((".csv", ".csv.gz")):
        yield from _edges(path)
    else:
        raise FileError("form", path.name)


def _osm(path: Path) -> Iterator[RoadWay]:
    import osmium

    try:
        wanted = osmium.filter.KeyFilter("highway")
        found = osmium.FileProcessor(str(path), osmium.osm.WAY | osmium.osm.NODE)
        for way in (
            found.with_locations().with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)).with_filter(wanted)
        ):
            tags = {tag.k: tag.v for tag in way.tags}
            kmh = speed_of(tags["highway"], tags.get("maxspeed", ""))
            nodes = [one for one in way.nodes if one.location.valid()]  # type: ignore[union-attr]  # - ways only
            if kmh is None or len(nodes) < 2 or tags.get("area") == "yes":
                continue
            direction = direction_of(tags.get("oneway", ""), tags["highway"], tags.get("junction", ""))
            yield RoadWay([one.ref for one in nodes], [(one.lat, one.lon) for one in nodes], kmh, direction)
    except (RuntimeError, ValueError) as error:
        raise FileError("broken", str(error)) from error


def _geojson(path: Path) -> Iterator[RoadWay]:
    from desktop.gazetteer.files.geojson import read_geojson

    for feature in read_geojson(path):
        tags = feature.tags
        kind = next((tags[one] for one in _KIND if one in tags), "")
        kmh = speed_of(kind, tags.get("maxspeed", ""))
        if kmh is None:
            continue
        direction = direction_of(tags.get("oneway", ""), kind, tags.get("junction", ""))
        for line in feature.lines:
            spots = [(latitude, longitude) for longitude, latitude in line]
            keys = [(round(one[0], _ROUND), round(one[1], _ROUND)) for one in spots]
            if len(keys) > 1:
                yield RoadWay(keys, spots, kmh, direction)


def _edges(path: Path) -> Iterator[RoadWay]:
    """Edges, with the nodes of the file beside it that is called alike: `x_edges.csv` and `x_nodes.csv`."""
    edges = path.with_name(path.name.replace("nodes", "edges"))
    nodes = path.with_name(edges.name.replace("edges", "nodes"))
    if nodes == edges or not nodes.exists() or not edges.exists():
        raise FileError("columns", f"{edges.name}, {nodes.name}")
    spots = _nodes(nodes)
    for row in _rows(edges):
        start, end, kind = _first(row, _FROM), _first(row, _TO), _first(row, _KIND)
        if not start or not end:
            raise FileError("columns", "from, to")
        kmh = speed_of(kind, _first(row, ("maxspeed",)))
        if kmh is None or start not in spots or end not in spots:
            continue
        given = _first(row, _LENGTH)
        direction = direction_of(_first(row, ("oneway",)), kind)
        yield RoadWay(
            [start, end], [spots[start], spots[end]], kmh, direction, _number(given) if given else None
        )


def _nodes(path: Path) -> Mapping[str, Spot]:
    found = {}
    for row in _rows(path):
        name, latitude, longitude = _first(row, _ID), _first(row, _LATITUDE), _first(row, _LONGITUDE)
        if not (name and latitude and longitude):
            raise FileError("columns", "node_id, lat, lon")
        found[name] = (_number(latitude), _number(longitude))
    return found


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield {str(name).strip().lower(): value or "" for name, value in row.items()}
    except (csv.Error, UnicodeDecodeError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileError("broken", str(error)) from error


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((row[one].strip() for one in names if row.get(one, "").strip()), "")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise FileError("broken", text) from error
