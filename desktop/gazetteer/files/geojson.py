"""GeoJSON (RFC 7946), also packed with gzip. Tags are the properties; those of layers made from OpenStreetMap
(`fclass`, `osm_id`: Geofabrik, "OpenStreetMap Data in Layered GIS Format") are understood as they are.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.gazetteer.files.features import Feature, FileError, Line, Point, Polygon

_IDS = ("osm_id", "@id", "id", "kode", "code")


def read_geojson(path: Path) -> Iterator[Feature]:
    """The features of a file; those with nothing in their geometry, as RFC 7946 allows them, have no point.

    FileError `broken` for what is no collection of features.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            whole = json.load(file)
        features = whole["features"] if whole["type"] == "FeatureCollection" else [whole]
        for one in features:
            made = _feature(one)
            if made is not None:
                yield made
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, EOFError, zlib.error) as error:
        raise FileError("broken", str(error)) from error


def _feature(found: Mapping[str, Any]) -> Feature | None:
    geometry = found.get("geometry")
    if not geometry:
        return None
    values = found.get("properties") or {}
    tags = {str(key).lower(): str(value).strip() for key, value in values.items() if value not in (None, "")}
    named = next((tags[key] for key in _IDS if key in tags), str(found.get("id") or ""))
    kind, given = geometry["type"], geometry.get("coordinates") or ()
    if kind == "Point" and given:
        return Feature(named, tags, point=_point(given))
    if kind in ("LineString", "MultiLineString"):
        lines = [given] if kind == "LineString" else given
        return Feature(named, tags, lines=tuple(_line(one) for one in lines if one))
    if kind in ("Polygon", "MultiPolygon"):
        polygons = [given] if kind == "Polygon" else given
        return Feature(named, tags, polygons=tuple(_polygon(one) for one in polygons if any(one)))
    return None


def _point(given: Sequence[Any]) -> Point:
    return (float(given[0]), float(given[1]))


def _line(given: Sequence[Any]) -> Line:
    return tuple(_point(one) for one in given)


def _polygon(given: Sequence[Any]) -> Polygon:
    return tuple(_line(ring) for ring in given)
